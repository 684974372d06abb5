"""Plans of maintenance and their jobs."""

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Count, Min, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage, dotted
from campus.models import Person, Place
from campus.shell.forms import DayInput
from campus.shell.words import day_in_words, money
from repairs import rights
from repairs.models import AssetCategory, MaintenanceJob, MaintenancePlan

Status = MaintenanceJob.Status
# A job is near two weeks before it is due: the usual days ahead of a plan; our own figure.
SOON = timedelta(days=14)


class JobFilters(ListFilters):
    """By what wants doing or came of it, plan, category of assets, building, days due."""

    current = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            ("overdue", _("Overdue")), ("soon", _("Due within 14 days")), ("mine", _("For me")),
            ("done", _("Done")), ("kept", _("Done in time")), ("late", _("Done late")),
            ("skipped", Status.SKIPPED.label), ("missed", Status.MISSED.label),
            ("counted", _("Due so far")), ("all", _("All jobs ever")),
        ],
        empty_label=_("To be done"), method="narrow",
    )  # fmt: skip
    plan = django_filters.ModelChoiceFilter(
        label=_("maintenance plan"), queryset=MaintenancePlan.objects.defer("sought"),
        empty_label=_("All plans"),
    )  # fmt: skip
    category = django_filters.ModelChoiceFilter(
        field_name="asset__category", label=_("category"), queryset=AssetCategory.objects.all(),
        empty_label=_("All categories"),
    )  # fmt: skip
    building = django_filters.ModelChoiceFilter(
        label=_("building"), empty_label=_("All buildings"), method="within",
        queryset=Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code"),
    )  # fmt: skip
    since = django_filters.DateFilter(
        field_name="due_on", lookup_expr="gte", label=_("due from"), widget=DayInput()
    )
    until = django_filters.DateFilter(
        field_name="due_on", lookup_expr="lte", label=_("due until"), widget=DayInput()
    )

    def narrow(self, jobs: Any, name: str, value: str) -> QuerySet[MaintenanceJob]:
        """What people ask for most, and what figures count."""
        found = {
            "overdue": lambda: jobs.overdue(self.today),
            "soon": lambda: jobs.open().filter(
                due_on__range=(self.today, self.today + SOON)
            ),
            "mine": lambda: jobs.open().whose(self.person),
            "kept": jobs.kept, "late": jobs.late, "all": jobs.all,
            "counted": lambda: jobs.counted(self.today),
        }.get(value)  # fmt: skip
        return found() if found else jobs.filter(status=value)

    def within(self, jobs: Any, name: str, building: Place) -> QuerySet[MaintenanceJob]:
        return jobs.at_place(building)


def jobs_of(person: Person, query: QueryDict) -> QuerySet[MaintenanceJob]:
    """The jobs; unless others are asked for, those that are to be done."""
    seen = MaintenanceJob.objects.visible_to(person)
    if not query.get("current"):
        seen = seen.open()
    return seen.select_related(
        "plan__planned_for", "plan__checklist", "asset__place", "place", "ended_by"
    )


def state_cell(job: MaintenanceJob) -> SafeString:
    """The state in its colour."""
    return format_html(
        '<span class="state state-{}">{}</span>', job.tone(timezone.localdate()),
        Status(job.status).label,
    )  # fmt: skip


def due_cell(job: MaintenanceJob) -> SafeString | str:
    """The day, red once it has passed and nobody has done it."""
    tone = "overdue" if job.is_open and job.due_on < timezone.localdate() else "plain"
    return format_html('<span class="due-{}">{}</span>', tone, day_in_words(job.due_on))


def where_cell(job: MaintenanceJob) -> SafeString | str:
    """The place with its code."""
    place = job.where
    if place is None:
        return ""
    return format_html('{} <small class="list-code">{}</small>', place.name, place.code)


def may_finish(person: Person, job: MaintenanceJob) -> bool:
    """Whether somebody can say of it, with others, that it is done."""
    walked = job.plan.checklist_id is not None
    return job.is_open and not walked and bool(rights.can_maintain(person, job))


JOBS = ListPage(
    name="maintenance",
    title=_("Preventive maintenance"),
    icon="calendar-repeat",
    address="repairs:maintenance",
    rows=jobs_of,
    order=("due_on", "id"),
    filters=JobFilters,
    named_by=("place", "ended_by"),
    search_label=_("Plan, asset number, name or place"),
    everywhere={"current": "all"},
    hit=Hit(
        fields=("title", "due_on", "status"),
        brief=lambda job: dotted(job.due_on.isoformat(), str(Status(job.status).label)),
    ),
    may_read=rights.can_read_maintenance,
    may_export=rights.can_read_maintenance,
    acts=(
        Act(
            label=_("Done"), icon="check", address="repairs:maintenance_finish_all",
            template="repairs/maintenance_finish_all.html",
        ),
    ),
    may_select=may_finish,
    empty_title=_("Nothing is to be maintained now"),
    empty_text=_("Plans lay their jobs some days before they are due."),
    columns=(
        Column(key="title", label=_("What"), is_title=True, width=40),
        Column(key="where", label=_("Place"), cell=where_cell, width=24,
               value=lambda job: job.where.full_name if job.where else ""),
        Column(key="due_on", label=_("Due"), sort=("due_on", "id"), cell=due_cell, is_whole=True,
               width=14),
        Column(key="status", label=_("State"), cell=state_cell, width=12),
        Column(key="whose", label=pgettext_lazy("maintenance", "By whom"), width=16,
               value=lambda job: job.plan.whose, cell=lambda job: job.plan.whose),
        Column(key="done_on", label=_("Done on"), on_page=False, width=14),
        Column(key="ended_by", label=_("Done or skipped by"), on_page=False, width=16),
        Column(key="words", label=_("What was done"), on_page=False, width=40),
        Column(key="reason", label=_("Reason"), on_page=False, width=30),
        Column(key="cost", label=_("Cost in yuan"), is_whole=True, width=12,
               cell=lambda job: money(job.cost) if job.cost else ""),
    ),
)  # fmt: skip


class PlanFilters(ListFilters):
    """By whether they run."""

    current = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[("running", _("Running")), ("paused", _("Paused")), ("mine", _("For me"))],
        empty_label=_("All plans"),
        method="narrow",
    )

    def narrow(self, plans: Any, name: str, value: str) -> QuerySet[MaintenancePlan]:
        if value == "mine":
            return plans.of(self.person)
        return plans.filter(is_paused=value == "paused")


def plans_of(person: Person, query: QueryDict) -> QuerySet[MaintenancePlan]:
    """The plans, each with how many jobs are open and when the first of them is due."""
    still_open = Q(jobs__status__in=MaintenanceJob.OPEN)
    seen = MaintenancePlan.objects.visible_to(person).annotate(
        open_jobs=Count("jobs", filter=still_open), next_on=Min("jobs__due_on", filter=still_open)
    )
    return seen.select_related("asset", "category", "place", "planned_for")


def rhythm_in_words(plan: MaintenancePlan) -> str:
    """Every 6 months; every year on 1 December."""
    if plan.is_yearly:
        words = gettext("every year on %(month)s-%(day)s")
        return words % {"month": f"{plan.month:02}", "day": f"{plan.month_day:02}"}
    months = plan.every_months or 1
    words = ngettext("every month", "every %(months)d months", months)
    return words % {"months": months}


def next_cell(plan: Any) -> SafeString | str:
    """When the first open job is due."""
    if plan.is_paused:
        return format_html('<span class="state state-due_soon">{}</span>', gettext("Paused"))
    if plan.next_on is None:
        return ""
    tone = "overdue" if plan.next_on < timezone.localdate() else "plain"
    return format_html('<span class="due-{}">{}</span>', tone, day_in_words(plan.next_on))


PLANS = ListPage(
    name="maintenance-plans",
    title=_("Maintenance plans"),
    icon="calendar-repeat",
    address="repairs:maintenance_plans",
    rows=plans_of,
    order=("name",),
    filters=PlanFilters,
    named_by=("place", "planned_for"),
    may_read=rights.can_read_maintenance,
    may_export=rights.can_read_maintenance,
    empty_title=_("No maintenance plans yet"),
    empty_text=_("Such as: air conditioners every May, water pipes before the frost."),
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=28),
        Column(key="what", label=_("What is maintained"), width=32),
        Column(key="rhythm", label=_("How often"), width=20, cell=rhythm_in_words,
               value=rhythm_in_words),
        Column(key="whose", label=pgettext_lazy("maintenance", "By whom"), width=16),
        Column(key="open_jobs", label=pgettext_lazy("of jobs", "To be done"), width=10),
        Column(key="next_on", label=_("Due next"), cell=next_cell, width=14, is_whole=True),
    ),
)  # fmt: skip
