"""Addresses of coming in with an identity.

Those of SAML have names that allauth gives; they stand in `SAML`, without a namespace.
"""

from allauth.socialaccount.providers.saml import views as saml
from django.urls import path

from campus.identity import link_views, views

app_name = "identity"

urlpatterns = [
    path("sign-in/with/<slug:way>/", views.start, name="start"),
    path("sign-in/with/<slug:way>/back/", views.back, name="back"),
    path("sign-in/with/<slug:way>/signed-out/", views.signed_out, name="signed_out"),
    path("sign-out/there/<str:key>/", views.leave, name="leave"),
    path("account/ways/", link_views.mine, name="mine"),
    path("account/ways/<slug:way>/link/", link_views.link, name="link"),
    path("account/ways/<slug:way>/unlink/", link_views.unlink, name="unlink"),
    path("people/identities/", link_views.links, name="links"),
    path("people/identities/<int:pk>/", link_views.linked, name="linked"),
    path("people/joining/", link_views.rules, name="rules"),
    path("people/joining/new/", link_views.rule, name="rule_new"),
    path("people/joining/<int:pk>/", link_views.rule, name="rule"),
    path("people/joining/<int:pk>/remove/", link_views.rule_remove, name="rule_remove"),
]
SAML = [
    path("sign-in/saml/<slug:organization_slug>/", saml.acs, name="saml_acs"),
    path(
        "sign-in/saml/<slug:organization_slug>/finish/", views.saml_finish, name="saml_finish_acs"
    ),
    path(
        "sign-in/saml/<slug:organization_slug>/signed-out/", views.saml_signed_out, name="saml_sls"
    ),
    path("sign-in/saml/<slug:organization_slug>/metadata/", saml.metadata, name="saml_metadata"),
]
