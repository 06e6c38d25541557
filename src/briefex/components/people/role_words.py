"""Words that give roles: labels, headings, verbs before and after a name, and words that only mention. No logic."""

import re
from functools import cache

from briefex.components.labels import labels
from briefex.records import Role

_CHAIR_WORD = (
    r"(?:co-?)?(?:chair(?:person|man|woman|ed|s)?|moderat(?:or|ors|ion|ed|es)|facilitat(?:or|ors|ion|ed|es)|modera(?:dor|dora)?"
    r"|mod[ée]ration|presiding|convenor|interviewer|session lead)"
)
_SPEAKER_WORD = (
    r"(?:(?:keynote|guest|main|plenary|featured|key|lead|confirmed|our|invited|principal)\s+)*(?:speakers?|panell?ists?"
    r"|panel(?:\s+(?:members?|discussion))?|presenters?|discussants?|respondents?|keynotes?|lecturers?|participants|presentors?"
    r"|reactors?|resource (?:persons?|people)"
    r"|contributors?|commentators?|interviewees?|"
    r"presentations?|remarks|readings?|talks?|witness(?:es)?|comments?|response|rapporteurs?|performers?|experts?|trainers?"
    r"|lecture|tutors?|(?:chief |special )?guests?(?: of honou?r)?|con|with|instructors?|introducers?"
    r"|congratulatory(?:\s+(?:remarks|address|message))?|goodwill(?:\s+messages?)?|closing(?:\s+(?:remarks|address|words?))?"
    r"|vote of thanks|jury|judges|debaters?|speeches|(?:dinner|after-dinner|closing) speech|report|facilitates)"
)
_HOST_WORD = (
    r"(?:words? of )?(?:welcome(?:\s+(?:remarks|address|and\s+introductions?|speech|notes?|words?))?|welcoming(?:\s+remarks)?"
    r"|opening(?!\s+(?:up|inputs?|presentations?|panel|keynote|plenary|lecture|talks?))(?:\s+(?:remarks|address|session|words?"
    r"|speech|statements?))?|introduct(?:ion|ions|ory)(?:\s+(?:remarks|words?|and\s+welcome))?|"
    r"intro|hosts?|hosted|greetings?|introduced|inauguration|kick-?off|inaugural (?:address|remarks)|master of ceremonies|mc|emcee)"
)


def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("chair", _label(_CHAIR_WORD)),
    ("host", _label(_HOST_WORD)),
    ("speaker", _label(_SPEAKER_WORD)),
)
ONE = re.compile(r"\W*(?:(?:co-)?(?:chair(?:person|man|woman)?|moderator|facilitator|interviewer|host))\W*$", re.IGNORECASE)
CLOSING = re.compile(
    r"\W*(?:(?:with )?(?:(?:best|kind|kindest|warm|warmest|many) )?(?:wishes|regards|greetings)"
    r"|(?:yours )?(?:sincerely|faithfully|truly)|yours|cordially|warmly|(?:all (?:the|my) )?best|in solidarity|(?:with )?thanks"
    r"|(?:hoping|looking forward) to (?:see|seeing|welcom\w+|meet\w*|hear\w*)\b.{0,60}|(?:hope to )?see you (?:there|soon|then)"
    r"|signed)[\s,.!]*$",
    re.IGNORECASE,
)
BREAK_HEADING = re.compile(
    r"\b(?:(?:scientific|programme|program|organi[sz]ing|steering|selection|advisory|editorial|honorary|academic"
    r"|review) (?:committee|board)|about (?:the )?(?:event|series|host|organi[sz]ers?|project|programme|us|book|forum|community"
    r"|institute|venue)|contact|registration|register|rsvp|organi[sz](?:ers?|ing)|background|venue|related|partners|supported"
    r"|questions|further|getting|tickets|admission|abstract|overview|synopsis|notes?|additional information|more information"
    r"|for information|you (?:may|might) also like|see also|(?:press |media |general )?(?:in|en)quir(?:y|ies))\b",
    re.I,
)
TIME = re.compile(
    r"^[\s(\[]*\d{1,2}(?:[:.h]?\d{2})?\s*(?:[ap]\.?m\.?|hrs?"
    r"|h)?\s*(?:(?:[-–—]|to)\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|hrs?|h)?)?\s*[)\]:·|–—-]*\s*",
    re.I,
)
MENTION_LEAD = re.compile(
    r"\b(?:led|founded|run|created|established|written|directed|headed|edited|launched|endowed|represented|assisted|succeeded"
    r"|named after|owned|inspired|published|authored|co-authored|taught|supervised|followed|put together|organi[sz]ed"
    r"|coordinated|convened) by\b|"
    r"\b(?:under|wife|husband|partner|spouse|son|daughter|brother|sister|mother|father|contact|ask for|rsvp|e-?mail|call"
    r"|questions to|in memory of|in honou?r of|late|thanks to|not coming|unable to (?:come|attend|join)|apologies from"
    r"|regrets from|replac\w+|instead of|in place of|on behalf of|successor to|student of|"
    r"biography of|administration|president|citing|according to|earlier lecturers|previous speakers|past speakers|accreditation"
    r"|guests (?:were|included)|remember\w*|clerked for|travels with|accompanied by|calls? on|meetings? with"
    r"|jury (?:consisted|was|is)|(?:the|our|to|to our) secretary(?![- ]general)|(?:in|en)quir(?:y|ies)"
    r"|min(?:ute)?s?\.? taken by|survived by|office of|(?:reply|write|mail|put|addressed|forms?) to|statement sent by"
    r"|(?:requested|available|obtained|ordered) from"
    r"|next (?:in the (?:[\w-]+ ){0,4}?series|talk|lecture|speaker|seminar|in series)|further dates|co-editor,? with)\b"
    r"|(?:information|from|sent)\s*:|\btext (?=[A-Z])|\bcc\s*:"
    r"|\b(?:organi[sz]ers?|coordinators?|coordination|contacts?|secretariat|committee|staff|assistants?)\s*:",
    re.I,
)
LIST_LEAD = re.compile(
    r"\b(?:jury (?:consist|includ|compris)\w+|(?:earlier|previous|past|former) (?:lecturers|speakers|guests|editions)"
    r"|guests (?:were|included)|travels? with|replacing|committee with|present were|in attendance|thanks go to)\b"
    r"|\b(?:present|attendance|attendees|apologies|regrets|absent)\s*:|\bnext (?:talk|lecture|seminar|speaker)\b",
    re.I,
)
OF_OTHER_TIMES = re.compile(r"\b(?:previous|past|earlier|former|recent)\s+(?:\w+\s+)?$", re.IGNORECASE)
FORWARD: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "chair",
        re.compile(
            r"\b(?:(?:co-?)?(?:chaired|moderated|facilitated|compered)"
            r"|(?:discussion|panel|session|debate|conversation|q\s?&\s?a|workshop|talk|breakout|questions)\b[^.;]{0,30}\b(?:led"
            r"|chaired|run|guided|steered|hosted|taken)|interviewed|questioned)\s+by\b|\bled by\b(?=[^.]{0,60}\))"
            r"|[–—]\s*led by\b|[–—]\s*facilitates\b(?=\s+(?-i:[A-Z]))|\bas (?:the )?(?:chair|moderator)\b"
            r"|\b(?:chairs?|moderators?|facilitators?|facilitates|modera)\s*(?:is|are|will be|was|[:–—/-])"
            r"|\bin the chair\s*[:,]|\b(?:the|our) (?:chair|moderator|facilitator),|\bour moderator"
            r"|\bunder the (?:presidency|chairmanship) of\b",
            re.I,
        ),
    ),
    (
        "host",
        re.compile(
            r"\b(?:introduced|hosted|welcomed|greeted|opened|presented to you|inaugurated)\s+(?:and \w+ )?by\b"
            r"|\b(?:(?:opening|welcome|welcoming|introductory|inaugural) (?:remarks|address|words?|speech|note|statement)s?"
            r"|introduction|welcome|words of welcome|kick-?off)\b[^.;:]{0,25}?(?:\bby\b|\bfrom\b|[:–—-])"
            r"|\bhosting\b[^.;:]{0,25}:|\bgreetings from\b|\bopen(?:s|ed)? with\b(?= (?-i:(?:[A-Z][\w.]* ){0,3}$|[A-Z]))"
            r"|\bintro by\b|\bhosts?\s*[:–—]|\byour host,?|\bwelcome by\b|\bwelcoming the audience,",
            re.I,
        ),
    ),
    (
        "speaker",
        re.compile(
            r"\b(?:(?:conversation|discussion|dialogue|debate|exchange) (?:with|between)|in conversation\s*[:–—]"
            r"|(?:hear|hearing) from|(?:will hear|hears|heard)(?= (?-i:[A-Z]))|joined (?:on stage )?by"
            r"|(?:talk|talks|talking|lecture|lectures|presentation|presentations|keynote|keynotes|address|remarks|comments"
            r"|contributions|report|reports|speech|speeches|responses?|reading|performance|closing word|closing words"
            r"|interventions?|inputs?|briefing|masterclass|seminar|webinar)\b[^.;:]{0,40}?\b(?:by|from|with|w(?=/))"
            r"|(?:given|delivered|presented|demonstrated|performed) by"
            r"|join (?:the )?(?:author|artist|\w+ist|\w+ian|expert|professor|scholar|editor)s?"
            r"|(?:speakers?|lecturers?|panell?ists?|panel|presenters?|discussants?|respondents?|guests|experts"
            r"|participants)\b[^.;:]{0,30}?(?:\binclud(?:e|es|ed|ing)\b|\bare\b|(?<!guests )\bwere\b|\bis\b|\bwill be\b"
            r"|\bfeatur\w+|\bcomprises?\b|[:–—/])|confirmed(?: to attend| so far| speakers)?(?:\s+are|\s*:)"
            r"|joining(?: us)?(?: (?:from|by|via) [\w ]{2,30})?\s*(?=:)|with experts|featuring|features"
            r"|(?:talks?|speaks?)(?: (?:about|on|of) [^.;:,]{1,40}?)? (?:with|to)|so (?:did|does|will)"
            r"|and by (?:skype|zoom|video ?link) with|(?:discuss(?:es)?|explores?|debates?|converses?"
            r"|reflects?)\b[^.;:]{0,60}?\bwith|(?:closed|concluded) by|(?:will be|is|be) launched by"
            r"|(?:was|is|are|were|be) followed by|speaking\s*(?=:)|(?-i:With)|to host|will host|welcomes?(?!\s*[,:–—-])"
            r"|brought together|brings together|with the participation of|together with|discussants?|panell?ists?|keynotes?"
            r"|invites|interview(?:s)? with|conversation with|dialogue with|evening with|debate with|a talk by|closing remarks"
            r"|respondents?|rapporteur|lecture:|speaker:|vote of thanks[:,]?|who will be there\?"
            r"|(?:event|hackathon|course|tour|walk|screening|class|clinic|hearing|briefing|discussion|panel|debate|conversation"
            r"|talk|session|roundtable|webinar|evening|workshop|seminar|chat|lecture|meeting)\b[^.;:]{0,60}?\b(?:with"
            r"|w(?=/)))\b",
            re.I,
        ),
    ),
)
BACKWARD: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "chair",
        re.compile(
            r"(?:\bwill\b|\bis to\b|\bwho\b)?\s*\b(?:(?:will )?(?:co-)?(?:moderates?"
            r"|chairs(?=\s+(?:(?-i:the|this|a|our|both)|session"
            r"|panel)\b(?!\s+(?:[\w&-]+\s+){0,4}?(?:board|committee|department|council|commission|cent(?:re|er)|group|team"
            r"|network|association|trust|foundation|institute|task force|body)\b))|(?<=will )chair|presides|facilitates?"
            r"|moderated|facilitated)\b(?! of\b| and\b| by\b|,)(?: (?:the|a|this|our|both|and))?|in the\s+chair"
            r"|(?:takes?|took)\s+the\s+chair|as (?:chair|moderator)(?=\s*(?:[.;)]|$))"
            r"|(?:has|have) (?:kindly |graciously )?agreed to (?:moderate|chair|facilitate|preside)"
            r"|is (?:moderating|chairing|facilitating)|(?:is|was|will be) (?:the|our) (?:moderator|chair"
            r"|facilitator)(?= *[.,;])|chaired(?=\s*[.;])"
            r"|leads the (?:discussion|conversation|session)|puts your questions|will lead the (?:discussion|conversation))",
            re.I,
        ),
    ),
    (
        "host",
        re.compile(
            r"\b(?:will (?:host|welcome|open(?!\s+with\b)|kick)"
            r"|will (?:give|deliver|make|offer|say) (?:an? |the |some )?(?:short |brief |formal "
            r"|few )?(?:words? of )?(?:welcom\w+|opening|introductory)"
            r"|(?:will )?introduces? (?=(?:the (?:speakers?|lecturer|event|evening|panel|session|guests?|film|discussion)"
            r"|[A-Z]))|hosts|welcomes|opens|opened the|welcomed"
            r"|introduced the (?=speakers?|lecturer|event|evening|panel|session|guests?|film|discussion|topic|theme)"
            r"|to (?:give|deliver|make|offer|say) (?:an? |the |some )?(?:short |brief )?(?:words? of )?(?:welcom\w+|opening"
            r"|introductory)|presents the speakers|requests the (?:pleasure|honou?r)|delighted to host"
            r"|gives the (?:welcome|opening)|(?:says|will say|said) (?:hello|(?:a few|two|some) words)|recalled"
            r"|in (?:his|her) welcome)\b",
            re.I,
        ),
    ),
    (
        "speaker",
        re.compile(
            r"\b(?:will (?:\w+ )?(?:speak|present|discuss|share|talk|give|deliver|explain|explore|join|respond|say|read|focus"
            r"|address|argue|offer|provide|describe|reflect|examine|comment|answer|show|take|be joined|bring|consider|draw"
            r"|outline|look|ask|lead|cover|demonstrate|teach|tell|analy[sz]e|review|debate|launch|set out|participate|close"
            r"|conclude|perform|meet|appear|be interviewed|be on|be speaking)|speaks?|presents?|presented|discuss(?:es)?"
            r"|explains?|shares?|responds?|argue[sd]|spoke|said|answere?d|disagreed|told|lectures on|talks|reads"
            r"|gives (?:a|the)|(?:has|have|had) the (?:first|last|final|closing) word|gave (?:a|the)|delivered|set out|compared"
            r"|closed|closing|closes|announced|presented figures|asks|remarked|reported|has agreed to"
            r"|(?:takes?|took) (?:the\s+floor|part)|on the panel|joins|in (?:conversation|discussion|dialogue|debate) with)\b",
            re.I,
        ),
    ),
)
# Behind a name: who will not be there.
ABSENT = re.compile(
    r"[^.;\n]{0,60}?\b(?:cannot|can no longer|will not be able to|(?:is|are) unable to|had to cancel"
    r"|has (?:had to )?(?:cancel\w*|withdraw\w*)"
    r"|sends? (?:(?:his|her|their) )?(?:apologies|regrets))\b",
    re.IGNORECASE,
)
# A name with its telephone number in the lines below is who signs or answers, not who speaks.
SIGNATURE = re.compile(
    r"[^\n]{0,60}(?:\n[>\s]{0,6}[^\n]{0,90}){0,2}?\n[>\s]{0,6}(?:(?:tel|fax|phone|mob(?:ile)?|ext)\b\.?\s*:?\s*[+(\d]|\+\d[\d ]{7})",
    re.IGNORECASE,
)
_IN_OTHER_LANGUAGES: dict[str, Role] = {"speakers": "speaker", "moderator": "chair", "welcome": "host"}

_SHORT: dict[str, Role] = {"mod": "chair", "mods": "chair", "disc": "speaker"}


@cache
def foreign() -> dict[str, Role]:
    """The role that a label in short ("Mod.") or of another language gives, by its casefolded form."""
    return _SHORT | {form.casefold(): role for label, role in _IN_OTHER_LANGUAGES.items() for form in labels()[label]}


# Cheap tests before the patterns above: no match without one of these (they halve the time of this module).
STEMS: dict[Role, tuple[str, ...]] = {
    "chair": (
        "chair",
        "moder",
        "facilit",
        "led by",
        "run by",
        "guided by",
        "steered by",
        "hosted by",
        "taken by",
        "compered",
        "interviewed",
        "questioned",
        "presid",
        "leads the",
        "lead the",
        "puts your",
    ),
    "host": (
        "host",
        "welcom",
        "open",
        "introduc",
        "inaug",
        "greeting",
        "kick",
        "presented to you",
        "presents the",
        "greeted",
        "intro by",
        " say",
        "said",
        "requests the",
        "recalled",
    ),
    "speaker": ("",),
}
LABEL_STEMS: dict[Role, tuple[str, ...]] = {
    "chair": ("chair", "moder", "facilit", "presid", "conven", "interview", "lead"),
    "host": ("welcom", "open", "intro", "host", "greet", "inaug", "kick", "congrat", "ceremon", "mc", "emcee"),
    "speaker": ("",),
}
