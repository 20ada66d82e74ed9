"""What always holds, whatever the table: shifting moves addresses alone, order does not matter, twins are equal."""

import io

from dunia_baca import BARIS, JUNI, REALISASI, SKEMA, UNIT, Lembaran, baris_capaian, tulis_lembar
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils import coordinate_to_tuple

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.baca.buku import Buku
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.kolom_angka import KolomAngka
from asn_nilai.baca.tabel.kolom.kolom_nip import ketik_nip
from asn_nilai.baca.tabel.tabel_mentah import baca_tabel

KUNCI = FORMULIR["Capaian"].kunci
ISI = st.one_of(
    st.none(), st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 2000),
    st.sampled_from(["95,5", "1.250", "≤ 5", "80–90", "-", "belum ada", "12 hari", "95%", "#REF!", "tercapai", "Rp 1.250.000"]),
)  # fmt: skip
REALISASI_ACAK = st.lists(ISI, min_size=len(BARIS), max_size=len(BARIS))
CEPAT = settings(max_examples=40, deadline=None)


def baca(
    realisasi: list[object],
    geser: tuple[int, int] = (0, 0),
    urutan: list[str] | None = None,
    acak: list[int] | None = None,
) -> tuple[Tabel, list[Temuan]]:
    """Write a capaian sheet in memory and read it back, numbers typed."""
    baris = [{**isi, "realisasi": nilai} for isi, nilai in zip(baris_capaian(), realisasi, strict=True)]
    buku = Workbook()
    tulis_lembar(buku, "Capaian", [baris[nomor] for nomor in acak or range(len(baris))], geser, urutan=urutan)
    data = io.BytesIO()
    buku.save(data)
    catatan = Catatan("x.xlsx", UNIT.kode, "Capaian")
    mentah = baca_tabel(Buku(data.getvalue()).lembar("Capaian"), FORMULIR["Capaian"], catatan)
    assert mentah is not None
    ketik_nip(mentah, catatan, SKEMA)
    angka = KolomAngka.untuk(mentah, catatan, SKEMA.indikator)
    for kolom in ("target", *KUNCI_RASIO):
        angka.ketik(kolom)
    pecahan = angka.ketik("realisasi")
    target = mentah.tabel.angka("target")
    angka.ragukan_pecahan("realisasi", pecahan, lambda posisi: [target[posisi]])
    return mentah.tabel, catatan.temuan


def ringkas(temuan: list[Temuan], geser: tuple[int, int] = (0, 0)) -> list[tuple[object, ...]]:
    hasil = []
    for butir in temuan:
        baris, kolom = coordinate_to_tuple(butir.letak.sel)
        hasil.append((butir.kode, baris - geser[0], kolom - geser[1], butir.nip, butir.pesan))
    return hasil


@CEPAT
@given(REALISASI_ACAK, st.tuples(st.integers(0, 24), st.integers(0, 40)))
def test_menggeser_tabel_hanya_menggeser_alamatnya(realisasi, geser):
    asal, temuan_asal = baca(realisasi)
    pindah, temuan_pindah = baca(realisasi, geser)
    assert pindah.isi == asal.isi
    assert pindah.cacat == asal.cacat
    assert ringkas(temuan_pindah, geser) == ringkas(temuan_asal)


@CEPAT
@given(REALISASI_ACAK, st.permutations(list(KUNCI)))
def test_urutan_kolom_tidak_berpengaruh(realisasi, urutan):
    asal, temuan_asal = baca(realisasi)
    lain, temuan_lain = baca(realisasi, urutan=urutan)
    assert lain.isi == asal.isi
    assert sorted((t.kode, t.nip, t.pesan) for t in temuan_lain) == sorted(
        (t.kode, t.nip, t.pesan) for t in temuan_asal
    )


@CEPAT
@given(REALISASI_ACAK, st.permutations(list(range(len(BARIS)))))
def test_urutan_baris_tidak_berpengaruh(realisasi, acak):
    asal, _ = baca(realisasi)
    lain, _ = baca(realisasi, acak=acak)

    def menurut_baris(tabel: Tabel) -> dict[tuple[str, str], object]:
        return dict(
            zip(
                zip(tabel.teks("nip"), tabel.teks("kode_indikator"), strict=True),
                tabel.isi["realisasi"],
                strict=True,
            )
        )

    assert menurut_baris(lain) == menurut_baris(asal)


TULISAN = (
    lambda angka, _satuan: f"{angka:,.2f}".translate(str.maketrans(",.", ".,")),
    lambda angka, _satuan: f" {angka:.2f} ".replace(".", ","),
    lambda angka, _satuan: f"'{angka:.2f}".replace(".", ","),
    lambda angka, satuan: f"{angka:.2f} {satuan}".replace(".", ","),
    lambda angka, _satuan: f"\u00a0{angka:.2f}\u00a0",
    lambda angka, _satuan: angka,
)


@CEPAT
@given(
    st.lists(
        st.tuples(st.integers(200, 9_999_999), st.sampled_from(TULISAN)),
        min_size=len(BARIS),
        max_size=len(BARIS),
    )
)
def test_buku_kotor_dan_kembaran_bersihnya_bernilai_sama(isi):
    bersih = [nilai / 100 for nilai, _ in isi]
    kotor = [
        tulis(nilai / 100, indikator.satuan)
        for (nilai, tulis), (_, indikator) in zip(isi, BARIS, strict=True)
    ]
    tabel_bersih, temuan_bersih = baca(bersih)
    tabel_kotor, temuan_kotor = baca(kotor)
    assert temuan_bersih == temuan_kotor == []
    assert tabel_kotor.isi == tabel_bersih.isi


@CEPAT
@given(REALISASI_ACAK)
def test_setiap_sel_menjadi_angka_kosong_atau_temuan(realisasi):
    tabel, temuan = baca(realisasi)
    tercatat = {butir.letak.sel for butir in temuan}
    for posisi, (asal, nilai) in enumerate(zip(realisasi, tabel.isi["realisasi"], strict=True)):
        if nilai is None and asal is not None:
            assert ("realisasi", posisi) in tabel.teks_kosong or tabel.sel("realisasi", posisi) in tercatat
        assert nilai is None or isinstance(nilai, float)


def test_baris_dunia_uji_sama_dengan_daftar_indikatornya():
    assert {indikator.kode for _, indikator in BARIS} == set(REALISASI)
    assert isinstance(tulis_lembar(Workbook(), "Capaian", [], (0, 0)), Lembaran)
    assert JUNI.kode == "2026-06"
