"""What happens to hazards beyond what happens to any case."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.cases import actions as cases
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import changed
from campus.cases.actions.promising import keep, note_due, promise_by, rule_of
from campus.cases.actions.telling import tell_people
from campus.cases.models import Promise
from campus.cases.promises import Clocks, end_of
from campus.cases.registry import kind_of, on_duty
from campus.doors import Refused
from campus.models import Attachment, Department, Person, Role, TimelineEntry
from campus.records.actions import note
from safety.models import Hazard, MajorCriterion

Status = Hazard.Status
Files = Iterable[Upload | Attachment]
# The promise whose day is agreed on hazard by hazard.
RECTIFIED = "rectified"

LEVELS = {"general": gettext_noop("General hazard"), "major": gettext_noop("Major hazard")}
GRADED = gettext_noop("Graded: %(level)s")
IS_MAJOR = gettext_noop("A major hazard: %(number)s %(title)s")
ORDERED = gettext_noop("To be rectified by %(day)s")
RECTIFY = gettext_noop("To be rectified by you until %(day)s: %(number)s %(title)s")
DONE = gettext_noop("Rectified")
TO_VERIFY = gettext_noop("To be verified by you: %(number)s %(title)s")
CLOSED = gettext_noop("Verified and closed out")
SENT_BACK = gettext_noop("Sent back; to be rectified by %(day)s")
THERE_AGAIN = gettext_noop("There again; to be rectified by %(day)s")
UPWARD = gettext_noop("Reported upward to %(to)s on %(day)s: %(how)s")
KEPT_SAFE = gettext_noop("Kept safe meanwhile: %(how)s")
AGAIN = gettext_noop("Taken up again")
REMARK = gettext_noop("Remark of the register")


class Grading(TypedDict):
    """How grave it is, of which field, and why."""

    level: str
    domain: str
    criterion: MajorCriterion | None
    grounds: str


class Upward(TypedDict):
    """To whom, how and when it was reported, and how people are safe until an answer comes."""

    upward_to: str
    upward_how: str
    upward_on: date
    isolation: str


class Commitments(TypedDict):
    """What is fixed when rectification is ordered (五落实), and how people are safe until then."""

    owner: Person
    department: Department | None
    measures: str
    budget: Decimal | None
    rectify_by: date
    contingency: str
    isolation: str


@transaction.atomic
def report(*, by: Person, at: datetime, attachments: Files = (), **facts: Any) -> Hazard:
    """Put a hazard into the register; safety officers are told. The photos show it as it was."""
    hazard = cases.raise_case(Hazard, by=by, at=at, **facts)
    attach(hazard, attachments, by=by, at=at, role=Attachment.Role.BEFORE)
    return hazard


@transaction.atomic
def grade(
    hazard: Hazard, *, by: Person, at: datetime, seen: int | None = None, **grading: Unpack[Grading]
) -> TimelineEntry:
    """Say how grave it is; of a major one the head hears at once. Raises Refused.

    What is graded already and not yet in work is graded anew.
    """
    hazard = locked(hazard, seen=seen)
    words, facts = grading["grounds"], {"level": {"term": LEVELS[grading["level"]]}}
    if hazard.status == Status.GRADED:
        changed(hazard, at=at, **grading)
        entry = note(hazard, by=by, at=at, text=GRADED, facts=facts, words=words)
    else:
        entry = cases.move(
            hazard, Status.GRADED, by=by, at=at, text=GRADED, facts=facts, words=words, **grading
        )
    if grading["level"] == Hazard.Level.MAJOR:
        now = Hazard.objects.get(pk=hazard.pk)
        tell_people(on_duty(Role.HEAD), now, IS_MAJOR, by=by, at=at)
    return entry


@transaction.atomic
def order(
    hazard: Hazard, *, by: Person, at: datetime, seen: int | None = None,
    **commitments: Unpack[Commitments],
) -> TimelineEntry:  # fmt: skip
    """Order its rectification: whoever is responsible is told, and the day is promised.

    Raises Refused for a day that has passed, ValidationError where commitments are missing.
    """
    day, owner = commitments["rectify_by"], commitments["owner"]
    refuse_past(day, at=at)
    entry = cases.move(
        hazard, Status.RECTIFYING, by=by, at=at, seen=seen, text=ORDERED, facts=day_fact(day),
        assignee=owner, **commitments,
    )  # fmt: skip
    now = locked(hazard)
    promise_day(now, day, at=at)
    tell_people([owner], now, RECTIFY, by=by, at=at, day=day_fact(day)["day"])
    return entry


def refuse_past(day: date, *, at: datetime) -> None:
    """Raise Refused for a day before that of `at`, or whose office hours are over."""
    if day < timezone.localtime(at).date() or end_of(day) <= at:
        raise Refused(_("Choose a day that is still to come."))


def day_fact(day: date) -> dict[str, dict[str, str]]:
    return {"day": {"day": day.isoformat()}}


def promise_day(hazard: Hazard, day: date, *, at: datetime) -> None:
    """Let the promise of rectification run to the end of `day`, anew where it runs already."""
    unmet = Promise.objects.of(hazard).unmet().select_for_update(of=("self",))
    running = unmet.filter(kind=RECTIFIED).first()
    if running is None:
        promise_by(hazard, kind_of(hazard).promise(RECTIFIED), due_at=end_of(day), at=at)
        return
    running.due_at, running.left, running.rung = end_of(day), None, 0
    keep(running, rule_of(running, hazard), Clocks(), at=at)
    note_due(hazard)


@transaction.atomic
def put_off(
    hazard: Hazard, *, day: date, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Put the day off, for a reason. Raises Refused for a day no later than it."""
    entry = cases.extend(
        hazard, promise=RECTIFIED, to=end_of(day), by=by, at=at, seen=seen, words=words
    )
    now = locked(hazard)
    changed(now, at=at, rectify_by=day)
    return entry


@transaction.atomic
def isolate(
    hazard: Hazard, *, isolation: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Files = (),
) -> TimelineEntry:  # fmt: skip
    """Note how people are kept safe while it cannot be rectified at once (警戒、停用)."""
    hazard = locked(hazard, seen=seen)
    changed(hazard, at=at, isolation=isolation)
    files = attach(hazard, attachments, by=by, at=at, role=Attachment.Role.BEFORE)
    return note(hazard, by=by, at=at, text=KEPT_SAFE, facts={"how": isolation}, attachments=files)


@transaction.atomic
def report_upward(
    hazard: Hazard, *, words: str, by: Person, at: datetime, seen: int | None = None,
    **upward: Unpack[Upward],
) -> TimelineEntry:  # fmt: skip
    """It is beyond the school: say to whom, how and when it was reported. The deadline stands
    still until it is taken up again."""
    facts = {
        "to": upward["upward_to"], "how": upward["upward_how"], **day_fact(upward["upward_on"]),
    }  # fmt: skip
    return cases.move(
        hazard, Status.REPORTED_UP, by=by, at=at, seen=seen, words=words, text=UPWARD,
        facts=facts, assignee=None, **upward,
    )  # fmt: skip


@transaction.atomic
def finish(
    hazard: Hazard, *, words: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Files = (),
) -> TimelineEntry:  # fmt: skip
    """It is rectified, as words and photos show; whoever may verify it is told."""
    entry = cases.move(
        hazard, Status.VERIFYING, by=by, at=at, seen=seen, words=words, text=DONE,
        rectifier=by, rectified_at=at, assignee=None,
    )  # fmt: skip
    now = locked(hazard)
    files = attach(now, attachments, by=by, at=at, role=Attachment.Role.AFTER)
    entry.attachments.set(files)
    tell_people(verifiers(now), now, TO_VERIFY, by=by, at=at)
    return entry


def verifiers(hazard: Hazard) -> list[Person]:
    """Safety officers other than whoever has rectified it; with none left the head."""
    own = {hazard.owner_id, hazard.rectifier_id}
    for role in (Role.SAFETY_OFFICER, Role.HEAD):
        if people := [each for each in on_duty(role) if each.pk not in own]:
            return people
    return []


@transaction.atomic
def close(
    hazard: Hazard, *, verdict: str, by: Person, at: datetime, seen: int | None = None,
    attachments: Files = (),
) -> TimelineEntry:  # fmt: skip
    """Verified: it is closed out (销号). Raises Refused where `by` has rectified it."""
    hazard = locked(hazard, seen=seen)
    refuse_own(hazard, by)
    entry = cases.move(
        hazard, Status.CLOSED, by=by, at=at, words=verdict, text=CLOSED, verifier=by,
        verified_at=at, verdict=verdict,
    )  # fmt: skip
    entry.attachments.set(attach(hazard, attachments, by=by, at=at, role=Attachment.Role.AFTER))
    return entry


def refuse_own(hazard: Hazard, person: Person) -> None:
    """Raise Refused where the person has rectified it or is responsible for it."""
    if person.pk in (hazard.owner_id, hazard.rectifier_id):
        raise Refused(_("Nobody verifies what they have rectified or are responsible for."))


@transaction.atomic
def send_back(
    hazard: Hazard, *, day: date, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It does not hold, for a reason: back into the hands of whoever is responsible, by a new day.

    The same for one that was closed out and is there again.
    """
    hazard = locked(hazard, seen=seen)
    refuse_past(day, at=at)
    if hazard.status == Status.VERIFYING:
        refuse_own(hazard, by)
    text = SENT_BACK if hazard.status == Status.VERIFYING else THERE_AGAIN
    entry = cases.move(
        hazard, Status.SENT_BACK, by=by, at=at, words=words, text=text, facts=day_fact(day),
        assignee=hazard.owner, rectify_by=day, verifier=None, verified_at=None, verdict="",
    )  # fmt: skip
    now = locked(hazard)
    promise_day(now, day, at=at)
    tell_people([now.owner], now, RECTIFY, by=by, at=at, day=day_fact(day)["day"])
    return entry


def reject(
    hazard: Hazard, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It is none, and why."""
    return cases.move(hazard, Status.REJECTED, by=by, at=at, seen=seen, words=words, assignee=None)


def reopen(
    hazard: Hazard, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It is one after all."""
    return cases.move(hazard, Status.REPORTED, by=by, at=at, seen=seen, words=words, text=AGAIN)


@transaction.atomic
def remark(
    hazard: Hazard, *, remark: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Write what the register says beside it."""
    hazard = locked(hazard, seen=seen)
    changed(hazard, at=at, remark=remark)
    return note(hazard, by=by, at=at, text=REMARK, words=remark)
