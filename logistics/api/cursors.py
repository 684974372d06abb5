"""A place in a list, from which its next page goes on: signed, and of one question alone.

A cursor holds what the last row shown is ordered by. The next page is what comes after these
values, found by the index that gives the order, however far down the list it is.
"""

import hashlib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core import signing
from django.db.models import Field, Model, Q, QuerySet
from django.utils.translation import gettext as _

from campus.lists.finding import Asked
from logistics.api.problems import Problem, in_address

SALT = "logistics.api.cursors"
OWN = ("cursor", "limit")


def question_of(asked: Asked) -> str:
    """One and the same for the same person asking the same of the same list."""
    typed = sorted((name, values) for name, values in asked.query.lists() if name not in OWN)
    whole = repr((asked.page.name, asked.person.pk, typed))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def order_of(asked: Asked) -> list[str]:
    """What the list is ordered by, each field once."""
    fields: dict[str, str] = {}
    for field in asked.order:
        name = field.removeprefix("-")
        fields.setdefault("id" if name == "pk" else name, field.replace("pk", "id"))
    return list(fields.values())


def cursor_after(asked: Asked, values: list[Any]) -> str:
    """The cursor after a row that is ordered by `values`."""
    return signing.dumps([question_of(asked), [typed(value) for value in values]], salt=SALT)


def typed(value: Any) -> Any:
    """A value as JSON holds it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def after(asked: Asked, rows: QuerySet[Any], cursor: str) -> QuerySet[Any]:
    """Of `rows` those after the cursor; raises a Problem for one that is not of this question."""
    try:
        question, values = signing.loads(cursor, salt=SALT)
    except signing.BadSignature:
        question, values = "", []
    if question != question_of(asked):
        words = _("This cursor does not belong to this list and these filters.")
        raise Problem(400, words, errors=[{**in_address("cursor"), "detail": words}])
    model = rows.model
    fields = order_of(asked)
    known = [
        field_at(model, field.removeprefix("-")).to_python(value)
        for field, value in zip(fields, values, strict=True)
    ]
    return rows.filter(beyond(fields, known))


def field_at(model: type[Model], path: str) -> "Field[Any, Any]":
    """The field at the end of a path such as "place__code"."""
    *relations, last = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model  # type: ignore[assignment]  # a relation leads to a model
    field = model._meta.get_field(last)
    assert isinstance(field, Field)
    return field


def beyond(fields: list[str], values: list[Any]) -> Q:
    """What comes after `values` in the order of `fields`; PostgreSQL has NULL as the greatest."""
    found = Q()
    for field, value in reversed(list(zip(fields, values, strict=True))):
        same, further = compared(field, value)
        found = further | (same & found) if found else further
    return reached(fields[0], values[0]) & found


def compared(field: str, value: Any) -> tuple[Q, Q]:
    """What has the same value in a field, and what comes after it."""
    name = field.removeprefix("-")
    if value is None:
        rest = Q(**{f"{name}__isnull": False}) if field.startswith("-") else Q(pk__in=[])
        return Q(**{f"{name}__isnull": True}), rest
    if field.startswith("-"):
        return Q(**{name: value}), Q(**{f"{name}__lt": value})
    return Q(**{name: value}), Q(**{f"{name}__gt": value}) | Q(**{f"{name}__isnull": True})


def reached(field: str, value: Any) -> Q:
    """What the index can begin with: the first field is not before its value."""
    name = field.removeprefix("-")
    if value is None:
        return Q()
    if field.startswith("-"):
        return Q(**{f"{name}__lte": value})
    return Q(**{f"{name}__gte": value}) | Q(**{f"{name}__isnull": True})
