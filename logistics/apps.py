"""Django's name for the roof."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LogisticsConfig(AppConfig):
    """The roof."""

    name = "logistics"
    verbose_name = _("Logistics")

    def ready(self) -> None:
        """Name what one can ask who may do; models are known only now."""
        from campus.closing import rights as closing  # noqa: PLC0415  # as above
        from campus.people.registry import name_act  # noqa: PLC0415  # any earlier finds no models
        from campus.records.registry import Historical, keep_history  # noqa: PLC0415  # as above
        from logistics.assessment import rights  # noqa: PLC0415  # as above
        from logistics.closing.archive import work as archives  # noqa: PLC0415  # as above
        from logistics.report import lists, models, work  # noqa: PLC0415  # as above
        from logistics.report import rights as report  # noqa: PLC0415  # as above

        area = _("Class assessment")
        name_act(area, _("Write the rules and put them in use"), rights.can_keep_scheme)
        name_act(area, _("Publish a week"), rights.can_publish)
        area = _("Semester report")
        name_act(area, _("Make, edit and take away reports"), report.can_write)
        name_act(area, _("Note something for the report"), report.can_note)
        name_act(area, _("Read reports and notes"), report.can_read)
        name_act(
            _("Close of a semester"), _("Close a semester and open it again"), closing.can_close
        )
        archives.hand_in()
        lists.hand_in()
        work.hand_in()
        for model in (models.SemesterReport, models.ReportNote):
            keep_history(Historical(model=model, path=lambda thing: thing.get_absolute_url()))
