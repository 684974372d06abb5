"""An empty portal gets its first administrator from the command line."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from campus.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def type_in(monkeypatch):
    """What is typed when the command asks for the first password."""

    def typing(words: str) -> None:
        name = "logistics.management.commands.first_administrator.getpass"
        monkeypatch.setattr(name, lambda prompt: words)

    return typing


def test_the_first_administrator_signs_in_and_changes_the_password(type_in):
    type_in("mountain-path-7")
    call_command("first_administrator", "A1", "温以宁", stdout=StringIO())
    person = Person.objects.get(number="A1")
    assert person.check_password("mountain-path-7")
    assert (person.must_change_password, person.is_staff) == (True, True)


def test_there_is_no_second_first_one(type_in, administrator):
    type_in("mountain-path-7")
    with pytest.raises(CommandError, match="There is an administrator already"):
        call_command("first_administrator", "A1", "温以宁")


def test_a_weak_password_is_refused(type_in):
    type_in("12345678")
    with pytest.raises(CommandError):
        call_command("first_administrator", "A1", "温以宁")
    assert not Person.objects.exists()
