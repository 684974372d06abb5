"""Registers of the kitchen: samples, workers, mornings, temperatures."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, Hit, ListPage
from campus.models import Person
from campus.shell.words import day_in_words, moment_in_words
from canteen import rights
from canteen.lists.cells import day_cell, days_filters, state, toned
from canteen.models import (
    Canteen,
    CanteenWorker,
    FoodSample,
    Meal,
    MorningCheck,
    Reading,
)


def canteen_filter(field: str) -> django_filters.ModelChoiceFilter:
    return django_filters.ModelChoiceFilter(
        field_name=field, label=_("Canteen"), queryset=Canteen.objects.all(),
        empty_label=_("All canteens"),
    )  # fmt: skip


class SampleFilters(days_filters("day")):  # type: ignore[misc]  # made for this field
    """By canteen, meal, state and days."""

    canteen = canteen_filter("canteen")
    meal = django_filters.ChoiceFilter(
        label=_("Meal"), choices=Meal.choices, empty_label=_("All meals")
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All samples"), method="narrow",
        choices=[
            ("kept", _("Kept")), ("due", _("To be disposed of")), ("sealed", _("Sealed")),
            ("unchecked", _("Not checked")),
        ],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[FoodSample]:
        if value == "due":
            return found.to_dispose_of(timezone.now())
        if value == "sealed":
            return found.filter(sealed_at__isnull=False)
        return found.kept() if value == "kept" else found.filter(checked_at=None)


def samples(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = FoodSample.objects.visible_to(person)
    people = ("by", "checked_by", "disposed_by")
    return found.select_related("dish", "canteen", *people).defer("dish__sought")


def moment_or_nothing(name: str) -> Any:
    def cell(row: Any) -> str:
        at = getattr(row, name)
        return moment_in_words(at) if at else ""

    return cell


SAMPLES = ListPage(
    name="canteen-samples",
    title=_("Food samples"),
    icon="test-pipe",
    address="canteen:samples",
    rows=samples,
    order=("-taken_at", "-id"),
    filters=SampleFilters,
    sought="",
    columns=(
        Column(key="dish", label=_("Dish"), is_title=True, width=20),
        Column(key="day", label=_("Day"), cell=day_cell, is_whole=True),
        Column(key="meal", label=_("Meal"), width=8),
        Column(key="canteen", label=_("Canteen")),
        Column(key="grams", label=_("Grams"), width=8),
        Column(
            key="taken_at", label=_("Taken at"), cell=moment_or_nothing("taken_at"),
            sort=("taken_at",), is_whole=True,
        ),
        Column(key="by", label=_("Taken by")),
        Column(key="keep_until", label=_("Keep until"), cell=moment_or_nothing("keep_until")),
        Column(
            key="state", label=_("State"), cell=lambda row: state(row.tone, row.state),
            value=lambda row: row.state,
        ),
        Column(key="fridge", label=_("Where it lies"), on_page=False),
        Column(key="checked_by", label=_("Checked by")),
        Column(key="disposed_at", label=_("Disposed of at"), on_page=False),
        Column(key="disposed_by", label=_("Disposed of by"), on_page=False),
    ),
    acts=(
        Act(
            label=pgettext_lazy("of samples", "Checked"), icon="check",
            address="canteen:samples_check",
            may=rights.can_work_in_kitchen, is_hidden=True,
        ),
        Act(
            label=_("Dispose of"), icon="trash", address="canteen:samples_dispose",
            may=rights.can_work_in_kitchen, is_hidden=True,
        ),
    ),
    may_select=lambda person, sample: sample.disposed_at is None,
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("No sample yet"),
    empty_text=_("A spoon of every dish of every meal, kept cold for two days."),
)  # fmt: skip


class WorkerFilters(ListFilters):
    """By canteen, whose certificate does not hold, who was trained too little this year."""

    canteen = canteen_filter("canteen")
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("Those who are there"), method="narrow",
        choices=[
            ("uncertified", _("Without a certificate that holds")),
            ("untrained", _("Short of training this year")), ("left", _("Left")),
        ],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[CanteenWorker]:
        if value == "uncertified":
            return found.filter(is_certified=False)
        return found.filter(is_short=True) if value == "untrained" else found


def workers(person: Person, query: QueryDict) -> QuerySet[Any]:
    today = timezone.localdate()
    seen = CanteenWorker.objects.visible_to(person)
    found = seen.filter(left_on__lt=today) if query.get("which") == "left" else seen.there(today)
    return found.select_related("canteen").with_certificate(today).with_training(today.year)


def certified_cell(worker: Any) -> SafeString:
    """Whether a health certificate holds today."""
    words = _("holds") if worker.is_certified else _("none that holds")
    return state("done" if worker.is_certified else "overdue", words)


def trained_cell(worker: Any) -> SafeString:
    """The hours of this year, against what the school asks for."""
    return state("due_soon" if worker.is_short else "done", f"{worker.trained.normalize():f}")


WORKERS = ListPage(
    name="canteen-workers",
    title=_("Canteen workers"),
    icon="chef-hat",
    address="canteen:workers",
    rows=workers,
    order=("name", "id"),
    filters=WorkerFilters,
    columns=(
        Column(key="name", label=_("Name"), is_title=True),
        Column(key="job", label=_("Job")),
        Column(key="canteen", label=_("Canteen")),
        Column(
            key="certificate", label=_("Health certificate"), cell=certified_cell,
            value=lambda worker: worker.is_certified,
        ),
        Column(key="trained", label=_("Hours of training this year"), cell=trained_cell),
        Column(key="hired_on", label=_("Hired on"), on_page=False),
        Column(key="left_on", label=_("Last day"), on_page=False),
    ),
    hit=Hit(fields=("name", "job"), brief=lambda worker: worker.job),
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_keep_menus,
    empty_title=_("Nobody yet"),
    empty_text=_("Who cooks, with certificates, roster, mornings and training."),
)  # fmt: skip


class MorningFilters(days_filters("day")):  # type: ignore[misc]  # made for this field
    """By canteen, those not fit, by days."""

    canteen = canteen_filter("worker__canteen")
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All checks"), method="narrow",
        choices=[("unfit", _("Off the line"))],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[MorningCheck]:
        return found.filter(is_fit=False)


def mornings(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = MorningCheck.objects.visible_to(person).select_related("worker__canteen", "by")
    return found.defer("worker__sought")


def fit_cell(check: MorningCheck) -> SafeString:
    words = _("fit") if check.is_fit else _("off the line")
    return state("done" if check.is_fit else "overdue", words)


MORNINGS = ListPage(
    name="canteen-mornings",
    title=_("Morning checks"),
    icon="stethoscope",
    address="canteen:mornings",
    rows=mornings,
    order=("-day", "-id"),
    filters=MorningFilters,
    sought="",
    columns=(
        Column(key="worker", label=_("Worker"), is_title=True),
        Column(key="day", label=_("Day"), cell=day_cell, sort=("day",), is_whole=True),
        Column(key="is_fit", label=_("State"), cell=fit_cell),
        Column(key="told", label=_("Symptoms"), width=24),
        Column(key="is_clean", label=_("Hands and clothes in order"), on_page=False),
        Column(key="measures", label=_("What was done"), width=24),
        Column(key="by", label=_("Checked by")),
    ),
    row_path=lambda row: row.worker.get_absolute_url(),
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("No morning check yet"),
    empty_text=_("Everybody at a post is looked at before work."),
)  # fmt: skip


class ReadingFilters(ListFilters):
    """By canteen, what was out of its limits, by days."""

    canteen = canteen_filter("device__canteen")
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All readings"), method="narrow",
        choices=[("out", _("Out of limits"))],
    )  # fmt: skip
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=_("until"))

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[Reading]:
        return found.out()


def readings(person: Person, query: QueryDict) -> QuerySet[Any]:
    return Reading.objects.visible_to(person).select_related("device__canteen", "by")


def value_cell(reading: Reading) -> SafeString | str:
    """The temperature, for disinfection with its minutes; red out of its limits."""
    words = f"{reading.value:g} °C"
    words = f"{words} · {reading.minutes} min" if reading.minutes is not None else words
    return toned("overdue", words) if reading.is_out else words


READINGS = ListPage(
    name="canteen-readings",
    title=_("Temperatures and disinfection"),
    icon="temperature",
    address="canteen:readings",
    rows=readings,
    order=("-at", "-id"),
    filters=ReadingFilters,
    sought="",
    columns=(
        Column(key="device", label=_("Device"), is_title=True),
        Column(key="device.canteen", label=_("Canteen")),
        Column(
            key="at", label=pgettext_lazy("a reading", "When"), sort=("at",), is_whole=True,
            cell=lambda row: moment_in_words(row.at),
        ),
        Column(key="value", label=_("°C"), cell=value_cell),
        Column(key="minutes", label=_("Minutes"), on_page=False),
        Column(key="what", label=_("Dish or load")),
        Column(key="measures", label=_("What was done"), width=24),
        Column(key="by", label=_("By")),
    ),
    row_path=lambda row: f"{reverse('canteen:devices')}?canteen={row.device.canteen_id}",
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("No reading yet"),
    empty_text=_("Fridges, cold stores, cores of dishes and disinfection, against their limits."),
)  # fmt: skip


def day_or_nothing(name: str) -> Any:
    def cell(row: Any) -> str:
        day = getattr(row, name)
        return day_in_words(day) if day else ""

    return cell
