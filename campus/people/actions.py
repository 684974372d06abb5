"""What happens to people."""

from django.db import transaction

from campus.models import Person


@transaction.atomic
def change_password(person: Person, *, new: str) -> Person:
    """Give the person a password of their own choice; the first one need not be changed again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.set_password(new)
    person.must_change_password = False
    person.full_clean(exclude=["password"])
    person.save(update_fields=["password", "must_change_password"])
    return person
