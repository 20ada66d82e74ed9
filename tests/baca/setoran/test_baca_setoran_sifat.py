"""A whole submission, both its workbooks: however its tables lie and its numbers are typed, the values are the same."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dunia_baca import BARIS, Dunia, Lembaran, baris_target, semua_isi
from hypothesis import given, settings
from hypothesis import strategies as st

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.setoran.isian_unit import IsianUnit
from asn_nilai.acuan.temuan import Temuan

GESER = st.tuples(st.integers(0, 24), st.integers(0, 30))
DIALEK = (
    lambda angka: f"{angka:,.2f}".translate(str.maketrans(",.", ".,")),
    lambda angka: f" {angka:.1f}".replace(".", ","),
    lambda angka: f"'{angka:.1f}".replace(".", ","),
    lambda angka: angka,
)
CEPAT = settings(max_examples=15, deadline=None)


def baca(geser=(0, 0), target=None, capaian=None, dialek=None) -> IsianUnit:
    """Write and read a submission; `target` and `capaian` are orders of columns, `dialek` writes figures."""

    def tulis(kunci: tuple[str, ...]):
        def ubah(lembar: Lembaran) -> None:
            for posisi in range(len(BARIS)):
                for kolom in kunci:
                    sel = lembar.sel(kolom, posisi)
                    if isinstance(sel.value, int | float):
                        sel.value = dialek[posisi % len(dialek)](sel.value)

        return ubah if dialek else None

    with TemporaryDirectory() as folder:
        dunia = Dunia(Path(folder), geser)
        dunia.target(tulis(("bobot", *KUNCI_BULAN, "target_tahunan")), target)
        dunia.capaian(tulis(("target", "realisasi")), urutan=capaian)
        return dunia.baca()


def tanpa_alamat(temuan: list[Temuan]) -> list[Temuan]:
    return [replace(butir, letak=replace(butir.letak, sel="")) for butir in temuan]


ASAL = baca()


@CEPAT
@given(GESER, st.permutations(FORMULIR["Target"].kunci), st.permutations(FORMULIR["Capaian"].kunci))
def test_letak_tabel_tidak_mengubah_nilai(geser, target, capaian):
    lain = baca(geser, target, capaian)
    assert semua_isi(lain) == semua_isi(ASAL)
    assert tanpa_alamat(lain.temuan) == tanpa_alamat(ASAL.temuan) == []
    assert lain.target.sel("bobot", 0) != "" != lain.target.sel("des", 7)


@CEPAT
@given(GESER, st.lists(st.sampled_from(DIALEK), min_size=1, max_size=5))
def test_cara_mengetik_angka_tidak_mengubah_nilai(geser, dialek):
    lain = baca(geser, dialek=dialek)
    assert semua_isi(lain) == semua_isi(ASAL)
    assert lain.temuan == []


def test_setoran_yang_diuji_memang_utuh():
    isi = semua_isi(ASAL)
    assert set(isi) == {"Target", "Capaian", "Perilaku"}
    assert len(isi["Target"]["bobot"]) == len(baris_target()) == 8
