"""Secret addresses: made, renewed, stopped; only what cannot be read back is kept."""

import hashlib
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError

from campus.feeds import actions
from campus.models import FeedAddress

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)


def test_a_token_has_256_bits_and_its_digest_alone_is_kept(teacher):
    token = actions.renew(person=teacher, at=AT)
    assert len(token) == 43  # 32 bytes in base 64
    kept = FeedAddress.objects.values().get()
    assert kept == {
        "id": kept["id"], "person_id": teacher.pk, "made_at": AT,
        "digest": hashlib.sha256(token.encode()).hexdigest(),
    }  # fmt: skip


def test_another_one_lets_the_first_be_dead(teacher):
    first = actions.renew(person=teacher, at=AT)
    second = actions.renew(person=teacher, at=AT)
    opened = [FeedAddress.objects.opened_by(token).exists() for token in (first, second)]
    assert opened == [False, True]


def test_stopped_it_opens_nothing(teacher):
    token = actions.renew(person=teacher, at=AT)
    actions.stop(person=teacher)
    assert not FeedAddress.objects.opened_by(token).exists()


def test_whoever_has_left_has_no_calendar_any_more(teacher):
    token = actions.renew(person=teacher, at=AT)
    teacher.is_active = False
    teacher.save()
    assert not FeedAddress.objects.opened_by(token).exists()


def test_a_person_has_one_address(teacher):
    actions.renew(person=teacher, at=AT)
    with pytest.raises(IntegrityError):
        FeedAddress.objects.create(person=teacher, digest="0" * 64, made_at=AT)
