"""The list of entries."""

from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.feedback import rights
from campus.feedback.models import Feedback, FeedbackTopic
from campus.feedback.registry import AREAS
from campus.lists.registry import Act, Column, ListPage
from campus.models import Person
from campus.shell.numbers import number_typed

PROMISES = [
    ("kept:answer", _("Answered in time")),
    ("missed:answer", _("Answered late")),
    ("ended:answer", _("Answered in time or late")),
    ("kept:done", _("Done as promised")),
    ("missed:done", _("Done later than promised")),
]
FURTHER = [
    ("counted", _("Each wish once")),
    ("answered", _("With an answer")),
    ("low", _("One or two stars")),
    ("content", _("Content with the answer")),
    ("unnamed", _("Without a name")),
    ("wall", _("On the wall")),
]
LOW, CONTENT = 2, 4


def area_choices() -> list[tuple[str, Any]]:
    return [(each.name, each.label) for each in AREAS.values()]


class FeedbackFilters(CaseFilters):
    """By area, topic, kind and what became of it, beside what all cases have."""

    area = django_filters.ChoiceFilter(
        label=_("area"), choices=area_choices, field_name="topic__area",
        empty_label=_("All areas"),
    )  # fmt: skip
    topic = django_filters.ModelChoiceFilter(
        label=_("topic"), queryset=FeedbackTopic.objects.all(), empty_label=_("All topics")
    )
    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Feedback.Kind.choices, empty_label=_("All kinds")
    )
    status = django_filters.ChoiceFilter(
        label=_("state"), choices=Feedback.Status.choices, empty_label=_("All states")
    )
    promise = django_filters.ChoiceFilter(
        label=_("promises"), choices=PROMISES, method="narrow_promise", empty_label=_("Kept or not")
    )
    which = django_filters.ChoiceFilter(
        label=_("further"), choices=FURTHER, method="narrow_further", empty_label=_("All entries")
    )

    # Of a figure's proof alone: "canteen.counter:3".
    about = django_filters.CharFilter(
        label=_("About"), method="narrow_about", widget=forms.HiddenInput
    )

    class Meta:
        model = Feedback
        fields = [
            "current", "area", "topic", "kind", "status", "priority", "promise", "which", "since",
            "until",
        ]  # fmt: skip

    def narrow_about(self, found: Any, name: str, value: str) -> QuerySet[Feedback]:
        """Entries about one record; none where the address names no such record."""
        label, _colon, number = value.partition(":")
        app, _dot, model = label.partition(".")
        kind = ContentType.objects.filter(app_label=app, model=model).first()
        pk = number_typed(number)
        return found.filter(subject_type=kind, subject_id=pk) if kind and pk else found.none()

    def narrow_further(self, found: Any, name: str, value: str) -> QuerySet[Feedback]:
        """Entries that somebody looks at afterwards."""
        counted = found.counted().exclude(status__in=["hidden", "withdrawn"])
        narrowed = {
            "counted": counted,
            "answered": found.filter(status__in=["answered", "promised"]),
            "low": counted.filter(stars__lte=LOW),
            "content": counted.filter(answer_stars__gte=CONTENT),
            "unnamed": counted.filter(is_unnamed=True),
            "wall": found.filter(on_wall_on__isnull=False),
        }
        return narrowed[value]


def rows(person: Person, query: QueryDict) -> QuerySet[Feedback]:
    """What the person may see, with all that the columns read."""
    related = ("place", "assignee", "reporter", "topic")
    return Feedback.objects.visible_to(person).select_related(*related)


def path_of(entry: Any) -> str:
    return reverse("feedback:case", args=[entry.pk])


def starry(number: int | None) -> str:
    return "★" * number if number else ""


TOPIC = Column(key="topic", label=pgettext_lazy("of feedback", "Topic"), width=14)
SUBJECT = Column(key="subject_words", label=_("About"), width=18)
STARS = Column(
    key="stars", label=_("Stars"), cell=lambda entry: starry(entry.stars), is_whole=True, width=8
)
KIND = Column(
    key="kind", label=_("Kind"), on_page=False,
    width=8,
)  # fmt: skip
ANSWER = Column(key="answer", label=_("Answer"), on_page=False, width=40)

ENTRIES = ListPage(
    name="feedback",
    title=_("Feedback"),
    icon="message-heart",
    address="feedback:entries",
    rows=rows,
    order=("-raised_at", "-id"),
    filters=FeedbackFilters,
    columns=(
        *CASE_COLUMNS[:2], TOPIC, SUBJECT, STARS, KIND, *CASE_COLUMNS[2:], ANSWER
    ),
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    row_path=path_of,
    acts=(
        Act(
            label=_("Give to"), icon="user-share", address="feedback:give",
            may=rights.can_read_entries, is_hidden=True, template="cases/give_to.html",
        ),
    ),
    may_select=lambda person, entry: entry.is_open and bool(rights.can_answer(person, entry)),
    empty_title=_("Nothing has been said yet"),
    empty_text=_("What pupils and staff say arrives here, with or without a name."),
)  # fmt: skip
