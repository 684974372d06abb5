"""The school as it stands, by the keys that rosters use: a few queries whatever its size."""

from dataclasses import dataclass
from typing import Any

from campus.models import Department, Duty, Person, Place, SchoolClass
from campus.rosters.terms import class_key

PLACE_FIELDS = (
    "name", "kind", "parent", "use", "capacity", "manager", "starts_on", "ends_on", "note",
)  # fmt: skip
PEOPLE_FIELDS = ("name", "department", "school_class", "phone", "email", "is_active", "left_on")


@dataclass(frozen=True)
class School:
    """Ids by key and keys by id; people by number; duties by the number of whoever holds them."""

    departments: dict[str, int]
    classes: dict[str, int]
    places: dict[str, int]
    sites: dict[str, Place]
    people: dict[str, Person]
    duties: dict[str, list[Duty]]
    department_names: dict[int, str]
    class_keys: dict[int, str]
    place_codes: dict[int, str]

    def state_of(self, person: Person) -> dict[str, Any]:
        """The person's fields as JSON knows them, in terms of keys."""
        return {
            "name": person.name,
            "department": self.department_names.get(person.department_id or 0, ""),
            "school_class": self.class_keys.get(person.school_class_id or 0, ""),
            "phone": person.phone,
            "email": person.email,
            "is_active": person.is_active,
            "left_on": iso(person.left_on),
        }

    def place_state(self, place: Place) -> dict[str, Any]:
        """The place's fields as JSON knows them; its whole by code, its manager by number."""
        return {
            "name": place.name,
            "kind": place.kind,
            "parent": self.place_codes.get(place.parent_id or 0, ""),
            "use": place.use,
            "capacity": place.capacity,
            "manager": place.manager.number if place.manager else "",
            "starts_on": iso(place.starts_on),
            "ends_on": iso(place.ends_on),
            "note": place.note,
        }

    def scope_of(self, duty: Duty) -> tuple[str, str, str, str]:
        """The duty's role with its department, class and place, empty where it has none."""
        return (
            duty.role,
            self.department_names.get(duty.department_id or 0, ""),
            self.class_keys.get(duty.school_class_id or 0, ""),
            self.place_codes.get(duty.place_id or 0, ""),
        )


def iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def school_now(*, lock: bool = False) -> School:
    """Read the school; with `lock`, people and duties stay as they are until the end of the
    transaction."""
    people = Person.objects.order_by("number")
    duties = Duty.objects.order_by("starts_on", "id")
    if lock:
        people, duties = people.select_for_update(), duties.select_for_update()
    by_number = {person.number: person for person in people}
    numbers = {person.pk: person.number for person in by_number.values()}
    held: dict[str, list[Duty]] = {}
    for duty in duties:
        held.setdefault(numbers[duty.person_id], []).append(duty)
    departments = dict(Department.objects.values_list("name", "pk"))
    classes = {
        class_key(grade, number): pk
        for grade, number, pk in SchoolClass.objects.values_list("grade", "number", "pk")
    }
    found = Place.objects.select_related("manager").defer("sought").order_by("code")
    sites = {site.code: site for site in (found.select_for_update(of=("self",)) if lock else found)}
    places = {code: site.pk for code, site in sites.items()}
    return School(
        departments=departments,
        classes=classes,
        places=places,
        sites=sites,
        people=by_number,
        duties=held,
        department_names={pk: name for name, pk in departments.items()},
        class_keys={pk: key for key, pk in classes.items()},
        place_codes={pk: code for code, pk in places.items()},
    )
