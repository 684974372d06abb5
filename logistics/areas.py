"""What the roof asks of every area: agenda, lists. A new area is named here once."""

from datetime import date, datetime, time
from types import ModuleType

from campus.agenda import Dated, Waiting
from campus.cases import agenda as cases
from campus.desk.lists import ENQUIRIES
from campus.feedback import measures as feedback_measures
from campus.feedback.lists import ENTRIES as FEEDBACK
from campus.lists.registry import ListPage
from campus.marks import MarkSource
from campus.measures import Measure
from campus.models import Person
from campus.people import agenda as people
from campus.people.lists import PEOPLE
from campus.places.lists import PLACES
from campus.privacy import agenda as privacy
from campus.rows import read
from canteen import agenda as canteen
from canteen import measures as canteen_measures
from canteen.lists import BATCHES, DISHES, SUPPLIERS, WORKERS
from cleaning import agenda as cleaning
from cleaning import marks as cleaning_marks
from cleaning.lists import AREAS as CLEANING_AREAS
from dormitory import agenda as dormitory
from dormitory import marks as dormitory_marks
from dormitory import measures as dormitory_measures
from inspections import agenda as inspections
from inspections import measures as inspections_measures
from inspections.lists import CAMPAIGNS, FINDINGS
from logistics.assessment import measures as assessment_measures
from logistics.report.lists import NOTES as REPORT_NOTES
from planning import agenda as planning
from planning import measures as planning_measures
from planning.lists import ACTIONS, ENTRIES, MEETINGS, PAPERS, PLAN_ITEMS
from repairs import agenda as repairs
from repairs import marks as property_marks
from repairs import measures as repairs_measures
from repairs.lists import ASSETS, ISSUES, JOBS, REQUESTS, SUPPLIES, TICKETS
from rooms import agenda as rooms
from rooms.lists import BOOKINGS, PROJECTS, ROOMS
from safety import agenda as safety
from safety import measures as safety_measures
from safety.lists import CHEMICALS, DRILLS, EQUIPMENT, EVENTS, HAZARDS, INCIDENTS
from vehicles import agenda as vehicles
from vehicles import measures as vehicles_measures
from vehicles.lists import CARDS, REFUELS, SERVICE_REQUESTS, TRIPS, VEHICLES
from vehicles.lists import INCIDENTS as VEHICLE_INCIDENTS
from vehicles.lists import REQUESTS as TRIP_REQUESTS

# Each offers `dated(person, first, last)`: what the calendar shows.
DATED: tuple[ModuleType, ...] = (
    planning,
    inspections,
    repairs,
    safety,
    dormitory,
    cleaning,
    canteen,
    vehicles,
    rooms,
)
# Each offers `waiting(person, at)`: what My day asks for.
WAITING: tuple[ModuleType, ...] = (
    planning, inspections, cases, repairs, safety, dormitory, cleaning, canteen, vehicles, rooms,
    people, privacy,
)  # fmt: skip

# What the search over everything looks through, in the order in which it tells of it.
SEARCHED: tuple[ListPage, ...] = (
    TICKETS, HAZARDS, INCIDENTS, ENQUIRIES, FEEDBACK, ASSETS, JOBS, SUPPLIES, REQUESTS, ISSUES,
    ACTIONS, FINDINGS, CAMPAIGNS, MEETINGS, PLAN_ITEMS, DRILLS, EVENTS, ENTRIES, PAPERS, CHEMICALS,
    EQUIPMENT, CLEANING_AREAS, DISHES, BATCHES, SUPPLIERS, WORKERS, TRIP_REQUESTS, TRIPS, VEHICLES,
    SERVICE_REQUESTS, REFUELS, VEHICLE_INCIDENTS, CARDS, ROOMS, BOOKINGS, PROJECTS, PEOPLE, PLACES,
    REPORT_NOTES,
)  # fmt: skip

# Each names `SOURCES` of marks: what the class assessment sums up.
MARKED: tuple[ModuleType, ...] = (cleaning_marks, dormitory_marks, property_marks)

# Each names `MEASURES`: the tiles of the dashboard, in the order that the school gives them.
MEASURED: tuple[ModuleType, ...] = (
    planning_measures, safety_measures, inspections_measures, repairs_measures,
    dormitory_measures, canteen_measures, vehicles_measures, feedback_measures,
    assessment_measures,
)  # fmt: skip


def measures() -> list[Measure]:
    """All measures, in the school's own order."""
    return [measure for module in MEASURED for measure in module.MEASURES]


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
