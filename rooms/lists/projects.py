"""The lists of room projects, of their risks, and of what was spent."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage
from campus.models import Person
from campus.shell.words import money
from rooms import rights
from rooms.figures.projects import Standing, standing_of, told
from rooms.models import Risk, RoomProject, Spending
from rooms.models.project import RoomProjectQuerySet
from rooms.models.risk import RiskQuerySet


class ProjectFilters(ListFilters):
    """By state, kind, and what stands out."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("All projects"),
        choices=[
            ("open", pgettext_lazy("which projects", "Going on")),
            ("late", pgettext_lazy("which projects", "Late")),
            ("risky", pgettext_lazy("which projects", "With high risks")),
            ("mine", pgettext_lazy("which projects", "Led by me")),
        ],
    )  # fmt: skip
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=RoomProject.Status.choices, empty_label=_("All states")
    )
    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=RoomProject.Kind.choices, empty_label=_("All kinds")
    )

    def narrow(self, found: RoomProjectQuerySet, name: str, value: str) -> QuerySet[RoomProject]:
        if value == "late":
            return found.late(self.today)
        if value == "risky":
            return found.filter(pk__in=Risk.objects.open().high().order_by().values("project"))
        return found.filter(leader=self.person) if value == "mine" else found.open()


def rows(person: Person, query: QueryDict) -> QuerySet[RoomProject]:
    return told(RoomProject.objects.visible_to(person)).defer("leader__sought")


def standing(project: RoomProject) -> Standing:
    return standing_of(project, timezone.localdate())


def state_cell(project: RoomProject) -> SafeString:
    label = RoomProject.Status(project.status).label
    return format_html('<span class="state state-{}">{}</span>', project.status, label)


def stages_cell(project: RoomProject) -> SafeString:
    """A bar with a piece for each stage, and where it stands in words."""
    now = standing(project)
    pieces = format_html_join(
        "", '<i class="stage-{}" title="{}"></i>', ((tone, stage.name) for stage, tone in now.bar)
    )
    return format_html(
        '<span class="stages-bar" aria-hidden="true">{}</span> <small>{}</small>',
        pieces, stages_words(project),
    )  # fmt: skip


def stages_words(project: RoomProject) -> str:
    """How many of its stages are done, and which comes next."""
    now = standing(project)
    done = gettext("%(done)d of %(all)d stages") % {"done": now.done, "all": len(now.stages)}
    current = now.current
    return f"{done} · {current.name}" if current and project.is_open else done


def late_cell(project: RoomProject) -> SafeString | str:
    days = standing(project).days_late
    if not days:
        return ""
    words = gettext("%(days)d days late") % {"days": days}
    return format_html('<span class="due-overdue">{}</span>', words)


def money_cell(project: RoomProject) -> SafeString | str:
    """A bar, and both amounts in words."""
    now = standing(project)
    if now.share is None:
        return ""
    return format_html(
        '<progress max="100" value="{}" aria-hidden="true" class="{}"></progress>'
        " <small>{} · {}%</small>",
        min(now.share, 100), "is-over" if now.is_over else "", now.money, now.share,
    )  # fmt: skip


def risks_cell(project: Any) -> SafeString | str:
    count = len(project.high_risks)
    if not count:
        return ""
    path = f"{reverse('rooms:risks')}?project={project.pk}"
    words = gettext("%(count)d high") % {"count": count}
    return format_html('<a class="due-overdue" href="{}">{}</a>', path, words)


PROJECTS = ListPage(
    name="room-projects",
    title=_("Room projects"),
    icon="building-factory-2",
    address="rooms:projects",
    rows=rows,
    order=("-at", "-id"),
    filters=ProjectFilters,
    columns=(
        Column(key="title", label=_("Project"), is_title=True, width=30),
        Column(
            key="status", label=_("State"), cell=state_cell,
        ),
        Column(
            key="stages", label=_("Stages"), cell=stages_cell, value=stages_words, width=30,
        ),
        Column(
            key="late", label=_("Late"), cell=late_cell, is_whole=True, width=8,
            value=lambda project: standing(project).days_late or None,
        ),
        Column(key="budget", label=_("Spent of the budget"), cell=money_cell, on_sheet=False),
        Column(
            key="planned", label=_("Budget in yuan"), on_page=False,
            value=lambda project: standing(project).planned,
        ),
        Column(
            key="spent", label=_("Spent in yuan"), on_page=False,
            value=lambda project: standing(project).spent,
        ),
        Column(
            key="risks", label=_("Risks"), cell=risks_cell, width=8,
            value=lambda project: len(project.high_risks),
        ),
        Column(key="leader", label=pgettext_lazy("project", "Leader"), is_whole=True),
        Column(key="kind", label=_("Kind"), on_page=False),
        Column(key="aim", label=pgettext_lazy("project", "Aim"), on_page=False, width=40),
    ),
    named_by=("leader",),
    hit=Hit(
        fields=("title", "status"),
        brief=lambda project: str(RoomProject.Status(project.status).label),
    ),
    may_read=rights.can_read_projects,
    empty_title=_("No room project yet"),
    empty_text=_("How rooms are built and upgraded: stages, money, risks, acceptance."),
)  # fmt: skip


class RiskFilters(ListFilters):
    """By state, height and project."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), method="narrow", empty_label=_("All risks"),
        choices=[
            ("open", pgettext_lazy("which risks", "Watched")),
            ("high", pgettext_lazy("which risks", "High and watched")),
        ],
    )  # fmt: skip
    project = django_filters.ModelChoiceFilter(
        label=_("project"), queryset=RoomProject.objects.defer("sought").order_by("title"),
        empty_label=_("All projects"),
    )  # fmt: skip

    def narrow(self, found: RiskQuerySet, name: str, value: str) -> QuerySet[Risk]:
        return found.open().high() if value == "high" else found.open()


def risk_rows(person: Person, query: QueryDict) -> QuerySet[Risk]:
    return Risk.objects.visible_to(person).select_related("project", "owner")


def score_cell(risk: Risk) -> SafeString:
    """Likelihood times impact, in the colour of its height."""
    return format_html(
        '<span class="state state-{}">{} × {} = {}</span>',
        risk.tone, risk.likelihood, risk.impact, risk.score,
    )  # fmt: skip


RISKS = ListPage(
    name="room-risks",
    title=_("Risks of room projects"),
    icon="alert-triangle",
    address="rooms:risks",
    sought="",
    rows=risk_rows,
    order=("-score", "id"),
    filters=RiskFilters,
    columns=(
        Column(key="title", label=_("What could go wrong"), is_title=True, width=30),
        Column(key="project", label=_("Project"), width=26),
        Column(
            key="score", label=_("Likelihood × impact"), cell=score_cell, is_whole=True,
            sort=("score",),
        ),
        Column(key="measure", label=_("Measure"), width=40),
        Column(key="owner", label=_("Responsible")),
        Column(key="status", label=_("State")),
    ),
    may_read=rights.can_read_projects,
    empty_title=_("No risk noted yet"),
    empty_text=_("Risks are noted on the page of a project."),
)  # fmt: skip


class SpendingFilters(ListFilters):
    """By project and days."""

    project = django_filters.ModelChoiceFilter(
        field_name="line__project", label=_("project"),
        queryset=RoomProject.objects.defer("sought").order_by("title"),
        empty_label=_("All projects"),
    )  # fmt: skip
    since = django_filters.DateFilter(field_name="on", lookup_expr="gte", label=_("from"))
    until = django_filters.DateFilter(
        field_name="on", lookup_expr="lte", label=pgettext_lazy("end of a time", "until")
    )


def spending_rows(person: Person, query: QueryDict) -> QuerySet[Spending]:
    seen = RoomProject.objects.visible_to(person).order_by().values("pk")
    found = Spending.objects.filter(line__project__in=seen)
    return found.select_related("line__project", "by").defer("line__project__sought")


SPENDINGS = ListPage(
    name="room-spendings",
    title=_("Spendings of room projects"),
    icon="receipt",
    address="rooms:spendings",
    sought="",
    rows=spending_rows,
    order=("-on", "-id"),
    row_path=lambda spending: reverse("rooms:project_money", args=[spending.line.project_id]),
    filters=SpendingFilters,
    columns=(
        Column(key="supplier", label=_("Supplier"), is_title=True, width=26),
        Column(key="on", label=_("Paid on"), is_whole=True),
        Column(
            key="amount", label=_("Amount in yuan"), is_whole=True,
            cell=lambda spending: money(spending.amount), value=lambda spending: spending.amount,
        ),
        Column(key="line", label=_("Budget line")),
        Column(key="line.project", label=_("Project"), width=26),
        Column(key="invoice", label=_("Invoice")),
        Column(key="words", label=_("For what"), on_page=False, width=30),
        Column(key="by", label=_("Written by"), on_page=False),
    ),
    may_read=rights.can_read_projects,
    empty_title=_("Nothing is spent yet"),
    empty_text=_("Spendings are noted on the page of a project's money."),
)  # fmt: skip
