"""The figures of an area's feedback, each beside the list that proves it."""

from datetime import date

from campus.feedback import actions
from campus.feedback.lines import by_subject, feedback_groups
from campus.feedback.lists import ENTRIES
from campus.figures import Span
from campus.models import SchoolClass
from tests.campus.feedback.conftest import NOON, ONE
from tests.campus.lists.counting import rows_behind


def test_every_number_is_what_its_list_counts(prices, pupil, manager, head):
    entries = [
        actions.write(prices, kind="opinion", words=f"{n}", stars=n, by=pupil, at=NOON)
        for n in (1, 5, 3)
    ]
    actions.answer(entries[0], words="好", by=manager, at=ONE)
    actions.rate(entries[0], stars=5, by=pupil, at=ONE)
    actions.hide(entries[2], words="辱骂", by=manager, at=ONE)
    span = Span("November", date(2025, 11, 1), date(2025, 11, 30))
    groups = feedback_groups("house", [span])
    told = {str(line.label): line.cells[0][0] for group in groups for line in group.lines}
    assert told == {
        "意见": "2", "匿名": "0 / 2 · 0%", "按时答复": "1 / 1 · 100%",
        "对答复满意": "1 / 1 · 100%", "评星": "3.0", "价格": "3.0",
    }  # fmt: skip
    counted = [line for line in groups[0].lines if "which" in line.values[0].path][:-1]
    for line in counted:
        assert rows_behind(ENTRIES, head, line.values[0].path) == line.values[0].number


def test_stars_of_a_subject_are_proved_by_the_entries_about_it(prices, pupil, manager, head):
    """Whatever record stands for a subject; here a class."""
    about, other = pupil.school_class, SchoolClass.objects.create(grade=12, number=9)
    for stars in (2, 3):
        actions.write(
            prices, kind="opinion", words="", stars=stars, subject=about, by=pupil, at=NOON
        )
    span = Span("November", date(2025, 11, 1), date(2025, 11, 30))
    group = by_subject("Classes", [about, other], [span])
    assert [line.cells[0][0] for line in group.lines] == ["2.5", "–"]
    assert rows_behind(ENTRIES, head, group.lines[0].values[0].path) == 2
    assert rows_behind(ENTRIES, head, "/?about=x:1") == 0
