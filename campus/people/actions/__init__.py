"""What happens to people: they come, change, are given duties, leave; who looks at pupils."""

from campus.people.actions.duties import cut_stand_ins, give_duty, name_stand_in, set_last_day
from campus.people.actions.looking import note_look, note_taken
from campus.people.actions.optional import erase_field, switch_field, write_extra
from campus.people.actions.person import change_person, end_person, take_person_back
from campus.people.actions.roster import (
    change_password,
    enrol,
    give_duties,
    give_first_passwords,
    lay_departments_and_classes,
    spell_names,
)

__all__ = [
    "change_password",
    "change_person",
    "cut_stand_ins",
    "end_person",
    "enrol",
    "erase_field",
    "give_duties",
    "give_duty",
    "give_first_passwords",
    "lay_departments_and_classes",
    "name_stand_in",
    "note_look",
    "note_taken",
    "set_last_day",
    "spell_names",
    "switch_field",
    "take_person_back",
    "write_extra",
]
