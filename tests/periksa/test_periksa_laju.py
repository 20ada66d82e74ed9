"""Every finding fills its sentences, and the work grows with the rows, not with their square."""

from time import process_time

from periksa.isian_buatan import (
    ANDI,
    ATURAN,
    NAMA,
    SESUAI,
    SITI,
    Dunia,
    baris_capaian,
    baris_perilaku,
    baris_target,
    setahun,
)

from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.periksa import periksa_unit

MARET = Periode.dari_teks("2026-03")
# The kinds that reading finds, about files, sheets, headers and single cells.
DARI_BACA = {
    "angka-tidak-sah", "angka-meragukan", "persen-meragukan", "sel-galat", "rumus-tanpa-nilai", "nip-format",
    "nip-presisi-hilang", "identitas-tidak-cocok", "skema-tidak-sah", "program-gagal",
}  # fmt: skip


def dunia_rusak():
    """One unit with every mistake that checking can find."""
    dunia = Dunia()
    dunia.penempatan += [Penempatan(ANDI, NAMA[ANDI], "DIN"), Penempatan("1" * 18, "Tanpa Target", "PKM")]
    dunia.penempatan.append(Penempatan("2" * 18, "Tanpa Capaian", "PKM"))
    dunia.target += [
        baris_target(ANDI, "KJ", 1.0), baris_target("9" * 18, "KJ", 1.0), baris_target(SITI, "KJ", 1.0),
        baris_target(SITI, "XX", None), baris_target(SITI, "SP", 1.0), baris_target(SITI, "SR", 1.0, mar=0.0),
        baris_target(SITI, "KP", 1.0, jan=1.0), baris_target("2" * 18, "KL", 7.0, mar=-1.0, target_tahunan=3.0),
    ]  # fmt: skip
    dunia.target[2].update(satuan="orang", mar=900.5)
    dunia.capaian[3] = [
        *dunia.capaian[3][1:3], baris_capaian(SITI, "KP", 1.0), baris_capaian(SITI, "SR", None, nama="Orang Lain"),
        baris_capaian("1" * 18, "KJ", 1.0),
    ]  # fmt: skip
    dunia.capaian[3][1].update(bukti_dukung="")
    dunia.perilaku[3] = [baris_perilaku(SITI), baris_perilaku("1" * 18, "entah")]
    return dunia


def test_setiap_jenis_yang_menjadi_tugas_di_sini_ditemukan_dan_kalimatnya_terisi():
    semua = dunia_rusak().temuan()
    for temuan in semua:
        assert "{" not in temuan.pesan + temuan.saran
        assert temuan.unit == "PKM"
        assert temuan.nip
    assert {temuan.kode for temuan in semua} == {
        "nip-tidak-dikenal", "nip-unit-lain", "baris-ganda", "nama-berbeda", "asn-tanpa-target", "asn-tanpa-capaian",
        "indikator-tidak-dikenal", "indikator-tidak-berlaku", "indikator-tanpa-target", "satuan-berbeda",
        "di-luar-batas", "bukan-bulat", "realisasi-kosong", "target-nol", "target-negatif", "target-berubah",
        "target-tahunan-tidak-sama", "bobot-tidak-sah", "bobot-tidak-100", "frekuensi-tidak-cocok", "bukti-kosong",
        "perilaku-tidak-sah", "perilaku-kosong",
    }  # fmt: skip


def test_temuan_tidak_disebut_dua_kali_dan_tidak_bergantung_urutan_pemanggilan():
    pertama, kedua = dunia_rusak().temuan(), dunia_rusak().temuan()
    assert pertama == kedua
    assert len(set(pertama)) == len(pertama)
    assert all(isinstance(temuan, Temuan) for temuan in pertama)
    assert not DARI_BACA & {temuan.kode for temuan in pertama}


def unit_besar(jumlah):
    """A clean unit of so many ASN, eight indicators each."""
    kode = ("KJ", "WT", "KL", "LB", "SR", "A1", "A2", "A3")
    dunia = Dunia()
    for asli, salinan in zip(("KJ", "WT", "LB"), kode[5:], strict=True):
        lama = dunia.indikator[asli]
        dunia.indikator[salinan] = type(lama)(
            salinan, f"{lama.nama} {salinan}", lama.satuan, lama.polaritas, lama.agregasi
        )
    nip = [f"19800101200501{urut:04}" for urut in range(jumlah)]
    dunia.penempatan = [Penempatan(n, "Nama", "PKM") for n in nip]
    dunia.target = [
        baris_target(n, k, 12.5, **setahun(20.0), target_tahunan=20.0 if k in {"WT", "A2"} else 240.0)
        for n in nip
        for k in kode
    ]
    dunia.capaian = {3: [baris_capaian(n, k, 19.0, target=20.0) for n in nip for k in kode]}
    aspek = dict.fromkeys(("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal"), SESUAI)
    dunia.perilaku = {3: [baris_perilaku(n, **aspek, adaptif=SESUAI, kolaboratif=SESUAI) for n in nip]}
    return dunia.isian(), dunia.skema()


def lama_periksa(jumlah, kali):
    """Processor seconds of so many runs; the best of three, long enough for clocks that tick in hundredths."""
    isian, skema = unit_besar(jumlah)
    terbaik = float("inf")
    for _ in range(3):
        mulai = process_time()
        for _ in range(kali):
            assert list(periksa_unit(isian, skema, MARET, ATURAN)) == []
        terbaik = min(terbaik, process_time() - mulai)
    return terbaik


def test_delapan_kali_asn_tidak_jauh_lebih_dari_delapan_kali_waktu():
    assert lama_periksa(480, kali=4) < 2.5 * lama_periksa(60, kali=32)
