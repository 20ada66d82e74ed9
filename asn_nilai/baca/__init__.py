"""Read a unit's workbooks into tables whose every value keeps its cell."""
