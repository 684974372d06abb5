"""What repairs hand in beside the tickets: assets that are talked about and tracked, what happens
at a place, topics of notices, rights."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Place
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.places.registry import RecordAtPlace, name_records_at_place
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.rows import Rows
from repairs import rights
from repairs.models import FixedAsset, Loan, Supply, SupplyIssue

# As many as somebody reads who stands there; the register has them all.
SHOWN = 6
TONES = {"in_use": "done", "idle": "new", "to_mend": "due_soon", "to_dispose": "overdue"}


def assets_at(person: Person, place: Place) -> Iterable[Rows[RecordAtPlace]]:
    """Assets at the place itself; for staff."""
    if not rights.can_list_assets(person):
        return []
    there = FixedAsset.objects.visible_to(person).at_place(place.pk)
    return [
        Rows(
            rows=there.order_by("number")[:SHOWN],
            fields=("number", "name", "status", "place__name"),
            draw=asset_at,
        )
    ]


def asset_at(asset: FixedAsset) -> RecordAtPlace:
    """One asset."""
    return RecordAtPlace(
        title=str(asset),
        path=asset.get_absolute_url(),
        place=str(asset.place),
        state=TONES.get(asset.status, "new"),
        state_words=FixedAsset.Status(asset.status).label,
    )


def hand_in() -> None:
    """Let the portal know what there is beside tickets."""
    take_comments(
        Commentable(
            model=FixedAsset, may_comment=rights.can_talk_of_asset,
            path=FixedAsset.get_absolute_url,
            may_read=lambda person, asset: rights.can_list_assets(person),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=FixedAsset, may_edit=rights.can_edit_asset, path=FixedAsset.get_absolute_url
        )
    )
    keep_history(
        Historical(
            model=Supply, may_edit=lambda person, supply: rights.can_keep_store(person),
            path=Supply.get_absolute_url,
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=SupplyIssue, may_edit=lambda person, issue: rights.can_keep_store(person),
            path=SupplyIssue.get_absolute_url,
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=Loan, may_edit=lambda person, loan: rights.can_lend(person),
            path=lambda loan: loan.asset.get_absolute_url(),
        )
    )  # fmt: skip
    name_records_at_place(_("Assets"), "devices", rows=assets_at)
    name_topic("assets", _("Assets"))
    name_topic("loans", _("Loans of spares"))
    name_topic("supplies", pgettext_lazy("the store", "Supplies"))
    name_rights()


def name_rights() -> None:
    """Every right of one argument."""
    area = _("Assets")
    name_act(area, _("Look through the register of assets"), rights.can_list_assets)
    name_act(area, _("Register assets, transfer and dispose of them"), rights.can_keep_assets)
    name_act(area, _("Approve transfers and disposals"), rights.can_approve_moves)
    name_act(area, _("Print labels of assets"), rights.can_print_asset_labels)
    name_act(area, _("Lend spares and take them back"), rights.can_lend)
    area = pgettext_lazy("the store", "Supplies")
    name_act(area, _("Look through the store and ask for supplies"), rights.can_list_supplies)
    name_act(area, _("Keep the store"), rights.can_keep_store)
    name_act(area, _("Take parts for tickets"), rights.can_take_parts)
