"""What is typed to sign in, to correct a person, to give out duties."""

from campus.people.forms.optional import SwitchField, WriteExtra
from campus.people.forms.person import EditPerson, EndPerson, GiveDuty, LastDay, NameStandIn
from campus.people.forms.sign_in import NewPassword, SignIn

__all__ = [
    "EditPerson",
    "EndPerson",
    "GiveDuty",
    "LastDay",
    "NameStandIn",
    "NewPassword",
    "SignIn",
    "SwitchField",
    "WriteExtra",
]
