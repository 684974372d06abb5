"""Proofs of norms and two incidents, as far as the demo school has come."""

from datetime import date
from random import Random

from campus.models import Person
from safety.actions import incidents, norms
from safety.demo.days import Days
from safety.models import NormRequirement

Every = NormRequirement.Every
# How far back a proof lies, by interval, and how many of ten requirements have one.
AGO = {Every.ONCE: 40, Every.WEEK: 3, Every.MONTH: 12, Every.SEMESTER: 30, Every.YEAR: 50}
PROVED_OF_TEN = 7


def fill(random: Random, day: date) -> None:
    """Most of what is required is proved; some of it should be again."""
    days, officer = Days(day), Person.objects.get(number="safety")
    for requirement in NormRequirement.objects.kept():
        if random.randrange(10) >= PROVED_OF_TEN:
            continue
        late = random.randrange(10) == 0 and requirement.every in (Every.WEEK, Every.MONTH)
        ago = AGO[Every(requirement.every)] + (20 if late else 0)
        norms.prove(
            requirement, on=days.ago(ago), note=f"{requirement.title}材料", by=officer,
            at=days.at(ago, 16),
        )  # fmt: skip
    happen(days, officer)


def happen(days: Days, officer: Person) -> None:
    """One real incident weeks ago, and one simulated to train for it."""
    warden = Person.objects.get(number="warden")
    at = days.at(34, 9)
    real = incidents.record(
        by=warden, at=at, title="雨天宿舍台阶湿滑，一名学生摔倒擦伤", level="minor",
        domain="building", happened_at=days.at(34, 8), hurt_pupils=1, hurt_staff=0,
        description="课间返回宿舍取物时在台阶滑倒，校医室清创处理，已通知家长。",
    )  # fmt: skip
    incidents.notify(real, notified_at=at, words="电话报区教育局安全科。", by=officer, at=at)
    incidents.handle(real, words="送校医室处理，台阶铺设防滑垫。", by=officer, at=days.at(33, 9))
    incidents.close(real, words="雨天由宿管员提前铺垫、值守提醒。", by=officer, at=days.at(31, 9))
    incidents.record(
        by=officer, at=days.at(3, 15), title="食堂疑似食物中毒处置推演", level="general",
        domain="food", happened_at=days.at(3, 14), hurt_pupils=0, hurt_staff=0, is_simulated=True,
        description="突发安全事件案例模拟训练：报告、救治、留样、家长沟通四个环节。",
    )  # fmt: skip
