"""What happens to people."""

from collections.abc import Iterable

from django.db import transaction

from campus.models import Department, Duty, Person, SchoolClass


@transaction.atomic
def change_password(person: Person, *, new: str) -> Person:
    """Give the person a password of their own choice; the first one need not be changed again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.set_password(new)
    person.must_change_password = False
    person.full_clean(exclude=["password"])
    person.save(update_fields=["password", "must_change_password"])
    return person


@transaction.atomic
def lay_departments_and_classes(
    departments: Iterable[str], classes: Iterable[tuple[int, int]]
) -> None:
    """Make the departments and the classes, given as (grade, number), that are absent."""
    Department.objects.bulk_create(
        (Department(name=name) for name in departments), ignore_conflicts=True
    )
    SchoolClass.objects.bulk_create(
        (SchoolClass(grade=grade, number=number) for grade, number in classes),
        ignore_conflicts=True,
    )


@transaction.atomic
def enrol(people: list[Person]) -> list[Person]:
    """Take people in, all or none; raises IntegrityError for a number that is taken."""
    for person in people:
        person.clean_fields(exclude=["department", "school_class"])
    return Person.objects.bulk_create(people, batch_size=500)


@transaction.atomic
def give_duties(duties: list[Duty]) -> list[Duty]:
    """Put people on duty, all or none."""
    for duty in duties:
        duty.clean_fields(exclude=["person", "department", "school_class", "place"])
    return Duty.objects.bulk_create(duties)
