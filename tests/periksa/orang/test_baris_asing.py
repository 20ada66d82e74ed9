"""One mistyped NIP shows in several places: it is told where it was typed, and what is missing elsewhere follows from it."""

import pytest
from periksa.isian_buatan import (
    ANDI,
    ATURAN,
    NAMA,
    SITI,
    Dunia,
    baris_capaian,
    tempat,
    temuan_baca,
)

from asn_nilai.acuan.isian.skema import PegawaiCacat, Penempatan, Skema, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import temuan
from asn_nilai.periksa import periksa_unit

MIRIP = "198603152009032007"
"""Siti's NIP with another last digit."""
JAUH = "200001012025011009"
MARET = Periode.dari_teks("2026-03")
SEBAB = temuan(
    "skema-tidak-sah", Letak("skema.xlsx", "Pegawai", "A7"), kolom="NIP", isi=" berisi 'x'", dikenal="18 angka"
)  # fmt: skip


def berakar(dunia):
    """The findings of March as (code, cell, code and cell of what it follows from)."""
    return [
        (t.kode, tempat(t.letak), (t.akar.kode, tempat(t.akar.letak)) if t.akar else None)
        for t in dunia.temuan()
    ]


@pytest.mark.parametrize(
    ("nip", "nama", "berakar_di_sini"),
    [
        (MIRIP, "Orang Lain", False),
        (MIRIP, "Siti Rahmah", True),
        (MIRIP, "", True),
        (JAUH, "Siti Rahma", True),
        (MIRIP, NAMA[SITI], True),
        (JAUH, "Orang Lain", False),
        (JAUH, "", False),
    ],
)
def test_baris_yang_kurang_mengikuti_nip_yang_mirip_atau_nama_yang_sama_di_lembar_itu(
    nip, nama, berakar_di_sini
):
    dunia = Dunia()
    dunia.capaian[3][1] |= {"nip": nip, "nama": nama}
    asing = ("nip-tidak-dikenal", "03/Capaian!C9")
    assert berakar(dunia) == [
        (*asing, None),
        ("realisasi-kosong", "Target!L11", asing if berakar_di_sini else None),
    ]


def test_baris_indikator_lain_bukan_sebab_baris_yang_kurang():
    """Siti's waiting time is missing; the row with her NIP mistyped counts visits once more."""
    dunia = Dunia()
    dunia.capaian[3][1] |= {"nip": MIRIP, "kode_indikator": "KJ", "satuan": "kunjungan"}
    assert berakar(dunia) == [
        ("nip-tidak-dikenal", "03/Capaian!C9", None),
        ("realisasi-kosong", "Target!L11", None),
    ]


def test_yang_sama_sekali_tidak_ada_barisnya_mengikuti_baris_apa_pun_yang_mungkin_miliknya():
    dunia = Dunia()
    for baris in (*dunia.target[:2], *dunia.capaian[3][:2], dunia.perilaku[3][0]):
        baris["nip"] = MIRIP
    di_target, di_capaian, di_perilaku = (
        ("nip-tidak-dikenal", sel) for sel in ("Target!D10", "03/Capaian!C8", "03/Perilaku!E6")
    )
    assert [ini for ini in berakar(dunia) if ini[0] != "nip-tidak-dikenal"] == [
        ("asn-tanpa-target", "Target", di_target),
        ("perilaku-kosong", "03/Perilaku", di_perilaku),
    ]
    for baris in dunia.target[:2]:
        baris["nip"] = SITI
    assert ("asn-tanpa-capaian", "03/Capaian", di_capaian) in berakar(dunia)


def test_realisasi_tanpa_target_mengikuti_baris_target_yang_nipnya_keliru():
    dunia = Dunia()
    dunia.target[1]["nip"] = MIRIP
    assert [ini for ini in berakar(dunia) if ini[0] == "indikator-tanpa-target"] == [
        ("indikator-tanpa-target", "03/Capaian!I9", ("nip-tidak-dikenal", "Target!D11"))
    ]


def test_nip_yang_tidak_terbaca_disebut_pembaca_saja_dan_yang_kurang_mengikutinya():
    dunia = Dunia()
    dunia.capaian[3][1] |= {"nip": ""}
    dunia.cacat["03/Capaian"] = {("nip", 1): "nip-format"}
    dunia.terbaca.append(temuan_baca("nip-format", "capaian/2026-03/PKM.xlsx", "Capaian", "C9", teks="x"))
    assert berakar(dunia) == [("realisasi-kosong", "Target!L11", ("nip-format", "03/Capaian!C9"))]


@pytest.mark.parametrize(
    ("nama", "berakar_di_sini"), [("Andi Piliang", False), ("", False), (NAMA[SITI], True)]
)
def test_nip_orang_lain_yang_mirip_bukan_salah_ketik_kecuali_namanya_berkata_begitu(nama, berakar_di_sini):
    """Born and appointed on the same days, two people's NIPs differ in their last digit; his row was left here when he moved."""
    dunia = Dunia()
    dunia.penempatan.append(Penempatan(MIRIP, "Andi Piliang", "DIN"))
    dunia.capaian[3][1] |= {"nip": MIRIP, "nama": nama}
    asing = ("nip-unit-lain", "03/Capaian!C9")
    assert berakar(dunia) == [
        (*asing, None),
        ("realisasi-kosong", "Target!L11", asing if berakar_di_sini else None),
    ]


class TestSkemaKeliru:
    """What the register does not know because of a faulty row of its own follows from that row."""

    def cari(self, dunia, *cacat):
        skema = Skema(
            {"PKM": dunia.unit, "DIN": Unit("DIN", "Dinas Kesehatan", "Dinas")}, tuple(dunia.penempatan),
            dunia.indikator, cacat=cacat,
        )  # fmt: skip
        semua = periksa_unit(dunia.isian(), skema, MARET, ATURAN)
        return [(t.kode, tempat(t.letak), t.akar) for t in semua]

    def orang(self, nip, *sah, nama="Andi Piliang"):
        return PegawaiCacat(nip, nama, (Penempatan(nip, nama, "PKM"),), sah, (SEBAB,))

    def test_nip_yang_tidak_dikenal_karena_barisnya_keliru(self):
        dunia = Dunia()
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        assert self.cari(dunia, self.orang(ANDI[:-1])) == [("nip-tidak-dikenal", "03/Capaian!C12", SEBAB)]
        assert self.cari(dunia) == [("nip-tidak-dikenal", "03/Capaian!C12", None)]

    def test_yang_dikenal_di_unit_lain_hanya_bila_barisnya_sendiri_yang_keliru(self):
        dunia = Dunia()
        lain = Penempatan(ANDI, NAMA[ANDI], "DIN")
        dunia.penempatan.append(lain)
        dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
        assert self.cari(dunia, self.orang(ANDI, lain)) == [("nip-unit-lain", "03/Capaian!C12", SEBAB)]
        assert self.cari(dunia, self.orang(JAUH)) == [("nip-unit-lain", "03/Capaian!C12", None)]
        assert self.cari(dunia) == [("nip-unit-lain", "03/Capaian!C12", None)]

    def test_yang_kurang_menunjuk_skema_bukan_baris_yang_mengikutinya(self):
        """The capaian row is Siti's by its name; that nobody knows its NIP follows from the register."""
        dunia = Dunia()
        dunia.capaian[3][1] |= {"nip": JAUH}
        assert self.cari(dunia, self.orang(JAUH[:-1])) == [
            ("nip-tidak-dikenal", "03/Capaian!C9", SEBAB),
            ("realisasi-kosong", "Target!L11", SEBAB),
        ]


def test_unit_tanpa_nama_disebut_kodenya():
    dunia = Dunia()
    dunia.penempatan.append(Penempatan(ANDI, NAMA[ANDI], "DIN"))
    dunia.capaian[3].append(baris_capaian(ANDI, "KJ", 1.0))
    skema = Skema({"PKM": dunia.unit, "DIN": Unit("DIN", "")}, tuple(dunia.penempatan), dunia.indikator)
    (satu,) = periksa_unit(dunia.isian(), skema, MARET, ATURAN)
    assert satu.pesan.endswith("menurut daftar pegawai: DIN.")


def test_sel_orang_lain_yang_tidak_terbaca_tidak_menutupi_yang_tanpa_target():
    dunia = Dunia()
    for baris in dunia.target[:2]:
        baris.update(mar=None, target_tahunan=None)
    dunia.capaian[3] = dunia.capaian[3][2:]
    dunia.target[3]["mar"] = None
    dunia.cacat["Target"] = {("mar", 3): "angka-tidak-sah"}
    dunia.target[3]["target_tahunan"] = None
    assert dunia.ringkas() == [("asn-tanpa-target", "Target")]
    dunia.cacat["Target"] = {("mar", 1): "angka-tidak-sah"}
    assert "asn-tanpa-target" not in {kode for kode, _ in dunia.ringkas()}


def test_kode_asing_yang_terulang_disebut_asing_dan_tidak_lagi_sebagai_ulangan():
    dunia = Dunia()
    dunia.capaian[3] += [baris_capaian(SITI, "XX", 1.0), baris_capaian(SITI, "XX", 2.0)]
    assert dunia.ringkas() == [
        ("indikator-tidak-dikenal", "03/Capaian!E12"),
        ("indikator-tidak-dikenal", "03/Capaian!E13"),
    ]
