"""The list of what was found."""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.cases.continuing import Continuation, continuations
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Person, Place
from campus.shell.words import moment_in_words
from inspections import rights
from inspections.lists.walks import place_cell
from inspections.models import Campaign, Checklist, Finding
from inspections.models.finding import FindingQuerySet

OPEN, CONTINUED, SETTLED = "open", "continued", "settled"


class FindingFilters(ListFilters):
    """By what has become of it, checklist, building, campaign, days."""

    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of findings", "state"),
        choices=[
            (OPEN, _("Not continued yet")), (CONTINUED, _("Continued")),
            (SETTLED, _("Settled on the spot")),
        ],
        empty_label=_("Continued or not"),
        method="standing",
    )  # fmt: skip
    checklist = django_filters.ModelChoiceFilter(
        label=_("checklist"), queryset=Checklist.objects.all(), empty_label=_("All checklists")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind__in=["campus", "building"]).order_by("code"),
        empty_label=_("All buildings"),
        method="within",
    )
    campaign = django_filters.ModelChoiceFilter(
        label=_("campaign"), queryset=Campaign.objects.all(), empty_label=_("In campaigns or not"),
        field_name="inspection__area__campaign",
    )  # fmt: skip
    since = Since(field_name="reported_at", label=_("from"))
    until = Until(field_name="reported_at", label=_("until"))

    def standing(self, found: FindingQuerySet, name: str, state: str) -> QuerySet[Finding]:
        if state == OPEN:
            return found.open()
        return found.continued() if state == CONTINUED else found.filter(settled_at__isnull=False)

    def within(self, found: FindingQuerySet, name: str, place: Place) -> QuerySet[Finding]:
        return found.at(place)


def findings_of(person: Person, query: QueryDict) -> QuerySet[Finding]:
    """The faults that the person may see, with what the columns read; marks of parts stand with
    their scores."""
    seen = Finding.objects.visible_to(person).reported().faults()
    return seen.select_related("checklist", "place", "by", "settled_by")


def becoming(finding: Finding, going: Iterable[Continuation]) -> str:
    """What has become of it, in words: settled, continued as what, or open."""
    if finding.settled_at:
        return dotted(gettext("Settled on the spot"), finding.settled_words)
    told = [f"{each.case.number} {each.state_words}" for each in going]
    return "、".join(told) or gettext("Not continued yet")


def sheet_rows(findings: Iterable[Finding]) -> Iterator[list[Any]]:
    """The register of findings: what goes on is asked once for each portion of rows."""
    yield [
        gettext("No."), gettext("Found at"), gettext("Place"), gettext("Checklist"),
        gettext("Line"), gettext("In words"), gettext("Found by"), gettext("What became of it"),
    ]  # fmt: skip
    portion: list[Finding] = []
    number = 0
    for finding in findings:
        portion.append(finding)
        if len(portion) == 500:
            yield from numbered(portion, number)
            number, portion = number + len(portion), []
    yield from numbered(portion, number)


def numbered(findings: list[Finding], before: int) -> Iterator[list[Any]]:
    going = continuations(Finding, [finding.pk for finding in findings])
    for number, finding in enumerate(findings, before + 1):
        yield [
            number, moment_in_words(finding.found_at), finding.place.full_name,
            finding.checklist.name, finding.title, finding.words, str(finding.by),
            becoming(finding, going.get(finding.pk, [])),
        ]  # fmt: skip


FINDINGS = ListPage(
    name="findings",
    title=_("Findings"),
    icon="alert-triangle",
    address="inspections:findings",
    rows=findings_of,
    order=("-reported_at", "-id"),
    filters=FindingFilters,
    named_by=("place", "by"),
    may_read=rights.can_read_findings,
    may_export=rights.can_read_findings,
    search_label=_("Line, words, place or person"),
    hit=Hit(
        fields=("title", "words", "place__name", "place__code", "reported_at"),
        title=lambda finding: finding.sentence,
        brief=lambda finding: dotted(
            finding.place.with_code, moment_in_words(finding.reported_at)
        ),
    ),
    sheet_rows=sheet_rows,
    sheet_widths=(6, 18, 36, 20, 28, 40, 12, 36),
    empty_title=_("Nothing found"),
    empty_text=_("Faults of finished walks stand here until an area takes them up."),
    columns=(
        Column(key="sentence", label=_("Finding"), is_title=True, width=40),
        Column(key="place", label=_("Place"), cell=place_cell, width=30),
        Column(key="checklist", label=_("Checklist"), width=20),
        Column(
            key="reported_at", label=_("Found"), sort=("reported_at", "id"), width=18,
            cell=lambda finding: moment_in_words(finding.reported_at),
        ),
        Column(key="by", label=_("Found by"), width=12, is_whole=True),
    ),
    rows_template="inspections/findings_rows.html",
)  # fmt: skip
