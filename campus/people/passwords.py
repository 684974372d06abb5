"""First passwords: invented, given out on paper, replaced at the first sign-in."""

import secrets

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher

# Letters and digits that nobody takes for each other on paper.
PLAIN_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
# Ten of them hold 49 bits, chosen by chance: with these many rounds a stolen hash costs as much to
# break as a chosen password's under the full count, and a class's slips are made in a second. The
# first sign-in hashes it anew with the full count.
FIRST_PASSWORD_ROUNDS = 60_000


def invented_password() -> str:
    """A first password such as "k7mpw-3xdq9"."""
    halves = ("".join(secrets.choice(PLAIN_CHARACTERS) for _ in range(5)) for _ in range(2))
    return "-".join(halves)


def first_password_hash(password: str) -> str:
    """The hash of an invented password."""
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=FIRST_PASSWORD_ROUNDS)
    return hasher.encode(password, hasher.salt())
