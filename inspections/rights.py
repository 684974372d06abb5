"""Who may do what in inspections; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Place, Role
from inspections.models import (
    SEE_ALL,
    Appeal,
    Campaign,
    CampaignArea,
    Checklist,
    Finding,
    Inspection,
    Schedule,
    roles_of,
    word_on,
)

# Whoever runs a part of the office writes checklists and schedules for it.
RUNNING = (
    *SEE_ALL, Role.DISPATCHER, Role.SAFETY_OFFICER, Role.DORM_WARDEN, Role.CANTEEN_MANAGER,
    Role.CLEANING_SUPERVISOR, Role.FLEET_MANAGER,
)  # fmt: skip


# Checklists


def can_write_checklists(person: Person) -> Answer:
    """Make checklists, schedules and campaigns."""
    if not person.on_duty_as(*RUNNING):
        return no(_("Checklists are written by whoever runs a part of the office."))
    return YES


def can_keep_checklist(person: Person, checklist: Checklist) -> Answer:
    """Change a checklist and its lines, put it into use, withdraw it."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    if can_write_checklists(person) and answers_for(person, checklist):
        return YES
    return no(_("Only whoever answers for this checklist, and the head, change it."))


def answers_for(person: Person, checklist: Checklist) -> bool:
    """Whether the person holds one of the roles that walk or sign it."""
    return bool({*checklist.roles, *checklist.second_roles} & set(roles_of(person)))


def can_see_figures(person: Person) -> Answer:
    """Read how all inspections are kept: whoever sees all of them."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    return no(_("Figures are read by whoever sees all inspections."))


def can_start_of(person: Person, checklist: Checklist, place: Place | None = None) -> Answer:
    """Begin an unplanned walk of a checklist; of a place an area may say more than its roles do."""
    word = word_on(person, checklist, place) if place else None
    if word is not None:
        return word
    if person.on_duty_as(*SEE_ALL) or set(checklist.roles) & set(roles_of(person)):
        return YES
    return no(_("This checklist is walked by %(roles)s.") % {"roles": checklist.roles_in_words})


def can_inspect(person: Person) -> Answer:
    """Walk any checklist at all."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    if person.duties_today and Checklist.objects.offered().walked_by(person).exists():
        return YES
    return no(_("No checklist is walked by you."))


# Walks


def can_start(person: Person, inspection: Inspection) -> Answer:
    """Begin a planned walk: whoever it is planned for, the roles of its checklist, the team of a
    campaign's area."""
    if person.pk == inspection.planned_for_id or in_team(person, inspection):
        return YES
    word = word_on(person, inspection.checklist, inspection.place)
    if word is not None:
        return word
    if inspection.role in roles_of(person) or can_start_of(person, inspection.checklist):
        return YES
    return no(_("This walk is planned for somebody else."))


def in_team(person: Person, inspection: Inspection) -> bool:
    """Whether it is the walk of a campaign's area whose team the person belongs to."""
    area = CampaignArea.objects.filter(inspection=inspection).of_team(person)
    return area.exists()


def can_walk(person: Person, inspection: Inspection) -> Answer:
    """Answer lines and finish: whoever has begun it."""
    if inspection.walker_id != person.pk:
        return no(_("Only whoever has begun a walk goes on with it."))
    return YES


def can_sign(person: Person, inspection: Inspection) -> Answer:
    """Give the second signature: somebody else than the walker."""
    if inspection.walker_id == person.pk:
        return no(_("The second signature is another person's."))
    allowed = set(inspection.checklist.second_roles) & set(roles_of(person))
    if not allowed and not person.on_duty_as(Role.HEAD):
        words = inspection.checklist.second_in_words
        return no(_("The second signature is given by %(roles)s.") % {"roles": words})
    return YES


def can_cancel(person: Person, inspection: Inspection) -> Answer:
    """Take a walk off the plan, or break it off."""
    if inspection.walker_id == person.pk or can_keep_checklist(person, inspection.checklist):
        return YES
    return no(_("Only its walker and whoever answers for the checklist cancel a walk."))


# Findings


def can_read_findings(person: Person) -> Answer:
    """Look through findings, coverage and inspections: staff."""
    if person.is_pupil:
        return no(_("Inspections are read by staff."))
    return YES


def can_settle(person: Person, finding: Finding) -> Answer:
    """Say that a finding was put right on the spot."""
    is_own = finding.by_id == person.pk
    if is_own or person.on_duty_as(*SEE_ALL) or answers_for(person, finding.checklist):
        return YES
    return no(_("Only whoever found it and whoever answers for the checklist settle it."))


# Marks of parts


def can_read_scores(person: Person) -> Answer:
    """Look through the scores of parts; everybody finds there what they may see."""
    return YES


def decides_on(person: Person, checklist: Checklist) -> bool:
    """Whether the person puts right what was marked by the checklist: whoever it names, else
    whoever keeps it."""
    if person.is_pupil:
        return False
    if person.on_duty_as(*SEE_ALL) or set(checklist.deciding_roles) & set(roles_of(person)):
        return True
    return not checklist.deciding_roles and bool(can_keep_checklist(person, checklist))


def can_correct(person: Person, finding: Finding) -> Answer:
    """Change or take back points after the walk: never who has given them."""
    if finding.by_id == person.pk:
        return no(_("Somebody else than the walker corrects a mark."))
    if decides_on(person, finding.checklist):
        return YES
    return no(_("Marks are corrected by whoever decides on this checklist."))


def can_appeal(person: Person, finding: Finding) -> Answer:
    """Ask that somebody looks at points again: whoever these concern."""
    if Finding.objects.concerning(person).filter(pk=finding.pk).exists():
        return YES
    return no(_("Whoever the points concern appeals against them."))


def can_decide(person: Person, appeal: Appeal) -> Answer:
    """Grant or refuse an appeal: as marks are corrected, never against one's own mark."""
    return can_correct(person, appeal.finding)


def can_decide_appeals(person: Person) -> Answer:
    """Decide on appeals at all."""
    deciding = Checklist.objects.filter(deciding_roles__overlap=roles_of(person))
    if person.on_duty_as(*SEE_ALL) or (not person.is_pupil and deciding.exists()):
        return YES
    return no(_("No checklist lets you decide on appeals."))


def can_withdraw(person: Person, appeal: Appeal) -> Answer:
    """Take back one's own appeal."""
    if appeal.reporter_id == person.pk:
        return YES
    return no(_("Only whoever has appealed withdraws it."))


def can_look_again(person: Person, inspection: Inspection) -> Answer:
    """Look again at what had failed: whoever may walk the checklist there."""
    return can_start_of(person, inspection.checklist, inspection.place)


# Schedules and campaigns


def can_keep_schedule(person: Person, schedule: Schedule) -> Answer:
    """Change, pause or resume a schedule."""
    return can_keep_checklist(person, schedule.checklist)


def can_keep_campaign(person: Person, campaign: Campaign) -> Answer:
    """Change a campaign and its areas, begin it, close it out."""
    leads = person.pk in (campaign.leader_id, campaign.made_by_id)
    if leads or person.on_duty_as(*SEE_ALL):
        return YES
    return no(_("Only whoever leads or made the campaign, and the head, do this."))


def can_add_photos(person: Person, area: CampaignArea) -> Answer:
    """Hand in an area's photos: its team, and whoever runs the campaign."""
    if area.has_in_team(person) or can_keep_campaign(person, area.campaign):
        return YES
    return no(_("Only the team of the area hands in its photos."))
