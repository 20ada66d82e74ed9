"""An objection's papers where no last day can be named: the score is provisional, or the rule says nothing of objections."""

import datetime as dt
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.hasil.sel_dinilai import SelDinilai
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.terbit.surat import keberatan as surat_keberatan
from asn_nilai.terbit.surat.keberatan import Keberatan, _langkah, aturan_teks, formulir

HARI = dt.date(2026, 12, 25)
VERSI = VersiTerkunci("2026-11", "3", "ABCD-EFGH", "", "2026-12-01", "", "", "", "")


def keberatan(kode: str, status: str = "Dinilai", versi: VersiTerkunci | None = None) -> Keberatan:
    penjelasan = SimpleNamespace(status=status, instansi="Kota Contoh")
    return Keberatan(penjelasan, muat_aturan(kode), versi, HARI)


@pytest.mark.parametrize("kode", ["permenpanrb-6-2022", "pp-30-2019"])
def test_empat_belas_hari_sejak_diterima_melewati_tahun(kode):
    k = keberatan(kode)
    assert k.hari_terakhir == dt.date(2027, 1, 8)
    assert k.tenggat.endswith("Hasil diterima 25 Desember 2026, jadi hari terakhirnya 8 Januari 2027.")
    assert "PP 30/2019 Pasal 59" in k.tenggat
    assert "(sekunder)" in k.tenggat
    assert k.kepada == "atasan pejabat penilai"


def test_versi_yang_ditetapkan_sesudah_tanggal_terima_disebut():
    """A corrected score is not received on the day on which the first one was: the days must not have run out before it was there."""
    versi = VersiTerkunci("2026-11", "2", "ABCD-EFGH", "", "2026-12-26", "", "", "", "")
    assert keberatan("pp-30-2019", versi=versi).tenggat.endswith(
        "jadi hari terakhirnya 8 Januari 2027. Versi 2 baru ditetapkan 26 Desember 2026, sesudah tanggal itu: bila versi inilah yang "
        "dipersoalkan, hari terakhirnya dihitung sejak versi ini diterima."
    )
    sehari = VersiTerkunci("2026-11", "1", "ABCD-EFGH", "", "2026-12-25", "", "", "", "")
    assert keberatan("pp-30-2019", versi=sehari).tenggat.endswith("8 Januari 2027.")
    assert "ditetapkan" not in keberatan("kemenkeu-127-2026", versi=versi).tenggat


def test_nilai_sementara_belum_punya_hari_terakhir():
    k = keberatan("permenpanrb-6-2022", "Sementara")
    assert k.hari_terakhir is None
    assert k.tenggat.startswith("Nilai ini sementara, belum hasil akhir.")
    assert "hari terakhirnya" not in k.tenggat


def test_aturan_tanpa_ketentuan_keberatan_tidak_mengarang_tanggal():
    k = keberatan("kemenkeu-127-2026")
    assert (k.hari_terakhir, k.kepada) == (None, "")
    assert k.tenggat == "Tata cara dan tenggat keberatan mengikuti ketentuan yang berlaku di Kota Contoh."


def test_keadaan_menyebut_versi_dan_kodenya():
    assert keberatan("pp-30-2019").keadaan == "Belum dikunci"
    assert (
        keberatan("pp-30-2019", versi=VERSI).keadaan == "Terkunci: versi 3 · kode ABCD-EFGH · 1 Desember 2026"
    )


def test_angka_yang_belum_diperiksa_ditandai_di_aturan():
    teks = aturan_teks(muat_aturan("pp-30-2019"))
    assert "(belum-diperiksa)" in teks
    assert "belum-diperiksa: belum diperiksa pada sumbernya" in teks


@pytest.mark.parametrize(("banyak", "tersebut", "selebihnya"), [(24, 24, ""), (26, 24, "2")])
def test_formulir_menyebut_angka_bukan_temuan_dan_yang_tidak_muat_dihitung(
    monkeypatch, banyak, tersebut, selebihnya
):
    monkeypatch.setattr(surat_keberatan, "isi_hasil", lambda *_: (("Predikat", ""),))
    sel = [SelDinilai(Letak("a.xlsx", "Capaian", f"H{n}"), f"Realisasi {n}", "5") for n in range(banyak)]
    salah = [SelDinilai(Letak("a.xlsx", "Capaian", f"I{n}"), "Temuan", "", temuan=True) for n in range(3)]
    k = keberatan("kemenkeu-127-2026")
    k.penjelasan.__dict__.update(nama="Ani", nip="1", jabatan="Staf", unit="Dinas")
    isi = formulir(k, [*salah, *sel], {}).isi
    assert [baris["apa"] for baris in isi["baris"]] == [
        *(f"Realisasi {n}: 5" for n in range(tersebut)),
        *[""] * 4,
    ]
    assert isi["baris"][0]["letak"] == "a.xlsx › Capaian › H0"
    assert (isi["selebihnya"], isi["hasil"], isi["kepada_keberatan"]) == (selebihnya, "Predikat –", "…" * 14)


@pytest.mark.parametrize("versi", [None, VERSI])
def test_yang_terkunci_di_dalam_dikoreksi_dahulu_juga_bila_yang_ini_belum_dikunci(versi):
    siapa = SimpleNamespace(periode="2026-T4", nip="1", status="Dinilai", instansi="Kota")
    k = Keberatan(siapa, muat_aturan("kemenkeu-127-2026"), versi, HARI, ("2026-10", "2026-11"))
    assert [*_langkah(k)][3] == (
        "Periode terkunci di dalam yang ini dikoreksi dahulu, sebab sebelum itu hitungan yang ini ditolak: dari 2026-10, 2026-11, yang "
        'memuat sel itu, berurutan, dengan asn-nilai hitung --periode PERIODE --koreksi "ALASAN".'
    )
