"""The grid from which the training blurbs are written: one line a blurb, so that diversity is planned and can be counted.

Each line crosses institution, region, name cultures, field, form, length, typing habits and traps. Values are drawn without
replacement from shuffled decks, so every value of every axis occurs about equally often, and no two lines are alike.

    python -m training.plan            # prints the grid as tab-separated lines
"""

import random
from collections.abc import Iterator, Sequence

SEED = 20261122
N_BLURBS = 1440

INSTITUTIONS = (
    "foreign-policy think tank", "economic policy institute", "university research centre", "law school", "business school",
    "medical school or teaching hospital", "national ministry", "embassy or cultural institute", "parliamentary committee or group",
    "UN agency or programme", "regional intergovernmental body", "development bank", "humanitarian NGO", "private foundation",
    "professional association", "academy of sciences or learned society", "trade union or chamber of commerce", "standards body",
    "public research institute (science)", "museum, archive or library", "newspaper or broadcaster", "technology company or industry association",
    "defence college or armed service", "central bank or financial regulator", "city or provincial government", "youth organisation",
    "faith-based organisation", "student society", "statistical office", "national agency (space, environment, food, energy)",
    "court, bar association or human-rights body", "conservation or agriculture organisation", "festival, theatre or arts council",
    "engineering institution", "patient or disability organisation",
)
REGIONS = (
    "United Kingdom", "Ireland", "United States, East", "United States, West or Midwest", "Canada", "Mexico and Central America",
    "Caribbean", "Brazil", "Andean countries", "Southern Cone", "Germany, Austria, Switzerland", "France, Belgium, Luxembourg",
    "Netherlands", "Spain and Portugal", "Italy and Malta", "Nordic countries", "Baltic states", "Poland, Czechia, Slovakia, Hungary",
    "Western Balkans", "Romania, Bulgaria, Greece, Cyprus", "Ukraine, Moldova, South Caucasus", "Central Asia", "Türkiye", "Israel and Palestine",
    "Gulf states", "Egypt and the Maghreb", "Lebanon, Jordan, Iraq", "Nigeria and Ghana", "francophone West Africa", "Kenya, Uganda, Tanzania",
    "Ethiopia, Somalia, Sudan", "South Africa, Botswana, Namibia", "India", "Pakistan and Bangladesh", "Nepal and Sri Lanka", "China and Hong Kong",
    "Taiwan", "Japan", "Korea", "Singapore and Malaysia", "Indonesia and Timor-Leste", "Philippines", "Vietnam, Thailand, Cambodia",
    "Australia", "New Zealand and Pacific islands",
)
NAME_CULTURES = (
    "Anglo-American", "Irish or Scottish", "German", "French", "Dutch or Flemish with particles", "Iberian with two surnames", "Brazilian", "Italian",
    "Scandinavian", "Finnish or Estonian", "Polish or Czech", "Hungarian (family name first or last)", "Greek or Romanian", "Serbian, Croatian, Albanian",
    "Russian or Ukrainian", "Turkish", "Arabic with al-/bin/Abu", "Persian or Afghan", "Hebrew", "Indian (north)", "Indian (south, initials)",
    "Pakistani or Bengali", "Sri Lankan or Nepali", "Chinese (family name first, hyphenated given name)", "Hong Kong or Singapore (Western plus Chinese names)",
    "Japanese (either order)", "Korean (hyphenated)", "Vietnamese", "Thai or Burmese", "Indonesian or Malay (one name, bin/binti)", "Filipino",
    "Nigerian or Ghanaian", "francophone African", "East African or Ethiopian", "Southern African", "Māori or Pacific", "Caribbean", "Latin American with accents",
    "Caucasus or Central Asian", "Baltic",
)
FIELDS = (
    "defence and security", "climate policy", "biodiversity and oceans", "trade and tariffs", "public health", "mental health", "clinical medicine",
    "digital government", "artificial intelligence", "cybersecurity", "energy transition", "nuclear policy", "development finance", "food and agriculture",
    "water", "migration and refugees", "human rights and law", "elections and democracy", "gender equality", "education and skills", "culture and heritage",
    "history and memory", "literature and translation", "space", "physics and mathematics", "life sciences and biotech", "transport and cities", "housing",
    "labour and social protection", "tax and public finance", "monetary policy and banking", "media freedom", "disarmament and peace", "disaster risk",
    "tourism and sport", "Arctic and Antarctic", "maritime affairs", "critical minerals", "philanthropy", "religion and society", "open science and data", "ageing and care",
)
FORMS = (
    "prose announcement with biographies in paragraphs", "title, date line, abstract, then a speaker list one a line", "agenda with times; speakers under each session",
    "speaker cards over several lines", "one long paragraph", "bare list 'Name, Organisation; Name, Organisation' after a short text", "past-tense report of the event",
    "digest of two to four events", "webinar invitation with registration and access details", "book launch or film screening", "memorial or named lecture with one speaker's long biography",
    "multi-day conference call: themes, committee, keynote speakers, deadlines", "closed-door roundtable note with participants", "press-release style with quotes",
    "panel headings ('Panel 2: …') each with chair, speakers, discussant", "short newsletter item", "training course or summer school with instructors", "workshop of a funded project with partners and work packages",
    "official visit or delegation programme", "anniversary or award ceremony with guests of honour",
)
PERSON_LINES = (
    "Name, Position, Organisation", "Name (Position, Organisation)", "Name - Position - Organisation", "Name: Position, Unit, Organisation", "Name | Position | Organisation",
    "Position at Organisation Name (post before the name, no comma)", "Name on one line, post on the next, organisation on the third", "Name, Organisation with no post",
    "honorific Name, post-nominals, Position of Unit, Organisation, Country", "Name is a … ; s/he previously … (biography prose)", "Organisation's Position Name", "Name @handle, Position, Organisation",
    "surname-only and first-name later mentions", "two or three posts each, joined by 'and', '&' or ';'", "former posts, 'ex-', 'until 2019', '(Ret.)', military or diplomatic ranks",
)
LENGTHS = ((90, 140), (160, 230), (240, 320), (240, 320), (330, 430), (330, 430), (450, 620))
HABITS = (
    "tidy", "tidy", "line breaks in the middle of sentences and names", "headings and some names in CAPITALS", "a few typing errors, doubled spaces, missing spaces after commas",
    "HTML left-overs (&amp; &nbsp; stray tags) and non-breaking spaces", "curly quotes, en and em dashes, ligatures, accents in plenty", "posts in lower case, sloppy capitals",
    "bullets of several kinds (•, -, *, –, 1.)", "American spelling and dates", "missing full stops, telegraphic", "markdown left-overs (**bold**, ###, [link])", "emoji, hashtags, @handles, bare web addresses",
    "no title, starts in mid-matter", "everything in one block, separators lost",
)
TRAPS = (
    "talk titles in Capital Letters with no name in them", "a talk title with an organisation or initiative inside", "positions full of organisation words (Chair of the Board, Head of Policy Department)",
    "a prize or scholarship named after a person", "a building, room, street or hall named after a person", "a book, film or report title", "a product, vehicle, ship, weapon or software name",
    "'the Institute', 'the Ministry', 'the Committee' as descriptions", "a country or capital acting as a state", "a month name as a person's name or a verb (May, April, August)", "a war, era or movement",
    "a law, treaty or resolution with a number", "a degree and a school attended", "acronyms never expanded", "acronym expanded in brackets, both ways round", "a unit inside a unit inside a parent",
    "an organisation whose name is a common phrase (Policy Exchange, Crisis Group, Open Society)", "an initiative acting like an organisation", "a person's name inside an organisation's name", "a one-word organisation (Oxfam, Chatham House, Bruegel, Tearfund)",
    "a citation (Okafor et al., 2019) or a person in passing", "places that look like names", "company names with Ltd, GmbH, & Co, Inc.", "a newspaper, journal or broadcaster as employer", "generic working group, committee and programme in lower case",
    "an organisation name in another language", "an acronym with digits or hyphens (G20, UNU-CRIS, COP28, 18F)", "chair as academic post", "a slogan or campaign name in quotes", "a political party, faction or armed group",
)


def deck(values: Sequence[str], n: int, rng: random.Random) -> list[str]:
    """Shuffled copies of `values`, `n` in all, so that each occurs about equally often."""
    cards: list[str] = []
    while len(cards) < n:
        batch = list(values)
        rng.shuffle(batch)
        cards.extend(batch)
    return cards[:n]


def grid(n: int = N_BLURBS, seed: int = SEED) -> Iterator[str]:
    """The plan's lines: number, then one value for each axis, tab-separated."""
    rng = random.Random(seed)
    axes = [deck(values, n, rng) for values in (INSTITUTIONS, REGIONS, NAME_CULTURES, NAME_CULTURES, FIELDS, FORMS, PERSON_LINES, HABITS, TRAPS, TRAPS)]
    lengths = deck([f"{low}-{high} words" for low, high in LENGTHS], n, rng)
    for i, (institution, region, names, more_names, field, form, line, habit, trap, other_trap) in enumerate(zip(*axes, strict=True)):
        yield "\t".join((f"{i:04d}", institution, region, f"names: {names} + {more_names}", field, form, f"people: {line}", lengths[i], f"typing: {habit}", f"traps: {trap}; {other_trap}"))


if __name__ == "__main__":
    for line in grid():
        print(line)
