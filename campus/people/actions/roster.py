"""People as they come in from rosters, and their first passwords."""

from collections.abc import Iterable

from django.db import transaction

from campus.models import Department, Duty, Person, SchoolClass
from campus.people.names import pinyin_of
from campus.people.passwords import first_password_hash, invented_password
from campus.storing import store


@transaction.atomic
def change_password(person: Person, *, new: str) -> Person:
    """Give the person a password of their own choice; the first one need not be changed again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.set_password(new)
    person.must_change_password = False
    store(person, only=["password", "must_change_password"])
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
        person.pinyin = pinyin_of(person.name)
        person.clean_fields(exclude=["department", "school_class"])
    return Person.objects.bulk_create(people, batch_size=500)


@transaction.atomic
def give_duties(duties: list[Duty]) -> list[Duty]:
    """Put people on duty, all or none."""
    for duty in duties:
        duty.clean_fields(exclude=["person", "department", "school_class", "place"])
    return Duty.objects.bulk_create(duties)


@transaction.atomic
def spell_names() -> int:
    """Write the pinyin of names that have none, as those from before there was one; how many."""
    people = list(Person.objects.filter(pinyin="").exclude(name="").select_for_update())
    for person in people:
        person.pinyin = pinyin_of(person.name)
    Person.objects.bulk_update(people, ["pinyin"], batch_size=500)
    return len(people)


@transaction.atomic
def give_first_passwords(people: Iterable[Person]) -> list[tuple[Person, str]]:
    """A new first password for each of `people` who has never signed in; answers with them.

    They are told to nobody else and stored as hashes alone: who loses theirs is given another.
    """
    locked = Person.objects.never_signed_in().select_for_update(of=("self",))
    given = []
    for person in locked.filter(pk__in=[each.pk for each in people]):
        password = invented_password()
        person.password, person.must_change_password = first_password_hash(password), True
        given.append((person, password))
    changed = [person for person, _password in given]
    Person.objects.bulk_update(changed, ["password", "must_change_password"], batch_size=500)
    return given
