"""Who is not known yet, and joins by a rule."""

import pytest

from campus.identity.joining import class_called
from campus.models import Department, JoiningRule, Person, SchoolClass
from tests.campus.identity.conftest import is_in, turned_away
from tests.identity_server.running import Walker


@pytest.fixture
def rule(identity):
    """`rule(pattern, …)`: a rule for the school's OpenID Connect."""
    return lambda pattern, **fields: JoiningRule.objects.create(
        way="oidc", pattern=pattern, unit_claim="unit", **fields
    )


def comes(identity, number: str, **claims) -> Walker:
    identity.signs_in(number, **claims)
    return Walker()


def test_without_a_rule_nobody_joins(identity, db):
    assert turned_away(comes(identity, "T100").sign_in()) == "unknown"
    assert Person.objects.count() == 0


def test_staff_join_with_their_department(identity, rule, office):
    rule("T1*")
    walker = comes(identity, "T100", name="柳依依", unit="后勤服务处")
    walker.sign_in()
    person = Person.objects.get()
    told = (person.number, person.name, person.kind, person.department, person.pinyin != "")
    assert told == ("T100", "柳依依", "staff", office, True)
    assert (person.has_usable_password(), is_in(walker.client)) == (False, True)


def test_staff_of_an_unknown_department_join_the_one_of_the_rule(identity, rule, office):
    rule("T1*", department=office)
    comes(identity, "T100", unit="不存在的处").sign_in()
    assert Person.objects.get().department == office
    assert Department.objects.count() == 1


def test_pupils_join_their_class(identity, rule, db):
    third = SchoolClass.objects.create(grade=10, number=3)
    rule("2026*", kind="pupil")
    comes(identity, "20260301", unit="高一(3)班").sign_in()
    person = Person.objects.get()
    assert (person.kind, person.school_class) == ("pupil", third)


def test_pupils_of_an_unknown_class_do_not_join(identity, rule, db):
    rule("2026*", kind="pupil")
    assert turned_away(comes(identity, "20260301", unit="初一(3)班").sign_in()) == "unknown"


@pytest.mark.parametrize("number", ["T200", "XT100", "t100"])
def test_only_numbers_that_fit_join(identity, rule, db, number):
    rule("T1*")
    assert turned_away(comes(identity, number).sign_in()) == "unknown"


def test_a_rule_that_is_not_in_force_lets_nobody_in(identity, rule, db):
    rule("T1*", is_on=False)
    assert turned_away(comes(identity, "T100").sign_in()) == "unknown"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("高一(3)班", True), ("高一（3）班", True), ("高一3班", True), ("10-3", True),
        ("10年级3班", True), ("高一(4)班", False), ("高三", False), ("", False),
    ],
)  # fmt: skip
def test_a_class_is_found_by_what_people_call_it(db, name, found):
    SchoolClass.objects.create(grade=10, number=3)
    wide = name.replace("（", "(").replace("）", ")")
    assert (class_called(wide) is not None) == found


def test_an_administrator_writes_and_takes_out_rules(signed_in, administrator, logged, client):
    client = signed_in(administrator)
    said = {
        "way": "oidc", "pattern": "T1*", "kind": "staff", "name_claim": "name", "is_on": "on",
    }  # fmt: skip
    assert client.post("/people/joining/new/", said).headers["Location"] == "/people/joining/"
    rule = JoiningRule.objects.get()
    assert client.post(f"/people/joining/{rule.pk}/remove/").status_code == 302
    assert JoiningRule.objects.count() == 0
    assert [kind for kind, *_ in logged()] == ["joining_rule", "joining_rule_gone"]


@pytest.mark.parametrize("pattern", ["*", "?*", "T 1*", "[0-9]*"])
def test_a_rule_for_everybody_cannot_be_written(signed_in, administrator, pattern):
    said = {"way": "oidc", "pattern": pattern, "kind": "staff", "name_claim": "name"}
    assert signed_in(administrator).post("/people/joining/new/", said).status_code == 422


def test_an_administrator_takes_a_link_away(identity, signed_in, administrator, teacher, logged):
    walker = comes(identity, "T005")
    walker.sign_in()
    link = teacher.identities.get()
    client = signed_in(administrator)
    assert "许知言" in client.get("/people/identities/").content.decode()
    assert client.get(f"/people/identities/{link.pk}/").status_code == 200
    assert client.post(f"/people/identities/{link.pk}/").status_code == 302
    assert (teacher.identities.count(), is_in(walker.client)) == (0, False)
    assert logged()[-1] == ("identity_unlinked", "", "", teacher.pk)
