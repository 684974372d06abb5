"""The API described: as OpenAPI 3.1 for programs, and group by group for people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from django.utils.functional import Promise

from logistics.api.operations import declared
from logistics.api.problems import MEDIA_TYPE
from logistics.api.scopes import RESOURCES

METHODS = ("get", "post", "put", "patch", "delete")
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "A sentence for people."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "Where in the body, RFC 6901."},
                    "parameter": {"type": "string", "description": "Which of the address."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
ALWAYS = {400: "The request cannot be read", 401: "No valid token", 403: "Not allowed",
          404: "Nothing there", 422: "Something in it is wrong", 429: "Too many calls"}  # fmt: skip
ACTING = {409: "Cannot be done now", 413: "Too large", 415: "Only JSON is taken"}
KEY = {
    "name": "Idempotency-Key", "in": "header", "required": False,
    "schema": {"type": "string", "maxLength": 200, "pattern": "^[ -~]*$"},
    "description": "A name of your own for this call; sent once more, it is answered as before.",
}  # fmt: skip


@cache
def openapi() -> dict[str, Any]:
    """The description as OpenAPI 3.1 has it."""
    told: dict[str, Any] = dict(declared().get_openapi_schema(path_prefix="/"))
    told["servers"] = [{"url": "/api/v1"}]
    told["components"]["schemas"]["Problem"] = PROBLEM
    told["components"]["securitySchemes"] = {
        "Token": {"type": "http", "scheme": "bearer", "description": "Made at “My account”."}
    }
    for _path, method, each in operations_of(told):
        each["security"] = [{"Token": [each["x-scope"]]}]
        each["description"] = f"{each.get('description', '')}\n\nScope: `{each['x-scope']}`".strip()
        trouble = ALWAYS if method == "get" else ALWAYS | ACTING
        each["responses"] |= {str(status): problem(words) for status, words in trouble.items()}
        if method != "get":
            each["parameters"].append(KEY)
    return told


def problem(words: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": words, "content": {MEDIA_TYPE: {"schema": schema}}}


def operations_of(told: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of each operation."""
    for path, methods in told["paths"].items():
        for method in METHODS:
            if method in methods:
                yield path, method, methods[method]


# For people


@dataclass(frozen=True)
class Line:
    """A parameter of an address or a member of a body."""

    name: str
    kind: str
    about: str
    is_required: bool


@dataclass(frozen=True)
class Told:
    """One operation as the page tells it."""

    method: str
    path: str
    name: str
    summary: str
    scope: str
    lines: list[Line]
    bodies: list[tuple[str, list[Line]]]
    body: dict[str, Any]
    example: str


@dataclass(frozen=True)
class Group:
    """The operations of one resource."""

    name: str
    label: str | Promise
    operations: list[Told]


@cache
def groups() -> list[Group]:
    """All operations, resource by resource."""
    labels = {each.name: each.label for each in RESOURCES}
    told = [told_of(*each) for each in operations_of(openapi())]
    return [
        Group(name, labels.get(name, name), list(each))
        for name, each in groupby(told, key=lambda one: one.scope.partition(":")[0])
    ]


def told_of(path: str, method: str, each: dict[str, Any]) -> Told:
    bodies = list(bodies_of(each.get("requestBody", {})))
    body = body_like(bodies[0][1]) if bodies else {}
    return Told(
        method=method.upper(), path=path, name=each["operationId"], summary=each["summary"],
        scope=each["x-scope"], bodies=bodies, body=body, example=example_of(path, method, body),
        lines=[
            Line(one["name"], kind_of(one["schema"]), one.get("description", ""), one["required"])
            for one in each["parameters"]
        ],
    )  # fmt: skip


def bodies_of(body: dict[str, Any]) -> Iterator[tuple[str, list[Line]]]:
    """The members of each body that can be sent, with what tells it from the others."""
    for content in body.get("content", {}).values():
        schema = resolved(content["schema"])
        for one in schema.get("oneOf") or schema.get("anyOf") or [schema]:
            whole = resolved(one)
            members = whole.get("properties", {})
            needed = whole.get("required", ())
            yield (
                members.get("move", {}).get("const", ""),
                [
                    Line(name, kind_of(each), each.get("description", ""), name in needed)
                    for name, each in members.items()
                ],
            )


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that a reference names."""
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = openapi()["components"]["schemas"][name] if name else schema
    return found


def kind_of(schema: dict[str, Any]) -> str:
    """A type in a few words: integer, date, "a | b | c"."""
    either = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    if either:
        return " | ".join(map(kind_of, either))
    if "$ref" in schema:
        return kind_of(resolved(schema))
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"[{kind_of(schema.get('items', {}))}]"
    return str(schema.get("format") or schema.get("type", "object"))


def body_like(lines: list[Line]) -> dict[str, Any]:
    """A body with all that is needed."""
    return {each.name: sample(each.kind) for each in lines if each.is_required}


def example_of(path: str, method: str, body: dict[str, Any]) -> str:
    """How curl asks it."""
    address = f"$BASE{path}".replace("{pk}", "1")
    line = f'curl -H "Authorization: Bearer $TOKEN" {address}'
    if method == "get":
        return line
    return (
        f'{line} \\\n  -X {method.upper()} -H "Content-Type: application/json" '
        f"-H \"Idempotency-Key: $(uuidgen)\" \\\n  -d '{json.dumps(body, ensure_ascii=False)}'"
    )


def sample(kind: str) -> Any:
    """A value that fits a type."""
    first = kind.partition(" | ")[0]
    samples = {
        "integer": 1, "number": 1, "boolean": True, "date": "2026-09-01", "time": "08:00",
        "date-time": "2026-09-01T08:00:00+08:00", "string": "…",
    }  # fmt: skip
    return samples.get(first, first)
