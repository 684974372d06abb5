"""The demo school's report: notes of the semester, the report so far, two sections put into the
office's own words."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone
from django.utils.translation import override

from campus.models import Attachment, Duty, Person, Role, Semester
from campus.school_time.calendar import semester_of
from logistics.report import actions
from logistics.report.models import ReportSection, SemesterReport
from logistics.report.photos import photos_for

# Days before the day, who writes it, about what.
NOTES = (
    (40, Role.SAFETY_OFFICER, "safety",
     "与消防救援大队共建，首次在宿舍开展夜间盲演，学生自主担任楼层疏散引导员。"),
    (33, Role.DISPATCHER, "repairs",
     "推行“扫码报修、限时办结、回访评价”，教室多媒体故障做到课间到场。"),
    (21, Role.CANTEEN_MANAGER, "canteen",
     "膳食委员会提出的“清淡窗口”已开设，晚餐增加粗粮两种。"),
    (12, Role.CLEANING_SUPERVISOR, "cleaning",
     "包干区按班级重新划分，落叶季增加午间保洁一次。"),
    (6, Role.HEAD, "next", "推进宿舍热水系统改造前期论证；完善外包服务考核办法。"),
)  # fmt: skip
PROBLEMS = (
    "以上问题的主要原因：一是部分检查依赖纸质提醒，节假日前后容易漏查；二是老旧管线集中到期，"
    "零星维修难以根治；三是留样登记与出餐高峰冲突。对此将逐项明确责任人和完成时限。"
)
OPENING = "一学期来，全处同志以“安全第一、服务至上”为要求，主动靠前服务教育教学。"


def fill(random: Random, day: date) -> None:
    """Notes, then the report as the figures stood the afternoon before, then the head's own words.

    On `day` itself it may be morning still.
    """
    semester = semester_of(Semester.objects.select_related("school_year"), day)
    if semester is None:
        return
    for before, role, key, text in NOTES:
        written_on = max(day - timedelta(days=before), semester.first_day)
        person = holder(role)
        actions.write_note(
            semester, key=key, text=text, photos=[], by=person, at=at_time(written_on, 16)
        )
    head, eve = holder(Role.HEAD), max(day - timedelta(days=1), semester.first_day)
    with override(SemesterReport.Language.CHINESE):
        report = actions.make(
            semester, language=SemesterReport.Language.CHINESE, by=head, at=at_time(eve, 15)
        )
    put_into_words(report, head, eve)


def put_into_words(report: SemesterReport, head: Person, day: date) -> None:
    """Two sections edited, and photos below a third."""
    sections = {section.key: section for section in report.sections.select_related("report")}
    opening, problems = sections["opening"], sections["problems"]
    edit(opening, f"{opening.text}\n{OPENING}", head, at_time(day, 16))
    edit(problems, f"{problems.text}\n{PROBLEMS}", head, at_time(day, 17))
    photos: list[Attachment] = list(photos_for(sections["safety"], head)[:2])
    if photos:
        captions = {photo: f"隐患排查现场（{number}）" for number, photo in enumerate(photos, 1)}
        actions.choose_photos(sections["safety"], captions, by=head, at=at_time(day, 17))


def edit(section: ReportSection, text: str, by: Person, at: datetime) -> None:
    actions.edit(section, title=section.title, text=text, by=by, at=at)


def holder(role: Role) -> Person:
    return Duty.objects.filter(role=role).select_related("person")[0].person


def at_time(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
