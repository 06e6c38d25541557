"""People in blurbs: who is who, their posts at organisations, and their roles at the event.

`find_people` is the logic and knows no spaCy; `briefex.components.people.component` is the spaCy component around it.
"""

from briefex.components.people.find import People, find_people

__all__ = ["People", "find_people"]
