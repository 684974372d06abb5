"""Words found in Chinese text by the characters that stand beside each other."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campus.lists.registry import CAP
from campus.lists.search import mentioning
from campus.models import Person, Place


def place(name: str, code: str) -> Place:
    return Place.objects.create(kind=Place.Kind.ROOM, code=code, name=name)


def found(words: str) -> set[str]:
    return set(mentioning(Place.objects.all(), words).values_list("code", flat=True))


@pytest.fixture
def places(db) -> None:
    place("东教学楼配电间", "E-101")
    place("西教学楼 值班室", "W-102")
    place("学生宿舍3号楼", "D-3")
    place("Ａ区多功能厅", "A-1")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("配电", {"E-101"}),
        ("教学", {"E-101", "W-102"}),
        ("教学 配电", {"E-101"}),
        ("配电 东", {"E-101"}),
        ("间", {"E-101"}),
        ("室", {"W-102"}),
        ("楼", {"E-101", "W-102", "D-3"}),
        ("教学楼配电间", {"E-101"}),
        ("值班楼", set()),
        ("楼值", set()),
        ("a区", {"A-1"}),
        ("Ａ区", {"A-1"}),
        ("e-1", {"E-101"}),
        ("３号", {"D-3"}),
        ("101 东教", {"E-101"}),
        ("没有", set()),
        ("", {"E-101", "W-102", "D-3", "A-1"}),
        (" \t　", {"E-101", "W-102", "D-3", "A-1"}),
    ],
)
def test_words_are_found_where_they_stand_whatever_their_length(places, words, codes):
    assert found(words) == codes


def test_the_pairs_of_a_long_word_must_stand_together(db):
    place("检查 查验", "1")
    place("检查验收", "2")
    assert found("检查验") == {"2"}


HOSTILE = 'it\'s a\\b c:d e:* f&g |h !i (j) <-> "k" % %s {x} 😀é'


@pytest.mark.parametrize("word", [*HOSTILE.split(), HOSTILE, "'", "\\", ":*"])
def test_signs_of_the_query_language_are_words_like_any_other(db, word):
    place(HOSTILE, "1")
    place("别的", "2")
    assert found(word) == {"1"}


@pytest.mark.parametrize("word", ["\0", "\ud800", "x" * 2000, "安全" * 1000, "a " * 1000])
def test_what_no_text_can_hold_is_no_fault(db, word):
    place("别的", "1")
    assert found(word) in (set(), {"1"})


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=24)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts, start=st.integers(0, 23), length=st.integers(1, 24))
def test_any_part_of_a_text_without_blanks_finds_it(db, text, start, length):
    part = "".join(text.split())[start : start + length]
    joined = "".join(text.split())
    Place.objects.filter(code="x").delete()
    place(joined or "x", "x")
    assert found(part) == {"x"}


def people_found(words: str) -> list[str]:
    return list(mentioning(Person.objects.all(), words).values_list("number", flat=True))


def test_a_column_follows_its_row(head):
    Person.objects.filter(pk=head.pk).update(name="程远航")
    assert (people_found("远山"), people_found("远航")) == ([], [head.number])


def test_two_characters_are_answered_by_the_index(head):
    Person.objects.bulk_create(
        Person(number=f"X{n}", name=chr(20000 + n % 400) + chr(20500 + n % 700), kind="staff")
        for n in range(8000)
    )
    with connection.cursor() as cursor:
        # What vacuum does by itself some time after so large an import.
        cursor.execute("SELECT gin_clean_pending_list('person_sought')")
        cursor.execute("ANALYZE campus_person")
    numbers = mentioning(Person.objects.all(), "远山").order_by().values_list("pk", flat=True)
    assert "Index Scan on person_sought" in numbers[: CAP + 1].explain()
    assert list(numbers[: CAP + 1]) == [head.pk]
