"""Addresses of webhooks."""

from django.urls import path

from campus.webhooks import views

app_name = "webhooks"

urlpatterns = [
    path("", views.webhooks, name="webhooks"),
    path("new/", views.webhook_new, name="webhook_new"),
    path("<int:pk>/", views.webhook, name="webhook"),
    path("<int:pk>/edit/", views.webhook_edit, name="webhook_edit"),
    path("<int:pk>/secret/", views.webhook_secret, name="webhook_secret"),
    path("<int:pk>/switch/", views.webhook_switch, name="webhook_switch"),
    path("<int:pk>/trial/", views.webhook_trial, name="webhook_trial"),
    path("<int:pk>/remove/", views.webhook_remove, name="webhook_remove"),
    path("deliveries/", views.deliveries, name="deliveries"),
    path("deliveries/again/", views.deliveries_again, name="deliveries_again"),
    path("deliveries/<int:pk>/", views.delivery, name="delivery"),
    path("deliveries/<int:pk>/again/", views.delivery_again, name="delivery_again"),
]
