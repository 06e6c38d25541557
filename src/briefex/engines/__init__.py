"""Engines: where annotate runs. Each maps batches through a worker made once a process, and keeps their order."""
