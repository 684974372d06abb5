"""What was said about an area, and how it was answered."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from logistics.report.facts import Figures
from logistics.report.prose import Story


def tell_feedback(story: Story, said: Figures) -> None:
    """One paragraph of an area's part."""
    story.paragraph(
        story.sentence(
            story.count(
                said,
                "entries",
                _("%(number)s entries of feedback came in"),
                pgettext("unit of a figure", "entries"),
            ),
            story.share(said, "answer_kept", _("%(share)s were answered in time")),
            story.mean(said, "stars", _("on average %(number)s of 5 stars were given")),
        )
    )
    kept = said.value("answer_kept")
    late = (kept.of or 0) - (kept.number or 0)
    if late:
        story.problem(_("%(number)s entries of feedback were answered late") % {"number": late})
