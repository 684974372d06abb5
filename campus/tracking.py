"""Row history: which tables keep a snapshot of every change to a row.

The snapshots are written by triggers of the database (django-pghistory) into a table beside each
tracked one, and nobody changes or deletes them; `campus.records.history` tells them to people.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
from django.db.models import GeneratedField, Model

M = TypeVar("M", bound=Model)


def tracked(*, leave_out: Iterable[str] = ()) -> Callable[[type[M]], type[M]]:
    """Decorate a model: each insert, change and delete of a row leaves a snapshot of it.

    `leave_out` names fields that no history may hold, such as passwords. Generated columns follow
    from the others and are left out too. Relations between many are not part of a row.
    """

    def track(model: type[M]) -> type[M]:
        fields = model._meta.local_fields
        generated = [field.name for field in fields if isinstance(field, GeneratedField)]
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=[*leave_out, *generated],
            obj_field=pghistory.ObjForeignKey(
                related_name="+", related_query_name="+", db_index=True
            ),
            context_field=pghistory.ContextForeignKey(db_index=False),
        )(model)

    return track
