"""Dates in blurbs: found, given a value to the precision of the text, and resolved from the text around them.

`find_dates` is the logic and knows no spaCy; `briefex.components.dates.component` is the spaCy component around it.
"""

from briefex.components.dates.find import find_dates
from briefex.components.dates.values import DateFlag, DateValue, FlagCode, FoundDate, Moment, Precision, ResolvedFrom

__all__ = ["DateFlag", "DateValue", "FlagCode", "FoundDate", "Moment", "Precision", "ResolvedFrom", "find_dates"]
