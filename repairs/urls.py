"""Addresses of repairs."""

from django.urls import include, path

from campus.cases.urls import case_paths
from repairs.views import (
    asset_moves,
    assets,
    board,
    figures,
    imports,
    issues,
    maintenance,
    parts,
    property,
    property_rooms,
    spares,
    supplies,
    supply_requests,
    tickets,
    workshop,
)

app_name = "repairs"

asset_paths = [
    path("a/<str:token>", assets.scan, name="asset_scan"),
    path("assets/", assets.assets, name="assets"),
    path("assets/new/", assets.create, name="asset_new"),
    path("assets/labels/", assets.labels, name="asset_labels"),
    path("assets/transfer/", asset_moves.transfer_selected, name="assets_transfer"),
    path("assets/moves/", asset_moves.moves, name="asset_moves"),
    path("assets/moves/approve/", asset_moves.approve_selected, name="asset_moves_approve"),
    path("assets/moves/refuse/", asset_moves.refuse_selected, name="asset_moves_refuse"),
    path("assets/moves/<int:pk>/approve/", asset_moves.approve, name="asset_move_approve"),
    path("assets/moves/<int:pk>/refuse/", asset_moves.refuse, name="asset_move_refuse"),
    path("assets/moves/<int:pk>/withdraw/", asset_moves.withdraw, name="asset_move_withdraw"),
    path("assets/<int:pk>/", assets.show, name="asset"),
    path("assets/<int:pk>/edit/", assets.edit, name="asset_edit"),
    path("assets/<int:pk>/transfer/", asset_moves.transfer, name="asset_transfer"),
    path("assets/<int:pk>/dispose/", asset_moves.dispose, name="asset_dispose"),
    path("assets/spares/", spares.spares, name="spares"),
    path("assets/spares/lend/", spares.lend, name="lend"),
    path("assets/spares/suggest/", spares.suggest, name="spares_suggest"),
    path("assets/loans/", spares.loans, name="loans"),
    path("assets/loans/<int:pk>/return/", spares.take_back, name="loan_return"),
]

maintenance_paths = [
    path("maintenance/", maintenance.jobs, name="maintenance"),
    path("maintenance/finish/", maintenance.finish_all, name="maintenance_finish_all"),
    path("maintenance/<int:pk>/", maintenance.job, name="maintenance_job"),
    path("maintenance/<int:pk>/start/", maintenance.start, name="maintenance_job_start"),
    path("maintenance/<int:pk>/finish/", maintenance.finish, name="maintenance_job_finish"),
    path("maintenance/<int:pk>/skip/", maintenance.skip, name="maintenance_job_skip"),
    path("maintenance/<int:pk>/cost/", maintenance.cost, name="maintenance_job_cost"),
    path("maintenance/plans/", maintenance.plans, name="maintenance_plans"),
    path("maintenance/plans/new/", maintenance.create, name="maintenance_plan_new"),
    path("maintenance/plans/<int:pk>/", maintenance.plan, name="maintenance_plan"),
    path("maintenance/plans/<int:pk>/edit/", maintenance.edit, name="maintenance_plan_edit"),
    path("maintenance/plans/<int:pk>/pause/", maintenance.pause, name="maintenance_plan_pause"),
    path("maintenance/plans/<int:pk>/resume/", maintenance.resume, name="maintenance_plan_resume"),
]

property_paths = [
    path("property/", property.checks, name="property"),
    path("property/new/", property.create, name="property_new"),
    path("property/rooms/", property.rooms, name="property_rooms"),
    path("property/differences/", property.differences, name="property_differences"),
    path("property/differences/report/", property_rooms.report_all, name="property_report_all"),
    path("property/differences/accept/", property_rooms.accept_all, name="property_accept_all"),
    path("property/expected/", property.expected, name="expected"),
    path("property/expected/new/", property.expected_item, name="expected_new"),
    path("property/expected/<int:pk>/", property.expected_item, name="expected_item"),
    path("property/expected/<int:pk>/remove/", property.expected_no_more, name="expected_remove"),
    path("property/<int:pk>/", property.check, name="property_check"),
    path("property/<int:pk>/close/", property.close, name="property_check_close"),
    path("property/<int:pk>/take-over/", property.take_over, name="property_check_take_over"),
    path("property/rooms/<int:pk>/", property_rooms.room, name="property_room"),
    path("property/rooms/<int:pk>/count/", property_rooms.count, name="property_room_count"),
    path("property/rooms/<int:pk>/sheet/", property_rooms.sheet, name="property_room_sheet"),
    path("property/rooms/<int:pk>/leave-out/", property_rooms.leave_out,
         name="property_room_leave_out"),
    path("property/lines/<int:pk>/report/", property_rooms.report, name="property_line_report"),
    path("property/lines/<int:pk>/charge/", property_rooms.charge, name="property_line_charge"),
    path("property/lines/<int:pk>/accept/", property_rooms.accept, name="property_line_accept"),
]  # fmt: skip

supply_paths = [
    path("supplies/", supplies.supplies, name="supplies"),
    path("supplies/suggest/", supplies.suggest, name="supplies_suggest"),
    path("supplies/new/", supplies.create, name="supply_new"),
    path("supplies/month/", supplies.month, name="supplies_month"),
    path("supplies/month/sheet/", supplies.month_sheet, name="supplies_month_sheet"),
    path("supplies/month/export/", supplies.month_export, name="supplies_month_export"),
    path("supplies/<int:pk>/", supplies.show, name="supply"),
    path("supplies/<int:pk>/edit/", supplies.edit, name="supply_edit"),
    path("supplies/<int:pk>/receive/", supplies.receive, name="supply_receive"),
    path("supplies/<int:pk>/count/", supplies.count, name="supply_count"),
    path("supplies/<int:pk>/ledger/", supplies.ledger, name="supply_ledger"),
    path("supplies/<int:pk>/ledger/export/", supplies.ledger_export, name="supply_ledger_export"),
    path("supplies/issues/", issues.issues, name="issues"),
    path("supplies/issues/new/", issues.create, name="issue_new"),
    path("supplies/issues/<int:pk>/", issues.show, name="issue"),
    path("supplies/issues/<int:pk>/sheet/", issues.sheet, name="issue_sheet"),
    path("supplies/issues/<int:pk>/sign/", issues.sign, name="issue_sign"),
    path("supplies/issues/<int:pk>/paper/", issues.sign_on_paper, name="issue_paper"),
    path("parts/<int:pk>/", parts.take, name="part_take"),
    path("parts/<int:pk>/back/<int:supply>/", parts.give_back, name="part_back"),
    path("tables/<str:kind>/new/", imports.upload, name="import_new"),
    path("tables/<str:kind>/template/", imports.template, name="import_template"),
    path("tables/<int:pk>/", imports.show, name="import"),
    path("tables/<int:pk>/apply/", imports.apply, name="import_apply"),
    path("tables/<int:pk>/throw-away/", imports.throw_away, name="import_throw_away"),
]

# A namespace of their own: every kind of case has the same names.
request_paths = [
    path("", supply_requests.requests, name="requests"),
    path("new/", supply_requests.new, name="new"),
    *case_paths("supply_request"),
]

urlpatterns = [
    path("", tickets.tickets, name="tickets"),
    path("assign/", tickets.assign, name="assign"),
    path("new/", tickets.new, name="new"),
    path("board/", board.board, name="board"),
    path("day/", board.day, name="day"),
    path("figures/", figures.figures, name="figures"),
    path("orders/", board.orders, name="orders"),
    path("workshop/", workshop.workshop, name="workshop"),
    path("workshop/technicians/<int:pk>/", workshop.trades, name="trades"),
    path("workshop/contractors/new/", workshop.contractor, name="contractor_new"),
    path("workshop/contractors/<int:pk>/", workshop.contractor, name="contractor"),
    path("workshop/categories/new/", workshop.category, name="category_new"),
    path("workshop/categories/<int:pk>/", workshop.category, name="category"),
    *asset_paths,
    *maintenance_paths,
    *property_paths,
    *supply_paths,
    path("supplies/requests/", include((request_paths, "requests"))),
    *case_paths("ticket"),
]
