"""The spaCy component and the rule report."""

import spacy

import briefex.components.people.component
from briefex.components.people.report import as_table, rule_report
from tests.components.people.marked import parsed


def test_the_component_writes_what_find_people_finds():
    text, names, _, _ = parsed("[Ada Okafor](P), Director, [Example Bank](O), will speak.")
    nlp = spacy.blank("en")
    people = nlp.add_pipe("briefex_people")
    doc = nlp.make_doc(text)
    doc._.briefex_mentions = tuple(names)
    doc = people(doc)

    assert isinstance(people, briefex.components.people.component.PeopleComponent)
    assert [(r.person, r.position, r.organisation) for r in doc._.briefex_affiliations] == [("Ada Okafor", "Director", "Example Bank")]
    assert [(a.person, a.role) for a in doc._.briefex_appearances] == [("Ada Okafor", "speaker")]


def test_the_report_counts_rows_by_rule():
    text, names, _, _ = parsed("[Ada Okafor](P), Director, [Example Bank](O)")
    record = {
        "text": text,
        "mentions": [{"start": m.start, "end": m.end, "text": m.text, "label": m.label, "entity": m.entity} for m in names],
        "affiliations": [
            {"person": "Ada Okafor", "position": "director", "organisation": "Example Bank", "unit": None, "status": "current"}
        ],
        "roles": [{"person": "Ada Okafor", "role": "chair"}],
    }
    report = {hits.name: (hits.right, hits.found) for hits in rule_report([record])}

    assert report["post"] == (1, 1)
    assert report["post: beside_name"] == (1, 1)
    assert report["role"] == (0, 1)
    assert "post: beside_name" in as_table(rule_report([record]))
