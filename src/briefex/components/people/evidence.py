"""A reason for a role."""

from dataclasses import dataclass

from briefex.records import Role

# Strengths: words that say it of this person, a heading that governs the line, the mere form.
SAID, GOVERNED, FORM = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a role, with the words that give it."""

    role: Role
    strength: int
    start: int
    end: int
    rule: str
