"""What happens to the areas of the five constants."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from campus.attachments.actions import Upload, attach
from campus.models import Attachment, Person
from campus.storing import store
from canteen.models import FiveCArea


@transaction.atomic
def write_area(
    area: FiveCArea, *, attachments: Iterable[Upload | Attachment] = (), by: Person, at: datetime,
    **fields: Any,
) -> FiveCArea:  # fmt: skip
    """Lay an area, or change its keeper or the agreed state. Raises ValidationError."""
    if area.pk:
        area = FiveCArea.objects.select_for_update(of=("self",)).get(pk=area.pk)
    for name, value in fields.items():
        setattr(area, name, value)
    store(area)
    attach(area, attachments, by=by, at=at)
    return area
