"""Addresses of the dormitory area."""

from django.urls import path

from dormitory.views import allotments, doors, houses, moves, stays

app_name = "dormitory"
urlpatterns = [
    path("", houses.houses, name="houses"),
    path("set-up/", houses.set_up, name="set_up"),
    path("houses/<int:pk>/", houses.house, name="house"),
    path("houses/<int:pk>/edit/", houses.house_edit, name="house_edit"),
    path("floors/<int:pk>/", houses.floor, name="floor"),
    path("floors/<int:pk>/doors/", doors.floor, name="floor_doors"),
    path("rooms/<int:pk>/door/", doors.room, name="room_door"),
    path("rooms/<int:pk>/", houses.room, name="room"),
    path("at/<int:pk>/", houses.at, name="at"),
    path("rooms/<int:pk>/beds/", houses.bed_add, name="room_bed"),
    path("beds/<int:pk>/remove/", houses.bed_remove, name="bed_remove"),
    path("beds/<int:pk>/settle/", stays.settle, name="bed_settle"),
    path("stays/", stays.stays, name="stays"),
    path("stays/<int:pk>/end/", stays.stay_end, name="stay_end"),
    path("stays/<int:pk>/move/", moves.ask, name="stay_move"),
    path("moves/", moves.moves, name="moves"),
    path("moves/<int:pk>/", moves.move, name="move"),
    path("moves/<int:pk>/approve/", moves.approve, name="move_approve"),
    path("moves/<int:pk>/decline/", moves.decline, name="move_decline"),
    path("moves/<int:pk>/withdraw/", moves.withdraw, name="move_withdraw"),
    path("my-room/", stays.stays, name="my_room"),
    path("pupils/<int:pk>/", stays.stays_of, name="stays_of"),
    path("allotments/", allotments.allotments, name="allotments"),
    path("allotments/table/", allotments.from_table, name="allotment_table"),
    path("allotments/template/", allotments.template, name="allotment_template"),
    path("allotments/rule/", allotments.by_rule, name="allotment_rule"),
    path("allotments/carry-on/", allotments.carry_on, name="allotment_carry"),
    path("allotments/<int:pk>/", allotments.show, name="allotment"),
    path("allotments/<int:pk>/apply/", allotments.apply, name="allotment_apply"),
    path("allotments/<int:pk>/throw-away/", allotments.throw_away, name="allotment_throw_away"),
    path("lines/<int:pk>/", allotments.line, name="line"),
    path("lines/<int:pk>/take-out/", allotments.line_take_out, name="line_take_out"),
]
