"""What addresses of the vehicles' pages bring along."""

from typing import Any

from campus.doors import PersonRequest
from campus.shell.numbers import number_typed


def numbers_in(request: PersonRequest, *names: str) -> dict[str, Any]:
    """What the page that one comes from says of the new record, by its address."""
    asked = {name: number_typed(request.GET.get(name, "")) for name in names}
    return {name: number for name, number in asked.items() if number is not None}
