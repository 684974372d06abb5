"""Who may do what with saved searches."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.lists.models import SavedView
from campus.people.models import Person, Role


def can_share(person: Person) -> Answer:
    """Show a saved search to others."""
    if not person.on_duty_as(Role.HEAD):
        return no(_("Only the head of the office shows saved searches to others."))
    return YES


def can_change(person: Person, view: SavedView) -> Answer:
    """Rename, share and delete it: its owner."""
    if view.person_id != person.pk:
        return no(_("Only whoever has saved this search changes it."))
    return YES
