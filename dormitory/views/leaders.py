"""Leaders: named, in turn by the week; their own page, and every boarder's."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Duty, Person, Place, Role
from campus.people.rights import can_give_duty
from campus.places.registry import acts_for
from campus.places.tree import reading_order
from campus.school_time.days import monday_of
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import leaders as actions
from dormitory.actions.headcount import night_of
from dormitory.figures.roll import roll_lines
from dormitory.figures.scores import place_among, score_lines
from dormitory.forms.leaders import LayRota, NameLeader
from dormitory.models import (
    LEADERS,
    BedMove,
    DormRoom,
    LeaderTurn,
    LeaveSlip,
    Nomination,
    Occupancy,
    leader_reach,
)
from dormitory.models.checks import room_checklists, scores_told
from dormitory.models.days import week_of
from dormitory.views.houses import found_floor, found_room

FEW = 4


@require_http_methods(["GET", "POST"])
def name_dorm_leader(request: PersonRequest, pk: int) -> HttpResponse:
    """Say who leads a room."""
    room = found_room(request, pk)
    back = room.get_absolute_url()
    return name_leader(request, room.place, Role.DORM_LEADER, back=back)


@require_http_methods(["GET", "POST"])
def name_floor_leader(request: PersonRequest, pk: int) -> HttpResponse:
    """Say who leads a floor."""
    floor, _rooms = found_floor(request, pk)
    back = reverse("dormitory:floor", args=[floor.pk])
    return name_leader(request, floor, Role.FLOOR_LEADER, back=back)


def name_leader(request: PersonRequest, place: Place, role: Role, *, back: str) -> HttpResponse:
    """One of those who sleep there today."""
    require(can_give_duty(request.user, Duty(role=role, place=place)))
    stays = Occupancy.objects.visible_to(request.user).on(timezone.localdate())
    within = stays.filter(bed__room__place__path__startswith=place.path)
    pupils = Person.objects.active().filter(pk__in=within.values("pupil"))
    form = NameLeader(request.POST or None, pupils=pupils)
    if not form.is_valid():
        return form_page(request, form, title=str(role.label), back=back, under=place.full_name)
    duty = actions.name_leader(
        place, role=role, pupil=form.cleaned_data["pupil"], by=request.user, at=timezone.now()
    )
    facts = {"name": duty.person, "role": duty.get_role_display()}
    messages.success(request, _("%(name)s is on duty: %(role)s.") % facts)
    return redirect(back)


@require_safe
def rota(request: PersonRequest, pk: int) -> HttpResponse:
    """Whose week it is on a floor, now and in the coming weeks."""
    floor, rooms = found_floor(request, pk)
    require(rights.can_lay_rota(request.user, floor))
    today = timezone.localdate()
    turns = LeaderTurn.objects.filter(floor=floor, week__gte=monday_of(timezone.localdate()))
    context = {
        "floor": floor, "house": rooms[0].house, "form": LayRota(),
        "turns": turns.select_related("leader__school_class").order_by("week"),
        "leaders": actions.leaders_on(floor, today),
    }  # fmt: skip
    return render(request, "dormitory/rota.html", context)


@require_POST
def lay_rota(request: PersonRequest, pk: int) -> HttpResponse:
    """Lay the next weeks."""
    floor, _rooms = found_floor(request, pk)
    require(rights.can_lay_rota(request.user, floor))
    form = LayRota(request.POST)
    back = reverse("dormitory:rota", args=[floor.pk])
    if not form.is_valid():
        return form_page(request, form, title=_("Rota of leaders"), back=back, under=str(floor))
    turns = actions.lay_rota(floor, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = ngettext("%(count)d week is laid.", "%(count)d weeks are laid.", len(turns))
    messages.success(request, words % {"count": len(turns)})
    return redirect(back)


@require_http_methods(["GET", "POST"])
def turn(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a week to another leader."""
    seen = LeaderTurn.objects.visible_to(request.user).select_related("floor", "leader")
    edited = get_object_or_404(seen, pk=pk)
    require(rights.can_lay_rota(request.user, edited.floor))
    leaders = actions.leaders_on(edited.floor, timezone.localdate())
    pupils = Person.objects.filter(pk__in=[each.pk for each in leaders])
    form = NameLeader(request.POST or None, pupils=pupils, initial={"pupil": edited.leader_id})
    back = reverse("dormitory:rota", args=[edited.floor_id])
    if not form.is_valid():
        return form_page(request, form, title=_("Another leader"), back=back, under=str(edited))
    leader = form.cleaned_data["pupil"]
    actions.change_turn(edited, leader=leader, by=request.user, at=timezone.now())
    messages.success(request, _("The rota is changed."))
    return redirect(back)


@require_safe
def my_floor(request: PersonRequest) -> HttpResponse:
    """What a leader may do today: count the own rooms, report what is broken, see the rota."""
    require(rights.can_lead(request.user))
    now = timezone.now()
    led = DormRoom.objects.filter(place__in=leader_reach(request.user).parts())
    rooms = sorted(
        led.select_related("place__parent", "house__place"),
        key=lambda room: reading_order(room.place),
    )
    lines = roll_lines(rooms, night_of(now), now)
    floors = {line.room.place.parent_id: line.room.place.parent for line in lines}
    turns = LeaderTurn.objects.filter(floor__in=floors, week__gte=monday_of(timezone.localdate()))
    context = {
        "lines": lines, "floors": [floor for floor in floors.values() if floor],
        "night": night_of(now), "monday": monday_of(timezone.localdate()),
        "may_check": request.user.on_duty_as(Role.FLOOR_LEADER),
        "turns": turns.select_related("leader", "floor").order_by("week", "floor")[:FEW],
    }  # fmt: skip
    return render(request, "dormitory/my_floor.html", context)


def scores_of_week(person: Person, room: DormRoom, today: date) -> dict[str, Any]:
    """What the room has scored since Monday, and how it stands in its house."""
    first, last = week_of(today)
    told = scores_told(person, room).filter(day__range=(first, last))
    checklists = list(room_checklists().values_list("pk", flat=True))
    standing, among = place_among(room, checklists, first, last)
    lines = score_lines(told.select_related("checklist", "inspection"), person)
    return {"lines": lines, "standing": standing, "among": among, "today": today}


@require_safe
def my_room(request: PersonRequest) -> HttpResponse:
    """Room, bed, leaders, rules, and what a boarder can ask for."""
    require(rights.can_have_room(request.user))
    today, person = timezone.localdate(), request.user
    own = Occupancy.objects.on(today).filter(pupil=person).in_order()
    stay = own.select_related("bed__room__house__place").first()
    context: dict[str, Any] = {
        "stay": stay,
        "moves": BedMove.objects.asked().filter(pupil=person).select_related(
            "from_bed__room__place", "to_bed__room__place"
        ),
        "slips": LeaveSlip.objects.filter(
            pupil=person, withdrawn_at=None, ends_at__gt=timezone.now()
        ).order_by("starts_at")[:FEW],
    }  # fmt: skip
    if stay:
        place = stay.bed.room.place
        leading = Duty.objects.running(today).filter(
            role__in=LEADERS, place__in=place.numbers, person__is_active=True
        )
        context["leaders"] = leading.select_related("person").order_by("role", "pk")
        context["acts"] = acts_for(person, place)
        context["may_nominate"] = rights.can_nominate(person, stay.bed.room)
        context["awards"] = (
            Nomination.objects.awarded().filter(room=stay.bed.room, pupil=None).with_all()
        )
        context |= scores_of_week(person, stay.bed.room, today)
    return render(request, "dormitory/my_room.html", context)
