"""Tickets by day and category, moves of stock by day, assets by state: kept by the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.tallies import Tally, day_of
from repairs.models.category import Category

# What was merged into another ticket, or taken over by another area, is not counted.
_OURS = "({row}.status NOT IN ('merged', 'handed_on'))"


class TicketTally(models.Model):
    """What became of the tickets that were reported on one day in one category."""

    day = models.DateField(_("day"))
    category = models.ForeignKey(Category, models.CASCADE, related_name="+")
    reported = models.IntegerField(default=0)
    still_open = models.IntegerField(default=0)
    mended = models.IntegerField(default=0)
    answer_kept = models.IntegerField(default=0)
    answer_missed = models.IntegerField(default=0)
    done_kept = models.IntegerField(default=0)
    done_missed = models.IntegerField(default=0)
    repeated = models.IntegerField(default=0)
    rated = models.IntegerField(default=0)
    stars = models.IntegerField(default=0)
    billed = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("tickets of a day")
        verbose_name_plural = _("tickets of a day")
        constraints = [
            models.UniqueConstraint(fields=["day", "category"], name="ticket_tally_once")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.reported}"


TICKETS_BY_DAY = Tally(
    source="repairs_ticket",
    table="repairs_tickettally",
    keys={"day": day_of("{row}.raised_at", settings.TIME_ZONE), "category_id": "{row}.category_id"},
    sums={
        "reported": f"{_OURS}::int",
        "still_open": "({row}.status IN"
        " ('reported', 'assigned', 'taken_up', 'under_way', 'on_hold'))::int",
        "mended": "({row}.status IN ('done', 'confirmed'))::int",
        "answer_kept": f"({_OURS} AND 'answer' = ANY({{row}}.kept))::int",
        "answer_missed": f"({_OURS} AND 'answer' = ANY({{row}}.missed))::int",
        "done_kept": f"({_OURS} AND 'done' = ANY({{row}}.kept))::int",
        "done_missed": f"({_OURS} AND 'done' = ANY({{row}}.missed))::int",
        "repeated": f"({_OURS} AND {{row}}.earlier >= 2)::int",
        "rated": "({row}.rating IS NOT NULL)::int",
        "stars": "coalesce({row}.rating, 0)",
        "billed": "{row}.bill",
    },
)


class StockTally(models.Model):
    """What the moves of stock on one day were worth, in yuan; what came back is taken off what was
    handed out, and off the `parts` of it that were for tickets."""

    day = models.DateField(_("day"), unique=True)
    bought = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    handed_out = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    parts = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    corrected = models.DecimalField(max_digits=16, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("moves of stock of a day")
        verbose_name_plural = _("moves of stock of a day")

    def __str__(self) -> str:
        return f"{self.day} {self.bought} {self.handed_out}"


def _amount_where(condition: str, sign: str = "") -> str:
    return f"(CASE WHEN {condition} THEN {sign}{{row}}.amount ELSE 0 END)"


MOVES_BY_DAY = Tally(
    source="repairs_stockmove",
    table="repairs_stocktally",
    keys={"day": day_of("{row}.at", settings.TIME_ZONE)},
    sums={
        "bought": _amount_where("{row}.kind = 'receipt'"),
        "handed_out": _amount_where("{row}.kind IN ('issue', 'return')", "-"),
        "parts": _amount_where("{row}.ticket_id IS NOT NULL", "-"),
        "corrected": _amount_where("{row}.kind = 'correction'"),
    },
)


class AssetTally(models.Model):
    """How many assets are in one state, what they were bought for, how many of them are spare."""

    status = models.CharField(_("state"), max_length=12, unique=True)
    assets = models.IntegerField(default=0)
    spares = models.IntegerField(default=0)
    value = models.DecimalField(max_digits=16, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("assets in a state")
        verbose_name_plural = _("assets in a state")

    def __str__(self) -> str:
        return f"{self.status} {self.assets}"


ASSETS_BY_STATE = Tally(
    source="repairs_fixedasset",
    table="repairs_assettally",
    keys={"status": "{row}.status"},
    sums={"assets": "1", "spares": "{row}.is_spare::int", "value": "coalesce({row}.price, 0)"},
)
