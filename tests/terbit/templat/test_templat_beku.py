"""Templates of made-up units, cell by cell: every kind of indicator, behaviour as ratings and as numbers, rows that are filled already."""

import pytest
from keluaran_beku import buku, cocokkan

from asn_nilai import __version__
from asn_nilai.acuan.isian.indikator.indikator import (
    Agregasi,
    Frekuensi,
    Indikator,
    JenisNilai,
    Lingkup,
    Polaritas,
)
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.terbit.templat import BahanCapaian, BahanTarget, BarisTugas, templat_capaian, templat_target
from asn_nilai.terbit.templat.bahan import Asn, TargetTerisi
from asn_nilai.terbit.templat.pengaturan_baru import pengaturan_baru

TAHUN = Periode.dari_teks("2026")
MEI = TAHUN.bulan[4]
UNIT = Unit("U-1", "Unit Rekaan", "Dinas")
BUDI = Asn("198001012005011901", "Budi Rekaan", frozenset(TAHUN.bulan))
ANI = Asn("198001012005012902", "Ani Rekaan", frozenset(TAHUN.bulan[3:8]))
IDENTITAS = IdentitasTemplat("capaian", "U-1", "2026-05", "0" * 16, "0.1.0")


def indikator(kode: str, **isi: object) -> Indikator:
    dasar = {
        "nama": f"Indikator {kode}",
        "satuan": "buah",
        "polaritas": Polaritas.MAKSIMAL,
        "agregasi": Agregasi.JUMLAH,
    }
    return Indikator(kode, **(dasar | isi))


SEMUA = [
    indikator("RASIO", satuan="persen", agregasi=Agregasi.RASIO, batas_bawah=0.0, batas_atas=100.0, pembilang="Pasien puas", penyebut="Pasien ditanya"),
    indikator("PERSEN", satuan="persen", agregasi=Agregasi.RATA_RATA, batas_bawah=0.0, batas_atas=100.0, definisi="Yang tuntas."),
    indikator("BULAT", jenis_nilai=JenisNilai.BULAT, batas_bawah=0.0, wajib_bukti=True, lingkup=Lingkup.UNIT),
    indikator("HARI", satuan="hari", polaritas=Polaritas.MINIMAL, agregasi=Agregasi.RATA_RATA, nilai_terburuk=30.0, batas_atas=365.0),
    indikator("STABIL", polaritas=Polaritas.STABIL, frekuensi=Frekuensi.TRIWULANAN),
    indikator("AKHIR", agregasi=Agregasi.NILAI_AKHIR, frekuensi=Frekuensi.TAHUNAN),
]  # fmt: skip
TUGAS = [
    *(BarisTugas(BUDI.nip, BUDI.nama, ini, 20.0, 95.0) for ini in SEMUA[:4]),
    BarisTugas(ANI.nip, ANI.nama, SEMUA[2], 60.5, 12.0), BarisTugas(ANI.nip, ANI.nama, SEMUA[4], None, 7.25),
]  # fmt: skip
TERISI = {
    BUDI.nip: [
        TargetTerisi("PERSEN", 60.0, (95.0,) * 12, ("Pelayanan puas", "Kota sehat", "Utama")),
        TargetTerisi("ASING", None, (None, 1.5, *(None,) * 10)),
    ],
    ANI.nip: [
        TargetTerisi("HARI", None, (7.0,) * 12), TargetTerisi("STABIL", 5.0, (None,) * 12), TargetTerisi("BULAT", 20.0, (3.0,) * 12),
        TargetTerisi("BULAT", 20.0, (4.0,) * 12), TargetTerisi("AKHIR", 40.0, (*(None,) * 11, 9.0)),
    ],
}  # fmt: skip
KOSONG = {BUDI.nip: [TargetTerisi("PERSEN", 60.0, (95.0,) * 12)]}


def capaian(aturan: str, baris=TUGAS, asn=(BUDI, ANI)) -> bytes:
    return templat_capaian(BahanCapaian("Kota Contoh", UNIT, MEI, muat_aturan(aturan), asn, baris, IDENTITAS))


def target(**isi: object) -> bytes:
    return templat_target(BahanTarget("Kota Contoh", UNIT, TAHUN, [BUDI, ANI], SEMUA, IDENTITAS, **isi))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("capaian-semua-jenis", lambda: capaian("permenpanrb-6-2022")),
        ("capaian-berangka", lambda: capaian("pp-30-2019", TUGAS[1:2])),
        ("capaian-kosong", lambda: capaian("kemenkeu-127-2026", (), ())),
        ("target-baru", target),
        ("target-terisi", lambda: target(terisi=KOSONG)),
        ("target-berencana", lambda: target(terisi=TERISI, pertanyaan=("Target Mei 0?", "Bobot 60?"), tanya_rencana=True)),
    ],
)  # fmt: skip
def test_setiap_sel_templat(nama, isi):
    cocokkan(f"templat-buatan-{nama}.txt", buku(isi()).replace(f"versi={__version__}", "versi=VERSI"))


def test_rencana_yang_terisi_tampak_juga_bila_tidak_diminta():
    berencana, tanpa = target(terisi=TERISI), target(terisi=KOSONG)
    assert "'Pelayanan puas'" in buku(berencana)
    assert "Rencana Hasil Kerja" not in buku(tanpa)


def test_pengaturan_ruang_kerja_baru():
    cocokkan("pengaturan-baru.txt", pengaturan_baru('Kota "Contoh"', 2026, "aturan/kota.toml"))
