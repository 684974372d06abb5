"""What of the canteen can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, name_closable
from canteen.models import FoodSample, GoodsReceipt


def kept_samples(until: date) -> QuerySet[FoodSample]:
    """Samples that still lie in the cold."""
    return FoodSample.objects.kept().filter(day__lte=until).select_related("dish")


def unsigned_receipts(until: date) -> QuerySet[GoodsReceipt]:
    """Deliveries that nobody else has signed for."""
    return GoodsReceipt.objects.filter(signed_at=None, on__lte=until).select_related("supplier")


def hand_in() -> None:
    """Let samples and deliveries be carried over."""
    name_closable(
        Closable(
            key="food_sample", label=_("Food samples"), icon="test-pipe", model=FoodSample,
            unsettled=kept_samples, path=lambda sample: reverse("canteen:samples"),
        )
    )  # fmt: skip
    name_closable(
        Closable(
            key="goods_receipt", label=_("Goods receipts"), icon="truck-delivery",
            model=GoodsReceipt, unsettled=unsigned_receipts,
        )
    )  # fmt: skip
