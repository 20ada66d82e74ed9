"""The cells a score rests on: each named once with what stands there, a ratio by both of its cells, weights beside their targets."""

from math import nan
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.penjelasan import AngkaBulan, PerilakuTertulis, SelPerilaku, _json
from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai, sel_bobot, sel_dinilai, sel_ide
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.cuplikan import Cuplikan, Peran, SelCuplikan
from asn_nilai.acuan.temuan import temuan

MARET, APRIL, MEI = (Bulan(2026, bulan) for bulan in (3, 4, 5))


def target(sel: str) -> Letak:
    return Letak("target/A.xlsx", "Target", sel)


def capaian(sel: str) -> Letak:
    return Letak("capaian/2026-05/A.xlsx", "Capaian", sel)


def penjelasan():
    """Three indicators: a figure, a ratio of which one cell alone is there, and one without a realisasi; a rating; two findings."""
    angka = (
        AngkaBulan(MEI, 20.0, 19.5, target("L9"), capaian("H9")),
        AngkaBulan(MEI, 95.0, 90.0, target("L10"), capaian("K10"), Rasio(9.0, nan, capaian("K10"), None)),
        AngkaBulan(MEI, 5.0, nan, target("L11"), None),
    )
    baris = [
        SimpleNamespace(
            kode=f"K-{n}", indikator="Apa", agregasi="Jumlah", realisasi=bulan.realisasi, bulan=(bulan,)
        )
        for n, bulan in enumerate(angka, 1)
    ]
    kosong = SelPerilaku("Loyal", "", Letak("c", "Perilaku", "E9"))
    aspek = (SelPerilaku("Akuntabel", "Sesuai", Letak("c", "Perilaku", "D9")), kosong)
    perilaku = PerilakuTertulis(MEI, aspek, kosong, kosong, False, "", "", "", False)  # noqa: FBT003 - the values of fields
    return SimpleNamespace(
        bagian=(SimpleNamespace(baris=baris),),
        perilaku=(perilaku,),
        halangan=(temuan("baris-ganda", capaian("H11"), apa="Apa", sel_pertama="H12"),),
        catatan=(
            temuan("berkas-hilang", Letak("x"), berkas="x", unit_kerja="A", jenis="target", periode="2026"),
        ),
    )


def test_setiap_sel_disebut_dengan_isinya():
    semua = list(sel_dinilai(penjelasan()))
    assert [(sel.letak.sel, sel.apa, sel.isi) for sel in semua if not sel.temuan] == [
        ("L9", "Target K-1 Apa, Mei 2026", "20"),
        ("H9", "Realisasi K-1 Apa, Mei 2026", "19,5"),
        ("L10", "Target K-2 Apa, Mei 2026", "95"),
        ("K10", "Pembilang K-2 Apa, Mei 2026", "9"),
        ("L11", "Target K-3 Apa, Mei 2026", "5"),
        ("D9", "Akuntabel, Mei 2026", "Sesuai"),
    ]
    (bertemuan,) = [sel for sel in semua if sel.temuan]
    assert bertemuan.letak.sel == "H11"
    assert bertemuan.apa.startswith("Temuan: ")


def dua_bulan(agregasi: str, realisasi: float) -> SimpleNamespace:
    """One indicator with April and May, and a behaviour row for each: May's has no rating."""
    angka = (
        AngkaBulan(APRIL, 20.0, 19.0, target("K9"), capaian("H8")),
        AngkaBulan(MEI, 21.0, realisasi, target("L9"), capaian("H9")),
    )
    kosong = SelPerilaku("Loyal", "", Letak("c", "Perilaku", "E9"))
    perilaku = tuple(
        PerilakuTertulis(
            bulan, (SelPerilaku("Akuntabel", "Sesuai", Letak("c", "Perilaku", sel)),), kosong, kosong,
            ide_baru=False, rating=rating, tingkat=rating, rating_aspek="", bertentangan=False,
        )
        for bulan, sel, rating in ((MARET, "D7", "Baik"), (APRIL, "D8", "Baik"), (MEI, "D9", ""))
    )  # fmt: skip
    baris = SimpleNamespace(kode="K", indikator="Apa", agregasi=agregasi, realisasi=realisasi, bulan=angka)
    return SimpleNamespace(
        bagian=(SimpleNamespace(baris=[baris]),), perilaku=perilaku, halangan=(), catatan=()
    )


@pytest.mark.parametrize(
    ("agregasi", "realisasi", "sel"),
    [
        ("Jumlah", 5.0, ["K9", "H8", "L9", "H9"]),
        ("Rata-rata", 5.0, ["K9", "H8", "L9", "H9"]),
        ("Nilai Akhir", 5.0, ["L9", "H9"]),
        ("Nilai Akhir", nan, ["K9", "H8", "L9", "H9"]),
    ],
)
def test_di_bawah_nilai_akhir_hanya_bulan_terakhir_yang_dipakai(agregasi, realisasi, sel):
    """A month that is missing keeps the row from a result: then all are what one looks at."""
    semua = [
        s.letak.sel for s in sel_dinilai(dua_bulan(agregasi, realisasi)) if not s.apa.startswith("Akuntabel")
    ]
    assert semua == sel


def test_perilaku_bulan_terakhir_yang_memilikinya_saja_yang_dipakai():
    def perilaku(penjelasan: SimpleNamespace, *, terakhir: bool) -> list[str]:
        semua = sel_dinilai(penjelasan, perilaku_terakhir=terakhir)
        return [s.letak.sel for s in semua if s.apa.startswith("Akuntabel")]

    isi = dua_bulan("Jumlah", 5.0)
    assert perilaku(isi, terakhir=False) == ["D7", "D8", "D9"]
    assert perilaku(isi, terakhir=True) == ["D8"]
    isi.perilaku = isi.perilaku[-1:]
    assert perilaku(isi, terakhir=True) == ["D9"]


def test_bobot_disebut_pada_baris_yang_targetnya_dihitung():
    isi = (
        (8, 3, "kode_indikator", "K-1"), (8, 6, "bobot", 30.0), (8, 11, "mei", 20.0), (9, 6, "bobot", "tiga"), (9, 11, "mei", 95.0),
        (20, 6, "bobot", 10.0), (20, 11, "mei", 7.0),
    )  # fmt: skip
    lembar = Cuplikan(
        "target/A.xlsx", "Target", "Target", None,
        (SelCuplikan(7, 6, Peran.KEPALA, "Bobot", "bobot"), *(SelCuplikan(b, k, Peran.ISI, nilai, kunci) for b, k, kunci, nilai in isi)),
    )  # fmt: skip
    assert list(sel_bobot([lembar], list(sel_dinilai(penjelasan())))) == [
        SelDinilai(target("G9"), "Bobot K-1", "30"),
        SelDinilai(target("G10"), "Bobot", "tiga"),
    ]


def test_ide_baru_disebut_selnya_juga_bila_kosong():
    """Where only a new idea leads to the best predikat, its empty cell is what one objects to."""

    def lembar(formulir: str, bulan: Bulan | None, *sel: SelCuplikan) -> Cuplikan:
        return Cuplikan("c.xlsx", "Perilaku", formulir, bulan, sel)

    kepala = SelCuplikan(7, 11, Peran.KEPALA, "Ide Baru", "ide_baru")
    nip = SelCuplikan(12, 1, Peran.ISI, "1", "nip")
    semua = [
        lembar("Target", None, kepala, nip),
        lembar("Perilaku", MEI, SelCuplikan(7, 1, Peran.KEPALA, "NIP", "nip"), nip),
        lembar("Perilaku", MEI, kepala, nip),
        lembar("Perilaku", MEI, kepala, nip, SelCuplikan(12, 11, Peran.ISI, "", "ide_baru")),
        lembar("Perilaku", MEI, kepala, nip, SelCuplikan(12, 11, Peran.ISI, "Ya", "ide_baru")),
    ]
    tempat = Letak("c.xlsx", "Perilaku", "L13")
    assert list(sel_ide(semua)) == [
        SelDinilai(tempat, "Ide Baru, Mei 2026", isi) for isi in ("kosong", "kosong", "Ya")
    ]


def test_temuan_di_json_menyebut_tempat_pesan_dan_saran():
    letak = Letak("capaian/2026-05/A.xlsx", "Perilaku", "D9")
    (isi,) = _json((temuan("perilaku-kosong", letak, nama="Contoh", periode="Mei 2026", kurang="tidak ada"),))
    assert isi["kode"] == "perilaku-kosong"
    assert isi["letak"] == "capaian/2026-05/A.xlsx › Perilaku › D9"
    assert "Mei 2026" in isi["pesan"]
    assert isi["saran"]
