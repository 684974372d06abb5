"""Why a drafted item may have been read wrongly: codes in the database, sentences for people.

The reader knows nothing of gettext, so its sentences (planning.plan_text) are repeated here for
the message catalogues; a test keeps both alike.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

READ_DOUBTS = {
    "year_guessed": _("The text names no year; it was guessed."),
    "week_guessed": _("The text does not say when week 1 starts; it was guessed."),
    "number_or_date": _("The leading digits may be a number or a date."),
    "number_repeated": _("This number occurs twice in its list."),
    "number_missing": _("The item has no number although its list is numbered."),
    "outside_semester": _("The date lies outside the semester."),
    "outside_heading": _("The date lies outside the period of its heading."),
    "duplicate": _("The same item with the same dates occurs twice."),
    "no_own_date": _("The item has no date of its own; the whole plan's period was taken."),
    "wrapped": _("The item was joined from several lines."),
    "range_reversed": _("The range ended before it began; its ends were exchanged."),
    "impossible_date": _(
        "The item names a day that does not exist; the heading's dates were taken."
    ),
    "date_inside": _("The item mentions a date that was not used."),
    "open_ended": _("The item names a beginning without an end."),
}
OUTSIDE_SEMESTER = "outside_semester"
SHORTENED = "shortened"
DATE_TO_CHECK = "date_to_check"
YEAR_IN_TITLE = "year_in_title"

DOUBTS = READ_DOUBTS | {
    SHORTENED: _("The item was too long and was cut; the whole text stands in its source."),
    DATE_TO_CHECK: _("The day was taken over from last year; check it."),
    YEAR_IN_TITLE: _("The title names a year; check it."),
}

# Why the reader refused a file or a text, in its own words.
REFUSALS = (
    gettext_noop("The text contains no schedule with dated items."),
    gettext_noop("The file is empty."),
    gettext_noop("The file is larger than 10 MB."),
    gettext_noop("This is a PDF. Copy its text, or use the Word file."),
    gettext_noop("This is a picture. Use the text or the Word file."),
    gettext_noop("The file is protected by a password."),
    gettext_noop("This is an old Office file. Save it as .docx or .xlsx."),
    gettext_noop("This is an RTF file. Save it as .docx."),
    gettext_noop("This is a program, not a text."),
    gettext_noop("The file is damaged and cannot be opened."),
    gettext_noop("The file is neither a Word document nor a spreadsheet."),
    gettext_noop("The file is too large once unpacked."),
    gettext_noop("The file contains XML entities and is not opened."),
    gettext_noop("The file is not a text."),
    gettext_noop("The text's encoding is not known."),
    gettext_noop("The page cannot be read."),
)
