"""Search of Chinese text by the characters that stand beside each other.

On the model, a column that the database keeps, and its index:

    sought = models.GeneratedField(
        expression=Bigrams("title", "cohort"), output_field=SearchVectorField(), db_persist=True
    )
    GinIndex(fields=["sought"], name="plan_item_sought")

The functions in the database are laid by campus's migration 0002; the first migration of a model
with such a column depends on it.
"""

import unicodedata
from collections.abc import Callable
from typing import TypeVar

from django.db.models import BooleanField, F, Func, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat, StrIndex

M = TypeVar("M", bound=Model)

# More words than this only narrow to nothing; each costs the planner and the index.
MOST_CHARACTERS = 200
# What stands in no text, and cannot be sent to the database either: NUL and halves of characters.
_NEVER_FOUND = dict.fromkeys([0, *range(0xD800, 0xE000)])


def Bigrams(*fields: str) -> Func:
    """The bigrams of some text fields of one model, for a stored GeneratedField.

    Made of Django's own expressions, so that migrations name no living code.
    """
    texts: list[F | Value] = [part for name in fields for part in (Value(" "), F(name))][1:]
    whole = TextField()
    text: Combinable = (
        Concat(*texts, output_field=whole)
        if len(texts) > 1
        else Coalesce(texts[0], Value(""), output_field=whole)
    )
    return Func(text, function="bigrams")


def mentioning(
    queryset: QuerySet[M],
    words: str,
    field: str = "sought",
    also: Callable[[str], Q] = lambda word: Q(),
) -> QuerySet[M]:
    """The records in whose text each of `words`, parted by blanks, stands; all of them for none.

    Case and width count for nothing. The index answers words of one and two characters whole; it
    narrows longer ones down to a few rows whose text is then read. `also` gives for a word what
    else a record is found by.
    """
    text = sought_text(queryset.model, field)
    for word in words.translate(_NEVER_FOUND)[:MOST_CHARACTERS].split():
        queryset = queryset.filter(mentions(field, text, word) | also(word))
    return queryset


def mentions(field: str, text: Combinable, word: str) -> Q:
    """Whether `word` stands in the text."""
    found = Q(holds(field, word))
    return found & Q(stands_in(text, word)) if is_long(word) else found


def holds(field: str, word: str) -> Func:
    """Whether the column holds the bigrams of `word`."""
    query = Func(Value(word), function="bigram_query")
    return Func(
        F(field), query,
        template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField(),
    )  # fmt: skip


def is_long(word: str) -> bool:
    """Whether its bigrams could stand apart from each other in a text."""
    return len(unicodedata.normalize("NFKC", word)) > 2


def sought_text(model: type[Model], field: str) -> Combinable:
    """The text whose bigrams the column `field` of `model` holds."""
    expression = model._meta.get_field(field).expression  # type: ignore[union-attr]  # GeneratedField
    return expression.get_source_expressions()[0]


def stands_in(text: Combinable, word: str) -> Func:
    """Whether `word` stands in `text` as it is, case and width aside."""
    position = StrIndex(folded(text), folded(Value(word)))
    return Func(position, template="(%(expressions)s > 0)", output_field=BooleanField())


def folded(text: Combinable) -> Func:
    return Func(text, function="folded", output_field=TextField())
