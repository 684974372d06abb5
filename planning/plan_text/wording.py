"""What an item's words say about it: its kind and the pupils it concerns."""

from __future__ import annotations

import re

from planning.plan_text.script import twin

# First match wins, so the narrower words stand first: 演练 before 安全, 总结 before 检查.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("drill", r"演练|疏散|逃生|模拟训练|试鸣|应急处置"),
        # Who says 配合 first supports somebody else's event, whatever the event is about.
        ("event_support", r"^[\d.月日至~—-]*配合"),
        ("meeting", r"例会|会议|召开|座谈|推进会|部署会|班会|家长会|碰头会"),
        ("summary", r"总结|述职|考评|归档|汇总|核算|对账"),
        (
            "inspection",
            r"检查|排查|巡查|验收|抽查|自查|检测|普查|清查|清点|盘点|校验|年检|督查|测温|复审|核对|评比",
        ),
        ("education", r"教育|宣传|培训|讲座|主题|宣誓|考核|劝导|体验|竞赛|课堂|安全月"),
        ("duty", r"值班|值守|安全保卫|带班|值周|护校"),
        ("supplies", r"配备|发放|采购|领用|物资|用品|招标|储备|收取|领取|购置|钥匙|分发"),
        ("cleaning", r"清洁|清扫|大扫除|卫生|消毒|保洁|除湿|清运|清洗|垃圾|消杀"),
        (
            "maintenance",
            r"维修|维护|检修|保养|修缮|改造|安装|更换|翻修|维保|修补|修剪|调整|升级|加固|防冻|加装|紧固",
        ),
        ("event_support", r"配合|保障|布置|协助|筹备|搭建|服务|迎新|开学典礼|接待"),
    )
)
_COHORT = re.compile(
    r"西藏(?:班)?学生|新疆(?:班)?学生|内高班学生|高[一二三](?:[、和]高?[一二三])*(?:年级)?(?:新生|学生)?|"
    r"初[一二三](?:[、和]初?[一二三])*(?:年级)?|"
    r"[一二三四五六七八九](?:[、和][一二三四五六七八九])*年级|[1-9]年级|新生|毕业班|毕业生|住校生|住宿生|寄宿生|走读生|留校(?:考生|学生)|特长生|复读生"
)
_GRADE = re.compile(r"(高[一二三](?:[、和]高?[一二三])*|初[一二三](?:[、和]初?[一二三])*).*")


def kind_of(title: str) -> str:
    """The kind proposed by the item's words; "other" if none is known."""
    flat = twin(title)
    return next((kind for kind, words in _KINDS if words.search(flat)), "other")


def cohort_of(title: str) -> str:
    """The pupils an item names (`高一`, `西藏学生`), as written; "" for none."""
    match = _COHORT.search(twin(title))
    if not match:
        return ""
    words = title[match.start() : match.end()]
    grade = _GRADE.match(words)
    return grade[1] if grade else words
