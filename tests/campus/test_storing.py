"""A record is stored by asking the database once, and what it refuses is told in words."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from campus.models import Department, SchoolClass, Semester
from campus.storing import store


def test_a_new_record_is_written_with_one_statement(db):
    with CaptureQueriesContext(connection) as asked:
        store(Department(name="总务处"))
    verbs = [each["sql"].split()[0] for each in asked]
    assert (verbs.count("SAVEPOINT"), verbs.count("INSERT")) == (1, 1)
    assert len(verbs) == 3


def test_what_a_constraint_refuses_is_told_with_its_sentence_and_the_act_goes_on(semester):
    semester.week_one = date(2025, 9, 2)  # a Tuesday
    with override("en"), pytest.raises(ValidationError, match="Week 1 must begin on a Monday"):
        store(semester)
    assert Semester.objects.get().week_one == date(2025, 9, 1)


def test_what_stands_there_already_is_told_and_the_act_goes_on(office):
    with pytest.raises(ValidationError):
        store(Department(name=office.name))
    assert Department.objects.count() == 1


def test_what_is_typed_wrong_is_told_before_the_database_is_asked(db):
    with CaptureQueriesContext(connection) as asked, pytest.raises(ValidationError):
        store(Department(name="长" * 500))
    assert len(asked) == 0


def test_only_the_named_fields_of_a_known_record_are_written(office):
    found = Department.objects.get()
    Department.objects.update(name="后勤处")
    store(found, only=[])
    assert Department.objects.get().name == "后勤处"


def test_what_no_rule_of_the_model_explains_is_not_hidden(db, monkeypatch):
    monkeypatch.setattr(SchoolClass, "full_clean", lambda record: None)
    store(SchoolClass(grade=10, number=1))
    with pytest.raises(IntegrityError):
        store(SchoolClass(grade=10, number=1))
