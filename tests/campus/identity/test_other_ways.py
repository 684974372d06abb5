"""CAS, WeCom, DingTalk and Feishu, each over real HTTP."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from campus.models import IdentitySession, LinkedIdentity, Notice
from tests.campus.identity.conftest import is_in, turned_away
from tests.conftest import PASSWORD
from tests.identity_server.running import Walker

WXWORK = "Mozilla/5.0 (iPhone) Mobile/15E148 wxwork/4.1.2 MicroMessenger/7.0.1"


@pytest.fixture
def comes(services):
    """`comes(way, number)`: whoever comes by the way has the number."""

    def set_person(way: str, number: str) -> None:
        services.person = {
            "cas": {"user": number, "attributes": {"name": "Somebody"}},
            "wecom": {"userid": number},
            "feishu": {"open_id": f"ou-{number}", "employee_no": number, "name": "Somebody"},
            "dingtalk": {"openId": f"o-{number}", "nick": "Somebody"},
        }[way]

    return set_person


NONSENSE = {"unreadable", "unreachable", "code"}
TELL_NUMBERS = ["cas", "wecom", "feishu"]


@pytest.mark.parametrize("way", TELL_NUMBERS)
def test_somebody_comes_in_by_number(comes, walker, teacher, way, logged):
    comes(way, "T005")
    answer = walker.sign_in(f"/sign-in/with/{way}/?next=/inbox/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/inbox/")
    assert is_in(walker.client)
    assert LinkedIdentity.objects.get().way == way
    assert logged() == [("sign_in", "", "", None)]


@pytest.mark.parametrize("way", TELL_NUMBERS)
def test_an_unknown_number_stays_out(comes, walker, db, way, logged):
    comes(way, "X9")
    assert turned_away(walker.sign_in(f"/sign-in/with/{way}/")) == "unknown"
    assert logged() == [("sign_in_refused", "unknown", " X9", None)]


@pytest.mark.parametrize("way", TELL_NUMBERS)
def test_an_answer_is_taken_once_and_in_one_browser(comes, walker, teacher, way, logged):
    comes(way, "T005")
    answer = walker.answer_of(walker.leave(f"/sign-in/with/{way}/"))
    thief = Walker()
    thief.leave(f"/sign-in/with/{way}/")
    assert turned_away(thief.client.get(answer)) == "state"
    assert walker.client.get(answer).status_code == 302
    assert turned_away(walker.client.get(answer)) == "state"
    assert is_in(thief.client) is False


@pytest.mark.parametrize("way", TELL_NUMBERS)
def test_a_code_that_was_used_is_refused(comes, services, walker, teacher, way):
    comes(way, "T005")
    answer = walker.answer_of(walker.leave(f"/sign-in/with/{way}/"))
    services.given.clear()
    assert turned_away(walker.client.get(answer)) == "code"


@pytest.mark.parametrize(
    ("way", "path"),
    [
        ("cas", "/cas/p3/serviceValidate"),
        ("wecom", "/cgi-bin/gettoken"),
        ("wecom", "/cgi-bin/auth/getuserinfo"),
        ("feishu", "/open-apis/auth/v3/app_access_token/internal/"),
        ("feishu", "/open-apis/authen/v1/user_info"),
        ("dingtalk", "/v1.0/oauth2/userAccessToken"),
        ("dingtalk", "/v1.0/contact/users/me"),
    ],
)
@pytest.mark.parametrize("said", [(200, "<html>Not what you want</html>"), (200, [1])])
def test_nonsense_turns_away_and_breaks_nothing(comes, services, walker, way, path, said, logged):
    comes(way, "T005")
    services.answers[path] = said
    assert turned_away(walker.sign_in(f"/sign-in/with/{way}/")) in NONSENSE


@pytest.mark.parametrize("way", ["cas", "wecom", "feishu", "dingtalk"])
def test_nobody_answers(comes, services, walker, way, logged):
    comes(way, "T005")
    answer = walker.answer_of(walker.leave(f"/sign-in/with/{way}/"))
    paths = (
        "/cas/p3/serviceValidate", "/cgi-bin/gettoken", "/v1.0/oauth2/userAccessToken",
        "/open-apis/auth/v3/app_access_token/internal/",
    )  # fmt: skip
    services.answers |= dict.fromkeys(paths, (503, {}))
    assert turned_away(walker.client.get(answer)) == "unreachable"


# CAS


def test_a_cas_attribute_can_hold_the_number(services, settings, walker, teacher):
    settings.IDENTITY_WAYS["cas"]["number_attribute"] = "employeeNumber"
    services.person = {"user": "xuzhiyan", "attributes": {"employeeNumber": "T005"}}
    walker.sign_in("/sign-in/with/cas/")
    link = LinkedIdentity.objects.get()
    assert (link.uid, link.person) == ("xuzhiyan", teacher)


def test_a_cas_ticket_is_bound_to_the_browser_that_asked(comes, walker, teacher):
    """Somebody leads another to an address with a ticket of their own."""
    comes("cas", "T005")
    own = walker.answer_of(walker.leave("/sign-in/with/cas/"))
    ticket = parse_qs(urlsplit(own).query)["ticket"][0]
    other = Walker()
    service = parse_qs(urlsplit(other.leave("/sign-in/with/cas/")).query)["service"][0]
    parts = urlsplit(service)
    forged = f"{parts.path}?{parts.query}&ticket={ticket}"
    assert turned_away(other.client.get(forged)) == "code"


def slo(ticket: str) -> str:
    namespace = "urn:oasis:names:tc:SAML:2.0:protocol"
    inner = f"<samlp:SessionIndex>{ticket}</samlp:SessionIndex>"
    return f'<samlp:LogoutRequest xmlns:samlp="{namespace}" ID="x">{inner}</samlp:LogoutRequest>'


def test_cas_ends_the_session_of_a_ticket(comes, walker, teacher, client, logged):
    comes("cas", "T005")
    walker.sign_in("/sign-in/with/cas/")
    ticket = IdentitySession.objects.get().sid
    url = "/sign-in/with/cas/back/?state=x"
    assert client.post(url, {"logoutRequest": slo("another")}).status_code == 200
    assert is_in(walker.client)
    assert client.post(url, {"logoutRequest": slo(ticket)}).status_code == 200
    assert is_in(walker.client) is False
    assert logged()[1:] == [("sign_out_from_there", "", "", teacher.pk)]


@pytest.mark.parametrize("text", ["", "nonsense", "<a/>", slo(""), "<a>" * 9000])
def test_cas_cannot_end_anything_without_a_ticket(services, client, db, text):
    answer = client.post("/sign-in/with/cas/back/", {"logoutRequest": text})
    assert (answer.status_code, answer.json()) == (400, {"error": "invalid_request"})


def test_no_entity_of_a_logout_request_is_read(services, client, db, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("code-0")
    entity = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    text = entity + slo("&x;")
    assert client.post("/sign-in/with/cas/back/", {"logoutRequest": text}).status_code == 400


# WeCom


def test_within_wecom_one_goes_in_without_a_page_and_elsewhere_by_a_code(services, db):
    inside = Walker().client.get("/sign-in/with/wecom/", headers={"user-agent": WXWORK})
    outside = Walker().leave("/sign-in/with/wecom/")
    told = []
    for address in (inside.headers["Location"], outside):
        parts = urlsplit(address)
        said = {name: values[0] for name, values in parse_qs(parts.query).items()}
        said.pop("state")
        told.append((parts.path, parts.fragment, said))
    back = "http://testserver/sign-in/with/wecom/back/"
    both = {"appid": "corp", "agentid": "7", "redirect_uri": back}
    assert told == [
        (
            "/connect/oauth2/authorize", "wechat_redirect",
            {**both, "response_type": "code", "scope": "snsapi_base"},
        ),
        ("/wwlogin/sso/login", "", {**both, "login_type": "CorpApp"}),
    ]  # fmt: skip


def test_wecom_s_token_is_kept_and_asked_for_anew_when_it_is_over(comes, services, teacher):
    comes("wecom", "T005")
    for _ in range(2):
        Walker().sign_in("/sign-in/with/wecom/")
    assert services.asked.count("/cgi-bin/gettoken") == 1
    services.tokens += 1  # somebody else has asked for one: ours is over
    last = Walker()
    last.sign_in("/sign-in/with/wecom/")
    assert (services.asked.count("/cgi-bin/gettoken"), is_in(last.client)) == (2, True)


def test_who_is_no_member_of_the_school_s_wecom_stays_out(services, walker, db):
    services.person = {"openid": "oAAAA"}
    assert turned_away(walker.sign_in("/sign-in/with/wecom/")) == "not_of_the_school"


def test_without_an_employee_number_feishu_lets_nobody_in(services, walker, db):
    services.person = {"open_id": "ou-1", "name": "Somebody"}
    assert turned_away(walker.sign_in("/sign-in/with/feishu/")) == "no_number"


# DingTalk, which is linked by people themselves


@pytest.fixture
def signed_in_here(teacher) -> Walker:
    """The teacher, just signed in with number and password."""
    walker = Walker()
    walker.client.post("/sign-in/", {"login": "T005", "password": PASSWORD})
    return walker


def test_an_unlinked_dingtalk_lets_nobody_in(comes, walker, teacher, logged):
    comes("dingtalk", "1")
    assert turned_away(walker.sign_in("/sign-in/with/dingtalk/")) == "not_linked"


def test_a_foreign_company_s_dingtalk_is_refused(services, walker, db):
    services.person = {"openId": "o", "nick": "x", "corp": "another"}
    assert turned_away(walker.sign_in("/sign-in/with/dingtalk/")) == "not_of_the_school"


def test_a_person_links_dingtalk_and_comes_in_by_it(comes, signed_in_here, teacher, logged):
    comes("dingtalk", "1")
    client = signed_in_here.client
    answer = signed_in_here.sign_in("/sign-in/with/dingtalk/?link=1")
    assert answer.headers["Location"] == "/account/ways/dingtalk/link/"
    assert "Somebody" in client.get("/account/ways/dingtalk/link/").content.decode()
    assert LinkedIdentity.objects.count() == 0
    assert client.post("/account/ways/dingtalk/link/").headers["Location"] == "/account/ways/"
    assert LinkedIdentity.objects.get().uid == "o-1"
    assert [kind for kind, *_ in logged()] == ["sign_in", "identity_linked"]
    assert Notice.objects.get().topic == "account"

    later = Walker()
    later.sign_in("/sign-in/with/dingtalk/")
    assert is_in(later.client)

    assert client.post("/account/ways/dingtalk/unlink/").status_code == 302
    assert (LinkedIdentity.objects.count(), is_in(later.client), is_in(client)) == (0, False, True)
    assert logged()[-1] == ("identity_unlinked", "", "", teacher.pk)


def test_what_is_linked_to_one_is_not_linked_to_another(comes, signed_in_here, head, teacher):
    LinkedIdentity.objects.create(way="dingtalk", uid="o-1", person=head, linked_at=timezone.now())
    comes("dingtalk", "1")
    signed_in_here.sign_in("/sign-in/with/dingtalk/?link=1")
    signed_in_here.client.post("/account/ways/dingtalk/link/")
    assert LinkedIdentity.objects.get().person == head


def test_an_identity_with_another_number_is_not_linked(comes, signed_in_here, teacher, head):
    comes("feishu", "T001")
    signed_in_here.sign_in("/sign-in/with/feishu/?link=1")
    signed_in_here.client.post("/account/ways/feishu/link/")
    assert LinkedIdentity.objects.count() == 0


def test_nothing_waits_to_be_linked_by_itself(services, signed_in_here):
    assert signed_in_here.client.post("/account/ways/dingtalk/link/").status_code == 404


def test_linking_asks_who_is_at_the_screen(comes, signed_in_here, teacher):
    comes("dingtalk", "1")
    signed_in_here.sign_in("/sign-in/with/dingtalk/?link=1")
    session = signed_in_here.client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**each, "at": 0} for each in records]
    session.save()
    answer = signed_in_here.client.post("/account/ways/dingtalk/link/")
    assert answer.headers["Location"].startswith("/account/confirm/")
    assert LinkedIdentity.objects.count() == 0
