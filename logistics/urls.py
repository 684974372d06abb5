"""Every address of the portal, by area."""

from allauth.account import views as account
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from campus.shell import branding, samples
from logistics import health, my_day

urlpatterns = [
    path("", my_day.my_day, name="my_day"),
    path("healthz", health.healthz, name="healthz"),
    path("accent.css", branding.accent, name="accent"),
    path("badge", branding.badge, name="badge"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/left/", account.account_inactive, name="account_inactive"),
    path("language/", login_not_required(set_language), name="language"),
    path("components/", samples.components, name="components"),
    path("account/", include("campus.people.urls")),
    path("inbox/", include("campus.notices.urls")),
    path("jobs/", include("campus.jobs.urls")),
    path("calendar/", include("logistics.calendar.urls")),
    path("school-time/", include("campus.school_time.urls")),
    path("plan/", include("planning.urls")),
    path("rescue/", admin.site.urls),
]

handler403 = "campus.shell.pages.forbidden"
handler404 = "campus.shell.pages.not_found"
handler500 = "campus.shell.pages.broken"
