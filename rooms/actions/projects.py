"""What happens to projects: laid with their stages, led through them, accepted, finished."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Place
from campus.records.actions import note
from campus.storing import store
from planning.actions.fulfilment import follow, note_made
from planning.actions.reminders import plan_all_reminders
from rooms.models import Acceptance, Milestone, ProjectStage, RoomProject

Status = RoomProject.Status

LAID = gettext_noop("Laid")
CHANGED = gettext_noop("Changed")
BEGUN = gettext_noop("Stage begun: %(stage)s")
STAGE_DONE = gettext_noop("Stage done: %(stage)s")
STAGE_AGAIN = gettext_noop("Stage open again: %(stage)s")
FINISHED = gettext_noop("Project finished")
CALLED_OFF = gettext_noop("Called off")
ACCEPTANCE = gettext_noop("Acceptance on %(day)s: %(result)s")
PHOTOS = gettext_noop("Photos added")

# The usual course of such a project in a school; each project changes it as it likes.
USUAL_STAGES = (
    gettext_noop("Need and survey"), gettext_noop("Design"), gettext_noop("Approval"),
    gettext_noop("Procurement"), gettext_noop("Works"), gettext_noop("Acceptance"),
    gettext_noop("In use"),
)  # fmt: skip


def locked(project: RoomProject) -> RoomProject:
    rows = RoomProject.objects.select_for_update(of=("self",)).defer("sought")
    return rows.select_related("leader").get(pk=project.pk)


def open_one(project: RoomProject) -> RoomProject:
    """The project, locked. Raises Refused once it is over."""
    project = locked(project)
    if not project.is_open:
        facts = {"project": project, "state": project.get_status_display()}
        raise Refused(_("“%(project)s” is “%(state)s”, so this cannot be done.") % facts)
    return project


@transaction.atomic
def lay_project(
    *, places: Iterable[Place], by: Person, at: datetime, stages: Sequence[str] = (), **facts: Any
) -> RoomProject:
    """Lay a project with its stages, by name; the usual ones where none are given. With a
    `plan_item` it is the project of that item of the work plan. Raises ValidationError."""
    project = RoomProject(by=by, at=at, **facts)
    store(project)
    project.places.set(places)
    for position, name in enumerate(stages or [_(each) for each in USUAL_STAGES], 1):
        stage = ProjectStage(project=project, position=position, name=name)
        store(stage)
    note(project, by=by, at=at, text=LAID, status=project.status)
    note_made(project, by=by, at=at)
    return project


@transaction.atomic
def change_project(
    project: RoomProject, *, places: Iterable[Place], by: Person, at: datetime, **facts: Any
) -> RoomProject:
    """Change what a project is. Raises Refused once it is over, ValidationError."""
    project = open_one(project)
    for name, value in facts.items():
        setattr(project, name, value)
    store(project)
    project.places.set(places)
    note(project, by=by, at=at, text=CHANGED)
    remind(project, at=at)
    return project


def remind(project: RoomProject, *, at: datetime) -> None:
    """Lay the reminders of its milestones anew: its leader or its state may have changed."""
    own = Milestone.objects.filter(project=project)
    plan_all_reminders(own.select_related("project__leader", "person"), at=at)


def moved(
    project: RoomProject, to: str, *, text: str, by: Person, at: datetime, words: str = ""
) -> RoomProject:
    """Store a project in its new state; its reminders and its plan item follow."""
    project.status = to
    store(project)
    note(project, by=by, at=at, text=text, words=words, status=to)
    remind(project, at=at)
    follow(project, by=by, at=at)
    return project


@transaction.atomic
def finish(project: RoomProject, *, by: Person, at: datetime) -> RoomProject:
    """Close a project. Raises Refused as long as a stage is open or nothing was accepted."""
    project = open_one(project)
    if not project.can_become(Status.DONE):
        raise Refused(_("No stage has begun yet."))
    if project.stages.filter(done_on=None).exists():
        raise Refused(_("Some stages are still open."))
    last = Acceptance.objects.filter(project=project).order_by("on", "id").last()
    if last is None or last.result == Acceptance.Result.REFUSED:
        raise Refused(_("It has to be accepted first."))
    return moved(project, Status.DONE, text=FINISHED, by=by, at=at)


@transaction.atomic
def call_off(project: RoomProject, *, reason: str, by: Person, at: datetime) -> RoomProject:
    """Give a project up, for a reason. Raises Refused once it is over."""
    project = open_one(project)
    project.reason = reason
    return moved(project, Status.CALLED_OFF, text=CALLED_OFF, words=reason, by=by, at=at)


# Stages


@transaction.atomic
def write_stage(
    stage: ProjectStage, *, position: int, by: Person, at: datetime, **facts: Any
) -> ProjectStage:
    """Add a stage, or change one, and put it at its place among the others (1 is the first).

    Raises Refused once the project is over, ValidationError.
    """
    project = open_one(stage.project)
    others = list(project.stages.select_for_update().exclude(pk=stage.pk).order_by("position"))
    if stage.pk:
        stage = project.stages.get(pk=stage.pk)
    for name, value in facts.items():
        setattr(stage, name, value)
    others.insert(max(position, 1) - 1, stage)
    for place, each in enumerate(others, 1):
        each.position = place
        store(each)
    return stage


@transaction.atomic
def remove_stage(stage: ProjectStage, *, by: Person, at: datetime) -> None:
    """Take a stage out. Raises Refused once it has begun."""
    project = open_one(stage.project)
    stage = project.stages.get(pk=stage.pk)
    if stage.is_begun:
        raise Refused(_("It has begun already."))
    stage.delete()
    for place, each in enumerate(project.stages.order_by("position"), 1):
        each.position = place
        store(each)


def today_of(at: datetime) -> date:
    return timezone.localtime(at).date()


@transaction.atomic
def begin_stage(stage: ProjectStage, *, by: Person, at: datetime) -> ProjectStage:
    """Begin a stage today; with the first the project is under way. Raises Refused."""
    project = open_one(stage.project)
    stage = project.stages.get(pk=stage.pk)
    if stage.is_begun:
        raise Refused(_("It has begun already."))
    stage.begun_on = today_of(at)
    store(stage)
    note_stage(project, stage, BEGUN, by=by, at=at)
    if project.status == Status.PLANNED:
        project.status = Status.UNDER_WAY
        store(project)
    return stage


@transaction.atomic
def end_stage(stage: ProjectStage, *, by: Person, at: datetime) -> ProjectStage:
    """End a stage today, whether or not somebody has said that it began. Raises Refused."""
    project = open_one(stage.project)
    stage = project.stages.get(pk=stage.pk)
    if stage.is_done:
        raise Refused(_("It is done already."))
    stage.done_on = today_of(at)
    stage.begun_on = stage.begun_on or stage.done_on
    store(stage)
    note_stage(project, stage, STAGE_DONE, by=by, at=at)
    if project.status == Status.PLANNED:
        project.status = Status.UNDER_WAY
        store(project)
    return stage


@transaction.atomic
def take_up_stage(stage: ProjectStage, *, by: Person, at: datetime) -> ProjectStage:
    """A stage is not done after all. Raises Refused."""
    project = open_one(stage.project)
    stage = project.stages.get(pk=stage.pk)
    if not stage.is_done:
        raise Refused(_("It is not done."))
    stage.done_on = None
    store(stage)
    note_stage(project, stage, STAGE_AGAIN, by=by, at=at)
    return stage


def note_stage(
    project: RoomProject, stage: ProjectStage, text: str, *, by: Person, at: datetime
) -> None:
    note(project, by=by, at=at, text=text, facts={"stage": stage.name})


# Acceptance and photos


@transaction.atomic
def accept(
    project: RoomProject, *, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **facts: Any,
) -> Acceptance:  # fmt: skip
    """Note an acceptance, with its papers. Raises Refused once the project is over,
    ValidationError."""
    project = open_one(project)
    made = Acceptance(project=project, by=by, at=at, **facts)
    store(made)
    files = attach(project, attachments, by=by, at=at, role=Attachment.Role.DOCUMENT)
    told = {
        "day": {"day": made.on.isoformat()}, "result": made.get_result_display(),
    }  # fmt: skip
    note(project, by=by, at=at, text=ACCEPTANCE, facts=told, words=made.defects, attachments=files)
    return made


@transaction.atomic
def add_photos(
    project: RoomProject, *, role: str, attachments: Iterable[Upload | Attachment], by: Person,
    at: datetime,
) -> None:  # fmt: skip
    """Add photos from before, during ("") or after the works."""
    files = attach(project, attachments, by=by, at=at, role=role)
    note(project, by=by, at=at, text=PHOTOS, attachments=files)
