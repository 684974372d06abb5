"""Addresses of tokens, below one's own account."""

from django.urls import path

from logistics.api.tokens import views

app_name = "tokens"
urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("new/", views.new, name="new"),
    path("all/", views.all_tokens, name="all"),
    path("<int:pk>/revoke/", views.revoke, name="revoke"),
]
