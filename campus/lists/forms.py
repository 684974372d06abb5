"""What is typed to save a search, and which rows an act is for."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campus.lists import rights
from campus.lists.finding import Asked, matching_pks
from campus.lists.models import SavedView, Sharing, shown_to_choices
from campus.lists.registry import CAP, ListPage
from campus.people.models import Person, Role
from campus.shell.forms import PlainForm
from campus.shell.numbers import number_typed


class NameView(forms.ModelForm):
    """The name of a saved search, and for the head to whom it is shown."""

    shown_to = forms.ChoiceField(label=gettext_lazy("shown to"), required=False)

    class Meta:
        model = SavedView
        fields = ["name"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.person = self.instance.person if self.instance.pk else person
        if rights.can_share(person):
            field = self.fields["shown_to"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = shown_to_choices()
            field.initial = self.instance.role or self.instance.sharing
        else:
            del self.fields["shown_to"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def validate_unique(self) -> None:
        """The form lacks person and list, so that Django would not look by itself."""
        same = SavedView.objects.of_list(self.instance.list_name).filter(
            person=self.instance.person, name=self.cleaned_data.get("name", "")
        )
        if same.exclude(pk=self.instance.pk).exists():
            self.add_error("name", _("You have saved a search under this name already."))

    @property
    def sharing(self) -> dict[str, str]:
        """To whom it is shown, as the actions take it."""
        chosen = self.cleaned_data.get("shown_to") or Sharing.NOBODY
        if chosen in Role.values:
            return {"sharing": Sharing.ROLE, "role": chosen}
        return {"sharing": chosen, "role": ""}


class TakeAway(PlainForm):
    """What a list is taken away for."""

    reason = forms.CharField(label=gettext_lazy("What is it for?"), max_length=300)


class Selection(forms.Form):
    """The rows of a list that an act is for: `item` by `item`, or `all` that the address finds.

    `all` carries how many the person saw: where there are more or fewer by now, nothing is done.
    """

    item = forms.TypedMultipleChoiceField(coerce=int, required=False)
    all = forms.IntegerField(required=False, min_value=1, max_value=CAP)

    def __init__(
        self, data: QueryDict, *, page: ListPage, person: Person, query: QueryDict
    ) -> None:
        super().__init__(data)
        self.page, self.person, self.query = page, person, query
        field = self.fields["item"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        typed = data.getlist("item")[: CAP + 1]
        field.choices = [(each, each) for each in typed if number_typed(each) is not None]

    def clean(self) -> dict[str, Any]:
        """Adds `rows`, in the order of the list."""
        typed = super().clean() or {}
        if self.errors:
            return typed
        asked = Asked(self.page, self.person, self.query, today=timezone.localdate())
        if typed.get("all"):
            return typed | {"rows": self.all_found(asked, typed["all"])}
        return typed | {"rows": self.each_chosen(asked, typed["item"])}

    def each_chosen(self, asked: Asked, pks: list[int]) -> list[Any]:
        """The rows that were ticked, whatever the address narrows the list to by now."""
        if not pks:
            raise ValidationError(_("Select the rows first."))
        rows = list(asked.some(pks))
        if len(rows) != len(set(pks)):
            raise ValidationError(_("Some of the selected are not there any more. Look again."))
        return rows

    def all_found(self, asked: Asked, seen: int) -> list[Any]:
        """All that search and filters find, of which the person may select."""
        pks = matching_pks(asked)
        if len(pks) != seen:
            raise ValidationError(
                _("There were %(seen)s found, and now there are %(now)s. Look again."),
                params={"seen": seen, "now": len(pks)},
            )
        return [row for row in asked.some(pks) if self.page.may_select(self.person, row)]
