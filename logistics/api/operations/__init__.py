"""What programs can read and do: each file declares what belongs together.

To add an operation: name its scope in `logistics/api/scopes.py`; write it in a file here with
`@operation(...)` (`logistics/api/service.py` shows how), and name the file's `declare` below.
"""

from functools import cache

from django.utils import translation
from ninja import NinjaAPI

from logistics.api.operations import bookings, cases, figures, readings, records
from logistics.api.service import api


@cache
def declared() -> NinjaAPI:
    """The API with all its operations; descriptions are in English, whatever the language."""
    with translation.override("en"):
        for part in (cases, bookings, records, figures, readings):
            part.declare()
    return api
