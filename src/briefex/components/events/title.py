"""The event's title: the line above the announcement that reads as one, else a title in quotes that is called the event's."""

import html
import re
from collections.abc import Sequence

from briefex.components.events.when import EventDate
from briefex.records import Mention

MAX_TITLE_CHARS = 180
MAX_LINE_CHARS = 1000  # of a longer line only so much is read
SHORT_LINE = 45  # characters of a line that may name a series
HEAD_LINES = 8  # a title stands among the first lines, below dates, places and names of hosts
_TYPES = (
    r"webinar|lecture|public lecture|seminar|book launch|launch|film screening|screening|conference(?: call)?|side[- ]event"
    r"|round[- ]?table|workshop|panel(?: discussion)?|talk|debate|"
    r"(?:high-level |lunch |working |evening )*(?:debate|lunch|breakfast|dinner|meeting|seminar|discussion|dialogue|roundtable)"
    r"|discussion|symposium|colloquium|forum|hearing|public hearing|"
    r"conversation|briefing|event|online event|what|invitation|save the date|title|topic|theme|subject|press release"
    r"|media advisory|report|summary|symposium|masterclass|training|summer school|grand rounds|"
    r"brown[- ]bag(?: seminar)?|call for (?:papers|participants|applications)|open call|announcement|new|update|reminder"
    r"|podcast|fireside chat|in conversation|short course|course|press (?:call|conference|briefing)"
    r"|policy (?:dialogue|briefing|breakfast)|parliamentary (?:evening|breakfast)|working group|presentation|guest lecture"
    r"|keynote(?: lecture)?|free webinar|virtual event|hybrid event|in[- ]person(?: event)?|book talk|vortrag|tagung|foro"
    r"|jornada|coloquio|colloque|convegno|congreso|encuentro|conf[ée]rence|conferencia|seminario|s[ée]minaire|table ronde"
)
_KICKER = re.compile(
    rf"^[\[(【]?(?:(?:(?:19|20)\d\d|annual|special)\s+)?(?:{_TYPES})(?:\s+(?:no\.?\s*)?\d+)?(?:\s*[\])】]\s*[:|–—-]*\s*"
    rf"|\s*[:|·•–—]+\s*|\s+[/-]\s+)(?=\S)",
    re.IGNORECASE,
)
# "Regional forum: Safe at Home"; with capitals it may be a name ("Harbour Forum: …")
_KIND_FIRST = re.compile(
    r"(?:[A-Z][\w&-]*\s){1,2}(?:webinar|seminar|lecture|workshop|forum|talk|report|roundtable|debate|event|conference|panel"
    r"|briefing|discussion|launch):\s+(?=\S)"
)
_MARKUP = re.compile(r"<[^>\n]{1,40}>|&(?:[a-z]+|#\d+);|\*\*|__|^#+\s*|\[|\](?:\([^)]*\))?", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:[●•▪►✓·*–-]\s|date|when|where|venue|time|location|place|speakers?|hosts?|hosted by|moderator|chair|organi[sz]"
    r"|programme|program|agenda|join us|please|dear|hi |hello\b|hey |greetings|(?:fwd?|re|aw)\s*:"
    r"|[^:]{0,80}\b(?:tel|fax|phone)\b[.:]?\s*[+(\d]|we |you are|register|free\b|admission"
    r"|the [^:]{3,60} (?:is|are|will|invites?)\b|(?:an? )?invitation$|save the date\W*$"
    r"|(?:registration|abstracts?|submissions?|application|deadline|fee|language|format|audience|level|type)s?\b[^:]{0,20}:"
    r"|[^:]{0,60}\b(?:(?:\d+(?:st|nd|rd|th)|ground|first|second|third|top) floor|floor \d+|room [\w.-]*\d|auditorium \w{1,4}"
    r"|lecture (?:theatre|hall) \w)\b|events?(?:\s+(?:19|20)\d\d\S*)?$|for planning purposes|republic of \w+$"
    r"|(?:event|webinar|seminar|conference|meeting) invitation$|agenda item$|news|newsletter"
    r"|(?:press|media|news) (?:release|advisory|note)|chamada (?:de|para)|convocatoria|appel à|for immediate release|-{3,}"
    r"|(?:begin )?forwarded message|[^:]{0,60}\b(?:pls|please) (?:share|circulate|forward|post|rt)\b"
    r"|draft (?:agenda|programme|program)\b|p\.? ?o\.? ?box\b|(?:our|your) ref\b|@\w+|[^\n]{0,40}\ball (?:are )?welcome\b"
    r"|concept (?:note|paper)\W*$|(?:[\w.-]+ ){0,3}side[- ]event$|.{0,60}\bA- ?A ?A\+"
    r"|sending this|\([^()]*\)$|messages:|\d+/\d+\s|early bird|view (?:this|in)\b"
    r"|skip to\b|log ?in\b|sign (?:in|up)\b|search\b.{0,40}\blog ?in\b|subscribe|unsubscribe|do not reply|back to\b|notice to\b"
    r"|(?:from|to|cc|sent)\s*:|home\b|menu\b|announcement$|book (?:launch|talk|presentation)$"
    r"|public (?:lecture|talk|event|seminar)$|(?:online|in[- ]person)(?: (?:and|&|or) (?:online|in[- ]person))?$"
    r"|(?:lunch(?:time)? |research |public |guest |keynote |online |virtual )*(?:seminar|lecture|webinar|workshop|talk|panel"
    r"|debate|symposium|conference|round ?table|panel discussion)(?: series)?$"
    r"|call for (?:papers|participants|applications|proposals)$|open call$|upcoming|first speakers"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+$|for information|contact|tel\b|participants|list of|day \d"
    r"|this (?:event|month|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
# What alone, or before a colon or bar, only says what kind of event it is: "BUSINESS BREAKFAST", "Track 1.5 dialogue – public session".
_KINDS = frozenset(
    "webinar webinars lecture seminar launch screening conference roundtable workshop workshops panel talk talks debate lunch "
    "breakfast dinner meeting discussion symposium colloquium forum hearing conversation briefing event events masterclass "
    "training course dialogue session visit presentation reception consultation webcast livestream summit retreat colloque table "
    "conférence séminaire atelier jornada taller foro mesa seminario conferencia palestra seminário vortrag tagung "
    "podiumsdiskussion seminer konferans yuvarlak masa call grand rounds on".split()
)
_OF_KINDS = frozenset(
    "a an and or in of the only live free open public private closed special annual joint online virtual hybrid person business "
    "study book report film policy research academic scientific expert technical executive regional national international member "
    "members members' door track high level high-level working evening morning afternoon lunchtime guest keynote distinguished "
    "inaugural half one two three day full-day half-day one-day side parallel plenary press media student faculty alumni community "
    "town hall pdh cpd cle cme credit credits hour hours what what's save date invitation your new next upcoming hands-on "
    "interactive short parliamentary ministerial technical redonda ronde internacional internationale".split()
)
_LEAD = re.compile(r"([^:|–—\n]{4,60}?)\s*(?::|\||\s[–—-])\s+(?=\S.{7})")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+|[’'])*")
# the menu of a page, or where in it the page stands: "Home / Events / Talks"
_NAVIGATION = re.compile(r"[^|/›»>\n]{2,40}(?:\s[|/›»>]\s[^|/›»>\n]{2,60}){2,}")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|invites?|hosts?|hosted|takes?|took|welcomed|gathered|brings?|brought|convened|marks?"
    r"|held|met|received?|receives|opens?|presents?|put|announces?)\b"
)
_QUOTED = re.compile(
    r"\b(?:event|webinar|seminar|lecture|talk|panel|discussion|consultation|conference|workshop|round[ -]?table|symposium"
    r"|conversation|debate|dialogue|launch|session|forum|briefing|meeting|evening|colloquium|webcast|presentation|screening"
    r"|training|course|summit|reception|hearing)"
    r"(?:\s+\w+){0,4}?(?:\s+(?:on|entitled|titled|called"
    r"|under the (?:title|theme)(?: of)?))?[\s:,>–—-]+[\"“‘«']\s?([^\"”»\n]{8,180}?)\s?[\"”’»'](?!\w)",
    re.IGNORECASE,
)
_LINE_QUOTED = re.compile(r"[\"“«]\s?([^\"”»\n]{8,170})\s?[\"”»]|(?<!\w)[‘']([^\"”»\n]{12,170})[’'](?!\w)")
_ALL_QUOTED = re.compile(r"^[\"“«‘'„]\s?([^\"”»“]{8,180}?)\s?[\"”»’'“](?:\s*[:.]?\s*)$")
_AFTER_TYPE = re.compile(
    r"^[^·|]{3,60}\b(?:side event|seminar series|lecture series|webinar series|talk series"
    r"|session \d+(?: / session \d+)?(?: \([\w ]+\))?)\s*[·|:]\s+(?=\S.{7})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?:[A-Z][\w’'-]+\s+)?and\s+online$|\s*\((?:[A-Z][\w &’'-]+,\s)?(?:19|20)\d\d\)$|\s*[:–—-]\s*call for \w+\s*$"
    r"|\s[:–—-]\s(?:full |draft |detailed |final )?(?:programme|program|agenda)\b.{0,80}$"
    r"|\s*[:–—-]?\s*\b(?:agenda|programme|program|registration (?:now )?open)\s*$"
    r"|\s*[:–—-]\s*(?:the )?(?:speakers?|speaker cards|guests of honou?r|(?:full |draft |detailed )?programme)\s*$",
    re.IGNORECASE,
)
_PICTURES = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+")
_PINNED = re.compile("\\s*[📍🕒🕐🕕🗓📅⏰☎✉📧🎟]")  # signs for a place, a time, a contact
_HASHTAG = re.compile(r"^#\w+\s*(?://|[|:–—-])\s*")
_SMALL_END = re.compile(r"(?:\b(?:and|of|the|for|to|a|an|at|with|from|or|de|del|la|und|et|der|die)|[–—&])$", re.IGNORECASE)
_KIND_WITH = re.compile(r"(?:by|with|in (?:partnership|cooperation|collaboration)|on|at|hosted|organi[sz]ed|from|a|an)\b")
_QUOTED_FIRST = re.compile(
    r"(?:\b(?:for|to|called|titled|entitled|at|on)|[:–—])\s[\"“«]([^\"”»\n]{6,170}?)[,.]?[\"”»],?\s+(?:an?|the"
    r"|our)\s+(?:[\w-]+\s+){0,3}?(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable"
    r"|symposium|conversation|debate|launch|forum|meeting)\b"
)
_EDITION = re.compile(
    r"\bthe\s+((?:\d{1,3}(?:st|nd|rd|th)|[XVI]{1,5}|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)"
    r"(?:\s+(?:[A-Z][\w’'-]*|of|on|and|for|the|in|del?|la)\b){0,9}?\s+(?:Dialogue|Conference|Summit|Forum|Symposium|Congress"
    r"|Meeting|Workshop|Seminar|Jornadas|Assembly|Colloquium"
    r"|Roundtable)(?:\s+(?:on|of|for|del?)\b(?:\s+(?:[A-Z][\w’'-]*|of|on|and|for|the|in|del?|la)\b)+)?)"
)
_SERIES = re.compile(
    r"\b(?:series|(?:seminar|lecture|colloquium|workshop|webinar|dialogue)s?(?:\s+(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)?"
    r"|lectures|talks|seminars|colloqui(?:a|um)|distinguished speakers?)\W*$",
    re.IGNORECASE,
)
_KIND = re.compile(
    rf"^(?:(?:(?:inter)?national |regional |academic |scientific |expert |joint |one-day |two-day "
    rf"|half-day )*(?:(?:report |film |book |policy )?(?:{_TYPES}|reception))(?:\s*\([^()]{{2,20}}\))?(?:\s*(?:[/,|&]|and)\s*"
    rf"|$))+$|^(?:official\s+)?side[- ]event\b[,:]?\s+(?:at|of|to|on\s+the\s+(?:margins|sidelines)|\d"
    rf"|.{0, 60}\b\d+(?:st|nd|rd|th) session of)"
    r"|^(?:[\w-]+\s){0,4}(?:lecture|seminar|talk|event|reception|launch|conversation|workshop|meeting)\s+at\s+(?:the\s+)?[^:?]{3,60}$"
    r"|^(?:\w+\s){1,3}(?:lectures?|talks|seminars|conversations|dialogues|debates)\s+(?:in|on|of)\s[^:?]{3,40}$",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(r"\b(?:next|last|previous|earlier|future|forthcoming)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LABELLED = re.compile(
    r"^\W*(?:(?:event|talk|lecture|seminar)\s+)?title(?:\s+of\s+(?:the\s+)?\w+)?\s*:\s*(\S.{7,180})$", re.IGNORECASE | re.MULTILINE
)
_CALLED = re.compile(
    r"\b(?:under the (?:title|theme|heading|motto)(?: of)?|(?:title|topic)(?: is)?|(?<!so-)called|entitled|titled)\s+"
    r"[\"“«‘']([^\"”»\n]{8,170}?)[,.]?[\"”»’'](?!\w)",
    re.IGNORECASE,
)
_ON_QUOTED = re.compile(r"\s+(?:\([^()\n]{2,60}\)\s+)?(?:on|speaks on|talks about|:)\s+[\"“«]([^\"”»\n]{6,170})[\"”»]")
_NAMED = re.compile(
    r"\b(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable|symposium|debate|forum|meeting"
    r"|evening)\s+(?:named|called|entitled|titled)\s+([A-Z][^.,;:\n\"“]{6,100}?)(?=[.,;:\n?!])"
)
_PLAIN_TITLE = re.compile(
    r"\b(?:[Hh]osts?|[Hh]olds?|[Oo]rgani[sz]es?|[Pp]resents?|[Ii]nvites? you to) (?:a|an|the) (?:[a-z-]+ ){0,2}?(?:webinar"
    r"|seminar|lecture|talk|panel|conference|workshop|roundtable|symposium|debate|forum)"
    r" ((?:[A-Z][\w’'-]+|\d+)(?: (?:[A-Z][\w’'-]+|\d+|of|the|and|in|for|on|to|a|with))*? [A-Z][\w’'-]+)(?= (?:at|on|in|from) |[,.])"
    r"|\blaunch of (?:our|its|the|a|an)(?: new| latest)? (?:[a-z-]+ ){0,2}?(?:study|report|book|paper|brief|publication"
    r"|volume),? ([A-Z][^.\n“\"]{8,140}?),? (?:on|at|by) "
)
_KIND_LABEL = re.compile(
    r"^[ \t>*•-]{0,10}(?:webinar|seminar|talk|lecture|workshop|panel|conference|symposium|round ?table)\s*:\s*(\S[^\n]{7,170})$",
    re.IGNORECASE | re.MULTILINE,
)
_TOPIC = re.compile(r"^\W*(?:topic|theme|thème|tema|thema)\s*:\s*(\S.{7,180})$", re.IGNORECASE | re.MULTILINE)
LABEL_CHARS = 1500  # in which "Title:" is looked for
_HOST_BEHIND = re.compile(r"\s+[|–—•·]\s+(?:[\w -]{0,30}\b(?:of|at|by)\s+)?(?:the\s+)?$")
_QUESTION = re.compile(r"\s*([A-Z][^.!?\n]{8,100}\?)\s")
_KIND_QUOTED = re.compile(rf"^(?:{_TYPES})\s+[\"“«]([^\"”»\n]{{6,170}})[\"”»]", re.IGNORECASE)
_BEFORE_KIND = re.compile(
    r"^\W*([A-Z][^\n:.!?]{10,140}): an?\s(?:[\w-]+\s){0,4}?(?:event|webinar|seminar|lecture|talk|panel|discussion|conference"
    r"|workshop|round[ -]?table|symposium|conversation|debate|dialogue|training|course|forum|school|evening)\b"
)
_LINE = re.compile(r"(?:<br\s?/?>\s?){0,3}((?:(?!<br)[^\r\n])+)", re.IGNORECASE)
HEAD_CHARS = 700
QUOTED_CHARS = 5000  # in which a second line in quotes is looked for
_QUOTED_LINE = re.compile(r"^[ \t]*[\"“«]([^\"”»“\n]{8,180})[\"”»][ \t]*$", re.MULTILINE)
_LETTER = re.compile(
    r"^[> \t]*(?:dear\b|subject\s*:|press (?:release|notice)\b|media (?:advisory|release)\b)", re.IGNORECASE | re.MULTILINE
)
_WHAT = re.compile(r"^[ \t]*what\s*:[ \t]*(\S[^\n]{7,180})$", re.IGNORECASE | re.MULTILINE)
_DATELINE_END = re.compile(r"(?: \([^()\n]{2,20}\))?\s*[—–]\s")
# A row of kind, date and place: "CPD58 SIDE EVENT // 11 March // Room 25"
_KIND_IN_A_ROW = re.compile(
    r"(?:[\w.-]+ ){0,3}(?:side[- ]event|event|seminar|webinar|panel|workshop|meeting)\s*(?://|[|·•])\s", re.IGNORECASE
)
_STARRED = re.compile(r"^[> \t]{0,8}(?:\*{2,4}|={2,4}|~{2,4}) ?(\S[^\n*=~]{7,180}?) ?(?:\*{2,4}|={2,4}|~{2,4})[ \t]*$", re.MULTILINE)
_EDGE = "#*_=>~ \t\u00a0"


def title_of(text: str, dates: Sequence[EventDate], mentions: Sequence[Mention] = ()) -> str | None:
    """The title as written, without marks of emphasis and without a word for the kind of event before it; None where the
    text has none.
    """
    labelled = _LABELLED.findall(text[:LABEL_CHARS])
    if len(labelled) == 1:  # more are those of single talks
        return _clean(labelled[0])
    lines = _lines(text)
    if _LETTER.search(text[:LABEL_CHARS]) and (told := _told_in_a_letter(text)):
        return told
    if len(lines) > 1:
        title = _line_in_quotes(lines) or _only_line_in_quotes(text) or _only_starred_line(text)
        title = title or _line_that_reads_as_title(text, lines, dates, mentions)
        if title is not None:
            return title
    if len(lines) == 1 and (first := _first_words(text, dates)):
        return first
    named = _BEFORE_KIND.match(text)
    if named:
        return named[1].strip()
    if (called := _CALLED.search(text)) or (called := _TOPIC.search(text[:LABEL_CHARS])):
        return _clean(called[1])
    kinds = _KIND_LABEL.findall(text)[:2]
    if len(kinds) == 1 and not _is_kind(kinds[0]):
        return _clean(kinds[0])
    quoted = next((q for q in _QUOTED.finditer(text) if not _is_of_another(text, q)), None) or _QUOTED_FIRST.search(text[:HEAD_CHARS])
    if quoted:
        return quoted[1].strip().rstrip(",.")
    if spoken := next((s for m in mentions if m.label == "PERSON" and (s := _ON_QUOTED.match(text, m.end))), None):
        return spoken[1].strip().rstrip(",.")
    if named := _NAMED.search(text):
        return named[1].strip()
    if named := _PLAIN_TITLE.search(text):
        return (named[1] or named[2]).strip()
    edition = _EDITION.search(text[:HEAD_CHARS])
    return edition[1].strip() if edition else None


def _told_in_a_letter(text: str) -> str | None:
    """The title that a letter, mail or press notice tells in quotes or behind "What:"; its first lines are an address or a headline."""
    if what := _WHAT.search(text):
        return _clean(what[1]) if _is_title(_clean(what[1])) else None
    told = [_CALLED.search(text), next((q for q in _QUOTED.finditer(text) if not _is_of_another(text, q)), None)]
    first = min((match for match in told if match), key=re.Match.start, default=None)
    return re.sub(r"\s+", " ", first[1]).strip(" ,.") if first else None


def _is_of_another(text: str, quoted: re.Match[str]) -> bool:
    return _OTHER_TIME.search(text, max(0, quoted.start() - 30), quoted.start()) is not None


def _first_words(text: str, dates: Sequence[EventDate]) -> str | None:
    """The title at the head of a text whose lines were lost: a question, or capitals up to the date."""
    question = _QUESTION.match(text)
    if question:
        return question[1]
    first, bar, _ = text[:MAX_TITLE_CHARS].partition(" | ")
    if bar and _is_title(title := _clean(first)) and not (_KIND.search(title) or any(d.start < len(first) for d in dates)):
        return title
    head = text[: dates[0].start].strip(" ,;:–—-|") if dates else ""
    return head if 8 <= len(head) <= MAX_TITLE_CHARS and head.isupper() and " " in head else None


def _lines(text: str) -> list[tuple[int, str]]:
    found = []
    for match in _LINE.finditer(text):
        if match[1].strip(_EDGE):
            found.append((match.start(1), match[1][:MAX_LINE_CHARS]))
        if len(found) > HEAD_LINES + 1:
            break
    return found


def _line_in_quotes(lines: Sequence[tuple[int, str]]) -> str | None:
    """A line that is nothing but a title in quotes, below the names of hosts or series."""
    for _, line in lines[:HEAD_LINES]:
        plain = _plain(line)
        match = _ALL_QUOTED.match(plain)
        if match and 8 <= len(match[1]) <= MAX_TITLE_CHARS:
            return match[1].strip().rstrip(",")
        if _reads_as_sentence(plain) or len(plain) > MAX_TITLE_CHARS:
            return None
    return None


def _only_line_in_quotes(text: str) -> str | None:
    """The one line of the head that is a title in quotes, where the text has no other such line."""
    quoted = [match for match in _QUOTED_LINE.finditer(text[:QUOTED_CHARS]) if 8 <= len(match[1]) <= MAX_TITLE_CHARS][:2]
    return quoted[0][1].strip() if len(quoted) == 1 and quoted[0].start() < HEAD_CHARS else None


def _only_starred_line(text: str) -> str | None:
    """The one line of the head between stars, as mails without letters of their own set a title."""
    starred = [match for match in _STARRED.finditer(text[:HEAD_CHARS]) if _is_title(match[1])][:2]
    return _clean(starred[0][1]) if len(starred) == 1 else None


def _line_that_reads_as_title(
    text: str, lines: Sequence[tuple[int, str]], dates: Sequence[EventDate], mentions: Sequence[Mention]
) -> str | None:
    series: str | None = None
    for n, (start, line) in enumerate(lines[:HEAD_LINES]):
        title = _clean(line)
        follows = _plain(lines[n + 1][1]) if n + 1 < len(lines) and lines[n + 1][0] <= start + len(line) + 2 else ""
        if _runs_on(title, follows):
            if n + 2 < len(lines) and lines[n + 2][0] <= lines[n + 1][0] + len(lines[n + 1][1]) + 2 and len(follows) > 50:
                return None  # the first lines of a paragraph
            title = f"{title} {follows}"
        if title.endswith(":"):
            continue
        title = _without_person(_without_host(title, start, line, mentions), start, line, mentions)
        if _is_title(title) and not _is_other(start, line, dates, mentions):
            if not (_SERIES.search(title) or _KIND.search(title)):
                return _in_capitals_below(title, lines[n + 1 : n + 2], dates, mentions) or _without_comment(title, text)
            series = series or title
        if _reads_as_sentence(title):
            break
    return series


def _in_capitals_below(title: str, below: Sequence[tuple[int, str]], dates: Sequence[EventDate], mentions: Sequence[Mention]) -> str | None:
    """The line in capitals below a short one that is not: "Joint Academies Symposium" names a series, "STANDING FORESTS" the event."""
    if title.isupper() or len(title) > SHORT_LINE:
        return None
    for start, line in below:
        capitals = _clean(line)
        if capitals.isupper() and _is_title(capitals) and not (_KIND.search(capitals) or _is_other(start, line, dates, mentions)):
            return capitals
    return None


def _without_comment(title: str, text: str) -> str:
    """The title that the text has in quotes elsewhere, where the line begins with it and says more: "Tides: how our debate went"."""
    lead, colon, _ = title.partition(":")
    quoted = _QUOTED.search(text) if colon else None
    return lead if quoted and quoted[1].strip(" ,.").casefold() == lead.casefold() else title


def _without_host(title: str, start: int, line: str, mentions: Sequence[Mention]) -> str:
    """What follows an organisation and a dash or bar at the head of the line."""
    for m in mentions:
        if m.label != "PERSON" and start <= m.start < start + len(line) and title.startswith(m.text):
            rest = re.match(r"\s+[|–—•·]\s+(.{5,})" if m.label == "ORGANISATION" else r"\s+\|\s+(.{5,})", title[len(m.text) :])
            if rest and _KIND.fullmatch(rest[1]):
                return ""
            if rest:
                return "" if rest[1][0].islower() and len(rest[1].split()) <= 4 else rest[1]
        elif m.label == "ORGANISATION" and start < m.start < start + len(line) and (at := title.find(m.text)) > 0:
            border = _HOST_BEHIND.search(title[:at])
            if border and border.start() >= 8:
                return title[: border.start()]
    return title


def _without_person(title: str, start: int, line: str, mentions: Sequence[Mention]) -> str:
    """What stands before a bar or dash and a person at the end of the line."""
    for m in mentions:
        if m.label == "PERSON" and start < m.start < start + len(line) and (at := title.find(m.text)) > 0:
            border = re.search(r"\s+[|•·]\s+(?:[^\W\d_][\w.]*\s+){0,3}$", title[:at])
            if border and border.start() >= 8:
                return title[: border.start()]
    return title


def _runs_on(line: str, follows: str) -> bool:
    """Whether a line goes on in the next: it ends with a small word, or the next begins with one."""
    if not follows or not line:
        return False
    return _SMALL_END.search(line) is not None or (len(line) > 30 and follows[:1].islower() and _KIND_WITH.match(follows) is None)


def _plain(line: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(_MARKUP.sub(" ", _PICTURES.sub(" ", line)))).strip(_EDGE)


def _clean(line: str) -> str:
    plain = _plain(line)
    if named := _KIND_QUOTED.match(plain):
        return named[1].strip().rstrip(",")
    plain = _plain(_KICKER.sub("", _HASHTAG.sub("", line.strip())))
    quoted = _LINE_QUOTED.search(plain)
    if quoted and len(quoted[0]) > len(plain) * 0.45:
        return (quoted[1] or quoted[2]).strip().rstrip(",")
    plain = _KIND_FIRST.sub("", plain, count=1) if _KIND_FIRST.match(plain) else plain
    for _ in range(2):
        plain = _KICKER.sub("", plain).strip(_EDGE)
        lead = _LEAD.match(plain)
        plain = plain[lead.end() :] if lead and " " in lead[1] and _is_kind(lead[1]) else plain
    return _TAIL.sub("", _AFTER_TYPE.sub("", plain)).strip(_EDGE + '“”"«»')


def _is_kind(line: str) -> bool:
    """Whether a line only says what kind of event it is."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(line)]
    return bool(words) and all(word in _KINDS or word in _OF_KINDS for word in words) and any(word in _KINDS for word in words)


def _is_title(line: str) -> bool:
    words = line.split()
    if _is_kind(line):
        return False
    if not 8 <= len(line) <= MAX_TITLE_CHARS or _NO_TITLE.match(line) or len(words) < 2:
        return False
    if _NAVIGATION.fullmatch(line):
        return False
    if line.endswith((".", ";", ",")) and not line.endswith("..."):
        return False
    return not _reads_as_sentence(line)


def _reads_as_sentence(line: str) -> bool:
    words = line.split()
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in words)
    return (
        len(words) > 9
        and capitals < len(words) * 0.6
        and _VERB.search(line) is not None
        and "?" not in line
        and ":" not in line[: len(line) // 2]
    )


def _is_other(start: int, line: str, dates: Sequence[EventDate], mentions: Sequence[Mention]) -> bool:
    """Whether a line only tells when, where or who."""
    end = start + len(line)
    if _PINNED.match(line):
        return True
    letters = sum(c.isalnum() for c in line)
    if _KIND_IN_A_ROW.match(line) and any(start <= d.start < end for d in dates):
        return True
    if any(start <= d.start < end and (d.start - start < 4 or _is_dateline(line, d.start - start, d.end - start)) for d in dates):
        return True
    named = sum(sum(c.isalnum() for c in m.text) for m in mentions if start <= m.start < end and m.label in ("ORGANISATION", "PERSON"))
    dated = sum(d.end - d.start for d in dates if start <= d.start < end)
    return named + dated > letters * 0.6


def _is_dateline(line: str, start: int, end: int) -> bool:
    """Whether a place and a date begin the line, and a dash and the report follow: "Oslo, 4 May 2026 — The harbours …"."""
    place = line[:start].rstrip(" ,(")
    return len(place) < SHORT_LINE and place.replace(",", "").replace(" ", "").isalpha() and _DATELINE_END.match(line, end) is not None
