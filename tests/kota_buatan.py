"""Cities of a made-up province, each in one line: two rules, one of them in two texts, and every way to be incomplete."""

from dataclasses import replace

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.hasil.ringkas_kota import RekapAkar, RingkasKota
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.setoran.status import ADA_GALAT, BELUM_SETOR, LENGKAP, TAK_TERBACA

MEI = Periode.dari_teks("2026-05")
ATURAN, LAIN = muat_aturan("permenpanrb-6-2022"), muat_aturan("pp-30-2019")
JAHAT = '=1+1<script>document.title="jebol"</script>{{ 7 * 7 }}'


def berdesimal(desimal, sidik):
    """Return the rule as an office might have changed its copy: the same code, other decimals."""
    nhk = ATURAN.nhk.model_copy(update={"desimal": replace(ATURAN.nhk.desimal, nilai=desimal)})
    return ATURAN.model_copy(update={"nhk": nhk, "sha256": sidik})


def unit(kode, jumlah, dinilai, predikat, status=LENGKAP, *, asn=0, **lain):
    return RingkasUnit(
        kode, f"Unit {kode}", "", asn or dinilai, dinilai, 0.0, jumlah, predikat, status=status, **lain
    )


def kota(folder, profil, *semua, nama="", sebab="", galat_umum=0):
    aturan = (profil.profil.kode, profil.sha256, profil)
    return RingkasKota.dari_unit(
        folder, nama or f"Kota {folder.title()}", aturan, semua, sebab, galat_umum=galat_umum
    )


def provinsi():
    tiga = berdesimal(3, "3" * 64)
    semua = (
        kota("agam", LAIN, unit("X", 190.13, 2, {"Baik": 1, "Cukup": 1}), unit("Y", 0.0, 0, {}, BELUM_SETOR, asn=9)),
        kota(
            "bukittinggi", ATURAN, unit("X", 270.01, 3, {"Sangat Baik": 1, "Baik": 2}),
            unit("Y", 70.0, 1, {"Kurang": 1}, ADA_GALAT, asn=4, galat=3), unit("", 0.0, 0, {}, asn=2),
            galat_umum=2,
        ),
        kota("payakumbuh", ATURAN, unit("X", 90.005, 1, {"Baik": 1}, asn=3, sementara=1), sebab="nilai sementara", galat_umum=1),
        kota("solok", tiga, unit("X", 190.123, 2, {"Baik": 2}), unit(JAHAT, 0.0, 0, {}, TAK_TERBACA, asn=1, galat=1)),
        RingkasKota("padang", JAHAT, sebab="belum dihitung"),
        RingkasKota("tutup", sebab="folder tutup tidak dapat dibuka (tidak diizinkan)."),
    )  # fmt: skip
    return RekapAkar("sumbar", MEI, semua, {"agam lama": "ruang kerja tahun 2025"})
