"""From expressions to values: what a date leaves open is settled by the text around it, then by the reference date.

`walk` goes through a document; `days` gives each expression its first and last day, by `calendar_days`, `periods` and `weekdays`;
`times` finds the day of a bare time. What they know of the document is in `context`; `timing` puts day, time and zone together.
"""
