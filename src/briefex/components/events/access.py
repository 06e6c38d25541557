"""How one takes part: in person or online, free or paid, with registration or without."""

import re

from briefex.records import Admission, Format

_ONLINE_EVENT = re.compile(
    r"\b(?:(?:online|virtual)\s+(?:only\s+)?(?:event|seminar|lecture|workshop|meeting|conference|panel|discussion|session|talk|summit|briefing|roundtable|forum|conversation|launch|training)"
    r"|(?:held|take place|takes place|taking place|hosted|join us|event is|join)\s+(?:entirely |fully )?(?:online|virtually|via|on zoom|by zoom|over zoom)|webinar|via zoom|on zoom|zoom (?:link|webinar|meeting)|(?:venue|location|where|format)\s*[:|-]\s*(?:online|zoom|virtual))\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid\b|in[- ]person\s+(?:and|or|&|as well as|/)\s+(?:\w+\s+)?(?:online|virtual)|(?:online|virtual(?:ly)?)\s+(?:and|or|&|/)\s+(?:\w+\s+)?in[- ]person",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\bin[- ]person\b|\bon[- ]site\b|\bface[- ]to[- ]face\b", re.IGNORECASE)
_STREAMED = re.compile(
    r"\b(?:live[- ]?stream(?:ed)?|webcast|streamed (?:live|online)|follow(?:ed)? online|join(?:ing)? (?:us )?(?:online|remotely|virtually)|attend (?:online|virtually|remotely))\b",
    re.IGNORECASE,
)

_FREE = re.compile(
    r"\b(?:admission (?:is )?free|free (?:admission|entry|of charge|event|and open|to attend|to the public|but|registration|tickets?)|free,|entry (?:is )?free|no (?:admission )?(?:charge|fee|cost)"
    r"|at no (?:cost|charge)|entrance (?:is )?free|attendance is free|is free\b|participation is free|free\b(?=\s*(?:[|.;)]|$))|free to)",
    re.IGNORECASE | re.MULTILINE,
)
_PAID = re.compile(
    r"(?:[£€$¥₹]\s?\d|\b(?:USD|EUR|GBP|CHF|AUD|CAD|KES|ZAR|INR|SGD)\s?\d)[^.\n]{0,60}(?:ticket|fee|per person|members|students|admission|entry|concession)"
    r"|\b(?:tickets?|fees?|admission|entry|registration)\b[^.\n]{0,40}(?:[£€$¥₹]\s?\d|\b(?:USD|EUR|GBP|CHF|AUD|CAD|KES|ZAR|INR|SGD)\s?\d|\d+\s?(?:euros?|pounds?|dollars))",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"\b(?:register|registration|registering|r\.?s\.?v\.?p\.?|book (?:now|here|your|a (?:place|seat|ticket)|tickets|online|in advance|at|via|by)|booking (?:is )?(?:essential|required|via|at|is|now|opens|link)|bookings|sign up|sign-up"
    r"|reserve (?:your|a) (?:place|seat|spot)|tickets? (?:are )?(?:required|available|via|from|here|must))\b",
    re.IGNORECASE,
)
_NO_REGISTER = re.compile(
    r"\b(?:no (?:registration|booking|rsvp)|without registration|registration (?:is )?not (?:required|needed|necessary)|no need to (?:register|book)|register of|registration (?:desk|opens at|and coffee|\W*\d))\b",
    re.IGNORECASE,
)
_DESK = re.compile(r"(?im)^[\W\d:.apm–-]*registration(?:\s*(?:and|&)\s*\w+)?\s*$")


def format_of(text: str, *, has_venue: bool) -> Format | None:
    """`hybrid` where both ways are told, `online` where only that is, `in_person` where a place is named and nothing said of online."""
    if _HYBRID.search(text):
        return "hybrid"
    on_site = has_venue or _IN_PERSON.search(text) is not None
    if on_site:
        return (
            "hybrid"
            if _STREAMED.search(text) or (_ONLINE_EVENT.search(text) and _IN_PERSON.search(text))
            else "online"
            if _ONLINE_EVENT.search(text) and not has_venue
            else "in_person"
        )
    return "online" if _ONLINE_EVENT.search(text) or _STREAMED.search(text) else None


def admission_of(text: str) -> Admission | None:
    """Whether the text says that one pays."""
    if _PAID.search(text):
        return "paid"
    return "free" if _FREE.search(text) else None


def needs_registration(text: str) -> bool:
    """Whether the text asks to register, book or answer."""
    text = _DESK.sub("", _NO_REGISTER.sub("", text))
    return _REGISTER.search(text) is not None
