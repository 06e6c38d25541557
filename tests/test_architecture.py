"""The house: imports go down, the public face is one list, names in pyproject lead somewhere."""

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import briefex

ROOT = Path(__file__).parents[1]


def test_imports_go_down_never_up_or_sideways():
    result = subprocess.run([Path(sys.executable).with_name("lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout


def test_the_public_face_is_this_list():
    assert briefex.__all__ == ["Extraction", "Summary", "__version__", "extract", "load", "read_tables", "run", "verify"]
    assert all(getattr(briefex, name) is not None for name in briefex.__all__)


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(briefex, "extracts")


def test_every_component_is_a_spacy_factory():
    names = {point.name for point in entry_points(group="spacy_factories") if point.value.startswith("briefex.")}

    assert names == {f"briefex_{kind}" for kind in ("names", "dates", "acronyms", "people", "initiatives", "events")}


def test_importing_briefex_loads_nothing_heavy():
    code = "import briefex, sys; print([m for m in ('spacy', 'numpy', 'pandas', 'pyarrow', 'onnxruntime') if m in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_shipped_pipeline_is_the_one_in_pipelines():
    shipped = ROOT / "src" / "briefex" / "pipelines" / "briefing.toml"

    assert shipped.read_text() == (ROOT / "pipelines" / "briefing.toml").read_text()
