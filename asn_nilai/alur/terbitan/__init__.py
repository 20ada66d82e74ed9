"""Towards a recap and a publication: `hasil_terbit` results read back, `kunci_samaran` the local secret of pseudonyms."""
