"""Feishu (飞书) by allauth's provider; the number is the employee number that the school keeps."""

from typing import Any

from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.feishu.client import FeishuOAuth2Client
from allauth.socialaccount.providers.feishu.views import FeishuOAuth2Adapter
from django.http import HttpRequest

from campus.identity.asking import readable
from campus.identity.models import WayName
from campus.identity.providers.base import Arrival, SchoolProvider, as_number

HOST = "https://open.feishu.cn"


class FeishuAdapter(FeishuOAuth2Adapter):
    """allauth's, with answers of another shape refused."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        apis = f"{self.get_provider().app.settings.get('host', HOST)}/open-apis"
        self.authorization_url = f"{apis}/authen/v1/index"
        self.access_token_url = f"{apis}/authen/v1/access_token"
        self.app_access_token_url = f"{apis}/auth/v3/app_access_token/internal/"
        self.user_info_url = f"{apis}/authen/v1/user_info"

    def get_client(self, request: HttpRequest, app: Any) -> FeishuOAuth2Client:
        back = request.build_absolute_uri(self.get_provider().get_callback_url())
        client = FeishuOAuth2Client(
            request, app.client_id, app.secret, self.access_token_method, self.access_token_url,
            back,
        )  # fmt: skip
        client.app_access_token_url = self.app_access_token_url
        return client

    @readable
    def get_access_token_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_access_token_data(*args, **kwargs)

    @readable
    def complete_login(self, *args: Any, **kwargs: Any) -> SocialLogin:
        return super().complete_login(*args, **kwargs)


class Feishu(SchoolProvider):
    """Members of the school's Feishu; an app of the school's own lets nobody else in."""

    id = WayName.FEISHU.value
    name = "Feishu"
    oauth2_adapter_class = FeishuAdapter

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["open_id"])

    def arrival(self, login: SocialLogin) -> Arrival:
        said = login.account.extra_data
        number = as_number(said.get(self.app.settings["number_field"]))
        return Arrival(
            way=self.id, uid=login.account.uid, number=number, claims=said,
            label=str(said.get("name", "")),
        )  # fmt: skip
