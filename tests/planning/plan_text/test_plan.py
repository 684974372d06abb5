"""What is read besides the items: title, school year, aims, kinds, places in the text, doubts."""

from datetime import date

import pytest

from planning.plan_text import DOUBTS, NoSchedule, PlanText, ReadItem, read_plan, read_source
from planning.plan_text.wording import cohort_of, kind_of
from tests.planning.plan_text.plans import TITLE, case_files, read_case


def test_the_founding_plan_names_itself_and_its_aims():
    plan = read_plan(read_case(case_files()[0]))
    assert (plan.title, plan.school_year, plan.semester, plan.aims) == (
        "汀雨高级中学2025-2026学年度第一学期后勤服务处工作计划",
        2025,
        1,
        ["守住安全底线,织密校园防护网", "做细日常服务,夯实保障基础", "推进数字后勤,提高办事效率"],
    )


def test_a_plan_is_read_whole():
    assert read_plan(f"{TITLE}\n九月份：\n1、每周三，高一宿舍疏散演练。") == PlanText(
        title=TITLE,
        school_year=2025,
        semester=1,
        aims=[],
        items=[
            ReadItem(
                title="每周三，高一宿舍疏散演练",
                starts_on=date(2025, 9, 1),
                ends_on=date(2025, 9, 30),
                kind="drill",
                cohort="高一",
                recurs="weekly",
                line_no=3,
                source="1、每周三，高一宿舍疏散演练。",
            )
        ],
    )


@pytest.mark.parametrize(
    ("title", "school_year", "semester"),
    [
        ("汀雨中学2025-2026学年度第一学期总务工作计划", 2025, 1),
        ("汀雨中学2025—2026学年（下）总务工作计划", 2025, 2),
        ("汀雨中学2025学年第二学期总务工作计划", 2025, 2),
        ("汀雨中学2026年春季学期总务工作计划", 2025, 2),
        ("汀雨中学2025年秋季学期总务工作计划", 2025, 1),
        ("汀雨中学二〇二五至二〇二六学年度上学期总务工作计划", 2025, 1),
        ("汀雨中学2025～2026学年总务工作计划", 2025, None),
        ("汀雨中学2026年总务工作计划", 2026, None),
    ],
)
def test_the_title_names_the_term(title, school_year, semester):
    plan = read_plan(f"{title}\n三月\n1、检查")
    assert (plan.school_year, plan.semester) == (school_year, semester)


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["总务处工作计划", "发布时间：2023-08-26"], 2023),
        (["第二学期总务处工作计划", "发布时间：2024-02-20"], 2023),
        (["总务处工作计划"], 2025),
    ],
)
def test_a_year_that_is_not_named_is_guessed_and_doubted(lines, year):
    months = ["三月份", "1、检查"] if "第二" in lines[0] else ["九月份", "1、检查"]
    plan = read_plan("\n".join([*lines, *months]), today=date(2025, 9, 20))
    assert (plan.school_year, plan.items[0].doubts) == (year, ("year_guessed",))


def test_a_reversed_range_is_turned_and_doubted():
    item = read_plan(f"{TITLE}\n九月\n1、9月20日-9月10日检查").items[0]
    assert (item.starts_on, item.ends_on, item.doubts) == (
        date(2025, 9, 10),
        date(2025, 9, 20),
        ("range_reversed",),
    )


def test_a_date_inside_an_item_is_not_used_and_doubted():
    item = read_plan(f"{TITLE}\n九月\n1、布置9月20日的校园开放日").items[0]
    assert (item.starts_on, item.ends_on, item.doubts) == (
        date(2025, 9, 1),
        date(2025, 9, 30),
        ("date_inside",),
    )


def test_a_date_outside_the_semester_is_doubted():
    assert read_plan(f"{TITLE}\n五月\n1、检查").items[0].doubts == ("outside_semester",)


def test_the_same_item_twice_is_doubted():
    plan = read_plan(f"{TITLE}\n九月\n1、检查\n2、检查")
    assert [item.doubts for item in plan.items] == [(), ("duplicate",)]


def test_wrapped_lines_keep_their_source():
    item = read_plan(f"{TITLE}\n九月\n1、检查宿舍，\n整理内务。\n2、消毒。").items[0]
    assert (item.title, item.source, item.doubts) == (
        "检查宿舍，整理内务",
        "1、检查宿舍，\n整理内务。",
        ("wrapped",),
    )


@pytest.mark.parametrize("text", ["", "   ", "学校简介", "总务处工作要点\n一、安全\n1、检查消防。"])
def test_a_text_without_a_schedule_is_refused_in_one_sentence(text):
    with pytest.raises(NoSchedule) as refusal:
        read_plan(text)
    assert (refusal.value.code, refusal.value.sentence) == (
        "no_schedule",
        "The text contains no schedule with dated items.",
    )


def test_every_doubt_of_the_cases_has_its_sentence():
    found = set()
    for case in case_files():
        try:
            plan = read_plan(read_source(case.name, case.read_bytes()))
        except NoSchedule:
            continue
        found |= {doubt for item in plan.items for doubt in item.doubts}
    assert found - set(DOUBTS) == set()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("高一学生宿舍消防应急逃生演练", "drill"),
        ("学校安全工作例会", "meeting"),
        ("对全校校舍进行安全检查", "inspection"),
        ("交通安全专题教育活动", "education"),
        ("设施设备的防冻维护", "maintenance"),
        ("配备、发放各类用品", "supplies"),
        ("校园大扫除", "cleaning"),
        ("配合校园文化节系列活动", "event_support"),
        ("配合体育健康节系列活动(各类竞赛、趣味运动会)", "event_support"),
        ("9月5日配合疏散演练", "drill"),
        ("寒假值班,做好安全保卫工作", "duty"),
        ("本学期后勤服务处工作总结", "summary"),
        ("绿篱", "other"),
    ],
)
def test_a_kind_is_proposed_from_the_words(title, kind):
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("title", "cohort"),
    [
        ("高一新生宿舍演练", "高一"),
        ("西藏学生宿舍演练", "西藏学生"),
        ("高一、高二年级大扫除", "高一、高二"),
        ("毕业班教室清点", "毕业班"),
        ("校舍检查", ""),
    ],
)
def test_the_pupils_an_item_names(title, cohort):
    assert cohort_of(title) == cohort
