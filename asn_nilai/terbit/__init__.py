"""Turn scores into what people hold. Faces write; they judge nothing, and none knows another.

- `buku/`: workbooks with live formulas · `halaman/`: pages · `publik/`: a publication's files · `data/`: CSV and JSON
- `templat/`: blank workbooks for units · `tandai/`: marked copies of what they sent · `surat/`: letters and forms
- `berkas`: whole files or none
"""
