"""How promptly repairs are done, what is still open, and what runs out in the store."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.measures import Counted, Measure
from repairs import rights
from repairs.lists import SUPPLIES, TICKETS
from repairs.models import Supply, Ticket, TicketTally

BACKLOG = Measure(
    key="repairs.backlog", label=_("Repairs still open"), icon="tool",
    unit=pgettext_lazy("unit", "tickets"), more_is_better=False, is_standing=True,
    rows=Ticket.objects.all, day="raised_at", page=TICKETS, place="place",
    tally=TicketTally.objects.all,
    number=Counted(query={"current": "open"}, columns=("still_open",)),
    reads_all=rights.can_see_all_tickets,
)  # fmt: skip
MEASURES = (
    Measure(
        key="repairs.in_time", label=_("Repairs done in time"), icon="tool",
        hint=_("by the day of the report"), rows=Ticket.objects.all, day="raised_at",
        page=TICKETS, place="place", tally=TicketTally.objects.all,
        number=Counted(query={"promise": "kept:done"}, columns=("done_kept",)),
        of=Counted(query={"promise": "ended:done"}, columns=("done_kept", "done_missed")),
        reads_all=rights.can_see_all_tickets,
    ),
    BACKLOG,
    Measure(
        key="repairs.supplies_low", label=_("Supplies below the minimum"), icon="packages",
        unit=pgettext_lazy("unit", "supplies"), more_is_better=False, is_standing=True,
        rows=Supply.objects.all, page=SUPPLIES, number=Counted(query={"which": "low"}),
        reads_all=rights.can_list_supplies,
    ),
)  # fmt: skip
