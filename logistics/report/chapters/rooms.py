"""Special rooms: how much they were used, and how the projects by which they are upgraded stand."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from logistics.report.facts import Facts, Figures, Told
from logistics.report.prose import Story
from rooms.figures import projects, use
from rooms.models import RoomProject

KEY = "rooms"


def tell(facts: Facts) -> Told:
    story = Story(facts)
    tell_use(story, facts.figures(lambda spans: [use.together(spans)]))
    tell_projects(story, facts.figures(lambda spans: [projects.money_spent(spans)]))
    return story.told(KEY)


def tell_use(story: Story, used: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(
                used, "bookings", _("special rooms were booked %(number)s times"),
                pgettext("unit of a figure", "bookings"),
            ),
            story.count(used, "minutes", _("for %(number)s hours")),
        )
    )  # fmt: skip


def tell_projects(story: Story, paid: Figures) -> None:
    """Projects that are under way, each with its stages; a school has few at a time."""
    running = RoomProject.objects.filter(status=RoomProject.Status.UNDER_WAY).order_by("id")
    for project in projects.told(running):
        now = projects.standing_of(project, story.facts.today)
        facts = {"title": project.title, "done": now.done, "stages": len(now.stages)}
        stages = _("%(done)s of %(stages)s stages of “%(title)s” are done") % facts
        story.paragraph(story.sentence(stages))
        story.prove(project.title, f"{now.done} / {len(now.stages)}", project.get_absolute_url())
        if now.days_late:
            late = {"title": project.title, "days": now.days_late}
            story.problem(_("“%(title)s” is %(days)s days behind its plan") % late)
    story.paragraph(
        story.sentence(story.count(paid, "amount", _("projects of rooms cost %(number)s")))
    )
