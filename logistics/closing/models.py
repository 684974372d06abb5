"""The archive of a closed semester."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person, SemesterClose


class SemesterArchive(models.Model):
    """One file with all of a closed semester that can be read without the portal; made anew, it
    takes the place of the one before. `sha256` is what its bytes must come to."""

    close = models.OneToOneField(SemesterClose, models.PROTECT, related_name="archive")
    file = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField(
        _("digest"), max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    size = models.PositiveBigIntegerField(_("size in bytes"))
    files = models.PositiveIntegerField(_("files in it"))
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("archive of a semester")
        verbose_name_plural = _("archives of semesters")
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="archive_not_empty")]

    def __str__(self) -> str:
        return str(self.close)
