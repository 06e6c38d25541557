"""The documents show what the code does."""

import re
from pathlib import Path

import briefex

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_screen_of_the_readme_shows_what_extract_prints():
    blurb = re.search(r"```\n(Harbour Lecture.*?)```", README, re.DOTALL)[1]
    shown = re.search(r"<!-- extract -->\n```\n(.*?)\n```\n<!-- /extract -->", README, re.DOTALL)[1]

    assert repr(briefex.extract(blurb)) == shown


def test_the_readme_has_the_two_commands():
    assert len(re.findall(r"(?m)^python3 -m venv .*briefex run$", README)) == 1
    assert len(re.findall(r"(?m)^python3 -m venv .*pytest$", README)) == 1


def test_every_file_that_the_documents_name_is_there():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
