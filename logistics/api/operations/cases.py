"""Every kind of case, with the list and the form of its own page."""

from datetime import date, datetime
from typing import Any

from campus.cases.actions import raise_case
from campus.desk.forms import EnquiryForm
from campus.desk.kind import ENQUIRY
from campus.desk.lists import ENQUIRIES
from campus.feedback import actions as feedback
from campus.feedback.forms import Write
from campus.feedback.kind import FEEDBACK
from campus.feedback.lists import ENTRIES
from campus.feedback.models import Feedback, FeedbackTopic
from campus.feedback.registry import AREAS
from campus.models import Enquiry, Person
from campus.shell.numbers import number_typed
from inspections.kinds.appeal import APPEAL
from inspections.lists import APPEALS
from logistics.api.cases import Raising, ServedKind, serve_kind
from logistics.api.shapes import code, named, person, plain
from planning.kinds import ACTION
from planning.lists import ACTIONS
from repairs.forms.tickets import ReportFault
from repairs.kinds.supply_request import SUPPLY_REQUEST
from repairs.kinds.ticket import TICKET
from repairs.lists import REQUESTS as SUPPLY_REQUESTS
from repairs.lists import TICKETS
from repairs.models import SupplyRequest, Ticket
from safety import rights as safety
from safety.actions import hazards, incidents
from safety.forms.hazards import Register
from safety.forms.incidents import Record
from safety.kinds.hazard import HAZARD
from safety.kinds.incident import INCIDENT
from safety.lists import HAZARDS, INCIDENTS
from safety.models import Domain, Hazard, Incident
from vehicles import rights as vehicles
from vehicles.actions import requests as trip_requests
from vehicles.actions import service_requests
from vehicles.forms.requests import AskForTrip
from vehicles.forms.service import AskService
from vehicles.kinds.service_request import SERVICE_REQUEST
from vehicles.kinds.trip_request import TRIP_REQUEST
from vehicles.lists import REQUESTS as TRIP_REQUESTS
from vehicles.lists import SERVICE_REQUESTS
from vehicles.models import ServiceRequest, TripRequest


def entry_form(person: Person, data: Any, files: Any) -> Write:
    """The form of the topic's area; a topic that there is not is told by any of them."""
    number = number_typed(data.get("topic", ""))
    topic = FeedbackTopic.objects.filter(pk=number).first() if number else None
    area = AREAS.get(topic.area) if topic else None
    form = Write(data, files, area=area or next(iter(AREAS.values())), groups=())
    if not data:
        field: Any = form.fields["topic"]
        field.queryset = FeedbackTopic.objects.filter(area__in=AREAS).offered()
    return form


KINDS = (
    ServedKind(
        name="tickets", title="Ticket", kind=TICKET, page=TICKETS, parts=(named("category"),),
        raising=Raising(
            fields=ReportFault,
            form=lambda person, data, files: ReportFault(data, files, person=person),
            act=lambda form, *, by, at: raise_case(Ticket, by=by, at=at, **form.cleaned_data),
            leave_out=("own_place",),
        ),
    ),
    ServedKind(
        name="hazards", title="Hazard", kind=HAZARD, page=HAZARDS,
        parts=(
            code("domain", Domain),
            code("level", Hazard.Level, empty=True, about="Null until it is graded."),
            code("source", Hazard.Source),
            person("owner", about="Responsible for the rectification."),
            plain("rectify_by", date, empty=True),
        ),
        raising=Raising(
            fields=Register,
            form=lambda person, data, files: Register(data, files, person=person),
            act=lambda form, *, by, at: hazards.report(by=by, at=at, **form.cleaned_data),
        ),
    ),
    ServedKind(
        name="incidents", title="Incident", kind=INCIDENT, page=INCIDENTS,
        parts=(
            code("domain", Domain),
            code("level", Incident.Level),
            plain("happened_at", datetime),
            plain("hurt_pupils", int),
            plain("hurt_staff", int),
            plain("is_simulated", bool),
        ),
        raising=Raising(
            fields=Record,
            form=lambda person, data, files: Record(data, files, person=person),
            act=lambda form, *, by, at: incidents.record(by=by, at=at, **form.cleaned_data),
            may=safety.can_record_incidents,
            leave_out=("priority", "reporter"),
        ),
    ),
    ServedKind(
        name="feedback", title="Feedback", kind=FEEDBACK, page=ENTRIES,
        parts=(
            named("topic"),
            code("kind", Feedback.Kind),
            plain("stars", int, empty=True),
            plain("is_unnamed", bool),
            plain("answer", str),
        ),
        raising=Raising(
            fields=Write,
            form=entry_form,
            act=lambda form, *, by, at: feedback.write(
                form.cleaned_data["topic"], **form.facts(), by=by, at=at
            ),
            leave_out=("subject",),
        ),
    ),
    ServedKind(
        name="enquiries", title="Enquiry", kind=ENQUIRY, page=ENQUIRIES,
        raising=Raising(
            fields=EnquiryForm,
            form=lambda person, data, files: EnquiryForm(data, files, person=person),
            act=lambda form, *, by, at: raise_case(Enquiry, by=by, at=at, **form.cleaned_data),
        ),
    ),
    ServedKind(
        name="actions", title="Action", kind=ACTION, page=ACTIONS,
        parts=(named("meeting", by="title"),),
    ),
    ServedKind(name="appeals", title="Appeal", kind=APPEAL, page=APPEALS),
    ServedKind(
        name="supply-requests", title="SupplyRequest", kind=SUPPLY_REQUEST, page=SUPPLY_REQUESTS,
        parts=(code("kind", SupplyRequest.Kind),),
    ),
    ServedKind(
        name="service-requests", title="ServiceRequest", kind=SERVICE_REQUEST,
        page=SERVICE_REQUESTS,
        parts=(
            named("vehicle", by="plate"),
            named("workshop"),
            code("kind", ServiceRequest.Kind),
        ),
        raising=Raising(
            fields=AskService,
            form=lambda person, data, files: AskService(data, files, person=person),
            act=lambda form, *, by, at: service_requests.ask(by=by, at=at, **form.cleaned_data),
            may=vehicles.can_ask_service,
            leave_out=("place", "reporter"),
        ),
    ),
    ServedKind(
        name="trip-requests", title="TripRequest", kind=TRIP_REQUEST, page=TRIP_REQUESTS,
        parts=(
            code("kind", TripRequest.Kind),
            named("department"),
            plain("destination", str),
            plain("starts_at", datetime),
            plain("ends_at", datetime),
            plain("passengers", int),
            named("trip", by="number"),
        ),
        raising=Raising(
            fields=AskForTrip,
            form=lambda person, data, files: AskForTrip(data, files, person=person),
            act=lambda form, *, by, at: trip_requests.ask(by=by, at=at, **form.cleaned_data),
            may=vehicles.can_ask_for_trips,
            leave_out=("place",),
        ),
    ),
)  # fmt: skip


def declare() -> None:
    """Lists, one, raising, moves and comments of each kind."""
    for served in KINDS:
        serve_kind(served)
