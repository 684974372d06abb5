"""Whether an answer is what the description says: asked of a second reader of JSON Schema."""

from functools import cache
from typing import Any

import jsonschema_rs

from logistics.api.documents import openapi, operations_of


@cache
def described(name: str, status: int) -> jsonschema_rs.Validator:
    """The schema of one answer, with what it refers to."""
    operation = next(
        each for _p, _m, each in operations_of(openapi()) if each["operationId"] == name
    )
    told = {str(key): value for key, value in operation["responses"].items()}[str(status)]
    schema = next(iter(told["content"].values()))["schema"]
    whole = {**schema, "components": openapi()["components"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def misfits(name: str, answer: Any) -> list[str]:
    """What an answer holds that is not described, or does not hold."""
    errors = described(name, answer.status_code).iter_errors(answer.json())
    return [f"{'/'.join(map(str, each.instance_path))}: {each.message}" for each in errors]
