"""Where things are."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, Func, OuterRef, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.tracking import tracked

if TYPE_CHECKING:
    from campus.people.models import Person

# Between a place and its parts in a full name; the database's own rules below use it too.
WITHIN = " › "
TOKEN_LENGTH = 16


# Sixteen random characters that an address can hold, about 90 bits of chance; another for each row,
# and made by the database, so that no place is ever without.
NEW_TOKEN = Func(
    template="left(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/=', '-_'), 16)",
    output_field=models.CharField(),
)


class Use(models.TextChoices):
    """What a place is for."""

    CLASSROOM = "classroom", _("Classroom")
    LABORATORY = "laboratory", _("Laboratory")
    LIBRARY = "library", _("Library")
    HALL = "hall", _("Hall")
    OFFICE = "office", _("Office")
    DORM_ROOM = "dorm_room", _("Dorm room")
    CANTEEN = "canteen", _("Canteen")
    KITCHEN = "kitchen", _("Kitchen")
    CLINIC = "clinic", _("Clinic")
    SPORTS = "sports", _("Sports")
    WAREHOUSE = "warehouse", _("Warehouse")
    PLANT_ROOM = "plant_room", _("Plant room")
    CORRIDOR = "corridor", _("Corridor or stairs")
    TOILET = "toilet", _("Toilet or washroom")
    GATE = "gate", _("Gate")
    OUTDOORS = "outdoors", _("Outdoors")
    OTHER = "other", _("Other")


class PlaceQuerySet(models.QuerySet["Place"]):
    """Places in words."""

    def visible_to(self, person: "Person") -> "PlaceQuerySet":
        """The school's rooms are known to whoever is at the school."""
        return self if person.is_active else self.none()

    def active(self, on: date) -> "PlaceQuerySet":
        """Places in use on a day; the others are history, or still to come."""
        return self.filter(
            Q(starts_on=None) | Q(starts_on__lte=on), Q(ends_on=None) | Q(ends_on__gte=on)
        )

    def own_of(self, person: "Person") -> "PlaceQuerySet":
        """What is the person's own: the rooms of their class and their department, those of their
        duties, and what they manage."""
        own = Q(manager=person)
        classes = {person.school_class_id, *(duty.school_class_id for duty in person.duties_today)}
        if classes - {None}:
            own |= Q(school_class__in=classes - {None})
        if person.department_id:
            own |= Q(department=person.department_id)
        held = [duty.place_id for duty in person.duties_today if duty.place_id]
        return self.filter(own | Q(pk__in=held)) if held else self.filter(own)

    def with_parts(self) -> "PlaceQuerySet":
        """These places and all their parts."""
        whole = self.order_by().annotate(
            part=ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
        )
        return Place.objects.filter(Exists(whole.filter(part__startswith=F("path"))))

    def within(self, place: "Place") -> "PlaceQuerySet":
        """The place and all its parts; one prefix of an index."""
        return self.filter(path__startswith=place.path)

    def around(self, place: "Place") -> "PlaceQuerySet":
        """The place and all that it is a part of, the largest first."""
        return self.filter(pk__in=place.numbers).order_by("path")


LEVELS = "ARRAY['campus', 'building', 'floor', 'room', 'spot']"
# Where a place lies follows from what it is a part of; its number is known only now.
LAY_PATH = f"""
    SELECT path || NEW.id || '/', full_name || '{WITHIN}' || NEW.name
    INTO NEW.path, NEW.full_name FROM campus_place WHERE id = NEW.parent_id;
    IF NEW.parent_id IS NULL THEN
        NEW.path := '/' || NEW.id || '/';
        NEW.full_name := NEW.name;
    END IF;
    RETURN NEW;
"""  # noqa: S608  # constants of this file
# Since the path of a part is longer than that of its whole, nothing can be a part of itself.
KEEP_PATH = f"""
    SELECT * INTO whole FROM campus_place WHERE id = NEW.parent_id;
    IF NEW.path <> coalesce(whole.path, '/') || NEW.id || '/'
        OR NEW.full_name <> coalesce(whole.full_name || '{WITHIN}', '') || NEW.name
        OR EXISTS (
            SELECT FROM campus_place AS part WHERE part.parent_id = NEW.id AND (
                part.path <> NEW.path || part.id || '/'
                OR part.full_name <> NEW.full_name || '{WITHIN}' || part.name
            )
        )
    THEN
        RAISE EXCEPTION 'The path of place % does not follow from its whole.', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'place_path_follows';
    END IF;
    IF array_position({LEVELS}, whole.kind::text) >= array_position({LEVELS}, NEW.kind::text)
        OR EXISTS (
            SELECT FROM campus_place AS part WHERE part.parent_id = NEW.id AND
            array_position({LEVELS}, part.kind::text) <= array_position({LEVELS}, NEW.kind::text)
        )
    THEN
        RAISE EXCEPTION 'Place % does not lie deeper than its whole.', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'place_lies_deeper';
    END IF;
    RETURN NULL;
"""  # noqa: S608  # constants of this file


@tracked(leave_out=["path", "full_name", "token"])
class Place(models.Model):
    """A node of the tree of places; its code is what signs and sheets say.

    `path` holds the numbers of all that it is a part of, and `full_name` their names, so that a
    whole building is found by one prefix; both follow from `parent` and are kept by the actions.
    The `token` is what its label says. A place is in use from `starts_on` to `ends_on`.
    """

    class Kind(models.TextChoices):
        """Levels of the tree, largest first."""

        CAMPUS = "campus", _("Campus")
        BUILDING = "building", _("Building")
        FLOOR = "floor", _("Floor")
        ROOM = "room", _("Room")
        SPOT = "spot", _("Spot")

    LEVELS: ClassVar[list[str]] = list(Kind.values)

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    code = models.CharField(_("code"), max_length=24, unique=True)
    name = models.CharField(_("name"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts",
        verbose_name=_("part of"),
    )  # fmt: skip
    path = models.CharField(max_length=120, default="", db_default="", editable=False)
    full_name = models.CharField(max_length=400, default="", db_default="", editable=False)
    use = models.CharField(
        _("use"), max_length=12, choices=Use, blank=True, default="", db_default=""
    )
    capacity = models.PositiveSmallIntegerField(_("people it holds"), null=True, blank=True)
    manager = models.ForeignKey(
        "campus.Person", models.PROTECT, null=True, blank=True, related_name="managed_places",
        verbose_name=_("manager"),
    )  # fmt: skip
    school_class = models.ForeignKey(
        "campus.SchoolClass", models.PROTECT, null=True, blank=True, related_name="rooms",
        verbose_name=_("class whose room it is"),
    )  # fmt: skip
    department = models.ForeignKey(
        "campus.Department", models.PROTECT, null=True, blank=True, related_name="rooms",
        verbose_name=_("department whose office it is"),
    )  # fmt: skip
    starts_on = models.DateField(_("in use from"), null=True, blank=True)
    ends_on = models.DateField(_("in use until"), null=True, blank=True)
    note = models.CharField(_("remark"), max_length=300, blank=True, default="", db_default="")
    token = models.CharField(
        max_length=TOKEN_LENGTH, unique=True, db_default=NEW_TOKEN, editable=False
    )
    token_at = models.DateTimeField(_("label made anew"), null=True, blank=True, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("code", "full_name"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["code"]
        indexes = [
            GinIndex(fields=["sought"], name="place_sought"),
            models.Index(fields=["path"], opclasses=["varchar_pattern_ops"], name="place_path"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["campus", "building", "floor", "room", "spot"]),
                name="place_kind_known",
            ),
            models.CheckConstraint(condition=Q(use__in=["", *Use.values]), name="place_use_known"),
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")), name="place_not_part_of_itself"
            ),
            models.UniqueConstraint(
                Upper("code"),
                name="place_code_once",
                violation_error_message=_("Another place has this code."),
            ),
            models.UniqueConstraint(
                fields=["parent", "name"],
                condition=Q(ends_on=None),
                nulls_distinct=False,
                name="place_name_once_among_siblings",
                violation_error_message=_("Another part of the same place has this name."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="place_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="place_gets_its_path",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=LAY_PATH,
            ),
            pgtrigger.Trigger(
                name="place_keeps_its_path",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("whole", "campus_place%ROWTYPE")],
                func=KEEP_PATH,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("places:place", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for a place that does not fit into what it is to be part of."""
        if self.parent and self.kind in self.LEVELS:
            reason = self.refusal_of(self.parent)
            if reason:
                raise ValidationError(reason)

    def refusal_of(self, whole: "Place") -> str:
        """Why it cannot be a part of `whole`; empty where it can."""
        if self.path and whole.path.startswith(self.path):
            return gettext("A place cannot be a part of itself.")
        if self.LEVELS.index(whole.kind) >= self.LEVELS.index(self.kind):
            facts = {"kind": self.get_kind_display(), "whole": whole}
            return gettext("%(kind)s cannot be a part of “%(whole)s”.") % facts
        if whole.ends_on and (self.ends_on is None or self.ends_on > whole.ends_on):
            return gettext("“%(whole)s” is out of use; what is part of it ends with it.") % {
                "whole": whole
            }
        return ""

    @property
    def with_code(self) -> str:
        """Its name and what its sign says: there is a room 301 in every building."""
        return f"{self.name} {self.code}"

    @property
    def numbers(self) -> list[int]:
        """The numbers of all that it is a part of, the largest first, and its own."""
        return [int(number) for number in self.path.split("/") if number]

    @property
    def whereabouts(self) -> str:
        """The names of what it is a part of; empty at the top."""
        return self.full_name.removesuffix(self.name).removesuffix(WITHIN)

    def is_active(self, on: date) -> bool:
        """Whether it is in use on a day."""
        begun = self.starts_on is None or self.starts_on <= on
        return begun and (self.ends_on is None or self.ends_on >= on)
