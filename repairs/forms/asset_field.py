"""Naming the asset that a fault is about, in any form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from repairs.models import FixedAsset


class AssetField(forms.CharField):
    """An asset by the number on its label; cleans to a FixedAsset, or to None for nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Asset"), max_length=32, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.number if isinstance(value, FixedAsset) else value

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a number that no asset on the books has."""
        typed: str = super().clean(value)
        if not typed:
            return None
        found = FixedAsset.objects.on_the_books().filter(number__iexact=typed).first()
        if found is None:
            raise ValidationError(_("No asset has this number."))
        return found
