"""What the roof asks of every area: agenda, lists. A new area is named here once."""

from datetime import date, datetime, time
from types import ModuleType

from campus.agenda import Dated, Waiting
from campus.cases import agenda as cases
from campus.desk.lists import ENQUIRIES
from campus.feedback.lists import ENTRIES as FEEDBACK
from campus.lists.registry import ListPage
from campus.marks import MarkSource
from campus.models import Person
from campus.people import agenda as people
from campus.people.lists import PEOPLE
from campus.places.lists import PLACES
from campus.rows import read
from canteen import agenda as canteen
from canteen.lists import BATCHES, DISHES, SUPPLIERS, WORKERS
from cleaning import agenda as cleaning
from cleaning import marks as cleaning_marks
from cleaning.lists import AREAS as CLEANING_AREAS
from dormitory import agenda as dormitory
from dormitory import marks as dormitory_marks
from inspections import agenda as inspections
from inspections.lists import CAMPAIGNS, FINDINGS
from logistics.report.lists import NOTES as REPORT_NOTES
from planning import agenda as planning
from planning.lists import ACTIONS, ENTRIES, MEETINGS, PAPERS, PLAN_ITEMS
from repairs import agenda as repairs
from repairs import marks as property_marks
from repairs.lists import ASSETS, ISSUES, JOBS, REQUESTS, SUPPLIES, TICKETS
from safety import agenda as safety
from safety.lists import CHEMICALS, DRILLS, EQUIPMENT, EVENTS, HAZARDS, INCIDENTS

# Each offers `dated(person, first, last)`: what the calendar shows.
DATED: tuple[ModuleType, ...] = (
    planning,
    inspections,
    repairs,
    safety,
    dormitory,
    cleaning,
    canteen,
)
# Each offers `waiting(person, at)`: what My day asks for.
WAITING: tuple[ModuleType, ...] = (
    planning, inspections, cases, repairs, safety, dormitory, cleaning, canteen,
    people,
)  # fmt: skip

# What the search over everything looks through, in the order in which it tells of it.
SEARCHED: tuple[ListPage, ...] = (
    TICKETS, HAZARDS, INCIDENTS, ENQUIRIES, FEEDBACK, ASSETS, JOBS, SUPPLIES, REQUESTS, ISSUES,
    ACTIONS, FINDINGS, CAMPAIGNS, MEETINGS, PLAN_ITEMS, DRILLS, EVENTS, ENTRIES, PAPERS, CHEMICALS,
    EQUIPMENT, CLEANING_AREAS, DISHES, BATCHES, SUPPLIERS, WORKERS, PEOPLE, PLACES,
    REPORT_NOTES,
)  # fmt: skip

# Each names `SOURCES` of marks: what the class assessment sums up.
MARKED: tuple[ModuleType, ...] = (cleaning_marks, dormitory_marks, property_marks)


def mark_sources() -> list[MarkSource]:
    """Where marks of classes come from, in the order in which they are told."""
    return [source for module in MARKED for source in module.SOURCES]


def dated_things(person: Person, first: date, last: date) -> list[Dated]:
    """What `person` may see of some days: by first day, then the longest first, then by time."""
    found = read(rows for agenda in DATED for rows in agenda.dated(person, first, last))
    return sorted(found, key=reading_order)


def reading_order(thing: Dated) -> tuple[date, int, time, str]:
    return (thing.first, -thing.days, thing.starts_at or time.min, thing.title)


def waiting_things(person: Person, at: datetime) -> list[Waiting]:
    """What waits for `person`, most urgent first, then what is due first."""
    found = read(rows for agenda in WAITING for rows in agenda.waiting(person, at))
    return sorted(found, key=lambda each: (each.urgency, each.due or date.max, each.title))
