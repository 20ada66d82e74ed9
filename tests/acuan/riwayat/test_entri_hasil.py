"""What a unit's scores came to, as entries; that somebody rated himself stays beside them, month after month."""

from nilai_buatan import hasil_unit, nilai_asn

from asn_nilai.acuan.hasil.entri_hasil import entri_hasil
from asn_nilai.acuan.hasil.nilai import SEMENTARA
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.riwayat.keadaan import NHK, PEGAWAI, PREDIKAT, RUAS_DIRI, STATUS, Isi, Kunci
from asn_nilai.acuan.temuan import temuan

NIP = "198811012012042949"
SITI = Penempatan(NIP, "Siti", "A")


def menilai_diri(bulan, sel):
    isi = {"nama": "Siti", "bulan": bulan, "unit_kerja": "Unit A", "sebab": "kosong"}
    return temuan("menilai-diri-sendiri", Letak("b.xlsx", "Perilaku", sel), unit="A", nip=NIP, **isi)


def test_nilai_predikat_dan_status_menjadi_entri():
    semua = entri_hasil(hasil_unit([nilai_asn(SITI, nhk=98.5, predikat="Baik")]))
    assert {kunci.apa: isi.nilai for kunci, isi in semua.items()} == {
        NHK: "98.5", PREDIKAT: "Baik", STATUS: "Dinilai",
    }  # fmt: skip
    assert {(kunci.kode_unit, kunci.nip) for kunci in semua} == {("A", NIP)}


def test_nilai_sementara_belum_menjadi_nilai():
    semua = entri_hasil(hasil_unit([nilai_asn(SITI, nhk=98.5, predikat="Baik", status=SEMENTARA)]))
    assert {kunci.apa: isi.nilai for kunci, isi in semua.items()} == {
        PREDIKAT: "Belum Dinilai", STATUS: "Belum Dinilai",
    }  # fmt: skip


def test_yang_menilai_dirinya_tercatat_bulan_demi_bulan():
    semua = entri_hasil(
        hasil_unit([], temuan=[menilai_diri("Maret 2026", "N6"), menilai_diri("April 2026", "N7")])
    )
    kata = "NIP Atasan kosong (Maret 2026); NIP Atasan kosong (April 2026)"
    assert semua == {
        Kunci(PEGAWAI, "A", NIP, "", RUAS_DIRI): Isi(kata, str(Letak("b.xlsx", "Perilaku", "N7")))
    }
