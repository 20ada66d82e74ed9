"""One ASN's part of a sheet: each cell as it is seen and where it stands, wherever the table begins, and no cell of others."""

import pytest
from dunia_baca import BUDI, JUNI, SITI, Dunia, Lembaran, baca_capaian, gabung

from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.baca.setoran.cuplikan import cuplik


def cuplikan(dunia: Dunia, ubah=None, nip: str = BUDI) -> Cuplikan:
    tabel = baca_capaian(dunia, ubah).capaian[JUNI]
    return cuplik(dunia.berkas_capaian, tabel, nip, JUNI, dunia.ruang.batas)


def isi(hasil: Cuplikan, peran: Peran = Peran.ISI) -> dict[str, object]:
    return {hasil.letak(sel).sel: sel.isi for sel in hasil.sel if sel.peran is peran}


@pytest.mark.parametrize("geser", [(0, 0), (7, 3)])
def test_setiap_sel_milik_sendiri_di_alamatnya(tmp_path, geser):
    asal = []
    hasil = cuplikan(Dunia(tmp_path, geser), asal.append)
    (lembar,) = asal
    milik = {
        lembar.sel(kunci, posisi).coordinate: lembar.sel(kunci, posisi).value or ""
        for kunci in lembar.kunci
        for posisi in range(4, 8)
    }
    assert isi(hasil) == milik
    assert isi(hasil, Peran.KEPALA) == {
        lembar.kepala(k).coordinate: lembar.kepala(k).value for k in lembar.kunci
    }
    atas, kiri = lembar.baris_kepala - 3, 1 + geser[1]
    tertulis = {
        lembar.ws.cell(atas, kiri + n).coordinate: lembar.ws.cell(atas, kiri + n).value
        for n in (0, 1, 3, 4, 6, 7)
    }
    assert isi(hasil, Peran.IDENTITAS) == tertulis
    assert (hasil.berkas, hasil.lembar, hasil.formulir, hasil.bulan) == (
        "capaian/2026-06/PKM-01.xlsx", "Capaian", "Capaian", JUNI,
    )  # fmt: skip


def test_yang_tampak_itulah_yang_tertulis(tmp_path):
    sel = {}

    def ubah(lembar: Lembaran) -> None:
        sel["galat"] = lembar.galat("realisasi", 4)
        sel["persen"] = lembar.isi("realisasi", 5, 0.92, "0%")
        sel["ribuan"] = lembar.isi("realisasi", 7, 1_200_000, "#,##0,")
        sel["rumus"] = lembar.isi("keterangan", 6, "=A1")

    hasil = cuplikan(Dunia(tmp_path), ubah)
    tertulis = isi(hasil)
    assert [tertulis[sel[apa]] for apa in ("galat", "persen", "rumus")] == [
        "#DIV/0!",
        0.92,
        "(rumus tanpa hasil)",
    ]
    assert tertulis[sel["ribuan"]] == "1.200"
    assert [hasil.letak(s).sel for s in hasil.sel if s.persen] == [sel["persen"]]


def test_nip_yang_digabung_dan_kepala_dua_tingkat(tmp_path):
    def ubah(lembar: Lembaran) -> None:
        gabung(lembar, "nip", 4, 7)
        for kunci, bawah in (("target", "Target"), ("realisasi", "Realisasi")):
            atas = lembar.kepala(kunci)
            lembar.ws.cell(atas.row - 1, atas.column).value = "Juni 2026"
            atas.value = bawah

    hasil = cuplikan(Dunia(tmp_path), ubah)
    nip = [(hasil.letak(s).sel, s.isi) for s in hasil.sel if s.kunci == "nip" and s.peran is Peran.ISI]
    assert nip == [("B10", BUDI)]
    assert len({s.baris for s in hasil.sel if s.peran is Peran.ISI}) == 4
    assert isi(hasil, Peran.KEPALA)["H5"] == "Realisasi"


def test_nilai_yang_ditulis_bersama_labelnya(tmp_path):
    def ubah(lembar: Lembaran) -> None:
        lembar.ws["A2"].value, lembar.ws["B2"].value = "Kode Unit: PKM-01", None

    assert isi(cuplikan(Dunia(tmp_path), ubah), Peran.IDENTITAS)["A2"] == "Kode Unit: PKM-01"


def test_berkas_yang_berganti_selagi_dibaca_adalah_galat(tmp_path):
    dunia = Dunia(tmp_path)
    tabel = dunia.bersih().capaian[JUNI]
    dunia.berkas_capaian.write_bytes(b"bukan buku lagi")
    with pytest.raises(BukuTidakTerbacaError):
        cuplik(dunia.berkas_capaian, tabel, SITI, JUNI, dunia.ruang.batas)
