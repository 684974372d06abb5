"""What happens to fixed assets: registered, corrected, transferred, disposed of."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.notices.actions import tell
from campus.records.actions import note
from campus.storing import store
from repairs.models import AssetCategory, AssetMove, FixedAsset
from repairs.rights import can_approve_moves

TOPIC = "assets"
Status, State, Kind = FixedAsset.Status, AssetMove.State, AssetMove.Kind

REGISTERED = gettext_noop("Registered as %(number)s")
IS_NOW = gettext_noop("State: %(before)s → %(after)s")
ASKED = gettext_noop("Asked for: %(kind)s %(target)s")
DECIDED = gettext_noop("%(state)s: %(kind)s %(target)s")
WAITS = gettext_noop("%(person)s asks for a %(kind)s: %(asset)s")
WAIT = gettext_noop("%(person)s asks for %(count)s transfers of assets")
ANSWER = gettext_noop("%(kind)s %(asset)s: %(state)s")
IS_YOURS = gettext_noop("You answer for this from now on: %(asset)s")
TERMS = {Kind.TRANSFER: gettext_noop("transfer"), Kind.DISPOSAL: gettext_noop("disposal")}
STATES = {
    State.APPROVED: gettext_noop("approved"),
    State.REFUSED: gettext_noop("refused"),
    State.WITHDRAWN: gettext_noop("taken back"),
}
BATCH = 1000


@transaction.atomic
def register(
    *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (),
    new_category: str = "", **fields: Any,
) -> FixedAsset:  # fmt: skip
    """Write a new asset into the register, with `new_category` under a category of that name.
    Raises ValidationError."""
    if new_category:
        fields["category"] = category_called(new_category)
    asset = FixedAsset(by=by, at=at, **fields)
    store(asset)
    attach(asset, attachments, by=by, at=at)
    note(asset, by=by, at=at, text=REGISTERED, facts={"number": asset.number}, status=asset.status)
    return asset


@transaction.atomic
def register_all(assets: Iterable[FixedAsset], *, by: Person, at: datetime) -> int:
    """Write many assets into the register with a few statements; the row history tells of them.

    Whoever calls has looked at each. Raises IntegrityError where two at once bring one number in.
    """
    given = list(assets)
    for asset in given:
        asset.by, asset.at = by, at
    FixedAsset.objects.bulk_create(given, batch_size=BATCH)
    return len(given)


@transaction.atomic
def category_called(name: str) -> AssetCategory:
    """The category of this name, made unless it is there."""
    found, _made = AssetCategory.objects.get_or_create(name=name)
    return found


@transaction.atomic
def change(
    asset: FixedAsset, *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (),
    new_category: str = "", **fields: Any,
) -> FixedAsset:  # fmt: skip
    """Correct what is said of an asset. Where it is and who answers for it, a transfer changes;
    that it is disposed of, a disposal. Raises ValidationError, Refused."""
    asset = locked(asset)
    refuse_disposed(asset)
    before = asset.status
    if new_category:
        fields["category"] = category_called(new_category)
    for name, value in fields.items():
        setattr(asset, name, value)
    store(asset)
    attach(asset, attachments, by=by, at=at)
    if asset.status != before:
        note(asset, by=by, at=at, text=IS_NOW, status=asset.status, facts=states(before, asset))
    return asset


def states(before: str, asset: FixedAsset) -> dict[str, Any]:
    of = asset._meta.label_lower
    return {
        "before": {"state": before, "of": of},
        "after": {"state": asset.status, "of": of},
    }


def locked(asset: FixedAsset) -> FixedAsset:
    rows = FixedAsset.objects.select_for_update(of=("self",)).defer("sought")
    return rows.select_related("place", "department", "custodian", "category").get(pk=asset.pk)


def refuse_disposed(asset: FixedAsset) -> None:
    """Raise Refused for what stands on the books no more."""
    if not asset.is_kept:
        raise Refused(_("%(asset)s is disposed of.") % {"asset": asset})


# Transfers and disposals


@transaction.atomic
def ask_to_move(
    asset: FixedAsset, kind: str, *, reason: str, by: Person, at: datetime,
    to: Mapping[str, Any] | None = None, quiet: bool = False,
) -> AssetMove:  # fmt: skip
    """Ask the head for a transfer or a disposal; the head's own is approved at once.

    `to` holds `place`, `department` and `custodian`, each as far as it changes. Raises Refused,
    ValidationError.
    """
    asset = locked(asset)
    refuse_disposed(asset)
    refuse_second(asset)
    targets = {f"to_{name}": value for name, value in (to or {}).items() if value}
    move = AssetMove(
        asset=asset, kind=kind, reason=reason, asked_by=by, asked_at=at,
        from_place=asset.place, from_department=asset.department, from_custodian=asset.custodian,
        **targets,
    )  # fmt: skip
    store(move)
    if can_approve_moves(by):
        return decide(move, State.APPROVED, by=by, at=at)
    note(asset, by=by, at=at, text=ASKED, facts=facts_of(move), words=reason)
    if not quiet:
        told = {"person": by.name, "kind": {"term": TERMS[Kind(kind)]}, "asset": str(asset)}
        tell_of(asset, on_duty(Role.HEAD), WAITS, key=f"asset-move:{move.pk}", facts=told, at=at)
    return move


def refuse_second(asset: FixedAsset) -> None:
    """Raise Refused where another transfer or disposal of it waits."""
    if asset.moves.waiting().exists():
        raise Refused(
            _("A transfer or disposal of %(asset)s waits for the head.") % {"asset": asset}
        )


def facts_of(move: AssetMove) -> dict[str, Any]:
    return {"kind": {"term": TERMS[Kind(move.kind)]}, "target": move.target}


@transaction.atomic
def transfer_all(
    assets: Iterable[FixedAsset], *, to: Mapping[str, Any], reason: str, by: Person, at: datetime
) -> list[AssetMove]:
    """Ask for the transfer of all of them, or of none; the head is told once. Raises Refused."""
    moves = [
        ask_to_move(each, Kind.TRANSFER, reason=reason, by=by, at=at, to=to, quiet=True)
        for each in assets
    ]
    if moves and not can_approve_moves(by):
        tell(
            on_duty(Role.HEAD),
            key=f"asset-moves:{moves[0].pk}",
            topic=TOPIC,
            text=WAIT,
            facts={"person": by.name, "count": len(moves)},
            path=reverse("repairs:asset_moves"),
            at=at,
            robots=False,
        )
    return moves


@transaction.atomic
def decide(move: AssetMove, state: str, *, by: Person, at: datetime, words: str = "") -> AssetMove:
    """Approve, refuse or take back what waits: the asset moves, whoever asked is told, and whoever
    answers for it from now on. Raises Refused where it does not wait any more."""
    asset = locked(move.asset)
    move = AssetMove.objects.select_for_update(of=("self",)).select_related(
        "asset", "asked_by", "to_place", "to_department", "to_custodian"
    ).get(pk=move.pk)  # fmt: skip
    if not move.is_waiting:
        raise Refused(_("It is decided already: %(state)s.") % {"state": move.get_state_display()})
    if state == State.REFUSED and not words.strip():
        raise Refused(_("Say why."))
    move.state, move.decided_by, move.decided_at, move.words = state, by, at, words[:300]
    store(move)
    if state == State.APPROVED:
        carry_out(move, asset, by=by, at=at)
    facts = {**facts_of(move), "state": {"term": STATES[State(state)]}}
    note(asset, by=by, at=at, text=DECIDED, facts=facts, words=words or move.reason)
    tell_asker(move, asset, facts, by=by, at=at)
    return move


def carry_out(move: AssetMove, asset: FixedAsset, *, by: Person, at: datetime) -> None:
    """What an approved transfer or disposal changes of the asset. Raises Refused where it is lent
    and is to leave the books."""
    if move.kind == Kind.DISPOSAL:
        if loan := asset.loans.out().first():
            raise Refused(_("It is lent: %(loan)s. Take it back first.") % {"loan": loan.holder})
        asset.status = Status.DISPOSED
        asset.disposed_on = timezone.localtime(at).date()
        asset.is_spare = False
    else:
        asset.place = move.to_place or asset.place
        asset.department = move.to_department or asset.department
        asset.custodian = move.to_custodian or asset.custodian
    store(asset)
    if move.to_custodian and move.to_custodian != by:
        key, facts = f"asset-move:{move.pk}:yours", {"asset": str(asset)}
        tell_of(asset, [move.to_custodian], IS_YOURS, key=key, facts=facts, at=at)


def tell_asker(
    move: AssetMove, asset: FixedAsset, facts: dict[str, Any], *, by: Person, at: datetime
) -> None:
    if move.asked_by != by:
        said = {"kind": facts["kind"], "asset": str(asset), "state": facts["state"]}
        key = f"asset-move:{move.pk}:decided"
        tell_of(asset, [move.asked_by], ANSWER, key=key, facts=said, at=at)


def tell_of(
    asset: FixedAsset, people: Iterable[Person], text: str, *, key: str, facts: dict[str, Any],
    at: datetime,
) -> None:  # fmt: skip
    """Tell people of an asset, with the way to its page."""
    path = asset.get_absolute_url()
    tell(people, key=key, topic=TOPIC, text=text, facts=facts, path=path, at=at, robots=False)


@transaction.atomic
def decide_all(
    moves: Iterable[AssetMove], state: str, *, by: Person, at: datetime, words: str = ""
) -> None:
    """Decide all of them alike, or none. Raises Refused."""
    for move in moves:
        decide(move, state, by=by, at=at, words=words)
