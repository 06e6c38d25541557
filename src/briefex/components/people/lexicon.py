"""Words of the trade: honorifics, ranks, heads of posts, cues. Facts of English usage, all casefolded; no logic."""

from briefex.components import countries


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MEN = _words("mr sir lord baron king prince brother father imam sheikh don herr monsieur chief")
WOMEN = _words("ms mrs miss mme dame baroness lady queen princess sister madam frau señora sra dra doña")
CIVIL = _words(
    "dr prof professor doctor mx ing engr eng arch atty adv barr me rev revd reverend hon honourable honorable right rt the he hh "
    "hrh h.e h.h dott drs mag dipl.-ing ph.d dr.-ing associate assistant adjunct emeritus emerita distinguished maître elder "
    "pastor bishop archbishop cardinal rabbi datuk dato dato' tan sri tun puan pengiran haji excellency his her hc h.c iur med "
    "phil rer nat oec habil mult tech ratu dona"
)
OFFICES = _words(
    "ambassador amb minister president senator sen representative rep congressman congresswoman governor mayor judge justice "
    "commissioner councillor cllr chancellor vice-chancellor secretary undersecretary dean rector provost chairman chairwoman "
    "premier consul consul-general deputy prime vice shri smt ustaz counsellor mp mep"
)
RANKS = _words(
    "general gen lieutenant lt colonel col major maj captain capt commander cdr cmdr cdre commodore admiral adm rear brigadier "
    "brig marshal air sergeant sgt wing group squadron field vice vadm radm ltgen majgen briggen ltcol colonel-general "
    "major-general lieutenant-general lieutenant-colonel brigadier-general corporal ensign inspector superintendent constable"
)
HONORIFICS = MEN | WOMEN | CIVIL | OFFICES | RANKS
# Titles that replace the first name: what follows is a family name or a seat.
MILITARY_HEADS = _words(
    "general gen colonel col lieutenant lt major maj captain capt commander cdr cmdr cdre commodore admiral adm brigadier brig "
    "marshal sergeant sgt"
)

POST_HEADS = _words(
    "director directors head heads professor professors fellow fellows minister ministers ambassador ambassadors officer officers "
    "chair chairs chairman chairwoman chairperson president presidents secretary secretaries dean rector provost chancellor "
    "lecturer reader researcher scientist analyst adviser advisers advisor advisors manager managers coordinator co-ordinator "
    "coordinators lead leader leaders specialist editor editors correspondent commissioner envoy representative counsellor "
    "counselor counsel consul attaché attache commander chief partner associate principal trustee governor mayor senator member "
    "attorney engineer architect curator keeper consultant negotiator founder co-founder cofounder co-director co-chair cochair "
    "co-lead ceo cto cio cfo coo ciso cdo cso cmo vp svp evp undersecretary under-secretary under-secretary-general vice-president "
    "vice-minister vice-chair vice-chairman vice-chancellor vice-rector vice-dean vice-provost spokesperson spokesman spokeswoman "
    "strategist planner liaison evangelist developer designer producer archivist clerk judge prosecutor registrar librarian "
    "reporter postdoc owner intern assistant administrator executive secretary-general director-general auditor-general "
    "attorney-general solicitor-general advocate-general inspector-general governor-general comptroller-general editor-in-chief "
    "parliamentarian mp mep superintendent inspector controller treasurer auditor ombudsman ombudswoman warden convenor convener "
    "economist historian epidemiologist statistician photographer videographer communicator technologist instructor teacher tutor "
    "trainer facilitator organiser organizer investigator explorer rapporteur master delegate deputy conservator astronomer "
    "physicist expert practitioner strategist columnist commentator presenter anchor broadcaster host official sherpa wrangler "
    "coach legislator councillor councilman councilwoman congressman congresswoman premier chargé counsellors emeritus "
    "vice-governor chairholder c.e.o lawyer solicitor barrister surgeon physician nurse aide arbitrator mediator monitor observer "
    "pilot programmer scholar candidate captain admiral general colonel justice magistrate whip speaker supervisor apprentice "
    "journalist patron rabbi chaplain clerk actuary comptroller ombudsperson farmer webmaster operator writer choreographer warden "
    "commandant matron bursar postmaster harbourmaster hod fellow-in-residence curator-in-chief scientist-in-residence bishop "
    "archbishop "
    # of other languages
    "investigador investigadora profesor profesora catedrático catedrática directora presidente presidenta decano decana "
    "secretario secretaria ministro ministra embajador embajadora jefe jefa coordinador coordinadora asesor asesora defensor "
    "defensora consejero consejera professeur professeure directeur directrice président présidente chercheur chercheure "
    "chercheuse conseiller conseillère ministre ambassadeur ambassadrice responsable délégué déléguée doyen doyenne vice-président "
    "vice-présidente direktor direktorin leiter leiterin professorin präsident präsidentin referent referentin ministerin "
    "botschafter botschafterin vorsitzender vorsitzende geschäftsführer geschäftsführerin wissenschaftler wissenschaftlerin "
    "oberbürgermeister oberbürgermeisterin professora pesquisador pesquisadora diretor diretora coordenador coordenadora "
    "secretário secretária embaixador embaixadora direttore direttrice professore professoressa ricercatore ricercatrice "
    "ambasciatore ambasciatrice hoogleraar voorzitter onderzoeker rektor rektorin dyrektor profesorka"
)
# Heads that name a post although no institution is named beside them.
STANDALONE_HEADS = _words(
    "minister ministers ambassador ambassadors mp mep senator governor mayor premier envoy commissioner president chancellor "
    "undersecretary under-secretary vice-minister vice-president secretary secretary-general "
    "director director-general head professor chair chairman chairwoman chairperson ceo cto cio cfo coo ciso manager "
    "coordinator co-ordinator co-director co-chair officer dean rector provost counsellor consul "
    "congressman congresswoman parliamentarian councillor fellow negotiator representative lecturer judge chief editor "
    "editor-in-chief partner adviser advisor founder co-founder lead specialist leader "
    "superintendent commandant matron bursar administrator registrar treasurer spokesperson spokesman spokeswoman attaché "
    "attache prosecutor inspector ombudsman ombudsperson trustee vice-mayor vice-rector vice-dean "
    "vice-chancellor vice-chair analyst correspondent curator member vp svp general principal bishop archbishop"
)
# Heads that are roles at the event when nothing else makes them a post.
ROLE_HEADS = _words(
    "chair chairs chairman chairwoman chairperson co-chair host speaker rapporteur facilitator moderator presenter organiser "
    "organizer convenor convener discussant panellist panelist"
)
# Words that name a calling; a post only beside an institution.
# Heads that are verbs as well: no post after "to", "will" or a subject.
VERBS_TOO = _words("host head lead chair coach monitor pilot partner present staff associate fellow executive champion")
VERB_BEFORE = _words("to will would can may must shall they we who he she you also jointly i don't should could")
# Words whose dot is no full stop.
DOTTED = _words(
    "dr prof mr mrs ms st gen lt col maj capt hon sen rep gov dept asst assoc asso addl jt dy spl univ h.e u.s u.k u.n d.c e.g "
    "i.e jr sr ass dir exec sec intl natl ltd inc adm brig cmdr cdr amb eng engr atty adv rev mt ft vol dep min pres c.e.o"
)
# What stands before a bare name and is no modifier of a post.
COURTESY = _words("dr prof mr mrs ms miss sir dame lord lady prof. dr. h.e he the rt hon hon. eng engr")
# Offices whose title before a name is a post when the institution follows ("Professor A of the University of B").
OFFICE_TITLES = _words("professor judge justice commissioner dean minister senator rector president chancellor governor mayor")
REMOTE = _words(
    "online virtual virtually remote remotely video tbc tba confirmed chair moderator host speaker discussant via zoom invited "
    "both left centre right above below"
)
DIPLOMATS = _words("ambassador ambassadors commissioner consul general counsellor counselor attaché attache envoy representative secretary")
NOT_IST = _words(
    "checklist shortlist blacklist waitlist playlist protagonist communist feminist socialist nationalist populist terrorist "
    "tourist minimalist modernist consist persist subsist racist realist finalist"
)
SEATS = _words("mayor governor bishop archbishop king queen vice-governor")
SEATS = frozenset({"mp", "mep", "msp", "td", "mla", "mpp", "mna"})
DEGREE_POSTS = frozenset(
    (degree, head)
    for degree in ("phd", "ph.d", "ph.d.", "mba", "llm", "md")
    for head in ("candidate", "student", "fellow", "researcher", "scholar")
)
BOARDS = _words(
    "board council committee group panel team department faculty executive supervisory governing management editorial advisory "
    "scientific directors trustees staff mission cabinet delegation parliamentary unit section division office service"
)
CALLINGS = _words(
    "economist historian epidemiologist statistician photographer videographer lawyer solicitor barrister surgeon physician nurse "
    "expert practitioner columnist commentator broadcaster teacher trainer scholar architect engineer scientist researcher "
    "journalist reporter physicist astronomer communicator technologist developer designer producer consultant attorney coach"
)
# A head that is no head here: "staff officer", "fellow panellists", "chief among", "general public".
NOT_ALONE = _words(
    "general chief assistant executive associate principal emeritus captain admiral colonel deputy lead partner reader speaker "
    "host expert student candidate aide observer monitor supervisor member members"
)

RIGHT_ADJECTIVES = _words("general emeritus emerita generals elect designate extraordinary plenipotentiary")
POST_BRACKETS = _words("non-resident nonresident acting interim visiting designate emeritus emerita part-time honorary ad")

# Words that end a post on its left.
LEFT_STOPS = _words(
    "a an the is was are were be been being as by of at and or with for in on to from into under over former formerly ex current "
    "currently previously now then our his her their its my your who which that appointed became become named joined elected serve "
    "serves served serving remains remained made holds held has had have will would also both either another one two three first "
    "second third fourth last inaugural founding late not no works worked working including include includes past earlier later "
    "retired presently today since until while when where after before via its each all every some any becomes act acts acted run "
    "runs leads led he she they it we you i this these those there but so if than about between among plus per said says invited "
    "welcome welcomes introducing featuring meet new & + hon'ble honble hon honourable honorable fourth fifth sixth seventh eighth "
    "ninth tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth one-time onetime once afterwards lately included whose "
    "own january february april june july september october november december longtime long-time then-"
)
KEPT_LEFT = _words("founding acting interim vice deputy second")
# Words that end what follows a post ("of energy …").
RIGHT_STOPS = _words(
    "at with is was are were be has had have who which that where when will would from as by since until under during before after "
    "he she they also currently previously formerly now then former leads led serves served directs directed teaches taught works "
    "worked holds held writes wrote heads headed runs ran focuses founded joined via including based whose while than both until "
    "about after into said says speaks gives via including responsible working focusing within between through here today so "
    "co-directs co-chairs co-founded co-hosts manages managed oversees talks moderates introduces presents spoke presented"
)
PREPOSITIONS_RIGHT = _words("of for to on in")

COUNTRIES = frozenset(name.casefold() for name in countries.COUNTRIES if "." not in name)  # "U.S. ambassador" is one post

# Short forms of first names; each group is one name. From common English usage.
NICKNAMES: tuple[frozenset[str], ...] = tuple(
    _words(group)
    for group in """
    katherine catherine kathryn katharine kate kathy cathy katie kat kit | robert bob rob robbie bobby bert |
    william bill will billy liam | elizabeth elisabeth liz beth betsy eliza lizzie lisa libby | james jim jimmy jamie |
    john jack johnny jon | jonathan jon jonny | richard dick rick rich ricky | michael mike mick mickey | thomas tom tommy |
    stephen steven steve stephan | edward ed eddie ted ned | charles charlie chuck chas | margaret maggie meg peggy greta |
    anthony tony | christopher chris kit | christine christina chris tina chrissie | daniel dan danny | david dave davey |
    andrew andy drew | alexander alex sandy sasha xander | alexandra alex sandra sasha | benjamin ben benny | samuel sam sammy |
    samantha sam | joseph joe joey | patrick pat paddy | patricia pat tricia trish patty | peter pete | nicholas nick nicolas |
    matthew matt | gregory greg | geoffrey jeffrey jeff geoff | jennifer jen jenny | jessica jess | susan sue susie susanna suzanne |
    deborah debra deb debbie | rebecca becky becca | victoria vicky vicki tori | timothy tim | kenneth ken kenny |
    lawrence laurence larry | leonard len lenny leo | raymond ray | ronald ron ronnie | donald don | philip phillip phil |
    frederick fred freddie | francis frank | frances fran | gerald gerry jerry | theodore ted theo | walter walt | martin marty |
    nathaniel nathan nate | zachary zach zack | abigail abby | amanda mandy | barbara barb | beverley beverly bev | cynthia cindy |
    dorothy dot | eleanor ellie nell | emily em | jacqueline jackie | judith judy | kimberly kim | pamela pam | penelope penny |
    rachel rach | sarah sally | theresa teresa terry tess | valerie val | veronica ronnie | yvonne eve | gabriel gabe | jacob jake |
    joshua josh | oliver ollie | vincent vince | roderick rod | rodney rod | douglas doug | albert al bert | alfred alf fred |
    arthur art | eugene gene | harold harry | henry harry hank | isaac ike | maximilian max | sebastian seb | simon si |
    mohammed mohammad muhammad mohamed | josé jose pepe | francisco paco pancho | ignacio nacho | guadalupe lupe | maría maria |
    aleksandr sasha alexander | vladimir volodymyr volodya | dmitri dmitry dima | mikhail misha | natalia natalya natasha |
    ekaterina katya | olexandra oleksandra sasha
    """.split("|")
)
PARTICLES = _words(
    "de la las los del da das do dos di van von der den ten ter te zu zum zur bin bint ibn al el ben abu abd y e du des le d "
    "af av of st saint mac mc"
)

POSTNOMINALS = _words(
    "phd ph.d mp mep obe mbe cbe kbe dbe kc qc sc frs fba frsa msod md mba ma msc ba llm esq jr sr ii iii iv am ao ac afc csc "
    "dsc kcmg cmg dcmg gcmg cb kcb gcb rn ran usn usa usmc frcp faan mcc mla tds td mf ms mna mpp jd llb dphil edd cpa pe ret"
)
ARMED = _words(
    "army navy force forces marines corps guard military usn usmc usaf uscg ussf rcn saf rn raf ran rsn rsaf idf rcaf rnzn raaf bundeswehr"
)
