"""Going to a service and coming back from it; being signed out by it; one's own links."""

from allauth.account.adapter import get_adapter
from allauth.socialaccount.adapter import get_adapter as get_identity_adapter
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campus.identity.ways import Way, way_on


def found(name: str) -> Way:
    """The way called `name`; a page that is not there for one that is off."""
    way = way_on(name)
    if way is None:
        raise Http404
    return way


def ip_of(request: HttpRequest) -> str:
    ip: str = get_adapter(request).get_client_ip(request)
    return ip


@login_not_required
@require_safe
@never_cache
def start(request: HttpRequest, way: str) -> HttpResponse:
    """On to the service. A form cannot lead there: the portal's own policy lets forms go nowhere
    else; so this is a link, and what it begins is bound to this browser."""
    provider = get_identity_adapter(request).get_provider(request, found(way).id.value)
    answer: HttpResponse = provider.redirect_from_request(request)
    return answer


@login_not_required
@require_safe
@never_cache
def back(request: HttpRequest, way: str) -> HttpResponse:
    """Back from a service that speaks OAuth 2, with an answer or a refusal."""
    provider = get_identity_adapter(request).get_provider(request, found(way).id.value)
    view = OAuth2CallbackView.adapter_view(provider.get_oauth2_adapter(request))
    answer: HttpResponse = view(request)
    return answer
