"""What went wrong, as programs read it: application/problem+json (RFC 9457).

`detail` is a sentence for people in the language that the program asks for; `errors` say for each
field of the body (`pointer`, RFC 6901) or each parameter of the address what is wrong with it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_noop

MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: gettext_noop("The request cannot be read"),
    401: gettext_noop("No valid token"),
    403: gettext_noop("Not allowed"),
    404: gettext_noop("Nothing there"),
    405: gettext_noop("Not done this way"),
    409: gettext_noop("Cannot be done now"),
    413: gettext_noop("Too large"),
    415: gettext_noop("Only JSON is taken"),
    422: gettext_noop("Something in it is wrong"),
    429: gettext_noop("Too many calls"),
    500: gettext_noop("Something went wrong here"),
}
Error = dict[str, str]


class Problem(Exception):
    """An answer that is a problem, from wherever it is found out."""

    def __init__(
        self, status: int, detail: str = "", *, errors: Iterable[Error] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.errors, self.headers = list(errors), dict(headers or {})

    def answer(self) -> HttpResponse:
        """The problem as an answer."""
        told: dict[str, Any] = {
            "type": "about:blank", "title": translate(TITLES[self.status]), "status": self.status,
        }  # fmt: skip
        if self.detail:
            told["detail"] = self.detail
        if self.errors:
            told["errors"] = self.errors
        text = json.dumps(told, ensure_ascii=False)
        return HttpResponse(text, content_type=MEDIA_TYPE, status=self.status, headers=self.headers)


def in_body(*path: str | int) -> Error:
    """The place of a field in the body, as JSON Pointer writes it."""
    parts = [str(part).replace("~", "~0").replace("/", "~1") for part in path]
    return {"pointer": "".join(f"/{part}" for part in parts)}


def in_address(name: str) -> Error:
    return {"parameter": name}


def of_form(errors: Mapping[str, Iterable[Any]], *, address: bool = False) -> list[Error]:
    """What a form complains of, each at its field; what is about the whole stands at the root."""
    place = in_address if address else in_body
    return [
        {**(in_body() if name == NON_FIELD_ERRORS else place(name)), "detail": str(sentence)}
        for name, sentences in errors.items()
        for sentence in sentences
    ]


def of_refusal(error: ValidationError) -> list[Error]:
    """What a record complains of when it is stored."""
    if hasattr(error, "error_dict"):
        return of_form(error.message_dict)
    return of_form({NON_FIELD_ERRORS: error.messages})
