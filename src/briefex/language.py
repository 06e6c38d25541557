"""Which language a text is in, as far as the annotators care: English or not known."""

import re

# The most frequent function words of English; five in a hundred words are enough to tell it from other languages.
_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "for",
        "on",
        "with",
        "by",
        "at",
        "this",
        "will",
        "be",
        "from",
        "as",
        "are",
        "that",
        "his",
        "her",
        "their",
        "it",
        "an",
        "or",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
MIN_SHARE = 0.08


def language_of(text: str) -> str | None:
    """`en` if the text reads as English, else None.

    >>> language_of("Join us for a discussion of the treaty at the embassy.")
    'en'
    """
    words = _WORD.findall(text[:20_000].lower())
    if not words:
        return None
    return "en" if sum(word in _FUNCTION_WORDS for word in words) / len(words) >= MIN_SHARE else None
