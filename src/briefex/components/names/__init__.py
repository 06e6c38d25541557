"""names: people, organisations, initiatives, and the posts and venues that help the facts.

`model.py` tags a text with the shipped network and knows no spaCy; `vocabulary.py` matches lists of the user's;
`component.py` is the spaCy component.
"""
