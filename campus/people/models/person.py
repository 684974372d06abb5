"""People and the duties they hold."""

from datetime import date
from typing import Any

import pgtrigger
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, Now, TruncDate
from django.db.models.lookups import Exact
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.people.models.units import Department, Role, SchoolClass
from campus.tracking import tracked


class PersonQuerySet(models.QuerySet["Person"]):
    """People in words."""

    def visible_to(self, person: "Person") -> "PersonQuerySet":
        """Staff see staff; pupils, who are minors, are seen by those who answer for them.

        Head and administrators see everybody, those who have left too; dorm wardens and student
        affairs all pupils, class teachers those of their classes. A pupil sees nobody else.
        """
        if person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
            return self
        if person.is_pupil:
            return self.filter(pk=person.pk)
        if person.on_duty_as(Role.DORM_WARDEN, Role.STUDENT_AFFAIRS):
            return self.active()
        taught = [
            duty.school_class_id
            for duty in person.duties_today
            if duty.role == Role.CLASS_TEACHER and duty.school_class_id
        ]
        return self.active().filter(Q(kind=Person.Kind.STAFF) | Q(school_class__in=taught))

    def active(self) -> "PersonQuerySet":
        return self.filter(is_active=True)

    def staff(self) -> "PersonQuerySet":
        return self.active().filter(kind=Person.Kind.STAFF)

    def beginning(self, typed: str) -> "PersonQuerySet":
        """People whose name, initials or number fit what has been typed so far."""
        begun = Q(number__istartswith=typed) | Q(pinyin__istartswith=typed)
        return self.filter(begun | Q(name__icontains=typed))

    def never_signed_in(self) -> "PersonQuerySet":
        """Active people who have no password yet, or no other than a first one they never used."""
        return self.active().filter(last_login=None, must_change_password=True)

    def on_duty_as(self, *roles: Role) -> "PersonQuerySet":
        """People who hold one of `roles` today, each once."""
        return self.active().filter(
            pk__in=Duty.objects.running().filter(role__in=roles).values("person")
        )


@tracked(leave_out=["password", "last_login", "pinyin"])
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
    # Written together with the name, so that "lmy" finds 林暮云.
    pinyin = models.CharField(_("pinyin"), max_length=500, blank=True, editable=False)
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
    left_on = models.DateField(_("left on"), null=True, blank=True)
    # Since when neither name nor number says who it was.
    anonymised_on = models.DateField(_("made anonymous on"), null=True, blank=True, editable=False)
    must_change_password = models.BooleanField(_("must change the password"), default=True)
    is_demo = models.BooleanField(_("demo account"), default=False)
    sought = models.GeneratedField(
        expression=Bigrams("number", "name", "pinyin"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    USERNAME_FIELD = "number"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = BaseUserManager.from_queryset(PersonQuerySet)()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["number"]
        indexes = [
            GinIndex(fields=["sought"], name="person_sought"),
            models.Index(fields=["pinyin", "id"], name="person_by_pinyin"),
        ]
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
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(is_active=False),
                name="person_who_left_is_inactive",
                violation_error_message=_("Whoever has left cannot be active."),
            ),
        ]
        # By whatever way somebody leaves (a page, a roster, the rescue hatch), nothing that lets
        # them in stays behind, here or at the apps that they have let in.
        triggers = [
            pgtrigger.Trigger(
                name="person_who_left_is_signed_out",
                operation=pgtrigger.UpdateOf("is_active"),  # type: ignore[no-untyped-call]  # untyped there
                when=pgtrigger.After,
                condition=pgtrigger.Q(old__is_active=True, new__is_active=False),
                func="""
                    DELETE FROM django_session WHERE session_key IN (
                        SELECT session_key FROM usersessions_usersession WHERE user_id = NEW.id
                    );
                    DELETE FROM usersessions_usersession WHERE user_id = NEW.id;
                    DELETE FROM campus_identitysession WHERE person_id = NEW.id;
                    DELETE FROM allauth_idp_oidc_token WHERE user_id = NEW.id;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:person", args=[self.pk])

    def get_full_name(self) -> str:
        return self.name

    def name_for(self, reader: "Person") -> str:
        """The name as `reader` is told it: pupils are not told other pupils' names."""
        if self.is_pupil and reader.is_pupil and self.pk != reader.pk:
            return gettext("A pupil")
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

    def not_over(self, on: date) -> "DutyQuerySet":
        """Duties that hold on day `on` or will hold later."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on))

    def ending_between(self, first: date, last: date) -> "DutyQuerySet":
        """Duties of people who are here whose last day lies there, and that nobody holds on.

        A stand-in's days were meant to end.
        """
        on = Duty.objects.filter(
            *(scope_as_outside(each) for each in SCOPE),
            Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")),
            role=OuterRef("role"), stands_in_for=None, person__is_active=True,
        )  # fmt: skip
        found = self.filter(ends_on__range=(first, last), stands_in_for=None)
        return found.filter(~Exists(on), person__is_active=True)


# What a duty can be held over; without any of them it is held over the whole school.
SCOPE = ("department", "school_class", "place")


def scope_or_none(part: str) -> Coalesce:
    """The number of a part of the scope, 0 for none: to the database no two NULLs are the same."""
    return Coalesce(F(f"{part}_id"), Value(0), output_field=models.BigIntegerField())


def scope_as_outside(part: str) -> Exact:
    """Within a subquery: that part of the scope is the same as the outer duty's."""
    outer = Coalesce(OuterRef(f"{part}_id"), Value(0), output_field=models.BigIntegerField())
    return Exact(scope_or_none(part), outer)


# The days of a duty, both ends among them; without a last day it runs on.
DAYS = Func(
    "starts_on", "ends_on", RangeBoundary(inclusive_upper=True), function="DATERANGE",
    output_field=DateRangeField(),
)  # fmt: skip


IS_AUDITOR = Case(When(role=Role.AUDITOR, then=1), default=0, output_field=models.IntegerField())


@tracked()
class Duty(models.Model):
    """A role that a person holds over a scope, from a day to a day (职责).

    A stand-in (代班) holds another's duty for some days of it: a duty of their own, so that every
    right asks one thing alone.
    """

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
    stands_in_for = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="stand_ins",
        verbose_name=_("stands in for"),
    )  # fmt: skip

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
            models.CheckConstraint(
                condition=Q(stands_in_for=None) | Q(ends_on__isnull=False),
                name="duty_stand_in_has_a_last_day",
                violation_error_message=_("Say until when the stand-in holds the duty."),
            ),
            ExclusionConstraint(
                name="duty_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    *((scope_or_none(part), RangeOperators.EQUAL) for part in SCOPE),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This person holds this duty in these days already."),
            ),
            # Whoever reads the log does none of what it tells of (separation of duties,
            # GB/T 22239-2019 8.1.5).
            ExclusionConstraint(
                name="duty_of_an_auditor_alone",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (IS_AUDITOR, RangeOperators.NOT_EQUAL),
                    (DAYS, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("An auditor holds no other duty at the same time."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="duty_stand_in_fits",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__stands_in_for__isnull=False),
                declare=[("held", "RECORD")],
                func="""
                    SELECT * INTO held FROM campus_duty WHERE id = NEW.stands_in_for_id;
                    IF held.person_id = NEW.person_id OR held.stands_in_for_id IS NOT NULL
                        OR held.role <> NEW.role
                        OR (held.department_id, held.school_class_id, held.place_id)
                            IS DISTINCT FROM (NEW.department_id, NEW.school_class_id, NEW.place_id)
                        OR NEW.starts_on < held.starts_on OR NEW.ends_on > held.ends_on
                    THEN
                        RAISE EXCEPTION 'a stand-in is somebody else, within the days of the duty'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_role_display()}"

    def clean(self) -> None:
        """Said before the rule about overlapping days is asked, which needs days in their order."""
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A duty cannot end before it starts.")})

    @property
    def scope(self) -> str:
        """Over what the role is held, in words; empty for the whole school."""
        return str(self.place or self.school_class or self.department or "")

    @property
    def held_by_pupils(self) -> bool:
        return Role(self.role).is_for_pupils

    def runs(self, on: date) -> bool:
        """Whether it holds on that day."""
        return self.starts_on <= on and not self.is_over(on)

    def is_over(self, on: date) -> bool:
        return self.ends_on is not None and self.ends_on < on
