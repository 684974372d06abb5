"""Addresses of one's own account, and of helping others back in.

Those of the second factor have names that allauth gives; they stand in `logistics.urls`.
"""

from django.urls import path

from campus.account import views

app_name = "account"

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/devices/", views.my_devices, name="devices"),
    path("account/devices/end-others/", views.devices_end_others, name="devices_end_others"),
    path("account/devices/<int:pk>/end/", views.device_end, name="device_end"),
    path("account/data/", views.own_data, name="own_data"),
    path("account/data/file/<str:kind>/", views.own_data_file, name="own_data_file"),
    path("people/<int:pk>/new-password/", views.give_password, name="give_password"),
    path("people/<int:pk>/second-factor/", views.take_factor_away, name="take_factor_away"),
    path("people/<int:pk>/sign-out/", views.sign_out_everywhere, name="sign_out_everywhere"),
]
