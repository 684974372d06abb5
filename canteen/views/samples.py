"""Samples: of a meal's dishes, taken with one press, checked, disposed of, sealed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.forms import Selection
from campus.lists.views import list_page, sent_back
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import samples as actions
from canteen.forms.kitchen import DinersForm, SealForm, TakeForm
from canteen.lists import SAMPLES
from canteen.models import BatchUse, Canteen, Dish, FoodSample, Meal, MealCount, MenuItem
from canteen.models.sample import without_sample
from canteen.views.pages import canteen_asked, day_asked, meal_asked


@require_safe
def samples(request: PersonRequest) -> HttpResponse:
    """The register of samples."""
    return list_page(request, SAMPLES, "canteen/samples.html")


def asked(request: PersonRequest) -> tuple[Canteen, date, str]:
    """The meal of a canteen that the address names."""
    return canteen_asked(request), day_asked(request), meal_asked(request)


def missing_at(canteen: Canteen, day: date, meal: str) -> QuerySet[Dish]:
    """The dishes of a meal without a sample."""
    items = without_sample().filter(counter__canteen=canteen, day=day, meal=meal)
    return Dish.objects.filter(pk__in=items.order_by().values("dish")).defer("sought")


def meal_query(canteen: Canteen, day: date, meal: str) -> str:
    return urlencode({"canteen": canteen.pk, "day": day.isoformat(), "meal": meal})


@require_http_methods(["GET", "POST"])
def day(request: PersonRequest) -> HttpResponse:
    """A meal's dishes with and without a sample; the missing ones are taken with one press."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, on, meal = asked(request)
    missing = missing_at(canteen, on, meal)
    form = TakeForm(request.POST or None, dishes=missing)
    if form.is_valid():
        taken = actions.take(
            canteen, day=on, meal=meal, by=request.user, at=timezone.now(), **form.cleaned_data
        )
        words = ngettext("%(count)d sample is taken.", "%(count)d samples are taken.", len(taken))
        messages.success(request, words % {"count": len(taken)})
        return redirect(f"{reverse('canteen:samples_day')}?{meal_query(canteen, on, meal)}")
    people = ("dish", "by", "checked_by", "disposed_by")
    context = {
        "canteens": Canteen.objects.running(),
        "canteen": canteen, "day": on, "meal": Meal(meal), "meals": Meal,
        "form": form, "missing": len(form.fields["dishes"].queryset),  # type: ignore[attr-defined]  # dishes
        "samples": FoodSample.objects.of(canteen, on, meal).select_related(*people).order_by("id"),
        "query": meal_query(canteen, on, meal),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "canteen/samples_day.html", context, status=status)


@require_POST
def check(request: PersonRequest) -> HttpResponse:
    """Look at the selected samples as a second person."""
    return selected(request, actions.check)


@require_POST
def dispose(request: PersonRequest) -> HttpResponse:
    """Throw the selected samples away."""
    return selected(request, actions.dispose)


def selected(request: PersonRequest, act: Callable[..., object]) -> HttpResponse:
    require(rights.can_work_in_kitchen(request.user))
    form = Selection(request.POST, page=SAMPLES, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    act(rows, by=request.user, at=timezone.now())
    words = ngettext("%(count)d changed.", "%(count)d changed.", len(rows))
    messages.success(request, words % {"count": len(rows)})
    return redirect(came_from(request))


# Where somebody may have fallen ill


@require_safe
def suspicion(request: PersonRequest) -> HttpResponse:
    """All that there is of a meal: dishes, samples, batches, how many ate; and what to do now."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, on, meal = asked(request)
    uses = BatchUse.objects.filter(canteen=canteen, day=on, meal=meal)
    items = MenuItem.objects.filter(counter__canteen=canteen, day=on, meal=meal)
    kept = list(FoodSample.objects.of(canteen, on, meal).select_related("dish", "sealed_by"))
    context: dict[str, Any] = {
        "canteens": Canteen.objects.running(),
        "canteen": canteen, "day": on, "meal": Meal(meal), "meals": Meal,
        "items": items.select_related("dish", "counter__canteen").order_by("counter", "id"),
        "samples": kept,
        "to_seal": [each for each in kept if not (each.sealed_at or each.disposed_at)],
        "sealed_at": min((each.sealed_at for each in kept if each.sealed_at), default=None),
        "uses": uses.select_related("dish", "batch__receipt__supplier").order_by("dish", "id"),
        "count": MealCount.objects.filter(canteen=canteen, day=on, meal=meal).first(),
        "seal_form": SealForm(), "diners_form": DinersForm(),
        "query": meal_query(canteen, on, meal),
        "incident_path": incident_path(request, canteen, on, meal),
    }  # fmt: skip
    return render(request, "canteen/suspicion.html", context)


def incident_path(request: PersonRequest, canteen: Canteen, on: date, meal: str) -> str:
    """The form of an incident, filled with what is known and with the way back to this page."""
    here = f"{reverse('canteen:suspicion')}?{meal_query(canteen, on, meal)}"
    facts = {"canteen": canteen, "day": on.isoformat(), "meal": Meal(meal).label}
    query = {
        "place": canteen.place.code, "domain": "food",
        "title": _("Suspected food poisoning: %(canteen)s, %(day)s, %(meal)s") % facts,
        "description": _("What was served, batches and samples: %(path)s")
        % {"path": request.build_absolute_uri(here)},
    }  # fmt: skip
    return f"{reverse('safety:incidents:new')}?{urlencode(query)}"


@require_POST
def seal(request: PersonRequest) -> HttpResponse:
    """Seal what is left of a meal's samples."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, on, meal = asked(request)
    form, back = SealForm(request.POST), back_to_suspicion(canteen, on, meal)
    if not form.is_valid():
        return form_page(request, form, title=_("Seal the samples"), back=back)
    sealed = actions.seal(
        canteen, day=on, meal=meal, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    words = ngettext("%(count)d sample is sealed.", "%(count)d samples are sealed.", len(sealed))
    messages.success(request, words % {"count": len(sealed)})
    return redirect(back)


@require_POST
def diners(request: PersonRequest) -> HttpResponse:
    """Note how many ate a meal."""
    require(rights.can_work_in_kitchen(request.user))
    canteen, on, meal = asked(request)
    form, back = DinersForm(request.POST), back_to_suspicion(canteen, on, meal)
    if not form.is_valid():
        return form_page(request, form, title=_("How many ate"), back=back)
    actions.count_diners(
        canteen, day=on, meal=meal, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("It is noted."))
    return redirect(back)


def back_to_suspicion(canteen: Canteen, on: date, meal: str) -> str:
    return f"{reverse('canteen:suspicion')}?{meal_query(canteen, on, meal)}"


@require_POST
def release(request: PersonRequest, pk: int) -> HttpResponse:
    """Take the seal off a sample."""
    sample = get_object_or_404(FoodSample.objects.visible_to(request.user), pk=pk)
    require(rights.can_release_samples(request.user))
    actions.release(sample, by=request.user, at=timezone.now())
    messages.success(request, _("The seal is off."))
    return redirect(back_to_suspicion(sample.canteen, sample.day, sample.meal))
