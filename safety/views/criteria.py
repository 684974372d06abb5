"""What makes a hazard a major one: read by the staff, kept by safety officers and the head."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from safety import rights
from safety.actions import criteria as actions
from safety.forms.criteria import CriterionForm
from safety.models import MajorCriterion


@require_safe
def criteria(request: PersonRequest) -> HttpResponse:
    """All criteria, those that are withdrawn at the end."""
    require(rights.can_read_criteria(request.user))
    found = MajorCriterion.objects.visible_to(request.user).order_by(
        "-is_offered", "position", "id"
    )
    context = {"criteria": found, "may_keep": rights.can_keep_criteria(request.user)}
    return render(request, "safety/criteria.html", context)


@require_http_methods(["GET", "POST"])
def criterion(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write a criterion, or change one."""
    require(rights.can_keep_criteria(request.user))
    found = get_object_or_404(MajorCriterion, pk=pk) if pk else MajorCriterion()
    form = CriterionForm(request.POST or None, instance=found)
    back = reverse("safety:criteria")
    if not form.is_valid():
        title = _("Criterion of major hazards")
        return form_page(request, form, title=title, back=back)
    actions.write_criterion(found, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The criterion is saved."))
    return redirect(back)
