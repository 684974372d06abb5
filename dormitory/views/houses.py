"""Houses, floors and rooms: how full they are, who sleeps there."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Duty, Place
from campus.places.tree import reading_order
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import houses as actions
from dormitory.figures.beds import floor_lines, house_lines, room_lines
from dormitory.forms.houses import BedForm, HouseForm, SetUpForm
from dormitory.models import LEADERS, Bed, DormRoom, House, Nomination, Occupancy
from planning.figures import talks_for
from planning.models import Meeting

FORUMS = (Meeting.Kind.FORUM, Meeting.Kind.DORM_LEADERS)


@require_safe
def houses(request: PersonRequest) -> HttpResponse:
    """All houses with their free beds."""
    require(rights.can_read_houses(request.user))
    seen = House.objects.visible_to(request.user).select_related("place")
    context = {
        "lines": house_lines(seen, timezone.localdate()),
        "talks": talks_for(request.user, FORUMS),
        "may_keep": rights.can_keep_houses(request.user),
        "may_settle": rights.can_settle(request.user),
        "may_read_nights": rights.can_read_nights(request.user),
        "may_read_leave": rights.can_read_leave(request.user),
    }
    return render(request, "dormitory/houses.html", context)


def found_house(request: PersonRequest, pk: int) -> House:
    seen = House.objects.visible_to(request.user).select_related("place")
    return get_object_or_404(seen, pk=pk)


@require_safe
def house(request: PersonRequest, pk: int) -> HttpResponse:
    """A house floor by floor."""
    shown = found_house(request, pk)
    require(rights.can_read_houses(request.user))
    context = {
        "house": shown,
        "floors": floor_lines(shown, timezone.localdate()),
        "keeps": rights.can_write_house(request.user, shown),
    }
    return render(request, "dormitory/house.html", context)


@require_http_methods(["GET", "POST"])
def house_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """The rules of a house, and its evening roll."""
    edited = found_house(request, pk)
    require(rights.can_write_house(request.user, edited))
    form = HouseForm(request.POST or None, instance=edited)
    if not form.is_valid():
        back = edited.get_absolute_url()
        return form_page(request, form, title=_("Rules and evening roll"), back=back,
                         under=str(edited))  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in ("rules", "counts_at", "tell_after")}
    actions.write_house(edited, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("“%(house)s” is saved.") % {"house": edited})
    return redirect(edited)


@require_http_methods(["GET", "POST"])
def set_up(request: PersonRequest) -> HttpResponse:
    """Say which rooms are dorm rooms."""
    require(rights.can_keep_houses(request.user))
    form = SetUpForm(request.POST or None, initial={"place": request.GET.get("place", "")[:80]})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Set rooms up"), back=reverse("dormitory:houses"),
            words=_("The dorm rooms of a building, of a floor, or one of them."),
        )  # fmt: skip
    rooms = actions.set_up(by=request.user, at=timezone.now(), **form.cleaned_data)
    words = ngettext("%(count)d room is set up.", "%(count)d rooms are set up.", len(rooms))
    messages.success(request, words % {"count": len(rooms)})
    return redirect(rooms[0].house)


def found_floor(request: PersonRequest, pk: int) -> tuple[Place, list[DormRoom]]:
    """A floor with the rooms of it that the person sees, in their order; 404 without any."""
    floor = get_object_or_404(Place.objects.visible_to(request.user).defer("sought"), pk=pk)
    seen = DormRoom.objects.visible_to(request.user).filter(place__parent=floor)
    rooms = list(seen.select_related("place", "house__place"))
    if not rooms:
        raise Http404
    return floor, sorted(rooms, key=lambda room: reading_order(room.place))


@require_safe
def floor(request: PersonRequest, pk: int) -> HttpResponse:
    """A floor room by room, with who sleeps there as far as the reader may see."""
    shown, rooms = found_floor(request, pk)
    require(rights.can_read_houses(request.user))
    today = timezone.localdate()
    told = Occupancy.objects.visible_to(request.user).on(today).filter(bed__room__in=rooms)
    context = {
        "floor": shown,
        "house": rooms[0].house,
        "rooms": room_lines(rooms, told.in_order(), today),
        "keeps": rights.keeps(request.user, shown),
        "may_count": rights.can_count(request.user, rooms[0]),
        "may_check": rights.can_check_all(request.user, shown),
    }
    return render(request, "dormitory/floor.html", context)


def found_room(request: PersonRequest, pk: int) -> DormRoom:
    seen = DormRoom.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("place__parent", "house__place"), pk=pk)


@require_safe
def room(request: PersonRequest, pk: int) -> HttpResponse:
    """A room bed by bed."""
    shown, today = found_room(request, pk), timezone.localdate()
    require(rights.can_read_houses(request.user))
    told = Occupancy.objects.visible_to(request.user).on(today).filter(bed__room=shown)
    leading = Duty.objects.running(today).filter(
        role__in=LEADERS, place__in=shown.place.numbers, person__is_active=True
    )
    line = room_lines([shown], told.in_order(), today)[0]
    context = {
        "room": shown,
        "line": line,
        "leaders": leading.select_related("person", "place").order_by("role", "pk"),
        "tells_names": line.taken == len([stay for _bed, stay in line.beds if stay]),
        "keeps": rights.can_settle_in(request.user, shown),
        "may_keep": rights.can_keep_houses(request.user),
        "bed_form": BedForm(),
        "may_nominate": rights.can_nominate(request.user, shown),
        "awards": Nomination.objects.awarded().filter(room=shown, pupil=None).with_all(),
    }
    return render(request, "dormitory/room.html", context)


@require_safe
def at(request: PersonRequest, pk: int) -> HttpResponse:
    """The page of the room at a place."""
    seen = DormRoom.objects.visible_to(request.user)
    require(rights.can_read_houses(request.user))
    return redirect(get_object_or_404(seen, place=pk))


@require_POST
def bed_add(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a bed into a room."""
    shown = found_room(request, pk)
    require(rights.can_keep_houses(request.user))
    form = BedForm(request.POST, instance=Bed(room=shown))
    if not form.is_valid():
        back = shown.get_absolute_url()
        return form_page(request, form, title=_("One more bed"), back=back, under=str(shown))
    actions.add_bed(shown, label=form.cleaned_data["label"], by=request.user, at=timezone.now())
    messages.success(request, _("The bed is there."))
    return redirect(shown)


@require_POST
def bed_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a bed out of its room."""
    seen = Bed.objects.visible_to(request.user).select_related("room__place")
    bed = get_object_or_404(seen, pk=pk)
    require(rights.can_keep_houses(request.user))
    actions.remove_bed(bed, by=request.user, at=timezone.now())
    messages.success(request, _("The bed is gone."))
    return redirect(bed.room)
