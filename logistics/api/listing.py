"""A list of the portal in JSON: the same rows, filters, search and order as its page."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Annotated, Any, Literal

import django_filters
from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query
from pydantic import BaseModel, Field, WithJsonSchema, create_model

from campus.doors import require
from campus.lists.finding import MOST_WORDS, SEARCH, SORT, Asked, matching_pks
from campus.lists.registry import CAP, ListPage
from campus.models import Person
from logistics.api.bearer import ApiRequest
from logistics.api.cursors import OWN, after, cursor_after, order_of
from logistics.api.problems import Problem, in_address, of_form
from logistics.api.service import answered, operation
from logistics.api.shapes import Answer, Shape

USUAL, MOST = 50, 100
DAY = r"^\d{4}-\d{2}-\d{2}$"
NUMBER = r"^\d{1,18}$"


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A list that programs read: `page` is the page's own, `shape` what a row of it looks like.

    Pupils' data leaves the portal only with a second person's approval (`ListPage.people`), which
    no program waits for: of a list with people `only` says which rows hold none of it.
    """

    name: str
    page: ListPage
    shape: Shape
    summary: str
    # The resource of its scope, where that has another name.
    scope_name: str = ""
    only: Callable[[QuerySet[Any]], QuerySet[Any]] | None = None

    @property
    def scope(self) -> str:
        return f"{self.scope_name or self.name}:read"


# Its description


def parameters_of(page: ListPage, title: str) -> type[BaseModel]:
    """What may be asked of a list in the address."""
    members: dict[str, Any] = {
        "limit": (int, Field(USUAL, ge=1, le=MOST, description="So many rows at most.")),
        "cursor": (str | None, Field(None, max_length=2000, description="From `next`.")),
    }
    if page.sought:
        about = "Words, parted by blanks; two characters are enough."
        members[SEARCH] = (str | None, Field(None, max_length=MOST_WORDS, description=about))
    if page.sorts:
        orders = tuple(f"{sign}{key}" for key in page.sorts for sign in ("", "-"))
        members[SORT] = (Literal[orders] | None, Field(None, description="Order; `-` turns it."))
    numbers = Annotated[str, Field(pattern=NUMBER), WithJsonSchema({"type": "integer"})]
    members |= {name: (str | None, Field(None, max_length=20)) for name in page.scope}
    for name, each in page.filters.base_filters.items():
        about = str(each.label or "")
        members[name] = (kind_of(each, numbers) | None, Field(None, description=about))
    return create_model(f"{title}Asked", **members)


def kind_of(each: django_filters.Filter, numbers: Any) -> Any:
    """The type of a filter's value; the filter itself says more exactly what it takes."""
    if isinstance(each, django_filters.ModelChoiceFilter):
        return numbers
    if isinstance(each, django_filters.ChoiceFilter):
        choices = each.extra.get("choices")
        values = () if callable(choices) else tuple(str(value) for value, _label in choices)
        return Literal[values] if values else Annotated[str, Field(max_length=60)]
    if isinstance(each, django_filters.DateFilter):
        day = {"type": "string", "format": "date"}
        return Annotated[str, Field(pattern=DAY), WithJsonSchema(day)]
    if isinstance(each, django_filters.BooleanFilter):
        return Literal["true", "false"]
    return Annotated[str, Field(max_length=100)]


def serve(listing: Listing, title: str) -> None:
    """Declare the operation that reads the list; raises ValueError for one that would take pupils'
    data away."""
    if listing.page.people and listing.only is None:
        raise ValueError(listing.name)
    model = listing.shape.model
    page_model: Any = create_model(
        f"{title}Page", __base__=Answer,
        data=(list[model], ...),  # type: ignore[valid-type]  # made a line above
        next=(str | None, Field(description="The address of the next page; null on the last.")),
    )  # fmt: skip
    asked = parameters_of(listing.page, title)

    def rows(request: ApiRequest, asked: Any) -> HttpResponse:
        return list_answer(request, listing, asked.limit, asked.cursor)

    rows.__doc__ = listing.summary
    rows.__signature__ = signature(asked=(asked, Query(...)))  # type: ignore[attr-defined]  # read by ninja
    operation(
        "GET", f"/{listing.name}", scope=listing.scope, answer=page_model,
        name=f"{listing.name}_list",
    )(rows)  # fmt: skip


def signature(**parameters: tuple[Any, Any] | type) -> Signature:
    """A view's parameters, where their types are known only when the portal starts."""
    made = [Parameter("request", Parameter.POSITIONAL_OR_KEYWORD)]
    for name, given in parameters.items():
        kind, default = given if isinstance(given, tuple) else (given, Parameter.empty)
        made.append(
            Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, annotation=kind, default=default)
        )
    return Signature(made)


# Its answer


def list_answer(
    request: ApiRequest, listing: Listing, limit: int, cursor: str | None
) -> HttpResponse:
    """One page of the list: the rows from one query, whatever there is of them."""
    page, person = listing.page, request.auth.person
    require(page.may_read(person))
    refuse_twice(request.GET)
    asked = Asked(page, person, request.GET, today=timezone.localdate())
    refuse_misfits(asked)
    order = order_of(asked)
    columns = [*listing.shape.columns, *(field.removeprefix("-") for field in order)]
    rows = listing.only(found(asked)) if listing.only else found(asked)
    if cursor:
        rows = after(asked, rows, cursor)
    read = list(plain_rows(rows, order).values_list(*columns)[: limit + 1])
    shown = read[:limit]
    headers, following = {}, None
    if len(read) > limit:
        last = shown[-1][len(listing.shape.columns) :]
        following = next_address(request, cursor_after(asked, list(last)))
        headers["Link"] = f'<{following}>; rel="next"'
    told = {"data": list(listing.shape.objects(shown)), "next": following}
    return answered(told, headers=headers)


def served_row(model: type[Model], shape: Shape, person: Person, pk: int) -> dict[str, Any]:
    """One record, if the person may see it; raises Http404."""
    records: Any = model._default_manager
    row = records.visible_to(person).filter(pk=pk).order_by().values_list(*shape.columns).first()
    if row is None:
        raise Http404
    return next(shape.objects([row]))


def found(asked: Asked) -> QuerySet[Any]:
    """What matches; for rare words by its numbers, as on the page (`campus.lists.finding.find`)."""
    if not asked.is_narrowed:
        return asked.matching
    pks = matching_pks(asked)
    return asked.everything.filter(pk__in=pks) if len(pks) <= CAP else asked.matching


def plain_rows(rows: QuerySet[Any], order: list[str]) -> QuerySet[Any]:
    """Without what only the page reads beside each row."""
    return rows.prefetch_related(None).order_by(*order)


def refuse_twice(query: QueryDict) -> None:
    """Raise a Problem where a parameter is given twice."""
    twice = [name for name, values in query.lists() if len(values) > 1]
    if twice:
        words = _("This is given twice.")
        raise Problem(422, errors=[{**in_address(name), "detail": words} for name in twice])


def refuse_misfits(asked: Asked) -> None:
    """Raise a Problem for parameters that the list does not know or this person has not, and for
    values that filters do not take: nothing is passed over in silence."""
    known = {SORT, *OWN, *asked.page.scope, *asked.filters.filters}
    known |= {SEARCH} if asked.page.sought else set()
    words = _("There is no such filter.")
    errors = [
        {**in_address(name), "detail": words} for name in asked.query if name not in known
    ] + of_form(asked.filters.form.errors, address=True)
    if errors:
        raise Problem(422, errors=errors)


def next_address(request: ApiRequest, cursor: str) -> str:
    query = request.GET.copy()
    query["cursor"] = cursor
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
