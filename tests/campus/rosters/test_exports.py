"""The template is filled in, the export comes back: both are read as they were written."""

from datetime import date
from io import BytesIO

import pytest
from django.conf import settings
from django.utils import translation
from openpyxl import load_workbook

from campus.models import Duty, Person, Place
from campus.rosters import exports
from tests.campus.rosters.school import DAY, imported, read, roster

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_as_it_is_imports_nothing(administrator, language):
    with translation.override(language):
        data = exports.template()
    taken = read(data, administrator)
    assert (taken.bad_rows, taken.unread, taken.counts["rows"]) == ([], [], {})


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_into_the_template_is_read(administrator, language):
    with translation.override(language):
        book = load_workbook(BytesIO(exports.template()))
    for page in book.worksheets[:5]:
        example = [cell.value for cell in page[2]]
        first = str(example[0]).removeprefix("（示例）").removeprefix("(example) ")
        page.append([first, *example[1:]])
    stream = BytesIO()
    book.save(stream)
    taken = read(stream.getvalue(), administrator)
    assert taken.bad_rows == []
    assert taken.counts["rows"] == {
        kind: {"added": 1} for kind in ("departments", "classes", "staff", "pupils", "duties")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_export_imports_back_without_a_change(administrator, head, language):
    imported(roster(), administrator)
    place = Place.objects.create(kind="campus", code="A-1", name="主校区")
    Duty.objects.create(person=head, role="driver", place=place, starts_on=date(2025, 1, 1))
    Duty.objects.create(
        person=head, role="driver", starts_on=date(2024, 1, 1), ends_on=date(2024, 2, 1)
    )
    Person.objects.create(number="20249999", name="=叶", kind="pupil")
    Person.objects.create(number="20240001", name="离", kind="pupil", is_active=False)
    with translation.override(language):
        data = exports.rosters(DAY)
    taken = read(data, administrator, complete=["staff", "pupils"])
    assert (taken.bad_rows, taken.unread, taken.changes_nothing) == ([], [], True)
    assert {kind: counts["unchanged"] for kind, counts in taken.counts["rows"].items()} == {
        "departments": 2, "classes": 2, "staff": 3, "pupils": 3, "duties": 4,
        "places": 1,
    }  # fmt: skip


def test_what_is_typed_below_stays_text():
    page = load_workbook(BytesIO(exports.template())).worksheets[3]
    # Columns side by side that look alike are written as one.
    kept = [page.column_dimensions[name] for name in page.column_dimensions]
    assert {each.number_format for each in kept} == {"@"}
    assert max(each.max or 0 for each in kept) >= 4
