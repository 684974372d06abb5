"""Fire equipment: what hangs where, serviced, scrapped; its rules."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from campus.shell.form_page import form_page
from inspections.models import Checklist
from safety import rights
from safety.actions import equipment as actions
from safety.forms.equipment import EquipmentForm, OnDay, RuleForm
from safety.lists import EQUIPMENT
from safety.models import EquipmentRule, FireEquipment
from safety.models.equipment import ROUND


@require_safe
def equipment(request: PersonRequest) -> HttpResponse:
    """What hangs, what is due first first."""
    may_keep, today = rights.can_keep_equipment(request.user), timezone.localdate()
    return list_page(
        request, EQUIPMENT, "safety/equipment.html", may_keep=may_keep, today=today,
        **round_of(today),
    )  # fmt: skip


def round_of(today: date) -> dict[str, Any]:
    """How the monthly round stands: places that it still lacks this month, places that no schedule
    has, and where its planned walks are; three queries."""
    unchecked = FireEquipment.objects.unchecked(today)
    without = FireEquipment.objects.without_round()
    checklist = Checklist.objects.filter(code=ROUND).values_list("pk", flat=True).first()
    return {
        "unchecked": unchecked.aggregate(places=Count("place", distinct=True))["places"],
        "without_round": without.aggregate(places=Count("place", distinct=True))["places"],
        "round_path": f"{reverse('inspections:inspections')}?checklist={checklist}&state=planned",
    }


@require_POST
def lay_round(request: PersonRequest) -> HttpResponse:
    """Have every place where equipment hangs walked once a month."""
    require(rights.can_keep_equipment(request.user))
    schedule = actions.lay_round(by=request.user, at=timezone.now())
    messages.success(request, _("“%(schedule)s” is planned.") % {"schedule": schedule})
    return redirect(schedule)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Hang a piece, or correct it."""
    seen = FireEquipment.objects.visible_to(request.user).select_related("place")
    edited = get_object_or_404(seen, pk=pk) if pk else FireEquipment()
    require(rights.can_keep_equipment(request.user))
    form = EquipmentForm(
        request.POST or None, instance=edited,
        initial={} if pk else {"place": request.GET.get("place", "")[:80]},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Fire equipment"), back=reverse("safety:equipment"),
            under=str(edited) if pk else "",
        )  # fmt: skip
    kept = actions.write_equipment(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(equipment)s” is saved.") % {"equipment": kept})
    return redirect("safety:equipment")


@require_POST
def serviced(request: PersonRequest) -> HttpResponse:
    """The selected were serviced on a day."""
    return selected(request, actions.service_all)


@require_POST
def scrapped(request: PersonRequest) -> HttpResponse:
    """The selected were taken down on a day."""
    return selected(request, actions.scrap_all)


def selected(request: PersonRequest, act: Callable[..., object]) -> HttpResponse:
    require(rights.can_keep_equipment(request.user))
    form = OnDay(request.POST, page=EQUIPMENT, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    act(rows, on=form.cleaned_data["on"], by=request.user, at=timezone.now())
    words = ngettext("%(count)d changed.", "%(count)d changed.", len(rows))
    messages.success(request, words % {"count": len(rows)})
    return redirect(came_from(request))


@require_safe
def rules(request: PersonRequest) -> HttpResponse:
    """After how many years each sort is serviced and scrapped."""
    require(rights.can_read_equipment(request.user))
    context = {
        "rules": EquipmentRule.objects.all(), "may_keep": rights.can_keep_equipment(request.user),
    }  # fmt: skip
    return render(request, "safety/equipment_rules.html", context)


@require_http_methods(["GET", "POST"])
def rule(request: PersonRequest, pk: int) -> HttpResponse:
    """Change the years of a sort."""
    require(rights.can_keep_equipment(request.user))
    edited = get_object_or_404(EquipmentRule, pk=pk)
    form = RuleForm(request.POST or None, instance=edited)
    back = reverse("safety:equipment_rules")
    if not form.is_valid():
        return form_page(request, form, title=str(edited), back=back)
    actions.write_rule(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The rule is saved."))
    return redirect(back)
