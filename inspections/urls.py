"""Addresses of inspections."""

from django.urls import include, path, register_converter

from campus.cases.urls import case_paths
from inspections.views import (
    campaign,
    checklist,
    coverage,
    figures,
    finding,
    heat,
    inspection,
    line,
    parts,
    schedule,
    score,
    walk,
)

app_name = "inspections"


class UpOrDown:
    """Which way a line is moved."""

    regex = "up|down"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(UpOrDown, "way")

# A namespace of its own: every kind of case has the same names.
appeal_paths = [path("", score.appeals, name="appeals"), *case_paths("appeal")]

urlpatterns = [
    path("", inspection.inspections, name="inspections"),
    path("new/", walk.new, name="new"),
    path("plan/", walk.plan, name="plan"),
    path("start/", walk.start_new, name="start"),
    path("<int:pk>/", inspection.inspection, name="inspection"),
    path("<int:pk>/start/", walk.start, name="inspection_start"),
    path("<int:pk>/walk/", walk.walk, name="inspection_walk"),
    path("<int:pk>/lines/<int:item>/", walk.line, name="walked_line"),
    path("<int:pk>/parts/<int:place>/", parts.part, name="walked_part"),
    path("<int:pk>/parts/<int:place>/lines/<int:item>/", parts.mark, name="walked_mark"),
    path("<int:pk>/again/", parts.again, name="inspection_again"),
    path("<int:pk>/finish/", walk.finish, name="inspection_finish"),
    path("<int:pk>/sign/", inspection.sign, name="inspection_sign"),
    path("<int:pk>/cancel/", inspection.cancel, name="inspection_cancel"),
    path("<int:pk>/sheet/", inspection.sheet, name="inspection_sheet"),
    path("figures/", figures.figures, name="figures"),
    path("findings/", finding.findings, name="findings"),
    path("findings/<int:pk>/", finding.finding, name="finding"),
    path("findings/<int:pk>/settle/", finding.settle, name="finding_settle"),
    path("findings/<int:pk>/reopen/", finding.reopen, name="finding_reopen"),
    path("findings/<int:pk>/correct/", score.correct, name="finding_correct"),
    path("findings/<int:pk>/appeal/", score.appeal, name="finding_appeal"),
    path("appeals/", include((appeal_paths, "appeals"))),
    path("scores/", score.scores, name="scores"),
    path("scores/map/", heat.heat, name="heat"),
    path("scores/at/<int:pk>/", score.history, name="place_scores"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("coverage/list/", coverage.coverage_list, name="coverage_list"),
    path("checklists/", checklist.checklists, name="checklists"),
    path("checklists/new/", checklist.create, name="checklists_new"),
    path("checklists/template/", line.template, name="checklists_template"),
    path("checklists/<int:pk>/", checklist.checklist, name="checklist"),
    path("checklists/<int:pk>/edit/", checklist.edit, name="checklist_edit"),
    path("checklists/<int:pk>/sheet/", line.export, name="checklist_export"),
    path("checklists/<int:pk>/bring-in/", line.bring_in, name="checklist_bring_in"),
    path("checklists/<int:pk>/draft/", checklist.draft, name="draft"),
    path("checklists/<int:pk>/draft/begin/", checklist.begin_draft, name="draft_begin"),
    path("checklists/<int:pk>/draft/use/", checklist.put_into_use, name="draft_use"),
    path("checklists/<int:pk>/draft/discard/", checklist.discard, name="draft_discard"),
    path("checklists/<int:pk>/draft/lines/new/", line.new, name="draft_line_new"),
    path("checklists/<int:pk>/draft/lines/<uuid:key>/", line.edit, name="line"),
    path("checklists/<int:pk>/draft/lines/<uuid:key>/copy/", line.copy, name="line_copy"),
    path("checklists/<int:pk>/draft/lines/<uuid:key>/remove/", line.remove, name="line_remove"),
    path("checklists/<int:pk>/draft/lines/<uuid:key>/<way:way>/", line.move, name="moved_line"),
    path("schedules/", schedule.schedules, name="schedules"),
    path("schedules/new/", schedule.create, name="schedules_new"),
    path("schedules/<int:pk>/", schedule.schedule, name="schedule"),
    path("schedules/<int:pk>/edit/", schedule.edit, name="schedule_edit"),
    path("schedules/<int:pk>/pause/", schedule.pause, name="schedule_pause"),
    path("schedules/<int:pk>/resume/", schedule.resume, name="schedule_resume"),
    path("campaigns/", campaign.campaigns, name="campaigns"),
    path("campaigns/new/", campaign.create, name="campaigns_new"),
    path("campaigns/<int:pk>/", campaign.campaign, name="campaign"),
    path("campaigns/<int:pk>/edit/", campaign.edit, name="campaign_edit"),
    path("campaigns/<int:pk>/begin/", campaign.begin, name="campaign_begin"),
    path("campaigns/<int:pk>/close/", campaign.close, name="campaign_close"),
    path("campaigns/<int:pk>/wall/", campaign.wall, name="campaign_wall"),
    path("campaigns/<int:pk>/sheet/", campaign.sheet, name="campaign_sheet"),
    path("campaigns/<int:pk>/areas/new/", campaign.area_new, name="campaign_area_new"),
    path("areas/<int:pk>/", campaign.area, name="area"),
    path("areas/<int:pk>/photos/", campaign.area_photos, name="area_photos"),
    path("areas/<int:pk>/remove/", campaign.area_remove, name="area_remove"),
]
