"""Who reads a record's row history, and who is offered people to mention."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role


def may_read_history(person: Person, *, may_edit: bool | Answer = False) -> Answer:
    """The head, administrators, and whoever may edit the record; never pupils."""
    if not person.is_pupil and (may_edit or person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR)):
        return YES
    return no(_("Only the head, administrators and whoever edits the record read its history."))


def may_look_up_people(person: Person) -> Answer:
    """Names are completed for staff; pupils write them out."""
    return no(_("Only staff are offered names.")) if person.is_pupil else YES
