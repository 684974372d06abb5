"""The optional data of a pupil in words, as far as the school keeps it."""

from django.utils.translation import gettext as _

from campus.account.sealing import unseal
from campus.models import OptionalField, Person, PupilExtra
from campus.people.models import Optional
from campus.shell.words import day_in_words, value_in_words


def extra_of(person: Person) -> list[tuple[str, str]]:
    """What is on and filled in, as label and words; nothing for staff."""
    on = OptionalField.objects.keys_on() if person.is_pupil else set()
    extra = PupilExtra.objects.filter(person=person).first() if on else None
    if extra is None:
        return []
    rows = []
    if Optional.GUARDIAN_PHONE in on and extra.guardian_phone:
        rows.append((_("Phone of a guardian"), unseal(extra.guardian_phone)))
    if Optional.GUARDIAN_CONSENT in on:
        rows.append((_("Under 14"), value_in_words(extra.is_under_14)))
        if extra.is_under_14:
            consent = day_in_words(extra.consent_on) if extra.consent_on else _("Not given yet")
            rows.append((_("Guardian's consent"), consent))
    return rows
