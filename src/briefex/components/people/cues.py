"""Words that tie people to posts and bodies: of work, of study, of introduction, of passing. Patterns only, no logic."""

import re

PRONOUN = re.compile(
    r"^(?:[\"“(]?\s*)(?:(?:he|she|they|his|her|their)\b"
    r"|(?:prior|before|previously|earlier|formerly|currently|presently|today|now|since|until|after|from|in|as|at|most|during"
    r"|over|throughout|among|also|between|for|then|until|outside|joining|with|"
    r"born|worked|served|holds|held|was|is|has|had|studied|educated|author|co-author|positions|past|appointed|additionally"
    r"|furthermore|moreover|concurrently|trained)\b)",
    re.IGNORECASE,
)
HE = re.compile(r"\b(?:he|she|they|his|her)\b", re.IGNORECASE)
BARE_VERB = re.compile(
    r"^(?:(?:previously|formerly|currently|presently|earlier|past|born|worked|served|holds|held|was|is|has|had|studied"
    r"|positions|appointed|now|also)\b)",
    re.IGNORECASE,
)
STUDIES = re.compile(
    r"\b(?:degrees?|b\.?\s?a\.?|m\.?\s?a\.?|b\.?sc|m\.?sc|ph\.?\s?d\.?|d\.?phil|ll\.?\s?[bmd]\.?|m\.?b\.?a|bachelors?|masters?"
    r"|master['’]s|bachelor['’]s|doctorates?|doctoral|diplomas?|certificates?|graduated?|alumn\w+|studied|studies at|educated|"
    r"trained at|earned|obtained|thesis|honou?rary|fellow of the royal|learned|won|awarded?|prize|recogni[sz]ed|lectures? at"
    r"|given lectures|published|author of|wrote|book|grant from|funded|supported by|sponsored)\b",
    re.IGNORECASE,
)
AT_WORK = re.compile(
    r"(?:\b(?:joined|joining|works?|worked|working|employed|serv(?:es|ed|ing)|affiliated|associated|positions?|posts?|roles?"
    r"|capacities|career|experience|stints?|moved|job|jobs|tenure|years|months|been|formerly|previously|now|currently|later"
    r"|then|earlier|"
    r"detailed|seconded|based|coming|came|comes|left|leaving|transferred|returned|returning|entered|appointments?|responsible"
    r"|employee|staff|running|deployed|veteran|assigned|represents|start|started|began|contracted|contractor|returned|moves"
    r"|taught|teaches|lectured|on leave|spent|clerked|fellowships?|ex)\b"
    r"[^.;:()]{0,60}?|\b(?:leads|oversees|manages|runs)\b[^.;:]{0,40}\b(?:for|at|within)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"\b(?:by|under|with|to|for|from|between|among|against|led by|of|than|like|meet|met|told|advis(?:es|ed|ing)"
    r"|assist(?:s|ed|ing)|support(?:s|ed|ing)|including for)\s+(?:(?:a|an|the|his|her|its|their|several|many|two|three"
    r"|successive|current|former|federal|then)\s+)*$",
    re.IGNORECASE,
)
ROLE_OF = re.compile(
    r"\b(?:role|post|position|job|capacity|office|title|rank|duties|tenure|stint|appointment|career|work(?:s|ed)?"
    r"|serv(?:e|es|ed|ing|ice)|promot\w+|elected|appointed|named|return\w*|rose|elevated)\s+(?:\w+\s+)?(?:of|to|from|as"
    r"|by)\s+(?:(?:the|a|an|first)\s+)*$",
    re.IGNORECASE,
)
COPULA = re.compile(r"\s(?:is|was|will be|are|remains)(?:\s(?:today|now|currently|still))?\s$", re.IGNORECASE)
BESIDE = re.compile(
    r"^(?:[\s,:;|/()\[\]@–—~-]|\b(?:the|a|an|our|your|his|her|its|their|former|formerly|ex|previously|past|current|currently"
    r"|now|then|inaugural|first|founding|newly|appointed|new|late|who|is|was|are|were|has|been|both|all|also|and|long-?time"
    r"|retired|"
    r"until|recently|last|year|serves|served|as|acts|works|worked|remains|became|holds|of|from|at|for|with|currently|presently"
    r"|phd|chair|moderator|speaker|host|respondent|discussant|keynote|panelist|panellist|co|ret|res|emeritus|mp|ii|iii|jr|sr|"
    r"dr|prof|mr|ms|mrs|hon|the|online|virtual|virtually|video|via|zoom|tbc|confirmed|invited|remote|remotely|by|today|since"
    r"|tomorrow|m[abs]|20\d\d|19\d\d)\b|(?-i:[A-Z][A-Za-z]{1,3}[.,])|(?-i:[A-Z]{2,4})\b)*$",
    re.IGNORECASE,
)
SOFT_END = re.compile(r"[;•]")
EARLIER = re.compile(
    r"^[\s,]*(?:\w+\s){0,2}?(?:prior to|before|previously|earlier|formerly|in (?:the )?past"
    r"|in (?:his|her|their) (?:past|previous|earlier))\b",
    re.IGNORECASE,
)
INTRODUCES = re.compile(
    r"(?:\b(?:is|are|was|were|include|includes|including|with|by|from|features?|featuring|hear|welcomes?|welcome|invites?|host"
    r"|hosts|and|plus|joined|interviews?|meet)\b|:)\s*(?:(?:the|our|a|an|its|former|current|then)\s+)*$",
    re.IGNORECASE,
)
AS = re.compile(
    r"^[\s,(]*(?:\b(?:in\s+[^.;]{1,40}|during\s+[^.;]{1,40}|from\s+[^.;]{1,30}"
    r"|since\s+[^.;]{1,20})?,?\s*)?(?:\([^()]*\)\s*)?(?:veteran\s+)?(?:where|who|and|including|such as"
    r"|:)?[\s,]*(?:(?:he|she|they)\s+)?(?:(?:also|currently|previously|later|now|most recently|first|then)\s+)*(?:(?:served"
    r"|serves|serving|worked|works|working|acted|acts|is|was|holds?|held|a part time|faculty|position|positions|became|started"
    r"|began)\b\s*)*(?:(?:as|including|roles as|both)\b)?\s*(?:(?:the|a|an|its|their|first|inaugural|acting)\s+)*$",
    re.IGNORECASE,
)
WHERE = re.compile(r"\b(?:where|as|including|serving|serves|such as)\b", re.IGNORECASE)
VETERAN = re.compile(r"^\s+(?:veteran|alum\w*)\b", re.IGNORECASE)
BEFORE_JOINING = re.compile(
    r"\b(?:prior to|before|since|ahead of)\s+(?:(?:joining|coming to|becoming|moving to|taking over at|working (?:at|for)"
    r"|(?:his|her|their) (?:position|role|time|work|current \w+|appointment)\s+(?:at|with|in|as|to)|entering"
    r"|starting at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
AT_THE_START = re.compile(
    r"^(?:at|in|with|within|while at|during (?:his|her|their) (?:time|tenure|years) (?:at|with|in))\s+(?:the\s+)?$", re.IGNORECASE
)
OF_THE_EVENT = re.compile(
    r"^(?:seminar|session|panel|debate|event|conference|workshop|meeting|discussion) (?:co-)?(?:chair\w*|moderator|host)$"
    r"|\b(?:chair\w*|host|moderator|speaker|rapporteur|facilitator|organi[sz]er) (?:of|for) (?:the|this|our|today's) (?:evening"
    r"|session|panel|event|discussion|day|meeting|debate|afternoon|morning|night|workshop|seminar|roundtable|conference"
    r"|hearing)",
    re.IGNORECASE,
)
ON_UNDERTAKING = re.compile(r"\b(?:joined|joining|works?|worked|working|leads|led|moved|runs?|ran|served|serves)\b", re.IGNORECASE)
OWNS = re.compile(r"['’]\s*s?\s+(?:[^\W\d_][\w.]*\.\s+)?")
HEADS_IT = re.compile(r"\b(?:co-)?(?:directs|heads|leads|runs|led|headed|ran)\s+(?:the\s+)?$", re.IGNORECASE)
IS_IN = re.compile(
    r"\b(?:is|was|were|sits|sat|serves|served)\s+(?:also\s+)?(?:in|at|with"
    r"|on\s+the\s+(?:\w+\s+)?(?:board|council|committee)\s+of|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
RANK = re.compile(r"\((?:ret|res)[.'’d]*\)|\bret(?:['’]?d|ired)?\b", re.IGNORECASE)
OFFICES = frozenset(
    (
        "minister ambassador mp mep senator governor mayor premier undersecretary vice-minister congressman congresswoman "
        "parliamentarian secretary envoy counsellor consul commissioner justice attaché under-secretary undersecretary-general"
    ).split()
)

# Words before a name that is spoken of only in passing, in a sentence about someone spoken of before; and in any sentence.
IN_PASSING = re.compile(
    r"\b(?:under|for|with|by|wife|husband|son|daughter|brother|to|of|against|between|like|after|from|succeed(?:ed|ing|s)"
    r"|alongside|student|and)\s+"
    r"(?:[^\W\d_][\w.]*\s+){0,3}$"
)
UNDER = re.compile(
    r"\b(?:under|succeed(?:ed|ing|s)|replac(?:ed|ing|es)"
    r"|(?:his|her) (?:wife|husband|son|daughter|brother|sister))\s+(?:[^\W\d_][\w.]*\s+){0,2}$"
)
# A post in someone's office: "chief of staff to Minister …", "adviser in the cabinet of Commissioner …".
TO_AN_OFFICE = re.compile(
    r"\b(?:to|of|for)\s+(?:the\s+)?(?:\w+\.?\s+)?(?:Minister|Commissioner|President|Senator|Sen\.?|Governor|Mayor|Chancellor"
    r"|Secretary|Congressman|Congresswoman|Rep\.?)$"
)
RETIRED = re.compile(r"[\s,]*\(ret", re.IGNORECASE)
# Words behind a body that make it part of another name: "of the [Example Agency] team"; a verb there does not.
OF_A_PART = re.compile(
    r"\s(?:team|staff|board|office|unit|desk|grant\w*|project|programme|program|group|committee|campaign|branch|chapter"
    r"|fellow\w*|alumn\w+|students?|members?|network|"
    r"\w+ed|based|led)\b"
)
PREPOSED = re.compile(r"\b(?:of|at|from|with)\s+the\s$", re.IGNORECASE)
