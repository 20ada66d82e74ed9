"""What a cell's dress means: `kode_format` number formats, `warna` colours, `bersyarat` formats that hang on a condition."""
