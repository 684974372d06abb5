"""How the school wants allauth to behave: nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class SchoolAccountAdapter(DefaultAccountAdapter):
    """Accounts come from the school's roster alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
