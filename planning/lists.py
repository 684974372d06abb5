"""The lists of planning: the items of the work plan, and what was written into the calendar."""

from datetime import date, timedelta
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CaseFilters, state_cell
from campus.lists.filters import DayInput, ListFilters
from campus.lists.registry import Act, Column, ListPage, name_list
from campus.models import Department, Person
from campus.shell.words import days_in_words, moment_in_words
from planning import exports, rights
from planning.models import ActionItem, CalendarEntry, Kind, Meeting, Paper, PaperKind, PlanItem
from planning.models.meeting import MeetingQuerySet
from planning.models.plan import PlanItemQuerySet
from planning.papers import TONES

SEMESTER, ALL = "semester", "all"
OPEN, OVERDUE = "open", "overdue"
MINE, NOBODYS = "me", "nobody"


class ItemFilters(ListFilters):
    """The filters of the plan; what only staff see of an item pupils cannot search by either."""

    staff_only: ClassVar[tuple[str, ...]] = ("state", "owner")

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Kind.choices, empty_label=_("All kinds")
    )
    unit = django_filters.ModelChoiceFilter(
        label=_("unit"),
        queryset=Department.objects.all(),
        empty_label=_("All units"),
        method="of_unit",
    )
    state = django_filters.ChoiceFilter(
        label=_("state"),
        choices=[
            (OPEN, pgettext_lazy("state", "Open")),
            (OVERDUE, _("Overdue")),
            *PlanItem.Status.choices,
        ],
        empty_label=_("All states"),
        method="in_state",
    )
    owner = django_filters.ChoiceFilter(
        label=_("person responsible"),
        choices=[(MINE, _("Mine")), (NOBODYS, _("Nobody yet"))],
        empty_label=_("Everybody"),
        method="owned_by",
    )

    def of_unit(self, items: PlanItemQuerySet, name: str, unit: Department) -> PlanItemQuerySet:
        return items.of_unit(unit)

    def in_state(self, items: PlanItemQuerySet, name: str, state: str) -> PlanItemQuerySet:
        if state == OPEN:
            return items.open()
        if state == OVERDUE:
            return items.overdue(self.today)
        return items.filter(status=state)

    def owned_by(self, items: PlanItemQuerySet, name: str, owner: str) -> PlanItemQuerySet:
        return items.filter(owner=self.person if owner == MINE else None)


def items_of(person: Person, query: QueryDict) -> QuerySet[PlanItem]:
    """The items of the semester that the address names, or of all semesters."""
    items = PlanItem.objects.visible_to(person)
    semester = query.get(SEMESTER, "")
    if semester.isascii() and semester.isdigit():
        items = items.filter(plan__semester=int(semester))
    return items.select_related("lead_unit", "owner", "aim").prefetch_related("support_units")


PLAN_ITEMS = ListPage(
    name="plan-items",
    title=_("Work plan"),
    icon="list-check",
    address="planning:items",
    rows=items_of,
    order=("starts_on", "ends_on", "position"),
    filters=ItemFilters,
    search_label=_("Search the plan"),
    scope=(SEMESTER,),
    everywhere={SEMESTER: ALL},
    brief=lambda item: f"{days_in_words(item.starts_on, item.ends_on)} · {item.lead_unit}",
    # A month is read as a whole; a semester has some thirty items.
    page_size=100,
    may_select=lambda person, item: bool(rights.can_move(person, item)),
    may_export=rights.can_read_progress,
    columns=(Column(key="title", label=_("Item")),),
    rows_template="planning/items_rows.html",
    sheet_rows=exports.item_rows,
    sheet_widths=exports.WIDTHS,
    sheet_address="planning:items_sheet",
    export_address="planning:items_export",
    acts=(
        Act(
            label=pgettext_lazy("button", "Start"),
            icon="player-play",
            address="planning:items_start",
        ),
        Act(label=pgettext_lazy("button", "Done"), icon="check", address="planning:items_finish"),
        Act(
            label=_("Make responsible"),
            icon="user-check",
            address="planning:items_give_owner",
            may=rights.can_plan,
            is_hidden=True,
            template="planning/items_owner.html",
        ),
    ),
)


class EntryFilters(ListFilters):
    """By kind, and from which day on."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Kind.choices, empty_label=_("All kinds")
    )


def entries_of(person: Person, query: QueryDict) -> QuerySet[CalendarEntry]:
    """The entries that the person may see."""
    return CalendarEntry.objects.visible_to(person).select_related("unit", "by")


ENTRIES = ListPage(
    name="calendar-entries",
    title=_("Calendar entries"),
    icon="calendar-event",
    address="planning:entries",
    rows=entries_of,
    order=("-starts_on",),
    filters=EntryFilters,
    search_label=_("Title or place"),
    brief=lambda entry: days_in_words(entry.starts_on, entry.ends_on),
    may_export=rights.can_read_progress,
    columns=(
        Column(key="title", label=_("title"), is_title=True, width=40),
        Column(key="starts_on", label=_("first day"), sort=("starts_on",)),
        Column(key="ends_on", label=_("last day")),
        Column(key="kind", label=_("kind")),
        Column(key="place", label=_("place")),
        Column(key="unit", label=_("unit in charge")),
    ),
)


class MeetingFilters(ListFilters):
    """By kind and state, and one's own."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Meeting.Kind.choices, empty_label=_("All kinds")
    )
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Meeting.Status.choices, empty_label=_("All states")
    )
    whose = django_filters.ChoiceFilter(
        label=_("Whose"),
        choices=[(MINE, _("Mine"))],
        empty_label=_("Everybody"),
        method="concerning",
    )

    def concerning(self, found: MeetingQuerySet, name: str, value: str) -> MeetingQuerySet:
        return found.concerning(self.person)


def meetings_of(person: Person, query: QueryDict) -> QuerySet[Meeting]:
    """The meetings that the person may see, with what the columns read."""
    return Meeting.objects.visible_to(person).select_related("place", "chair", "recorder")


MEETINGS = ListPage(
    name="meetings",
    title=_("Meetings"),
    icon="users-group",
    address="planning:meetings",
    rows=meetings_of,
    order=("-starts_at",),
    filters=MeetingFilters,
    search_label=_("Title"),
    may_export=rights.can_read_progress,
    empty_title=_("No meeting yet"),
    empty_text=_("Meetings that you are invited to stand here with their minutes."),
    columns=(
        Column(key="title", label=_("title"), is_title=True, width=40),
        Column(
            key="starts_at", label=_("Time"), sort=("starts_at",), width=18,
            cell=lambda meeting: moment_in_words(meeting.starts_at),
        ),
        Column(key="place", label=_("place")),
        Column(key="kind", label=_("kind")),
        Column(key="chair", label=_("Chair"), width=12),
        Column(key="recorder", label=_("Minutes taken by"), on_page=False, width=12),
        Column(
            key="status", label=_("state"), cell=state_cell, width=14,
            value=lambda meeting: meeting.get_status_display(),
        ),
    ),
)  # fmt: skip


class ActionFilters(CaseFilters):
    """By state, person and meeting, beside what all cases have; actions are all alike urgent."""

    staff_only: ClassVar[tuple[str, ...]] = ("assignee", "meeting")

    priority = None
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=ActionItem.Status.choices, empty_label=_("All states")
    )
    assignee = django_filters.ModelChoiceFilter(
        label=_("person responsible"),
        queryset=Person.objects.staff(),
        empty_label=_("Everybody"),
    )
    meeting = django_filters.ModelChoiceFilter(
        label=_("Meeting"), queryset=Meeting.objects.all(), empty_label=_("All meetings")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "meeting" in self.filters:
            seen = Meeting.objects.visible_to(self.person).exclude(actions=None)
            self.filters["meeting"].queryset = seen.distinct()


def actions_of(person: Person, query: QueryDict) -> QuerySet[ActionItem]:
    """The actions that the person may see, with what the columns read."""
    rows = ActionItem.objects.visible_to(person)
    return rows.select_related("place", "assignee", "reporter", "meeting")


# An action has no place of its own to speak of; where it comes from is told instead.
MEETING_COLUMN = Column(key="meeting", label=_("Meeting"), width=30)

ACTIONS = ListPage(
    name="actions",
    title=_("Actions"),
    icon="checkbox",
    address="planning:actions:actions",
    rows=actions_of,
    order=("-raised_at", "-id"),
    filters=ActionFilters,
    columns=tuple(
        MEETING_COLUMN if column.key == "place" else column
        for column in CASE_COLUMNS
        if column.key != "priority"
    ),
    number="number",
    row_path=lambda action: reverse("planning:actions:case", args=[action.pk]),
    acts=(
        Act(
            label=_("Give to"),
            icon="user-share",
            address="planning:actions:give",
            may=rights.can_direct_actions,
            is_hidden=True,
            template="desk/give_to.html",
        ),
        Act(
            label=pgettext_lazy("button", "Accept"),
            icon="circle-check",
            address="planning:actions:accept",
            may=rights.can_direct_actions,
            is_hidden=True,
        ),
    ),
    may_select=lambda person, action: action.is_open or action.status == "done",
    empty_title=_("No action yet"),
    empty_text=_("What a meeting decides is followed here until it is done and accepted."),
)


# Papers that expire

SOON_DAYS = {"soon": 30, "later": 90}


class PaperFilters(ListFilters):
    """By kind, by how near the end is, by the last day."""

    kind = django_filters.ModelChoiceFilter(
        label=_("kind"), queryset=PaperKind.objects.all(), empty_label=_("All kinds")
    )
    current = django_filters.ChoiceFilter(
        label=pgettext_lazy("of papers", "state"),
        choices=[
            ("expired", _("Expired")),
            ("soon", _("Ends within 30 days")),
            ("later", _("Ends within 90 days")),
            ("over", _("Renewed or set aside")),
            ("all", _("All papers ever")),
        ],
        empty_label=_("Those that count"),
        method="standing",
    )
    until = django_filters.DateFilter(
        field_name="ends_on", lookup_expr="lte", label=_("ends until"), widget=DayInput()
    )

    def standing(self, papers: QuerySet[Paper], name: str, value: str) -> QuerySet[Paper]:
        if value == "over":
            return papers.exclude(renewed_by=None, set_aside_on=None)
        if value == "expired":
            return papers.filter(ends_on__lt=self.today)
        if value in SOON_DAYS:
            last = self.today + timedelta(days=SOON_DAYS[value])
            return papers.filter(ends_on__range=(self.today, last))
        return papers


def papers_of(person: Person, query: QueryDict) -> QuerySet[Paper]:
    """The papers that the person may see; unless others are asked for, those that count."""
    seen = Paper.objects.visible_to(person)
    if query.get("current") not in ("over", "all"):
        seen = seen.watched()
    return seen.select_related("kind").prefetch_related("holder")


def days_left_cell(paper: Paper) -> SafeString:
    """How near the end is, in the colour of its state."""
    today = timezone.localdate()
    return format_html(
        '<span class="state state-{}">{}</span>',
        TONES[paper.state(today)],
        days_left_in_words(paper, today),
    )


def days_left_in_words(paper: Paper, today: date) -> str:
    """12 days left, ended 3 days ago; the state itself for what does not count any more."""
    state, left = paper.state(today), paper.days_left(today)
    if state in (Paper.State.RENEWED, Paper.State.SET_ASIDE):
        return str(state.label)
    if left < 0:
        words = ngettext("ended %(days)d day ago", "ended %(days)d days ago", -left)
        return words % {"days": -left}
    return ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left}


PAPERS = ListPage(
    name="papers",
    title=_("Papers that expire"),
    icon="certificate",
    address="planning:papers",
    rows=papers_of,
    order=("ends_on", "id"),
    filters=PaperFilters,
    search_label=_("Holder, number or issuer"),
    may_read=rights.can_read_papers,
    may_export=rights.can_export_papers,
    empty_title=_("No papers yet"),
    empty_text=_("Certificates, licences and checks are watched here until they are renewed."),
    columns=(
        Column(key="holder", label=_("Held by"), is_title=True, width=20),
        Column(key="kind", label=_("Kind"), width=20),
        Column(
            key="days_left",
            label=_("Days left"),
            cell=days_left_cell,
            value=lambda paper: paper.days_left(timezone.localdate()),
            width=10,
        ),
        Column(
            key="ends_on",
            label=_("Valid until"),
            sort=("ends_on", "id"),
            cell=lambda paper: paper.ends_on.isoformat(),
        ),
        Column(key="number", label=_("Number"), width=20),
        Column(key="issuer", label=_("Issued by"), width=20),
        Column(key="issued_on", label=_("Issued on"), on_page=False),
        Column(key="note", label=_("Remark"), on_page=False, width=30),
    ),
)


def hand_in() -> None:
    """Let the lists be found by their names."""
    name_list(PAPERS)
    name_list(MEETINGS)
    name_list(ACTIONS)
    name_list(PLAN_ITEMS)
    name_list(ENTRIES)
