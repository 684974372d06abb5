"""What happens to the criteria of major hazards."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from campus.models import Person
from safety.models import MajorCriterion

GUIDELINE = "《教育系统重大事故隐患判定指南》（教发厅函〔2024〕20号）"
# The guideline's direct criteria in our own words, those of fire one by one. Of its other fields
# each has a line that the school replaces by the circumstances it can meet.
USUAL = (
    ("fire-duty", "fire", "没有建立消防安全责任制，各岗位责任没有落实到人"),
    ("fire-basement", "fire", "学生宿舍设在地下室或半地下室"),
    ("fire-panels", "fire", "教学楼、图书馆、食堂、宿舍存放易燃易爆品，或用非A级芯材彩钢板搭建"),
    ("fire-systems", "fire", "自动报警、灭火、消火栓、防排烟设施缺失、不合标准或失效"),
    ("fire-dorm", "fire", "学生宿舍没有自动报警系统，也没有联网的独立式探测器"),
    ("fire-hot-work", "fire", "动火作业未经审批，或现场没有防护和看护"),
    ("fire-e-bikes", "fire", "电动自行车或蓄电池在室内停放、充电，或飞线充电"),
    ("fire-approval", "fire", "建筑未经消防设计审查或验收即投入使用"),
    ("fire-exits", "fire", "安全出口数量不足，或疏散宽度不足标准的八成"),
    ("fire-windows", "fire", "外窗被防盗网、广告牌等封堵，妨碍逃生和救援"),
    ("fire-laboratory", "fire", "实验室易燃易爆品储存不符合规定"),
    ("building", "building", "校舍安全：判定指南列出的直接判定情形（请写明）"),
    ("food", "food", "食品安全：判定指南列出的直接判定情形（请写明）"),
    ("laboratory", "laboratory", "实验实训：判定指南列出的直接判定情形（请写明）"),
    ("traffic", "traffic", "校车及校园交通：判定指南列出的直接判定情形（请写明）"),
    ("crowd", "crowd", "预防拥挤踩踏：判定指南列出的直接判定情形（请写明）"),
    ("equipment", "equipment", "特种设备：判定指南列出的直接判定情形（请写明）"),
    ("utilities", "utilities", "水电气热：判定指南列出的直接判定情形（请写明）"),
)


class CriterionFields(TypedDict, total=False):
    """What is said of a criterion."""

    domain: str
    text: str
    source: str
    position: int
    is_offered: bool


@transaction.atomic
def lay_usual_criteria() -> None:
    """Add those that come with the portal and are missing; safe to repeat, and what the school has
    worded or withdrawn itself stays so."""
    known = set(MajorCriterion.objects.values_list("code", flat=True))
    missing = [
        MajorCriterion(code=code, domain=domain, text=text, source=GUIDELINE, position=position)
        for position, (code, domain, text) in enumerate(USUAL)
        if code not in known
    ]
    MajorCriterion.objects.bulk_create(missing, ignore_conflicts=True)


@transaction.atomic
def write_criterion(
    criterion: MajorCriterion, *, by: Person, at: datetime, **fields: Unpack[CriterionFields]
) -> MajorCriterion:
    """Add a criterion, or change one. Raises ValidationError."""
    if criterion.pk:
        criterion = MajorCriterion.objects.select_for_update().get(pk=criterion.pk)
    for name, value in fields.items():
        setattr(criterion, name, value)
    criterion.full_clean()
    criterion.save()
    return criterion
