"""What the audit log tells of signing in with number and password."""

from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from campus.models import AuditEntry
from tests.campus.account.codes import wrong_code
from tests.conftest import PASSWORD


@pytest.fixture
def told(db):
    """`told()`: by, about, sentence of each entry so far."""

    def entries() -> list[tuple]:
        return [
            (each.by, each.about_id, each.sentence) for each in AuditEntry.objects.order_by("id")
        ]

    return entries


def send(client, number: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in/", {"login": number, "password": password}).status_code


def test_a_sign_in_is_noted(client, teacher, told):
    assert send(client, "T005") == 302
    assert told() == [(teacher, None, "以工号（学号）和密码登录。")]


def test_a_wrong_password_is_noted_with_whose_it_is_not(client, teacher, told):
    send(client, "T005", "wrong")
    reason = "以工号（学号）和密码登录被拒（password）：密码不正确。"
    assert told() == [(None, teacher.pk, reason)]


def test_a_number_that_is_nobody_s_is_not_written_down(client, db, told):
    """Somebody may have typed their password there."""
    send(client, "my-secret-password")
    reason = "以工号（学号）和密码登录被拒（password）：密码不正确。"
    assert told() == [(None, None, reason)]


def test_that_an_account_was_shut_is_noted_once_while_it_is(client, teacher, told, settings):
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}
    for _ in range(5):
        send(client, "T005", "wrong")
    assert [send(client, "T005"), send(client, "T005")] == [200, 200]
    shut = "以工号（学号）和密码登录被拒（shut）：多次失败，该账号暂时锁定。"
    assert [each[1:] for each in told()[5:]] == [(teacher.pk, shut)]


def test_a_wrong_code_is_noted(client, teacher, told):
    TOTP.activate(teacher, "JBSWY3DPEHPK3PXP")
    send(client, "T005")
    client.post("/sign-in/code/", {"code": wrong_code("JBSWY3DPEHPK3PXP")})
    reason = "以工号（学号）和密码登录被拒（factor）：动态验证码不正确。"
    assert told() == [(None, teacher.pk, reason)]


def test_whoever_has_left_is_noted(client, teacher, told):
    teacher.is_active = False
    teacher.save()
    assert send(client, "T005") == 302
    assert told() == [(None, teacher.pk, "以工号（学号）和密码登录被拒（left）：该账号已停用。")]
    assert client.get("/account/").status_code == 302
