"""First passwords, for people who have never signed in."""

import re
from datetime import UTC, datetime

from django.contrib.auth.hashers import check_password

from campus.models import Person
from campus.people import actions
from campus.people.passwords import FIRST_PASSWORD_ROUNDS, first_password_hash, invented_password
from tests.conftest import make_person

AT = datetime(2025, 9, 1, 9, tzinfo=UTC)


def test_a_first_password_is_easy_to_read_and_hard_to_guess():
    invented = {invented_password() for _ in range(100)}
    assert len(invented) == 100
    assert all(
        re.fullmatch(r"[a-hj-km-np-z2-9]{5}-[a-hj-km-np-z2-9]{5}", each) for each in invented
    )


def test_its_hash_is_made_quickly_and_known_to_the_sign_in(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    encoded = first_password_hash("k7mpw-3xdq9")
    assert encoded.split("$")[:2] == ["pbkdf2_sha256", str(FIRST_PASSWORD_ROUNDS)]
    renewed: list[str] = []
    assert check_password("k7mpw-3xdq9", encoded, setter=renewed.append)
    assert renewed == ["k7mpw-3xdq9"]


def test_only_whoever_has_never_signed_in_and_is_here_gets_one(db):
    new = make_person("1", "叶", must_change_password=True)
    make_person("2", "林", must_change_password=True, last_login=AT)
    make_person("3", "安", must_change_password=False)
    make_person("4", "程", must_change_password=True, is_active=False)
    given = actions.give_first_passwords(Person.objects.all())
    assert [person for person, _password in given] == [new]
    [(_person, password)] = given
    assert Person.objects.get(number="1").check_password(password)
