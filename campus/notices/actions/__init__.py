"""What happens to notices: telling and reading, the copies that leave the house, robots."""

from campus.notices.actions.delivery import deliver, try_again
from campus.notices.actions.inbox import mark_all_read, mark_read
from campus.notices.actions.robots import add_robot, change_robot, switch_robot, try_robot
from campus.notices.actions.telling import tell, wake_task

__all__ = [
    "add_robot",
    "change_robot",
    "deliver",
    "mark_all_read",
    "mark_read",
    "switch_robot",
    "tell",
    "try_again",
    "try_robot",
    "wake_task",
]
