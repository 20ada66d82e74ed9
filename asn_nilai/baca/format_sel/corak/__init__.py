"""What a cell's dress means: `kode_format` number formats, `warna` colours, `ukuran` sizes too small to see, `bersyarat` formats that hang on a condition."""
