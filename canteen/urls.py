"""Addresses of the canteen area."""

from django.urls import path

from canteen.views import (
    accompany,
    controls,
    figures,
    menu_items,
    menus,
    overview,
    readings,
    samples,
    settings,
    supply,
    surveys,
    workers,
)

app_name = "canteen"

menu_paths = [
    path("menu/", menus.today, name="today"),
    path("menu/<int:pk>/week/", menus.week, name="week"),
    path("menu/<int:pk>/week/sheet/", menus.sheet, name="week_sheet"),
    path("menu/<int:pk>/screen/", menus.screen, name="screen"),
    path("menu/<int:pk>/screen/board/", menus.board, name="board"),
    path("menu/<int:pk>/import/", menu_items.take_sheet, name="menu_import"),
    path("menu/<int:pk>/copy/", menu_items.copy, name="menu_copy"),
    path("menu/drafts/<int:pk>/", menu_items.draft, name="draft"),
    path("menu/items/new/", menu_items.write, name="item_new"),
    path("menu/items/<int:pk>/", menu_items.item, name="item"),
    path("menu/items/<int:pk>/edit/", menu_items.write, name="item_edit"),
    path("menu/items/<int:pk>/take-down/", menu_items.take_down, name="item_down"),
    path("menu/items/<int:pk>/weigh/", menu_items.weigh, name="weigh"),
    path("portions/", menu_items.portions, name="portions"),
    path("portions/<int:pk>/", menu_items.portion, name="portion"),
    path("prices/", menu_items.prices, name="prices"),
    path("dishes/", settings.dishes, name="dishes"),
    path("dishes/new/", settings.dish, name="dish_new"),
    path("dishes/<int:pk>/", settings.dish, name="dish"),
]
settings_paths = [
    path("settings/", settings.settings, name="settings"),
    path("settings/standards/", settings.figures, name="standards"),
    path("settings/times/<int:pk>/", settings.meal_time, name="meal_time"),
    path("settings/canteens/new/", settings.canteen, name="canteen_new"),
    path("settings/canteens/<int:pk>/", settings.canteen, name="canteen_edit"),
    path("settings/counters/new/", settings.counter, name="counter_new"),
    path("settings/counters/<int:pk>/", settings.counter, name="counter_edit"),
    path("settings/allergens/new/", settings.allergen, name="allergen_new"),
    path("settings/allergens/<int:pk>/", settings.allergen, name="allergen_edit"),
]

sample_paths = [
    path("samples/", samples.samples, name="samples"),
    path("samples/day/", samples.day, name="samples_day"),
    path("samples/check/", samples.check, name="samples_check"),
    path("samples/dispose/", samples.dispose, name="samples_dispose"),
    path("samples/<int:pk>/release/", samples.release, name="sample_release"),
    path("suspicion/", samples.suspicion, name="suspicion"),
    path("suspicion/seal/", samples.seal, name="suspicion_seal"),
    path("suspicion/diners/", samples.diners, name="suspicion_diners"),
]
worker_paths = [
    path("workers/", workers.workers, name="workers"),
    path("workers/new/", workers.write, name="worker_new"),
    path("workers/train/", workers.train, name="train"),
    path("workers/<int:pk>/", workers.worker, name="worker"),
    path("workers/<int:pk>/edit/", workers.write, name="worker_edit"),
    path("workers/<int:pk>/certify/", workers.certify, name="worker_certify"),
    path("workers/<int:pk>/check/", workers.check, name="worker_check"),
    path("<int:pk>/roster/", workers.roster, name="roster"),
    path("<int:pk>/roster/copy/", workers.copy_roster, name="roster_copy"),
    path("<int:pk>/posts/usual/", workers.lay_posts, name="posts_usual"),
    path("roster/<int:pk>/remove/", workers.unroster, name="roster_remove"),
    path("posts/new/", workers.post, name="post_new"),
    path("posts/<int:pk>/", workers.post, name="post_edit"),
    path("<int:pk>/morning/", workers.morning, name="morning"),
    path("<int:pk>/morning/others/", workers.check_others, name="morning_others"),
    path("mornings/", workers.mornings, name="mornings"),
]
supply_paths = [
    path("suppliers/", supply.suppliers, name="suppliers"),
    path("suppliers/new/", supply.supplier_write, name="supplier_new"),
    path("suppliers/<int:pk>/", supply.supplier, name="supplier"),
    path("suppliers/<int:pk>/edit/", supply.supplier_write, name="supplier_edit"),
    path("suppliers/<int:pk>/license/", supply.license_supplier, name="supplier_license"),
    path("receipts/", supply.receipts, name="receipts"),
    path("receipts/new/", supply.receive, name="receipt_new"),
    path("receipts/<int:pk>/", supply.receipt, name="receipt"),
    path("receipts/<int:pk>/sign/", supply.sign, name="receipt_sign"),
    path("batches/", supply.batches, name="batches"),
    path("batches/<int:pk>/", supply.batch, name="batch"),
    path("menu/items/<int:pk>/trace/", supply.trace, name="trace"),
    path("uses/<int:pk>/forget/", supply.forget_use, name="use_forget"),
]
reading_paths = [
    path("readings/", readings.readings, name="readings"),
    path("devices/", readings.devices, name="devices"),
    path("devices/new/", readings.device, name="device_new"),
    path("devices/<int:pk>/", readings.device, name="device_edit"),
    path("devices/<int:pk>/read/", readings.read, name="device_read"),
    path("<int:pk>/devices/usual/", readings.lay_devices, name="devices_usual"),
]
accompany_paths = [
    path("accompanied/", accompany.meals, name="accompany"),
    path("accompanied/sheet/", accompany.sheet, name="accompany_sheet"),
    path("accompanied/lay/", accompany.lay, name="accompany_lay"),
    path("accompanied/<int:pk>/", accompany.meal, name="accompanied"),
    path("accompanied/<int:pk>/record/", accompany.record, name="accompanied_record"),
    path("accompanied/<int:pk>/hand-over/", accompany.hand_over, name="accompanied_hand_over"),
    path("accompanied/<int:pk>/take-off/", accompany.take_off, name="accompanied_take_off"),
]
control_paths = [
    path("controls/", controls.controls, name="controls"),
    path("controls/schedules/", controls.lay_schedules, name="controls_schedules"),
    path("5c/", controls.five_c, name="five_c"),
    path("5c/new/", controls.five_c_write, name="five_c_new"),
    path("5c/<int:pk>/", controls.five_c_area, name="five_c_area"),
    path("5c/<int:pk>/edit/", controls.five_c_write, name="five_c_edit"),
    path("committee/", controls.committee, name="committee"),
]
survey_paths = [
    path("surveys/", surveys.surveys, name="surveys"),
    path("surveys/new/", surveys.write, name="survey_new"),
    path("surveys/<int:pk>/", surveys.survey, name="survey"),
    path("surveys/<int:pk>/edit/", surveys.write, name="survey_edit"),
    path("surveys/<int:pk>/answer/", surveys.answer, name="survey_answer"),
    path("surveys/<int:pk>/publish/", surveys.publish, name="survey_publish"),
]

urlpatterns = [
    *accompany_paths,
    *control_paths,
    *survey_paths,
    *menu_paths,
    *settings_paths,
    *sample_paths,
    *worker_paths,
    *supply_paths,
    *reading_paths,
    path("", overview.overview, name="overview"),
    path("figures/", figures.figures, name="figures"),
]
