"""What happens to campaigns: prepared, areas named, begun, photos handed in, closed out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.notices.actions import tell
from campus.storing import store
from inspections.actions.single_walks import new_walk
from inspections.models import Campaign, CampaignArea, Inspection
from inspections.registry import NOTICE
from planning.actions.fulfilment import follow, note_made

Status = Campaign.Status
Walk = Inspection.Status

CALLED = gettext_noop("%(campaign)s: you are in the team for %(place)s, until %(day)s")
CLOSED = gettext_noop("%(campaign)s is closed out.")
OVER = gettext_noop("The campaign was closed out.")


def locked(campaign: Campaign) -> Campaign:
    """The campaign as it stands, held. Raises Refused for one that is closed."""
    kept = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
    if kept.status == Status.CLOSED:
        raise Refused(_("This campaign is closed out."))
    return kept


@transaction.atomic
def write_campaign(campaign: Campaign, *, by: Person, at: datetime, **fields: Any) -> Campaign:
    """Prepare a campaign, of an item of the work plan where it names one, or change one. Raises
    ValidationError, Refused."""
    kept = locked(campaign) if campaign.pk else campaign
    if not kept.pk:
        kept.made_by, kept.made_at = by, at
    for name, value in fields.items():
        setattr(kept, name, value)
    is_new = kept.pk is None
    store(kept)
    if is_new:
        note_made(kept, by=by, at=at)
    return kept


@transaction.atomic
def write_area(
    area: CampaignArea, *, members: Iterable[Person], by: Person, at: datetime, **fields: Any
) -> CampaignArea:
    """Name an area with its team, or change the team; in a campaign under way its walk is planned
    and the team is told. Raises ValidationError, Refused."""
    campaign = locked(area.campaign)
    for name, value in fields.items():
        setattr(area, name, value)
    store(area)
    area.members.set(members)
    if campaign.status == Status.UNDER_WAY:
        call(area, campaign, by=by, at=at)
    return area


@transaction.atomic
def remove_area(area: CampaignArea, *, by: Person, at: datetime) -> None:
    """Take an area off while the campaign is being prepared. Raises Refused later."""
    campaign = locked(area.campaign)
    if campaign.status != Status.PREPARED:
        raise Refused(_("The campaign is under way; its areas stay."))
    area.delete()


@transaction.atomic
def begin(campaign: Campaign, *, by: Person, at: datetime) -> Campaign:
    """Plan the walk of each area and tell the teams. Raises Refused without areas, or where it has
    begun."""
    kept = locked(campaign)
    if Status.UNDER_WAY not in kept.MOVES.get(Status(kept.status), set()):
        raise Refused(_("It has begun already."))
    # Looked up by their numbers: one join for each of three people is planned badly where nothing
    # is known of their table yet, as while a whole school is laid in one transaction.
    people = ("leader", "convener", "recorder", "members")
    areas = list(kept.areas.select_related("place").prefetch_related(*people))
    if not areas:
        raise Refused(_("Name the areas first."))
    kept.status = Status.UNDER_WAY
    kept.save(update_fields=["status"])
    for area in areas:
        call(area, kept, by=by, at=at)
    return kept


def call(area: CampaignArea, campaign: Campaign, *, by: Person, at: datetime) -> None:
    """The area's walk, planned for its convener, and the word to its team."""
    if area.inspection_id is None:
        area.inspection = planned_walk(area, campaign)
        area.save(update_fields=["inspection"])
    elif area.inspection and area.inspection.status == Walk.PLANNED:
        area.inspection.planned_for = area.convener
        area.inspection.save(update_fields=["planned_for"])
    team = [area.leader, area.convener, area.recorder, *area.members.all()]
    tell(
        {person.pk: person for person in team if person and person != by}.values(),
        key=f"{NOTICE}:campaign:{campaign.pk}:{area.pk}", topic=NOTICE, text=CALLED, at=at,
        facts={
            "campaign": campaign.title, "place": area.place.name,
            "day": {"day": campaign.due_on.isoformat()},
        },
        path=campaign.get_absolute_url(), robots=False,
    )  # fmt: skip


def planned_walk(area: CampaignArea, campaign: Campaign) -> Inspection:
    """A walk of the campaign's checklist at the area, for the whole campaign. Raises Refused for a
    checklist that is not walked any more."""
    walk = new_walk(
        campaign.checklist, area.place, planned_for=area.convener, starts_on=campaign.starts_on,
        due_on=campaign.due_on,
    )  # fmt: skip
    store(walk)
    return walk


@transaction.atomic
def add_photos(
    area: CampaignArea, *, photos: Iterable[Upload | Attachment], by: Person, at: datetime
) -> list[Attachment]:
    """Hand in an area's photos. Raises Refused once the campaign is closed."""
    locked(area.campaign)
    return attach(area, photos, by=by, at=at)


@transaction.atomic
def close(campaign: Campaign, *, summary: str, by: Person, at: datetime) -> Campaign:
    """Close a campaign out with a summary; walks that nobody has begun are missed, and whoever took
    part is told. Raises Refused while somebody is still walking."""
    kept = locked(campaign)
    if kept.status != Status.UNDER_WAY:
        raise Refused(_("It has not begun yet."))
    walks = Inspection.objects.filter(area__campaign=kept)
    if walks.filter(status=Walk.UNDER_WAY).exists():
        raise Refused(_("An area is still being walked; wait for it, or cancel the walk."))
    walks.filter(status=Walk.PLANNED).update(status=Walk.MISSED, reason=OVER)
    kept.status, kept.summary, kept.closed_by, kept.closed_at = Status.CLOSED, summary, by, at
    store(kept)
    tell_closed(kept, by=by, at=at)
    follow(kept, by=by, at=at)
    return kept


def tell_closed(campaign: Campaign, *, by: Person, at: datetime) -> None:
    """Tell the conveners and the leader that it is over."""
    areas = campaign.areas.select_related("convener")
    people = [campaign.leader, *(area.convener for area in areas)]
    tell(
        {person.pk: person for person in people if person != by}.values(),
        key=f"{NOTICE}:closed:{campaign.pk}", topic=NOTICE, text=CLOSED,
        facts={"campaign": campaign.title}, path=campaign.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
