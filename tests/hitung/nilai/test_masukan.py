"""How a unit's tables are laid out for scoring: whose rows, which months, which cells; what is missing stays missing."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from periksa.isian_buatan import ANDI, ATURAN, BUDI, SITI, Dunia, baris_capaian, baris_target, pindah

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Lingkup, Polaritas
from asn_nilai.acuan.isian.register.anggota import anggota_unit
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.periode import Periode
from asn_nilai.hitung.nilai.masukan import (
    kepala_dari_unit,
    lewati_bulan_kurang,
    sebagai_larik,
    susun_baris,
)

LIMA = Periode.dari_teks("2026-01:2026-05")


def susun(dunia, periode="2026-T1", *, lewati=False):
    isian, skema = dunia.isian(), dunia.skema()
    anggota = anggota_unit(skema, "PKM", Periode.dari_teks(periode))
    if lewati:
        anggota = lewati_bulan_kurang(isian, anggota)
    return susun_baris(isian, anggota, skema)


def nomor(bulan):
    return [b.bulan for b in bulan]


def test_bulan_tanpa_buku_capaian_ditinggalkan_hanya_bila_bertarget():
    """A target counts as one though its code is not known, or the cell cannot be read."""
    dunia = Dunia()
    dunia.penempatan.append(Penempatan(ANDI, "Andi Piliang", "PKM"))
    dunia.target[0].update(apr=None)
    dunia.target[1].update(apr=None)
    dunia.target[3].update(apr=None)
    dunia.target += [baris_target(SITI, "W7", 0.0, apr=1.0), baris_target(ANDI, "KJ", 100.0, mei=None)]
    dunia.cacat["Target"] = {("mei", 5): "angka-tidak-sah", ("bobot", 5): "angka-tidak-sah"}
    isian, skema = dunia.isian(), dunia.skema()
    dapat = lewati_bulan_kurang(isian, anggota_unit(skema, "PKM", LIMA))
    assert {nip: (nomor(orang.bulan), nomor(orang.kurang)) for nip, orang in dapat.items()} == {
        SITI: ([1, 2, 3], [4, 5]),
        BUDI: ([1, 2, 3], [4, 5]),
        ANDI: ([1, 2, 3, 4], [5]),
    }


def test_tanpa_buku_target_tidak_ada_yang_ditinggalkan_dan_tidak_ada_baris():
    dunia = Dunia(target=None)
    isian, skema = dunia.isian(), dunia.skema()
    anggota = anggota_unit(skema, "PKM", LIMA)
    assert lewati_bulan_kurang(isian, anggota) == anggota
    assert susun(dunia) == {}


def test_baris_menurut_register_dengan_sel_target_dan_realisasinya():
    dunia = Dunia()
    dunia.target = dunia.target[2:] + dunia.target[:2]
    dunia.target[2].update(feb=None)
    dunia.capaian[3][0]["realisasi"] = None
    semua = susun(dunia)
    assert [(nip, [ini.indikator.kode for ini in milik]) for nip, milik in semua.items()] == [
        (SITI, ["KJ", "WT"]), (BUDI, ["KJ", "WT"]),
    ]  # fmt: skip
    ini = semua[SITI][0]
    assert (nomor(ini.bulan), ini.target, ini.bobot) == ([1, 3], (40.0, 40.0), 60.0)
    assert (ini.realisasi[0], isnan(ini.realisasi[1])) == (41.0, True)
    assert [(s.lembar, s.sel) for s in ini.sel_target] == [("Target", "J12"), ("Target", "L12")]
    assert [(s.berkas, s.sel) for s in ini.sel_realisasi] == [
        ("capaian/2026-01/PKM.xlsx", "I8"), ("capaian/2026-03/PKM.xlsx", "I8"),
    ]  # fmt: skip


def test_bulan_bertarget_tanpa_baris_capaian_tidak_punya_realisasi_dan_sel():
    dunia = Dunia()
    del dunia.capaian[2]
    dunia.capaian[3].pop(0)
    ini = susun(dunia)[SITI][0]
    assert [isnan(angka) for angka in ini.realisasi] == [False, True, True]
    assert [sel and sel.sel for sel in ini.sel_realisasi] == ["I8", None, None]


def test_dari_baris_kembar_yang_pertama_dan_orang_lain_dilewati():
    dunia = Dunia().hanya_siti()
    dunia.target.append(baris_target(SITI, "KJ", 5.0, jan=99.0))
    dunia.target.append(baris_target(BUDI, "KJ", 5.0, jan=99.0))
    dunia.target.append(baris_target(SITI, "W7", 5.0, jan=99.0))
    dunia.capaian[1].append(baris_capaian(SITI, "KJ", 99.0))
    semua = susun(dunia)
    assert list(semua) == [SITI]
    assert [(ini.indikator.kode, ini.bobot, ini.target[0], ini.realisasi[0]) for ini in semua[SITI]] == [
        ("KJ", 60.0, 40.0, 41.0), ("WT", 40.0, 15.0, 14.5),
    ]  # fmt: skip


def test_asn_tanpa_satu_pun_bulan_bertarget_tidak_punya_baris():
    dunia = Dunia()
    for baris in dunia.target[:2]:
        baris.update(jan=None, feb=None, mar=None)
    assert list(susun(dunia)) == [BUDI]


def test_bulan_di_luar_penempatannya_tidak_dihitung():
    dunia = Dunia().hanya_siti()
    dunia.penempatan = pindah(SITI, ("DIN", None, (1, 31)), ("PKM", (2, 1), None))
    assert nomor(susun(dunia)[SITI][0].bulan) == [2, 3]


@pytest.mark.parametrize("lewati", [False, True])
def test_bobot_yang_tidak_terbaca_tetap_tidak_diketahui(lewati):
    dunia = Dunia()
    dunia.target[0]["bobot"] = None
    assert isnan(susun(dunia, lewati=lewati)[SITI][0].bobot)


def test_kepala_hanya_dinilai_dengan_angka_unitnya_bila_memikulnya():
    dunia = Dunia()
    semua = susun(dunia)
    assert kepala_dari_unit(semua, SITI) == semua
    dunia.indikator["WT"] = replace(dunia.indikator["WT"], lingkup=Lingkup.UNIT)
    semua = susun(dunia)
    assert kepala_dari_unit(semua, SITI) == {SITI: semua[SITI][1:], BUDI: semua[BUDI]}
    assert kepala_dari_unit(semua, "") == semua


def test_larik_satu_asn_sesudah_yang_lain():
    dunia = Dunia()
    dunia.indikator["WT"] = replace(
        dunia.indikator["WT"],
        agregasi=Agregasi.NILAI_AKHIR,
        nilai_terburuk=60.0,
        polaritas=Polaritas.MAKSIMAL,
        batas_atas=20.0,
    )
    dunia.target[1].update(feb=None)
    ini = sebagai_larik(susun(dunia).values(), ATURAN)
    assert ini.asn.tolist() == [0, 0, 1, 1]
    assert ini.awal.tolist() == [0, 3, 5, 8]
    assert ini.bobot.tolist() == [60.0, 40.0, 60.0, 40.0]
    assert ini.agregasi.tolist() == ["Jumlah", "Nilai Akhir", "Jumlah", "Nilai Akhir"]
    assert np.isnan(ini.terburuk).tolist() == [True, False, True, False]
    assert ini.terburuk[1] == 60.0
    assert ini.alami.tolist() == [1500.0, 20.0, 1500.0, 20.0]
    assert ini.target.tolist() == [40.0] * 3 + [15.0] * 2 + [40.0] * 3 + [15.0] * 3
    assert ini.realisasi.tolist() == [41.0] * 3 + [14.5] * 2 + [41.0] * 3 + [14.5] * 3
    assert set(ini.pembilang) == {0.0}
    assert set(ini.penyebut) == {1.0}


def test_rasio_yang_satu_bulannya_tidak_bermakna_tidak_dihitung_bulan_itu():
    dunia = Dunia().hanya_siti()
    dunia.indikator["WT"] = replace(
        dunia.indikator["WT"], agregasi=Agregasi.RASIO, pembilang="a", penyebut="b"
    )
    for bulan, (atas, bawah) in {1: (9.0, 10.0), 2: (9.0, 0.0), 3: (None, 10.0)}.items():
        dunia.capaian[bulan][1].update(pembilang=atas, penyebut=bawah, realisasi=None)
    semua = susun(dunia)
    rasio = semua[SITI][1]
    assert (rasio.realisasi[0], isnan(rasio.realisasi[1]), isnan(rasio.realisasi[2])) == (90.0, True, True)
    assert rasio.sel_realisasi[0].sel.count("÷") == 1
    ini = sebagai_larik(semua.values(), ATURAN)
    assert ini.pembilang.tolist()[:4] == [0.0, 0.0, 0.0, 9.0]
    assert ini.penyebut.tolist()[:4] == [1.0, 1.0, 1.0, 10.0]
    assert np.isnan([*ini.pembilang[4:], *ini.penyebut[4:]]).all()
