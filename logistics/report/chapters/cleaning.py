"""Cleaning: checks of areas and rooms, and the weeks of the class assessment."""

from django.utils.translation import gettext as _

from campus.figures import proof
from cleaning import figures
from logistics.assessment.models import AssessmentWeek
from logistics.report.facts import Facts, Told
from logistics.report.prose import Story

KEY = "cleaning"


def tell(facts: Facts) -> Told:
    story, checks = Story(facts), facts.figures(figures.groups)
    story.paragraph(
        story.sentence(
            story.count(checks, "checks", _("areas and rooms were checked %(number)s times")),
            story.share(checks, "flawless", _("%(share)s were without a fault")),
            story.count(checks, "faults", _("%(number)s faults were found")),
        )
    )
    story.problem(story.count(checks, "missed", _("%(number)s checks of cleaning were missed")))
    tell_weeks(story)
    return story.told(KEY)


def tell_weeks(story: Story) -> None:
    days = (story.facts.span.first, story.facts.span.last)
    weeks = AssessmentWeek.objects.filter(monday__range=days).count()
    if weeks:
        words = _("the class assessment of %(number)s weeks was published")
        story.paragraph(story.sentence(words % {"number": weeks}))
        story.prove(_("Published weeks"), weeks, proof("assessment:latest"))
