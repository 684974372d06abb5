"""Addresses of planning: the work plan, the calendar's own entries, reminders."""

from django.urls import path

from planning.views import draft, draft_item, entry, item, plan, reminder

app_name = "planning"

urlpatterns = [
    path("", plan.items, name="items"),
    path("items/sheet/", plan.sheet, name="items_sheet"),
    path("items/export/", plan.export, name="items_export"),
    path("items/give-owner/", plan.give_owner, name="items_give_owner"),
    path("items/start/", plan.start, name="items_start"),
    path("items/finish/", plan.finish, name="items_finish"),
    path("items/new/", item.create, name="item_new"),
    path("items/<int:pk>/", item.show, name="item"),
    path("items/<int:pk>/edit/", item.edit, name="item_edit"),
    path("items/<int:pk>/move/", item.move, name="item_move"),
    path("items/<int:pk>/note/", item.note, name="item_note"),
    path("items/<int:pk>/delete/", item.delete, name="item_delete"),
    path("import/", draft.import_plan, name="import"),
    path("carry-over/", draft.carry_over, name="carry_over"),
    path("drafts/<int:pk>/", draft.preview, name="draft"),
    path("drafts/<int:pk>/adopt/", draft.adopt, name="draft_adopt"),
    path("drafts/<int:pk>/semester/", draft.choose_semester, name="draft_semester"),
    path("drafts/<int:pk>/lay-semester/", draft.lay_semester, name="draft_lay_semester"),
    path("drafts/<int:pk>/compare/", draft.compare, name="draft_compare"),
    path("drafts/<int:pk>/discard/", draft.discard, name="draft_discard"),
    path("draft-items/<int:pk>/edit/", draft_item.edit, name="draft_item_edit"),
    path("draft-items/<int:pk>/split/", draft_item.split, name="draft_item_split"),
    path("draft-items/<int:pk>/merge/", draft_item.merge, name="draft_item_merge"),
    path("draft-items/<int:pk>/accept/", draft_item.accept, name="draft_item_accept"),
    path("draft-items/<int:pk>/leave-out/", draft_item.leave_out, name="draft_item_leave_out"),
    path("draft-items/<int:pk>/take-back/", draft_item.take_back, name="draft_item_take_back"),
    path("entries/new/", entry.create, name="entry_new"),
    path("entries/<int:pk>/", entry.show, name="entry"),
    path("entries/<int:pk>/edit/", entry.edit, name="entry_edit"),
    path("entries/<int:pk>/move/", entry.move, name="entry_move"),
    path("entries/<int:pk>/delete/", entry.delete, name="entry_delete"),
    path("rules/", reminder.rules, name="rules"),
    path("rules/<str:subject>/", reminder.rule, name="rule"),
    path("rules/<str:subject>/default/", reminder.rule_default, name="rule_default"),
    path("items/<int:pk>/reminders/", reminder.item_reminders, name="item_reminders"),
    path("items/<int:pk>/reminders/default/", reminder.item_default, name="item_default"),
    path("items/<int:pk>/acknowledge/", reminder.item_acknowledge, name="item_acknowledge"),
]
