"""events: the announced event: title, hosts, partners, venue, when, how one takes part.

What the text does not say stays empty. `event.py` puts the fields together; each field has a room of its own.
"""

from briefex.components.events.event import find_event

__all__ = ["find_event"]
