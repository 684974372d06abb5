"""Numbers that an address carries."""

# As many digits as the database's numbers of rows can have whatever they are.
MOST_DIGITS = 18


def number_typed(typed: str) -> int | None:
    """The number "12"; None for what is none, or none that a row can have."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS
    return int(typed) if is_number else None
