"""initiatives: what kind each is, and who takes part in, leads or funds it."""

from briefex.components.initiatives.kinds import kind_of
from briefex.components.initiatives.parties import find_parties

__all__ = ["find_parties", "kind_of"]
