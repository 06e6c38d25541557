"""spaCy components, each usable alone: names, dates, acronyms, people, initiatives, events.

They know nothing of one another; what one finds and another reads lies on the Doc, in the attributes that
`findings.py` registers.
"""
