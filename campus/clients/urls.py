"""Addresses of being the identity for other apps.

Those by which apps speak to the portal have names that allauth gives (`PROVIDER`).
"""

from allauth.decorators import rate_limit
from allauth.idp.oidc import views as provider
from django.urls import include, path

from campus.clients import authorizing, views

app_name = "clients"

urlpatterns = [
    path("apps/", views.apps, name="apps"),
    path("apps/new/", views.app_new, name="app_new"),
    path("apps/<str:pk>/", views.app, name="app"),
    path("apps/<str:pk>/secret/", views.app_secret, name="app_secret"),
    path("apps/<str:pk>/off/", views.app_off, name="app_off"),
    path("apps/<str:pk>/on/", views.app_on, name="app_on"),
    path("account/apps/", views.consents, name="consents"),
    path("account/apps/<int:pk>/take-back/", views.consent_back, name="consent_back"),
]

limited = rate_limit(action="app")
OIDC = [
    path(".well-known/openid-configuration", views.configuration, name="configuration"),
    path(".well-known/jwks.json", provider.jwks, name="jwks"),
    path("identity/authorize", limited(authorizing.ConsentView.as_view()), name="authorization"),
    path("identity/token", limited(provider.token), name="token"),
    path("identity/userinfo", limited(provider.user_info), name="userinfo"),
    path("identity/revoke", limited(provider.revoke), name="revoke"),
    path("identity/sign-out", limited(authorizing.EndView.as_view()), name="logout"),
]
PROVIDER = path("", include(([path("", include((OIDC, "oidc")))], "idp")))
