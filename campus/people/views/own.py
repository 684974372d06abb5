"""One's own password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from campus.doors import PersonRequest
from campus.people import actions, forms


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
def password(request: PersonRequest) -> HttpResponse:
    """Choose a password of one's own; other devices are signed out by it."""
    form = forms.NewPassword(request.POST or None, person=request.user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "people/password.html", {"form": form}, status=status)
    person = actions.change_password(request.user, new=form.cleaned_data["new"])
    update_session_auth_hash(request, person)
    messages.success(request, _("Your password has been changed."))
    return redirect("my_day")
