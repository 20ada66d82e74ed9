"""Turn tables into findings; one small module per family of checks."""
