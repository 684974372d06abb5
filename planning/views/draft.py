"""Importing a plan: paste or file, preview, corrections, adoption."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Department
from campus.school_time.calendar import proposed_semesters
from planning import rights
from planning.actions import carry_over as carrying
from planning.actions import comparison, drafts
from planning.actions.comparison import Comparison, Difference
from planning.forms import draft as forms
from planning.models import DraftItem, Plan, PlanDraft, PlanItem
from planning.models.doubts import DOUBTS


@require_http_methods(["GET", "POST"])
def import_plan(request: PersonRequest) -> HttpResponse:
    """Paste a plan or choose its file; what can be read of it becomes a draft."""
    require(rights.can_plan(request.user))
    form = forms.ImportPlan(
        request.POST or None,
        request.FILES or None,
        today=timezone.localdate(),
        initial={"department": request.user.department_id},
    )
    if form.is_valid() and form.plan_text:
        draft = drafts.draft_plan(
            form.plan_text,
            text=form.text,
            semester=form.cleaned_data["semester"],
            department=form.cleaned_data["department"],
            by=request.user,
            at=timezone.now(),
        )
        return redirect(draft)
    waiting = (
        PlanDraft.objects.visible_to(request.user).waiting().select_related("by", "department")
    )
    context = {"form": form, "waiting": waiting[:20]}
    return render(request, "planning/import.html", context, status=422 if form.is_bound else 200)


@dataclass(frozen=True)
class Row:
    """A drafted item as the preview draws it."""

    item: DraftItem
    compared: Comparison
    doubts: list[str]
    new_units: list[str]
    can_merge: bool


@require_safe
def preview(request: PersonRequest, pk: int) -> HttpResponse:
    """What was read, item by item, with what is doubtful and what would change."""
    draft = found_draft(request, pk)
    items = list(draft.items.all())
    rows = preview_rows(draft, items)
    kept = [row for row in rows if not row.item.is_dropped]
    plan = drafts.plan_before(draft) if draft.semester_id else None
    context = {
        "draft": draft,
        "plan": plan,
        "months": by_month(rows),
        "kept": len(kept),
        "doubtful": sum(bool(row.doubts) for row in kept),
        "new_units": sorted({unit for row in kept for unit in row.new_units}),
        "differences": counted(kept) if plan else [],
        "gone": gone_items(plan, kept) if plan else [],
        "is_stale": draft.is_stale(plan.adopted_at if plan else None),
        "proposed": None if draft.semester_id else proposed_semester(draft),
        "semester_form": None if draft.is_adopted else forms.ChooseSemester(
            initial={"semester": draft.semester_id}
        ),
    }  # fmt: skip
    return render(request, "planning/draft.html", context)


def found_draft(request: PersonRequest, pk: int) -> PlanDraft:
    """The draft, for who may see it; 404 for all others."""
    drafts_seen = PlanDraft.objects.visible_to(request.user)
    found = drafts_seen.select_related("semester__school_year", "department", "by", "adopted_as")
    return get_object_or_404(found, pk=pk)


def preview_rows(draft: PlanDraft, items: Sequence[DraftItem]) -> list[Row]:
    """A row for each item; one query for the departments, three for the comparison."""
    known = set(Department.objects.values_list("name", flat=True))
    compared = comparison.comparisons(draft, items)
    kept = [item.pk for item in items if not item.is_dropped]
    return [
        Row(
            item=item,
            compared=compared[item.pk],
            doubts=[] if compared[item.pk].is_settled else doubts_in_words(item),
            new_units=[unit for unit in item.units if unit not in known],
            can_merge=item.pk in kept[:-1],
        )
        for item in items
    ]


def doubts_in_words(item: DraftItem) -> list[str]:
    return [str(DOUBTS[code]) for code in item.doubts if code in DOUBTS]


def by_month(rows: Iterable[Row]) -> list[tuple[object, list[Row]]]:
    """The rows under the months in which they begin, in the order of the text within each."""
    ordered = sorted(rows, key=lambda row: row.item.starts_on.replace(day=1))
    months = groupby(ordered, key=lambda row: row.item.starts_on.replace(day=1))
    return [(month, list(found)) for month, found in months]


def counted(rows: Iterable[Row]) -> list[tuple[Difference, int]]:
    """How many items are new, changed, as before."""
    found = [row.compared.difference for row in rows]
    return [(difference, found.count(difference)) for difference in Difference]


def gone_items(plan: Plan, kept: Iterable[Row]) -> list[PlanItem]:
    """Open items of the plan that no kept item of the text stands for."""
    matched = [row.item.matches_id for row in kept if row.item.matches_id]
    return list(plan.items.open().exclude(pk__in=matched))


def proposed_semester(draft: PlanDraft) -> object | None:
    """The days that the semester named by the text would get, if the text names one."""
    if draft.school_year is None or draft.semester_no is None:
        return None
    return proposed_semesters(draft.school_year)[draft.semester_no - 1]


@require_POST
def adopt(request: PersonRequest, pk: int) -> HttpResponse:
    """Make the draft the plan; items that the text no longer holds are dropped when ticked."""
    draft = found_draft(request, pk)
    require(rights.can_plan(request.user))
    form = forms.Adopt(request.POST, draft=draft)
    if not form.is_valid():
        messages.error(request, _("The plan has changed meanwhile. Look at the draft once more."))
        return redirect(draft)
    plan = drafts.adopt(draft, drop=form.cleaned_data["drop"], by=request.user, at=timezone.now())
    count = draft.items.filter(is_dropped=False).count()
    messages.success(
        request,
        ngettext("%(count)d item adopted: %(plan)s.", "%(count)d items adopted: %(plan)s.", count)
        % {"count": count, "plan": plan},
    )
    return redirect_to_items(plan.semester_id)


def redirect_to_items(semester: int) -> HttpResponse:
    """The item list of one semester."""
    answer = redirect("planning:items")
    answer["Location"] += f"?semester={semester}"
    return answer


@require_POST
def choose_semester(request: PersonRequest, pk: int) -> HttpResponse:
    """Say which semester the draft is for."""
    draft = found_draft(request, pk)
    require(rights.can_plan(request.user))
    form = forms.ChooseSemester(request.POST)
    if form.is_valid():
        semester = form.cleaned_data["semester"]
        drafts.choose_semester(draft, semester=semester, by=request.user, at=timezone.now())
    else:
        messages.error(request, _("Choose one of the semesters."))
    return redirect(draft)


@require_POST
def lay_semester(request: PersonRequest, pk: int) -> HttpResponse:
    """Lay the semester that the text names and choose it."""
    draft = found_draft(request, pk)
    require(rights.can_plan(request.user))
    draft = drafts.lay_semester(draft, by=request.user, at=timezone.now())
    messages.success(request, _("%(semester)s is laid.") % {"semester": draft.semester})
    return redirect(draft)


@require_POST
def compare(request: PersonRequest, pk: int) -> HttpResponse:
    """Compare with the plan as it stands now."""
    draft = found_draft(request, pk)
    require(rights.can_plan(request.user))
    drafts.compare(draft, by=request.user, at=timezone.now())
    return redirect(draft)


@require_POST
def discard(request: PersonRequest, pk: int) -> HttpResponse:
    """Throw the draft away."""
    draft = found_draft(request, pk)
    require(rights.can_plan(request.user))
    drafts.discard(draft, by=request.user, at=timezone.now())
    messages.success(request, _("The draft is gone; the plan is as it was."))
    return redirect("planning:import")


@require_http_methods(["GET", "POST"])
def carry_over(request: PersonRequest) -> HttpResponse:
    """Draft next year's plan from one of the plans."""
    require(rights.can_plan(request.user))
    form = forms.CarryOver(request.POST or None)
    if form.is_valid():
        plan = form.cleaned_data["plan"]
        return redirect(carrying.carry_over(plan, by=request.user, at=timezone.now()))
    context = {"form": form, "has_plans": Plan.objects.exists()}
    return render(
        request, "planning/carry_over.html", context, status=422 if form.is_bound else 200
    )
