"""What is made of items of the work plan: projects by which rooms are built and upgraded."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.rows import Rows
from planning.fulfilment import Made, Thing, name_fulfilment, name_made, owner_or
from planning.models import Kind, PlanItem
from rooms import rights
from rooms.models import RoomProject

Status = RoomProject.Status
# What words of a plan tell of the kind of a project; the first that fits counts.
KINDS = (
    ("新建", RoomProject.Kind.NEW), ("集成", RoomProject.Kind.SYSTEMS),
    ("认证", RoomProject.Kind.SYSTEMS), ("设备", RoomProject.Kind.EQUIPMENT),
)  # fmt: skip


def project_from(item: PlanItem, person: Person) -> dict[str, Any]:
    """What the form of a project says at first."""
    kind = next((kind for word, kind in KINDS if word in item.title), RoomProject.Kind.UPGRADE)
    return {"title": item.title[:120], "kind": kind, "leader": owner_or(item, person)}


def project_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(rows=found, fields=("title", "at", "status"), draw=drawn_project)


def drawn_project(project: RoomProject) -> Thing:
    laid: date = timezone.localtime(project.at).date()
    return Thing(
        title=project.title, path=project.get_absolute_url(), icon="building-factory-2", first=laid,
        last=laid, state=project.status, state_words=Status(project.status).label,
    )  # fmt: skip


def hand_in() -> None:
    """Projects are done once they are finished."""
    made = Made(
        model=RoomProject, is_done=Q(status=Status.DONE), is_off=Q(status=Status.CALLED_OFF),
        rows=project_rows,
    )  # fmt: skip
    name_made(made)
    for kind in (Kind.MAINTENANCE, Kind.SUPPLIES, Kind.OTHER):
        name_fulfilment(
            kind=kind, label=_("Make it a room project"), icon="building-factory-2",
            address="rooms:project_new", right=rights.can_begin_projects, made=made,
        )  # fmt: skip
