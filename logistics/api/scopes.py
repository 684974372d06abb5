"""What a token can be allowed: a resource, to read it or to write in it.

A scope never adds a right: it only takes away from what the token's person may do. A new endpoint
names its scope here.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

READ, WRITE = "read", "write"


@dataclass(frozen=True)
class Resource:
    """Something that scopes are about, and which of the two there are."""

    name: str
    label: str | Promise
    ways: tuple[str, ...] = (READ, WRITE)


RESOURCES = (
    Resource("tickets", gettext_lazy("Repairs")),
    Resource("hazards", gettext_lazy("Hazards")),
    Resource("incidents", gettext_lazy("Incidents")),
    Resource("feedback", pgettext_lazy("kinds of cases", "Feedback")),
    Resource("enquiries", gettext_lazy("Front desk")),
    Resource("actions", gettext_lazy("Actions")),
    Resource("appeals", gettext_lazy("Appeals")),
    Resource("supply-requests", gettext_lazy("Requests for supplies")),
    Resource("service-requests", gettext_lazy("Requests for service")),
    Resource("trip-requests", gettext_lazy("Requests for trips")),
    Resource("trips", gettext_lazy("Trips"), (READ,)),
    Resource("bookings", gettext_lazy("Room bookings")),
    Resource("inspections", gettext_lazy("Inspections"), (READ,)),
    Resource("plan-items", gettext_lazy("Work plan"), (READ,)),
    Resource("places", gettext_lazy("Places"), (READ,)),
    Resource("people", gettext_lazy("People"), (READ,)),
    Resource("figures", pgettext_lazy("of an area", "Figures"), (READ,)),
    Resource("readings", gettext_lazy("Readings of devices")),
)  # fmt: skip
SCOPES = tuple(f"{each.name}:{way}" for each in RESOURCES for way in each.ways)


def in_words(scope: str) -> str:
    """ "Repairs: read"; the scope itself where it is not known any more."""
    label = {each.name: each.label for each in RESOURCES}.get(scope.partition(":")[0])
    if label is None:
        return scope
    words = _("%(resource)s: write") if scope.endswith(WRITE) else _("%(resource)s: read")
    return words % {"resource": capfirst(str(label))}
