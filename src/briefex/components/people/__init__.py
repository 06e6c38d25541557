"""People in blurbs: who is who, their posts at organisations, and their roles at the event.

`find_people` is the logic and knows no spaCy; `briefex.components.people.component` is the spaCy component around it. The
logic is loaded when it is first asked for, because spaCy imports every component's module.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefex.components.people.find import People, find_people

__all__ = ["People", "find_people"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from briefex.components.people import find

    return getattr(find, name)
