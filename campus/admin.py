"""The rescue hatch of administrators: people, duties and places by hand."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth import password_validation
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.audit.actions import record
from campus.models import Department, Duty, Person, Place, Role, SchoolClass
from campus.people.names import pinyin_of


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

    def get_queryset(self, request: HttpRequest) -> QuerySet[Duty]:
        return super().get_queryset(request).exclude(role=Role.AUDITOR)

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Administrators do not choose who reads what they do."""
        if db_field.name == "role":
            kwargs["choices"] = [pair for pair in Role.choices if pair[0] != Role.AUDITOR]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


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
        """Store the person with the first password, if one was typed; the name brings its pinyin,
        and whoever is set inactive has left today."""
        typed = form.cleaned_data["first_password"]
        obj.pinyin = pinyin_of(obj.name)
        obj.left_on = None if obj.is_active else obj.left_on or timezone.localdate()
        if typed:
            obj.set_password(typed)
            obj.must_change_password = True
        elif not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """What was written here stands in the audit log, as what pages write does."""
        super().save_related(request, form, formsets, change)
        duties = sum(len(each.changed_objects) + len(each.new_objects) for each in formsets)
        fields = ", ".join(form.changed_data) or "-"
        by: Any = request.user
        record(
            "rescued", by=by, at=timezone.now(), about=form.instance, fields=fields, count=duties
        )


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin):
    """Places to be looked at: a change of name or whole touches all parts, so it is made by the
    pages of places alone."""

    list_display = ["code", "full_name", "kind"]
    search_fields = ["code", "full_name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


admin.site.register([Department, SchoolClass])
