"""skema.xlsx: `buku_skema` its sheets as the registers, `baris_skema` a row as an object or the findings that say why not."""
