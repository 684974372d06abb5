"""The code that reads the answer to what was written without a name: 80 bits of chance.

Only the writer has it; the database holds its digest, from which the code cannot be found.
"""

import hashlib
import secrets

from django.core import signing

# Without I, L, O and U, which are read as 1, 0 and V.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 16, 4
READ_AS = str.maketrans("ILOU", "110V")
SALT = "campus.feedback.receipt"


def new_code() -> str:
    """A code such as 7KQ2-M4XD-9TRW-3BCF."""
    drawn = "".join(secrets.choice(ALPHABET) for _each in range(LENGTH))
    return grouped(drawn)


def grouped(plain: str) -> str:
    return "-".join(plain[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def plain(typed: str) -> str:
    """A code as somebody typed it, without strokes and blanks; empty where it is none."""
    kept = "".join(each for each in typed.upper() if each.isalnum()).translate(READ_AS)
    return kept if len(kept) == LENGTH and set(kept) <= set(ALPHABET) else ""


def digest_of(typed: str) -> str:
    """What the database holds of a code; empty for what is none."""
    code = plain(typed)
    return hashlib.sha256(code.encode("ascii")).hexdigest() if code else ""


def sealed(code: str) -> str:
    """A code as a drawn form carries it: nobody can put one of their own in its place."""
    return signing.Signer(salt=SALT).sign(code)


def opened(carried: str) -> str:
    """The code that a form carried; empty where it was tampered with."""
    try:
        return signing.Signer(salt=SALT).unsign(carried)
    except signing.BadSignature:
        return ""
