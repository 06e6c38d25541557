"""Names that swallowed a post: "[Rivers Network Manager]" is a network and a post, "[CIO]" no body at all.

A names model makes this mistake where the post stands behind the name without a comma. Only this component's reading is
mended; the mentions that others see stay as they are.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefex.records import Mention

# Heads that no body bears as the last word of its name (commissioners and supervisors do).
_HEADS = frozenset(
    "manager officer evangelist director coordinator co-ordinator adviser advisor editor analyst specialist correspondent minister "
    "ambassador professor secretary lead co-lead ceo cto cio cfo coo ciso cso vp mp mep president chairman chairwoman chairperson "
    "fellow engineer".split()
)


def repaired(mentions: Sequence[Mention]) -> list[Mention]:
    """The names without posts at their ends; what is left counts only if the text names it elsewhere."""
    known: dict[str, Mention] = {}
    for mention in mentions:
        if mention.label != "PERSON":
            known.setdefault(mention.text.casefold(), mention)
    found = []
    for mention in mentions:
        if mention.label == "PERSON" or mention.text.rsplit(" ", 1)[-1].casefold() not in _HEADS or " of " in mention.text:
            found.append(mention)
        elif front := _known_front(mention, known):
            found.append(front)
    return found


def _known_front(mention: Mention, known: dict[str, Mention]) -> Mention | None:
    """The longest beginning of a name that is a name of its own in this text."""
    front = mention.text.rstrip()
    while " " in front:
        front = front.rsplit(" ", 1)[0].rstrip(" -–—,")
        other = known.get(front.casefold())
        if other is not None:
            return replace(mention, end=mention.start + len(front), text=front, label=other.label, entity=other.entity)
    return None
