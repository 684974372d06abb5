"""DingTalk (钉钉) by allauth's provider. It tells no number, so people link it themselves."""

from typing import Any

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.dingtalk.views import DingTalkOAuth2Adapter
from django.http import HttpRequest

from campus.identity.asking import readable
from campus.identity.models import Reason, WayName
from campus.identity.providers.base import Arrival, SchoolProvider
from campus.identity.reasons import TurnedAway

HOSTS = {"login": "https://login.dingtalk.com", "api": "https://api.dingtalk.com"}


class DingTalkAdapter(DingTalkOAuth2Adapter):
    """allauth's, with answers of another shape refused, and only members of the school let in."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        options = self.get_provider().app.settings
        hosts = options.get("hosts", HOSTS)
        self.authorize_url = f"{hosts['login']}/oauth2/auth"
        self.access_token_url = f"{hosts['api']}/v1.0/oauth2/userAccessToken"
        self.profile_url = f"{hosts['api']}/v1.0/contact/users/me"
        self.corp = options["corp"]

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(self.get_provider().get_callback_url())

    @readable
    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        said: dict[str, Any] = super().get_access_token_data(*args, **kwargs)
        if self.corp and said.get("corpId") != self.corp:
            raise TurnedAway(Reason.NOT_OF_THE_SCHOOL)
        return said

    @readable
    def complete_login(self, *args: Any, **kwargs: Any) -> SocialLogin:
        return super().complete_login(*args, **kwargs)


class DingTalk(SchoolProvider):
    """Members of the school's DingTalk."""

    id = WayName.DINGTALK.value
    name = "DingTalk"
    oauth2_adapter_class = DingTalkAdapter

    def get_default_scope(self) -> list[str]:
        return ["openid", "corpid"]

    def get_auth_params(self) -> dict[str, Any]:
        return {"prompt": "consent"}

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["openId"])

    def arrival(self, login: SocialLogin) -> Arrival:
        label = str(login.account.extra_data.get("nick", ""))
        return Arrival(way=self.id, uid=login.account.uid, label=label, tells_number=False)
