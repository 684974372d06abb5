"""Grades, classes and roles however clerks write them."""

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from campus.models import Role
from campus.rosters.columns import SHEETS
from campus.rosters.terms import class_of, grade_of, role_of
from campus.sheets.reader import heading_key
from campus.sheets.values import tidy


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("高一(3)班", (10, 3)), ("高一（12）班", (10, 12)), ("高二3班", (11, 3)),
        ("高三三班", (12, 3)), ("一(12)", (10, 12)), ("高一年级 4班", (10, 4)),
        ("Grade 10 class 3", (10, 3)), ("10-3", (10, 3)), ("3班", (None, 3)),
        ("(3)班", (None, 3)), ("3", (None, 3)), ("二十一班", (None, 21)), ("十班", (None, 10)),
        ("Class 7", (None, 7)),
        ("112班", (None, None)), ("火箭班", (None, None)), ("0", (None, None)),
    ],
)  # fmt: skip
def test_a_class_is_known_by_its_name(words, told):
    assert class_of(tidy(words)) == told


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("高一", 10),
        ("高二年级", 11),
        ("12", 12),
        ("Grade 10", 10),
        ("高三学部", 12),
        ("初一", None),
    ],
)
def test_a_grade_is_known_by_its_name(words, grade):
    assert grade_of(words) == grade


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_every_role_is_known_by_its_label_and_its_code(language):
    with translation.override(language):
        assert [role_of(str(role.label)) for role in Role] == Role.values
    assert [role_of(role.value) for role in Role] == Role.values
    assert [role_of("司机"), role_of("厨师")] == ["driver", ""]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_what_the_template_calls_a_column_is_read_again(language):
    with translation.override(language):
        unknown = [
            (sheet.kind, gettext(heading.label))
            for sheet in SHEETS
            for heading in sheet.headings
            if heading_key(gettext(heading.label)) not in map(heading_key, heading.names)
        ]
        nameless = [sheet.kind for sheet in SHEETS if gettext(sheet.label) not in sheet.names]
    assert (unknown, nameless) == ([], [])
