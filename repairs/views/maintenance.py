"""Preventive maintenance: plans, and their jobs from planned to done."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from campus.records.history import history_path
from campus.records.past import past_of
from campus.shell.form_page import form_page
from planning.fulfilment import item_named, origin_of
from repairs import rights
from repairs.actions import maintenance as actions
from repairs.actions.maintenance_days import things_of
from repairs.forms.maintenance import FinishJob, FinishJobs, JobCost, PlanForm, SkipJob
from repairs.fulfilment import plan_from
from repairs.lists import JOBS, PLANS
from repairs.lists.maintenance import rhythm_in_words
from repairs.models import MaintenanceJob, MaintenancePlan

SHOWN, SHOWN_JOBS = 60, 20


@require_safe
def jobs(request: PersonRequest) -> HttpResponse:
    """What is to be maintained, the most urgent first."""
    return list_page(
        request, JOBS, "repairs/maintenance.html",
        may_keep=rights.can_keep_maintenance(request.user),
    )  # fmt: skip


@require_safe
def plans(request: PersonRequest) -> HttpResponse:
    """All plans."""
    return list_page(
        request, PLANS, "repairs/maintenance_plans.html",
        may_keep=rights.can_keep_maintenance(request.user),
    )  # fmt: skip


def found_plan(request: PersonRequest, pk: int) -> MaintenancePlan:
    """The plan, if the person may see it; else 404."""
    seen = MaintenancePlan.objects.visible_to(request.user).defer("sought")
    related = ("asset", "category", "place", "planned_for", "checklist", "by", "plan_item")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_safe
def plan(request: PersonRequest, pk: int) -> HttpResponse:
    """What is maintained how often by whom, and how that went."""
    shown, today = found_plan(request, pk), timezone.localdate()
    things = things_of(shown, today)
    jobs = shown.jobs.defer("sought").order_by("-due_on", "-id")[:SHOWN_JOBS]
    context = {
        "plan": shown, "when": rhythm_in_words(shown), "things": things[:SHOWN],
        "origin": origin_of(shown, request.user),
        "count": len(things), "jobs": [(job, job.tone(today)) for job in jobs],
        "may_keep": rights.can_keep_maintenance(request.user),
        "history_path": history_path(request.user, shown),
    }  # fmt: skip
    return render(request, "repairs/maintenance_plan.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new plan, for an item of the work plan where the address names one (`?item=3`)."""
    require(rights.can_keep_maintenance(request.user))
    item, today = item_named(request.user, request.GET, MaintenancePlan), timezone.localdate()
    first = MaintenancePlan(plan_item=item, starts_on=today)
    initial = plan_from(item, request.user, today) if item else {}
    return plan_page(request, first, title=_("New maintenance plan"), initial=initial)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a plan; what is laid and not due yet is laid anew."""
    shown = found_plan(request, pk)
    require(rights.can_keep_maintenance(request.user))
    return plan_page(request, shown, title=str(shown))


def plan_page(
    request: PersonRequest, shown: MaintenancePlan, *, title: str,
    initial: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """The form of a plan."""
    form = PlanForm(request.POST or None, instance=shown, initial=initial)
    if not form.is_valid():
        back = shown.get_absolute_url() if shown.pk else reverse("repairs:maintenance_plans")
        context = {
            "form": form, "title": title, "back": back, "button": _("Save"),
            "origin": origin_of(shown, request.user),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "repairs/maintenance_form.html", context, status=status)
    target = (
        MaintenancePlan.objects.get(pk=shown.pk)
        if shown.pk
        else MaintenancePlan(plan_item=shown.plan_item)
    )
    written = actions.write_plan(target, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(plan)s” is planned.") % {"plan": written})
    return redirect(written)


@require_POST
def pause(request: PersonRequest, pk: int) -> HttpResponse:
    """Lay no more jobs."""
    return paused(request, pk, _("“%(plan)s” is paused."), is_paused=True)


@require_POST
def resume(request: PersonRequest, pk: int) -> HttpResponse:
    """Lay jobs again."""
    return paused(request, pk, _("“%(plan)s” runs again."), is_paused=False)


def paused(request: PersonRequest, pk: int, words: str, *, is_paused: bool) -> HttpResponse:
    shown = found_plan(request, pk)
    require(rights.can_keep_maintenance(request.user))
    actions.set_paused(shown, is_paused=is_paused, by=request.user, at=timezone.now())
    messages.success(request, words % {"plan": shown})
    return redirect(shown)


# Jobs


def found(request: PersonRequest, pk: int) -> MaintenanceJob:
    """The job, if the person may see it; else 404."""
    seen = MaintenanceJob.objects.visible_to(request.user).defer("sought")
    related = (
        "plan__planned_for", "plan__checklist", "asset__place", "place", "inspection",
        "started_by", "ended_by",
    )  # fmt: skip
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_safe
def job(request: PersonRequest, pk: int) -> HttpResponse:
    """One job: what it is, what can be done now, what was."""
    shown, now = found(request, pk), timezone.now()
    context: dict[str, Any] = {
        "job": shown, "plan": shown.plan, "tone": shown.tone(timezone.localdate(now)),
        "may": rights.can_maintain(request.user, shown),
        "is_broken_off": actions.is_broken_off(shown),
        "attachments": Attachment.objects.of(shown), **past_of(shown, request.user, now),
    }  # fmt: skip
    return render(request, "repairs/maintenance_job.html", context)


@require_POST
def start(request: PersonRequest, pk: int) -> HttpResponse:
    """Begin a job: on to its walk, where it has a checklist."""
    shown = found(request, pk)
    require(rights.can_maintain(request.user, shown))
    begun = actions.start(shown, by=request.user, at=timezone.now())
    if begun.inspection_id:
        return redirect("inspections:inspection_walk", begun.inspection_id)
    messages.success(request, _("“%(job)s” is under way.") % {"job": begun})
    return redirect(begun)


@require_http_methods(["GET", "POST"])
def finish(request: PersonRequest, pk: int) -> HttpResponse:
    """Say what was done, when, at what cost."""
    shown = found(request, pk)
    require(rights.can_maintain(request.user, shown))
    form = FinishJob(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"done_on": timezone.localdate()},
    )  # fmt: skip
    if not form.is_valid():
        return job_form(request, form, shown, title=_("Done"), button=_("It is done"))
    done = actions.finish(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(job)s” is done.") % {"job": done})
    return redirect(done)


def job_form(
    request: PersonRequest, form: Any, job: MaintenanceJob, *, title: str, button: str
) -> HttpResponse:
    """A form about one job."""
    return form_page(
        request, form, title=title, back=job.get_absolute_url(), under=job.title, button=button
    )


@require_http_methods(["GET", "POST"])
def skip(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave a job out this once."""
    shown = found(request, pk)
    require(rights.can_maintain(request.user, shown))
    form = SkipJob(request.POST or None)
    if not form.is_valid():
        words = pgettext("maintenance", "Skip it")
        return job_form(request, form, shown, title=words, button=words)
    skipped = actions.skip(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(job)s” is skipped.") % {"job": skipped})
    return redirect(skipped)


@require_http_methods(["GET", "POST"])
def cost(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down what a job has cost."""
    shown = found(request, pk)
    require(rights.can_maintain(request.user, shown))
    form = JobCost(request.POST or None, initial={"cost": shown.cost})
    if not form.is_valid():
        return job_form(request, form, shown, title=_("What it has cost"), button=_("Save"))
    actions.set_cost(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The cost is written down."))
    return redirect(shown)


@require_POST
def finish_all(request: PersonRequest) -> HttpResponse:
    """The selected were done today."""
    form = FinishJobs(request.POST, page=JOBS, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    for each in rows:
        require(rights.can_maintain(request.user, each))
    words = form.cleaned_data["words"]
    done = actions.finish_all(rows, words=words, by=request.user, at=timezone.now())
    told = ngettext("%(count)d job is done.", "%(count)d jobs are done.", len(done))
    messages.success(request, told % {"count": len(done)})
    return redirect(came_from(request))
