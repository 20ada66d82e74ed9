"""What writes the pages of docs/ that must say what the program says. `python docs/tulis.py` runs all of it.

Each module gives `halaman()`: the pages by their files. Tests hold them against what lies in docs/.

- `aturan`: docs/aturan/, every figure of each rule profile
- `temuan`, `contoh_temuan.toml`: every kind of finding with its cause, an example and the remedy
- `katalog`: every indicator that `mulai` offers
- `kolom`, `kolom.toml`: every column of every form
- `pengaturan`, `pengaturan.toml`: every setting of asn-nilai.toml
- `perintah`: every command as `--help` has it
- `sisipan`: what stands between marks in written pages: outputs of commands, formulas with numbers, rows of the example
- `salindia`: the trainer's slides, one HTML file
- `tempat`: where docs/ lies, and Markdown tables
"""
