"""Who is not known yet, and joins by a rule that an administrator has written."""

from campus.identity.models import JoiningRule
from campus.identity.providers.base import Arrival, as_number
from campus.models import Department, Person, SchoolClass
from campus.people.actions import enrol
from campus.rosters.terms import class_of


def join(arrival: Arrival) -> Person | None:
    """The person that the first fitting rule makes of an arrival; None where none fits, or where
    the rule needs what was not told: a name, the class of a pupil."""
    rules = JoiningRule.objects.filter(way=arrival.way, is_on=True).select_related("department")
    rule = next((each for each in rules if each.fits(arrival.number)), None)
    name = as_number(arrival.claims.get(rule.name_claim)) if rule else ""
    if rule is None or not name:
        return None
    unit = as_number(arrival.claims.get(rule.unit_claim)) if rule.unit_claim else ""
    person = Person(number=arrival.number, name=name[:60], kind=rule.kind)
    person.set_unusable_password()
    if rule.kind == Person.Kind.PUPIL:
        person.school_class = class_called(unit)
        if rule.unit_claim and person.school_class is None:
            return None
    else:
        person.department = Department.objects.filter(name=unit).first() or rule.department
    return enrol([person])[0]


def class_called(name: str) -> SchoolClass | None:
    """The class that is called so, such as 高一(3)班 or 10-3; None for any other words."""
    grade, number = class_of(name)
    if grade is None or number is None:
        return None
    return SchoolClass.objects.filter(grade=grade, number=number).first()
