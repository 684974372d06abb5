"""What is typed about assets: registering, correcting, transferring, disposing of."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.lists.forms import Selection
from campus.models import Department, Person
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.places.labels import SIZES
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from repairs.models import AssetCategory, FixedAsset

THRESHOLD = _(
    "From %(amount)s yuan on a thing is a fixed asset (a senior high school's practice); what "
    "costs less may be kept here too."
)


class AssetForm(EditForm):
    """What is said of an asset; a category that is not in the list is typed."""

    category = forms.ModelChoiceField(
        label=_("Category"), queryset=AssetCategory.objects.all(), required=False,
        empty_label=_("Another one"),
    )  # fmt: skip
    new_category = forms.CharField(label=_("Another category"), required=False, max_length=40)
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    class Meta:
        model = FixedAsset
        fields = [
            "number", "name", "spec", "category", "status", "bought_on", "price", "warranty_until",
            "supplier", "is_spare", "note",
        ]  # fmt: skip
        widgets = {"bought_on": DayInput(), "warranty_until": DayInput()}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.fields["price"].help_text = THRESHOLD % {"amount": settings.FIXED_ASSET_FROM}
        status = self.fields["status"]
        assert isinstance(status, forms.ChoiceField)
        status.choices = [
            (each.value, each.label) for each in FixedAsset.Status if each in FixedAsset.KEPT
        ]
        self.helper.layout = Layout(
            Row(Column("number"), Column("name")),
            *self.where,
            Row(Column("category"), Column("new_category")),
            Row(Column("spec"), Column("status")),
            Row(Column("bought_on"), Column("price")),
            Row(Column("warranty_until"), Column("supplier")),
            "is_spare", "note", "attachments",
        )  # fmt: skip

    @property
    def where(self) -> list[Any]:
        """The fields of where it is, which only a new asset has."""
        return []

    def clean_number(self) -> str:
        """Raises ValidationError for a number that another asset has, small letters or large."""
        number: str = self.cleaned_data["number"].upper()
        same = FixedAsset.objects.filter(number__iexact=number).exclude(pk=self.instance.pk)
        if found := same.first():
            raise ValidationError(_("“%(asset)s” has this number."), params={"asset": found.name})
        return number

    def clean(self) -> dict[str, Any]:
        """A category in one way or the other; a warranty that ends after the purchase."""
        typed = super().clean()
        if not typed.get("category") and not typed.get("new_category", "").strip():
            self.add_error("category", _("Choose a category, or type another one."))
        bought, warranty = typed.get("bought_on"), typed.get("warranty_until")
        if bought and warranty and warranty < bought:
            self.add_error("warranty_until", _("A warranty cannot end before the thing is bought."))
        return typed

    @property
    def fields_typed(self) -> dict[str, Any]:
        """What the actions take; `new_category` only where no other is chosen."""
        chosen = {"new_category": ""} if self.cleaned_data.get("category") else {}
        return self.cleaned_data | chosen


class NewAssetForm(AssetForm):
    """A new asset, and where it is."""

    place = PlaceField(
        label=_("Place"), required=False, help_text=_("The code on the sign, or the name.")
    )
    department = forms.ModelChoiceField(
        label=_("Department"), queryset=Department.objects.all(), required=False,
        empty_label=_("None"),
    )  # fmt: skip
    custodian = PersonField(label=_("Custodian"), required=False)

    class Meta(AssetForm.Meta):
        fields = [*AssetForm.Meta.fields, "place", "department", "custodian"]

    @property
    def where(self) -> list[Any]:
        return ["place", Row(Column("department"), Column("custodian"))]


class Transfer(PlainForm):
    """Where an asset goes and who answers for it there; what is left empty stays as it is."""

    place = PlaceField(
        label=_("Place"), required=False, help_text=_("Empty: it stays where it is.")
    )
    department = forms.ModelChoiceField(
        label=_("Department"), queryset=Department.objects.all(), required=False,
        empty_label=_("As it is"),
    )  # fmt: skip
    custodian = PersonField(
        label=_("Custodian"), required=False, help_text=_("Empty: whoever it is now.")
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not self.errors and not any(self.to.values()):
            raise ValidationError(_("Say where it goes, or who answers for it."))
        return typed

    @property
    def to(self) -> dict[str, Any]:
        """Where to, as the actions take it."""
        return {name: self.cleaned_data.get(name) for name in ("place", "department", "custodian")}


class Dispose(PlainForm):
    """Why an asset is to leave the books."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as: worn out, cannot be mended, stolen."),
    )  # fmt: skip


class Decide(forms.Form):
    """The head's word on a transfer or a disposal."""

    words = forms.CharField(max_length=300, required=False)


class TransferSelected(Selection, Transfer):
    """Where the selected assets go."""

    def clean(self) -> dict[str, Any]:
        """The rows of the selection, and where they go."""
        typed = Selection.clean(self)
        if not self.errors and not any(self.to.values()):
            raise ValidationError(_("Say where they go, or who answers for them."))
        return typed


class DecideSelected(Selection):
    """The head's word on the selected."""

    words = forms.CharField(max_length=300, required=False)


class LabelSize(forms.Form):
    """How large labels are."""

    size = forms.ChoiceField(
        label=_("Labels"), choices=[(size.name, size.label) for size in SIZES.values()]
    )

    def __init__(self, size: str) -> None:
        super().__init__({"size": size or "small"})
