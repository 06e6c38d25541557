"""What can go wrong, named by what the caller can do about it.

BriefexError
├── RequestError            mend the request                                    exit 2
│   ├── PipelineFileError   mend the TOML file
│   ├── SourceError         name another file, folder or column
│   └── GoldError           mend the gold file
├── InputError              mend the data: the document goes to `rejected`, the run goes on
├── ModelError              reinstall, or name another model                    exit 2
├── PublishError            nothing was published                               exit 1
│   ├── IntegrityError      the tables break their contract, or files are damaged
│   └── AfterPublishError   the new tables stand, something after them failed   exit 5
├── ConflictError           another writer won: run again                       exit 4
└── GateError               a figure fell below its floor                       exit 3
"""

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "AfterPublishError",
    "BriefexError",
    "ConflictError",
    "GateError",
    "GoldError",
    "InputError",
    "IntegrityError",
    "ModelError",
    "PipelineFileError",
    "PublishError",
    "RequestError",
    "SourceError",
    "known",
]


class BriefexError(Exception):
    """Any failure that briefex explains; `exit_code` is what the command line ends with."""

    exit_code = 1


class RequestError(BriefexError):
    """The request cannot be carried out as it stands."""

    exit_code = 2


class PipelineFileError(RequestError):
    """A pipeline file has an unknown stage or setting, or a value of the wrong kind."""


class SourceError(RequestError):
    """A source does not exist or cannot hold documents."""


class GoldError(RequestError):
    """A gold file is malformed; nothing is measured on it."""


class InputError(BriefexError):
    """One input gave no document.

    Attributes:
        code: the machine-readable reason, such as `E_ENCODING`.

    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ModelError(BriefexError):
    """A model folder is missing, damaged or of another format."""

    exit_code = 2


class PublishError(BriefexError):
    """Nothing was published; the tables that stood before still stand."""


class IntegrityError(PublishError):
    """Tables break their contract, or published files are not what their manifest says."""


class AfterPublishError(PublishError):
    """The new tables are published, but a step after that failed."""

    exit_code = 5


class ConflictError(BriefexError):
    """Another run published, or is publishing, into the same folder."""

    exit_code = 4


class GateError(BriefexError):
    """Accuracy fell below a floor."""

    exit_code = 3


def known(came: str, choices: Iterable[str]) -> str:
    """The sentence of an error message that tells what is known and what was likely meant.

    >>> known("min_scores", ["aliases", "min_score"])
    'Known: aliases, min_score. Did you mean "min_score"?'
    """
    names = sorted(choices)
    likely = get_close_matches(came, names, n=1) or [name for name in names if came and name.lower().startswith(came.lower())]
    hint = f' Did you mean "{likely[0]}"?' if likely else ""
    return f"Known: {', '.join(names)}.{hint}"
