"""The stages of a run. A stage knows no other stage; records pass between them through the journal."""
