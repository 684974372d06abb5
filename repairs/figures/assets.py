"""How many assets there are, what they are worth, what is being mended and lent."""

from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from repairs.figures.figure import Figure, listed, total
from repairs.models import FixedAsset, Loan, StockMove

# As many as a report tells of.
MOST = 10


def figures(on: date) -> list[Figure]:
    """How the register and the spare pool stand on a day; four queries."""
    books = total(FixedAsset.objects.on_the_books(), count=Count("pk"), value=Sum("price"))
    mending = FixedAsset.objects.on_the_books().with_open_tickets()
    spare = FixedAsset.objects.spare()
    loans = total(
        Loan.objects.out(),
        out=Count("pk"),
        overdue=Count("pk", filter=Q(due_on__lt=on)),
    )
    named = "repairs:assets"
    return [
        Figure(name="assets", label=_("Assets"), value=books["count"], path=listed(named)),
        Figure(
            name="assets_value", label=_("Assets bought for, in yuan"), value=books["value"],
            path=listed(named),
        ),
        Figure(
            name="assets_under_repair", label=_("Assets being mended"), value=mending.count(),
            path=listed(named, which="under_repair"),
        ),
        Figure(
            name="spares", label=_("Spare devices"), value=spare.count(),
            path=listed("repairs:spares"),
        ),
        Figure(
            name="loans_out", label=_("Spares lent"), value=loans["out"],
            path=listed("repairs:loans", current="out"),
        ),
        Figure(
            name="loans_overdue", label=_("Spares overdue"), value=loans["overdue"],
            path=listed("repairs:loans", current="overdue"),
        ),
    ]  # fmt: skip


def dearest_to_mend(first: date, last: date) -> list[tuple[FixedAsset, int, Decimal]]:
    """The assets whose tickets used the most parts in some days: the asset, how many tickets, what
    the parts cost. Whether to mend or to replace is read from this."""
    used = StockMove.objects.filter(
        ticket__asset__isnull=False, at__date__gte=first, at__date__lte=last
    )
    costs = (
        used.order_by()
        .values("ticket__asset")
        .annotate(cost=-Sum("amount"), tickets=Count("ticket", distinct=True))
        .order_by("-cost")[:MOST]
    )
    assets: QuerySet[FixedAsset] = FixedAsset.objects.defer("sought")
    by_pk = assets.in_bulk([each["ticket__asset"] for each in costs])
    return [(by_pk[each["ticket__asset"]], each["tickets"], each["cost"]) for each in costs]
