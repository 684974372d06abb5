"""Walks and findings counted by day and checklist, kept by the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.models import Place
from campus.tallies import Tally, day_of
from inspections.models.checklist import Checklist


class WalkTally(models.Model):
    """What became of the walks of one checklist that were due on one day."""

    day = models.DateField(_("day"))
    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="+")
    planned = models.IntegerField(default=0)
    kept = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    missed = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("walks of a day")
        verbose_name_plural = _("walks of a day")
        constraints = [models.UniqueConstraint(fields=["day", "checklist"], name="walk_tally_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.planned}"


class FindingTally(models.Model):
    """What was found by one checklist on one day."""

    day = models.DateField(_("day"))
    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="+")
    reported = models.IntegerField(default=0)
    settled = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("findings of a day")
        verbose_name_plural = _("findings of a day")
        constraints = [
            models.UniqueConstraint(fields=["day", "checklist"], name="finding_tally_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.reported}"


class Scored(models.Model):
    """What was scored by one checklist on one day; second looks are left out."""

    day = models.DateField(_("day"))
    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="+", db_index=False)
    checks = models.IntegerField(default=0)
    flawless = models.IntegerField(default=0)
    faults = models.IntegerField(default=0)
    taken = models.DecimalField(max_digits=9, decimal_places=2, default=0)
    given = models.DecimalField(max_digits=9, decimal_places=2, default=0)

    class Meta:
        abstract = True
        verbose_name = _("points of a day")
        verbose_name_plural = _("points of a day")

    def __str__(self) -> str:
        return f"{self.day} {self.taken}"


class PartTally(Scored):
    """What one part of a place scored by one checklist on one day."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="+", db_index=False)

    class Meta(Scored.Meta):
        indexes = [models.Index(fields=["place", "checklist", "day"], name="part_tally_at_place")]
        constraints = [
            # Rankings read the days of a checklist, heat maps those of a place.
            models.UniqueConstraint(fields=["checklist", "day", "place"], name="part_tally_once")
        ]


class ScoreTally(Scored):
    """What all parts scored by one checklist on one day: as many rows for a house as for a town."""

    class Meta(Scored.Meta):
        constraints = [
            models.UniqueConstraint(fields=["checklist", "day"], name="score_tally_once")
        ]


_DONE = "({row}.due_at IS NOT NULL AND {row}.status IN ('to_sign', 'finished'))"
# Marks at parts of a place are summed by their own tally; they wait for nobody.
_FOUND = "({row}.reported_at IS NOT NULL AND {row}.kind = 'fault')"
# A walk that nobody had planned is due on no day: it lies in a cell of its own without sums.
WALKS_BY_DAY = Tally(
    source="inspections_inspection",
    table="inspections_walktally",
    keys={
        "day": day_of("coalesce({row}.due_at, '2000-01-01')", settings.TIME_ZONE),
        "checklist_id": "{row}.checklist_id",
    },
    sums={
        "planned": "({row}.due_at IS NOT NULL AND {row}.status <> 'cancelled')::int",
        "kept": f"({_DONE} AND {{row}}.finished_at <= {{row}}.due_at)::int",
        "late": f"({_DONE} AND {{row}}.finished_at > {{row}}.due_at)::int",
        "missed": "({row}.due_at IS NOT NULL AND {row}.status = 'missed')::int",
    },
)
FINDINGS_BY_DAY = Tally(
    source="inspections_finding",
    table="inspections_findingtally",
    keys={
        "day": day_of("coalesce({row}.reported_at, {row}.found_at)", settings.TIME_ZONE),
        "checklist_id": "{row}.checklist_id",
    },
    sums={
        "reported": f"{_FOUND}::int",
        "settled": f"({_FOUND} AND {{row}}.settled_at IS NOT NULL)::int",
    },
)
_FIRST = "NOT {row}.is_again"
_SCORED = {
    "checks": f"({_FIRST})::int",
    "flawless": f"({_FIRST} AND {{row}}.faults = 0)::int",
    "faults": f"CASE WHEN {_FIRST} THEN {{row}}.faults ELSE 0 END",
    "taken": f"CASE WHEN {_FIRST} THEN {{row}}.taken ELSE 0 END",
    "given": f"CASE WHEN {_FIRST} THEN {{row}}.given ELSE 0 END",
}
PARTS_BY_DAY = Tally(
    source="inspections_partscore",
    table="inspections_parttally",
    keys={
        "day": "{row}.day", "checklist_id": "{row}.checklist_id", "place_id": "{row}.place_id"
    },
    sums=_SCORED,
)  # fmt: skip
SCORES_BY_DAY = Tally(
    source="inspections_partscore",
    table="inspections_scoretally",
    keys={"day": "{row}.day", "checklist_id": "{row}.checklist_id"},
    sums=_SCORED,
)
