"""Optional fields: switched on and off, erased, written."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.account.sealing import seal
from campus.audit.actions import record
from campus.doors import Refused
from campus.models import OptionalField, Person, PupilExtra
from campus.people.models import Optional
from campus.records.actions import note
from campus.shell.words import in_languages
from campus.storing import store

WRITTEN = gettext_noop("Optional data was changed.")
# What each field is stored in, and what it holds when it holds nothing.
EMPTY: dict[str, dict[str, object]] = {
    Optional.GUARDIAN_PHONE: {"guardian_phone": ""},
    Optional.GUARDIAN_CONSENT: {"is_under_14": False, "consent_on": None},
}


@transaction.atomic
def switch_field(key: str, *, to_on: bool, reason: str, by: Person, at: datetime) -> OptionalField:
    """Turn a field on, or off: then it is hidden everywhere, and can be erased."""
    found = OptionalField.objects.select_for_update().filter(key=key).first()
    switch = found or OptionalField(key=key)
    switch.is_on, switch.reason, switch.by, switch.at = to_on, reason, by, at
    store(switch)
    facts: dict[str, Any] = {"field": in_languages(Optional(key).label), "reason": reason}
    record("field_on" if to_on else "field_off", by=by, at=at, **facts)
    return switch


@transaction.atomic
def erase_field(key: str, *, by: Person, at: datetime) -> int:
    """Erase what is stored in a field that is off; of how many pupils. Raises Refused if it is
    on."""
    if key in OptionalField.objects.keys_on():
        raise Refused(_("Switch the field off before it is erased."))
    empty = EMPTY[key]
    erased = PupilExtra.objects.exclude(**empty).update(**empty)
    PupilExtra.objects.filter(**EMPTY[Optional.GUARDIAN_PHONE]).filter(
        **EMPTY[Optional.GUARDIAN_CONSENT]
    ).delete()
    facts: dict[str, Any] = {"field": in_languages(Optional(key).label), "count": erased}
    record("field_erased", by=by, at=at, **facts)
    return erased


@transaction.atomic
def write_extra(
    person: Person, *, by: Person, at: datetime, guardian_phone: str | None = None,
    is_under_14: bool | None = None, consent_on: date | None = None,
) -> PupilExtra:  # fmt: skip
    """Write the fields that are on; what is off stays as it is. The timeline says that something
    was changed, and not what."""
    on = OptionalField.objects.keys_on()
    extra, _made = PupilExtra.objects.select_for_update().get_or_create(person=person)
    if Optional.GUARDIAN_PHONE in on and guardian_phone is not None:
        extra.guardian_phone = seal(guardian_phone) if guardian_phone else ""
    if Optional.GUARDIAN_CONSENT in on and is_under_14 is not None:
        extra.is_under_14, extra.consent_on = is_under_14, consent_on
    store(extra)
    note(person, by=by, at=at, text=WRITTEN)
    record("extra_written", by=by, at=at, about=person)
    return extra
