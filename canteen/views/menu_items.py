"""What stands on menus: items, a week from a sheet or another week, prices, portions."""

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
from campus.lists.views import list_page
from campus.models import Attachment
from campus.school_time.days import monday_of
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import drafts, menus
from canteen.forms.menu_sheet import MenuSheetForm
from canteen.forms.menus import CopyForm, ItemForm, PutUpForm, WeighForm
from canteen.lists import PORTIONS, PRICES
from canteen.models import Canteen, Meal, MenuDraft, MenuItem, PortionCheck, PriceNotice
from canteen.models.menu import PriceNoticeQuerySet
from canteen.views.pages import day_asked

PRICES_SHOWN = 12


def week_path(canteen: Canteen, day: date) -> str:
    return f"{reverse('canteen:week', args=[canteen.pk])}?day={day.isoformat()}"


def found(request: PersonRequest, pk: int) -> MenuItem:
    seen = MenuItem.objects.visible_to(request.user).select_related("dish", "counter__canteen")
    return get_object_or_404(seen, pk=pk)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Put a dish on a menu, or change what the menu says of it."""
    edited = found(request, pk) if pk else MenuItem()
    require(rights.can_keep_menus(request.user))
    asked = {
        "day": day_asked(request), "meal": request.GET.get("meal", Meal.LUNCH),
        "counter": request.GET.get("counter", ""),
    }  # fmt: skip
    form = ItemForm(request.POST or None, instance=edited, initial={} if pk else asked)
    if not form.is_valid():
        back = week_path(edited.counter.canteen, edited.day) if pk else reverse("canteen:today")
        return form_page(request, form, title=_("Dish on a menu"), back=back)
    typed = dict(form.cleaned_data)
    kept = menus.put_up_called(
        edited, called=typed.pop("dish"), by=request.user, at=timezone.now(), **typed
    )
    messages.success(request, _("“%(item)s” is on the menu.") % {"item": kept})
    return redirect(week_path(kept.counter.canteen, kept.day))


@require_safe
def item(request: PersonRequest, pk: int) -> HttpResponse:
    """An item of a menu: its price over time, portions that were weighed."""
    shown = found(request, pk)
    prices: PriceNoticeQuerySet = PriceNotice.objects.of(
        shown.counter, shown.dish, is_small=shown.is_small
    )
    context = {
        "item": shown,
        "prices": prices.select_related("by")[:PRICES_SHOWN],
        "portions": shown.portions.select_related("by").order_by("-at", "-id")[:PRICES_SHOWN],
        "photos": Attachment.objects.of(shown.dish),
        "allergens": shown.dish.allergens.all(),
        "back": week_path(shown.counter.canteen, shown.day),
        "may_keep": rights.can_keep_menus(request.user),
        "may_weigh": rights.can_weigh(request.user),
        "sees_names": rights.sees_names(request.user),
        "is_kitchen": rights.can_work_in_kitchen(request.user),
    }
    return render(request, "canteen/item.html", context)


@require_POST
def take_down(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a dish off a menu."""
    taken = found(request, pk)
    require(rights.can_keep_menus(request.user))
    menus.take_down(taken, by=request.user, at=timezone.now())
    messages.success(request, _("“%(item)s” is off the menu.") % {"item": taken})
    return redirect(week_path(taken.counter.canteen, taken.day))


@require_http_methods(["GET", "POST"])
def weigh(request: PersonRequest, pk: int) -> HttpResponse:
    """Weigh a portion of an item."""
    weighed = found(request, pk)
    require(rights.can_weigh(request.user))
    form = WeighForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Weigh a portion"), back=weighed.get_absolute_url(),
            under=f"{weighed.counter} · {weighed}",
            words=_("The menu states %(grams)d g.") % {"grams": weighed.grams},
        )  # fmt: skip
    made = menus.weigh(weighed, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("Noted: %(weighed)d g of %(stated)d g.")
    messages.success(request, words % {"weighed": made.weighed, "stated": made.stated})
    return redirect(weighed)


@require_safe
def portion(request: PersonRequest, pk: int) -> HttpResponse:
    """One weighed portion with its photo."""
    seen = PortionCheck.objects.visible_to(request.user)
    shown = get_object_or_404(
        seen.select_related("item__dish", "item__counter__canteen", "by"), pk=pk
    )
    context = {
        "portion": shown, "photos": Attachment.objects.of(shown),
        "sees_names": rights.sees_names(request.user),
    }  # fmt: skip
    return render(request, "canteen/portion.html", context)


@require_safe
def portions(request: PersonRequest) -> HttpResponse:
    """Portions that were weighed."""
    return list_page(request, PORTIONS, "canteen/list.html")


@require_safe
def prices(request: PersonRequest) -> HttpResponse:
    """Prices over time."""
    return list_page(request, PRICES, "canteen/list.html")


# A week at once


def found_canteen(request: PersonRequest, pk: int) -> Canteen:
    return get_object_or_404(Canteen.objects.visible_to(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
def copy(request: PersonRequest, pk: int) -> HttpResponse:
    """Copy another week's menu into the week that the address names."""
    canteen, monday = found_canteen(request, pk), monday_of(day_asked(request))
    require(rights.can_keep_menus(request.user))
    before = date.fromordinal(monday.toordinal() - 7)
    form = CopyForm(request.POST or None, initial={"source": before})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Copy a week"), back=week_path(canteen, monday),
            under=str(canteen), words=_("Dishes come at the prices of now; what is up stays."),
        )  # fmt: skip
    made = menus.copy_week(
        canteen, target=monday, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    words = ngettext("%(count)d dish is put up.", "%(count)d dishes are put up.", len(made))
    messages.success(request, words % {"count": len(made)})
    return redirect(week_path(canteen, monday))


@require_http_methods(["GET", "POST"])
def take_sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a week's menu as a sheet; nothing is put up before somebody has looked through it."""
    canteen = found_canteen(request, pk)
    require(rights.can_keep_menus(request.user))
    form = MenuSheetForm(
        request.POST or None, request.FILES or None, canteen=canteen,
        initial={"monday": monday_of(day_asked(request))},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Menu from a sheet"), under=str(canteen),
            back=canteen.get_absolute_url(),
            words=_("Columns: day, meal, dish, price, weight, food in it, small portion."),
        )  # fmt: skip
    draft = drafts.keep_draft(
        form.cleaned_data["counter"], monday=form.cleaned_data["monday"],
        name=form.cleaned_data["file"].name, menu=form.menu, by=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect("canteen:draft", draft.pk)


@require_http_methods(["GET", "POST"])
def draft(request: PersonRequest, pk: int) -> HttpResponse:
    """Look through a menu that came as a sheet, and put it up with one press."""
    require(rights.can_keep_menus(request.user))
    shown = get_object_or_404(MenuDraft.objects.select_related("counter__canteen"), pk=pk)
    changes: list[dict[str, Any]] = drafts.changed_prices(shown)
    form = PutUpForm(request.POST or None, wants_reason=bool(changes))
    canteen = shown.counter.canteen
    if not form.is_valid():
        context = {
            "draft": shown, "canteen": canteen, "changes": changes, "form": form,
            "lines": drafts.lines_of(shown), "back": week_path(canteen, shown.monday),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "canteen/draft.html", context, status=status)
    count = drafts.put_up_draft(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = ngettext("%(count)d dish is put up.", "%(count)d dishes are put up.", count)
    messages.success(request, words % {"count": count})
    return redirect(week_path(canteen, shown.monday))
