"""The dormitory: beds, the evening roll, checks of rooms, model dorms, what pupils say."""

from django.utils.translation import gettext as _

from campus.feedback.lines import feedback_groups
from campus.figures import proof
from dormitory.feedback import AREA
from dormitory.figures import semester
from dormitory.figures.checks import check_groups
from dormitory.models import Nomination
from logistics.report.chapters.feedback import tell_feedback
from logistics.report.facts import Facts, Told, standing
from logistics.report.prose import Story

KEY = "dormitory"


def tell(facts: Facts) -> Told:
    story = Story(facts)
    tell_roll(story)
    tell_checks(story)
    tell_awards(story)
    tell_feedback(story, facts.figures(lambda spans: feedback_groups(AREA, spans)))
    return story.told(KEY)


def tell_roll(story: Story) -> None:
    beds = standing(semester.standing(story.facts.today))
    roll = story.facts.figures(semester.groups)
    story.paragraph(
        story.sentence(
            story.share(beds, "taken", _("%(number)s of %(of)s beds are taken")),
            story.count(roll, "rooms", _("rooms were counted %(number)s times in the evening")),
        )
    )
    story.problem(
        story.count(roll, "late", _("pupils came back late %(number)s times")),
        story.count(roll, "missing", _("%(number)s absences were never cleared")),
    )


def tell_checks(story: Story) -> None:
    checks = story.facts.figures(check_groups)
    story.paragraph(
        story.sentence(
            story.count(checks, "checks", _("rooms were checked %(number)s times")),
            story.share(checks, "flawless", _("%(share)s were without a fault")),
            story.share(checks, "appeals_kept", _("%(share)s of the appeals were decided in time")),
        )
    )
    story.problem(story.count(checks, "missed", _("%(number)s checks of rooms were missed")))


def tell_awards(story: Story) -> None:
    """Model dorms whose month lies in the semester."""
    days = (story.facts.span.first, story.facts.span.last)
    awarded = Nomination.objects.awarded().filter(cycle__month__range=days).count()
    if awarded:
        story.paragraph(
            story.sentence(_("%(number)s model dorms were named") % {"number": awarded})
        )
        story.prove(_("Model dorms"), awarded, proof("dormitory:awards"))
