"""What happens to the assessment: rules are drafted and put in use, weeks are published."""

from logistics.assessment.actions.publishing import publish
from logistics.assessment.actions.schemes import draft, keep_draft, lay_usual, put_in_use

__all__ = ["draft", "keep_draft", "lay_usual", "publish", "put_in_use"]
