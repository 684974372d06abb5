"""Kinds of acts that the audit log tells of; each noun or area names its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class AuditKind:
    """One kind: `text` is the sentence before translation, `label` its name in the filter."""

    name: str
    label: str | Promise
    text: str


KINDS: dict[str, AuditKind] = {}


def name_kinds(texts: Mapping[str, tuple[str | Promise, str]]) -> None:
    """Let acts be noted: name of the kind → (label, sentence with placeholders for facts)."""
    for name, (label, text) in texts.items():
        KINDS[name] = AuditKind(name, label, text)
