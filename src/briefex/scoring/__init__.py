"""How right the annotations are, measured against gold: counts a document, figures with intervals, and the gate."""
