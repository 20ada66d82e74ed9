"""What a text says of a person: `nip`, `nama_orang`, `golongan`."""
