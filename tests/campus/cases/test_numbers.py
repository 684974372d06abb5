"""Each case has its number: of its kind, of its year, without gaps."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from campus.cases import actions
from campus.models import Enquiry
from tests.campus.cases.conftest import AT, moment


def test_numbers_run_from_one_in_each_year_of_school_time(raised):
    new_year = moment(12, 31, 23, 59), moment(1, 1, 0, 1, year=2026)
    cases = [raised(at=at) for at in (AT, *new_year)]
    assert [case.number for case in cases] == ["E-2025-0001", "E-2025-0002", "E-2026-0001"]


def test_a_case_that_fails_leaves_no_gap(raised):
    raised()
    with pytest.raises(ValidationError):
        raised(title="")
    assert raised().number == "E-2025-0002"


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_no_gap_and_no_double(teacher, dispatcher):
    def raise_one(index: int) -> str:
        try:
            title = "" if index % 4 == 0 else f"第{index}件"
            return actions.raise_case(Enquiry, by=teacher, at=AT, title=title).number
        except ValidationError:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        numbers = sorted(filter(None, pool.map(raise_one, range(24))))
    assert numbers == [f"E-2025-{number:04}" for number in range(1, 19)]
