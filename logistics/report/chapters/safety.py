"""Safety: hazards, drills, education, walks, accidents."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from inspections import figures as inspections
from logistics.report.facts import Facts, Figures, Told
from logistics.report.prose import Story
from safety.figures import hazards, semester

KEY = "safety"


def tell(facts: Facts) -> Told:
    """Hazards first: what was found and closed out is what the school is asked for."""
    story = Story(facts)
    tell_hazards(story, facts.figures(lambda spans: [hazards.group(spans)]))
    tell_walks(story, facts.figures(lambda spans: inspections.groups(spans, facts.today)))
    tell_drills(
        story, facts.figures(lambda spans: [semester.drills(spans, facts.person, facts.today)])
    )
    tell_education(story, facts.figures(lambda spans: [semester.education(spans)]))
    tell_accidents(story, facts.figures(lambda spans: [semester.accidents(spans)]))
    return story.told(KEY)


def tell_hazards(story: Story, found: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(
                found,
                "reported",
                _("%(number)s hazards were found"),
                pgettext("unit of a figure", "hazards"),
            ),
            story.count(found, "major", _("%(number)s of them major ones")),
        ),
        story.sentence(
            story.share(
                found,
                "closed",
                _("%(number)s were rectified, verified and closed out, which is %(share)s"),
            ),
            story.share(found, "kept", _("%(share)s were rectified in time")),
        ),
    )
    story.problem(
        story.count(found, "still_open", _("%(number)s hazards are not closed out yet")),
        story.count(found, "missed", _("%(number)s hazards were rectified late")),
    )


def tell_walks(story: Story, walks: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(walks, "planned", _("%(number)s inspections of all kinds were due")),
            story.share(walks, "kept", _("%(share)s were done in time")),
        ),
        story.sentence(
            story.count(walks, "reported", _("they led to %(number)s findings")),
            story.share(walks, "settled", _("%(share)s of these were settled on the spot")),
        ),
    )
    story.problem(
        story.count(walks, "missed", _("%(number)s inspections were missed")),
        story.count(walks, "late", _("%(number)s inspections were done late")),
    )


def tell_drills(story: Story, drills: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(
                drills,
                "held",
                _("%(number)s drills were held"),
                pgettext("unit of a figure", "drills"),
            ),
            story.share(
                drills, "months", _("%(number)s of %(of)s school months had an evacuation drill")
            ),
            story.share(
                drills, "within_target", _("everybody was out within the target in %(share)s")
            ),
        )
    )
    months = drills.value("months")
    lacking = (months.of or 0) - (months.number or 0)
    if lacking:
        story.problem(_("%(number)s months had no evacuation drill") % {"number": lacking})


def tell_education(story: Story, taught: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(
                taught, "held", _("%(number)s activities of safety education took place"),
                pgettext("unit of a figure", "activities"),
            ),
            story.count(taught, "came", _("pupils came %(number)s times")),
        )
    )  # fmt: skip


def tell_accidents(story: Story, happened: Figures) -> None:
    """None is worth telling, too, but only beside other work: an empty portal claims nothing."""
    if story.paragraphs and not happened.value("accidents").number:
        story.paragraph(story.sentence(_("no accident was recorded")))
    story.problem(
        story.count(happened, "accidents", _("%(number)s accidents happened")),
        story.count(happened, "hurt", _("%(number)s people were hurt")),
    )
