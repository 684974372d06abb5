"""Assets, their maintenance, the store, and the property of rooms."""

from django.utils.translation import gettext as _

from logistics.report.facts import Facts, Told, standing
from logistics.report.prose import Story
from repairs.figures import assets, maintenance, property, supplies
from repairs.models import PropertyCheck

KEY = "assets"


def tell(facts: Facts) -> Told:
    story = Story(facts)
    tell_books(story)
    tell_maintenance(story)
    tell_store(story)
    tell_checks(story)
    return story.told(KEY)


def tell_books(story: Story) -> None:
    books = standing(assets.today_lines(story.facts.today))
    story.paragraph(
        story.sentence(
            story.count(books, "assets", _("%(number)s assets are on the books")),
            story.count(books, "value", _("they were bought for %(number)s")),
        )
    )


def tell_maintenance(story: Story) -> None:
    today = story.facts.today
    jobs = story.facts.figures(lambda spans: maintenance.groups(spans, today))
    story.paragraph(
        story.sentence(
            story.count(jobs, "counted", _("preventive maintenance was due %(number)s times")),
            story.share(jobs, "kept", _("%(share)s of it was done in time")),
            story.count(jobs, "cost", _("it cost %(number)s")),
        )
    )
    story.problem(
        story.count(jobs, "late", _("maintenance was done late %(number)s times")),
        story.count(jobs, "missed", _("maintenance was missed %(number)s times")),
    )


def tell_store(story: Story) -> None:
    store = story.facts.figures(lambda spans: [supplies.group(spans)])
    story.paragraph(
        story.sentence(
            story.count(store, "bought", _("supplies for %(number)s were bought")),
            story.count(store, "handed_out", _("supplies for %(number)s were handed out")),
            story.count(store, "parts", _("%(number)s of that were parts for repairs")),
        )
    )


def tell_checks(story: Story) -> None:
    """The property checks of the semester; a school has one or two."""
    checks = PropertyCheck.objects.filter(semester=story.facts.semester).order_by("id")
    for check in checks:
        now = property.standing(check)
        if not now.done:
            continue
        facts = {
            "title": check.title, "done": now.done, "rooms": now.rooms, "damaged": now.damaged,
            "missing": now.missing,
        }  # fmt: skip
        counted = _("“%(title)s” has counted %(done)s of %(rooms)s rooms") % facts
        lacking = _("%(damaged)s things damaged and %(missing)s missing") % facts
        found = lacking if now.damaged or now.missing else ""
        story.paragraph(story.sentence(counted, found))
        story.prove(check.title, f"{now.done} / {now.rooms}", check.get_absolute_url())
