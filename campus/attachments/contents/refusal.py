"""Why a content is not taken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALLOWED = _(
    "Photos (JPEG, PNG, WebP, HEIC) up to 15 MB; PDF, Word (.docx) and Excel (.xlsx) up to 20 MB."
)


class Refusal(Exception):
    """A content is not taken; `sentence` says why, and what to do, in the reader's language."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self.sentence = sentence
