"""How classes do on average, of published weeks."""

from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.doors import YES
from campus.measures import Counted, Measure
from logistics.assessment.models import ClassResult

MEASURES = (
    Measure(
        key="assessment.mean", label=_("Class assessment, mean"), icon="flag",
        unit=pgettext_lazy("unit", "points"), hint=_("of published weeks"),
        rows=ClassResult.objects.all, day="week__monday", grade="school_class__grade",
        path=lambda span: reverse("assessment:latest"), number=Counted(sum=Sum("total")),
        of=Counted(), is_mean=True, reads_all=lambda person: YES,
    ),
)  # fmt: skip
