"""Looking after the robots in chat groups."""

from datetime import datetime

from django.db import transaction

from campus.audit.actions import record
from campus.models import Person, Robot
from campus.notices import channels
from campus.storing import store


@transaction.atomic
def add_robot(robot: Robot, *, by: Person, at: datetime) -> Robot:
    """Let a new robot repeat notices from now on. Raises ValidationError."""
    store(robot)
    record("robot_added", by=by, at=at, about=robot, name=robot.name)
    return robot


@transaction.atomic
def change_robot(
    robot: Robot, *, name: str, address: str, topics: list[str], by: Person, at: datetime
) -> Robot:
    """Give the robot another name, address or topics. Raises ValidationError."""
    robot = Robot.objects.select_for_update().get(pk=robot.pk)
    robot.name, robot.address, robot.topics = name, address, topics
    store(robot)
    record("robot_changed", by=by, at=at, about=robot, name=robot.name)
    return robot


@transaction.atomic
def switch_robot(robot: Robot, *, on: bool, by: Person, at: datetime) -> Robot:
    """Let the robot speak, or be silent; what it was to say meanwhile is not said later."""
    robot = Robot.objects.select_for_update().get(pk=robot.pk)
    robot.is_active = on
    robot.save(update_fields=["is_active"])
    kind = "robot_on" if on else "robot_off"
    record(kind, by=by, at=at, about=robot, name=robot.name)
    return robot


def try_robot(robot: Robot, *, by: Person, at: datetime) -> str:
    """Have the robot say a trial sentence at once; answers with the fault, empty if all is well."""
    try:
        channels.send_to_robot(robot.address, channels.test_text())
    except channels.NotSent as error:
        return str(error)
    return ""
