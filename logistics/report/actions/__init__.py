"""What happens to reports: made, made anew, edited section by section; notes; photos."""

from logistics.report.actions.editing import edit, leave, merge, restore, take_over
from logistics.report.actions.making import Renewed, head_with, make, renew
from logistics.report.actions.notes import correct_note, take_back, write_note
from logistics.report.actions.photos import choose_photos, drop_photo

__all__ = [
    "Renewed",
    "choose_photos",
    "correct_note",
    "drop_photo",
    "edit",
    "head_with",
    "leave",
    "make",
    "merge",
    "renew",
    "restore",
    "take_back",
    "take_over",
    "write_note",
]
