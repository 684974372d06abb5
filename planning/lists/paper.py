"""Papers that expire."""

from datetime import date, timedelta

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage
from campus.models import Person
from campus.shell.forms import DayInput
from planning import rights
from planning.models import Paper, PaperKind
from planning.papers import TONES

SOON_DAYS = {"soon": 30, "later": 90}


class PaperFilters(ListFilters):
    """By kind, by how near the end is, by the last day."""

    kind = django_filters.ModelChoiceFilter(
        label=_("kind"), queryset=PaperKind.objects.all(), empty_label=_("All kinds")
    )
    current = django_filters.ChoiceFilter(
        label=pgettext_lazy("of papers", "state"),
        choices=[
            ("expired", _("Expired")),
            ("soon", _("Ends within 30 days")),
            ("due", _("Expired, or ends within 30 days")),
            ("later", _("Ends within 90 days")),
            ("over", _("Renewed or set aside")),
            ("all", _("All papers ever")),
        ],
        empty_label=_("Those that count"),
        method="standing",
    )
    until = django_filters.DateFilter(
        field_name="ends_on", lookup_expr="lte", label=_("ends until"), widget=DayInput()
    )

    def standing(self, papers: QuerySet[Paper], name: str, value: str) -> QuerySet[Paper]:
        if value == "over":
            return papers.exclude(renewed_by=None, set_aside_on=None)
        if value == "expired":
            return papers.filter(ends_on__lt=self.today)
        if value == "due":
            return papers.filter(ends_on__lte=self.today + timedelta(days=SOON_DAYS["soon"]))
        if value in SOON_DAYS:
            last = self.today + timedelta(days=SOON_DAYS[value])
            return papers.filter(ends_on__range=(self.today, last))
        return papers


def papers_of(person: Person, query: QueryDict) -> QuerySet[Paper]:
    """The papers that the person may see; unless others are asked for, those that count."""
    seen = Paper.objects.visible_to(person)
    if query.get("current") not in ("over", "all"):
        seen = seen.watched()
    return seen.select_related("kind").prefetch_related("holder")


def days_left_cell(paper: Paper) -> SafeString:
    """How near the end is, in the colour of its state."""
    today = timezone.localdate()
    return format_html(
        '<span class="state state-{}">{}</span>',
        TONES[paper.state(today)],
        days_left_in_words(paper, today),
    )


def days_left_in_words(paper: Paper, today: date) -> str:
    """12 days left, ended 3 days ago; the state itself for what does not count any more."""
    state, left = paper.state(today), paper.days_left(today)
    if state in (Paper.State.RENEWED, Paper.State.SET_ASIDE):
        return str(state.label)
    if left < 0:
        words = ngettext("ended %(days)d day ago", "ended %(days)d days ago", -left)
        return words % {"days": -left}
    return ngettext("%(days)d day left", "%(days)d days left", left) % {"days": left}


PAPERS = ListPage(
    name="papers",
    title=_("Papers that expire"),
    icon="certificate",
    address="planning:papers",
    rows=papers_of,
    order=("ends_on", "id"),
    filters=PaperFilters,
    search_label=_("Holder, number or issuer"),
    hit=Hit(
        fields=("ends_on", "holder_name", "kind__name", "set_aside_on", "renewed_by_id"),
        title=lambda paper: paper.titled(paper.holder_name),
        brief=lambda paper: days_left_in_words(paper, timezone.localdate()),
    ),
    everywhere={"current": "all"},
    may_read=rights.can_read_papers,
    may_export=rights.can_export_papers,
    acts=(
        Act(
            label=_("Set aside"),
            icon="archive",
            address="planning:papers_set_aside",
            template="planning/papers_aside.html",
        ),
    ),
    may_select=lambda person, paper: paper.counts and bool(rights.can_keep_paper(person, paper)),
    empty_title=_("No papers yet"),
    empty_text=_("Certificates, licences and checks are watched here until they are renewed."),
    columns=(
        Column(key="holder", label=_("Held by"), is_title=True, width=20),
        Column(key="kind", label=_("Kind"), width=20),
        Column(
            key="days_left",
            label=_("Days left"),
            cell=days_left_cell,
            value=lambda paper: paper.days_left(timezone.localdate()),
            width=10,
        ),
        Column(
            key="ends_on",
            label=_("Valid until"),
            sort=("ends_on", "id"),
            cell=lambda paper: paper.ends_on.isoformat(),
        ),
        Column(key="number", label=_("Number"), width=20),
        Column(key="issuer", label=_("Issued by"), width=20),
        Column(key="issued_on", label=_("Issued on"), on_page=False),
        Column(key="note", label=_("Remark"), on_page=False, width=30),
    ),
)
