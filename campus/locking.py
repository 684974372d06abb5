"""What belongs to a closed semester stays as it is: declared at each model that is locked with it.

`lock(day)` is a trigger that refuses each change of a row whose day lies in what is closed or is
moved there, unless the row was carried over when it was closed. Erasing what the law wants erased
passes: whoever does it sets `steward.erasing` for the transaction.
"""

import pgtrigger
from django.db import IntegrityError
from django.utils.translation import gettext as _

CONSTRAINT = "semester_closed"

# Semesters are closed in their order, so the last one closed says up to which day all is.
BODY = """
    IF coalesce(current_setting('steward.erasing', true), '') = 'on' THEN
        RETURN coalesce(NEW, OLD);
    END IF;
    SELECT shut.semester_id, shut.last_day INTO closed FROM campus_semesterclose AS shut
    WHERE shut.reopened_at IS NULL ORDER BY shut.last_day DESC LIMIT 1;
    IF FOUND AND ({old} OR {new}) THEN
        RAISE EXCEPTION 'This belongs to a closed semester.'
        USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';
    END IF;
    RETURN coalesce(NEW, OLD);
"""
OLD = """TG_OP <> 'INSERT' AND {day} <= closed.last_day AND NOT EXISTS (
        SELECT FROM campus_carriedover AS carried
        WHERE carried.semester_id = closed.semester_id AND carried.table_name = TG_TABLE_NAME
        AND carried.object_id = OLD.id
    )"""
# What comes into the closed days, new or from a later one, is nowhere carried over.
NEW = """coalesce({old} > closed.last_day, true) AND {new} <= closed.last_day"""


def lock(day: str) -> pgtrigger.Trigger:
    """Keeps rows as they are once their semester is closed; `day` is SQL for the day of a row that
    is called `{row}` there, NULL for what belongs to no semester."""
    return pgtrigger.Trigger(
        name="locked_with_its_semester",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("closed", "RECORD")],
        func=BODY.format(
            old=OLD.format(day=day.format(row="OLD")),
            new=NEW.format(old=day.format(row="OLD"), new=day.format(row="NEW")),
            constraint=CONSTRAINT,
        ),
    )


def sentence_of(error: Exception) -> str:
    """What to tell people where the database has refused it for a closed semester; else nothing."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if not isinstance(error, IntegrityError) or diagnosis is None:
        return ""
    if diagnosis.constraint_name != CONSTRAINT:
        return ""
    return _(
        "This belongs to a semester that is closed, so it stays as it is. The head of logistics "
        "can open the semester again."
    )
