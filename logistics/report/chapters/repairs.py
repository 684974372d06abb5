"""Repairs: how many, how promptly, how well."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from logistics.report.facts import Facts, Told
from logistics.report.prose import Story
from repairs.figures import tickets

KEY = "repairs"


def tell(facts: Facts) -> Told:
    story, found = Story(facts), facts.figures(tickets.groups)
    story.paragraph(
        story.sentence(
            story.count(
                found,
                "reported",
                _("%(number)s faults were reported"),
                pgettext("unit of a figure", "faults"),
            ),
            story.share(found, "mended", _("%(number)s were mended, which is %(share)s")),
        ),
        story.sentence(
            story.share(found, "answer_kept", _("%(share)s were visited in time")),
            story.share(found, "done_kept", _("%(share)s were mended in time")),
        ),
        story.sentence(
            story.mean(found, "stars", _("those who reported gave %(number)s of 5 stars")),
            story.count(found, "billed", _("contractors cost %(number)s")),
        ),
    )
    mended = found.value("mended")
    waiting = (mended.of or 0) - (mended.number or 0)
    if waiting:
        story.problem(_("%(number)s faults are not mended yet") % {"number": waiting})
    story.problem(
        story.count(found, "done_missed", _("%(number)s faults were mended late")),
        story.count(found, "repeated", _("%(number)s faults came back")),
    )
    return story.told(KEY)
