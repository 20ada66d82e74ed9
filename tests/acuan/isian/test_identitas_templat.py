"""What a template takes from the registers has a fingerprint: books made by earlier versions bear it."""

import datetime as dt

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, JenisNilai, Polaritas
from asn_nilai.acuan.isian.register.identitas_templat import IdentitasTemplat, sidik_skema
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode

JUNI = Periode.dari_teks("2026-06")
SKEMA = Skema(
    {"PKM-TB": Unit("PKM-TB", "Puskesmas Tigo Baleh", "Puskesmas", "198609262015051001", ("PKM-LAMA",))},
    (
        Penempatan("198609262015051001", "Siti Rahma", "PKM-TB"),
        Penempatan("199001012023211005", "Ani", "PKM-TB", "PPPK", mulai=dt.date(2026, 7, 1)),
    ),
    {
        "KJ": Indikator(
            "KJ", "Kunjungan", "kunjungan", Polaritas.MAKSIMAL, Agregasi.JUMLAH, JenisNilai.BULAT, batas_bawah=0.0,
            berlaku_untuk=("Puskesmas", "OPD"), layanan_publik=True,
        ),
        "LAIN": Indikator("LAIN", "Lain", "%", Polaritas.MINIMAL, Agregasi.RATA_RATA, berlaku_untuk=("OPD",)),
    },
)  # fmt: skip


def test_sidik_skema_sama_dengan_yang_ditulis_versi_lama():
    assert sidik_skema(SKEMA, "PKM-TB", JUNI) == "519fd5768ce90a01"
    assert sidik_skema(SKEMA, "PKM-TB", Periode.dari_teks("2026")) == "a6f633d5f7f2d049"


def test_identitas_ditulis_dan_dibaca_kembali():
    identitas = IdentitasTemplat("capaian", "PKM-TB", "2026-06", sidik_skema(SKEMA, "PKM-TB", JUNI), "1.0")
    teks = identitas.sebagai_teks()
    assert teks.startswith("jenis=capaian&unit=PKM-TB&periode=2026-06&skema=")
    assert IdentitasTemplat.dari_teks(teks) == identitas
    assert IdentitasTemplat.dari_teks(f"{teks}&lain=1") == identitas
    assert IdentitasTemplat.dari_teks(teks.replace("&versi=1.0", "")) is None
    assert identitas.masih_berlaku(SKEMA)
    assert not identitas._replace(periode="2026-07").masih_berlaku(SKEMA)
