"""How one takes part: in person or online, free or paid, with registration or without."""

import re

from briefex.records import Admission, Format

_ONLINE_EVENT = re.compile(
    r"\b(?:(?:online|virtual)\s+(?:only\s+)?(?:event|seminar|lecture|workshop|meeting|conference|panel|discussion|session|talk"
    r"|summit|briefing|roundtable|forum|conversation|launch|training)"
    r"|(?:held|take place|takes place|taking place|hosted|join us|event is|join)\s+(?:entirely |fully )?(?:online|virtually|via"
    r"|on zoom|by zoom|over zoom)|webinar|conference call|press call|dial[- ]in|via zoom|on zoom|webex"
    r"|zoom (?:link|webinar|meeting)|(?:venue|location|where|format)\s*[:|-]\s*(?:online|zoom|virtual))\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid\b(?=\s*(?:[-–—,.;:|)\]/!]|$|event|format|meeting|seminar|conference|session|webinar|mode|lecture|workshop|and\b"
    r"|with\b|panel|discussion|roundtable|participation))|\bon[- ]?site\s*(?:and|or|&|\+|/)\s*(?:zoom|online|virtual|webex)"
    r"|in[- ]person\s+(?:and|or|&|as well as|/)\s+(?:\w+\s+)?(?:online|virtual)"
    r"|(?:online|virtual(?:ly)?)\s+(?:and|or|&|/)\s+(?:\w+\s+)?in[- ]person",
    re.IGNORECASE | re.MULTILINE,
)
_IN_PERSON = re.compile(r"\bin[- ]person\b|\bon[- ]site\b|\bface[- ]to[- ]face\b", re.IGNORECASE)
_STREAMED = re.compile(
    r"\b(?:live[- ]?stream(?:ed|ing)?|web-?cast|web-?stream(?:ed)?|streamed|stream(?=\s*:)|stream will"
    r"|streaming (?:for|is|via|on)|live on \w+|on (?:ms )?teams|retransmission|transmisión en vivo|web-?cast runs|facebook live"
    r"|youtube live|(?:on|via|through)\s+(?:[\w’']+\s+){0,3}youtube(?! channel at)|youtube (?:link|stream)|zoom|webex|ms teams"
    r"|microsoft teams|google meet|online (?:participation|participants|viewers|audience|link|via)"
    r"|(?:also|and|or|follow(?:ed)?|join(?:ing)? us|join(?:ing)?|watch|attend|participate|available|take part|part) (?:online"
    r"|remotely|virtually)|remote(?:ly)? (?:participation|access|link))\b",
    re.IGNORECASE,
)
_NOT_STREAMED = re.compile(
    r"\b(?:not|nor|never|neither|no)\s+(?:be\s+)?(?:live[- ]?)?(?:stream\w*|web-?cast|online (?:participation|access|link)|zoom)",
    re.IGNORECASE,
)

_MONEY = (
    r"(?:[£€$¥₹₦₱₩]|\b(?:USD|EUR|GBP|CHF|AUD|CAD|NZD|KES|KSh|ZAR|INR|SGD|NOK|SEK|DKK|PLN|CZK|HUF|NGN|GHS|PHP|MXN|BRL|JPY|TWD|HKD"
    r"|MAD|COP|NPR|NIS|ILS|VND|KRW|DKK|TT\$|GH[¢₵]|CLP|PEN|LKR|BDT|PKR|THB|IDR|MYR|TRY|AED|QAR|EGP|UAH|KZT|Rs\.?|R\$|NT\$|US\$|A\$"
    r"|S/|kr|R(?=\s?\d))\s?)\s?\d[\d.,]{0,15}|(?<![\d.,])\d[\d.,]{0,15}\s?(?:€|£|euros?|EUR|pounds?|dollars?|pesos?|soles|rupees?"
    r"|shillings?|naira|rand|zł|MAD|kr|yen|won|baht|lei|lari|dirhams?)\b"
)
_FREE = re.compile(
    r"\b(?:(?:admission|entry|entrance|attendance|participation|access|event|tickets?|seminar|lecture|webinar|talks?"
    r"|conference|panel|screening|concert|it|registration|workshop) (?:is |are )?(?:entirely )?free"
    r"|free (?:admission|entry|entrance|of charge|event|and open|to attend"
    r"|to the public|but|registration|tickets?|for all|for everyone|for members|with registration|tour)"
    r"|no (?:admission |entry |registration |participation |entrance )?(?:charge|fees?|cost)\b|at no (?:cost|charge)"
    r"|without charge|costs nothing|how much\?\s*nothing|fee\s*:\s*(?:none|free|no)|fees? (?:is|are) waived"
    r"|entrada (?:libre|gratuita|franca)|entr[ée]e? libre|entr[ée]e gratuite|gratis|gratuit[oa]?|eintritt (?:ist )?frei"
    r"|maksuton|kostenlos|kostenfrei|ingresso (?:libero|gratuito)|dim tâl|вхід вільний|вход свободный|open (?:to all )?and free"
    r"|free to attend)|^[^\w\n]*free\b|\bfree(?=\s*(?:[,.;|()]|$))",
    re.IGNORECASE | re.MULTILINE,
)
_FREE_OF = re.compile(
    r"\b(?:barrier|carbon|drug|duty|toll|smoke|gluten|nuclear|conflict|sugar|tax|hands|set|are|be|feel|be|was|were|made|make"
    r"|makes)[- ]free\b|\bfree(?:dom| trade| will| speech| press| and fair| kicks?)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    rf"(?:{_MONEY})[^.\n]{{0,60}}\b(?:tickets?|fees?|per (?:person|participant|head)|at the door|(?:non-)?members|students?"
    rf"|admission|entry|concessions?|general|adults?|others)\b"
    rf"|\b(?:tickets?|fees?|admission|entry|entrance|registration|cost|costs|price|pay|adults?|inscripción|students?"
    rf"|members)\b[^.\n]{{0,40}}(?:{_MONEY})",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"\b(?:(?<!well )(?<!an )(?<!a )register(?!ed)|registrations?|registering|inscripci[oó]n|inscri\w+|anmeldung|anmelden"
    r"|ilmoittautu\w*|kindly reply|please (?:reply|answer|confirm)|confirm (?:your )?(?:attendance|participation)"
    r"|registered participants|r\.?s\.?v\.?p\.?|book (?:now|here|your|a (?:place|seat|ticket)|tickets|online|in advance|at|via"
    r"|by)|booking (?:is )?(?:essential|required|via|at|is|now|opens|link)|bookings|sign up|sign-up"
    r"|reserve (?:your|a) (?:place|seat|spot)|tickets? (?:are )?(?:required|available|via|from|here|must))\b",
    re.IGNORECASE,
)
_NO_REGISTER = re.compile(
    r"\b(?:(?:no|without) (?:prior |advance )?(?:registration|booking|rsvp)|needs? no registration"
    r"|(?:well|land|voter|cash|commercial|electoral|company|open \w+) registers?"
    r"|registration(?:\s*:|,)? (?:is )?not (?:required|needed|necessary)|no need to (?:register|book)|register of"
    r"|need(?: not|n[’']t) (?:register|sign up|book|rsvp)"
    r"|registration (?:desk|opens at|and coffee|\W*\d))\b",
    re.IGNORECASE,
)
_REGISTRATION_ITEM = re.compile(r"[\W\d:.apm–-]*registration(?:\s*(?:and|&)\s*\w+)?\s*", re.IGNORECASE)  # an item of the programme
_ITEM_CHARS = 80


def format_of(text: str, *, has_venue: bool) -> Format | None:
    """`hybrid` where both ways are told, `online` where only that is, `in_person` where a place is named and nothing said of online."""
    text = _NOT_STREAMED.sub("", text)
    if _HYBRID.search(text):
        return "hybrid"
    if has_venue or _IN_PERSON.search(text):
        return "hybrid" if _STREAMED.search(text) else "in_person"
    return "online" if _ONLINE_EVENT.search(text) or _STREAMED.search(text) else None


def admission_of(text: str) -> Admission | None:
    """Whether the text says that one pays."""
    if _PAID.search(text):
        return "paid"
    return "free" if _FREE.search(_FREE_OF.sub("", text)) else None


def needs_registration(text: str) -> bool:
    """Whether the text asks to register, book or answer."""
    lines = _NO_REGISTER.sub("", text).splitlines()
    kept = "\n".join(line for line in lines if len(line) > _ITEM_CHARS or not _REGISTRATION_ITEM.fullmatch(line))
    return _REGISTER.search(kept) is not None
