"""Items of the store with quantities, as any form takes them."""

from typing import Any

from crispy_forms.layout import Column, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Value
from django.db.models.functions import Concat, Trim
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from repairs.actions.supplies import Line
from repairs.models import MOST_PIECES, Supply

# Lines that a form offers; who needs more asks twice, or brings a table in.
ROWS = 6


class SupplyInput(forms.TextInput):
    """A field that offers items of the store while somebody types; without script the name is
    typed out."""

    class Media:
        css = {"all": ["css/offers.css"]}
        js = [forms.Script("js/offers.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        offer = {"autocomplete": "off", "data-offers": reverse_lazy("repairs:supplies_suggest")}
        super().__init__({**offer, **(attrs or {})})


def supplies_called(typed: str) -> list[Supply]:
    """The offered items of this name, or of this name and specification; two at the most."""
    whole = Trim(Concat(F("name"), Value(" "), F("spec"), output_field=CharField()))
    offered = Supply.objects.offered().defer("sought").select_related("stock").annotate(whole=whole)
    return list(offered.filter(whole__iexact=typed)[:2] or offered.filter(name__iexact=typed)[:2])


class SupplyField(forms.CharField):
    """An item of the store by its name and specification; cleans to a Supply, or to None for
    nothing. With `free` also to the words themselves, for what the store does not have."""

    widget = SupplyInput

    def __init__(self, *, free: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("label", pgettext_lazy("the store", "Item"))
        super().__init__(max_length=60 if free else 140, **kwargs)
        self.free = free

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a name that no item bears, or several."""
        typed: str = super().clean(value)
        if not typed:
            return None
        found = supplies_called(typed)
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(
                _("Several items are called “%(word)s”; write the specification too."),
                params={"word": typed},
            )
        if self.free:
            return typed
        raise ValidationError(_("The store has no item “%(word)s”."), params={"word": typed})


def pieces(**kwargs: Any) -> forms.IntegerField:
    """How many."""
    kwargs.setdefault("label", gettext_lazy("Quantity"))
    widget = forms.NumberInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(min_value=1, max_value=MOST_PIECES, widget=widget, **kwargs)


class LinesForm(forms.Form):
    """A form with rows of item and quantity; `lines` are those that were filled in."""

    def lay_rows(self) -> list[Any]:
        """Add the fields of all rows; answers with their layout."""
        rows = []
        for number in range(1, ROWS + 1):
            self.fields[f"item_{number}"] = SupplyField(required=False)
            self.fields[f"quantity_{number}"] = pieces(required=False)
            rows.append(
                Row(
                    Column(f"item_{number}", css_class="col-8"),
                    Column(f"quantity_{number}", css_class="col-4"),
                )
            )
        return rows

    def check_rows(self) -> None:
        """Complain of rows that are half filled in, of an item in two rows, and of no row."""
        seen: set[Any] = set()
        for number in range(1, ROWS + 1):
            item = self.cleaned_data.get(f"item_{number}")
            quantity = self.cleaned_data.get(f"quantity_{number}")
            if item and not quantity and f"quantity_{number}" not in self.errors:
                self.add_error(f"quantity_{number}", _("Say how many."))
            if quantity and not item and f"item_{number}" not in self.errors:
                self.add_error(f"item_{number}", _("Say of what."))
            if item and item in seen:
                self.add_error(f"item_{number}", _("One item stands in two lines."))
            seen.add(item)
        if not self.errors and not seen - {None}:
            self.add_error("item_1", _("Say what you need, and how many."))

    @property
    def lines(self) -> list[Line]:
        """What was typed, as the actions take it."""
        typed = self.cleaned_data
        return [
            Line(typed[f"item_{number}"], typed[f"quantity_{number}"])
            for number in range(1, ROWS + 1)
            if typed.get(f"item_{number}")
        ]
