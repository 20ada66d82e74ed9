"""Scores of civil servants (ASN) that anyone can retrace: from submitted workbooks to signed ones."""

__version__ = "0.1.0"
