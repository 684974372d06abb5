"""The demo school's part: a request that waits for approval, one about data, a sealed log."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.audit.actions import record, seals
from campus.models import Duty, Person, Role
from campus.people import actions as people
from campus.privacy.actions import keeping, requesting, taking, yearly


def fill(random: Random, day: date) -> None:
    """A few days of the log, so that its pages are not empty."""
    who = {number: Person.objects.get(number=number) for number in ("head", "admin", "affairs")}
    pupil = Person.objects.get(number="pupil")
    start = timezone.make_aware(datetime.combine(day - timedelta(days=3), time(9)))
    record("password_given", by=who["admin"], at=start, about=pupil, ip="10.0.0.21")
    helper = Person.objects.staff().filter(duties=None).order_by("number").first()
    if helper:
        duty = Duty(person=helper, role=Role.DISPATCHER, starts_on=start.date())
        people.give_duty(duty, by=who["head"], at=start + timedelta(hours=1))
    requesting.ask(
        pupil, wants="erase", parts=["contact"], description="换了手机号，旧号码请删掉。", by=pupil,
        at=start + timedelta(hours=5),
    )  # fmt: skip
    taking.ask(
        list_name="people", query="kind=pupil&school_class=1", title="人员", on_paper=False,
        reason="消防演练点名", pupils=50, by=who["affairs"], at=start + timedelta(days=2),
    )  # fmt: skip
    yearly.lay(day.year)
    keeping.try_out(by=who["admin"], at=start + timedelta(days=2))
    seals.seal_days(at=start + timedelta(days=3))
    seals.check_seals(at=start + timedelta(days=3))
