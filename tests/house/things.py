"""One of everything that an address can name."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import NoReverseMatch, reverse

from campus.cases import actions as cases
from campus.feeds import actions as feeds
from campus.models import (
    Attachment,
    Delivery,
    Duty,
    Enquiry,
    InboxEntry,
    Job,
    KeptForm,
    Notice,
    Person,
    Place,
    Robot,
    RosterImport,
    SavedView,
    SpecialDay,
    StoredFile,
)
from planning.actions.action_items import raise_action
from planning.models import (
    CalendarEntry,
    DraftItem,
    Meeting,
    Paper,
    PaperKind,
    Plan,
    PlanDraft,
    PlanItem,
)
from repairs.models import Category, Contractor, Ticket
from tests.house.api_things import api_things
from tests.house.assessment_things import assessment_things
from tests.house.canteen_things import canteen_things
from tests.house.cleaning_things import cleaning_things
from tests.house.dashboard_things import dashboard_things
from tests.house.dormitory_things import dormitory_things
from tests.house.feedback_things import feedback_things
from tests.house.identity_things import identity_things
from tests.house.inspections_things import inspection_things
from tests.house.privacy_things import privacy_things
from tests.house.repairs_things import lay_repairs
from tests.house.report_things import report_things
from tests.house.rooms_things import rooms_things
from tests.house.running_things import running_things
from tests.house.safety_things import safety_things
from tests.house.vehicles_things import vehicles_things
from tests.house.webhooks_things import webhooks_things

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAYS = {"starts_on": date(2025, 11, 9), "ends_on": date(2025, 11, 9)}
Things = Mapping[str, Any]


def lay_things(head: Person, owner: Person, pupil: Person, semester: Any) -> Things:
    """Everything belongs to the head; the plan item and the action are in the hands of `owner`.

    Keys are the first words of the addresses' names, with their namespace where the word alone
    would mean two things; a tuple fills an address of several parts.
    """
    cases_laid = case_things(head, owner)
    return {
        **plan_things(head, owner, semester),
        **notice_things(head),
        **ground_things(head, pupil),
        **cases_laid,
        **lay_repairs(head, owner, cases_laid["repairs:case"], AT),
        **meeting_things(head),
        **inspection_things(head, AT),
        **safety_things(head, owner, AT),
        **feedback_things(head, AT),
        **assessment_things(head, pupil, semester, AT),
        **report_things(head, semester, AT),
        **dashboard_things(head, AT),
        **canteen_things(head, owner, AT),
        **dormitory_things(head, pupil, AT),
        **cleaning_things(head, pupil, AT),
        **running_things(head, owner, AT),
        **vehicles_things(head, owner, AT),
        **rooms_things(head, owner, AT),
        **privacy_things(head, pupil, AT),
        **webhooks_things(head, AT),
        **api_things(head, AT),
        "semester": semester.pk,
        "closing:things": (semester.pk, "ticket"),
        "hours": "office",
        "rule": "plan_item.drill",
        "cases:promise": ("enquiry", "answer", "normal"),
        "icon": "192",
        "feed": feeds.renew(person=head, at=AT),
        "people:duty_give": owner.pk,
        **identity_things(head, AT),
    }


def plan_things(head: Person, owner: Person, semester: Any) -> Things:
    """A plan with an item, a draft, a calendar entry, a special day."""
    office = head.department
    assert office
    plan = Plan.objects.create(
        semester=semester, department=office, title="Plan", adopted_by=head, adopted_at=AT
    )
    item = PlanItem.objects.create(
        plan=plan, title="Drill", kind="drill", lead_unit=office, owner=owner, **DAYS
    )
    draft = PlanDraft.objects.create(
        semester=semester, department=office, title="Draft", text="…", by=head, at=AT
    )
    draft_item = DraftItem.objects.create(draft=draft, position=1, title="Drill", **DAYS)
    entry = CalendarEntry.objects.create(title="Entry", by=head, changed_at=AT, **DAYS)
    special = SpecialDay.objects.create(day=date(2025, 11, 11), kind="off", name="Day off")
    return {
        "item": item.pk, "draft": draft.pk, "draft_item": draft_item.pk, "entry": entry.pk,
        "day": special.pk, "records:history": ("planning.planitem", item.pk),
    }  # fmt: skip


def notice_things(head: Person) -> Things:
    """A robot, a notice in the head's inbox, a delivery that was given up."""
    robot = Robot.objects.create(name="Group", address="json://127.0.0.1:9/")
    notice = Notice.objects.create(key="k", topic="t", text="Told", path="/", told_at=AT)
    inbox = InboxEntry.objects.create(notice=notice, person=head)
    delivery = Delivery.objects.create(
        notice=notice, person=head, state=Delivery.State.GIVEN_UP, next_try_at=AT
    )
    return {"robot": robot.pk, "open": inbox.pk, "read": inbox.pk, "delivery": delivery.pk}


def ground_things(head: Person, pupil: Person) -> Things:
    """A place, a duty, a device, a saved search, an import, a job with its file, a kept form."""
    place = Place.objects.create(kind=Place.Kind.ROOM, code="A-101", name="101")
    place.refresh_from_db()
    duty = Duty.objects.get(person=head)
    device = UserSession.objects.create(user=head, session_key="key", ip="127.0.0.1", user_agent="")
    view = SavedView.objects.create(person=head, list_name="people", name="View", query="q=x")
    roster = RosterImport.objects.create(by=head, at=AT, day=AT.date(), file_name="x", digest="x")
    job = Job.objects.create(
        kind="x", title="Job", by=head, asked_at=AT, ended_at=AT, state=Job.State.DONE,
        file=default_storage.save("things/file", ContentFile(b"x")), file_name="x.xlsx",
    )  # fmt: skip
    kept = KeptForm.objects.create(person=head, key="kept", path="/desk/new/", typed=[], kept_at=AT)
    return {
        "place": place.pk, "scan": place.token, "people:person": pupil.pk, "people:extra": pupil.pk,
        "people:acts": head.pk, "duty": duty.pk, "field": "guardian_phone",
        "account:give": pupil.pk, "account:take": head.pk, "account:sign": pupil.pk,
        "account:device": device.pk, "account:own_data_file": "json", "list": "people",
        "view": view.pk, "import": roster.pk, "jobs:job": job.pk, "jobs:file": job.pk,
        "kept": kept.key,
    }  # fmt: skip


def case_things(head: Person, owner: Person) -> Things:
    """An enquiry of the head's with a picture, a ticket, and a tracked action of `owner`'s."""
    enquiry = cases.raise_case(Enquiry, by=head, at=AT, title="Enquiry")
    stored = StoredFile.objects.create(sha256="0" * 64, kind="jpeg", size=1, width=1, height=1)
    for path in (stored.path, stored.small_path):
        if not default_storage.exists(path):
            default_storage.save(path, ContentFile(b"x"))
    picture = Attachment.objects.create(
        content_type=ContentType.objects.get_for_model(Enquiry), object_id=enquiry.pk, file=stored,
        name="x.jpg", by=head, at=AT,
    )  # fmt: skip
    action = raise_action(title="Action", owner=owner, due_on=date(2025, 11, 14), by=head, at=AT)
    ticket = cases.raise_case(
        Ticket, by=head, at=AT, title="Ticket", category=Category.objects.get(code="other"),
        place=Place.objects.create(kind="room", code="R-9", name="Room 9"),
    )  # fmt: skip
    return {
        "repairs:case": ticket.pk, "repairs:case_move": (ticket.pk, "reject"),
        "repairs:trades": owner.pk, "repairs:category": ticket.category_id,
        "repairs:contractor": Contractor.objects.create(name="Firm").pk,
        "desk:case": enquiry.pk, "desk:case_move": (enquiry.pk, "refuse"),
        "at_hand": enquiry.number,
        "attachments:file": (picture.pk, picture.name), "small": picture.pk, "remove": picture.pk,
        "comment": ("campus.enquiry", enquiry.pk), "planning:actions:case": action.pk,
        "planning:actions:case_move": (action.pk, "put-off"),
    }  # fmt: skip


def meeting_things(head: Person) -> Things:
    """A meeting that is held, and a paper of the head's with its kind."""
    meeting = Meeting.objects.create(
        title="Meeting", kind="regular", starts_at=AT, ends_at=AT + timedelta(hours=1), chair=head,
        recorder=head, called_by=head, status=Meeting.Status.HELD, changed_at=AT,
    )  # fmt: skip
    holder = ContentType.objects.get_for_model(Person)
    kind = PaperKind.objects.create(name="Licence", holder_type=holder)
    paper = Paper.objects.create(
        kind=kind, holder_type=holder, holder_id=head.pk, holder_name=head.name,
        ends_on=date(2026, 11, 3), by=head, at=AT,
    )  # fmt: skip
    return {"meeting": meeting.pk, "paper": paper.pk, "paper_kind": kind.pk}


def address(name: str, things: Things) -> str:
    """The address called `name`, filled in with the thing that its name begins with."""
    word = name.rpartition(":")[2]
    fitting = [
        key for key in things
        if any(each == key or each.startswith(f"{key}_") for each in (name, word))
    ]  # fmt: skip
    try:
        return reverse(name)
    except NoReverseMatch:
        thing = things[max(fitting, key=lambda key: (":" in key, len(key)))]
        return reverse(name, args=thing if isinstance(thing, tuple) else [thing])
