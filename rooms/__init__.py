"""Special rooms (专用室场): laboratories, drone, robot and AI rooms, halls; booked, used, upgraded.

SpecialRoom: a room of the school that is booked; offered → taken off the list.
RoomHours, Closure: when it is open of itself, and when not; LessonPeriod: the periods of a day.
Booking: asked → booked → cancelled, or refused by the keeper; afterwards its state is confirmed.
BookingSeries: bookings that were laid together, a week apart.
RoomProject (室场升级): planned → under way → done, or called off; stages, budget, milestones,
risks, acceptances.
"""
