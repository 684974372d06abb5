"""First passwords on paper: a slip for everybody who has never signed in, made once."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Department, Person, SchoolClass
from campus.people import actions as people
from campus.rosters import forms, rights


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """Classes and departments with how many of their people wait for a first password."""
    require(rights.can_import(request.user))
    none: Counter[tuple[int | None, int | None]] = Counter()
    unused: Counter[tuple[int | None, int | None]] = Counter()
    waiting = Person.objects.never_signed_in()
    for school_class, department, password in waiting.values_list(
        "school_class", "department", "password"
    ):
        counter = none if password.startswith(UNUSABLE_PASSWORD_PREFIX) else unused
        counter[school_class, department] += 1
    groups = [
        *(Group("school_class", each, (each.pk, None)) for each in SchoolClass.objects.all()),
        *(Group("department", each, (None, each.pk)) for each in Department.objects.all()),
        Group("nowhere", _("Without a class or department"), (None, None)),
    ]
    rows = [(group, none[group.belongs], unused[group.belongs]) for group in groups]
    context = {"rows": [row for row in rows if row[1] or row[2]]}
    return render(request, "rosters/slips.html", context)


@dataclass(frozen=True)
class Group:
    """People who get their slips together: the form's field, who they are, class and department."""

    field: str
    unit: SchoolClass | Department | str
    belongs: tuple[int | None, int | None]

    @property
    def value(self) -> int | str:
        """What the form sends for it."""
        return "1" if isinstance(self.unit, str) else self.unit.pk


@require_POST
@never_cache
def make(request: PersonRequest) -> HttpResponse:
    """Make first passwords and print them: this page is the only place where they ever stand."""
    require(rights.can_import(request.user))
    form = forms.ForWhom(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose a class or a department."))
        return redirect("rosters:slips")
    given = people.give_first_passwords(waiting_people(form.cleaned_data))
    if not given:
        messages.info(request, _("Everybody here has a first password, or has signed in."))
        return redirect("rosters:slips")
    taken = [person.pk for person, _password in given]
    people.note_taken(taken, by=request.user, at=timezone.now(), page=request.path, on_paper=True)
    unit = form.cleaned_data["school_class"] or form.cleaned_data["department"]
    context = {"unit": unit or "", "given": given, "address": request.build_absolute_uri("/")}
    return render(request, "rosters/slips_sheet.html", context)


def waiting_people(chosen: dict[str, Any]) -> list[Person]:
    """Who gets a slip: without a password so far, or with `again` also who never used theirs."""
    found = Person.objects.never_signed_in().filter(
        school_class=chosen["school_class"], department=chosen["department"]
    )
    if not chosen["again"]:
        found = found.filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return list(found.order_by("number"))
