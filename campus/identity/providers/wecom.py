"""WeCom (企业微信) web sign-in: within the app by OAuth 2, in another browser by a code to scan.

https://developer.work.weixin.qq.com/document/path/91335 (within the app), 98151 (to scan), 91023
(whose code it is). A code is taken once and lasts for five minutes.
"""

from typing import Any

from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.http import urlencode

from campus.account.sealing import seal, unseal
from campus.identity.asking import fetch
from campus.identity.models import Reason, WayName
from campus.identity.providers.base import Arrival, SchoolProvider, as_number
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way, way_on

HOSTS = {
    "inside": "https://open.weixin.qq.com",
    "scan": "https://login.work.weixin.qq.com",
    "api": "https://qyapi.weixin.qq.com",
}
# The portal's own token lasts for two hours; it is asked for anew a little before.
KEPT_SHORTER = 300
TOKEN_IS_OVER = (40014, 42001)


def host(way: Way, name: str) -> str:
    """Where WeCom is; only tests have servers of their own."""
    hosts: dict[str, str] = way.options.get("hosts", HOSTS)
    return hosts[name]


class WeComClient(OAuth2Client):
    """Leads to the page that fits the browser."""

    def get_redirect_url(self, authorization_url: str, scope: Any, extra_params: Any) -> str:
        way = on()
        said = {"appid": way.client_id, "redirect_uri": self.callback_url, "state": self.state}
        if "wxwork" in self.request.headers.get("User-Agent", "").lower():
            said |= {
                "response_type": "code", "scope": "snsapi_base", "agentid": way.options["agent"]
            }  # fmt: skip
            query = urlencode(said)
            return f"{host(way, 'inside')}/connect/oauth2/authorize?{query}#wechat_redirect"
        said |= {"login_type": "CorpApp", "agentid": way.options["agent"]}
        return f"{host(way, 'scan')}/wwlogin/sso/login?{urlencode(said)}"


def on() -> Way:
    way = way_on(WayName.WECOM)
    if way is None:
        raise TurnedAway(Reason.OFF)
    return way


class WeComAdapter(OAuth2Adapter):
    """A code is no token here: the portal asks, with a token of its own, whose it is."""

    provider_id = WayName.WECOM.value
    client_class = WeComClient
    authorize_url = ""
    access_token_url = ""

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(self.get_provider().get_callback_url())

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        return {"code": request.GET["code"]}

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        return SocialToken(token="")

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        said = whose(on(), kwargs["response"]["code"])
        return self.get_provider().sociallogin_from_response(request, said)


def whose(way: Way, code: str) -> dict[str, Any]:
    """Whom WeCom says a code belongs to. Raises TurnedAway for a code that is over, and for
    whoever is no member of the school."""
    said = told(way, code, own_token(way))
    if said.get("errcode") in TOKEN_IS_OVER:
        said = told(way, code, own_token(way, anew=True))
    if said.get("errcode", 0) != 0:
        raise TurnedAway(Reason.CODE)
    if not as_number(said.get("userid")):
        raise TurnedAway(Reason.NOT_OF_THE_SCHOOL)
    return said


def told(way: Way, code: str, token: str) -> dict[str, Any]:
    query = urlencode({"access_token": token, "code": code})
    return fetch(f"{host(way, 'api')}/cgi-bin/auth/getuserinfo?{query}")


def own_token(way: Way, *, anew: bool = False) -> str:
    """The portal's token, kept sealed as long as WeCom says. Raises TurnedAway."""
    key = f"identity:wecom:{way.client_id}:{way.options['agent']}"
    kept = None if anew else cache.get(key)
    if kept:
        return unseal(kept)
    query = urlencode({"corpid": way.client_id, "corpsecret": way.secret})
    said = fetch(f"{host(way, 'api')}/cgi-bin/gettoken?{query}")
    token = said.get("access_token")
    if said.get("errcode", 0) != 0 or not isinstance(token, str):
        raise TurnedAway(Reason.DENIED)
    lasts = said.get("expires_in")
    cache.set(key, seal(token), max(int(lasts or 0) - KEPT_SHORTER, 1))
    return token


class WeCom(SchoolProvider):
    """Members of the school's WeCom; their number is the user id that the school has given."""

    id = WayName.WECOM.value
    name = "WeCom"
    oauth2_adapter_class = WeComAdapter

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["userid"])

    def arrival(self, login: SocialLogin) -> Arrival:
        number = as_number(login.account.extra_data.get("userid"))
        return Arrival(way=self.id, uid=login.account.uid, number=number, label=number)
