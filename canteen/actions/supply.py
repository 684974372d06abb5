"""What happens to what comes in: received and signed by two, traced into dishes."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.storing import store
from canteen.models import Batch, BatchUse, Canteen, Dish, GoodsReceipt, Supplier
from canteen.models.supply import LICENCE
from planning.actions import papers
from planning.models import Paper, PaperKind


@transaction.atomic
def write_supplier(supplier: Supplier, *, by: Person, at: datetime, **fields: Any) -> Supplier:
    """Write down a supplier, or change what is said. Raises ValidationError."""
    for name, value in fields.items():
        setattr(supplier, name, value)
    store(supplier)
    return supplier


def licence_kind() -> PaperKind:
    """The kind of paper that licences of suppliers are; laid when it is first asked for."""
    kind, _made = PaperKind.objects.get_or_create(
        code=LICENCE,
        defaults={
            "name": _("Licence of a food supplier"), "months": None,
            "holder_type": ContentType.objects.get_for_model(Supplier),
            "role": Role.CANTEEN_MANAGER,
        },
    )  # fmt: skip
    return kind


@transaction.atomic
def license_supplier(
    supplier: Supplier, *, number: str, ends_on: date, issued_on: date | None = None,
    attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
) -> Paper:  # fmt: skip
    """Write down a supplier's licence; it takes the place of one that ends sooner.

    Raises ValidationError, Refused for one that is issued in the future.
    """
    if issued_on and issued_on > timezone.localtime(at).date():
        raise Refused(_("A licence is not issued in the future."))
    kind = licence_kind()
    facts: Any = {
        "issued_on": issued_on, "ends_on": ends_on, "number": number, "by": by, "at": at,
        "attachments": attachments,
    }  # fmt: skip
    before = Paper.objects.of(supplier).of_kind(kind).watched().order_by("-ends_on").first()
    if before and before.ends_on < ends_on:
        return papers.renew(before, **facts)
    return papers.record(kind, supplier, **facts)


@transaction.atomic
def receive(  # noqa: PLR0913  # each is a fact of its own, named by its callers
    supplier: Supplier, *, canteen: Canteen, on: date, batches: Sequence[dict[str, Any]],
    note: str = "", attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
) -> GoodsReceipt:  # fmt: skip
    """Put down what came, batch by batch; it can be used once a second person has signed it.

    Raises Refused without a batch and for a day still to come, ValidationError.
    """
    if on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
    if not batches:
        raise Refused(_("Say what came."))
    receipt = GoodsReceipt(supplier=supplier, canteen=canteen, on=on, note=note, by=by, at=at)
    store(receipt)
    for facts in batches:
        store(Batch(receipt=receipt, **facts))
    attach(receipt, attachments, by=by, at=at)
    return receipt


@transaction.atomic
def sign(receipt: GoodsReceipt, *, by: Person, at: datetime) -> GoodsReceipt:
    """Sign as the second person. Raises Refused for whoever has received it, and once it is."""
    held = GoodsReceipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
    if held.second_id:
        raise Refused(_("It is signed already."))
    if held.by_id == by.pk:
        raise Refused(_("Two different people sign it."))
    held.second, held.signed_at = by, at
    store(held)
    return held


@transaction.atomic
def use(  # each is a fact of its own, named by its callers
    batch: Batch, *, canteen: Canteen, day: date, meal: str, dishes: Iterable[Dish], by: Person,
    at: datetime,
) -> list[BatchUse]:  # fmt: skip
    """Note that a batch went into dishes of a meal; those noted already stay.

    Raises Refused for one that only one person has signed, before it came, and past its days.
    """
    receipt = GoodsReceipt.objects.get(pk=batch.receipt_id)
    if receipt.second_id is None:
        raise Refused(_("It is used once a second person has signed it."))
    if day < receipt.on:
        raise Refused(_("It had not come yet."))
    if batch.expires_on and batch.expires_on < day:
        raise Refused(_("Its days are over: it is not used."))
    made = []
    for dish in dishes:
        use = BatchUse(batch=batch, canteen=canteen, day=day, meal=meal, dish=dish, by=by)
        known = BatchUse.objects.filter(batch=batch, canteen=canteen, day=day, meal=meal, dish=dish)
        if not known.exists():
            store(use)
            made.append(use)
    return made


@transaction.atomic
def forget_use(use: BatchUse, *, by: Person, at: datetime) -> None:
    """Take back that a batch went into a dish."""
    BatchUse.objects.filter(pk=use.pk).delete()
