"""What happens to the criteria of major hazards."""

from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from campus.models import Person
from campus.storing import store
from safety.models import MajorCriterion

GUIDELINE = "《教育系统重大事故隐患判定指南》（教发厅函〔2024〕20号）"
# Where we have not read the guideline's own list, circumstances that a law forbids outright are
# proposed, each with that law; the school compares them with the guideline.
PROPOSED = "建议项，依据%s，请与判定指南核对"
EDUCATION, BUSES = PROPOSED % "《教育法》第七十三条", "《校车安全管理条例》"
CHEMICALS = PROPOSED % "《危险化学品安全管理条例》第二十四条、第二十五条"
EQUIPMENT = "《特种设备安全法》"
# The guideline's direct criteria of fire and the proposals, in our own words.
USUAL = (
    ("fire-duty", "fire", "没有建立消防安全责任制，各岗位责任没有落实到人", GUIDELINE),
    ("fire-basement", "fire", "学生宿舍设在地下室或半地下室", GUIDELINE),
    ("fire-panels", "fire", "教学楼、图书馆、食堂、宿舍存放易燃易爆品，或用非A级芯材彩钢板搭建",
     GUIDELINE),
    ("fire-systems", "fire", "自动报警、灭火、消火栓、防排烟设施缺失、不合标准或失效", GUIDELINE),
    ("fire-dorm", "fire", "学生宿舍没有自动报警系统，也没有联网的独立式探测器", GUIDELINE),
    ("fire-hot-work", "fire", "动火作业未经审批，或现场没有防护和看护", GUIDELINE),
    ("fire-e-bikes", "fire", "电动自行车或蓄电池在室内停放、充电，或飞线充电", GUIDELINE),
    ("fire-approval", "fire", "建筑未经消防设计审查或验收即投入使用", GUIDELINE),
    ("fire-exits", "fire", "安全出口数量不足，或疏散宽度不足标准的八成", GUIDELINE),
    ("fire-windows", "fire", "外窗被防盗网、广告牌等封堵，妨碍逃生和救援", GUIDELINE),
    ("fire-laboratory", "fire", "实验室易燃易爆品储存不符合规定", GUIDELINE),
    ("building", "building", "鉴定为D级的危房还在使用，或没有封闭、拆除", EDUCATION),
    ("building-known", "building", "已知校舍或设施有危险，却没有停用、警示和处理", EDUCATION),
    ("food", "food", "食堂没有取得食品经营许可，或许可已过期仍在供餐",
     PROPOSED % "《食品安全法》第三十五条"),
    ("food-health", "food", "没有有效健康证明的人员接触直接入口的食品",
     PROPOSED % "《食品安全法》第四十五条"),
    ("laboratory", "laboratory", "危险化学品没有放在专用仓库或专用柜，或没有专人管理", CHEMICALS),
    ("laboratory-toxic", "laboratory", "剧毒化学品没有单独存放，没有双人收发、双人保管", CHEMICALS),
    ("laboratory-records", "laboratory", "剧毒、易制爆化学品账物不符，去向说不清",
     PROPOSED % "《危险化学品安全管理条例》第二十三条"),
    ("traffic", "traffic", "接送学生的车辆没有校车使用许可或标牌", PROPOSED % BUSES),
    ("traffic-load", "traffic", "校车超员", PROPOSED % f"{BUSES}第三十四条"),
    ("traffic-check", "traffic", "校车没有按期做半年一次的安全技术检验，或带病上路",
     PROPOSED % f"{BUSES}第二十条"),
    ("crowd", "crowd", "上下学、下课时段疏散通道、楼梯、安全出口被占用、堵塞或锁闭",
     PROPOSED % "《消防法》第二十八条"),
    ("equipment", "equipment", "电梯、锅炉、压力容器没有办理使用登记",
     PROPOSED % f"{EQUIPMENT}第三十三条"),
    ("equipment-check", "equipment", "电梯、锅炉、压力容器超期未检或检验不合格仍在使用",
     PROPOSED % f"{EQUIPMENT}第四十条"),
    ("utilities", "utilities", "食堂使用燃气却没有装可燃气体报警装置，或装置失效",
     PROPOSED % "《安全生产法》"),
)  # fmt: skip


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
        MajorCriterion(code=code, domain=domain, text=text, source=source, position=position)
        for position, (code, domain, text, source) in enumerate(USUAL)
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
    store(criterion)
    return criterion
