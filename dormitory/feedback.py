"""What boarders are asked about their house, and who answers; the school keeps the list."""

from django.utils.translation import gettext_lazy as _

from campus.feedback.actions import lay_topics
from campus.feedback.registry import name_area
from campus.models import Role

AREA = "dormitory"
WARDENS = (Role.DORM_WARDEN,)
TOPICS = (
    ("hygiene", "卫生", "楼道、洗漱间、垃圾", WARDENS, (), False),
    ("quiet", "就寝与安静", "熄灯后、午休时", WARDENS, (), False),
    ("water", "水电热水", "时间、水温、用电", WARDENS, (), False),
    ("facilities", "设施家具", "坏了请直接报修，这里说不够用、不好用", WARDENS, (), False),
    ("staff", "宿管服务", "", (Role.STUDENT_AFFAIRS,), (), False),
    ("danger", "人身安全", "欺凌、违禁品、消防通道", (Role.DORM_WARDEN, Role.STUDENT_AFFAIRS),
     (Role.HEAD,), True),
    ("other", "其他", "", WARDENS, (), False),
)  # fmt: skip


def lay_usual_topics() -> None:
    """What most schools begin with."""
    lay_topics(AREA, TOPICS)


def hand_in() -> None:
    """Ask for feedback on the dormitory."""
    name_area(AREA, _("Dormitory"), "bed")
