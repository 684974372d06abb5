"""What a searched word names: people and places by whose name rows of other lists are found."""

from typing import Any

from django.db.models import Model, Q

from campus.lists.registry import ListPage
from campus.lists.search import mentioning
from campus.people.models import Person

# A word that stands in more names than these says little; it is looked for in texts alone. Our own
# figure: half again the classrooms of a large building.
MOST_NAMED = 100
# One character stands in too many names.
LEAST_CHARACTERS = 2


class Names:
    """Whom and what words name among what `person` may see: one query for each word and model."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._known: dict[tuple[type[Model], str], list[int]] = {}

    def leading_to(self, page: ListPage, model: type[Model], word: str) -> Q:
        """The rows of a list of `model` that lead to somebody or something called `word`."""
        found = Q()
        for field in page.named_by if len(word) >= LEAST_CHARACTERS else ():
            related: Any = model._meta.get_field(field).related_model
            if numbers := self.called(related, word):
                found |= Q(**{f"{field}__in": numbers})
        return found

    def called(self, model: type[Model], word: str) -> list[int]:
        """The numbers of the people or places called `word`; none where there are too many."""
        if (model, word) not in self._known:
            seen: Any = model._default_manager
            rows = mentioning(seen.visible_to(self.person), word).order_by()
            numbers = list(rows.values_list("pk", flat=True)[: MOST_NAMED + 1])
            self._known[model, word] = numbers if len(numbers) <= MOST_NAMED else []
        return self._known[model, word]
