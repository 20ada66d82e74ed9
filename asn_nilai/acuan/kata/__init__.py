"""Words from outside, and what they mean to a user.

- `ketikan_periode`, `ketikan_perintah`: how a period is typed, how a word is typed in a command · `jenis_surat`: the kinds of letters
- `tanpa_isi`: what people write where there is nothing
- `galat_sistem`, `galat_toml`: why the operating system refuses a file, and why a TOML file cannot be read · `nama_windows`: names that Windows does not take · `nama_salinan`: names that copies get
"""
