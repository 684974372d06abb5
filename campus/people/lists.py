"""The list of the school's people."""

from datetime import datetime
from typing import Any, ClassVar

import django_filters
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage, dotted, name_list
from campus.models import Department, Duty, Person, PupilAccess, Role, SchoolClass
from campus.people import actions, rights
from campus.records.registry import Historical, keep_history

HERE, LEFT = "here", "left"


class PeopleFilters(ListFilters):
    """By kind, where somebody belongs, what they are on duty as, and whether they have left."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=Person.Kind.choices, empty_label=_("Staff and pupils")
    )
    department = django_filters.ModelChoiceFilter(
        label=_("department"), queryset=Department.objects.all(), empty_label=_("All departments")
    )
    school_class = django_filters.ModelChoiceFilter(
        label=_("class"), queryset=SchoolClass.objects.all(), empty_label=_("All classes")
    )
    role = django_filters.ChoiceFilter(
        label=_("role"), choices=Role.choices, empty_label=_("All roles"), method="on_duty_as"
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of people", "state"),
        choices=[(HERE, _("At the school")), (LEFT, _("Left"))],
        empty_label=_("Left or not"),
        method="at_the_school",
    )

    # Filters that some people's lists have nothing for.
    of_pupils: ClassVar[tuple[str, ...]] = ("kind", "school_class")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hidden = () if rights.sees_pupils(self.person) else self.of_pupils
        hidden += () if rights.sees_leavers(self.person) else ("state",)
        for name in hidden:
            del self.filters[name]

    def on_duty_as(self, people: QuerySet[Person], name: str, role: str) -> QuerySet[Person]:
        holders = Duty.objects.running(self.today).filter(role=role)
        return people.filter(pk__in=holders.values("person"))

    def at_the_school(self, people: QuerySet[Person], name: str, state: str) -> QuerySet[Person]:
        return people.filter(is_active=state == HERE)


def people_of(person: Person, query: QueryDict) -> QuerySet[Person]:
    """Whom the person may see, with where they belong and what they are on duty as."""
    running = Duty.objects.running().select_related("place", "school_class", "department")
    return (
        Person.objects.visible_to(person)
        .select_related("department", "school_class")
        .prefetch_related(Prefetch("duties", running, to_attr="running_duties"))
    )


def name_cell(person: Person) -> SafeString:
    """The name; who has left is marked."""
    if person.is_active:
        return format_html("{}", person.name)
    return format_html(
        '{} <span class="state state-dropped">{}</span>', person.name, str(_("Left"))
    )


def belongs_to(person: Person) -> str:
    """The department or the class."""
    return str(person.department or person.school_class or "")


def duty_words(duty: Duty) -> str:
    """A duty with its scope: dorm warden (building 3)."""
    role = duty.get_role_display()
    return f"{role} ({duty.scope})" if duty.scope else role


def duties_cell(person: Any) -> SafeString:
    """The running duties, a chip each."""
    each = ((duty_words(duty),) for duty in person.running_duties)
    return format_html_join(" ", '<span class="list-tag">{}</span>', each)


def duties_words(person: Any) -> str:
    return "、".join(duty_words(duty) for duty in person.running_duties)


def numbers_of(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The people themselves, by their numbers in the database."""
    return rows.order_by().values_list("pk", flat=True)


def note_taken(
    person: Person, rows: QuerySet[Any], *, at: datetime, page: str, on_paper: bool, reason: str
) -> None:
    """Who takes pupils' data away is noted."""
    actions.note_taken(
        numbers_of(rows), by=person, at=at, page=page, on_paper=on_paper, reason=reason
    )


PEOPLE = ListPage(
    name="people",
    title=_("People"),
    icon="users",
    address="people:people",
    rows=people_of,
    order=("number",),
    filters=PeopleFilters,
    number="number",
    search_label=_("Name, initials or number"),
    on_export=note_taken,
    people=numbers_of,
    hit=Hit(
        fields=(
            "number",
            "name",
            "department__name",
            "school_class__grade",
            "school_class__number",
        ),
        brief=lambda person: dotted(person.number, belongs_to(person)),
    ),
    may_read=rights.can_list_people,
    may_export=rights.can_export_people,
    empty_text=_("An administrator brings the roster in."),
    columns=(
        Column(
            key="name",
            label=pgettext_lazy("of a person", "name"),
            cell=name_cell,
            sort=("pinyin",),
            is_title=True,
        ),
        Column(key="number", label=_("number"), sort=("number",)),
        Column(key="kind", label=_("kind"), width=8, shown_to=rights.sees_pupils),
        Column(key="belongs_to", label=_("department or class"), cell=belongs_to, value=belongs_to),
        Column(key="duties", label=_("duties"), cell=duties_cell, value=duties_words, width=36),
    ),
)


# Who has looked at pupils' data


class LookFilters(ListFilters):
    """By what was done, by whom, and whose data it was."""

    what = django_filters.ChoiceFilter(
        label=pgettext_lazy("pupil's data", "what"),
        choices=PupilAccess.What.choices,
        empty_label=_("Looks and exports"),
    )
    by = django_filters.CharFilter(
        label=_("number of whoever looked"), field_name="by__number", lookup_expr="iexact"
    )
    pupil = django_filters.CharFilter(label=_("number of the pupil"), method="at_pupil")

    def at_pupil(self, found: QuerySet[Any], name: str, number: str) -> QuerySet[Any]:
        pupil = Person.objects.filter(number__iexact=number.strip()).first()
        return found.filter(pupils__contains=[pupil.pk]) if pupil else found.none()


def looks_of(person: Person, query: QueryDict) -> QuerySet[PupilAccess]:
    """The looks the person may see, with the name of a pupil who was alone looked at."""
    alone = Person.objects.filter(pk=OuterRef("pupils__0")).values("name")[:1]
    seen = PupilAccess.objects.visible_to(person).select_related("by")
    return seen.annotate(first_name=Subquery(alone))


def pupils_words(access: Any) -> str:
    """The pupil's name, or how many there were."""
    count = len(access.pupils)
    if count == 1:
        return str(access.first_name or "")
    return ngettext("%(count)d pupil", "%(count)d pupils", count) % {"count": count}


LOOKS = ListPage(
    name="pupil_looks",
    title=_("Who has looked at pupils"),
    icon="eye",
    address="people:looks",
    rows=looks_of,
    order=("-id",),
    sought="",
    filters=LookFilters,
    row_path=lambda access: "",
    may_read=rights.can_read_looks,
    may_export=rights.can_read_looks,
    empty_text=_("Every look at a pupil's page and every export with pupils is noted here."),
    columns=(
        Column(key="by", label=_("by"), is_title=True),
        Column(key="at", label=_("at"), width=22),
        Column(key="what", label=pgettext_lazy("pupil's data", "what")),
        Column(key="pupils", label=_("pupils"), cell=pupils_words, value=pupils_words, width=22),
        Column(key="roles_in_words", label=_("on duty as"), width=28),
        Column(key="page", label=_("page"), width=28),
        Column(key="reason", label=_("reason"), width=28),
    ),
)


def hand_in() -> None:
    """Let the lists be found by their names, and the history of a person be read."""
    name_list(PEOPLE)
    name_list(LOOKS)
    keep_history(Historical(model=Person, path=Person.get_absolute_url))
