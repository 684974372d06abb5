"""Repair tickets, declared for the mechanism of all cases."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms
from campus.cases.models import HANDED_ON, MERGED
from campus.cases.registry import CaseKind, Move, PromiseKind, Section, on_duty, register
from campus.doors import YES, Answer, no
from campus.models import Person, Place, Role
from campus.people.registry import name_act
from campus.places.registry import name_act_at_place
from campus.shell.words import day_in_words, money
from inspections.models import Finding
from inspections.registry import continues, name_way_on
from repairs import rights
from repairs.actions import compensation
from repairs.actions import tickets as actions
from repairs.forms.compensation import AskCompensation, Payment
from repairs.forms.tickets import Arrive, Confirm, Finish, Hold, Send
from repairs.kinds.sections import PARTS, SPARES, asset_facts
from repairs.models import BEST, Category, Compensation, Ticket

Status = Ticket.Status
IN_HANDS = (Status.TAKEN_UP, Status.UNDER_WAY, Status.ON_HOLD, Status.DONE)

# Figures of a college's repair service (包头师范学院后勤: dispatch 30 minutes, accept 10 minutes;
# urgent 2 h and 24 h, normal 24 h and 3 working days). Urgent ones run around the clock; a working
# day has eight hours. The school changes them on its page of rules.
HOUR, DAY = 60, 8 * 60
SOURCE = _("Practice of a college's repair service; every figure can be changed.")
DISPATCH = PromiseKind(
    name="dispatch",
    label=pgettext_lazy("what is promised", "Dispatch"),
    minutes={"normal": 30, "urgent": 30},
    met_by=(Status.ASSIGNED, *IN_HANDS),
    alarms=(0, HOUR),
    again_on_reopening=True,
    source=SOURCE,
)
ACCEPT = PromiseKind(
    name="accept",
    label=pgettext_lazy("what is promised", "Acceptance"),
    minutes={"normal": 10, "urgent": 10},
    met_by=IN_HANDS,
    given_in=Status.ASSIGNED,
    warn_minutes=0,
    alarms=(0, HOUR),
    source=SOURCE,
)
ANSWER = PromiseKind(
    name="answer",
    label=pgettext_lazy("what is promised", "Arrival"),
    minutes={"normal": DAY, "urgent": 2 * HOUR},
    met_by=(Status.UNDER_WAY, Status.DONE),
    urgent_hours="clock",
    alarms=(0, DAY // 2),
    again_on_reopening=True,
    source=SOURCE,
)
DONE = PromiseKind(
    name="done",
    label=pgettext_lazy("what is promised", "Repair"),
    minutes={"normal": 3 * DAY, "urgent": 24 * HOUR},
    met_by=(Status.DONE,),
    urgent_hours="clock",
    warn_minutes=4 * HOUR,
    alarms=(0, DAY),
    again_on_reopening=True,
    source=SOURCE,
)


def asked(ticket: Ticket) -> Compensation | None:
    """What is paid for its damage, or is to be."""
    return getattr(ticket, "compensation", None)


def awaited(ticket: Ticket) -> bool:
    """Whether somebody has still to pay."""
    found = asked(ticket)
    return found is not None and found.status == Compensation.Status.ASKED


def compensation_for(ticket: Ticket, person: Person) -> Compensation | None:
    """The compensation, for those whom it concerns."""
    found = asked(ticket)
    return found if found and rights.can_see_compensation(person, found) else None


def facts(ticket: Ticket) -> list[tuple[Any, Any]]:
    """What sort of fault, what it waits for, who mends it from outside, what that costs, why."""
    shown: list[tuple[Any, Any]] = [(_("Category"), ticket.category), *asset_facts(ticket)]
    if ticket.hold_for and ticket.expected_on:
        what, day = ticket.get_hold_for_display(), day_in_words(ticket.expected_on)
        shown.append((_("Waits for"), f"{what} · {day}"))
    if ticket.contractor:
        words = [ticket.contractor.name, ticket.contractor.phone]
        shown.append((_("Contractor"), " ".join(filter(None, words))))
    if ticket.bill:
        shown.append((_("Contractor's bill"), money(ticket.bill)))
    if ticket.damage_cause:
        shown.append((_("Cause of damage"), ticket.get_damage_cause_display()))
    if ticket.rating:
        shown.append((_("Rating"), "★" * ticket.rating + "☆" * (BEST - ticket.rating)))
    return shown


MOVES = (
    Move(
        name="assign", label=_("Assign"), icon="user-share", act=actions.assign,
        may=rights.can_dispatch, form=Send, is_main=True,
    ),
    Move(
        name="accept", label=pgettext_lazy("a ticket", "Accept"), icon="thumb-up",
        act=actions.accept, to=Status.TAKEN_UP, may=rights.can_mend, is_main=True,
    ),
    Move(
        name="begin", label=_("I am there"), icon="map-pin", act=actions.begin,
        to=Status.UNDER_WAY, start=(Status.ASSIGNED, Status.TAKEN_UP), may=rights.can_mend,
        form=Arrive,
    ),
    Move(
        name="go-on", label=_("Go on"), icon="player-play", act=actions.begin,
        to=Status.UNDER_WAY, start=(Status.ON_HOLD,), may=rights.can_mend, is_main=True,
    ),
    Move(
        name="finish", label=pgettext_lazy("button", "Done"), icon="check", act=actions.finish,
        to=Status.DONE, may=rights.can_mend, form=Finish,
    ),
    Move(
        name="hold", label=_("Put on hold"), icon="player-pause", act=actions.hold,
        to=Status.ON_HOLD, may=rights.can_mend, form=Hold,
    ),
    Move(
        name="ask-time", label=_("Ask for more time"), icon="clock-question",
        act=cases.ask_for_time, may=rights.can_ask_for_time, form=forms.ExtendForm,
        fits=lambda ticket: ticket.due_at is not None and ticket.asked_until is None,
    ),
    Move(
        name="grant-time", label=_("Allow more time"), icon="clock-check", act=cases.grant_time,
        may=rights.can_dispatch, fits=lambda ticket: ticket.asked_until is not None,
    ),
    Move(
        name="refuse-time", label=_("Allow no more time"), icon="clock-x", act=cases.refuse_time,
        may=rights.can_dispatch, form=forms.Reason,
        fits=lambda ticket: ticket.asked_until is not None,
    ),
    Move(
        name="extend", label=_("Put off"), icon="clock-plus", act=cases.extend,
        may=rights.can_dispatch, form=forms.ExtendForm,
        fits=lambda ticket: ticket.due_at is not None,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, may=rights.can_dispatch, form=forms.HandOnForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge,
        to=MERGED, may=rights.can_dispatch, form=forms.MergeForm,
    ),
    Move(
        name="reject", label=pgettext_lazy("a ticket", "Reject"), icon="ban", act=actions.reject,
        to=Status.REJECTED, may=rights.can_dispatch, form=forms.Reason,
    ),
    Move(
        name="confirm", label=_("It is mended"), icon="circle-check", act=actions.confirm,
        to=Status.CONFIRMED, may=rights.can_confirm, form=Confirm, staff_only=False, is_main=True,
    ),
    Move(
        name="reopen", label=_("It is not mended"), icon="rotate", act=actions.reopen,
        to=Status.REPORTED, start=(Status.DONE, Status.CONFIRMED, Status.REJECTED),
        may=rights.can_reopen, form=forms.Reason, staff_only=False,
    ),
    Move(
        name="cancel", label=_("Take it back"), icon="trash", act=actions.cancel,
        to=Status.CANCELLED, may=rights.can_cancel, staff_only=False,
    ),
    Move(
        name="compensate", label=_("Ask for compensation"), icon="coin-yuan",
        act=compensation.ask_compensation, may=rights.can_dispatch, form=AskCompensation,
        fits=lambda ticket: ticket.damage_cause == Ticket.Cause.MISUSE and not asked(ticket),
        open_only=False,
    ),
    Move(
        name="paid", label=_("It is paid"), icon="receipt", act=compensation.take_payment,
        may=rights.can_dispatch, form=Payment, open_only=False,
        fits=awaited,
    ),
    Move(
        name="waive", label=_("Waive it"), icon="receipt-off", act=compensation.waive,
        may=rights.can_dispatch, form=forms.Reason, open_only=False,
        fits=awaited,
    ),
)  # fmt: skip

TICKET = CaseKind(
    name="ticket",
    model=Ticket,
    letter="R",
    label=pgettext_lazy("kind of case", "Repair ticket"),
    label_plural=_("Repair tickets"),
    icon="tool",
    namespace="repairs",
    moves=MOVES,
    promises=(DISPATCH, ACCEPT, ANSWER, DONE),
    desk=(Role.DISPATCHER,),
    chain=(lambda ticket: on_duty(Role.DISPATCHER), lambda ticket: on_duty(Role.HEAD)),
    waits_for_reporter=(Status.DONE,),
    shared=lambda found: found,
    may_comment=rights.can_comment,
    may_edit=rights.can_mend,
    facts=facts,
    sections=(SPARES, PARTS, Section(template="repairs/compensation.html", of=compensation_for)),
    related=(
        "category",
        "asset",
        "contractor",
        "compensation__person",
        "compensation__school_class",
    ),
    prepare=actions.count_earlier,
    variants=lambda: [(str(each.pk), each.name) for each in Category.objects.all()],
    variant_of=lambda ticket: str(ticket.category_id),
    receive=lambda case: {"category": Category.objects.catch_all()},
)


def new_at(place: Place) -> str:
    """Where a fault at a place is reported."""
    return f"{reverse('repairs:new')}?{urlencode({'place': place.code})}"


def new_from(finding: Finding) -> str:
    """Where a fault that an inspection has found is reported."""
    return f"{reverse('repairs:new')}?{urlencode({'finding': finding.pk})}"


def can_report(person: Person, finding: Finding) -> Answer:
    """Report a finding: anybody who sees it, once."""
    if continues(finding, Ticket):
        return no(_("This finding has been reported to repairs already."))
    return YES


def hand_in() -> None:
    """Let the portal know repair tickets, and offer them at every place and for every finding."""
    register(TICKET)
    name_way_on(_("Report to repairs"), "tool", path=new_from, right=can_report)
    name_act_at_place(_("Report a fault"), "tool", path=new_at)
    area = _("Repairs")
    name_act(area, _("Send technicians, reject tickets"), rights.can_dispatch_any)
    name_act(area, _("Keep trades, contractors and categories"), rights.can_keep_workshop)
    name_act(area, _("Walk a round of tickets"), rights.can_go_round)
    name_act(area, _("Print work orders"), rights.can_print_orders)
    name_act(area, _("Read the figures of repairs"), rights.can_see_figures)
    name_act(area, _("Find every fault in the list"), rights.can_see_all_tickets)
