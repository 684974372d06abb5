"""The canteens: controls, samples, portions, accompanied meals, how satisfied people are."""

from django.utils.translation import gettext as _

from campus.feedback.lines import feedback_groups
from canteen.actions.controls import DAILY, WEEKLY
from canteen.feedback import AREA
from canteen.figures import semester
from canteen.figures.surveys import results_of
from canteen.models import Survey
from logistics.report.chapters.feedback import tell_feedback
from logistics.report.facts import Facts, Figures, Told, standing
from logistics.report.prose import Story

KEY = "canteen"


def tell(facts: Facts) -> Told:
    story, food = Story(facts), facts.figures(semester.groups)
    tell_controls(story, food)
    tell_food(story, food)
    tell_surveys(story)
    tell_feedback(story, facts.figures(lambda spans: feedback_groups(AREA, spans)))
    return story.told(KEY)


def tell_controls(story: Story, food: Figures) -> None:
    """Checklists that no school has yet have no figures either."""
    now = standing(semester.standing(story.facts.person, story.facts.at))
    told = {
        DAILY: _("the daily control was done in time %(number)s of %(of)s times (%(share)s)"),
        WEEKLY: _("the weekly review was done in time %(number)s of %(of)s times (%(share)s)"),
    }
    controls = [story.share(food, code, words) for code, words in told.items() if code in food.now]
    story.paragraph(
        story.sentence(*controls),
        story.sentence(
            story.share(
                now, "certified", _("%(number)s of %(of)s workers hold a health certificate")
            ),
            story.count(now, "five_c", _("the last 5C audit gave %(number)s points")),
        ),
    )
    missing = {
        DAILY: _("the daily control was not done in time %(number)s times"),
        WEEKLY: _("the weekly review was not done in time %(number)s times"),
    }
    for code, words in missing.items():
        tell_lacking(story, food, code, words)


def tell_food(story: Story, food: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.share(food, "sampled", _("samples were kept of %(share)s of the dishes served")),
            story.count(food, "portions", _("%(number)s portions were weighed")),
            story.share(food, "recorded", _("%(share)s of the accompanied meals were recorded")),
        )
    )
    tell_lacking(story, food, "sampled", _("%(number)s dishes have no sample"))
    tell_lacking(story, food, "recorded", _("%(number)s accompanied meals were not recorded"))
    story.problem(
        story.count(food, "light", _("%(number)s portions were lighter than stated")),
    )


def tell_lacking(story: Story, food: Figures, key: str, words: str) -> None:
    """What is lacking of all there should be, as a problem."""
    if key not in food.now:
        return
    value = food.value(key)
    lacking = (value.of or 0) - (value.number or 0)
    if lacking:
        story.problem(words % {"number": lacking})


def tell_surveys(story: Story) -> None:
    """Surveys of the semester whose results are published; there is one a semester."""
    days = (story.facts.span.first, story.facts.span.last)
    for survey in Survey.objects.filter(published_on__range=days).order_by("opens_on"):
        satisfied = results_of(survey, ()).whole.satisfied
        if satisfied is None:
            continue
        facts = {"title": survey.title, "share": f"{satisfied}%"}
        words = _("in the survey “%(title)s” %(share)s of the answers were satisfied ones")
        story.paragraph(story.sentence(words % facts))
        story.prove(survey.title, f"{satisfied}%", survey.get_absolute_url())
