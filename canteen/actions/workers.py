"""What happens to those who cook: written down, certified, rostered, looked at, trained."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.notices.actions import tell
from campus.storing import store
from canteen.actions.telling import TOPIC, kitchen
from canteen.models import Canteen, CanteenWorker, MorningCheck, Post, RosterLine, Training
from canteen.models.worker import CERTIFICATE
from planning.actions import papers
from planning.models import Paper, PaperKind

OFF = gettext_noop("%(worker)s is off the line today")
WEEK = timedelta(days=7)


@transaction.atomic
def write_worker(
    worker: CanteenWorker, *, by: Person, at: datetime, **fields: Any
) -> CanteenWorker:
    """Write down somebody who works in a kitchen, or change what is said.

    Raises ValidationError.
    """
    if worker.pk:
        worker = locked(worker)
    for name, value in fields.items():
        setattr(worker, name, value)
    store(worker)
    return worker


def locked(worker: CanteenWorker) -> CanteenWorker:
    """The worker as they stand: all that is said of their day stands behind each other."""
    return CanteenWorker.objects.select_for_update(of=("self",)).get(pk=worker.pk)


@transaction.atomic
def write_post(post: Post, *, by: Person, at: datetime, **fields: Any) -> Post:
    """Lay a post of a kitchen, or say who answers for it. Raises ValidationError."""
    for name, value in fields.items():
        setattr(post, name, value)
    store(post)
    return post


# The usual posts of a school kitchen, from what comes in to what is washed; the school's to change.
USUAL_POSTS = (
    gettext_noop("Receiving"), gettext_noop("Storage"), gettext_noop("Rough preparation"),
    gettext_noop("Cutting"), gettext_noop("Cooking"), gettext_noop("Pastry"),
    gettext_noop("Portioning"), gettext_noop("Serving"), gettext_noop("Samples"),
    gettext_noop("Washing and disinfection"), gettext_noop("Cleaning of the hall"),
    gettext_noop("Waste"), gettext_noop("Changing room"),
)  # fmt: skip


@transaction.atomic
def lay_posts(canteen: Canteen, *, by: Person, at: datetime) -> list[Post]:
    """Add the usual posts that a canteen lacks; those there are stay."""
    known = set(Post.objects.filter(canteen=canteen).values_list("name", flat=True))
    laid = [Post(canteen=canteen, name=_(name)) for name in USUAL_POSTS if _(name) not in known]
    for post in laid:
        store(post)
    return laid


# Certificates


def certificate_kind() -> PaperKind:
    """The kind of paper that health certificates of workers are; laid when it is first asked for.
    It holds for a year (食品安全法 45)."""
    kind, _made = PaperKind.objects.get_or_create(
        code=CERTIFICATE,
        defaults={
            "name": _("Health certificate of a canteen worker"), "months": 12,
            "holder_type": ContentType.objects.get_for_model(CanteenWorker),
            "role": Role.CANTEEN_MANAGER,
        },
    )  # fmt: skip
    return kind


@transaction.atomic
def certify(
    worker: CanteenWorker, *, issued_on: date, ends_on: date, number: str = "",
    attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
) -> Paper:  # fmt: skip
    """Write down a health certificate; it takes the place of one that ends sooner.

    Raises Refused for one that is issued in the future, ValidationError.
    """
    if issued_on > timezone.localtime(at).date():
        raise Refused(_("A certificate is not issued in the future."))
    worker = locked(worker)
    facts: Any = {
        "issued_on": issued_on, "ends_on": ends_on, "number": number, "by": by, "at": at,
        "attachments": attachments,
    }  # fmt: skip
    kind = certificate_kind()
    before = Paper.objects.of(worker).of_kind(kind).watched().order_by("-ends_on").first()
    if before and before.ends_on < ends_on:
        return papers.renew(before, **facts)
    return papers.record(kind, worker, **facts)


def certificate_on(worker: CanteenWorker, day: date) -> Paper | None:
    """The certificate that covers a day, held until the transaction ends."""
    # The conditions stand on the row itself: whoever waits for it looks at them anew.
    return Paper.objects.valid(worker, CERTIFICATE, day).select_for_update(of=("self",)).first()


# The roster


@transaction.atomic
def roster(worker: CanteenWorker, *, post: Post, day: date, by: Person, at: datetime) -> RosterLine:
    """Put somebody at a post for a day. Raises Refused without a certificate that covers the day,
    for somebody who is not there or off the line; ValidationError."""
    worker = locked(worker)
    if reason := refusal(worker, day):
        raise Refused(reason)
    certificate = certificate_on(worker, day)
    if certificate is None:
        raise Refused(
            _("%(worker)s has no health certificate that holds on %(day)s.")
            % {"worker": worker, "day": day.isoformat()}
        )
    line = RosterLine(day=day, post=post, worker=worker, certificate=certificate, by=by)
    if RosterLine.objects.filter(day=day, post=post, worker=worker).exists():
        raise Refused(_("They are at this post that day already."))
    store(line)
    return line


def refusal(worker: CanteenWorker, day: date) -> str:
    """Why somebody cannot be rostered, their certificate aside; empty where they can."""
    if not worker.is_there(day):
        return _("%(worker)s does not work here that day.") % {"worker": worker}
    if MorningCheck.objects.filter(worker=worker, day=day, is_fit=False).exists():
        return _("%(worker)s is off the line that day.") % {"worker": worker}
    return ""


@transaction.atomic
def unroster(line: RosterLine, *, by: Person, at: datetime) -> None:
    """Take somebody off a post of a day."""
    RosterLine.objects.select_for_update(of=("self",)).filter(pk=line.pk).delete()


@transaction.atomic
def copy_roster(
    canteen: Canteen, *, source: date, target: date, by: Person, at: datetime
) -> tuple[int, list[str]]:
    """Put everybody where they were the week from `source` on, the week from `target` on; how many,
    and the names of those who could not be, each once."""
    lines = RosterLine.objects.working().filter(
        post__canteen=canteen, post__is_kept=True, day__range=(source, source + WEEK - DAY)
    )  # fmt: skip
    made, left_out = 0, {}
    for line in lines.select_related("post", "worker").order_by("day", "id"):
        day = line.day + (target - source)
        there = RosterLine.objects.filter(day=day, post=line.post, worker=line.worker)
        if there.exists():
            continue
        if refusal(line.worker, day) or certificate_on(line.worker, day) is None:
            left_out[line.worker_id] = line.worker.name
            continue
        roster(line.worker, post=line.post, day=day, by=by, at=at)
        made += 1
    return made, list(left_out.values())


DAY = timedelta(days=1)


# Mornings


@transaction.atomic
def check_morning(
    worker: CanteenWorker, *, symptoms: Sequence[int], is_clean: bool = True, measures: str = "",
    by: Person, at: datetime,
) -> MorningCheck:  # fmt: skip
    """Note how somebody is before work; with a symptom they are off the line for the day, and the
    kitchen is told so, without the symptom. Raises Refused where they were checked today,
    ValidationError."""
    worker, day = locked(worker), timezone.localtime(at).date()
    if MorningCheck.objects.filter(worker=worker, day=day).exists():
        raise Refused(_("%(worker)s was checked today already.") % {"worker": worker})
    check = MorningCheck(
        worker=worker, day=day, symptoms=sorted(symptoms), is_clean=is_clean,
        is_fit=list(symptoms) == [0], measures=measures, by=by, at=at,
    )  # fmt: skip
    store(check)
    if not check.is_fit:
        take_off(worker, day, at=at)
    return check


def take_off(worker: CanteenWorker, day: date, *, at: datetime) -> None:
    """Off the line for the day: the roster says so, and the kitchen is told."""
    RosterLine.objects.working().filter(worker=worker, day=day).update(taken_off_at=at)
    path = reverse("canteen:roster", args=[worker.canteen_id])
    tell(
        kitchen(), key=f"off:{worker.pk}:{day}", topic=TOPIC, text=OFF,
        facts={"worker": worker.name}, path=f"{path}?day={day.isoformat()}", at=at,
        robots=False, mail=False,
    )  # fmt: skip


@transaction.atomic
def check_others(canteen: Canteen, *, by: Person, at: datetime) -> int:
    """Note that everybody who is at a post today and was not looked at yet is well; how many."""
    day = timezone.localtime(at).date()
    workers = CanteenWorker.objects.filter(
        pk__in=RosterLine.objects.working().filter(day=day, post__canteen=canteen).values("worker")
    ).exclude(pk__in=MorningCheck.objects.filter(day=day).values("worker"))
    found = list(workers.order_by("pk"))
    for worker in found:
        check_morning(worker, symptoms=[0], by=by, at=at)
    return len(found)


@transaction.atomic
def train(
    workers: Iterable[CanteenWorker], *, on: date, topic: str, hours: Decimal, by: Person,
    at: datetime,
) -> int:  # fmt: skip
    """Note that they were trained; how many. Raises Refused where one of them has it already,
    ValidationError."""
    count = 0
    for worker in workers:
        if Training.objects.filter(worker=worker, on=on, topic=topic).exists():
            raise Refused(_("%(worker)s has this training already.") % {"worker": worker})
        store(Training(worker=worker, on=on, topic=topic, hours=hours, by=by))
        count += 1
    return count
