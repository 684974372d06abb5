"""How the school wants allauth to behave."""

import logging
import time
from hashlib import sha256
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.account import actions
from campus.account.sealing import seal, unseal
from campus.identity import actions as identity
from campus.identity import arriving, leaving
from campus.identity.models import Reason
from campus.identity.reasons import TurnedAway
from campus.models import Person

logger = logging.getLogger(__name__)

# As long as too many failures count (`ACCOUNT_RATE_LIMITS`).
SHUT_SECONDS = 300


class SchoolAccountAdapter(DefaultAccountAdapter):
    """Accounts come from the school's roster alone."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_password": _("This is not your password."),
        "rate_limited": _("Too many tries. Wait five minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(self, request: HttpRequest, user: Any, **facts: Any) -> HttpResponse:
        """Into the log, which is kept for half a year and more (Cybersecurity Law, art. 21)."""
        ip = self.get_client_ip(request)
        logger.info("sign-in", extra={"person": user.pk, "ip": ip})
        arriving.came_in(request, user, ip=ip)
        return super().post_login(request, user, **facts)

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Whoever came by the school's identity is signed out there as well."""
        return leaving.page_of(request) or super().get_logout_redirect_url(request)

    def get_login_stages(self) -> list[str]:
        """Whoever was asked for a second factor by a trusted service is not asked for another."""
        stage = "allauth.mfa.stages.AuthenticateStage"
        own = "campus.account.adapter.CodeStage"
        return [own if each == stage else each for each in super().get_login_stages()]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises ValidationError while the account is shut, which is noted once."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            number = credentials.get("username", "")
            # By a digest: it may be a password in the wrong field.
            if cache.add(f"account:shut:{sha256(number.encode()).hexdigest()}", 1, SHUT_SECONDS):
                self.note_refusal(request, Reason.SHUT, number)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Into the audit log; a number that is nobody's may be a password in the wrong field."""
        self.note_refusal(request, Reason.PASSWORD, credentials.get("username", ""))

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Into the audit log as well: the password was right, its person has left."""
        self.note_refusal(request, Reason.LEFT, user.number)
        return super().respond_user_inactive(request, user)

    def note_refusal(self, request: HttpRequest, reason: Reason, number: str) -> None:
        """Note that somebody was refused who came with number and password."""
        refusal = TurnedAway(reason, person=Person.objects.filter(number=number).first())
        ip = self.get_client_ip(request)
        identity.note_refusal(refusal, way=None, ip=ip, at=timezone.now())

    def is_reauthentication_required(self, *, app: str, **facts: Any) -> bool:
        """Whoever has just signed in, or has just confirmed, is not asked to do so again."""
        if has_just_signed_in(self.request, self.request.user):
            return False
        return super().is_reauthentication_required(app=app, **facts)

    def send_notification_mail(
        self, template_prefix: str, user: Any, *args: Any, **facts: Any
    ) -> None:
        """What allauth would send as e-mail becomes a notice, which goes out by mail as well."""
        actions.tell_of_factor(user, template_prefix, at=timezone.now())


def has_just_signed_in(request: HttpRequest, person: Person) -> bool:
    """Whether password or code were typed within allauth's span for sensitive pages (5 minutes)."""
    typed = [record["at"] for record in get_authentication_records(request, person)]
    return bool(typed) and time.time() - typed[-1] < app_settings.REAUTHENTICATION_TIMEOUT


class CodeStage(AuthenticateStage):
    """Where a code of the second factor is asked for."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if arriving.had_factor(request, self.login.user):
            return False
        return super()._should_handle(request)


class SchoolFactorAdapter(DefaultMFAAdapter):
    """Second factors bear the school's name; their secrets are sealed."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or it was used before. Wait for the next."),
        "cannot_generate_recovery_codes": _("Recovery codes come with a second factor."),
    }

    def get_totp_label(self, user: Any) -> str:
        return str(user.number)

    def get_totp_issuer(self) -> str:
        return settings.SCHOOL_NAME or str(_("Demo High School"))

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
