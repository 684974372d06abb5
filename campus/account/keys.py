"""Secrets that programs carry instead of a password: told once, kept as a digest alone."""

import hashlib
import secrets

# 256 bits drawn by chance: a digest without salt or stretching is enough, nobody can guess them.
BYTES = 32
# As much of a secret as its owner recognises it by.
SHOWN = 4


def new_secret(prefix: str) -> str:
    """A secret that scanners for leaked ones know by its prefix: `cs_…`."""
    return f"{prefix}_{secrets.token_urlsafe(BYTES)}"


def digest_of(secret: str) -> str:
    """What is kept of a secret, and what it is looked up by."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hint_of(secret: str) -> str:
    """Its last characters, by which its owner tells it from others."""
    return secret[-SHOWN:]
