"""What notices can be about: each area names its topics, and robots choose among them."""

from django.utils.functional import Promise

# Topic → its label for people; filled by the areas' `registry.py` when the portal starts.
TOPICS: dict[str, str | Promise] = {}


def name_topic(topic: str, label: str | Promise) -> None:
    """Make `topic` known under `label`; robots can be told to repeat it from then on."""
    TOPICS[topic] = label
