"""Dormitory: who sleeps where, who is there at night, and how boarders run their house themselves.

House: a building where pupils sleep, with its rules. DormRoom: a room of it, for boys or for girls.
Bed: never with two sleepers. Occupancy: a pupil's bed from a day to a day.
Allotment: who is to get which bed: being read or laid → has faults, or ready → applied; or let go.
BedMove: a move or a swap: asked → approved by somebody else, declined or withdrawn.
LeaveSlip: given by the class teacher, may be withdrawn. RoomCount: a room counted in the evening.
Absence: missing → back late, or found; the warden knows at once, the leader on duty in minutes.
Visit: comes, leaves. LeaderTurn: a week in which a pupil looks after a floor.

Rooms are checked by walks of inspections, part by part (`models/checks.py`), which keep the scores.
Nomination: applied for → recommended → public notice → awarded; or refused, or withdrawn.
"""
