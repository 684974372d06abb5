"""How actions store a record: checked by its fields, and by the database itself."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Model

from campus.doors import Refused
from campus.locking import sentence_of


def store(record: Model, *, only: Iterable[str] | None = None) -> None:
    """Check the record and save it, of a known one the fields `only`; inside the transaction of an
    act. Raises ValidationError, and Refused for what belongs to a closed semester.

    `full_clean` would ask the database about each constraint before the row is written, which then
    checks all of them again. Here it is asked once; only what it refuses is looked into for the
    constraint's sentence. Relations are left to the foreign keys.
    """
    record.clean_fields(exclude=related(record))
    record.clean()
    try:
        with transaction.atomic():
            record.save(update_fields=only)
    except IntegrityError as error:
        if sentence := sentence_of(error):
            raise Refused(sentence) from error
        record.full_clean()
        raise


def related(record: Model) -> set[str]:
    """The names of relations that lead somewhere: to look for the row again would say nothing."""
    relations = [field for field in record._meta.concrete_fields if field.is_relation]
    return {field.name for field in relations if getattr(record, field.attname) is not None}
