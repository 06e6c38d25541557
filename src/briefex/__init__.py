"""briefex: tables of people, posts, organisations, initiatives and dates from event blurbs.

>>> import briefex
>>> found = briefex.extract("Ada Okafor, Director of Policy at Example Institute, speaks on 4 May 2026.")
>>> tables = briefex.read_tables("data/processed")

Everything is loaded when it is first used, so that importing briefex costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefex.extraction import Extraction, extract
    from briefex.pipeline import Summary, run
    from briefex.stages.annotate import load
    from briefex.store import read_tables, verify

__version__ = "0.1.0"

_HOMES = {
    "Extraction": "briefex.extraction",
    "Summary": "briefex.pipeline",
    "extract": "briefex.extraction",
    "load": "briefex.stages.annotate",
    "read_tables": "briefex.store",
    "run": "briefex.pipeline",
    "verify": "briefex.store",
}

__all__ = ["Extraction", "Summary", "__version__", "extract", "load", "read_tables", "run", "verify"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'briefex' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
