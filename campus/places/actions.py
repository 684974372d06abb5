"""What happens to places."""

from django.db import transaction

from campus.models import Place


@transaction.atomic
def lay(*, kind: str, code: str, name: str, parent: Place | None = None) -> Place:
    """Add a place to the tree; raises ValidationError for a code that is taken."""
    place = Place(kind=kind, code=code, name=name, parent=parent)
    place.full_clean()
    place.save()
    return place
