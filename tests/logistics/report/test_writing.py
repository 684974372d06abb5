"""What the figures say, as prose, beside the last semester; nothing is said of nothing."""

import pytest

from campus.doors import Refused
from logistics.report import actions
from logistics.report.models import SemesterReport
from tests.logistics.report.conftest import OVER, moment, section

REPAIRS = (
    "共受理报修4件，较上学期增加2件，已修复3件，修复率75%，较上学期降低25个百分点。"
    "按时到场率100%，与上学期持平，按时修复率66%，较上学期提高16个百分点。"
)
PLAN = """本学期工作计划共3项，已完成2项，完成率66%，其中按期完成1项、逾期完成1项。取消1项。

# 9月
| 事项 | 牵头部门 | 日期 | 完成情况 | 佐证 |
| 设备检修 | 后勤服务处 | 全月 | 按期完成 | [查看记录]({0}) |

# 11月
| 事项 | 牵头部门 | 日期 | 完成情况 | 佐证 |
| 消防日教育 | 后勤服务处 | 11月9日(周日) | 完成，逾期2天 | [查看记录]({1}) |
| 秋季植树 | 后勤服务处 | 11月10日(周一) | 已取消：雨天 | [查看记录]({2}) |

# 1月
| 事项 | 牵头部门 | 日期 | 完成情况 | 佐证 |
| 食堂改造 | 后勤服务处 | 1月5日(周一)至1月6日(周二) | 逾期未完成 | [查看记录]({3}) |"""
NEXT = """未完成的1项计划事项转入下学期继续推进。
| 事项 | 牵头部门 | 日期 | 状态 |
| 食堂改造 | 后勤服务处 | 1月5日(周一)至1月6日(周二) | 逾期未完成 |"""


def test_a_finished_semester_is_told_beside_the_one_before(report, plan):
    paths = [item.get_absolute_url() for item in plan.items.order_by("starts_on")]
    told = {key: section(report, key).text for key in ("repairs", "plan", "problems", "next")}
    assert told == {
        "repairs": REPAIRS,
        "plan": PLAN.format(*paths),
        "problems": "维修服务：尚未修复的报修1件；超时修复1件。\n"
        "计划完成情况：计划事项逾期未完成1项；计划事项逾期完成1项。",
        "next": NEXT,
    }
    assert section(report, "opening").text == (
        "2025年8月1日至2026年1月31日，后勤服务处按照学期工作计划推进3项工作，其中2项已完成。"
        "工作要点：守住安全底线。现将主要工作总结如下。"
    )
    assert report.title == "云起高级中学后勤服务处\n2025—2026学年第一学期工作总结"


def test_what_has_no_figure_is_not_told(head, semester):
    """Not even that there was no accident: a portal that nobody uses claims nothing."""
    report = actions.make(semester, language="zh-hans", by=head, at=OVER)
    said = {each.key: each.text for each in report.sections.all() if each.text}
    assert said == {
        "opening": "2025年8月1日至2026年1月31日，后勤服务处开展了各项后勤保障工作。"
        "现将主要工作总结如下。"
    }


def test_each_figure_keeps_the_list_that_proves_it(report, signed_in, head):
    proofs = section(report, "repairs").proofs
    assert [words for words, _path in proofs] == [
        "报修数: 4", "修复完成: 3 / 4 · 75%", "按时到场: 3 / 3 · 100%", "按时修好: 2 / 3 · 66%",
        "维修超时: 1 / 3 · 33%",
    ]  # fmt: skip
    browser = signed_in(head)
    found = [browser.get(path).context["found"].count for _words, path in proofs]
    assert found == [4, 3, 3, 2, 1]


def test_a_running_semester_is_compared_with_as_many_days(head, semester, faults):
    """On 8 October the autumn is 69 days old; the spring was so on 10 April, before its faults."""
    report = actions.make(semester, language="zh-hans", by=head, at=moment(2025, 10, 9))
    assert section(report, "repairs").text == (
        "共受理报修2件，已修复2件，修复率100%。按时到场率100%，按时修复率100%。"
    )


def test_it_can_be_written_in_english(head, semester, faults):
    report = actions.make(semester, language="en", by=head, at=OVER)
    assert section(report, "repairs").text == (
        "4 faults were reported, 2 faults more than in the last semester, 3 were mended, which is "
        "75%, 25 points less than in the last semester. 100% were visited in time, the same as in "
        "the last semester, 66% were mended in time, 16 points more than in the last semester."
    )


def test_notes_stand_after_the_figures(head, semester, faults, dispatcher):
    actions.write_note(
        semester, key="repairs", text="课间到场\r\n已成常态", photos=[], by=dispatcher, at=OVER
    )
    taken = actions.write_note(
        semester, key="repairs", text="多余", photos=[], by=dispatcher, at=OVER
    )
    actions.take_back(taken, by=head, at=OVER)
    report = actions.make(semester, language="zh-hans", by=head, at=OVER)
    assert section(report, "repairs").text == f"{REPAIRS}\n课间到场\n已成常态"


def test_a_semester_has_one_report_and_none_before_it_begins(report, head, semester):
    with pytest.raises(Refused, match="本学期已有工作总结"):
        actions.make(semester, language="en", by=head, at=OVER)
    SemesterReport.objects.all()
    later = type(semester).objects.create(
        school_year=semester.school_year, number=2, first_day="2026-02-10",
        last_day="2026-07-31", week_one="2026-02-23",
    )  # fmt: skip
    later.refresh_from_db()
    with pytest.raises(Refused, match="学期尚未开始"):
        actions.make(later, language="en", by=head, at=OVER)
