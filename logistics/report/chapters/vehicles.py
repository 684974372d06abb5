"""Official vehicles: trips, kilometres of the cap, fuel, service, what has happened."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from logistics.report.facts import Facts, Figures, Told
from logistics.report.prose import Story
from vehicles.figures import running, trips

KEY = "vehicles"


def tell(facts: Facts) -> Told:
    story, driven, used = Story(facts), facts.figures(trips.groups), facts.figures(running.groups)
    tell_trips(story, driven)
    tell_costs(story, driven, used)
    tell_incidents(story, used)
    return story.told(KEY)


def tell_trips(story: Story, driven: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(driven, "requests", _("vehicles were asked for %(number)s times")),
            story.count(
                driven, "trips", _("%(number)s trips were driven"),
                pgettext("unit of a figure", "trips"),
            ),
            story.share(driven, "shared", _("%(share)s of them were shared")),
        ),
        story.sentence(
            story.count(driven, "km", _("%(number)s kilometres were driven")),
            story.share(driven, "of_cap", _("%(share)s of the cap of %(of)s kilometres were used")),
        ),
    )  # fmt: skip


def tell_costs(story: Story, driven: Figures, used: Figures) -> None:
    story.paragraph(
        story.sentence(
            story.count(used, "fuel", _("fuel cost %(number)s")),
            story.mean(used, "litres_on_100", _("%(number)s litres were used on 100 km")),
            story.mean(used, "kwh_on_100", _("electric vehicles used %(number)s kWh on 100 km")),
        ),
        story.sentence(
            story.count(used, "service", _("service and repair of vehicles cost %(number)s")),
            story.count(driven, "yuan", _("tolls and parking cost %(number)s")),
        ),
    )
    words = _("the consumption of vehicles was far off the usual %(number)s times")
    story.problem(story.count(used, "outliers", words))


def tell_incidents(story: Story, used: Figures) -> None:
    story.problem(
        story.count(used, "accidents", _("vehicles had %(number)s accidents")),
        story.count(used, "violations", _("there were %(number)s traffic violations")),
    )
