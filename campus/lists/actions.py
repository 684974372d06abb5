"""What happens to saved searches."""

from django.db import transaction

from campus.lists.models import SavedView, Sharing
from campus.people.models import Person
from campus.storing import store


@transaction.atomic
def save_view(
    *, by: Person, list_name: str, name: str, query: str, sharing: str = Sharing.NOBODY,
    role: str = "",
) -> SavedView:  # fmt: skip
    """Keep `query` of a list under a name; raises ValidationError for a name that is taken."""
    view = SavedView(person=by, list_name=list_name, name=name, query=query)
    view.sharing, view.role = sharing, role
    store(view)
    return view


@transaction.atomic
def change_view(view: SavedView, *, name: str, sharing: str, role: str = "") -> SavedView:
    """Give it another name, or show it to others; its query stays."""
    view = SavedView.objects.select_for_update().get(pk=view.pk)
    view.name, view.sharing, view.role = name, sharing, role
    store(view)
    return view


@transaction.atomic
def delete_view(view: SavedView) -> None:
    """Forget it; what it found is untouched."""
    SavedView.objects.filter(pk=view.pk).delete()
