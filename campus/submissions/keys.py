"""The key that each drawn form carries: whose it is, and which drawing of it."""

import hashlib
import secrets

from django.core import signing
from django.http import HttpRequest

FIELD = "form_key"
KEPT_FIELD = "kept_key"
SALT = "campus.submissions"
# A page left open longer than this is drawn anew anyway.
LONGEST = 30 * 24 * 3600
# What is sent there must not lead back to whoever sends it: neither noted nor kept for anybody.
# Sent twice it is taken once by its own receipt.
UNNOTED = ("/feedback/unnamed/", "/feedback/receipt/")
# Not part of what was typed.
OWN_FIELDS = ("csrfmiddlewaretoken", KEPT_FIELD)


def new_key(person_pk: int) -> str:
    """A key for a form that is being drawn for the person; cannot be forged."""
    return signing.TimestampSigner(salt=SALT).sign(f"{person_pk}.{secrets.token_urlsafe(9)}")


def person_of(key: str) -> int | None:
    """For whom a form was drawn; None for no key, a forged or a very old one."""
    try:
        drawn = signing.TimestampSigner(salt=SALT).unsign(key, max_age=LONGEST)
    except signing.BadSignature:
        return None
    return int(drawn.partition(".")[0])


def typed_in(request: HttpRequest) -> list[tuple[str, list[str]]]:
    """Names and values of a form, without what the portal itself put into it."""
    return [
        (name, [str(value) for value in values])
        for name, values in request.POST.lists()
        if name not in OWN_FIELDS
    ]


def digest_of(request: HttpRequest) -> str:
    """One and the same for the same press of the same button, and for nothing else."""
    files = [
        f"{name}:{each.name}:{each.size}" for name, sent in request.FILES.lists() for each in sent
    ]
    whole = repr((request.get_full_path(), typed_in(request), files))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
