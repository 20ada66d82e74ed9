"""Lead submissions through the four stages: `unit` one unit, `kota` a whole period through all its units."""
