"""Cases of every kind: their lists, one with what can be done to it, raising, moves, comments.

Nothing here asks which area a case belongs to: `CaseKind` says what its moves are and who may, the
forms of the moves what they ask.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Annotated, Any, Literal

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.utils import timezone
from pydantic import Field, create_model

from campus.cases.asking import MoveForm
from campus.cases.models import Case
from campus.cases.page import CasePage
from campus.cases.registry import CaseKind
from campus.cases.views import found
from campus.doors import YES, require
from campus.doors import Answer as Right
from campus.lists.registry import ListPage
from campus.models import Person
from campus.records import actions as records
from campus.records.forms import WriteComment
from logistics.api.bearer import ApiRequest
from logistics.api.bodies import (
    NO_FILES,
    Sent,
    body_of,
    refuse_slips,
    refuse_unasked,
    typed,
)
from logistics.api.choices import Choices, choices_of
from logistics.api.listing import Listing, serve, signature
from logistics.api.service import answered, operation
from logistics.api.shapes import Answer, Part, Shape, code, person, place, plain

OWN_FIELDS = ("seen", "receipt")


@dataclass(frozen=True, kw_only=True)
class Raising:
    """How a case of a kind is raised: the page's own form and act.

    `form(person, data, files)` is the form filled in, `act(form, by=, at=)` raises the case;
    `fields` is the form's class.
    """

    fields: type[forms.Form]
    form: Callable[..., forms.BaseForm]
    act: Callable[..., Case]
    may: Callable[[Person], Right] = lambda person: YES
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ServedKind:
    """A kind of case as programs see it: under which name, by which list, with which more parts."""

    name: str
    title: str
    kind: CaseKind
    page: ListPage
    parts: tuple[Part, ...] = ()
    raising: Raising | None = None

    @property
    def shape(self) -> Shape:
        """A row of the list."""
        model: Any = self.kind.model
        return Shape(
            self.title,
            plain("id", int),
            plain("number", str, about="As people say it, such as R-2025-0132."),
            plain("title", str),
            code("status", model.Status),
            code("priority", Case.Priority),
            place(),
            person("reporter", about="Null where it was said without a name."),
            person("assignee", about="In whose hands it is."),
            plain("raised_at", datetime),
            plain("due_at", datetime, empty=True, about="The nearest promise that is running."),
            plain("changed_at", datetime),
            plain("version", int, about="Counts every act; a move says which one it has seen."),
            *self.parts,
        )


class MoveOut(Answer):
    """Something that can be done to the case now."""

    name: str
    label: str
    allowed: bool
    reason: str = Field(description="Why not, for people; empty where it is allowed.")


class PromiseOut(Answer):
    """Something that was promised when the case was raised."""

    name: str
    label: str
    due_at: datetime | None
    met_at: datetime | None


class Commented(Answer):
    """A comment that stands in the timeline now."""

    id: int
    words: str
    at: datetime
    by: str


class Comment(Sent):
    """A comment; `@` and a name tells that person."""

    words: str = Field(min_length=1, max_length=2000, pattern=r"\S")


def serve_kind(served: ServedKind) -> None:
    """Declare all operations of a kind."""
    shape = served.shape
    whole: Any = create_model(
        f"{served.title}Whole", __base__=shape.model,
        description=(str, ...), path=(str, Field(description="Its page in the portal.")),
        promises=(list[PromiseOut], ...), moves=(list[MoveOut], ...),
    )  # fmt: skip
    serve(
        Listing(
            name=served.name, page=served.page, shape=shape,
            summary=f"{served.kind.label_plural}, the newest first.",
        ),
        served.title,
    )  # fmt: skip
    serve_one(served, shape, whole)
    serve_comments(served)
    serve_moves(served, shape, whole)
    if served.raising:
        serve_raising(served, served.raising, shape, whole)
        serve_choices(served, served.raising)


def whole_answer(
    served: ServedKind, shape: Shape, case: Case, by: Person, *, status: int = 200
) -> HttpResponse:
    """One case with what can be done to it, as its page says."""
    cases: Any = served.kind.model._default_manager
    row = cases.filter(pk=case.pk).values_list(*shape.columns).get()
    page = CasePage(case, by, timezone.now())
    told = {
        **next(shape.objects([row])),
        "description": case.description,
        "path": served.kind.path(case),
        "promises": [
            {
                "name": line.promise.kind, "label": str(line.label),
                "due_at": line.promise.due_at, "met_at": line.promise.met_at,
            }
            for line in page.promises
        ],
        "moves": [
            {
                "name": button.move.name, "label": str(button.move.label),
                "allowed": bool(button.answer), "reason": str(button.answer.reason),
            }
            for button in page.buttons
        ],
    }  # fmt: skip
    headers = {"Location": f"/api/v1/{served.name}/{case.pk}"} if status == 201 else None
    return answered(told, status=status, headers=headers)


def serve_one(served: ServedKind, shape: Shape, whole: Any) -> None:
    def one(request: ApiRequest, pk: int) -> HttpResponse:
        case = found(request, served.kind, pk)
        return whole_answer(served, shape, case, request.auth.person)

    one.__doc__ = f"{served.kind.label}: one, with its promises and what can be done to it."
    operation(
        "GET", f"/{served.name}/{{int:pk}}", scope=f"{served.name}:read", answer=whole,
        name=f"{served.name}_one",
    )(one)  # fmt: skip


def serve_raising(served: ServedKind, raising: Raising, shape: Shape, whole: Any) -> None:
    leave_out = (*OWN_FIELDS, *raising.leave_out)
    body_type = body_of(f"{served.title}New", raising.fields, leave_out=leave_out)

    def new(request: ApiRequest, body: Sent) -> HttpResponse:
        by = request.auth.person
        require(raising.may(by))
        form = raising.form(by, typed(body), NO_FILES)
        refuse_unasked(body, form.fields)
        refuse_slips(form)
        case = raising.act(form, by=by, at=timezone.now())
        raised = found(request, served.kind, case.pk)
        return whole_answer(served, shape, raised, by, status=201)

    new.__doc__ = f"{served.kind.label}: raise one."
    new.__signature__ = signature(body=body_type)  # type: ignore[attr-defined]  # read by ninja
    operation(
        "POST", f"/{served.name}", scope=f"{served.name}:write", answer=whole, status=201,
        name=f"{served.name}_new",
    )(new)  # fmt: skip


def serve_choices(served: ServedKind, raising: Raising) -> None:
    def choices(request: ApiRequest) -> HttpResponse:
        require(raising.may(request.auth.person))
        form = raising.form(request.auth.person, QueryDict(), NO_FILES)
        return answered(choices_of(form, leave_out=raising.leave_out))

    choices.__doc__ = (
        f"{served.kind.label}: what the fields that name records can be, to raise one."
    )
    operation(
        "GET", f"/{served.name}/choices", scope=f"{served.name}:write", answer=Choices,
        name=f"{served.name}_choices",
    )(choices)  # fmt: skip


def serve_comments(served: ServedKind) -> None:
    def comment(request: ApiRequest, pk: int, body: Comment) -> HttpResponse:
        case, by = found(request, served.kind, pk), request.auth.person
        require(served.kind.may_comment(by, case))
        form = WriteComment(typed(body), NO_FILES, thing=case, person=by)
        refuse_slips(form)
        entry = records.comment(case, by=by, at=timezone.now(), **form.cleaned_data)
        told = {"id": entry.pk, "words": entry.words, "at": entry.at, "by": by.name}
        return answered(told, status=201)

    comment.__doc__ = f"{served.kind.label}: say something in its timeline."
    operation(
        "POST", f"/{served.name}/{{int:pk}}/comments", scope=f"{served.name}:write",
        answer=Commented, status=201, name=f"{served.name}_comment",
    )(comment)  # fmt: skip


# Moves


def serve_moves(served: ServedKind, shape: Shape, whole: Any) -> None:
    def move(request: ApiRequest, pk: int, body: Any) -> HttpResponse:
        case, by = found(request, served.kind, pk), request.auth.person
        declared = served.kind.move(body.move)
        if declared is None:
            raise Http404
        require(declared.may(by, case))
        data = typed(body, leave_out=("move", "version"), seen=body.version)
        form = (declared.form or MoveForm)(data, NO_FILES, case=case, person=by)
        refuse_unasked(body, form.fields, known=("move", "version"))
        refuse_slips(form)
        facts = form.facts()
        declared.act(case, by=by, at=timezone.now(), seen=body.version, **facts)
        return whole_answer(served, shape, moved(request, served, case), by)

    move.__doc__ = (
        f"{served.kind.label}: do something to it, by the name of the move and the version seen."
    )
    move.__signature__ = signature(pk=int, body=moves_of(served))  # type: ignore[attr-defined]  # read by ninja
    operation(
        "POST", f"/{served.name}/{{int:pk}}/moves", scope=f"{served.name}:write", answer=whole,
        name=f"{served.name}_move",
    )(move)  # fmt: skip


def moved(request: ApiRequest, served: ServedKind, case: Case) -> Case:
    """The case as it stands after the move; its mover saw it before and is told what became of it,
    though it may be others' from now on."""
    cases: Any = served.kind.model._default_manager
    related = ("place", "reporter", "assignee", "merged_into", *served.kind.related)
    now: Case = cases.select_related(*related).get(pk=case.pk)
    return now


def moves_of(served: ServedKind) -> Any:
    """One description for each move, told apart by `move`."""
    bodies = [
        body_of(
            f"{served.title}{pascal(each.name)}", each.form or MoveForm, leave_out=OWN_FIELDS,
            move=(Literal[each.name], Field(description=str(each.label))),
            version=(Annotated[int, Field(ge=0, le=2**31 - 1)], Field(description="As seen.")),
        )
        for each in served.kind.moves
    ]  # fmt: skip
    if len(bodies) == 1:
        return bodies[0]
    return Annotated[reduce(or_, bodies), Field(discriminator="move")]


def pascal(name: str) -> str:
    """hand-on → HandOn."""
    return "".join(part.capitalize() for part in name.split("-"))
