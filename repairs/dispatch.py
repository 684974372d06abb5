"""What a dispatcher looks at: tickets by state, technicians by load, who fits which ticket."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from campus.models import Duty, Person, Place, Role
from repairs.models import Ticket, Trade

Status = Ticket.Status
# The states that a dispatcher keeps in sight, in the order of a ticket's life.
COLUMNS = (
    Status.REPORTED, Status.ASSIGNED, Status.TAKEN_UP, Status.UNDER_WAY, Status.ON_HOLD,
    Status.DONE,
)  # fmt: skip
IN_HANDS = (Status.ASSIGNED, Status.TAKEN_UP, Status.UNDER_WAY, Status.ON_HOLD)
# As many of a state as one looks at; the list has the others.
SHOWN = 12
IN_ORDER = (F("due_at").asc(nulls_last=True), "id")
PROPOSED = 3


@dataclass
class Technician:
    """Somebody who mends, on duty today: what they are good at, where, and what they have."""

    person: Person
    trades: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    open: int = 0
    overdue: int = 0
    on_hold: int = 0


@dataclass(frozen=True)
class Proposal:
    """A technician who fits a ticket, and why."""

    technician: Technician
    has_trade: bool
    is_there: bool

    @property
    def person(self) -> Person:
        return self.technician.person

    @property
    def rank(self) -> tuple[int, int, str]:
        """The smaller, the better: trade before place before little to do."""
        fit = 2 * self.has_trade + self.is_there
        return (-fit, self.technician.open, self.person.number)

    @property
    def reasons(self) -> str:
        """Why, in words."""
        load = self.technician.open
        words = ngettext("%(count)d open", "%(count)d open", load) % {"count": load}
        trade = [_("has the trade")] if self.has_trade else []
        place = [_("in charge there")] if self.is_there else []
        return " · ".join([*trade, *place, words])

    def __str__(self) -> str:
        return f"{self.person} · {self.reasons}"


@dataclass(frozen=True)
class Card:
    """A ticket on the board; what is in nobody's hands with whoever fits it."""

    ticket: Ticket
    proposals: list[Proposal]


@dataclass(frozen=True)
class Column:
    """The tickets of one state that come first, and how many there are."""

    status: str
    cards: list[Card]
    count: int

    @property
    def label(self) -> str:
        return str(Status(self.status).label)

    @property
    def is_full(self) -> bool:
        """Whether there are more than are shown."""
        return self.count > len(self.cards)


def technicians(at: datetime) -> list[Technician]:
    """Who mends and is on duty today, with load; three queries."""
    duties = Duty.objects.running().filter(role=Role.TECHNICIAN, person__is_active=True)
    known: dict[int, Technician] = {}
    for duty in duties.select_related("person").order_by("person__number"):
        found = known.setdefault(duty.person_id, Technician(duty.person))
        found.places |= {duty.place_id} if duty.place_id else set()
    for person, category in Trade.objects.values_list("person", "category"):
        if person in known:
            known[person].trades.add(category)
    for row in loads(known, at):
        found = known[row["assignee"]]
        found.open, found.overdue, found.on_hold = row["open"], row["late"], row["waiting"]
    return list(known.values())


def loads(people: Iterable[int], at: datetime) -> Iterable[Mapping[str, Any]]:
    """What these people have in hands; read from the index of open tickets."""
    theirs = Ticket.objects.filter(status__in=IN_HANDS, assignee__in=people).order_by()
    return theirs.values("assignee").annotate(
        open=Count("pk"),
        late=Count("pk", filter=Q(due_at__lt=at)),
        waiting=Count("pk", filter=Q(status=Status.ON_HOLD)),
    )


def proposals(ticket: Ticket, known: list[Technician]) -> list[Proposal]:
    """Up to three technicians for a ticket, whoever fits best first."""
    there = set(ticket.place.numbers) if ticket.place else set()
    fitting = [
        Proposal(each, ticket.category_id in each.trades, bool(there & each.places))
        for each in known
        if each.person.pk != ticket.assignee_id
    ]
    return sorted(fitting, key=lambda each: each.rank)[:PROPOSED]


def board(
    known: list[Technician], *, of: Person | None = None, within: Place | None = None
) -> list[Column]:
    """The columns of the board, of one technician or within one place where that is asked for;
    three queries."""
    tickets = Ticket.objects.order_by()
    if of:
        tickets = tickets.filter(assignee=of)
    if within:
        tickets = tickets.filter(place__path__startswith=within.path)
    counted = tickets.filter(status__in=COLUMNS).values_list("status").annotate(Count("pk"))
    counts, shown = dict(counted), in_due_order(first_of_each_state(tickets))
    return [
        Column(
            status,
            [card_of(ticket, known) for ticket in shown if ticket.status == status],
            counts.get(status, 0),
        )
        for status in COLUMNS
    ]


def first_of_each_state(tickets: QuerySet[Ticket]) -> list[int]:
    """The numbers of those that are due first in each state, in one statement."""
    parts = [
        tickets.filter(status=status).order_by(*IN_ORDER).values_list("pk", flat=True)[:SHOWN]
        for status in COLUMNS
    ]
    return list(parts[0].union(*parts[1:], all=True))


def in_due_order(numbers: list[int]) -> list[Ticket]:
    shown = Ticket.objects.filter(pk__in=numbers).order_by(*IN_ORDER).defer("sought")
    return list(shown.select_related("place", "assignee", "category", "contractor"))


def card_of(ticket: Ticket, known: list[Technician]) -> Card:
    fresh = ticket.status == Status.REPORTED
    return Card(ticket, proposals(ticket, known) if fresh else [])


def round_of(person: Person) -> list[Ticket]:
    """A technician's tickets in the order of a walk: what is urgent first, then building by
    building and floor by floor, what waits for parts at the end."""
    theirs = Ticket.objects.filter(assignee=person, status__in=IN_HANDS).defer("sought")
    found = theirs.select_related("place", "category", "reporter", "contractor")[:100]
    return sorted(found, key=step)


def step(ticket: Ticket) -> tuple[bool, bool, str, int]:
    """Where on the walk it comes."""
    waits, calm = ticket.status == Status.ON_HOLD, ticket.priority != Ticket.Priority.URGENT
    return (waits, calm, ticket.place.code if ticket.place else "", ticket.pk)
