"""What stands around every page: the ways to all areas, the unread count, the school's name."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
    pupils_only: bool = False

    def is_for(self, person: Person) -> bool:
        if self.staff_only if person.is_pupil else self.pupils_only:
            return False
        return not self.roles or person.on_duty_as(*self.roles)


@dataclass(frozen=True)
class Group:
    """Ways that are read together under a label; a folded one is opened when it is wanted."""

    label: str | Promise
    ways: tuple[Way, ...]
    is_folded: bool = False


RULED_BY = (Role.HEAD, Role.ADMINISTRATOR)
GROUPS = (
    Group(
        "",
        (
            Way("my_day", _("My day"), "home", in_tabs=True),
            Way("dashboard:dashboard", _("Dashboard"), "layout-dashboard", staff_only=True),
            Way("calendar:month", _("Calendar"), "calendar-month", in_tabs=True),
            Way("notices:inbox", _("Inbox"), "bell", in_tabs=True),
            Way("desk:enquiries", _("Front desk"), "messages"),
            Way("feedback:overview", pgettext_lazy("kinds of cases", "Feedback"), "message-heart"),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Plan and meetings"),
        (
            Way("planning:items", _("Work plan"), "list-check", in_tabs=True),
            Way("planning:meetings", _("Meetings"), "users-group", staff_only=True),
            Way("planning:actions:actions", _("Actions"), "checkbox", staff_only=True),
            Way("planning:papers", _("Papers that expire"), "certificate", staff_only=True),
            Way("report:reports", _("Semester report"), "report", staff_only=True),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Safety"),
        (
            Way("safety:overview", _("Safety"), "shield-check"),
            Way("inspections:inspections", _("Inspections"), "clipboard-check", staff_only=True),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Classes"),
        (Way("assessment:latest", _("Class assessment"), "flag"),),
    ),
    Group(
        pgettext_lazy("group of pages", "Repairs and property"),
        (
            Way("repairs:tickets", _("Repairs"), "tool"),
            Way("repairs:board", _("Dispatch board"), "layout-kanban",
                (Role.DISPATCHER, Role.HEAD)),
            Way("repairs:day", _("My round"), "route", (Role.TECHNICIAN,)),
            Way("repairs:maintenance", _("Preventive maintenance"), "calendar-repeat",
                staff_only=True),
            Way("repairs:assets", _("Assets"), "devices", staff_only=True),
            Way("repairs:property", _("Property checks"), "checklist", staff_only=True),
            Way("repairs:supplies", pgettext_lazy("the store", "Supplies"), "packages",
                staff_only=True),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Canteen"),
        (
            Way("canteen:today", pgettext_lazy("of a canteen", "Menu"), "soup"),
            Way("canteen:overview", pgettext_lazy("group of pages", "Canteen"), "tools-kitchen-2",
                staff_only=True),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Dormitory"),
        (
            Way("dormitory:houses", _("Dormitory"), "bed", staff_only=True),
            Way("dormitory:absences", _("Missing and late"), "user-question",
                (Role.DORM_WARDEN, Role.STUDENT_AFFAIRS, Role.HEAD, Role.CLASS_TEACHER)),
            Way("dormitory:leave_slips", _("Leave slips"), "door-exit",
                (Role.CLASS_TEACHER, Role.DORM_WARDEN, Role.STUDENT_AFFAIRS)),
            Way("dormitory:my_floor", _("My floor"), "checks",
                (Role.FLOOR_LEADER, Role.DORM_LEADER)),
            Way("dormitory:my_room", _("My room"), "bed", pupils_only=True),
            Way("dormitory:awards", _("Model dorms"), "trophy"),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Cleaning"),
        (
            Way("cleaning:overview", pgettext_lazy("work area", "Cleaning"), "bucket"),
            Way("cleaning:results", _("Results of checks"), "list-numbers"),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Vehicles"),
        (
            Way("vehicles:overview", pgettext_lazy("work area", "Vehicles"), "car",
                staff_only=True),
            Way("vehicles:board", _("Board of vehicles"), "calendar-time",
                (Role.FLEET_MANAGER, Role.HEAD, Role.DRIVER)),
            Way("vehicles:running", _("Fuel and service"), "gas-station",
                (Role.FLEET_MANAGER, Role.DRIVER, Role.HEAD)),
            Way("vehicles:my_trips", _("My trips"), "steering-wheel", (Role.DRIVER,)),
        ),
    ),
    Group(
        pgettext_lazy("work area", "Special rooms"),
        (
            Way("rooms:week", _("Room bookings"), "calendar-event", staff_only=True),
            Way("rooms:find", _("Find a free room"), "calendar-search", staff_only=True),
            Way("rooms:projects", _("Room projects"), "building-factory-2", staff_only=True),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "School"),
        (
            Way("launcher:systems", _("Other systems"), "apps"),
            Way("places:tree", _("Places"), "building"),
            Way("readings:devices", _("Devices that send"), "gauge", staff_only=True),
            Way("people:people", _("People"), "users", staff_only=True),
            Way("rosters:imports", _("Rosters"), "table-import", RULED_BY),
        ),
    ),
    Group(
        pgettext_lazy("group of pages", "Settings"),
        (
            Way("planning:rules", _("Reminder rules"), "bell-cog", RULED_BY),
            Way("cases:promises", _("Promises"), "clock-check", RULED_BY),
            Way("notices:robots", _("Robots"), "robot", RULED_BY),
            Way("clients:apps", _("Apps"), "apps", (Role.ADMINISTRATOR,)),
            Way("identity:links", _("Linked identities"), "id-badge", (Role.ADMINISTRATOR,)),
            Way("webhooks:webhooks", _("Webhooks"), "webhook", RULED_BY),
            Way("closing:semesters", _("Close of a semester"), "lock", (Role.HEAD,)),
            Way("school_time:semesters", _("School time"), "clock-cog", RULED_BY),
            Way("privacy:take_aways", _("Pupils' data taken away"), "file-export", RULED_BY),
            Way("privacy:requests", _("Requests about data"), "user-shield", RULED_BY),
            Way("privacy:keeping", _("How long data is kept"), "hourglass", RULED_BY),
            Way("privacy:years", _("Compliance audits"), "clipboard-check", RULED_BY),
        ),
        is_folded=True,
    ),
)  # fmt: skip
WAYS = tuple(way for group in GROUPS for way in group.ways)
# Whoever reads the log goes nowhere else.
AUDITED = (
    Group(
        "",
        (
            Way("audit:log", _("Audit log"), "list-search", in_tabs=True),
            Way("people:looks", _("Who has looked at pupils"), "eye", in_tabs=True),
            Way("privacy:map", _("Data map"), "map-2"),
            Way("account:account", _("My account"), "user-cog", in_tabs=True),
        ),
    ),
)


def groups_of(person: Person) -> tuple[Group, ...]:
    """The groups of ways that the person has."""
    return AUDITED if person.on_duty_as(Role.AUDITOR) else GROUPS


def shell(request: HttpRequest) -> dict[str, Any]:
    """What every page knows: `ways`, `shortcuts`, `unread`, the school, its looks."""
    context = {
        "school": settings.SCHOOL_NAME or _("Demo High School"),
        "office": settings.OFFICE_NAME or _("Logistics Office"),
        "theme": request.COOKIES.get("theme", "auto"),
        "accent": settings.SCHOOL_ACCENT,
    }
    person = getattr(request, "user", None)
    if not isinstance(person, Person):
        return context
    own = groups_of(person)
    here = way_to(request.path, [way for group in own for way in group.ways if way.is_for(person)])
    groups = [drawn_group(group, person, here) for group in own]
    unread = InboxEntry.objects.unread().filter(person=person).count()
    return context | {
        "shortcuts": [way for group in groups for way in group["ways"] if way["tab"]],
        "unread": unread,
        "searches": own is GROUPS,
        # Drawn once, and shown at the side of a wide screen and in the menu of a narrow one.
        "ways": SimpleLazyObject(
            partial(render_to_string, "shell/ways.html", {"way_groups": groups, "unread": unread})
        ),
    }


def way_to(path: str, ways: list[Way]) -> Way | None:
    """The way that the page at `path` lies on: the longest of those that lead towards it."""
    towards = [way for way in ways if leads_to(path_of(way.name), path)]
    return max(towards, key=lambda way: len(path_of(way.name)), default=None)


@cache
def path_of(name: str) -> str:
    """`reverse`, asked once for each way: every page draws all of them."""
    return reverse(name)


def leads_to(way: str, path: str) -> bool:
    return path == way if way == "/" else path.startswith(way)


def drawn_group(group: Group, person: Person, here: Way | None) -> dict[str, Any]:
    """A group as the templates draw it; a folded one is open where the page lies in it."""
    ways = [drawn(way, here=way is here) for way in group.ways if way.is_for(person)]
    is_open = not group.is_folded or any(way["here"] for way in ways)
    return {"label": group.label, "ways": ways, "is_folded": group.is_folded, "is_open": is_open}


def drawn(way: Way, *, here: bool) -> dict[str, Any]:
    """A way as the template draws it, with whether the page lies on it."""
    path = path_of(way.name)
    return {"label": way.label, "icon": way.icon, "path": path, "here": here, "tab": way.in_tabs}
