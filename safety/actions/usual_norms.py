"""The nine norms that a school begins with.

The founding plan names three of the nine of its district's collection, which is not public; the
other six are made of the plan's key areas and marked as proposals. All is the school's to reword.
"""

from dataclasses import dataclass

PLAN = "新北区教育局2022版《平安校园安全管理规范汇编》（学校按本校文本修订）"
PROPOSED = "由工作计划重点领域归纳的建议稿，请按本校文本修订"


@dataclass(frozen=True)
class UsualNorm:
    """One norm, and its requirements as (kind, title, how often, whose work, where)."""

    code: str
    name: str
    duties: str
    requirements: tuple[tuple[str, str, str, str, str], ...]
    is_proposal: bool = True


NORMS = (
    UsualNorm(
        "rules", "制度规范",
        "校长是学校安全第一责任人；安全处统筹；各处室、年级按“一岗双责”落实。",
        (
            ("duty", "安全工作领导小组及岗位职责公布", "year", "safety_officer", ""),
            ("document", "安全管理制度汇编（含责任书）", "year", "head", ""),
            ("check", "安全工作例会", "month", "safety_officer", "/plan/meetings/"),
            ("evidence", "安全责任书签订留存", "year", "safety_officer", ""),
        ), is_proposal=False,
    ),
    UsualNorm(
        "hazards", "隐患排查",
        "安全员建立台账；处室每周自查，安全领导小组每月检查；整改人与复查人分开。",
        (
            ("duty", "隐患排查责任到人、到区域", "semester", "safety_officer", ""),
            ("document", "隐患排查治理制度（五落实、销号）", "year", "safety_officer", ""),
            ("check", "全校隐患排查", "month", "safety_officer", "/safety/hazards/"),
            ("evidence", "年度隐患整改销号登记表归档", "year", "safety_officer",
             "/safety/hazards/register/"),
        ), is_proposal=False,
    ),
    UsualNorm(
        "fire", "消防安全",
        "校长为消防安全责任人；消防安全管理人组织检查；宿管员负责夜间巡查。",
        (
            ("duty", "消防安全责任人、管理人明确", "year", "head", ""),
            ("document", "灭火和应急疏散预案", "year", "safety_officer", ""),
            ("check", "防火检查（至少每月一次）", "month", "safety_officer", ""),
            ("check", "消防设施全面检测（每年一次）", "year", "safety_officer", "/plan/papers/"),
            ("evidence", "灭火器材台账", "month", "safety_officer", "/safety/equipment/"),
        ), is_proposal=False,
    ),
    UsualNorm(
        "order", "校园治安",
        "安全处管理门卫与巡逻；来访登记；值班领导带班。",
        (
            ("duty", "门卫、巡逻、值班岗位职责", "year", "safety_officer", ""),
            ("document", "反恐防暴应急预案", "year", "safety_officer", ""),
            ("check", "技防设施（监控、一键报警）检查", "month", "safety_officer", ""),
            ("evidence", "值班记录", "week", "safety_officer", "/safety/duty/"),
        ),
    ),
    UsualNorm(
        "food", "食品安全",
        "校长负责制；食品安全总监、食品安全员日管控、周排查、月调度；每餐陪餐。",
        (
            ("duty", "食品安全总监、食品安全员任命", "year", "canteen_manager", ""),
            ("document", "食品安全管理制度与应急预案", "year", "canteen_manager", ""),
            ("check", "食品卫生专项检查", "semester", "canteen_manager", ""),
            ("evidence", "从业人员健康证在有效期内", "month", "canteen_manager", "/plan/papers/"),
        ),
    ),
    UsualNorm(
        "traffic", "交通安全",
        "德育处开展教育；车辆管理员管车辆与驾驶员；值班人员维持上下学秩序。",
        (
            ("duty", "上下学时段校门值守安排", "semester", "safety_officer", ""),
            ("document", "校内车辆与驾驶员管理制度", "year", "fleet_manager", ""),
            ("check", "车辆年检、保险在有效期内", "month", "fleet_manager", "/plan/papers/"),
            ("evidence", "交通安全专题教育", "semester", "safety_officer", "/safety/education/"),
        ),
    ),
    UsualNorm(
        "education", "安全教育",
        "德育处、年级组组织；班主任落实到班；按安全日历开展。",
        (
            ("duty", "各班安全教育责任人", "year", "safety_officer", ""),
            ("document", "学期安全教育计划", "semester", "safety_officer", ""),
            ("check", "防溺水、传染病防控、法治专题", "semester", "safety_officer",
             "/safety/education/"),
            ("evidence", "各班参加情况统计", "month", "safety_officer", "/safety/education/"),
        ),
    ),
    UsualNorm(
        "drills", "应急演练",
        "总指挥由校领导担任；安全处制订方案；班主任、宿管员清点人数。",
        (
            ("duty", "演练指挥与疏散引导岗位到人", "semester", "safety_officer", ""),
            ("document", "各类应急预案", "year", "safety_officer", ""),
            ("check", "应急疏散演练（每月至少一次）", "month", "safety_officer", "/safety/drills/"),
            ("check", "宿舍夜间疏散演练（每年至少两次）", "semester", "dorm_warden",
             "/safety/drills/year/"),
            ("evidence", "演练记录与总结", "month", "safety_officer", "/safety/drills/"),
        ),
    ),
    UsualNorm(
        "buildings", "校舍与实验室",
        "总务处管校舍；课程教学处管实验室；危化品双人双锁。",
        (
            ("duty", "校舍、实验室管理责任人", "year", "head", ""),
            ("document", "危险化学品管理制度", "year", "safety_officer", ""),
            ("check", "校舍安全检查（每月、每学期开学前）", "month", "safety_officer", ""),
            ("evidence", "危化品盘点记录（每半月）", "month", "safety_officer",
             "/safety/chemicals/"),
        ),
    ),
)  # fmt: skip
