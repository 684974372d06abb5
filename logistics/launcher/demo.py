"""Other systems of the demo school; their addresses lead nowhere."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.models import Person, Role
from logistics.launcher import actions
from logistics.launcher.models import LinkedSystem

# Name, host, icon, group, shown to, roles, remark.
SYSTEMS: tuple[tuple[str, str, str, str, str, list[Role], str], ...] = (
    ("协同办公", "oa", "apps", "办公", "staff", [], "公文流转与审批"),
    ("教务系统", "jw", "school", "教学", "all", [], "课表、成绩、选课"),
    ("综合素质评价", "zhsz", "chart-dots", "教学", "all", [], "学生成长记录与评价"),
    ("智能阅卷", "yj", "device-desktop", "教学", "staff", [], "网上阅卷与成绩分析"),
    ("教研平台", "jy", "world", "教学", "staff", [], "备课、听评课、课题"),
    ("数字图书馆", "lib", "books", "教学", "all", [], "馆藏检索与电子书"),
    ("学校邮箱", "mail", "mail", "办公", "staff", [], ""),
    ("一卡通", "card", "id-badge", "生活", "all", [], "消费与挂失"),
    ("财务报销", "fin", "building-bank", "办公", "staff", [], "单据提交与进度"),
    ("视频监控", "cam", "video", "安防", "staff", [Role.HEAD, Role.SAFETY_OFFICER], "仅限巡查"),
)  # fmt: skip
UNREAD = {"协同办公": 3, "学校邮箱": 12}
OPENED = ("教务系统", "学校邮箱", "财务报销")


def fill(random: Random, day: date) -> None:
    """The school's systems, of which the head has opened some; two say what is unread."""
    at = timezone.make_aware(datetime.combine(day, time(8)))
    admin, head = (Person.objects.get(number=number) for number in ("admin", "head"))
    for order, (name, host, icon, group, shown_to, roles, note) in enumerate(SYSTEMS, 1):
        actions.write_system(
            LinkedSystem(), name=name, address=f"https://{host}.yunqi.example/", icon=icon,
            group=group, shown_to=shown_to, roles=[str(role) for role in roles], note=note,
            order=order, by=admin, at=at,
        )  # fmt: skip
    for minutes, name in enumerate(OPENED):
        system = LinkedSystem.objects.get(name=name)
        actions.note_use(system, by=head, at=at + timedelta(minutes=minutes))
    for name, count in UNREAD.items():
        system = LinkedSystem.objects.get(name=name)
        actions.take_counts(system, {"head": count}, said_at=at)
