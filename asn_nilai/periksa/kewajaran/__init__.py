"""What is merely implausible: `kewajaran` the family, `lembar` a sheet, `bulan` from month to month, `kembar` one result twice, `bandingan` their rows."""
