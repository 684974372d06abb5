"""Addresses of the canteen area."""

from django.urls import path

from canteen.views import menu_items, menus, overview, settings

app_name = "canteen"

menu_paths = [
    path("", menus.today, name="today"),
    path("<int:pk>/week/", menus.week, name="week"),
    path("<int:pk>/week/sheet/", menus.sheet, name="week_sheet"),
    path("<int:pk>/screen/", menus.screen, name="screen"),
    path("<int:pk>/screen/board/", menus.board, name="board"),
    path("<int:pk>/menu/import/", menu_items.take_sheet, name="menu_import"),
    path("<int:pk>/menu/copy/", menu_items.copy, name="menu_copy"),
    path("drafts/<int:pk>/", menu_items.draft, name="draft"),
    path("items/new/", menu_items.write, name="item_new"),
    path("items/<int:pk>/", menu_items.item, name="item"),
    path("items/<int:pk>/edit/", menu_items.write, name="item_edit"),
    path("items/<int:pk>/take-down/", menu_items.take_down, name="item_down"),
    path("items/<int:pk>/weigh/", menu_items.weigh, name="weigh"),
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

urlpatterns = [
    *menu_paths,
    *settings_paths,
    path("overview/", overview.overview, name="overview"),
]
