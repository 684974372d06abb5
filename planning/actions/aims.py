"""Which aim of a plan an item serves, proposed from its kind and its words; pure."""

from collections.abc import Iterable

from planning.models import Kind, PlanAim

# Words by which the headings of work plans name what each kind of work is for.
WORDS_OF_KIND: dict[str, tuple[str, ...]] = {
    Kind.DRILL: ("安全", "应急"),
    Kind.INSPECTION: ("安全", "隐患"),
    Kind.EDUCATION: ("安全", "教育"),
    Kind.DUTY: ("安全",),
    Kind.MAINTENANCE: ("保障", "设备", "设施"),
    Kind.SUPPLIES: ("保障", "服务", "物资"),
    Kind.CLEANING: ("环境", "卫生", "后勤"),
    Kind.EVENT_SUPPORT: ("保障", "服务"),
}
KIND_WEIGHT = 2


def proposed_aim(title: str, kind: str, aims: Iterable[PlanAim]) -> PlanAim | None:
    """The aim that shares most with the item; none where nothing is shared, the first of equals."""
    best, best_score = None, 0
    for aim in aims:
        score = likeness(title, kind, aim.title)
        if score > best_score:
            best, best_score = aim, score
    return best


def likeness(title: str, kind: str, aim: str) -> int:
    """Pairs of letters that title and aim share, and the words of the kind found in the aim."""
    words = sum(word in aim for word in WORDS_OF_KIND.get(kind, ()))
    return len(letter_pairs(title) & letter_pairs(aim)) + KIND_WEIGHT * words


def letter_pairs(text: str) -> set[str]:
    pairs = (text[place : place + 2] for place in range(len(text) - 1))
    return {pair for pair in pairs if pair.isalnum()}
