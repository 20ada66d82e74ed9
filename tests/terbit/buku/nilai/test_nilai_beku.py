"""nilai.xlsx of made-up units, cell by cell: every way in which an ASN can be scored or not, and units without ASN."""

import io
import re
from dataclasses import replace

import pytest
from buku_hasil_buatan import hasil_unit, nip, unit_lengkap
from keluaran_beku import buku, cocokkan
from nilai_buatan import dengan_antarbulan

from asn_nilai.acuan.hasil.tindak_lanjut import IndikatorDikuatkan, KreditAsn, TindakLanjut, Usulan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.keadaan import Kunci
from asn_nilai.terbit.buku.nilai import tulis_buku_nilai


@pytest.mark.parametrize(
    ("nama", "asn", "kode"),
    [
        ("lengkap", unit_lengkap(), "permenpanrb-6-2022"),
        ("kosong", [], "permenpanrb-6-2022"),
        ("kosong-pp-30-2019", [], "pp-30-2019"),
        ("kosong-kemenkeu-127-2026", [], "kemenkeu-127-2026"),
        ("kosong-perka-bkn-1-2013", [], "perka-bkn-1-2013"),
        ("konversi", unit_lengkap()[:3], "permenpanrb-8-2021"),
    ],
)
def test_setiap_sel_nilai(nama, asn, kode):
    cocokkan(f"nilai-buatan-{nama}.txt", tulis_nilai(hasil_unit(asn), muat_aturan(kode)))


def tulis_nilai(hasil, aturan) -> str:
    aliran = io.BytesIO()
    tulis_buku_nilai(aliran, hasil, aturan, "Pemerintah Kota Contoh")
    return buku(aliran.getvalue())


def test_matriks_tanpa_judul_mendapat_judul():
    aturan = muat_aturan("permenpanrb-6-2022")
    matriks = aturan.predikat.matriks
    assert matriks.judul
    tanpa = aturan.model_copy(
        update={"predikat": aturan.predikat.model_copy(update={"matriks": replace(matriks, judul="")})}
    )
    semula, kini = (tulis_nilai(hasil_unit([]), ini) for ini in (aturan, tanpa))
    assert kini == semula.replace(f"'{matriks.judul}'", "'Matriks predikat'")


def test_pembinaan_menyebut_indikator_di_samping_alasannya():
    usulan = Usulan(nip(2), "Budi", "Perlu didukung.", (IndikatorDikuatkan("IK-1", "Layanan", 40.5),))
    kredit = KreditAsn(nip(2), "Budi", "Guru Ahli Muda", "Ahli Muda", "Baik", 100.0, 25.0, 3, 2, 6.25)
    lain = KreditAsn(nip(3), "Ani", "Guru", keterangan="Jenjangnya tidak dikenal.")
    daftar = TindakLanjut(
        (usulan,), (usulan,), (kredit, lain), ("Kriteria A tidak dapat dipakai.",), (usulan,)
    )
    hasil = replace(hasil_unit([]), tindak_lanjut=daftar)
    teks = tulis_nilai(hasil, muat_aturan("permenpanrb-6-2022"))
    cocokkan("nilai-buatan-tindak-lanjut.txt", _dari_lembar(teks, "Tindak Lanjut"))
    kepala = [baris for baris in teks.splitlines() if re.search(r"'Nama' \* ┃ \w+ 'Alasan'", baris)]
    assert [[sel.partition(" ")[2] for sel in baris.split(" ┃ ")] for baris in kepala] == [
        ["'No' *", "'NIP' *", "'Nama' *", "'Alasan' *"],
        ["'No' *", "'NIP' *", "'Nama' *", "'Alasan' *", "'Indikator yang dikuatkan (capaian persen)' *"],
    ]


def test_perubahan_sejak_dikunci():
    semua = (
        Perubahan(
            Kunci("target", "A", nip(2), "IK-1"),
            "1.5",
            "2",
            "a.xlsx › Target › F6",
            "2026-02-03",
            "2",
            "Salah ketik",
        ),
        Perubahan(Kunci("bobot", "A"), "", "30", ""),
    )
    teks = tulis_nilai(
        replace(hasil_unit(unit_lengkap()[:2]), perubahan=semua), muat_aturan("permenpanrb-6-2022")
    )
    cocokkan("nilai-buatan-perubahan.txt", _dari_lembar(teks, "Perubahan"))


def _dari_lembar(teks: str, nama: str) -> str:
    return next(
        bagian for bagian in re.split("^== ", teks, flags=re.MULTILINE) if bagian.startswith(f"{nama} (")
    )


@pytest.mark.parametrize("kode", ["permenpanrb-6-2022", "pp-30-2019"])
def test_perilaku_bulan_terakhir_dan_yang_ditahan(kode):
    hasil = replace(hasil_unit(unit_lengkap()[:3]), periode=Periode.dari_teks("2026-T1"))
    awal, *lain = hasil.nilai
    hasil = replace(hasil, nilai=(replace(awal, perilaku=replace(awal.perilaku, ditahan=True)), *lain))
    teks = tulis_nilai(hasil, dengan_antarbulan(muat_aturan(kode), "terakhir"))
    cocokkan(f"nilai-buatan-perilaku-terakhir-{kode}.txt", _dari_lembar(teks, "Perilaku"))
