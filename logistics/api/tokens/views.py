"""One's own tokens: made, shown once, revoked; the list of all."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, back_to, require
from campus.lists.views import list_page
from logistics.api.tokens import actions, rights
from logistics.api.tokens.forms import MakeToken
from logistics.api.tokens.lists import STATES, TOKENS, state_of
from logistics.api.tokens.models import Token


def address_of(request: HttpRequest) -> str:
    """From where the request comes, as the sign-in counts it."""
    return get_adapter(request).get_client_ip(request) or ""


@require_safe
def tokens(request: PersonRequest) -> HttpResponse:
    """One's own tokens, the newest first."""
    require(rights.can_make_tokens(request.user))
    own = [(token, *STATES[state_of(token)]) for token in Token.objects.filter(person=request.user)]
    may_see_all = rights.can_see_all_tokens(request.user)
    return render(request, "tokens/tokens.html", {"tokens": own, "may_see_all": may_see_all})


@require_http_methods(["GET", "POST"])
@never_cache
@reauthentication_required
def new(request: PersonRequest) -> HttpResponse:
    """Make a token; the answer is the only place where its secret ever stands."""
    require(rights.can_make_tokens(request.user))
    form = MakeToken(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "tokens/new.html", {"form": form}, status=status)
    token, secret = actions.make_token(
        by=request.user, at=timezone.now(), ip=address_of(request), **form.cleaned_data
    )
    address = request.build_absolute_uri(f"/api/v1/{token.scopes[0].partition(':')[0]}")
    example = f'curl -H "Authorization: Bearer {secret}" {address}'
    context = {"token": token, "secret": secret, "example": example}
    return render(request, "tokens/made.html", context)


@require_http_methods(["GET", "POST"])
def revoke(request: PersonRequest, pk: int) -> HttpResponse:
    """End a token at once, after asking."""
    token = get_object_or_404(Token.objects.visible_to(request.user), pk=pk)
    require(rights.can_revoke(request.user, token))
    back = back_to(request, reverse("tokens:tokens"))
    if request.method != "POST":
        return render(request, "tokens/revoke.html", {"token": token, "back": back})
    actions.revoke(token, by=request.user, at=timezone.now(), ip=address_of(request))
    messages.success(request, _("“%(token)s” is revoked.") % {"token": token})
    return redirect(back)


@require_safe
def all_tokens(request: PersonRequest) -> HttpResponse:
    """The tokens of everybody, without any secret."""
    return list_page(request, TOKENS)
