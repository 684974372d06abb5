"""What is laid once: canteens, counters, dishes, allergens, the school's figures."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from canteen import rights
from canteen.actions import menus, standards
from canteen.forms.menus import (
    AllergenForm,
    CanteenForm,
    CounterForm,
    DishForm,
    StandardsForm,
    TimeForm,
)
from canteen.lists import DISHES
from canteen.models import Allergen, Canteen, Counter, Dish, MealTime, Standards
from canteen.views.pages import kept


@require_safe
def settings(request: PersonRequest) -> HttpResponse:
    """Canteens with their counters, times of meals, allergens, figures."""
    require(rights.can_keep_menus(request.user))
    counters = Counter.objects.select_related("place").order_by("id")
    context = {
        "canteens": Canteen.objects.select_related("place").prefetch_related(
            Prefetch("counters", counters)
        ),
        "times": MealTime.objects.all(),
        "allergens": Allergen.objects.all(),
        "standards": Standards.objects.get(pk=1),
    }
    return render(request, "canteen/settings.html", context)


@require_http_methods(["GET", "POST"])
def canteen(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a canteen, or change one."""
    require(rights.can_keep_menus(request.user))
    edited = get_object_or_404(Canteen, pk=pk) if pk else Canteen()
    form = CanteenForm(request.POST or None, instance=edited)
    return saved(request, form, _("Canteen"), menus.write_canteen)


@require_http_methods(["GET", "POST"])
def counter(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a counter, or change one."""
    require(rights.can_keep_menus(request.user))
    edited = get_object_or_404(Counter, pk=pk) if pk else Counter()
    initial = {} if pk else {"canteen": request.GET.get("canteen", "")}
    form = CounterForm(request.POST or None, instance=edited, initial=initial)
    return saved(request, form, _("Counter"), menus.write_counter)


@require_http_methods(["GET", "POST"])
def allergen(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Add an allergen, or rename one."""
    require(rights.can_keep_menus(request.user))
    edited = get_object_or_404(Allergen, pk=pk) if pk else Allergen()
    form = AllergenForm(request.POST or None, instance=edited)
    return saved(request, form, _("Allergen"), standards.write_allergen)


@require_http_methods(["GET", "POST"])
def figures(request: PersonRequest) -> HttpResponse:
    """Set the school's figures."""
    require(rights.can_keep_menus(request.user))
    form = StandardsForm(request.POST or None, instance=Standards.objects.get(pk=1))

    def write(_record: Standards, **fields: Any) -> Standards:
        return standards.write_standards(**fields)

    return saved(request, form, _("Figures of the school"), write)


@require_http_methods(["GET", "POST"])
def meal_time(request: PersonRequest, pk: int) -> HttpResponse:
    """Say when a meal is served."""
    require(rights.can_keep_menus(request.user))
    form = TimeForm(request.POST or None, instance=get_object_or_404(MealTime, pk=pk))
    return saved(request, form, _("Time of a meal"), standards.write_time)


def saved(request: PersonRequest, form: Any, title: str, write: Any) -> HttpResponse:
    return kept(request, form, title=title, back=reverse("canteen:settings"), write=write)


@require_safe
def dishes(request: PersonRequest) -> HttpResponse:
    """All dishes."""
    may_keep = rights.can_keep_menus(request.user)
    return list_page(request, DISHES, "canteen/dishes.html", may_keep=may_keep)


@require_http_methods(["GET", "POST"])
def dish(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write a dish, or change one."""
    edited = get_object_or_404(Dish.objects.visible_to(request.user), pk=pk) if pk else Dish()
    require(rights.can_keep_menus(request.user))
    form = DishForm(
        request.POST or None, request.FILES or None, instance=edited, person=request.user
    )
    back = reverse("canteen:dishes")
    return kept(request, form, title=_("Dish"), back=back, write=menus.write_dish)
