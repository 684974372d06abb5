"""Those who cook: who they are, whether their certificate holds, where they work, how they are."""

from datetime import date
from decimal import Decimal

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person
from campus.tracking import tracked
from canteen.models.menu import Canteen
from canteen.models.sample import KitchenQuerySet
from canteen.models.standards import Standards
from planning.models import Paper
from planning.models.paper import PaperQuerySet

# The kind of paper by its code, see `canteen.actions.workers.certificate_kind`.
CERTIFICATE = "canteen_worker_health"

# Nobody works on a day that their certificate does not cover (食品安全法 45), before they are
# hired, after they have left, or when the morning check has taken them off. The rows that it
# follows from are held until the transaction ends, so that nobody changes them meanwhile.
ROSTERED_RIGHTLY = f"""
    PERFORM FROM canteen_canteenworker WHERE id = NEW.worker_id FOR SHARE;
    IF NEW.taken_off_at IS NOT NULL THEN
        RETURN NEW;
    END IF;
    PERFORM FROM planning_paper AS paper
        JOIN planning_paperkind AS kind ON kind.id = paper.kind_id
        JOIN django_content_type AS holder ON holder.id = paper.holder_type_id
        WHERE paper.id = NEW.certificate_id AND kind.code = '{CERTIFICATE}'
        AND holder.app_label = 'canteen' AND holder.model = 'canteenworker'
        AND paper.holder_id = NEW.worker_id AND paper.set_aside_on IS NULL
        AND coalesce(paper.issued_on, NEW.day) <= NEW.day AND paper.ends_on >= NEW.day
        FOR SHARE OF paper;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Worker % has no certificate that holds on %.', NEW.worker_id, NEW.day
        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_with_certificate';
    END IF;
    IF NOT EXISTS (
        SELECT FROM canteen_canteenworker AS worker WHERE worker.id = NEW.worker_id
        AND worker.hired_on <= NEW.day AND coalesce(worker.left_on, NEW.day) >= NEW.day
    ) THEN
        RAISE EXCEPTION 'Worker % is not there on %.', NEW.worker_id, NEW.day
        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_of_those_there';
    END IF;
    IF EXISTS (
        SELECT FROM canteen_morningcheck AS seen WHERE seen.worker_id = NEW.worker_id
        AND seen.day = NEW.day AND NOT seen.is_fit
    ) THEN
        RAISE EXCEPTION 'Worker % is off the line on %.', NEW.worker_id, NEW.day
        USING ERRCODE = 'check_violation', CONSTRAINT = 'roster_of_the_fit';
    END IF;
    RETURN NEW;
"""  # noqa: S608  # constants of this file


class CanteenWorkerQuerySet(KitchenQuerySet):
    """Those who cook in words."""

    def there(self, on: date) -> "CanteenWorkerQuerySet":
        """Those who work here on a day."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=on), hired_on__lte=on)

    def with_certificate(self, on: date) -> "CanteenWorkerQuerySet":
        """With whether a certificate of theirs holds on a day (`is_certified`)."""
        return self.annotate(is_certified=Exists(certificates().in_force(on)))

    def with_training(self, year: int) -> "CanteenWorkerQuerySet":
        """With the hours that they were trained in a year (`trained`, a Decimal), and whether these
        are fewer than the school asks for (`is_short`)."""
        theirs = Training.objects.filter(worker=OuterRef("pk"), on__year=year).order_by()
        hours = theirs.values("worker").annotate(hours=Sum("hours")).values("hours")
        wanted = Standards.objects.filter(pk=1).values("training_hours")
        counted = self.annotate(trained=Coalesce(Subquery(hours), Value(Decimal(0))))
        return counted.annotate(is_short=Q(trained__lt=Subquery(wanted)))


def certificates() -> PaperQuerySet:
    """The certificates of the worker of an outer query."""
    return Paper.objects.of_kind(CERTIFICATE).filter(
        holder_type__app_label="canteen", holder_type__model="canteenworker",
        holder_id=OuterRef("pk"),
    )  # fmt: skip


@tracked()
class CanteenWorker(models.Model):
    """Somebody who works in a kitchen (从业人员); no account, and no more than the job needs."""

    name = models.CharField(_("name"), max_length=40)
    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="workers", verbose_name=_("canteen")
    )
    job = models.CharField(_("job"), max_length=40)
    hired_on = models.DateField(_("hired on"))
    left_on = models.DateField(_("last day"), null=True, blank=True)
    note = models.CharField(_("remark"), max_length=200, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("name", "job"), output_field=SearchVectorField(), db_persist=True
    )

    objects = CanteenWorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("canteen worker")
        verbose_name_plural = _("canteen workers")
        ordering = ["canteen", "id"]
        indexes = [
            GinIndex(fields=["sought"], name="canteen_worker_sought"),
            models.Index(fields=["name", "id"], name="canteen_worker_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=F("hired_on")),
                name="worker_leaves_after_being_hired",
                violation_error_message=_("Nobody leaves before they are hired."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("canteen:worker", args=[self.pk])

    def is_there(self, on: date) -> bool:
        return self.hired_on <= on and (self.left_on is None or self.left_on >= on)


@tracked()
class Post(models.Model):
    """A post of a kitchen (后厨卡位), such as receiving or washing up, and who answers for it."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="posts", verbose_name=_("canteen")
    )
    name = models.CharField(_("name"), max_length=30)
    owner = models.ForeignKey(
        CanteenWorker, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("answers for it"),
    )  # fmt: skip
    is_kept = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("post of a kitchen")
        verbose_name_plural = _("posts of kitchens")
        ordering = ["canteen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "name"], name="post_name_once",
                violation_error_message=_("This canteen has a post of that name already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class RosterLineQuerySet(KitchenQuerySet):
    """Who works where in words."""

    def working(self) -> "RosterLineQuerySet":
        """Those who were not taken off."""
        return self.filter(taken_off_at=None)

    def lapsed(self) -> "RosterLineQuerySet":
        """Those whose certificate was set aside or cut short after they were rostered."""
        lost = Q(certificate__set_aside_on__isnull=False) | Q(certificate__ends_on__lt=F("day"))
        return self.working().filter(lost)


@tracked()
class RosterLine(models.Model):
    """Somebody at a post on a day, by the certificate that covers that day."""

    day = models.DateField(_("day"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="lines", verbose_name=_("post"))
    worker = models.ForeignKey(
        CanteenWorker, models.PROTECT, related_name="lines", verbose_name=_("worker")
    )
    certificate = models.ForeignKey(
        Paper, models.PROTECT, related_name="+", verbose_name=_("certificate")
    )
    taken_off_at = models.DateTimeField(_("taken off at"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = RosterLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a kitchen's roster")
        verbose_name_plural = _("lines of kitchens' rosters")
        ordering = ["day", "post", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "post", "worker"], name="roster_line_once",
                violation_error_message=_("They are at this post that day already."),
            )
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="rostered_rightly", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=ROSTERED_RIGHTLY,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.day} {self.post} {self.worker}"


class Symptom(models.IntegerChoices):
    """What a morning check may find, by the numbers of the usual form."""

    NONE = 0, pgettext_lazy("symptom", "Normal")
    FEVER = 1, pgettext_lazy("symptom", "Fever")
    NAUSEA = 2, pgettext_lazy("symptom", "Nausea")
    VOMITING = 3, pgettext_lazy("symptom", "Vomiting")
    DIARRHOEA = 4, pgettext_lazy("symptom", "Diarrhoea")
    BELLYACHE = 5, pgettext_lazy("symptom", "Bellyache")
    WOUND = 6, pgettext_lazy("symptom", "Wound")
    BURN = 7, pgettext_lazy("symptom", "Burn")
    ECZEMA = 8, pgettext_lazy("symptom", "Eczema")
    JAUNDICE = 9, pgettext_lazy("symptom", "Jaundice")
    SORE_THROAT = 10, pgettext_lazy("symptom", "Sore throat")
    COUGH = 11, pgettext_lazy("symptom", "Cough")
    OTHER = 12, pgettext_lazy("symptom", "Other")


@tracked()
class MorningCheck(models.Model):
    """How somebody was before work (晨检): symptoms by number, hands and clothes. Whoever is not
    fit is off the line that day."""

    worker = models.ForeignKey(
        CanteenWorker, models.PROTECT, related_name="checks", verbose_name=_("worker")
    )
    day = models.DateField(_("day"))
    symptoms = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("symptoms"))
    is_clean = models.BooleanField(_("hands, clothes, hair and nails in order"), default=True)
    is_fit = models.BooleanField(_("fit to work"), default=True)
    measures = models.CharField(_("what was done"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("checked by"))
    at = models.DateTimeField(_("at"))

    objects = KitchenQuerySet.as_manager()

    class Meta:
        verbose_name = _("morning check")
        verbose_name_plural = _("morning checks")
        ordering = ["-day", "id"]
        indexes = [models.Index(fields=["-day", "-id"], name="morning_check_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "day"], name="morning_check_once",
                violation_error_message=_("They were checked today already."),
            ),
            models.CheckConstraint(
                condition=Q(symptoms__len__gte=1, symptoms__contained_by=Symptom.values),
                name="morning_check_symptoms_known",
                violation_error_message=_("Symptoms have the numbers 0 to 12."),
            ),
            models.CheckConstraint(
                condition=Q(symptoms=[0], is_fit=True)
                | Q(is_fit=False) & ~Q(symptoms__contains=[0]),
                name="morning_check_fit_without_symptoms",
                violation_error_message=_("Whoever has a symptom is not fit to work."),
            ),
            models.CheckConstraint(
                condition=Q(is_fit=True, is_clean=True) | ~Q(measures=""),
                name="morning_check_followed_up",
                violation_error_message=_("Say what was done."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.worker} {self.day}"

    @property
    def told(self) -> str:
        """The symptoms in words."""
        return "、".join(str(Symptom(each).label) for each in self.symptoms)


@tracked()
class Training(models.Model):
    """Hours that somebody was trained."""

    worker = models.ForeignKey(
        CanteenWorker, models.PROTECT, related_name="trainings", verbose_name=_("worker")
    )
    on = models.DateField(_("day"))
    topic = models.CharField(_("about"), max_length=80)
    hours = models.DecimalField(_("hours"), max_digits=4, decimal_places=1)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("training of a worker")
        verbose_name_plural = _("trainings of workers")
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["worker", "on", "topic"], name="training_once",
                violation_error_message=_("This training is noted already."),
            ),
            models.CheckConstraint(
                condition=Q(hours__gt=0, hours__lte=24), name="training_hours_in_bounds",
                violation_error_message=_("Hours of a day are between 0.1 and 24."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.worker} {self.on} {self.hours}"
