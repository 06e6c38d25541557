"""Where names begin and end, put right after the network."""

import pytest

from briefex.components.names.borders import mended
from briefex.components.names.decode import Found


def mended_in(text, *surfaces, tag="PERSON"):
    """The mended surfaces of spans found at their places in order."""
    position, spans = 0, []
    for surface in surfaces:
        start = text.index(surface, position)
        spans.append(Found(start, start + len(surface), tag, 0.9))
        position = start + len(surface)
    return [text[f.start : f.end] for f in mended(text, spans)]


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("Julio S. Amado III (Director)", ["Julio S. Amado"], ["Julio S. Amado III"]),
        ("Queen Ada I asked. Ada I am", ["Ada"], ["Ada"]),
        ("Jean-Claude Bakari?, director", ["Jean-Claude Bakari?"], ["Jean-Claude Bakari"]),
        ('Jargal "Fact" Damba, economist', ["Jargal", "Fact", "Damba"], ['Jargal "Fact" Damba']),
        ("MIRIAM “Mimi” CORONEL DIMA, chair", ["MIRIAM", "CORONEL DIMA"], ["MIRIAM “Mimi” CORONEL DIMA"]),
        ('Ada "Fact" and Damba', ["Ada", "Fact", "Damba"], ["Ada", "Fact", "Damba"]),
        ("Maria Lind leads", ["Lind"], ["Maria Lind"]),
        ("Maria Lind\nMaria Lind is a partner", ["Maria Lind\nMaria Lind"], ["Maria Lind", "Maria Lind"]),
        ("Maria Lind left. Before Stimson, Lind spent", ["Maria Lind", "Stimson, Lind"], ["Maria Lind", "Lind"]),
        ("Lord Hartwell of Sedgemoor, chair", ["Hartwell"], ["Hartwell of Sedgemoor"]),
        ("Mr Hartwell of Sedgemoor Bank", ["Hartwell"], ["Hartwell"]),
        ("- Maria Lind: Evangelist, developer", ["Maria Lind: Evangelist"], ["Maria Lind"]),
        ("Session Lind leads", ["Lind"], ["Lind"]),
        ("with HE Rana Lind, minister", ["HE Rana Lind"], ["Rana Lind"]),
        ("and HE XIU-MEI, Polar Bank", ["HE XIU-MEI"], ["HE XIU-MEI"]),
        ("Commodore Maria Lind RAN, CSC", ["Maria Lind RAN, CSC"], ["Maria Lind"]),
        ("AMINA LIND MP", ["AMINA LIND MP"], ["AMINA LIND MP"]),
        ("by Sir John Lind", ["Sir John Lind"], ["John Lind"]),
        ("for tax, Benedetta Zorzi, Paul Tangye MEP", ["Benedetta Zorzi, Paul Tangye"], ["Benedetta Zorzi", "Paul Tangye"]),
        ("– Temuulen Bat, Newcom, director", ["Temuulen Bat, Newcom"], ["Temuulen Bat"]),
        ("Lee Kurt\nDAI, Istanbul", ["Lee Kurt\nDAI"], ["Lee Kurt"]),
        ("Tony Lu\nJia-wei Tsui", ["Tony Lu\nJia-wei Tsui"], ["Tony Lu", "Jia-wei Tsui"]),
        (
            "Okafor, Ada; Ruiz, Ana; Prado, Lucia Ines",
            ["Okafor, Ada", "Ruiz, Ana", "Prado", "Lucia Ines"],
            ["Okafor, Ada", "Ruiz, Ana", "Prado, Lucia Ines"],
        ),
        (
            "Okafor, Ada; García Ruiz, Ana; Li, Bo",
            ["Okafor, Ada", "García Ruiz, Ana", "Li, Bo"],
            ["Okafor, Ada", "García Ruiz, Ana", "Li, Bo"],
        ),
        ("by CIFUENTES ARANGO, Paula Andrea", ["CIFUENTES ARANGO", "Paula Andrea"], ["CIFUENTES ARANGO, Paula Andrea"]),
        ("- GUZMÁN PINTO, Rosa, Instituto Kroc", ["GUZMÁN PINTO, Rosa"], ["GUZMÁN PINTO, Rosa"]),
        ("MARIA LIND, Paul Tangye", ["MARIA LIND", "Paul Tangye"], ["MARIA LIND", "Paul Tangye"]),
        ("Maria Lind\n\nPaul Tangye spoke", ["Maria Lind\n\nPaul Tangye"], ["Maria Lind", "Paul Tangye"]),
        ("chief B. S. Tangye", ["S. Tangye"], ["B. S. Tangye"]),
        ('Wiremu "Bill" Hōhepa | chair', ['Bill" Hōhepa'], ['Wiremu "Bill" Hōhepa']),
        ("BHUIYAN, Ntantiso, KHATTAK", ["BHUIYAN", "Ntantiso", "KHATTAK"], ["BHUIYAN", "Ntantiso", "KHATTAK"]),
        ("welcome Maria Lind ’98, partner", ["Maria Lind ’98"], ["Maria Lind"]),
        ("professor A.J.M. (Toon) van Duijven, once", ["van Duijven"], ["A.J.M. (Toon) van Duijven"]),
        ("Marshal (Retd) Maria Lind", ["Maria Lind"], ["Maria Lind"]),
        ("or Sir Henry Tangye Bt, as", ["Henry Tangye Bt"], ["Henry Tangye"]),
        ("rector Prof. Manuel Guilherme Júnior, signed", ["Manuel Guilherme"], ["Manuel Guilherme Júnior"]),
        ("Maria Lind – Lind & Sons", ["Maria Lind – Lind"], ["Maria Lind"]),
        ("and Bishop (Dr) Zac Lind, Church", ["Bishop (Dr) Zac Lind"], ["Zac Lind"]),
        ("Dr. Lim Wei Jie 林伟杰, Director", ["Lim Wei Jie 林伟杰"], ["Lim Wei Jie"]),
        ("林伟杰, Director", ["林伟杰"], ["林伟杰"]),
        ("Moderator- LIND, Maria", ["Moderator- LIND, Maria"], ["LIND, Maria"]),
        ("Moderator / Animateur: LIND, Maria", ["Animateur: LIND, Maria"], ["LIND, Maria"]),
        ("Chủ trì / chair\nMaria Lind", ["Chủ trì"], []),
        ("MIT\nMaria Lind", ["MIT"], ["MIT"]),
        ("Maria Lind\nLleoliad: Bangor", ["Maria Lind\nLleoliad"], ["Maria Lind"]),
    ],
)
def test_people(text, found, names):
    assert mended_in(text, *found) == names


def test_a_name_broken_over_two_lines_of_running_text_is_one():
    text = "The lecture of this autumn will be given by Sébastien Groulx\nPicard of the ministry"

    assert mended_in(text, "Sébastien Groulx\nPicard") == ["Sébastien Groulx\nPicard"]


def test_a_well_known_undertaking_is_closed_by_itself():
    assert mended_in("in the Horizon Europe project of", "Horizon Europe project", tag="INITIATIVE") == ["Horizon Europe"]
    assert mended_in("in the Safe Harbour project of", "Safe Harbour project", tag="INITIATIVE") == ["Safe Harbour project"]


def test_two_bodies_around_a_stroke_are_two():
    assert mended_in("by Tide.gov and Sea.gov. cloud.gov is", "Sea.gov. cloud.gov", tag="ORGANISATION") == ["Sea.gov", "cloud.gov"]
    assert mended_in("with CINS/KRIK today", "CINS/KRIK", tag="ORGANISATION") == ["CINS", "KRIK"]
    assert mended_in("the TCP/IP Group", "TCP/IP Group", tag="ORGANISATION") == ["TCP/IP Group"]


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        (
            "at the State University of New York at Albany",
            ["State University of New York", "Albany"],
            ["State University of New York at Albany"],
        ),
        ("the University of Example at Tide College", ["University of Example", "Tide College"], ["University of Example", "Tide College"]),
        ("a United States Navy veteran", ["Navy"], ["United States Navy"]),
        ("Head of Mission of the African Union to China", ["African Union to China"], ["African Union"]),
        ("Ambassador of the Republic of Korea to the OECD", ["Republic of Korea to the OECD"], ["OECD"]),
        ("Permanent Representative of Kenya to the OECD", ["Kenya to the OECD"], ["OECD"]),
        ("the Mission of Kenya to the OECD", ["Mission of Kenya to the OECD"], ["Mission of Kenya to the OECD"]),
        ("the Attorney-General's Department said", ["Attorney-General"], ["Attorney-General's Department"]),
        ("the World Bank's Office", ["World Bank"], ["World Bank"]),
        ("World Bank's Water Section", ["World Bank's Water Section"], ["World Bank", "Water Section"]),
        ("at Wolfson College, Oxford", ["Wolfson College", "Oxford"], ["Wolfson College, Oxford"]),
        ("of Wolfson College, Oxford. She read law at SOAS", ["Wolfson College", "SOAS"], ["Wolfson College", "SOAS"]),
        ("at Tide University, Harbour Campus", ["Tide University, Harbour Campus"], ["Tide University"]),
        ("Chair of Crop Science\nInstitute of Seeds", ["Crop Science\nInstitute of Seeds"], ["Institute of Seeds"]),
        (
            "Permanent Mission of Estonia to the United Nations Office at Geneva, the Academy",
            ["Permanent Mission of Estonia", "United Nations Office", "Geneva"],
            ["Permanent Mission of Estonia to the United Nations Office at Geneva"],
        ),
        ("at the University of Maryland, College Park.", ["University of Maryland"], ["University of Maryland, College Park"]),
        ("from the World Bank and the OECD", ["World Bank and the OECD"], ["World Bank", "OECD"]),
        ("by the Institute of Tides and NATO", ["Institute of Tides and NATO"], ["Institute of Tides", "NATO"]),
        ("Tide and Harbour Institute", ["Tide and Harbour Institute"], ["Tide and Harbour Institute"]),
        ("World Vision in Pohang", ["World Vision in Pohang"], ["World Vision in Pohang"]),
    ],
)
def test_bodies(text, found, names):
    assert mended_in(text, *found, tag="ORGANISATION") == names


def test_two_well_known_undertakings_are_two():
    assert mended_in("in Horizon Europe and Erasmus+ too", "Horizon Europe and Erasmus+", tag="INITIATIVE") == [
        "Horizon Europe",
        "Erasmus+",
    ]


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        (
            "Sponsors\n\nNational Institute for Harbour Safety and Tides\nAlder Foundation\n",
            ["National Institute for Harbour Safety and Tides\nAlder Foundation"],
            ["National Institute for Harbour Safety and Tides", "Alder Foundation"],
        ),
        ("Sponsors\nAlder   Banco do Mar", ["Alder   Banco do Mar"], ["Alder", "Banco do Mar"]),
        ("Ana\tIOL\tTide Division\tIHO\t9:15", ["IOL\tTide Division\tIHO"], ["IOL", "Tide Division", "IHO"]),
        ("the Council's Harbour Affairs Sub-committee met", ["Harbour Affairs Sub"], ["Harbour Affairs Sub-committee"]),
        ("a member of the National Consumer\n\tTribunal", ["National Consumer\n\tTribunal"], ["National Consumer\n\tTribunal"]),
    ],
)
def test_bodies_side_by_side_are_several(text, found, names):
    assert mended_in(text, *found, tag="ORGANISATION") == names


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("the Timed and Measured project is", "Timed and Measured", ["Timed and Measured project"]),
        ("the 'Timed' project", "Timed", ["Timed"]),
        ("the Small Business Saturday project", "Small Business Saturday", ["Small Business Saturday"]),
        ("the Blue Tides Programme series", "Blue Tides Programme", ["Blue Tides Programme"]),
        ("on Barbados' Bridgetown Initiative", "Barbados' Bridgetown Initiative", ["Bridgetown Initiative"]),
        ("Jordan’s Vision of Water", "Jordan’s Vision of Water", ["Vision of Water"]),
        ("the Kigali-based Great Lakes Network", "Kigali-based Great Lakes Network", ["Great Lakes Network"]),
        ("the Blue Tides projects", "Blue Tides", ["Blue Tides"]),
    ],
)
def test_a_small_head_noun_belongs_to_an_undertaking_that_nothing_else_closes(text, found, names):
    assert mended_in(text, found, tag="INITIATIVE") == names


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("the Ministry of Labour of the Kyrgyz Republic invites", "Ministry of Labour", ["Ministry of Labour of the Kyrgyz Republic"]),
        ("the Ministry of Labour of Chile", "Ministry of Labour", ["Ministry of Labour"]),
        ("World Bank-IMF meetings", "World Bank-IMF", ["World Bank", "IMF"]),
        ("Semi Lind  Manager News  Fiji Broadcasting  tea", "News  Fiji Broadcasting", ["Fiji Broadcasting"]),
        ("the old Marine Department is", "old Marine Department", ["Marine Department"]),
        (
            "the County Archives of the National Archives of Hungary",
            "County Archives of the National Archives of Hungary",
            ["County Archives", "National Archives of Hungary"],
        ),
        (
            "European Commission Directorate-General for Trade",
            "European Commission Directorate-General for Trade",
            ["European Commission", "Directorate-General for Trade"],
        ),
        ("the Library of the National Assembly", "Library of the National Assembly", ["Library of the National Assembly"]),
        ("Speaker of the National Assembly 2019–21 and", "National Assembly 2019–21", ["National Assembly"]),
        ("by IOC-UNESCO", "IOC-UNESCO", ["IOC-UNESCO"]),
        (
            "the Women's Secretariat and Tide Cities (TC) open",
            "Women's Secretariat and Tide Cities",
            ["Women's Secretariat", "Tide Cities"],
        ),
        ("the Secretariat for Women and Trade (SWT)", "Secretariat for Women and Trade", ["Secretariat for Women and Trade"]),
    ],
)
def test_one_body_or_two(text, found, names):
    assert mended_in(text, found, tag="ORGANISATION") == names


def test_a_family_name_that_was_taken_for_a_body_is_a_person_with_the_given_name():
    text = "Committee\n- WALTERS, Ian St. C. – Lands Commission\nthe head of SEPS, Peter Lind"
    spans = [Found(12, 19, "ORGANISATION", 0.9), Found(21, 31, "PERSON", 0.9)]
    seps = text.index("SEPS")
    spans += [Found(seps, seps + 4, "ORGANISATION", 0.9), Found(seps + 6, len(text), "PERSON", 0.9)]

    assert [(text[f.start : f.end], f.tag) for f in mended(text, spans)] == [
        ("WALTERS, Ian St. C.", "PERSON"),
        ("SEPS", "ORGANISATION"),
        ("Peter Lind", "PERSON"),
    ]


@pytest.mark.parametrize("title", ["Sir", "Datuk", "Colonel", "Mme", "Eng.ª", "Doutora", "Atty."])
def test_a_title_is_no_part_of_the_name(title):
    text = f"with {title} Ana Ruiz today"

    assert mended_in(text, f"{title} Ana Ruiz", tag="PERSON") == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("the Safe Ports Act of 2010 says", "Safe Ports Act", "Safe Ports Act of 2010"),
        ("the Safe Ports Act 2010 says", "Safe Ports Act", "Safe Ports Act 2010"),
        ("the Safe Ports Act in 2010 said", "Safe Ports Act", "Safe Ports Act"),
        ("the Safe Ports Fund of 2010 paid", "Safe Ports Fund", "Safe Ports Fund"),
    ],
)
def test_the_year_belongs_to_a_law(text, name, whole):
    assert mended_in(text, name, tag="INITIATIVE") == [whole]
