"""Titles of sessions, works and tools, which the network takes for undertakings."""

import re

from briefex.components.names.decode import Found
from briefex.components.names.heads import label_by_head

_SESSION = re.compile(
    r"\b(?:sessions?|panels?|plenary|workshop|breakout|talk|keynote|lecture|theme|topic|track|part|module|day|[ap]\.?m\.?|ET"
    r"|EST|EDT|GMT|BST|CES?T)\b",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r"\s*\((?=[^\W\d_]*[A-Z][^\W\d_]*[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_UNDERTAKING = re.compile(
    r"\b(?:program(?:me|a)?s?|pro[jy]e[ck]t\w*|initiatives?|red|rede|r[ée]seau|task force|partnership|dialogues?|series"
    r"|strategy|plans?|fund|fonds?|fondo|facility|agreement|accord|treaty|pact|compact|convention"
    r"|protocol|charter|act|law|code|directive|regulation|resolution|bill|campaign|appeal|networks?|forum|conference|summit"
    r"|congress|symposium|assembly|week|day|year|decade|festival"
    r"|working group|group|alliance|coalition|community|communities|guild|challenge|pledge|agenda|roadmap|framework|scheme"
    r"|mechanism|process|corridor|road|census|survey|index"
    r"|study|mission|accelerator|lab|hub|bridge|link|commons|portal|platform|academy|fellowship|fellows|lectures|talks|hack\w*"
    r"|declaration|principles|review|deal|cop)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into is of on or the to vs with via per than after before under over between".split()
)
_TITLE_BEFORE = re.compile(
    r"\b(?:reports?|books?|stud(?:y|ies)|papers?|notes?|handbook|guide|brief|volume|(?:co-)?author of|editor of|articles?"
    r"|podcast|film|documentary|monograph|novel|thesis"
    r"|dissertation|memoir|album|magazine"
    r"|anthology)\b,?\s+(?:\(?\w+\)?,?\s+)?[“\"‘'«*_]?[A-Z][^.;\n]{2,70}[:?!]\s+(?:[A-Z][^.;:\n]{0,60}\s)?$"
)
_TOOL = re.compile(
    r"(?:,\s(?:an?|the|our|its|their)\s(?:[\w-]+\s){0,3}?(?:tool|app|software|dashboard|spreadsheet|simulator|plug-?in|chatbot"
    r"|calculator|game|toolkit|library|package)"
    r"|\s(?:tool|app|software|dashboard|spreadsheet|simulator|plug-?in|chatbot|calculator|package))\b"
)
_TOOL_BEFORE = re.compile(
    r"\b(?:tool|app|software|dashboard|spreadsheet|simulator|calculator|(?:learning|online|digital|web|data) platform),?\s[“\"‘']?$",
    re.IGNORECASE,
)
TITLE = 130  # characters of the longest line that is read as a title
_WORK = re.compile(
    r" (?:[Pp]rizes?|[Aa]wards?|[Mm]edals?|[Ss]cholarships?|[Rr]eports?|[Gg]uides?|[Hh]andbook|[Tt]oolkits?|[Ss]essions?"
    r"|[Nn]ewsletter|[Aa]greements|[Pp]lans|[Ss]tudy|[Ss]tudies)$"
)


def is_title(text: str, f: Found, name: str) -> bool:
    """Whether what was taken for an undertaking is a session's title, a work's or a tool's."""
    return _is_work(text, f, name) or _is_topic(text, f, name)


def _is_work(text: str, f: Found, name: str) -> bool:
    """A prize, a publication, a part of its title, a session or a tool, which is no undertaking; kinds of papers in the plural."""
    if _WORK.search(name):
        return True
    tool = _TOOL.match(text, f.end) or _TOOL_BEFORE.search(text, max(0, f.start - 30), f.start)
    if tool and not _UNDERTAKING.search(name):
        return True
    return _TITLE_BEFORE.search(text, max(0, f.start - TITLE), f.start) is not None and not _UNDERTAKING.search(name)


def _is_topic(text: str, f: Found, name: str) -> bool:
    """A session's title, or a part of one, without a noun of an undertaking: "- Culture and Adoption", "The Case of Shared Data"."""
    if (
        " " not in name
        or name[-1].isdigit()
        or text.count(name) > 1
        or label_by_head(name)
        or _UNDERTAKING.search(name)
        or _SHORT_FORM.match(text, f.end)
    ):
        return False
    before = text[max(0, f.start - TITLE) : f.start].rpartition("\n")[2]
    after = text[f.end : f.end + TITLE].partition("\n")[0]
    return not _LETTERS.search(_SESSION.sub("", before)) or _in_title(before, name, after)


def _in_title(before: str, name: str, after: str) -> bool:
    """Whether a line with words beside the name has capitals throughout, and does not end as a sentence does."""
    beside = [word for word in _WORD.findall(f"{before} {after}") if word.casefold() not in _SMALL_WORDS]
    line_end = (name + after).rstrip()[-1:]
    return len(before + name + after) < TITLE and line_end not in ".;," and bool(beside) and all(word[0].isupper() for word in beside)
