"""How much may be driven (总量控制), and how much of it is used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, F, Func, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Department, Semester
from campus.tracking import tracked
from vehicles.models.running_tally import FuelTally, ServiceTally
from vehicles.models.usage import UseTally

# A million kilometres a year drive some fifty buses: bounds for slips of the pen.
MOST_KM = 1_000_000
MOST_TRIPS = 100_000
# Each limit of a cap with the unit that is written behind it.
LIMITS = ("km", "yuan", "trips")


class UsageCapQuerySet(models.QuerySet["UsageCap"]):
    """Caps in words."""

    def bearing_on(self, department: Department, day: date) -> "UsageCapQuerySet":
        """Those of the department and of the whole school that hold on a day."""
        whose = Q(department=None) | Q(department=department)
        when = Q(year=day.year) | Q(semester__first_day__lte=day, semester__last_day__gte=day)
        return self.filter(whose, when).select_related("semester__school_year", "department")


@tracked()
class UsageCap(models.Model):
    """How much a department, or the whole school, may drive in a semester or a calendar year:
    kilometres, yuan, trips, each as far as it is said. Kept by the head."""

    semester = models.ForeignKey(
        Semester, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("semester"),
    )  # fmt: skip
    year = models.PositiveSmallIntegerField(
        _("calendar year"), null=True, blank=True,
        validators=[MinValueValidator(2000), MaxValueValidator(2100)],
    )  # fmt: skip
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    km = models.PositiveIntegerField(
        pgettext_lazy("limit of a cap", "kilometres"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_KM)],
    )  # fmt: skip
    yuan = models.DecimalField(
        pgettext_lazy("limit of a cap", "yuan"), max_digits=10, decimal_places=2, null=True,
        blank=True, validators=[MinValueValidator(1)],
    )  # fmt: skip
    trips = models.PositiveIntegerField(
        pgettext_lazy("limit of a cap", "trips"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_TRIPS)],
    )  # fmt: skip
    note = models.CharField(_("remark"), max_length=300, blank=True)

    objects = UsageCapQuerySet.as_manager()

    class Meta:
        verbose_name = _("usage cap")
        verbose_name_plural = _("usage caps")
        ordering = ["-year", "-semester__first_day", "department", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(semester=None, year__isnull=False)
                | Q(semester__isnull=False, year=None),
                name="cap_of_a_semester_or_a_year",
                violation_error_message=_("Choose a semester, or type a year."),
            ),
            models.CheckConstraint(
                condition=Q(km__isnull=False) | Q(yuan__isnull=False) | Q(trips__isnull=False),
                name="cap_limits_something",
                violation_error_message=_("Say how many kilometres, yuan or trips at most."),
            ),
            models.UniqueConstraint(
                fields=["semester", "year", "department"],
                nulls_distinct=False,
                name="cap_once",
                violation_error_message=_("There is a cap of this time for this department."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.whose} · {self.when}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:caps")

    @property
    def whose(self) -> str:
        return str(self.department or _("Whole school"))

    @property
    def when(self) -> str:
        return str(self.semester or self.year)

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day on which it holds."""
        if self.semester:
            return self.semester.first_day, self.semester.last_day
        assert self.year  # the constraint above sees to it
        return date(self.year, 1, 1), date(self.year, 12, 31)


Amount = int | Decimal


@dataclass(frozen=True)
class Use:
    """One limit of a cap: how much of it is used, how much is committed, and how much one more
    request would take, in km, yuan or trips."""

    cap: UsageCap
    name: str
    most: Amount
    used: Amount
    committed: Amount
    asked: Amount = 0

    @property
    def left(self) -> Amount:
        """What is left after the request; less than nought above the cap."""
        return self.most - self.used - self.committed - self.asked

    @property
    def is_over(self) -> bool:
        return self.left < 0

    @property
    def unit(self) -> str:
        return str(self.cap._meta.get_field(self.name).verbose_name)  # type: ignore[union-attr]  # a field of its own

    @property
    def strips(self) -> list[tuple[str, int, int]]:
        """Used, committed and asked for as parts of a bar of a hundred: (name, from, width)."""
        told, start = [], 0
        for name, amount in (("used", self.used), ("committed", self.committed),
                             ("asked", self.asked)):  # fmt: skip
            width = min(int(amount * 100 // self.most), 100 - start)
            told.append((name, start, width))
            start += width
        return told


def uses_of(caps: Iterable[UsageCap], asked: dict[str, Amount] | None = None) -> list[Use]:
    """Every limit of some caps with what is used and committed; one query, over the tallies."""
    known = list(caps)
    days = UsageCap.objects.filter(pk__in=[cap.pk for cap in known]).order_by().alias(
        first=Coalesce("semester__first_day", of_year(1, 1)),
        last=Coalesce("semester__last_day", of_year(12, 31)),
    )  # fmt: skip
    rows: Any = days.values("pk", **counted()) if known else ()
    sums = {row["pk"]: row for row in rows}
    return [
        Use(
            cap, name, getattr(cap, name), sums[cap.pk][f"used_{name}"],
            sums[cap.pk][f"committed_{name}"], (asked or {}).get(name, 0),
        )
        for cap in known for name in LIMITS if getattr(cap, name) is not None
    ]  # fmt: skip


def of_year(month: int, day: int) -> Func:
    """A day of the cap's calendar year."""
    return Func(F("year"), month, day, function="make_date", output_field=models.DateField())


def counted() -> dict[str, Combinable]:
    """What is used and committed of each limit in the cap's days: what its department asked for.
    The money used is tolls and parking, and fuel and service of the vehicles that belong to the
    department now."""
    sums = {
        (sort, name): within(UseTally, "department", f"{sort}_{name}")
        for sort in ("used", "committed")
        for name in LIMITS
    }
    for model in (FuelTally, ServiceTally):
        sums["used", "yuan"] += within(model, "vehicle__department", "money")
    # Where a cap sets no such limit, nothing is counted.
    return {
        f"{sort}_{name}": Case(When(**{f"{name}__isnull": False}, then=total))
        for (sort, name), total in sums.items()
    }


def within(model: type[models.Model], whose: str, name: str) -> Combinable:
    """The sum `name` of the tallies of a cap's days and department, of all for the whole school."""
    theirs = Q(IsNull(OuterRef("department"), True)) | Q(**{whose: OuterRef("department")})
    cells = model._default_manager.filter(theirs, day__range=(OuterRef("first"), OuterRef("last")))
    together = cells.order_by().values(cap=Value(1)).annotate(sum=Sum(name)).values("sum")
    field: Any = model._meta.get_field(name)
    return Coalesce(Subquery(together), Value(0), output_field=field)
