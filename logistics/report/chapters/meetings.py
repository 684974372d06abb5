"""Meetings, what they decided, and papers that are watched."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.figures import proof
from logistics.report.facts import Facts, Told
from logistics.report.prose import Story
from planning import figures
from planning.models import ActionItem, Paper

KEY = "meetings"


def tell(facts: Facts) -> Told:
    story, met = Story(facts), facts.figures(figures.groups)
    story.paragraph(
        story.sentence(
            story.count(
                met,
                "held",
                _("%(number)s meetings were held"),
                pgettext("unit of a figure", "meetings"),
            ),
            story.share(met, "published", _("the minutes of %(number)s are published")),
        ),
        story.sentence(
            story.count(
                met,
                "decided",
                _("%(number)s actions were decided"),
                pgettext("unit of a figure", "actions"),
            ),
            story.share(met, "done", _("%(number)s are done, which is %(share)s")),
        ),
    )
    tell_lapsed(story)
    return story.told(KEY)


def tell_lapsed(story: Story) -> None:
    """Actions past their day, and papers that have run out, as things stand now."""
    overdue = ActionItem.objects.overdue(story.facts.at).count()
    if overdue:
        story.problem(_("%(number)s actions of meetings are overdue") % {"number": overdue})
        path = proof("planning:actions:actions", current="overdue")
        story.prove(_("Overdue"), overdue, path)
    expired = Paper.objects.watched().filter(ends_on__lt=story.facts.today).count()
    if expired:
        story.problem(_("%(number)s papers have expired") % {"number": expired})
        path = proof("planning:papers", current="expired")
        story.prove(_("Papers that expire"), expired, path)
