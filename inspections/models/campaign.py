"""Campaigns: many areas looked at by teams until a day, such as before a holiday (专项检查)."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place
from campus.tracking import tracked
from inspections.models.checklist import SEE_ALL, Checklist
from inspections.models.inspection import Inspection
from planning.models import PlanItem


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns in words."""

    def visible_to(self, person: Person) -> "CampaignQuerySet":
        """Head and administrators see all; staff those they lead, belong to, or whose checklist
        they answer for."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        theirs = Checklist.objects.walked_by(person) | Checklist.objects.signed_by(person)
        areas = CampaignArea.objects.of_team(person).order_by().values("campaign")
        own = Q(leader=person) | Q(pk__in=areas)
        return self.filter(own | Q(checklist__in=theirs.order_by().values("pk")))


@tracked()
class Campaign(models.Model):
    """A sweep over several areas by one checklist until a day, led by one person.

    Each area is to show `min_photos` photos at the least; three is what a boarding school asks of
    its own sweeps before holidays.
    """

    class Status(models.TextChoices):
        """Prepared, under way, closed with a summary."""

        PREPARED = "prepared", pgettext_lazy("state of a campaign", "In preparation")
        UNDER_WAY = "under_way", _("Under way")
        CLOSED = "closed", pgettext_lazy("state of a campaign", "Closed out")

    MOVES = {Status.PREPARED: {Status.UNDER_WAY}, Status.UNDER_WAY: {Status.CLOSED}}

    title = models.CharField(_("title"), max_length=80)
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="campaigns", verbose_name=_("checklist")
    )
    leader = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("led by"))
    starts_on = models.DateField(_("from"))
    due_on = models.DateField(_("to be done by"))
    min_photos = models.PositiveSmallIntegerField(_("photos of each area at least"), default=3)
    note = models.TextField(_("what matters this time"), max_length=2000, blank=True, default="")
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.PREPARED)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    summary = models.TextField(_("summary"), max_length=4000, blank=True, default="")
    closed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="campaigns", verbose_name=_("plan item"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "note"), output_field=SearchVectorField(), db_persist=True
    )

    objects = CampaignQuerySet.as_manager()

    class Meta:
        verbose_name = _("inspection campaign")
        verbose_name_plural = _("inspection campaigns")
        ordering = ["-starts_on", "-id"]
        indexes = [
            GinIndex(fields=["sought"], name="campaign_sought"),
            models.Index(fields=["-starts_on", "-id"], name="campaign_latest"),
            models.Index(
                fields=["plan_item"],
                condition=Q(plan_item__isnull=False),
                name="campaign_of_plan_item",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["prepared", "under_way", "closed"]),
                name="campaign_status_known",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("starts_on")),
                name="campaign_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(min_photos__lte=10),
                name="campaign_asks_for_few_photos",
                violation_error_message=_("Ask for ten photos at the most."),
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_at__isnull=False, closed_by__isnull=False)
                & ~Q(summary="")
                | ~Q(status="closed") & Q(closed_at=None, closed_by=None),
                name="campaign_closed_by_somebody",
                violation_error_message=_("Write a summary."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("inspections:campaign", args=[self.pk])


class CampaignAreaQuerySet(models.QuerySet["CampaignArea"]):
    """Areas in words."""

    def visible_to(self, person: Person) -> "CampaignAreaQuerySet":
        """As the campaign: its photos are seen by whoever sees it."""
        return self.filter(campaign__in=Campaign.objects.visible_to(person).order_by())

    def of_team(self, person: Person) -> "CampaignAreaQuerySet":
        """Those whose team the person belongs to."""
        named = Q(leader=person) | Q(convener=person) | Q(recorder=person)
        return self.filter(Q(pk__in=CampaignArea.objects.filter(members=person)) | named)


@tracked()
class CampaignArea(models.Model):
    """One area of a campaign: a place, the leader who goes along, who calls the team together
    (召集人), who collects what was found and photographed (收资料登记), and the others."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="areas")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    leader = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("leader who goes along"),
    )  # fmt: skip
    convener = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("convener")
    )
    recorder = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("recorder")
    )
    members = models.ManyToManyField(
        Person, related_name="+", blank=True, verbose_name=_("further members")
    )
    inspection = models.OneToOneField(
        Inspection, models.PROTECT, null=True, blank=True, related_name="area"
    )

    objects = CampaignAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area of a campaign")
        verbose_name_plural = _("areas of campaigns")
        ordering = ["campaign", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "place"], name="area_once_per_campaign",
                violation_error_message=_("This place is an area of the campaign already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.place} · {self.campaign}"

    def get_absolute_url(self) -> str:
        return f"{self.campaign.get_absolute_url()}#area-{self.pk}"

    def has_in_team(self, person: Person) -> bool:
        """Whether the person belongs to the team; members cost a query."""
        if person.pk in (self.leader_id, self.convener_id, self.recorder_id):
            return True
        return any(member.pk == person.pk for member in self.members.all())
