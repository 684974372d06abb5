"""Days as people of the school write them."""

from datetime import UTC, date, datetime, time

import pytest
from django.utils import translation

from campus.shell import words

SUNDAY = date(2025, 11, 9)


@pytest.mark.parametrize(
    ("language", "expected"), [("zh-hans", "11月9日(周日)"), ("en", "Sun 9 Nov")]
)
def test_a_day_in_the_readers_language(language, expected):
    with translation.override(language):
        assert words.day_in_words(SUNDAY) == expected


def test_a_range_of_one_day_is_that_day():
    with translation.override("zh-hans"):
        assert words.days_in_words(SUNDAY, SUNDAY) == "11月9日(周日)"
        assert words.days_in_words(SUNDAY, date(2025, 11, 10)) == "11月9日(周日)至11月10日(周一)"


def test_a_moment_is_told_in_school_time():
    with translation.override("zh-hans"):
        moment = datetime(2025, 11, 9, 16, 30, tzinfo=UTC)
        assert words.moment_in_words(moment) == "11月10日(周一) 00:30"


def test_facts_of_notices_tell_days_in_words_and_leave_text_alone():
    with translation.override("en"):
        assert words.in_words({"day": "2025-11-09"}) == "Sun 9 Nov"
        assert words.in_words("2025-11-09") == "2025-11-09"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (0, "0"),
        (SUNDAY, "11月9日(周日)"),
        (datetime(2025, 11, 9, 16, 30, tzinfo=UTC), "11月10日(周一) 00:30"),
        (time(8), "08:00"),
        ("食堂", "食堂"),
    ],
)
def test_a_value_in_the_readers_words(value, expected):
    with translation.override("zh-hans"):
        assert words.value_in_words(value) == expected
