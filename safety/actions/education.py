"""What happens to safety education: planned, attended, understood."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, SchoolClass
from campus.storing import store
from planning.actions.fulfilment import follow, note_made
from planning.actions.reminders import plan_reminders
from safety.actions.drills import pupils_of
from safety.models import (
    EventClass,
    QuizCount,
    QuizQuestion,
    QuizTaken,
    SafetyDate,
    SafetyEvent,
)

Status = SafetyEvent.Status

# The fixed dates of the year; those that we know from memory alone are marked as proposals.
DATES = (
    ("pupils-day", "全国中小学生安全教育日", "last_monday", 3, 1, True),
    ("health-month", "爱国卫生月", "month", 4, 1, False),
    ("national-security", "全民国家安全教育日", "day", 4, 15, True),
    ("traffic-thought", "全国交通安全反思日", "day", 4, 30, False),
    ("disaster", "全国防灾减灾日", "day", 5, 12, False),
    ("work-safety-month", "安全生产月", "month", 6, 1, False),
    ("advice", "全国安全宣传咨询日", "day", 6, 16, False),
    ("drugs", "国际禁毒日", "day", 6, 26, False),
    ("first-lesson", "开学第一课", "day", 9, 1, True),
    ("fire-month", "消防宣传月", "month", 11, 1, False),
    ("fire-day", "全国消防日", "day", 11, 9, False),
    ("traffic", "全国交通安全日", "day", 12, 2, True),
    ("constitution", "国家宪法日（法制宣传日）", "day", 12, 4, False),
)


@transaction.atomic
def lay_usual_dates() -> None:
    """Add the dates that are missing; safe to repeat."""
    known = set(SafetyDate.objects.values_list("code", flat=True))
    SafetyDate.objects.bulk_create(
        (
            SafetyDate(code=code, name=name, rule=rule, month=month, day=day, is_proposal=proposal)
            for code, name, rule, month, day, proposal in DATES
            if code not in known
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def write_event(
    event: SafetyEvent, *, classes: Iterable[SchoolClass],
    questions: Sequence[tuple[str, list[str], int]], by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **facts: Any,
) -> SafetyEvent:  # fmt: skip
    """Plan an activity, or change it: its classes and its quiz as (question, answers, right one).

    A new one with a `plan_item` is the activity of that item of the work plan. The quiz stays as it
    is once somebody has answered. Raises Refused, ValidationError.
    """
    if event.pk:
        event = SafetyEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    for name, value in facts.items():
        setattr(event, name, value)
    is_new = event.pk is None
    store(event)
    lay_classes(event, list(classes))
    lay_questions(event, questions)
    attach(event, attachments, by=by, at=at)
    plan_reminders(event, at=at)
    if is_new:
        note_made(event, by=by, at=at)
    return event


def lay_classes(event: SafetyEvent, classes: list[SchoolClass]) -> None:
    """Those who stay keep their count."""
    event.classes.exclude(school_class__in=classes).delete()
    known = set(event.classes.values_list("school_class", flat=True))
    pupils = pupils_of(classes)
    for each in classes:
        if each.pk not in known:
            row = EventClass(event=event, school_class=each, expected=pupils[each.pk])
            store(row)


def lay_questions(event: SafetyEvent, questions: Sequence[tuple[str, list[str], int]]) -> None:
    rows = event.questions.order_by("position").values_list("text", "answers", "right")
    if [tuple(row) for row in rows] == [tuple(each) for each in questions]:
        return
    if event.taken.exists():
        raise Refused(_("Somebody has answered already; the questions stay."))
    event.questions.all().delete()
    for position, (text, answers, right) in enumerate(questions, 1):
        question = QuizQuestion(
            event=event, position=position, text=text, answers=answers, right=right
        )
        store(question)


@transaction.atomic
def count_classes(
    event: SafetyEvent, *, present: Mapping[int, int], by: Person, at: datetime
) -> None:
    """Note how many of each class were there, by number of its row; the others stay. An activity
    of which somebody was counted has been held."""
    event = locked(event)
    rows = event.classes.select_for_update(of=("self",)).filter(pk__in=present)
    for row in rows:
        row.present = present[row.pk]
        store(row)
    has_come = event.on <= timezone.localtime(at).date()
    if present and has_come and event.status == Status.PLANNED:
        hold(event, by=by, at=at)


# Whether it took place


def locked(event: SafetyEvent) -> SafetyEvent:
    return SafetyEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)


@transaction.atomic
def hold(event: SafetyEvent, *, by: Person, at: datetime) -> SafetyEvent:
    """It has taken place. Raises Refused before its day."""
    event = locked(event)
    if event.on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
    return moved(event, Status.HELD, by=by, at=at)


@transaction.atomic
def call_off(event: SafetyEvent, *, reason: str, by: Person, at: datetime) -> SafetyEvent:
    """It does not take place, for a reason."""
    event = locked(event)
    event.reason = reason
    return moved(event, Status.CALLED_OFF, by=by, at=at)


@transaction.atomic
def plan_again(event: SafetyEvent, *, by: Person, at: datetime) -> SafetyEvent:
    """It has not been held after all, or takes place after all."""
    event = locked(event)
    event.reason = ""
    return moved(event, Status.PLANNED, by=by, at=at)


def moved(event: SafetyEvent, to: str, *, by: Person, at: datetime) -> SafetyEvent:
    """The locked activity in its new state; its reminders and its plan item follow. Raises Refused
    for a state that may not follow the present one."""
    if not event.can_become(to):
        raise Refused(
            _("“%(event)s” is “%(state)s”, so this cannot be done.")
            % {"event": event, "state": event.get_status_display()}
        )
    event.status = to
    store(event)
    plan_reminders(event, at=at)
    follow(event, by=by, at=at)
    return event


@transaction.atomic
def take_quiz(event: SafetyEvent, *, answers: Mapping[int, int], by: Person, at: datetime) -> int:
    """Count a pupil's answers for their class, and say how many were right.

    `answers` are by number of the question. Nothing says afterwards who has answered what. Raises
    Refused where one has answered already, or is in no class.
    """
    school_class = by.school_class
    if school_class is None or not event.classes.filter(school_class=school_class).exists():
        raise Refused(_("The quiz is for the classes of the activity."))
    seal = salted_hmac("safety.quiz", f"{event.pk}:{by.pk}", algorithm="sha256").hexdigest()
    _taken, is_new = QuizTaken.objects.get_or_create(event=event, seal=seal)
    if not is_new:
        raise Refused(_("You have answered already."))
    questions = {each.pk: each for each in event.questions.all()}
    given = {pk: answer for pk, answer in answers.items() if pk in questions}
    for pk, answer in sorted(given.items()):
        if answer >= len(questions[pk].answers):
            raise Refused(_("There is no such answer."))
        add_one(questions[pk], school_class, answer)
    return sum(questions[pk].right == answer for pk, answer in given.items())


def add_one(question: QuizQuestion, school_class: SchoolClass, answer: int) -> None:
    """One more of the class gave this answer."""
    row, _new = QuizCount.objects.get_or_create(
        question=question, school_class=school_class, answer=answer
    )
    QuizCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
