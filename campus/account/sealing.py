"""Secrets that lie in the database, unreadable without the portal's own key.

A dump or a backup that falls into other hands gives away no second factor. The key is made from
SECRET_KEY; what was sealed with one of SECRET_KEY_FALLBACKS is still read.
"""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"campus.account.sealing"


def seal(text: str) -> str:
    """`text`, readable by this portal alone."""
    return fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """What was sealed. Raises cryptography's InvalidToken where it was sealed with another key."""
    return fernet().decrypt(sealed.encode()).decode()


def fernet() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(key_from(str(key))) for key in keys])


def key_from(secret: str) -> bytes:
    """32 bytes that belong to this purpose alone (HKDF, RFC 5869)."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
