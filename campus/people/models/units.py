"""Roles, and what people belong to: departments and classes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.tracking import tracked


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
    STOREKEEPER = "storekeeper", _("Storekeeper")
    CLASS_TEACHER = "class_teacher", _("Class teacher")
    FOOD_SAFETY_OFFICER = "food_safety_officer", _("Food-safety officer")
    FOOD_SAFETY_DIRECTOR = "food_safety_director", _("Food-safety director")
    STUDENT_AFFAIRS = "student_affairs", _("Student Affairs Office")
    FLOOR_LEADER = "floor_leader", _("Floor leader")
    DORM_LEADER = "dorm_leader", _("Dorm leader")
    LABOR_MONITOR = "labor_monitor", _("Labour monitor")
    CANTEEN_COMMITTEE = "canteen_committee", _("Canteen committee member")
    ADMINISTRATOR = "administrator", _("Administrator")
    AUDITOR = "auditor", _("Auditor")

    @property
    def is_for_pupils(self) -> bool:
        """Whether pupils hold it; all others are held by staff alone."""
        return self in (
            Role.DORM_LEADER, Role.FLOOR_LEADER, Role.LABOR_MONITOR, Role.CANTEEN_COMMITTEE
        )  # fmt: skip


@tracked()
class Department(models.Model):
    """An office or department of the school (处室)."""

    name = models.CharField(_("name"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


@tracked()
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
