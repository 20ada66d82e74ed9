"""An error in a cell on which no score rests is told, and holds nobody back."""

from dataclasses import replace

import pytest
from periksa.isian_buatan import (
    ATURAN,
    BUDI,
    SESUAI,
    SITI,
    Dunia,
    baris_capaian,
    baris_target,
    pindah,
    setahun,
)

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.indikator.indikator import Lingkup
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Akibat, temuan
from asn_nilai.periksa import periksa_bahan, susun_bahan, timbang

KEPALA = ATURAN.model_copy(
    update={
        "kepala": ATURAN.kepala.model_copy(
            update={"hasil_kerja": replace(ATURAN.kepala.hasil_kerja, nilai="capaian-unit")}
        )
    }
)
PP = muat_aturan("pp-30-2019")
TERAKHIR = ATURAN.model_copy(
    update={
        "perilaku": ATURAN.perilaku.model_copy(
            update={"antarbulan": replace(ATURAN.perilaku.antarbulan, nilai="terakhir")}
        )
    }
)


def terbaca(
    dunia, lembar, kunci, posisi, *, nip=SITI, kode="angka-tidak-sah", aturan=ATURAN, sementara=False
):
    """What becomes of a finding of reading at a cell of Target, `03/Capaian` or `03/Perilaku`, in the first quarter."""
    dunia.cacat.setdefault(lembar, {})[kunci, posisi] = kode
    bulan, _, nama = lembar.rpartition("/")
    baris = dunia.target if not bulan else getattr(dunia, nama.lower())[int(bulan)]
    baris[posisi][kunci] = "" if kunci == "kode_indikator" else None
    isian = dunia.isian()
    tabel = getattr(isian, nama.lower())[Bulan(2026, int(bulan))] if bulan else isian.target
    akibat = Akibat.PERILAKU if nama == "Perilaku" else None
    galat = temuan(kode, tabel.letak(kunci, posisi), unit="PKM", nip=nip, akibat=akibat, teks="x", sebab="")
    isian.temuan.append(galat)
    bahan = susun_bahan(isian, dunia.skema(), Periode.dari_teks("2026-T1"), aturan, sementara=sementara)
    (hasil,) = timbang(bahan, isian.temuan)
    assert replace(hasil, tingkat_khusus=None, akibat_khusus=galat.akibat_khusus) == galat
    return f"{hasil.tingkat} {hasil.akibat}" if hasil.tingkat == "galat" else str(hasil.tingkat)


def sampai_februari():
    dunia = Dunia()
    dunia.penempatan[:1] = pindah(SITI, ("PKM", None, (2, 28)), ("DIN", (3, 1), None))
    return dunia


@pytest.mark.parametrize(
    ("lembar", "kunci", "tingkat"),
    [
        ("Target", "mar", "peringatan"),
        ("Target", "feb", "galat asn"),
        ("Target", "bobot", "galat asn"),
        ("03/Capaian", "realisasi", "peringatan"),
        ("02/Capaian", "realisasi", "galat asn"),
        ("03/Perilaku", "rating_perilaku", "peringatan"),
        ("02/Perilaku", "rating_perilaku", "galat perilaku"),
    ],
)
def test_bulan_sesudah_pindah_milik_unit_lain(lembar, kunci, tingkat):
    assert terbaca(sampai_februari(), lembar, kunci, 0) == tingkat


@pytest.mark.parametrize("kunci", ["bobot", "mar", "kode_indikator"])
def test_orang_yang_tidak_ditempatkan_di_sini_tidak_ditahan_barisnya_di_sini(kunci):
    dunia = Dunia()
    dunia.penempatan[0] = dunia.penempatan[0]._replace(kode_unit="DIN")
    assert terbaca(dunia, "Target", kunci, 0) == "peringatan"


@pytest.mark.parametrize(
    ("lembar", "kunci", "tingkat"),
    [
        ("Target", "mar", "peringatan"),
        ("Target", "feb", "galat asn"),
        ("Target", "kode_indikator", "galat asn"),
        ("03/Perilaku", "rating_perilaku", "peringatan"),
    ],
)
def test_bulan_yang_ditinggalkan_nilai_sementara(lembar, kunci, tingkat):
    dunia = Dunia()
    del dunia.capaian[3]
    assert terbaca(dunia, lembar, kunci, 0, sementara=True) == tingkat


@pytest.mark.parametrize(
    ("bulan", "tingkat"),
    [({"apr": 5.0}, "peringatan"), ({"jan": None}, "peringatan"), ({"mar": 5.0, "apr": 5.0}, "galat asn")],
)
def test_bobot_baris_tanpa_bulan_yang_dihitung(bulan, tingkat):
    dunia = Dunia()
    dunia.target[0] |= dict.fromkeys(KUNCI_BULAN) | bulan
    assert terbaca(dunia, "Target", "bobot", 0) == tingkat


@pytest.mark.parametrize(("sementara", "tingkat"), [(True, "peringatan"), (False, "galat asn")])
def test_bobot_baris_yang_targetnya_hanya_di_bulan_yang_ditinggalkan(sementara, tingkat):
    dunia = Dunia()
    del dunia.capaian[3]
    dunia.target[0] |= dict.fromkeys(KUNCI_BULAN) | {"mar": 5.0}
    assert terbaca(dunia, "Target", "bobot", 0, sementara=sementara) == tingkat


def test_baris_yang_hanya_bertarget_di_bulan_yang_ditinggalkan():
    dunia = Dunia()
    del dunia.capaian[3]
    dunia.target[0] |= {"jan": None, "feb": None, "kode_indikator": "ENTAH"}
    (asing,) = [t for t in dunia.temuan_sementara("2026-T1") if t.kode == "indikator-tidak-dikenal"]
    assert asing.tingkat == "peringatan"


class TestTanpaTarget:
    """What stands beside a month without a target counts for nothing, readable or not."""

    def test_realisasi(self):
        dunia = Dunia()
        dunia.target[0]["mar"] = None
        assert terbaca(dunia, "03/Capaian", "realisasi", 0) == "peringatan"

    def test_realisasi_yang_targetnya_tidak_terbaca(self):
        dunia = Dunia()
        dunia.target[0]["mar"] = None
        dunia.cacat["Target"] = {("mar", 0): "angka-tidak-sah"}
        assert terbaca(dunia, "03/Capaian", "realisasi", 0) == "galat asn"

    @pytest.mark.parametrize(("kode", "tingkat"), [("WT", "peringatan"), ("", "galat asn")])
    def test_indikator_tanpa_baris_target_kecuali_barisnya_mungkin_yang_tidak_terbaca(self, kode, tingkat):
        dunia = Dunia()
        dunia.target[1]["kode_indikator"] = "KP" if kode else ""
        dunia.cacat["Target"] = {} if kode else {("kode_indikator", 1): "sel-galat"}
        assert terbaca(dunia, "03/Capaian", "realisasi", 1) == tingkat

    @pytest.mark.parametrize(("terpotong", "tingkat"), [(SITI, "galat"), (BUDI, "peringatan")])
    def test_baris_target_yang_nipnya_terpotong_mungkin_yang_menargetkannya(self, terpotong, tingkat):
        dunia = Dunia()
        dunia.target.pop(1)
        sel = Letak("target/PKM.xlsx", "Target", "D11")
        dunia.cacat["03/Capaian"] = {("realisasi", 1): "angka-tidak-sah"}
        dunia.capaian[3][1]["realisasi"] = None
        isian = dunia.isian()
        rusak = temuan(
            "angka-tidak-sah",
            isian.capaian[Bulan(2026, 3)].letak("realisasi", 1),
            nip=SITI,
            teks="x",
            sebab="",
        )
        isian.temuan += [temuan("nip-presisi-hilang", sel, nip=terpotong, petunjuk=""), rusak]
        bahan = susun_bahan(isian, dunia.skema(), Periode.dari_teks("2026-03"), ATURAN)
        _, hasil = timbang(bahan, isian.temuan)
        assert (str(hasil.tingkat), hasil.akibat) == (tingkat, Akibat.ASN)

    def test_kode_yang_tidak_terbaca_mungkin_yang_bertarget(self):
        assert terbaca(Dunia(), "03/Capaian", "kode_indikator", 0, kode="sel-galat") == "galat asn"

    def test_baris_capaian_yang_terulang(self):
        dunia = Dunia()
        dunia.target[0]["mar"] = None
        dunia.capaian[3].append(baris_capaian(SITI, "KJ", 5.0))
        assert {(t.kode, str(t.tingkat)) for t in dunia.temuan() if t.kode == "baris-ganda"} == {
            ("baris-ganda", "peringatan")
        }

    @pytest.mark.parametrize(("bulan", "tingkat"), [("apr", "peringatan"), ("mar", "galat")])
    def test_baris_target_berkode_asing(self, bulan, tingkat):
        dunia = Dunia()
        dunia.target[0]["bobot"] = 50.0
        dunia.target.append(baris_target(SITI, "ENTAH", 10.0, **{bulan: 5.0}))
        (asing,) = [t for t in dunia.temuan() if t.kode == "indikator-tidak-dikenal"]
        assert asing.tingkat == tingkat

    def test_tanpa_buku_target_semuanya_tetap(self):
        dunia = Dunia(target=None)
        assert terbaca(dunia, "03/Capaian", "realisasi", 0) == "galat asn"


class TestAsnTanpaTarget:
    """Told unless a target in the months spent here cannot be read: else nothing would say why there is no score."""

    @pytest.mark.parametrize(
        ("kunci", "kode"),
        [("bobot", ["asn-tanpa-target"]), ("mar", ["asn-tanpa-target"]), ("feb", []), ("kode_indikator", [])],
    )
    def test_galat_lain_di_barisnya_tidak_menutupinya(self, kunci, kode):
        dunia = sampai_februari()
        for baris in dunia.target[:2]:
            baris |= {"jan": None, "feb": None}
        dunia.target[0] |= {kunci: "" if kunci == "kode_indikator" else None}
        if kunci == "kode_indikator":
            dunia.target[0] |= {"feb": 5.0}
        dunia.cacat["Target"] = {(kunci, 0): "sel-galat"}
        sel = dunia.isian().target.letak(kunci, 0)
        dunia.terbaca.append(temuan("sel-galat", sel, unit="PKM", nip=SITI, teks="#N/A"))
        assert [t.kode for t in dunia.temuan("2026-T1") if t.kode == "asn-tanpa-target"] == kode


class TestKepala:
    """Of the unit's head the unit's own figures alone count, where the rule says so and there are any."""

    def dunia(self, *milik_unit):
        dunia = Dunia()
        dunia.unit = replace(dunia.unit, nip_kepala=SITI)
        dunia.indikator |= {k: replace(dunia.indikator[k], lingkup=Lingkup.UNIT) for k in milik_unit}
        return dunia

    @pytest.mark.parametrize(
        ("milik_unit", "posisi", "aturan", "tingkat"),
        [
            (("WT",), 0, KEPALA, "peringatan"),
            (("WT",), 1, KEPALA, "galat asn"),
            (("WT",), 0, ATURAN, "galat asn"),
            ((), 0, KEPALA, "galat asn"),
        ],
    )
    def test_baris_yang_tidak_ikut(self, milik_unit, posisi, aturan, tingkat):
        assert terbaca(self.dunia(*milik_unit), "03/Capaian", "realisasi", posisi, aturan=aturan) == tingkat

    @pytest.mark.parametrize(("posisi", "tingkat"), [(0, "peringatan"), (1, "galat")])
    def test_realisasi_kosong_di_samping_target_yang_tidak_terbaca_menahan_seperti_targetnya(
        self, posisi, tingkat
    ):
        dunia = self.dunia("WT")
        dunia.target[posisi]["mar"] = None
        dunia.capaian[3][posisi]["realisasi"] = None
        dunia.cacat["Target"] = {("mar", posisi): "angka-tidak-sah"}
        isian = dunia.isian()
        letak = isian.target.letak("mar", posisi)
        isian.temuan.append(temuan("angka-tidak-sah", letak, unit="PKM", nip=SITI, teks="x", sebab=""))
        bahan = susun_bahan(isian, dunia.skema(), Periode.dari_teks("2026-T1"), KEPALA)
        semua = [*timbang(bahan, isian.temuan), *periksa_bahan(bahan)]
        kode = ("angka-tidak-sah", "realisasi-kosong")
        assert [(t.kode, t.tingkat) for t in semua if t.kode in kode] == [(ini, tingkat) for ini in kode]

    def test_bawahannya_tetap_menurut_semua_indikatornya(self):
        dunia = self.dunia("WT")
        assert terbaca(dunia, "03/Capaian", "realisasi", 2, nip=BUDI, aturan=KEPALA) == "galat asn"

    @pytest.mark.parametrize(("maret", "kode"), [(15.0, ["asn-tanpa-capaian"]), (None, [])])
    def test_bulan_tanpa_target_milik_unit_tidak_menagih_barisnya(self, maret, kode):
        dunia = self.dunia("WT")
        dunia.target[1]["mar"] = dunia.target[3]["mar"] = maret
        dunia.capaian[3] = [baris for baris in dunia.capaian[3] if baris["nip"] != SITI]
        galat = [t for t in dunia.temuan("2026-T1", KEPALA) if t.tingkat == "galat"]
        assert [t.kode for t in galat] == kode

    def test_yang_ditemukan_pemeriksaan_pun_tidak_menahan(self):
        dunia = self.dunia("WT")
        dunia.capaian[3][0]["realisasi"] = None
        kosong = [t for t in dunia.temuan(aturan=KEPALA) if t.kode == "realisasi-kosong"]
        assert [(t.nip, str(t.tingkat)) for t in kosong] == [(SITI, "peringatan")]


class TestRating:
    """Reading knows neither what stands beside a cell nor which month the rule goes by."""

    def test_aspek_di_samping_kata_pimpinan(self):
        assert terbaca(Dunia(), "03/Perilaku", "akuntabel", 0, kode="sel-galat") == "galat baris"

    def test_ide_baru_bila_aturannya_tidak_memintanya(self):
        assert terbaca(Dunia(), "03/Perilaku", "ide_baru", 0, kode="sel-galat") == "peringatan"

    @pytest.mark.parametrize(
        ("februari", "hasil"),
        [("", "galat perilaku"), ("Ya", "peringatan"), ("x", "galat perilaku"), ("Tidak", "galat perilaku")],
    )
    def test_ide_baru_bila_bulan_lain_tidak_menyebutnya(self, februari, hasil):
        dunia = Dunia()
        dunia.perilaku[2][0]["ide_baru"] = februari
        assert terbaca(dunia, "03/Perilaku", "ide_baru", 0, kode="sel-galat", aturan=PP) == hasil

    def test_ide_baru_di_baris_yang_terulang_tidak_menyebut_apa_pun(self):
        dunia = Dunia()
        dunia.perilaku[2] += [{**dunia.perilaku[2][0], "ide_baru": "Ya"}]
        assert terbaca(dunia, "03/Perilaku", "ide_baru", 0, kode="sel-galat", aturan=PP) == "galat perilaku"

    @pytest.mark.parametrize(
        ("aturan", "bulan", "hasil"),
        [
            (ATURAN, 2, "galat perilaku"),
            (TERAKHIR, 2, "galat baris"),
            (TERAKHIR, 3, "galat perilaku"),
        ],
    )
    def test_bulan_lama_bila_yang_terakhir_menentukan(self, aturan, bulan, hasil):
        lembar = f"{bulan:02}/Perilaku"
        assert terbaca(Dunia(), lembar, "rating_perilaku", 0, kode="sel-galat", aturan=aturan) == hasil

    def test_bulan_lama_menentukan_bila_sesudahnya_tidak_ada(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = None
        hasil = terbaca(dunia, "02/Perilaku", "rating_perilaku", 0, kode="sel-galat", aturan=TERAKHIR)
        assert hasil == "galat perilaku"

    def test_bulan_lama_tidak_menentukan_bila_rating_sesudahnya_terhalang(self):
        dunia = Dunia()
        dunia.perilaku[3][0]["rating_perilaku"] = "entah"
        hasil = terbaca(dunia, "02/Perilaku", "rating_perilaku", 0, kode="sel-galat", aturan=TERAKHIR)
        assert hasil == "galat baris"

    def test_terulang_tetap_tidak_diketahui(self):
        dunia = Dunia()
        dunia.perilaku[3].append({**dunia.perilaku[3][0], "rating_perilaku": SESUAI})
        assert terbaca(dunia, "03/Perilaku", "akuntabel", 0, kode="sel-galat") == "galat perilaku"


def test_yang_bukan_sel_baris_data_tetap():
    isian = Dunia().isian()
    bahan = susun_bahan(isian, Dunia().skema(), Periode.dari_teks("2026-T1"), ATURAN)
    semua = [
        temuan("asn-tanpa-target", Letak("target/PKM.xlsx", "Target", sel), nip=SITI, nama="", periode="")
        for sel in ("", "A", "L", "7", "A1", "L9", "ZZ10", "L10:L12")
    ]
    assert list(timbang(bahan, semua)) == semua


def test_baris_orang_yang_nip_nya_hanya_diduga_tetap():
    """Siti left in February; the row is hers or another's, so what is wrong in its March is told as it is."""
    dunia = sampai_februari()
    dunia.target.append(baris_target("", "KP", 0.0, **setahun(5.0)))
    dunia.cacat["Target"] = {("nip", 4): "nip-presisi-hilang"}
    assert terbaca(dunia, "Target", "mar", 4, nip=SITI) == "galat asn"


def test_galat_yang_hanya_mengesampingkan_barisnya_tetap_galat():
    """A code that nobody knows is an error wherever it stands, though nothing rests on its capaian row."""
    dunia = Dunia()
    dunia.capaian[3].append(baris_capaian(SITI, "XX", 9.0))
    (asing,) = dunia.temuan()
    assert (asing.kode, str(asing.tingkat), asing.akibat) == (
        "indikator-tidak-dikenal",
        "galat",
        Akibat.BARIS,
    )
