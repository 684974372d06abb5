"""Who reads a record's row history."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from campus.records.registry import HISTORIES


def may_read_history(person: Person, thing: Model) -> Answer:
    """The head, administrators, and whoever may edit the record; never pupils. Raises KeyError for
    a record whose history is not handed in."""
    may_edit = HISTORIES[thing._meta.label_lower].may_edit
    reads_all = person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR)
    if not person.is_pupil and (reads_all or may_edit(person, thing)):
        return YES
    return no(_("Only the head, administrators and whoever edits the record read its history."))
