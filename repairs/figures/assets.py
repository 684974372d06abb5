"""How many assets there are, what they were bought for, what is being mended and lent."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from campus.figures import Line, proof, today_line
from campus.shell.words import money
from repairs.models import AssetTally, FixedAsset, Loan

LIST, LOANS = "repairs:assets", "repairs:loans"
YUAN: Any = money


def today_lines(today: date) -> list[Line]:
    """How the register and the spare pool stand; three queries."""
    kept = AssetTally.objects.exclude(status=FixedAsset.Status.DISPOSED)
    books = kept.aggregate(assets=Sum("assets"), spares=Sum("spares"), value=Sum("value"))
    mending = FixedAsset.objects.on_the_books().with_open_tickets().count()
    overdue = Count("pk", filter=Q(due_on__lt=today))
    loans = Loan.objects.out().order_by().aggregate(out=Count("pk"), overdue=overdue)
    return [
        today_line(_("Assets"), books["assets"] or 0, proof(LIST), key="assets"),
        today_line(
            _("Assets bought for"), books["value"] or 0, proof(LIST), words=YUAN, key="value"
        ),
        today_line(_("Assets being mended"), mending, proof(LIST, which="under_repair")),
        today_line(_("Spare devices"), books["spares"] or 0, proof("repairs:spares")),
        today_line(_("Spares lent"), loans["out"], proof(LOANS, current="out")),
        today_line(_("Spares overdue"), loans["overdue"], proof(LOANS, current="overdue")),
    ]
