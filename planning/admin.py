"""A rescue hatch for administrators: planning's rows can be looked at, and no more."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from planning.models import CalendarEntry, Plan, PlanDraft, PlanItem, ProgressNote, Reminder


class ReadOnly(admin.ModelAdmin):
    """Rows are written by the portal's actions alone, which also record and remind."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


admin.site.register([CalendarEntry, Plan, PlanDraft, PlanItem, ProgressNote, Reminder], ReadOnly)
