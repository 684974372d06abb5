"""Made anew without losing what people wrote; every version is kept."""

import pytest
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.submissions.forms import digest
from logistics.report import actions
from logistics.report.models import SectionVersion
from tests.logistics.report.conftest import OVER, edited, moment, section
from tests.logistics.report.test_writing import REPAIRS

NEWER = (
    "共受理报修5件，较上学期增加3件，已修复4件，修复率80%，较上学期降低20个百分点。"
    "按时到场率100%，与上学期持平，按时修复率75%，较上学期提高25个百分点。"
)


@pytest.fixture
def one_more(report, fault, teacher):
    """A further fault of the semester, found after the report was made."""
    fault(teacher, moment(2025, 12, 1), kept=["answer", "done"])


def story(report, key: str) -> list[tuple]:
    versions = section(report, key).versions.order_by("number")
    return [(each.way, each.by and each.by.name, each.text) for each in versions]


def test_what_nobody_edited_is_written_anew(report, one_more, head):
    renewed = actions.renew(report, by=head, at=OVER)
    assert (renewed.written, renewed.offered) == (1, 0)
    assert story(report, "repairs") == [("generated", None, REPAIRS), ("generated", None, NEWER)]
    again = actions.renew(report, by=head, at=OVER)
    assert (again.written, again.offered) == (0, 0)


def test_what_somebody_edited_stays_and_the_newer_text_is_offered(report, one_more, head):
    mine = f"{REPAIRS}回访满意。"
    edited(report, "repairs", mine, by=head)
    renewed = actions.renew(report, by=head, at=OVER)
    held = section(report, "repairs")
    assert (renewed.written, renewed.offered) == (0, 1)
    assert (held.text, held.generated, held.offered) == (mine, REPAIRS, NEWER)


def test_a_newer_text_that_was_left_is_not_offered_again(report, one_more, head):
    edited(report, "repairs", "我的话。", by=head)
    actions.renew(report, by=head, at=OVER)
    actions.leave(section(report, "repairs"), by=head, at=OVER)
    assert actions.renew(report, by=head, at=OVER).offered == 0
    held = section(report, "repairs")
    assert (held.text, held.is_offered) == ("我的话。", False)
    with pytest.raises(Refused, match="没有待处理的新文字"):
        actions.leave(held, by=head, at=OVER)


def test_a_newer_text_that_is_taken_over_goes_on_following_the_figures(
    report, one_more, head, fault, teacher
):
    edited(report, "repairs", "我的话。", by=head)
    actions.renew(report, by=head, at=OVER)
    actions.take_over(section(report, "repairs"), by=head, at=OVER)
    assert story(report, "repairs") == [
        ("generated", None, REPAIRS), ("edited", head.name, "我的话。"),
        ("taken", head.name, NEWER),
    ]  # fmt: skip
    fault(teacher, moment(2025, 12, 2), kept=["answer", "done"])
    assert actions.renew(report, by=head, at=OVER).written == 1


def test_a_merge_decides_on_the_newer_text_it_was_made_from_alone(
    report, one_more, head, fault, teacher
):
    edited(report, "repairs", "我的话。", by=head)
    actions.renew(report, by=head, at=OVER)
    seen = digest(section(report, "repairs").offered)
    both = {"title": "维修", "text": f"{NEWER}我的话。", "seen": seen, "by": head, "at": OVER}
    fault(teacher, moment(2025, 12, 2), kept=["answer", "done"])
    actions.renew(report, by=head, at=OVER)
    held = actions.merge(section(report, "repairs"), **both)
    assert (held.title, held.text, held.is_offered) == ("维修", f"{NEWER}我的话。", True)
    both["seen"] = digest(section(report, "repairs").offered)
    held = actions.merge(held, **both)
    assert (held.is_offered, story(report, "repairs")[-1][0]) == (False, "merged")


def test_an_earlier_version_is_brought_back_as_a_new_one(report, head):
    first = edited(report, "repairs", "第一稿。", by=head)
    edited(report, "repairs", "第二稿。", by=head)
    actions.restore(first, first.versions.get(number=2), by=head, at=OVER)
    assert story(report, "repairs")[-1] == ("restored", head.name, "第一稿。")
    with pytest.raises(Refused, match="内容已是如此"):
        actions.restore(first, first.versions.get(number=2), by=head, at=OVER)


def test_nothing_is_kept_where_nothing_was_changed(report, head):
    edited(report, "repairs", f"{REPAIRS}\r\n", by=head)
    assert (len(story(report, "repairs")), section(report, "repairs").is_edited) == (1, False)


def test_nobody_changes_or_deletes_a_version(report):
    for change in (lambda rows: rows.update(text="x"), lambda rows: rows.delete()):
        with pytest.raises(Exception, match=r"Cannot (update|delete)"), transaction.atomic():
            change(SectionVersion.objects.all())


def test_a_text_is_offered_only_beside_what_somebody_edited(report):
    held = section(report, "repairs")
    with pytest.raises(IntegrityError), transaction.atomic():
        type(held).objects.filter(pk=held.pk).update(is_offered=True)
