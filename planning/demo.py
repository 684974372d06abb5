"""Planning's part of the demo school: this semester's plan, brought up to the given day."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.demo import OFFICE
from campus.models import Department, InboxEntry, Person, Role, Semester
from campus.notices.actions import mark_all_read
from planning.actions import drafts, entries, items
from planning.models import Kind, PlanItem
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
    for week in range(-2, 3):
        fill_week(head, day - timedelta(days=day.weekday()) + timedelta(weeks=week))


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


def fill_week(head: Person, monday: date) -> None:
    """The office's standing appointments of one week."""
    for weekday, kind, title, starts_at, place in ENTRIES:
        day = monday + timedelta(days=weekday)
        entries.create(
            title=title, kind=kind, starts_on=day, ends_on=day, starts_at=starts_at, place=place,
            unit=head.department, for_pupils=kind == Kind.CLEANING, by=head, at=nine(monday),
        )  # fmt: skip


def nine(day: date) -> datetime:
    """Nine in the morning of `day`, school time."""
    return timezone.make_aware(datetime.combine(day, time(9)))
