"""Who over there is who here, where they are signed in, and who may join by themselves."""

from fnmatch import fnmatchcase

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Department, Person
from campus.tracking import tracked

WAYS = ("oidc", "saml", "cas", "wecom", "dingtalk", "feishu")
# A star alone would let in everybody; each pattern begins with what the school gives out.
PATTERN = r"^[A-Za-z0-9][A-Za-z0-9?*_.-]*$"


class WayName(models.TextChoices):
    """The services that the portal can ask who somebody is."""

    OIDC = "oidc", _("OpenID Connect")
    SAML = "saml", "SAML"
    CAS = "cas", "CAS"
    WECOM = "wecom", _("WeCom")
    DINGTALK = "dingtalk", _("DingTalk")
    FEISHU = "feishu", _("Feishu")


class Reason(models.TextChoices):
    """Why somebody was turned away."""

    STATE = "state", _("The answer belongs to another browser, or was used already.")
    CODE = "code", _("The code was used already, or has run out.")
    NONCE = "nonce", _("The answer was made for another sign-in.")
    ISSUER = "issuer", _("The answer comes from a service that the portal does not know.")
    AUDIENCE = "audience", _("The answer was made for another application.")
    SIGNATURE = "signature", _("The answer is not signed by the school's identity.")
    KEY = "key", _("The answer is signed with a key that the school's identity does not name.")
    ALGORITHM = "algorithm", _("The answer is signed in a way that the portal does not take.")
    EXPIRED = "expired", _("The answer has run out, or the clocks differ.")
    UNREADABLE = "unreadable", _("The answer of the school's identity cannot be read.")
    SUBJECT = "subject", _("Two parts of the answer speak of different people.")
    UNSOLICITED = "unsolicited", _("The answer came without having been asked for.")
    CANCELLED = "cancelled", _("The sign-in was broken off over there.")
    DENIED = "denied", _("The school's identity has said no.")
    UNREACHABLE = "unreachable", _("The school's identity does not answer now.")
    LEFT = "left", _("This account is closed.")
    UNKNOWN = "unknown", _("The portal does not know this number.")
    NO_NUMBER = "no_number", _("The school's identity has told no number.")
    OTHER_NUMBER = "other_number", _("This identity is linked to another number.")
    OTHER_IDENTITY = "other_identity", _("This number is linked to another identity.")
    NOT_LINKED = "not_linked", _("This identity is linked to nobody yet.")
    NOT_OF_THE_SCHOOL = "not_of_the_school", _("This account does not belong to the school.")
    TAKEN = "taken", _("This identity is linked to somebody else.")
    OFF = "off", _("This way to sign in is switched off.")
    PASSWORD = "password", _("The password was wrong.")
    SHUT = "shut", _("After too many failures the account is shut for a while.")
    FACTOR = "factor", _("The code of the second factor was wrong.")


@tracked(leave_out=["used_at"])
class LinkedIdentity(models.Model):
    """Somebody over there is this person: of each side one for each way, and for good."""

    way = models.CharField(_("way to sign in"), max_length=16, choices=WayName)
    uid = models.CharField(_("identifier over there"), max_length=255)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="identities", verbose_name=_("person")
    )
    linked_at = models.DateTimeField(_("linked at"))
    used_at = models.DateTimeField(_("used last"), null=True, blank=True)

    class Meta:
        verbose_name = _("linked identity")
        verbose_name_plural = _("linked identities")
        ordering = ["way", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(way__in=WAYS), name="linked_identity_way_known"),
            models.CheckConstraint(condition=~Q(uid=""), name="linked_identity_uid_said"),
            models.UniqueConstraint(
                fields=["way", "uid"],
                name="linked_identity_once",
                violation_error_message=_("This identity is linked to somebody else."),
            ),
            models.UniqueConstraint(
                fields=["way", "person"],
                name="linked_identity_of_a_person_once",
                violation_error_message=_("This number is linked to another identity."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} · {self.person}"

    def get_absolute_url(self) -> str:
        """Where an administrator takes it away."""
        return reverse("identity:linked", args=[self.pk])


class IdentitySession(models.Model):
    """A device on which somebody came in: `sid` is what the other side calls their session."""

    way = models.CharField(_("way to sign in"), max_length=16, choices=WayName)
    uid = models.CharField(_("identifier over there"), max_length=255)
    sid = models.CharField(_("session over there"), max_length=255, blank=True)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    session_key = models.CharField(_("session"), max_length=64, unique=True)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("identity session")
        verbose_name_plural = _("identity sessions")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["way", "sid"], name="identity_session_by_sid"),
            models.Index(fields=["way", "uid"], name="identity_session_by_uid"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(way__in=WAYS), name="identity_session_way_known")
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} · {self.person}"


@tracked()
class JoiningRule(models.Model):
    """Numbers that become people by themselves when they first come by a way."""

    way = models.CharField(_("way to sign in"), max_length=16, choices=WayName)
    pattern = models.CharField(
        _("pattern of numbers"), max_length=32,
        validators=[
            RegexValidator(
                PATTERN,
                _("Letters and digits; * stands for any characters, ? for one; none at the front."),
            )
        ],
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=8, choices=Person.Kind, default=Person.Kind.STAFF)
    name_claim = models.CharField(_("what holds the name"), max_length=100, default="name")
    unit_claim = models.CharField(_("what holds department or class"), max_length=100, blank=True)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, verbose_name=_("department otherwise")
    )
    is_on = models.BooleanField(pgettext_lazy("a rule", "in force"), default=True)

    class Meta:
        verbose_name = _("joining rule")
        verbose_name_plural = _("joining rules")
        ordering = ["way", "pattern"]
        constraints = [
            models.CheckConstraint(condition=Q(way__in=WAYS), name="joining_rule_way_known"),
            models.CheckConstraint(
                condition=Q(kind__in=["staff", "pupil"]), name="joining_rule_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(pattern__regex=PATTERN), name="joining_rule_pattern_is_narrow"
            ),
            models.CheckConstraint(
                condition=~Q(kind="pupil") | Q(department=None),
                name="joining_rule_pupils_in_no_department",
                violation_error_message=_("Only staff belong to a department."),
            ),
            models.UniqueConstraint(
                fields=["way", "pattern"],
                name="joining_rule_once",
                violation_error_message=_("There is a rule for this pattern already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()} · {self.pattern}"

    def get_absolute_url(self) -> str:
        """Where it is changed."""
        return reverse("identity:rule", args=[self.pk])

    def fits(self, number: str) -> bool:
        """Whether the number is one of those that it lets in."""
        return fnmatchcase(number, self.pattern)
