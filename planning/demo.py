"""Planning's part of the demo school: this semester's plan, brought up to the given day."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from campus.demo import OFFICE
from campus.models import Department, InboxEntry, Person, Place, Role, Semester
from campus.notices.actions import mark_all_read
from campus.school_time.calendar import school_calendar
from planning.actions import (
    action_items,
    drafts,
    entries,
    items,
    meetings,
    minutes,
    papers,
    rolls,
)
from planning.actions.minutes import Decided
from planning.models import ActionItem, Attendee, Kind, Meeting, PaperKind, PlanItem
from planning.plan_text import read_plan

AUTUMN = """云起高级中学{year}-{next}学年度第一学期后勤服务处工作计划

  新学期，后勤服务处围绕学校中心工作，把师生的安全放在首位，把服务做到教室、宿舍和餐桌边。

一、守住校园安全底线

落实安全责任，隐患有台账、整改有结果、演练有记录，让校园每个角落都有人看护。

二、做细做实后勤服务

报修件件有回音，宿舍有温度，食堂有口碑，环境有专人，用车有节制。

三、用数字化帮后勤减负

把纸上的台账搬到线上，一次录入、处处可查。

学期工作具体安排：

八月份：
   1、教室、宿舍、食堂和办公用房的设备检修。
   2新学期教学、办公、保洁、劳保用品的采购与发放。
   3、校园环境大整治，清运杂物，全面消毒。
   4、高一新生宿舍消防逃生演练。

九月份：
  1召开安全工作例会。
  2、召集全体舍长开会，启动宿舍自主管理月。
3、做好体育健康节的场地、器材与用电保障。
4、西藏学生宿舍消防逃生与灭火器使用演练。
5交通安全主题教育。

十月份：
1、校舍安全全面检查。
2、食品卫生专项检查，饮食卫生与秋季传染病防控宣传。
3、实验室危化品泄漏应急演练。

十一月份：
111.9消防日主题教育。
2、期中考试后勤保障。
  3环境卫生检查，做好爱国卫生工作。
4、做好科技创新节的场馆与用电保障。
5、高二学生教室防震逃生演练。

十二月份：
  1水电与消防大检查，排除隐患。
2、设施设备防冻维护。
3、做好校园文化节的舞台与秩序保障。
4、突发安全事件案例模拟训练。

一月份：（{next}年）
   1、期末考试后勤保障。
   2、各处室、教室、宿舍、专用教室公物验收。
   3、后勤服务处学期工作总结。
   4、寒假值班与校园安全保卫。
"""

SPRING = """云起高级中学{year}-{next}学年度第二学期后勤服务处工作计划

一、守住校园安全底线

二、做细做实后勤服务

三、用数字化帮后勤减负

学期工作具体安排：

二月份：
   1、开学前校舍、宿舍、食堂的安全检查。
   2新学期教学、办公、保洁用品发放。
   3、校园环境整治与消毒。

三月份：
1、安全工作例会，部署春季安全工作。
2、中小学生安全教育日主题教育。
3、春季植绿与绿化养护。
4、全体舍长会议。

四月份：
1、爱国卫生月环境卫生检查。
2、期中考试后勤保障。
3、高一学生教室防震逃生演练。

五月份：
15.12防灾减灾日应急疏散演练。
2、防汛物资检查与补充。
3、空调清洗与检修。

六月份：
1、安全生产月专项检查。
2、高考与学业考试后勤保障。
3、食堂夏季饮食卫生专项检查。

七月份：
   1、期末考试后勤保障。
   2、毕业班宿舍、教室公物验收。
   3、后勤服务处学期工作总结。
   4、暑期值班与校园安全保卫。
"""

# Who answers for which kind of work, by the number of the demo account.
OWNERS = {
    Kind.DRILL: "safety", Kind.INSPECTION: "safety", Kind.EDUCATION: "safety",
    Kind.MAINTENANCE: "technician", Kind.SUPPLIES: "dispatcher", Kind.CLEANING: "cleaning",
    Kind.EVENT_SUPPORT: "dispatcher", Kind.MEETING: "head", Kind.DUTY: "head",
    Kind.SUMMARY: "head", Kind.OTHER: "dispatcher",
}  # fmt: skip
NOTES = ("已按计划完成，照片和签到表存档。", "完成，发现的小问题当场处理。", "完成，参与情况良好。")
ENTRIES = (
    (0, Kind.MEETING, "后勤例会：上周报修与本周安排", time(8, 20), "行政楼302"),
    (1, Kind.INSPECTION, "消防泵与应急照明测试", time(14, 0), "水泵房"),
    (3, Kind.MAINTENANCE, "致知楼电梯月度保养", time(16, 30), "致知楼"),
    (4, Kind.CLEANING, "周五大扫除", time(15, 40), ""),
)


def fill(random: Random, day: date) -> None:
    """Adopt the running plan, move its past items on, and fill the weeks around `day`."""
    head = Person.objects.get(number="head")
    semester = Semester.objects.current(day)
    if semester is None:
        raise ValueError("The ground's part lays the semesters first.")
    adopt_plan(semester, head)
    name_owners(head, day)
    read_all(day)
    settle_past_items(random, head, day)
    hold_meetings(head, day)
    for week in range(-2, 3):
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=week)
        fill_week(head, monday, at=nine(min(monday, day)))
    write_papers(random, head, day)


def adopt_plan(semester: Semester, head: Person) -> None:
    """Draft and adopt the plan a week before the semester's first day, as a school would."""
    year = semester.school_year.starts_in
    text = (AUTUMN if semester.number == Semester.Number.FIRST else SPRING).format(
        year=year, next=year + 1
    )
    at = nine(semester.first_day - timedelta(days=7))
    office = Department.objects.get(name=OFFICE)
    draft = drafts.draft_plan(
        read_plan(text), text=text, semester=semester, department=office, by=head, at=at
    )
    drafts.adopt(draft, by=head, at=at)


def name_owners(head: Person, day: date) -> None:
    """Somebody for each item, but for coming events: those wait in the head's My day."""
    accounts = {person.number: person for person in Person.objects.filter(duties__role__in=Role)}
    coming = PlanItem.objects.filter(kind=Kind.EVENT_SUPPORT, ends_on__gte=day)
    for item in PlanItem.objects.exclude(pk__in=coming):
        items.give_owner(
            item, to=accounts[OWNERS[Kind(item.kind)]], by=head, at=item.plan.adopted_at
        )


def read_all(day: date) -> None:
    """What was told long ago has been read."""
    newest = InboxEntry.objects.order_by("-pk").first()
    for person in Person.objects.filter(inbox__read_at=None, inbox__isnull=False).distinct():
        mark_all_read(by=person, at=nine(day), newest=newest.pk if newest else 0)


def settle_past_items(random: Random, head: Person, day: date) -> None:
    """What lies behind `day` is done but for the last thing; two things are under way."""
    past = list(PlanItem.objects.filter(ends_on__lt=day))
    for item in past[:-1]:
        at = nine(item.ends_on - timedelta(days=random.randrange(4)))
        items.move(
            item, PlanItem.Status.DONE, note=random.choice(NOTES), by=item.owner or head, at=at
        )
    running = PlanItem.objects.filter(starts_on__lte=day, ends_on__gte=day).exclude(
        kind=Kind.EDUCATION
    )
    for item in running[:2]:
        items.move(item, PlanItem.Status.UNDER_WAY, by=item.owner or head, at=nine(day))


def fill_week(head: Person, monday: date, *, at: datetime) -> None:
    """The office's standing appointments of one week, written at that moment."""
    for weekday, kind, title, starts_at, place in ENTRIES:
        day = monday + timedelta(days=weekday)
        entries.create(
            title=title, kind=kind, starts_on=day, ends_on=day, starts_at=starts_at, place=place,
            unit=head.department, for_pupils=kind == Kind.CLEANING, by=head, at=at,
        )  # fmt: skip


def nine(day: date) -> datetime:
    """Nine in the morning of `day`, school time."""
    return timezone.make_aware(datetime.combine(day, time(9)))


# -- meetings

SAFETY_AGENDA = {
    "上次会议督办事项完成情况": "应急照明更换、消防通道清理两项已完成，其余按期推进。",
    "本周隐患排查通报": "共查出一般隐患五处，其中食堂后厨线路老化一处，已断电并报修。",
    "下阶段安全工作安排": "各楼栋管理员每天放学后巡查一次，重点看门窗、电器和消防通道。",
}
LEADERS_AGENDA = {
    "文明宿舍评比说明": "评比每月一次，内务、卫生、纪律三项，分数每周公布到寝室。",
    "就寝纪律与用电安全": "熄灯后不使用大功率电器，发现插线板私拉及时告诉宿管老师。",
    "同学们的意见": "希望洗衣房周末延长开放时间；热水供应时间再晚半小时。",
}


def hold_meetings(head: Person, day: date) -> None:
    """Meetings behind `day` with minutes and what came of them, one to be minuted, two to come."""
    people = {
        number: Person.objects.get(number=number)
        for number in ("safety", "warden", "technician", "dispatcher", "cleaning", "canteen")
    }
    calendar = school_calendar()
    safety, warden = people["safety"], people["warden"]
    leading = [people[each] for each in ("technician", "dispatcher", "cleaning", "canteen")]
    before = calendar.working_days_from(day, -6)
    due = [calendar.working_days_from(day, days) for days in (-2, 3, 6)]
    tasks = zip(
        ("更换三楼应急照明灯", "整改食堂后厨线路", "修订楼栋巡查表"), leading, due, strict=False
    )
    publish_one(
        call_one(safety, "安全工作例会", Meeting.Kind.SAFETY, before, leading, SAFETY_AGENDA,
                 recorder=people["dispatcher"], open_minutes=True),
        [Decided(text=text, owner=owner, due_on=by_day) for text, owner, by_day in tasks],
        SAFETY_AGENDA,
    )  # fmt: skip
    publish_one(
        call_one(warden, "全体舍长会议", Meeting.Kind.DORM_LEADERS,
                 calendar.working_days_from(day, -9), [], LEADERS_AGENDA, recorder=warden,
                 roles=[Role.DORM_LEADER]),
        [Decided(text="洗衣房周末开放时间延长到21:00", owner=warden, due_on=due[1])],
        LEADERS_AGENDA,
    )  # fmt: skip
    settle_actions(head, safety, day)
    open_one(
        call_one(head, "后勤工作例会", Meeting.Kind.REGULAR, calendar.working_days_from(day, -1),
                 leading, {"上周报修情况": "", "水电检查安排": ""}, recorder=people["dispatcher"])
    )  # fmt: skip
    call_one(head, "后勤工作例会", Meeting.Kind.REGULAR, calendar.working_days_from(day, 1),
             leading, {"物资采购进度": "", "公物验收分工": ""}, at=nine(day))  # fmt: skip
    call_one(people["canteen"], "食堂学生监督管理委员会例会", Meeting.Kind.COMMITTEE,
             calendar.working_days_from(day, 4), [], {"菜品与价格意见": "", "后厨参观安排": ""},
             roles=[Role.CANTEEN_COMMITTEE], at=nine(day))  # fmt: skip


def call_one(
    chair: Person, title: str, kind: str, day: date, people: list[Person],
    agenda: dict[str, str], **facts: Any,
) -> Meeting:  # fmt: skip
    """A meeting at four in the afternoon, called two days ahead unless `at` says when."""
    starts_at = timezone.make_aware(datetime.combine(day, time(16)))
    room = Place.objects.filter(kind=Place.Kind.ROOM, name__contains="会议室").first()
    return meetings.call(
        title=title, kind=kind, chair=chair, people=people, agenda=list(agenda),
        starts_at=starts_at, ends_at=starts_at + timedelta(minutes=50), place=room, by=chair,
        **{"roles": [], "departments": [], "at": starts_at - timedelta(days=2), **facts},
    )  # fmt: skip


def open_one(meeting: Meeting) -> None:
    """Held, everybody there but one who came late."""
    meetings.begin(meeting, by=meeting.chair, at=meeting.starts_at)
    roll = list(meeting.attendees.order_by("pk"))
    said = {each.pk: Attendee.Presence.PRESENT.value for each in roll}
    said[roll[-1].pk] = Attendee.Presence.LATE
    rolls.call_roll(meeting, said=said, guests=[], at=meeting.starts_at)


def publish_one(meeting: Meeting, decisions: list[Decided], agenda: dict[str, str]) -> None:
    """Held, minuted and published at its end."""
    open_one(meeting)
    said = {point.pk: agenda[point.title] for point in meeting.agenda.all()}
    by, at = meeting.chair, meeting.ends_at
    minutes.keep_minutes(meeting, minutes=said, decisions=decisions, by=by, at=at)
    meetings.publish(meeting, by=by, at=at)


def settle_actions(head: Person, chair: Person, day: date) -> None:
    """The first is done and accepted, the second is done and waits, the third is under way."""
    first, second, third = ActionItem.objects.filter(meeting__chair=chair).order_by("pk")
    morning = nine(day)
    for action, days in ((first, 3), (second, 1)):
        assert action.assignee is not None
        done_at = morning - timedelta(days=days)
        action_items.finish(action, words="已完成，现场查看正常。", by=action.assignee, at=done_at)
    action_items.accept(first, by=chair, at=morning - timedelta(days=2))
    assert third.assignee is not None
    action_items.begin(third, by=third.assignee, at=morning - timedelta(days=1))
    loose = action_items.raise_action(
        title="核对寒假值班表电话", owner=chair, due_on=school_calendar().working_days_from(day, 5),
        by=head, at=morning - timedelta(days=1),
    )  # fmt: skip
    action_items.begin(loose, by=chair, at=morning)


def write_papers(random: Random, head: Person, day: date) -> None:
    """Health certificates of the canteen, licences of drivers, the yearly checks: most have months
    left, some end soon, one has ended."""
    at = nine(day)
    kinds = {kind.code: kind for kind in papers.lay_usual_kinds(by=head, at=at)}
    cooks = Person.objects.staff().filter(department__name="膳食科").order_by("number")
    left = [-3, 5, 20, 27, 45, 80]
    for index, cook in enumerate(cooks):
        left_days = left[index] if index < len(left) else random.randrange(90, 350)
        holds(kinds["health_certificate"], cook, day, left_days, by=head, at=at)
    driver = Person.objects.get(number="driver")
    holds(kinds["driving_licence"], driver, day, 58, by=head, at=at)
    for code, left_days in (("A-ST", 88), ("A-SS1", 12), ("A-SS2", 200), ("A-SY", 150)):
        place = Place.objects.get(code=code)
        kind = kinds["food_licence" if code == "A-ST" else "fire_check"]
        holds(kind, place, day, left_days, by=head, at=at)


def holds(
    kind: PaperKind, holder: Person | Place, day: date, left: int, *, by: Person, at: datetime
) -> None:
    """A paper that has `left` days on `day`."""
    ends_on = day + timedelta(days=left)
    issued_on = ends_on - timedelta(days=(kind.months or 12) * 30)
    papers.record(kind, holder, by=by, at=at, issued_on=issued_on, ends_on=ends_on)
