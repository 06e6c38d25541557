"""The event's day, which the years, weekdays and times around it count from."""

import itertools
from collections.abc import Iterator

from briefex.components.dates.pieces import Calendar, Expression
from briefex.components.dates.resolve.context import Context
from briefex.components.dates.resolve.evidence import Tense, is_deadline
from briefex.components.dates.tokens import NEW_LINE
from briefex.components.dates.values import day_or_none

# A day further back than this is history, not what a text announces or reports.
_EVENT_BEHIND_DAYS = 60
# A label between a day and the time in the line below it has at most so many tokens.
_LABEL_TOKENS = 4


def event_expression(context: Context) -> Expression | None:
    """What tells the event's day: the first day on the programme, one with a time before one without, no deadline; a report has none."""
    if context.document.is_report and context.reference is not None:
        return None
    open_days = [each for each in context.expressions if _can_be_event(context, each) and not is_deadline(context.tape, each)]
    above_times = set(_ends_above_times(context))
    dated = [each for each in open_days if isinstance(each.when.day, Calendar) and isinstance(each.when.day.year, int)]
    timed = [each for each in dated or open_days if each.when.clock is not None or each.last in above_times]
    timed = timed or [each for each in open_days if each.when.clock is not None]
    candidates = timed or [each for each in dated or open_days if context.document.tense_of(each) is not Tense.PAST]
    return candidates[0] if candidates else None


def _ends_above_times(context: Context) -> Iterator[int]:
    """Where expressions end that have a time in the next line, with at most a label before it ("Time: 2:00-4:00 PM")."""
    for expression, following in itertools.pairwise(context.expressions):
        when = following.when
        if when.clock is None or when.day is not None or when.weekday is not None:
            continue
        between = range(expression.last, following.first + 1)
        if len(between) <= _LABEL_TOKENS + 1 and sum(context.tape[index].gap >= NEW_LINE for index in between) == 1:
            yield expression.last


def _can_be_event(context: Context, expression: Expression) -> bool:
    """Whether the expression names a day that is not long over when the text appears."""
    when = expression.when
    if not isinstance(when.day, Calendar) or not when.day.month or not when.names_day:
        return False
    if context.reference is None or not isinstance(when.day.year, int):
        return True
    day = day_or_none(when.day.year, when.day.month, min(when.day.day or 1, 28))
    return day is None or (context.reference - day).days <= _EVENT_BEHIND_DAYS
