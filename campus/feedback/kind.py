"""Feedback, declared for the mechanism of all cases."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms as asking
from campus.cases.models import HANDED_ON, MERGED, Case
from campus.cases.registry import CaseKind, Move, PromiseKind, Section, on_duty, register
from campus.feedback import actions, forms, rights
from campus.feedback.lists import ENTRIES
from campus.feedback.models import Feedback
from campus.feedback.registry import AREAS, FeedbackArea
from campus.lists.registry import name_list
from campus.models import Person, Role
from campus.people.registry import name_act

Status = Feedback.Status
HOUR, DAY = 60, 8 * 60

# A college promises an answer to complaints within five working days (domain.md §5); three are the
# portal's own proposal, two hours around the clock for what cannot wait. The school changes them.
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": 3 * DAY, "urgent": 2 * HOUR},
    urgent_hours="clock",
    met_by=(Status.ANSWERED, Status.PROMISED),
    warn_minutes=DAY // 4,
    alarms=(0, DAY),
    again_on_reopening=True,
    source=_("The portal's own proposal; a college promises five working days."),
)
DONE = PromiseKind(
    name=actions.answering.DONE_BY,
    label=pgettext_lazy("what is promised", "Done by the day agreed"),
    minutes={},
    met_by=(Status.ANSWERED,),
    alarms=(0, DAY),
    source=_("Agreed on day by day; the warnings are the portal's own proposal."),
)

MOVES = (
    Move(
        name="take", label=_("Take it up"), icon="hand-grab", act=actions.take,
        to=Status.UNDER_WAY, start=(Status.NEW,), may=rights.can_answer, is_main=True,
    ),
    Move(
        name="answer", label=_("Answer it"), icon="message-check", act=actions.answer,
        to=Status.ANSWERED, may=rights.can_work_on, form=forms.Answer, is_main=True,
    ),
    Move(
        name="promise", label=_("Promise something"), icon="calendar-check", act=actions.promise,
        to=Status.PROMISED, may=rights.can_work_on, form=forms.Promised,
    ),
    Move(
        name="wall", label=_("On the wall"), icon="layout-board-split", act=actions.put_up,
        may=rights.can_work_on, form=forms.PutUp, open_only=False,
        start=(Status.NEW, Status.UNDER_WAY, Status.PROMISED, Status.ANSWERED),
    ),
    Move(
        name="take-down", label=_("Off the wall"), icon="square-minus", act=actions.take_down,
        may=rights.can_work_on, open_only=False, fits=lambda entry: entry.on_wall_on is not None,
    ),
    Move(
        name="give", label=_("Give to"), icon="user-share", act=actions.give,
        may=rights.can_answer, form=asking.AssignForm,
    ),
    Move(
        name="extend", label=_("Put off"), icon="clock-plus", act=cases.extend,
        may=rights.can_answer, form=asking.ExtendForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=actions.merge,
        to=MERGED, may=rights.can_answer, form=asking.MergeForm,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, may=rights.can_answer, form=asking.HandOnForm,
    ),
    Move(
        name="hide", label=_("Hide abuse"), icon="eye-off", act=actions.hide,
        to=Status.HIDDEN, may=rights.can_answer, form=forms.Hide,
    ),
    Move(
        name="rate", label=_("Stars for the answer"), icon="star", act=actions.rate,
        may=rights.can_rate, form=forms.Rate, staff_only=False, open_only=False, is_main=True,
        fits=lambda entry: bool(entry.spoken_for.answer) and entry.answer_stars is None,
    ),
    Move(
        name="reopen", label=_("Not settled"), icon="rotate", act=actions.reopen,
        to=Status.UNDER_WAY, start=(Status.ANSWERED, Status.HIDDEN), may=rights.can_reopen,
        form=asking.Reason, staff_only=False,
    ),
    Move(
        name="withdraw", label=_("Withdraw"), icon="trash", act=actions.withdraw,
        to=Status.WITHDRAWN, may=rights.can_withdraw, staff_only=False,
    ),
)  # fmt: skip


def facts(entry: Feedback) -> list[tuple[Any, Any]]:
    """What stands above the words."""
    area = AREAS.get(entry.topic.area)
    about = f"{area.label} · {entry.topic}" if area else str(entry.topic)
    told = [
        (pgettext_lazy("of feedback", "Topic"), about),
        (_("Kind"), entry.get_kind_display()),
        (_("Written by"), _("without a name") if entry.is_unnamed else ""),
        (_("About"), subject_of(entry, area)),
        (_("Stars"), of_five(entry.stars)),
        (_("Stars for the answer"), of_five(entry.answer_stars)),
    ]
    return [(label, value) for label, value in told if value]


def subject_of(entry: Feedback, area: FeedbackArea | None) -> str:
    """What the entry is about, with the way there."""
    if area is None or entry.subject is None:
        return entry.subject_words
    path = area.path_of(entry.subject, timezone.localtime(entry.raised_at).date())
    return format_html('<a href="{}">{}</a>', path, entry.subject_words) if path else (
        entry.subject_words
    )  # fmt: skip


def of_five(stars: int | None) -> str:
    return "★" * stars + "☆" * (5 - stars) if stars else ""


def waits(person: Person) -> Q:
    """Entries in nobody's hands whose topic the person answers for; the head's own turn comes with
    the escalation."""
    roles = sorted({duty.role for duty in person.duties_today})
    if person.is_pupil or not roles:
        return Q(pk__in=[])
    return Q(status=Status.NEW, assignee=None, topic__roles__overlap=roles)


def prepare(entry: Feedback) -> None:
    """What cannot wait is urgent."""
    urgent = entry.topic.cannot_wait
    entry.priority = Case.Priority.URGENT if urgent else Case.Priority.NORMAL


def answer_of(entry: Feedback, person: Person) -> Feedback | None:
    """The entry that holds the answer; none while there is none."""
    spoken = entry.spoken_for
    return spoken if spoken.answer else None


FEEDBACK = CaseKind(
    name="feedback",
    model=Feedback,
    letter="F",
    label=pgettext_lazy("kind of case", "Feedback"),
    label_plural=pgettext_lazy("kinds of cases", "Feedback"),
    icon="message-heart",
    namespace="feedback",
    moves=MOVES,
    promises=(ANSWER, DONE),
    desk_of=lambda entry: [Role(each) for each in entry.topic.roles],
    chain=(
        lambda entry: on_duty(*(Role(each) for each in entry.topic.roles)),
        lambda entry: on_duty(Role.HEAD),
    ),
    may_comment=rights.can_comment,
    may_edit=rights.can_answer,
    facts=facts,
    sections=(Section(template="feedback/answer.html", of=answer_of),),
    prepare=prepare,
    related=("topic",),
    waits=waits,
)


def hand_in() -> None:
    """Let the portal know of feedback."""
    register(FEEDBACK)
    name_list(ENTRIES)
    area = pgettext_lazy("kinds of cases", "Feedback")
    name_act(area, _("Look through what others have written"), rights.can_read_entries)
    name_act(area, _("Read what was written about all topics"), rights.can_read_all_entries)
    name_act(area, _("Keep the topics"), rights.can_keep_topics)
