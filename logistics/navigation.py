"""What stands around every page: the ways to all areas, the unread count, the school's name."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.models import InboxEntry, Person, Role


@dataclass(frozen=True)
class Way:
    """An entry of the navigation; no `roles` means everybody, `in_tabs` the phone's bottom bar."""

    name: str
    label: str | Promise
    icon: str
    roles: tuple[Role, ...] = ()
    in_tabs: bool = False
    staff_only: bool = False

    def is_for(self, person: Person) -> bool:
        if self.staff_only and person.is_pupil:
            return False
        return not self.roles or person.on_duty_as(*self.roles)


WAYS = (Way("my_day", _("My day"), "home", in_tabs=True),)


def shell(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page: `ways`, `unread`, `school`, `office`, `theme`."""
    context = {
        "school": settings.SCHOOL_NAME or _("Demo High School"),
        "office": settings.OFFICE_NAME or _("Logistics Office"),
        "theme": request.COOKIES.get("theme", "auto"),
    }
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return context
    return context | {
        "ways": [way_here(way, request) for way in WAYS if way.is_for(person)],
        "unread": InboxEntry.objects.unread().filter(person=person).count(),
    }


def way_here(way: Way, request: HttpRequest) -> dict[str, Any]:
    """A way as the template draws it, with whether the page lies on it."""
    path = reverse(way.name)
    here = request.path == path if path == "/" else request.path.startswith(path)
    return {"label": way.label, "icon": way.icon, "path": path, "here": here, "tab": way.in_tabs}
