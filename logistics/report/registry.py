"""What the semester report hands in: acts, list, long work, whose past is read."""

from django.utils.translation import gettext_lazy as _

from campus.people.registry import name_act
from campus.records.registry import Historical, keep_history
from logistics.report import lists, rights, work
from logistics.report.models import ReportNote, SemesterReport


def hand_in() -> None:
    """Let reports be asked about, searched, written as jobs and looked back on."""
    area = _("Semester report")
    name_act(area, _("Make, edit and take away reports"), rights.can_write)
    name_act(area, _("Note something for the report"), rights.can_note)
    name_act(area, _("Read reports and notes"), rights.can_read)
    lists.hand_in()
    work.hand_in()
    for model in (SemesterReport, ReportNote):
        keep_history(Historical(model=model, path=lambda thing: thing.get_absolute_url()))
