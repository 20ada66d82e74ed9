"""Rule profiles: one regulation's formulas, bands, matrix and limits as data, and what is told of them.

Every figure stands in `aturan/*.toml`; a jurist changes nothing else, and tests/aturan/*.yaml has the cases.

- `aturan`: the whole profile · `muat_aturan`: how a file becomes one
- `bentuk_profil`, `bentuk_tindak_lanjut`: the shape of its parts: the score; the spread, recognition and support
- `riwayat_aturan`: what a file takes over from another profile, and which version was in force when
- `nama_excel`: the figures that live formulas name, each with the defined name of its cell
- `salinan_aturan`: a copy for an instansi, its choices marked
- `ubah_aturan`: a profile with some of its figures changed, for trying out
- `ekspektasi`: what the bands count as expected
- `ketentuan`: every provision in words · `banding_aturan`: two profiles side by side
"""
