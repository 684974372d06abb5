"""django-helpdesk, measured beside the portal: the same server, the same number of tickets."""
