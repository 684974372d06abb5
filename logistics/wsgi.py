"""The web server's entry; refuses to serve a school with demo accounts in it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")

application = get_wsgi_application()

from campus.people.accounts import refuse_demo_accounts  # noqa: E402  # models need the set-up above

refuse_demo_accounts()
