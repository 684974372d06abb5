"""What happens to norms: laid, worded, required, proved."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.storing import store
from planning.actions.reminders import plan_reminders
from safety.actions.usual_norms import NORMS, PLAN, PROPOSED
from safety.models import Norm, NormEvidence, NormRequirement


@transaction.atomic
def lay_usual_norms() -> None:
    """Add those of the nine that are missing, with what they require; safe to repeat: a norm that
    was reworded stays, and so does what was taken out of it."""
    known = set(Norm.objects.values_list("code", flat=True))
    for position, usual in enumerate(NORMS, 1):
        if usual.code in known:
            continue
        basis = PROPOSED if usual.is_proposal else PLAN
        norm = Norm.objects.create(
            code=usual.code, name=usual.name, basis=basis, duties=usual.duties,
            is_proposal=usual.is_proposal, position=position,
        )  # fmt: skip
        NormRequirement.objects.bulk_create(
            NormRequirement(
                norm=norm, kind=kind, title=title, every=every, role=role, link=link, position=place
            )
            for place, (kind, title, every, role, link) in enumerate(usual.requirements, 1)
        )


@transaction.atomic
def write_norm(norm: Norm, *, by: Person, at: datetime, **fields: Any) -> Norm:
    """Add a norm, or word one. Raises ValidationError."""
    return written(norm, fields)


@transaction.atomic
def write_requirement(
    requirement: NormRequirement, *, by: Person, at: datetime, **fields: Any
) -> NormRequirement:
    """Add what a norm requires, or change it. Raises ValidationError."""
    requirement = written(requirement, fields)
    plan_reminders(requirement, at=at)
    return requirement


def written(row: Any, fields: dict[str, Any]) -> Any:
    """The row with its fields, as it is stored now."""
    if row.pk:
        row = type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
    for name, value in fields.items():
        setattr(row, name, value)
    store(row)
    return row


@transaction.atomic
def prove(  # noqa: PLR0913  # each is a fact of its own, named by its one caller
    requirement: NormRequirement, *, on: date, note: str, by: Person, at: datetime,
    link: str = "", valid_until: date | None = None,
    attachments: Iterable[Upload | Attachment] = (),
) -> NormEvidence:  # fmt: skip
    """Put down what proves that a requirement is met; unless `valid_until` says otherwise it holds
    for the requirement's own interval. Raises ValidationError, and Refused for a day to come."""
    if on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
    evidence = NormEvidence(
        requirement=requirement, on=on, note=note, link=link, by=by, at=at,
        valid_until=valid_until or requirement.valid_until(on),
    )  # fmt: skip
    store(evidence)
    attach(evidence, attachments, by=by, at=at, role=Attachment.Role.DOCUMENT)
    plan_reminders(requirement, at=at)
    return evidence


@transaction.atomic
def take_back(evidence: NormEvidence, *, by: Person, at: datetime) -> None:
    """Take back a proof that was none; its history stays. Files keep it from being taken back,
    since they are kept with it."""
    if Attachment.objects.of(evidence).exists():
        raise Refused(_("It has files. Put down what is right beside it instead."))
    NormEvidence.objects.filter(pk=evidence.pk).delete()
    plan_reminders(evidence.requirement, at=at)
