"""Systems that the portal leads to, and which of them somebody has opened last."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Role
from campus.tracking import tracked

# An address by https without a name and password in it, or a path of this portal. Nothing else
# leads anywhere: neither http:// nor javascript: nor //another.host.
ADDRESS = r"^(https://[^\s/?#@\\]+([/?#][^\s\\]*)?|/([^/\s\\][^\s\\]*)?)$"
ADDRESS_WORDS = _("An address begins with https://, or with / for a page of this portal.")


class LinkedSystemQuerySet(models.QuerySet["LinkedSystem"]):
    """Systems in words."""

    def visible_to(self, person: Person) -> "LinkedSystemQuerySet":
        """Those that are shown to the person: for everybody or their sort, and where roles are
        named, for one of theirs."""
        if not person.is_active:
            return self.none()
        sort = LinkedSystem.For.PUPILS if person.is_pupil else LinkedSystem.For.STAFF
        held = [duty.role for duty in person.duties_today]
        fits = Q(roles=[]) | Q(roles__overlap=held)
        return self.filter(fits, is_offered=True, shown_to__in=[LinkedSystem.For.ALL, sort])


@tracked(leave_out=["secret", "said_at"])
class LinkedSystem(models.Model):
    """Another system of the school: a tile that opens its address in a tab of its own."""

    class For(models.TextChoices):
        """To whom it is shown."""

        ALL = "all", pgettext_lazy("shown to", "Staff and pupils")
        STAFF = "staff", pgettext_lazy("shown to", "Staff")
        PUPILS = "pupils", pgettext_lazy("shown to", "Pupils")

    class Icon(models.TextChoices):
        """What stands on its tile; of the portal's own set, so that nothing foreign is loaded."""

        APPS = "apps", pgettext_lazy("icon", "Squares")
        SCHOOL = "school", pgettext_lazy("icon", "Mortarboard")
        BOOKS = "books", pgettext_lazy("icon", "Books")
        MAIL = "mail", pgettext_lazy("icon", "Envelope")
        CALENDAR = "calendar-event", pgettext_lazy("icon", "Calendar")
        CHART = "chart-dots", pgettext_lazy("icon", "Chart")
        BANK = "building-bank", pgettext_lazy("icon", "Bank")
        BADGE = "id-badge", pgettext_lazy("icon", "Badge")
        VIDEO = "video", pgettext_lazy("icon", "Camera")
        CLOUD = "cloud", pgettext_lazy("icon", "Cloud")
        DESKTOP = "device-desktop", pgettext_lazy("icon", "Screen")
        WORLD = "world", pgettext_lazy("icon", "Globe")
        ROBOT = "robot", pgettext_lazy("icon", "Robot")

    name = models.CharField(
        _("name"), max_length=40, unique=True,
        error_messages={"unique": _("Another system has this name.")},
    )  # fmt: skip
    address = models.CharField(
        _("address"), max_length=300, validators=[RegexValidator(ADDRESS, ADDRESS_WORDS)]
    )
    icon = models.CharField(_("icon"), max_length=16, choices=Icon, default=Icon.APPS)
    group = models.CharField(pgettext_lazy("of systems", "group"), max_length=20, blank=True)
    shown_to = models.CharField(_("shown to"), max_length=8, choices=For, default=For.ALL)
    roles = ArrayField(
        models.CharField(max_length=32), default=list, blank=True, verbose_name=_("only for")
    )
    note = models.CharField(_("remark"), max_length=120, blank=True)
    order = models.PositiveSmallIntegerField(_("place in the order"), default=10)
    is_offered = models.BooleanField(pgettext_lazy("a system", "is shown"), default=True)
    # With it the system signs what it says of unread things; it lies sealed, empty where it may
    # say nothing.
    secret = models.CharField(max_length=300, blank=True, editable=False)
    # The moment of the last that it has said: what is older, or said again, changes nothing.
    said_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = LinkedSystemQuerySet.as_manager()

    class Meta:
        verbose_name = _("linked system")
        verbose_name_plural = _("linked systems")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(address__regex=ADDRESS), name="linked_system_address_is_safe",
                violation_error_message=ADDRESS_WORDS,
            ),
            models.CheckConstraint(
                condition=Q(
                    icon__in=[
                        "apps", "school", "books", "mail", "calendar-event", "chart-dots",
                        "building-bank", "id-badge", "video", "cloud", "device-desktop", "world",
                        "robot",
                    ]
                ),
                name="linked_system_icon_known",
            ),
            models.CheckConstraint(
                condition=Q(shown_to__in=["all", "staff", "pupils"]),
                name="linked_system_shown_to_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Where its keeper changes it."""
        return reverse("launcher:edit", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for roles that there are not."""
        if set(self.roles) - set(Role.values):
            raise ValidationError({"roles": _("There is no such role.")})

    @property
    def roles_in_words(self) -> str:
        """The roles that it is for; empty for all."""
        return "、".join(str(Role(role).label) for role in self.roles)


class UnreadCount(models.Model):
    """How many unread things a person has in a system; nothing is kept where there are none."""

    system = models.ForeignKey(LinkedSystem, models.CASCADE, related_name="unread")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    count = models.PositiveIntegerField(_("unread"))

    class Meta:
        verbose_name = _("unread things in a system")
        verbose_name_plural = _("unread things in systems")
        constraints = [
            models.UniqueConstraint(fields=["system", "person"], name="unread_count_once"),
            models.CheckConstraint(condition=Q(count__gt=0), name="unread_count_of_something"),
        ]
        indexes = [models.Index(fields=["person"], name="unread_count_of_person")]

    def __str__(self) -> str:
        return f"{self.system}: {self.count}"


class RecentUse(models.Model):
    """When a person opened a system last."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    system = models.ForeignKey(LinkedSystem, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("recent use of a system")
        verbose_name_plural = _("recent uses of systems")
        ordering = ["-at", "-id"]
        constraints = [models.UniqueConstraint(fields=["person", "system"], name="recent_use_once")]

    def __str__(self) -> str:
        return str(self.system)
