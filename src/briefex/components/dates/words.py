"""The words of dates, so that they can be reviewed without reading the grammar."""

from typing import Final

MONTHS: Final[dict[str, int]] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
}
MONTH_ABBREVIATIONS: Final[dict[str, int]] = {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
# Months and weekdays of other languages that stand in English announcements; a month only beside the number of a day.
FOREIGN_MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "janvier januar janner enero janeiro gennaio januari stycznia ledna ocak ianuarie",
            "fevrier februar febrero fevereiro febbraio februari lutego unora subat februarie",
            "mars marz marzo marco maart maret marca brezna martie",
            "avril abril aprile kwietnia dubna nisan aprilie",
            "mai mayo maio maggio mei maj maja kvetna mayis",
            "juin juni junio junho giugno czerwca cervna haziran iunie",
            "juillet juli julio julho luglio lipca cervence temmuz iulie",
            "aout agosto augustus agustus augusti sierpnia srpna agustos",
            "septembre septiembre setembro settembre wrzesnia zari eylul septembrie",
            "octobre oktober octubre outubro ottobre pazdziernika rijna ekim octombrie",
            "novembre noviembre novembro listopada listopadu kasim noiembrie",
            "decembre dezember diciembre dezembro dicembre desember grudnia prosince aralik decembrie",
        ),
        start=1,
    )
    for name in names.split()
}
FOREIGN_WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "lundi lunes montag lunedi maandag senin mandag poniedzialek pondeli pazartesi luni",
            "mardi martes dienstag martedi dinsdag selasa tirsdag tisdag wtorek utery sali marti",
            "mercredi miercoles mittwoch mercoledi woensdag rabu onsdag sroda streda carsamba miercuri",
            "jeudi jueves donnerstag giovedi donderdag kamis torsdag czwartek ctvrtek persembe joi",
            "vendredi viernes freitag venerdi vrijdag jumat fredag piatek patek cuma vineri",
            "samedi sabado samstag sonnabend sabato zaterdag sabtu lordag sobota cumartesi sambata",
            "dimanche domingo sonntag domenica zondag sondag niedziela nedele pazar duminica",
        )
    )
    for name in names.split()
}
# Also given names, surnames, verbs or adjectives: alone they need a word before them that asks for a date.
AMBIGUOUS_MONTHS: Final = frozenset({"march", "april", "may", "june", "august"})

WEEKDAYS: Final[dict[str, int]] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
WEEKDAY_ABBREVIATIONS: Final[dict[str, int]] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
# "Good Friday", "Black Friday", "Easter Monday": feasts and events, not days of a week.
NAMED_DAYS: Final = frozenset("good black ash bloody super easter palm cyber whit maundy shrove holy giving freaky ruby pancake".split())
NEWSPAPERS: Final = frozenset("times express telegraph mail herald mirror post tribune star independent mass".split())

SEASONS: Final[dict[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

NAMED_DAY_WORDS: Final = frozenset("today tonight tonite tomorrow tmrw tmr tomoz yesterday".split())
DAY_PARTS: Final = frozenset("morning afternoon evening night nite lunchtime midmorning midafternoon".split())

UNITS: Final[dict[str, str]] = {
    "day": "day",
    "days": "day",
    "week": "week",
    "weeks": "week",
    "fortnight": "fortnight",
    "fortnights": "fortnight",
    "weekend": "weekend",
    "month": "month",
    "months": "month",
    "quarter": "quarter",
    "quarters": "quarter",
    "year": "year",
    "years": "year",
    "decade": "decade",
    "decades": "decade",
    "century": "century",
    "centuries": "century",
}

NUMBERS: Final[dict[str, int]] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
}
ORDINALS: Final[dict[str, int]] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

# Words after which a bare month, season or year is meant as a date.
ASKS_FOR_DATE: Final = frozenset(
    "in by since until till til from during before after this next last late early mid between through throughout around "
    "circa c ca end beginning start middle coming previous following of about to and or for on per within later earlier"
    " past starting beginning ending dated commencing every".split()
)
# Of these, the ones a person's name may follow as well ("by May Sarton", "of April Jones").
ALSO_BEFORE_NAMES: Final = frozenset("by from of to and or for on with between per after before around about".split())

EARLY_LATE: Final = frozenset({"early", "late", "mid", "later", "earlier"})
EDGES: Final = frozenset({"beginning", "start", "middle", "end", "close", "turn", "outset"})

# A number after one of these is a name or a measure, not a year or a time.
NUMBER_NAMES: Final = frozenset(
    """resolution resolutions regulation directive decision act article articles section paragraph clause chapter law bill
    decree order rule room rooms hall suite office floor building page pages pp p no nos number numbers vol volume issue
    figure fig table line gate platform bus flight boeing airbus model version v iso grant project award case docket apollo
    windows vision agenda horizon level unit box code id ref reference tel phone fax ext extension zip postcode panel session
    track stage lot item report doc document isbn issn doi catch form route highway channel camp studio desk bureau
    protocol convention amendment amendments helpline series grade year years approximately nearly almost roughly some over than exceeding
    least most population ratio score budget pin password passcode ii iii""".split()
)
# What is counted: "2000 people" is no year.
COUNTED: Final = frozenset(
    """people persons participants delegates members students words euros dollars pounds yen km kilometres kilometers miles
    metres meters feet copies seats pages troops soldiers jobs deaths years hours minutes days respondents guests attendees
    applicants citizens households companies firms organisations organizations scholars researchers experts civilians refugees
    visitors entries articles papers items units men women children workers employees staff residents villages schools
    broadcasts books songs islands languages ships tonnes tons kg kilograms grams litres liters acres hectares mw gw kw mb gb
    kb calories steps votes points homes houses million billion trillion thousand hundred percent per cent usd eur gbp inr
    professionals stakeholders officials places tickets followers subscribers km2 sq square cases victims survivors""".split()
)
CURRENCIES: Final = frozenset("usd eur gbp inr jpy cny chf aud cad nzd sgd hkd zar us eu rs kes ngn".split())

PAST_CUES: Final = frozenset(
    """was were had did said told held joined launched became took opened met ended began begun announced published founded
    signed elected appointed died born won lost voted released issued created established served worked spent led left came
    went made gave saw wrote adopted agreed visited killed arrested attacked found reported stalled closed completed moved
    started accepted received awarded introduced followed collapsed fell rose grew attended hosted organised organized passed
    resigned retired returned spoke warned shot rejected filed posted arrived sent added called asked declined dropped
    climbed jumped named hit struck tested fired declared ordered convicted sentenced charged bought sold
    broke been happened occurred marked ran withdrew withdrawn invaded erupted seized captured testified confirmed
    unveiled sworn ousted assassinated crashed exploded discovered gained earned entered graduated built
    brought drew saw argued heard spoke wrote""".split()
)
FUTURE_CUES: Final = frozenset(
    """will shall join register registration rsvp upcoming deadline closes close opens open starts start begins begin takes
    reopens reopen resume resumes ends expected scheduled due plans planned invite invites invited attend submit submission
    apply applications book tickets going ll convenes meets returns forthcoming
    welcome save takes launches publishes hosts holds continues runs plan invites ahead intends aims
    scheduled launches arrives meet visit would happens happen occurs gives follows""".split()
)
# The words that mark a last day to act by, not the event's day.
DEADLINE_CUES: Final = frozenset(
    "deadline register registration rsvp apply applications submit submission submissions abstracts proposals closes close "
    "until by before nominations due booking closing".split()
)
US_CUES: Final = frozenset(
    "program programs organization organizations center centers defense labor color favor u.s. d.c. dc usa washington "
    "york california texas chicago boston virginia maryland houston philadelphia atlanta federal".split()
)
