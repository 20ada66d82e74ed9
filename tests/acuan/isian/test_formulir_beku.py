"""What was once accepted stays accepted: a spelling of a column or a sheet may come, none may go unnoticed."""

import os

from keluaran_beku import TEMPAT

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR

DIKENAL = TEMPAT / "ejaan-dikenal.txt"


def ejaan() -> list[str]:
    """Return each spelling with its form and column, a line each."""
    baris = []
    for nama, formulir in FORMULIR.items():
        baris += [f"{nama} · lembar · {sebutan}" for sebutan in (formulir.lembar, *formulir.sinonim_lembar)]
        for kolom in (*formulir.identitas, *formulir.kolom):
            sifat = f"{kolom.kunci} · {kolom.jenis.value}{' · wajib' if kolom.wajib else ''}"
            baris += [f"{nama} · {sifat} · {sebutan}" for sebutan in (kolom.label, *kolom.sinonim)]
    return baris


def test_ejaan_yang_pernah_diterima_tetap_diterima():
    if os.environ.get("ASN_NILAI_BEKUKAN"):
        DIKENAL.write_text("".join(f"{baris}\n" for baris in ejaan()), encoding="utf-8", newline="\n")
    assert set(DIKENAL.read_text(encoding="utf-8").splitlines()) - set(ejaan()) == set()
