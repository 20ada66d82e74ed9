"""From tables and scores to the entries of the register: what counts, written so that two runs can be compared."""
