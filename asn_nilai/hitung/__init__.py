"""Turn tables into scores: pure, vectorised, exact at every threshold."""
