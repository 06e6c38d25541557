"""Sentences with their answers marked inside: `[Ada Okafor](PERSON) is at [Example Institute](ORGANISATION Example Institute)`."""

import re

from briefex.records import Mention

_MARK = re.compile(r"\[([^\]]+)\]\(([A-Z]+)(?: ([^)]*))?\)")


def marked(sentence: str) -> tuple[str, tuple[Mention, ...]]:
    """The plain text, and the mentions; a second word after the label is the entity."""
    text, mentions, position = "", [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[position : match.start()]
        mentions.append(Mention(len(text), len(text) + len(match[1]), match[1], match[2], match[3] or match[1]))  # type: ignore[arg-type]
        text += match[1]
        position = match.end()
    return text + sentence[position:], tuple(mentions)
