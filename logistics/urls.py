"""Every address of the portal, by area."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from campus.account.views import confirm, told
from campus.cases.views import at_hand
from campus.clients.urls import PROVIDER
from campus.identity.urls import SAML
from campus.identity.ways import ways_on
from campus.places.views import finding
from campus.shell import branding, installed, samples
from logistics import health, my_day
from logistics.calendar import feed_views
from logistics.dashboard import wall_views
from logistics.watch import views as watch

# The rescue pages are reached through the portal's own sign-in, with its lockout and second factor.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # as above

# The ways that are on are asked for when the page is drawn.
sign_in = account.LoginView.as_view(extra_context={"ways": ways_on})

urlpatterns = [
    path("", my_day.my_day, name="my_day"),
    path("healthz", health.healthz, name="healthz"),
    path("healthz/web", health.web, name="healthz_web"),
    path("metrics", watch.metrics, name="metrics"),
    path("accent.css", branding.accent, name="accent"),
    path("badge", branding.badge, name="badge"),
    path("sign-in/", sign_in, name="account_login"),
    path("manifest.webmanifest", installed.manifest, name="manifest"),
    path("icon-<str:name>.png", installed.icon, name="icon"),
    path("sw.js", installed.service_worker, name="service_worker"),
    path("offline/", installed.offline, name="offline"),
    path("sign-out/", installed.forgetting(account.logout), name="account_logout"),
    path("sign-in/left/", account.account_inactive, name="account_inactive"),
    path("sign-in/code/", told(factor.authenticate), name="mfa_authenticate"),
    path("account/confirm/", told(confirm), name="account_reauthenticate"),
    path("account/confirm/code/", told(factor.reauthenticate), name="mfa_reauthenticate"),
    path("account/second-factor/", told(factor.index), name="mfa_index"),
    path("account/second-factor/set-up/", told(app.activate_totp), name="mfa_activate_totp"),
    path(
        "account/second-factor/switch-off/", told(app.deactivate_totp), name="mfa_deactivate_totp"
    ),
    path(
        "account/recovery-codes/", told(codes.view_recovery_codes), name="mfa_view_recovery_codes"
    ),
    path(
        "account/recovery-codes/new/",
        told(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery-codes/file/",
        told(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    *SAML,
    path("", include("campus.identity.urls")),
    PROVIDER,
    path("", include("campus.clients.urls")),
    path("language/", login_not_required(set_language), name="language"),
    path("account/tokens/", include("logistics.api.tokens.urls")),
    path("api/v1/", include("logistics.api.urls")),
    path("components/", samples.components, name="components"),
    path("", include("campus.account.urls")),
    path("", include("campus.people.urls")),
    path("places/", include("campus.places.urls")),
    path("q/<str:token>", finding.scan, name="scan"),
    path("devices/", include("campus.readings.urls")),
    path("lists/", include("campus.lists.urls")),
    path("rosters/", include("campus.rosters.urls")),
    path("inbox/", include("campus.notices.urls")),
    path("desk/", include("campus.desk.urls")),
    path("feedback/", include("campus.feedback.urls")),
    path("inspections/", include("inspections.urls")),
    path("repairs/", include("repairs.urls")),
    path("safety/", include("safety.urls")),
    path("dormitory/", include("dormitory.urls")),
    path("cleaning/", include("cleaning.urls")),
    path("canteen/", include("canteen.urls")),
    path("vehicles/", include("vehicles.urls")),
    path("rooms/", include("rooms.urls")),
    path("at-hand/<str:number>/", at_hand, name="at_hand"),
    path("rules/promises/", include("campus.cases.urls")),
    path("kept/", include("campus.submissions.urls")),
    path("jobs/", include("campus.jobs.urls")),
    path("files/", include("campus.attachments.urls")),
    path("records/", include("campus.records.urls")),
    path("audit/", include("campus.audit.urls")),
    path("privacy/", include("campus.privacy.urls")),
    path("dashboard/", include("logistics.dashboard.urls")),
    path("wall/<str:token>/", wall_views.wall, name="wall"),
    path("assessment/", include("logistics.assessment.urls")),
    path("closing/", include("logistics.closing.urls")),
    path("reports/", include("logistics.report.urls")),
    path("systems/", include("logistics.launcher.urls")),
    path("search/", include("logistics.search.urls")),
    path("webhooks/", include("campus.webhooks.urls")),
    path("directory/", include("campus.directory.urls")),
    path("calendar/", include("logistics.calendar.urls")),
    path("feed/<str:token>.ics", feed_views.read, name="feed"),
    path("school-time/", include("campus.school_time.urls")),
    path("plan/", include("planning.urls")),
    path("rescue/", admin.site.urls),
]

handler403 = "campus.shell.pages.forbidden"
handler404 = "campus.shell.pages.not_found"
handler500 = "campus.shell.pages.broken"
