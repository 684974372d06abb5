"""Something to do, given or handed on, for the tests to go on from."""

from django.core.files.uploadedfile import SimpleUploadedFile

from campus.attachments.actions import keep_upload
from campus.cases import actions as cases
from campus.models import Attachment, Enquiry, Person
from planning.actions import action_items as actions
from planning.kinds import ACTION
from planning.models import ActionItem
from tests.campus.attachments.samples import encoded, scene
from tests.planning.meetings import CALLED_AT, NEXT_WEEK, at


def given(by, to, **facts) -> ActionItem:
    facts = {"title": "更换三楼应急灯", "due_on": NEXT_WEEK, "at": CALLED_AT, **facts}
    return actions.raise_action(owner=to, by=by, **facts)


def fresh(action: ActionItem) -> ActionItem:
    return ActionItem.objects.get(pk=action.pk)


def photo(by: Person) -> Attachment:
    upload = SimpleUploadedFile("现场.jpg", encoded(scene(), "JPEG"))
    return keep_upload(upload, by=by, at=CALLED_AT)


def handed_on(enquiry: Enquiry, by: Person) -> ActionItem:
    cases.hand_on(enquiry, to=ACTION, by=by, at=at(3, 10), words="需要更换")
    return ActionItem.objects.get()
