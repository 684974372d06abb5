"""How the school wants allauth to behave: nobody signs up, numbers may be typed in any width."""

import unicodedata

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class SchoolAccountAdapter(DefaultAccountAdapter):
    """Accounts come from the school's roster alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Full-width digits and stray blanks become what the roster has."""
        return plain_number(username)


def plain_number(typed: str) -> str:
    """A person's number as stored: half-width, without blanks."""
    return unicodedata.normalize("NFKC", typed).strip()
