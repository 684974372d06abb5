"""The rescue hatch of administrators: people, duties and places by hand."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import password_validation
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campus.models import Department, Duty, Person, Place, SchoolClass


class PersonForm(forms.ModelForm):
    """A person, and optionally a first password to hand out, which has to be changed."""

    first_password = forms.CharField(
        label=_("First password"),
        required=False,
        help_text=_("Opens nothing but the page that replaces it. Empty: the password stays."),
    )

    class Meta:
        model = Person
        fields = ["number", "name", "kind", "department", "school_class", "phone", "email"]
        fields += ["is_active"]

    def clean_first_password(self) -> str:
        typed: str = self.cleaned_data["first_password"]
        if typed:
            password_validation.validate_password(typed, self.instance)
        return typed


class DutyInline(admin.TabularInline):
    """A person's duties, ended by a day and never deleted."""

    model = Duty
    extra = 0
    can_delete = False


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """People; nobody is deleted, whoever leaves becomes inactive."""

    form = PersonForm
    inlines = [DutyInline]
    list_display = ["number", "name", "kind", "department", "school_class", "is_active"]
    list_filter = ["kind", "is_active", "department"]
    search_fields = ["number", "name"]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: Person, form: forms.BaseModelForm, change: bool
    ) -> None:
        """Store the person with the first password, if one was typed."""
        typed = form.cleaned_data["first_password"]
        if typed:
            obj.set_password(typed)
            obj.must_change_password = True
        elif not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)


admin.site.register([Department, SchoolClass, Place])
