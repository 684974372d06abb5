"""What stands around the areas: the opening, the problems, the next semester."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.models import Semester
from logistics.report.chapters import plan
from logistics.report.facts import Facts, Told
from logistics.report.prose import Story
from logistics.report.text import plain, table
from planning.models import PlanAim, PlanItem

OPENING, PROBLEMS, NEXT = "opening", "problems", "next"
# More would make the sentence a list.
MOST_AIMS = 6


def tell_opening(facts: Facts) -> Told:
    """The days, the office, what it had set out to do, how far it came."""
    story = Story(facts)
    items = PlanItem.objects.filter(plan__semester=facts.semester).progress()
    told = {
        "first": date_format(facts.span.first), "last": date_format(facts.span.last),
        "office": facts.office, **items,
    }  # fmt: skip
    work = (
        _("the %(office)s worked by a plan of %(planned)s items") % told
        if items["planned"]
        else _("the %(office)s went about its work") % told
    )
    story.paragraph(
        story.sentence(
            _("from %(first)s to %(last)s") % told, work,
            _("%(done)s of which are done") % told if items["done"] else "",
        ),
        aims_of(story, facts.semester, _("what it set out to do: %(aims)s")),
        story.sentence(_("this is what came of it")),
    )  # fmt: skip
    return story.told(OPENING)


def aims_of(story: Story, semester: Semester, words: str) -> str:
    """The aims of a semester's plans in one sentence; empty where there are none."""
    found = PlanAim.objects.filter(plan__semester=semester).order_by("plan", "position")
    aims = list(dict.fromkeys(found.values_list("title", flat=True)))[:MOST_AIMS]
    if not aims:
        return ""
    return story.sentence(words % {"aims": story.among.join(map(plain, aims))})


def tell_problems(facts: Facts) -> Told:
    """What went wrong in each area, as its figures say; a paragraph for each."""
    story = Story(facts)
    for title, told in facts.told.items():
        if told.problems:
            story.paragraphs.append(story.listed(title, told.problems))
    return story.told(PROBLEMS)


def tell_next(facts: Facts) -> Told:
    """What the next semester takes over, and what its plan says if there is one."""
    story = Story(facts)
    tell_next_plan(story)
    unfinished = [each for each in plan.outcomes_of(facts.semester) if each.item.is_open]
    if unfinished:
        words = (
            _("%(number)s items of the plan are still to be done; what is left then goes on")
            if facts.is_running
            else _("%(number)s items of the plan go on next semester")
        )
        story.paragraph(story.sentence(words % {"number": len(unfinished)}))
    told = story.told(NEXT)
    if not unfinished:
        return told
    header = (pgettext("of a plan", "Item"), _("Lead unit"), _("Days"), _("State"))
    rows = [
        (
            plain(each.item.title), plain(each.item.lead_unit.name),
            each.days, each.words(facts.today),
        )
        for each in unfinished
    ]  # fmt: skip
    return Told(f"{told.text}\n{table(header, rows)}", told.problems, told.proofs)


def tell_next_plan(story: Story) -> None:
    """The plan of the semester that follows, once it is adopted."""
    later = Semester.objects.filter(first_day__gt=story.facts.semester.last_day)
    following = later.order_by("first_day").first()
    items = PlanItem.objects.filter(plan__semester=following).progress() if following else None
    if following is None or items is None or not items["planned"]:
        return
    words = _("the plan of the next semester has %(planned)s items") % items
    story.paragraph(story.sentence(words), aims_of(story, following, _("its aims: %(aims)s")))
