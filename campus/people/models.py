"""People, the departments and classes they belong to, and the duties they hold."""

from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a person can be on duty as; what follows from it stands in each area's rights."""

    HEAD = "head", _("Head of logistics")
    DISPATCHER = "dispatcher", _("Dispatcher")
    TECHNICIAN = "technician", _("Technician")
    SAFETY_OFFICER = "safety_officer", _("Safety officer")
    DORM_WARDEN = "dorm_warden", _("Dorm warden")
    CANTEEN_MANAGER = "canteen_manager", _("Canteen manager")
    CLEANING_SUPERVISOR = "cleaning_supervisor", _("Cleaning supervisor")
    FLEET_MANAGER = "fleet_manager", _("Fleet manager")
    DRIVER = "driver", _("Driver")
    CLASS_TEACHER = "class_teacher", _("Class teacher")
    DORM_LEADER = "dorm_leader", _("Dorm leader")
    CANTEEN_COMMITTEE = "canteen_committee", _("Canteen committee member")
    ADMINISTRATOR = "administrator", _("Administrator")


class Department(models.Model):
    """An office or department of the school (处室)."""

    name = models.CharField(_("name"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class SchoolClass(models.Model):
    """A class of a grade (班级), such as class 3 of grade 10."""

    class Grade(models.IntegerChoices):
        """Grades of a senior high school by the years of schooling."""

        TEN = 10, _("Grade 10")
        ELEVEN = 11, _("Grade 11")
        TWELVE = 12, _("Grade 12")

    grade = models.PositiveSmallIntegerField(_("grade"), choices=Grade)
    number = models.PositiveSmallIntegerField(_("class number"))

    class Meta:
        verbose_name = _("class")
        verbose_name_plural = _("classes")
        ordering = ["grade", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["grade", "number"],
                name="class_once_per_grade",
                violation_error_message=_("This class exists already."),
            ),
            models.CheckConstraint(condition=Q(grade__in=[10, 11, 12]), name="class_grade_known"),
        ]

    def __str__(self) -> str:
        return _("%(grade)s class %(number)s") % {
            "grade": self.get_grade_display(),
            "number": self.number,
        }


class PersonQuerySet(models.QuerySet["Person"]):
    """People in words."""

    def active(self) -> "PersonQuerySet":
        return self.filter(is_active=True)

    def staff(self) -> "PersonQuerySet":
        return self.active().filter(kind=Person.Kind.STAFF)

    def on_duty_as(self, *roles: Role) -> "PersonQuerySet":
        """People who hold one of `roles` today, each once."""
        return self.active().filter(
            pk__in=Duty.objects.running().filter(role__in=roles).values("person")
        )


class Person(AbstractBaseUser):
    """Somebody who signs in: a member of staff or a pupil.

    As little as the work needs: no birth date, no identity number, no guardian.
    """

    class Kind(models.TextChoices):
        """Staff or pupil; pupils are minors and shown sparingly."""

        STAFF = "staff", pgettext_lazy("kind of person", "Staff")
        PUPIL = "pupil", pgettext_lazy("kind of person", "Pupil")

    number = models.CharField(_("number"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, verbose_name=_("department")
    )
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, verbose_name=_("class")
    )
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    must_change_password = models.BooleanField(_("must change the password"), default=True)
    is_demo = models.BooleanField(_("demo account"), default=False)

    USERNAME_FIELD = "number"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = BaseUserManager.from_queryset(PersonQuerySet)()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["staff", "pupil"]), name="person_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="staff") | Q(school_class=None),
                name="person_staff_in_no_class",
                violation_error_message=_("Only pupils belong to a class."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="pupil") | Q(department=None),
                name="person_pupil_in_no_department",
                violation_error_message=_("Only staff belong to a department."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def is_pupil(self) -> bool:
        return self.kind == self.Kind.PUPIL

    @cached_property
    def duties_today(self) -> list["Duty"]:
        """The duties this person holds now: one query, kept for the request."""
        return list(Duty.objects.running().filter(person=self).select_related("school_class"))

    def on_duty_as(self, *roles: Role) -> bool:
        """Whether the person holds one of `roles` today, over whatever scope."""
        return any(duty.role in roles for duty in self.duties_today)

    # Django's own admin pages are a rescue hatch for administrators alone.
    @property
    def is_staff(self) -> bool:
        return self.on_duty_as(Role.ADMINISTRATOR)

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff


class DutyQuerySet(models.QuerySet["Duty"]):
    """Duties in words."""

    def running(self, on: date | None = None) -> "DutyQuerySet":
        """Duties that hold on day `on`; without it on the database's own today."""
        day: Any = on or TruncDate(Now())
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


class Duty(models.Model):
    """A role that a person holds over a scope, from a day to a day (职责)."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="duties", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=32, choices=Role)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, verbose_name=_("department")
    )
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, verbose_name=_("class")
    )
    place = models.ForeignKey(
        "campus.Place", models.PROTECT, null=True, blank=True, verbose_name=_("place")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["role", "starts_on", "id"]
        indexes = [models.Index(fields=["role", "ends_on"], name="duty_by_role")]
        constraints = [
            models.CheckConstraint(condition=Q(role__in=Role.values), name="duty_role_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="duty_ends_after_it_starts",
                violation_error_message=_("A duty cannot end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"

    @property
    def scope(self) -> str:
        """Over what the role is held, in words; empty for the whole school."""
        return str(self.place or self.school_class or self.department or "")
