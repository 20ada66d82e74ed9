"""Groups of ASN beside each other: who belongs where, who is shown, what stands out, and what is said of it."""

from datetime import date
from math import isnan

import numpy as np
import pytest
from balai import ATURAN, MEI, PENGATURAN, Balai

from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, KelompokKeadilan
from asn_nilai.hitung.keadilan import keadilan
from asn_nilai.hitung.keadilan.keadilan import ukur_keadilan

JUDUL = ["Jenis kelamin", "Kelompok umur", "Jenis ASN", "Golongan", "Jenis jabatan", "Jenis unit", "Penilai"]


def isi(dimensi):
    return [(kelompok.nama, kelompok.jumlah) for kelompok in dimensi.kelompok]


def test_kelompok_dari_nip_dan_skema():
    balai = Balai()
    balai.unit["P"] = Unit("P", "Puskesmas P", "Puskesmas")
    balai.banyak(10, lahir="19690101", kelamin="1", golongan="IV/a", jenis_jabatan="Administrator")
    balai.banyak(
        11,
        lahir="20000101",
        kelamin="2",
        golongan="IX",
        jenis_asn="PPPK",
        jenis_jabatan="Fungsional",
        kode="P",
    )
    semua = {cara.judul: cara for cara in balai.keadilan().dimensi}
    assert list(semua) == JUDUL
    assert isi(semua["Jenis kelamin"]) == [("Perempuan", 11), ("Laki-laki", 10)]
    assert isi(semua["Kelompok umur"]) == [("di bawah 30 tahun", 11), ("50 tahun ke atas", 10)]
    assert isi(semua["Jenis ASN"]) == [("PNS", 10), ("PPPK", 11)]
    assert isi(semua["Golongan"]) == [("PNS IV", 10), ("PPPK IX", 11)]
    assert isi(semua["Jenis jabatan"]) == [("Administrator", 10), ("Fungsional", 11)]
    assert isi(semua["Jenis unit"]) == [("Dinas", 10), ("Puskesmas", 11)]
    assert (semua["Penilai"].kelompok, semua["Penilai"].tanpa_keterangan) == ((), 21)


@pytest.mark.parametrize(
    ("lahir", "kelompok"),
    [
        ("20260531", "di bawah 30 tahun"),
        ("20081231", "di bawah 30 tahun"),
        ("19960601", "di bawah 30 tahun"),
        ("19960531", "30–39 tahun"),
        ("19860601", "30–39 tahun"),
        ("19860531", "40–49 tahun"),
        ("19760601", "40–49 tahun"),
        ("19760531", "50 tahun ke atas"),
        ("19270101", "50 tahun ke atas"),
    ],
)
def test_umur_pada_hari_terakhir_periode(lahir, kelompok):
    """Age on 31 May 2026: whoever has a birthday that day is a year older."""
    balai = Balai()
    balai.banyak(10, lahir=lahir)
    assert isi(balai.dimensi("Kelompok umur")) == [(kelompok, 10)]


@pytest.mark.parametrize("lahir", ["19260531", "20260601"])
def test_tanggal_lahir_yang_tidak_mungkin_tidak_memberi_umur(lahir):
    balai = Balai()
    balai.banyak(10, lahir=lahir)
    assert balai.dimensi("Kelompok umur").tanpa_keterangan == 10


def test_yang_tidak_terbaca_tidak_diduga():
    balai = Balai()
    balai.asn(90.0, nip="12345", jenis_asn="")
    balai.asn(91.0, lahir="19850231", jenis_asn="")
    balai.asn(92.0, kelamin="3")
    balai.asn(93.0, kode="Z", golongan="entah", jenis_jabatan="  ")
    tanpa = [cara.tanpa_keterangan for cara in balai.keadilan().dimensi]
    assert tanpa == [3, 2, 2, 4, 4, 1, 4]


def test_jenis_asn_dari_nip_bila_skema_tidak_menyebutnya():
    balai = Balai()
    balai.banyak(10, jenis_asn="")
    for n in range(12):
        balai.asn(95.0, nip=f"1985061520242110{n:02d}", jenis_asn="")
    assert isi(balai.dimensi("Jenis ASN")) == [("PNS", 10), ("PPPK", 12)]


def test_asn_yang_tidak_lagi_ada_di_skema_hanya_punya_nip():
    balai = Balai()
    balai.banyak(10, golongan="III/a")
    balai.penempatan.clear()
    semua = {cara.judul: cara for cara in balai.keadilan().dimensi}
    assert isi(semua["Jenis ASN"]) == [("PNS", 10)]
    assert semua["Golongan"].tanpa_keterangan == 10


def test_penempatan_terakhir_dalam_periode_yang_berlaku():
    balai = Balai()
    for n in range(10):
        lama = {"nama": "S", "kode_unit": "A", "golongan": "III/d", "selesai": date(2026, 5, 15)}
        nip = balai.asn(95.0 + n, golongan="IV/a", mulai=date(2026, 5, 16), selesai=date(2026, 5, 31))
        balai.penempatan += [
            Penempatan(nip, **lama),
            Penempatan(nip, "S", "A", golongan="II/a", mulai=date(2026, 6, 1)),
        ]
    assert isi(balai.dimensi("Golongan")) == [("PNS IV", 10)]
    assert isi(balai.dimensi("Golongan", periode=Periode.dari_teks("2026-T2"))) == [("PNS II", 10)]


def test_tulisan_yang_hanya_berbeda_huruf_besar_dan_spasi_satu_kelompok():
    balai = Balai()
    balai.banyak(6, jenis_jabatan="Pelaksana")
    balai.banyak(4, jenis_jabatan=" pelaksana ")
    balai.banyak(4, jenis_jabatan="PELAKSANA")
    assert isi(balai.dimensi("Jenis jabatan")) == [("Pelaksana", 14)]


def test_penilai_disebut_namanya_dan_dua_yang_senama_dibedakan():
    balai = Balai()
    kepala = [
        balai.asn(99.0, nama="Rina Contoh"),
        balai.asn(99.0, nama="rina  Contoh"),
        balai.asn(99.0, nama="Budi"),
    ]
    for nip in (*kepala, "198001012005011009"):
        balai.banyak(10, nip_atasan=nip)
    nama = [kelompok.nama for kelompok in balai.dimensi("Penilai").kelompok]
    assert nama == [
        "198001012005011009", "Budi", f"Rina Contoh ({kepala[0]})", f"rina Contoh ({kepala[1]})",
    ]  # fmt: skip


def test_penilai_yang_pindah_disebut_dengan_namanya_yang_terakhir():
    balai = Balai()
    kepala = balai.asn(99.0, nama="Rina Contoh")
    balai.penempatan.append(balai.penempatan[0]._replace(nama="Dr. Rina Contoh", kode_unit="B"))
    balai.banyak(10, nip_atasan=kepala)
    assert isi(balai.dimensi("Penilai")) == [("Dr. Rina Contoh", 10)]


def test_huruf_besar_tidak_mengubah_urutan_kelompok():
    balai = Balai()
    for jabatan in ("Pelaksana", "analis", "Camat"):
        balai.banyak(10, jenis_jabatan=jabatan)
    assert isi(balai.dimensi("Jenis jabatan")) == [("analis", 10), ("Camat", 10), ("Pelaksana", 10)]


def test_kelompok_sembilan_orang_disembunyikan_dan_sepuluh_ditampilkan():
    balai = Balai()
    balai.banyak(30, 95.0, jenis_jabatan="Fungsional")
    balai.banyak(10, 90.0, jenis_jabatan="Pelaksana")
    balai.banyak(9, 80.0, jenis_jabatan="Pengawas")
    dapat = balai.dimensi("Jenis jabatan")
    assert isi(dapat) == [("Fungsional", 30), ("Pelaksana", 10)]
    assert (dapat.kelompok_tersembunyi, dapat.asn_tersembunyi, dapat.tanpa_keterangan) == (1, 9, 0)
    # 10 × 30 pairs lost, 10 × 9 won: the hidden ones are among the others.
    assert dapat.kelompok[1].delta == pytest.approx((90 - 300) / 390)
    assert any(
        "Kelompok dengan kurang dari 10 ASN, dan penilai dengan kurang dari 3, tidak ditampilkan" in kalimat
        for kalimat in balai.keadilan().catatan
    )


def test_yang_tanpa_keterangan_bukan_yang_tersembunyi():
    balai = Balai()
    balai.banyak(10, jenis_jabatan="Fungsional")
    balai.banyak(4, jenis_jabatan="Pengawas")
    balai.banyak(3)
    dapat = balai.dimensi("Jenis jabatan")
    assert (dapat.kelompok_tersembunyi, dapat.asn_tersembunyi, dapat.tanpa_keterangan) == (1, 4, 3)


def test_penilai_yang_tersembunyi_disebut_walaupun_tidak_ada_kelompok_yang_tersembunyi():
    """Twelve of one assessor stand in every group, and two of them are rated."""
    balai = Balai()
    balai.banyak(10, nip_atasan="198001012005011009", perilaku="")
    balai.banyak(2, nip_atasan="198001012005011009")
    assert not any(cara.kelompok_tersembunyi for cara in balai.keadilan().dimensi)
    assert any("penilai dengan kurang dari 3, tidak ditampilkan" in ini for ini in balai.keadilan().catatan)


def test_angka_kelompok_kecil_tidak_terbaca_dari_lawannya():
    """Of two groups each one's delta is the other's turned round: it goes with the group that is hidden."""
    balai = Balai()
    balai.banyak(30, kelamin="2")
    balai.banyak(9, kelamin="1")
    (perempuan,) = balai.dimensi("Jenis kelamin").kelompok
    assert isnan(perempuan.delta)
    assert (perempuan.nama, perempuan.sebutan, perempuan.jelas) == ("Perempuan", "", False)
    balai.banyak(1, kelamin="1")
    assert [isnan(kelompok.delta) for kelompok in balai.dimensi("Jenis kelamin").kelompok] == [False, False]


def test_median_angka_tercetak():
    balai = Balai()
    for nhk in (90.0, 92.01, 92.02, 97.81, 97.82, 99.0, 99.5, 100.0, 80.0, 70.0):
        balai.asn(nhk)
    assert balai.dimensi("Jenis ASN").kelompok[0].median == 94.92  # (92.02 + 97.81) / 2 = 94.915
    balai.asn(98.0)
    assert balai.dimensi("Jenis ASN").kelompok[0].median == 97.81


def test_hanya_yang_dinilai_yang_dilihat():
    balai = Balai()
    balai.banyak(10)
    balai.asn(np.nan, status="Belum Dinilai")
    balai.asn(np.nan, status="Pindah")
    assert (balai.keadilan().jumlah, isi(balai.dimensi("Jenis ASN"))) == (10, [("PNS", 10)])


@pytest.mark.parametrize(
    ("menilai_diri", "awal"),
    [(0, "Tidak ada yang patut ditanyakan dari 10 ASN dinilai, "), (2, "Patut ditanyakan: 2 ASN menilai dirinya sendiri (")],
)  # fmt: skip
def test_berapa_yang_menilai_dirinya_sendiri_masuk_simpulan(menilai_diri, awal):
    balai = Balai()
    balai.banyak(10)
    assert balai.keadilan(menilai_diri=menilai_diri).simpulan.startswith(awal)


def kota(benih, geser=0.0):
    """Return a world of 300 ASN, women with `geser` points less."""
    acak = np.random.default_rng(benih)
    balai = Balai()
    for _ in range(300):
        kelamin = acak.choice(["1", "2"])
        nhk = min(round(acak.normal(97, 6) - geser * (kelamin == "2"), 2), 105.0)
        balai.asn(
            nhk,
            lahir=f"19{acak.integers(65, 99)}0101",
            kelamin=kelamin,
            golongan=acak.choice(["II/a", "III/b", "IV/a"]),
            jenis_jabatan=acak.choice(["Fungsional", "Pelaksana"]),
            nip_atasan=f"19700101200001100{acak.integers(1, 6)}",
        )
    return balai


# What could not be measured is NaN, which equals nothing, itself neither: such values are compared as they are written.


def test_benih_yang_sama_memberi_angka_yang_sama_dalam_urutan_baris_apa_pun():
    balai = kota(1)
    awal = balai.keadilan()
    diacak = balai.nilai.sample(frac=1, random_state=5).reset_index(drop=True)
    assert repr(ukur_keadilan(diacak, balai.skema, MEI, ATURAN, PENGATURAN, (), 0)) == repr(awal)
    lain = balai.keadilan(pengaturan=PENGATURAN.model_copy(update={"benih": 2}))
    assert repr(lain.dimensi) != repr(awal.dimensi)
    assert (lain.benih, lain.ulangan, repr(lain.penilai)) == (2, 100, repr(awal.penilai))


def test_dimensi_lain_tidak_mengubah_angka(monkeypatch):
    balai = kota(2)
    awal = balai.keadilan().dimensi
    monkeypatch.setattr(keadilan, "CARA_KELOMPOK", keadilan.CARA_KELOMPOK[3:])
    assert repr(balai.keadilan().dimensi) == repr(awal[3:])


def test_perempuan_yang_dirugikan_ditemukan_di_seluruh_jalur():
    dapat = [kota(benih, 3.0).dimensi("Jenis kelamin").kelompok[0] for benih in range(20)]
    assert sum(kelompok.jelas and kelompok.delta < 0 for kelompok in dapat) >= 19


def test_nilai_yang_sama_dibagikan_acak_jarang_tampak_jelas():
    """The scores of that very city, dealt out at random. Meant are 5 percent; some 300 comparisons give 2 to 9."""
    semua = []
    for benih in range(20):
        balai = kota(benih, 3.0)
        nhk = np.random.default_rng(benih).permutation([baris["nilai_hasil_kerja"] for baris in balai.baris])
        for baris, angka in zip(balai.baris, nhk, strict=True):
            baris["nilai_hasil_kerja"] = angka
        semua += balai.keadilan().dimensi
    banyak, jelas = (sum(getattr(d, n) for d in semua) for n in ("perbandingan", "perbandingan_jelas"))
    assert 260 < banyak < 340
    assert 0.02 <= jelas / banyak <= 0.09


def test_catatan_menyebut_berapa_perbandingan_dan_berapa_yang_kebetulan():
    balai = Balai()
    balai.banyak(20, 90.0, kelamin="1", golongan="II/a")
    balai.banyak(20, 95.0, kelamin="2", golongan="III/a")
    balai.banyak(20, 99.0, kelamin="2", golongan="IV/a")
    catatan = balai.keadilan().catatan
    # Sex is one comparison, golongan three; PNS and age have one group only, and so none.
    assert catatan == (
        (
            "Perbedaan adalah pertanyaan, bukan bukti diskriminasi: kelompok berbeda pekerjaan, unit, target, dan penilainya, dan "
            "angka ini tidak memisahkan sebab-sebab itu."
        ),
        (
            "Nilai yang tidak berbeda juga bukan bukti bahwa kesempatannya sama: siapa mendapat tugas, target, atau jabatan apa tidak "
            "terlihat di sini."
        ),
        (
            "Yang dibandingkan adalah nilai kelompok, bukan orang: dari sebuah kelompok tidak dapat disimpulkan apa pun tentang seorang "
            "anggotanya. Kehadiran dan masa kerja tidak ikut dihitung."
        ),
        (
            "Ada 4 perbandingan dengan rentang 95 persen. Andaikan tidak ada perbedaan sama sekali, kira-kira 0,2 di antaranya tetap "
            "tampak jelas karena kebetulan, sedikit lebih banyak bila kelompoknya kecil; sekarang yang tampak jelas 3. Dua kelompok yang "
            "saling berhadapan dihitung satu perbandingan."
        ),
        (
            "ASN yang keterangannya kosong atau tidak terbaca di NIP atau skema tidak ikut dalam perbandingan itu; tidak ada yang "
            "diduga-duga."
        ),
    )


def test_yang_tidak_terbaca_hanya_disebut_bila_ada():
    balai = Balai()
    kepala = balai.asn(97.0, golongan="IV/a", jenis_jabatan="Administrator")
    balai.penempatan[0] = balai.penempatan[0]._replace(nip_atasan=kepala)
    balai.banyak(10, golongan="III/a", jenis_jabatan="Fungsional", nip_atasan=kepala)
    assert not any("tidak terbaca" in kalimat for kalimat in balai.keadilan().catatan)
    balai.banyak(1, golongan="III/a", jenis_jabatan="", nip_atasan=kepala)
    assert any("tidak terbaca" in kalimat for kalimat in balai.keadilan().catatan)


@pytest.mark.parametrize("belum", [0, 12])
def test_tanpa_asn_yang_dinilai_tidak_ada_yang_dibandingkan(belum):
    balai = Balai()
    balai.banyak(belum, status="Belum Dinilai")
    dapat = balai.keadilan()
    assert [cara.judul for cara in dapat.dimensi] == JUDUL
    assert not any(cara.kelompok or cara.tanpa_keterangan for cara in dapat.dimensi)
    assert (dapat.jumlah, dapat.penilai, isnan(dapat.jarak_tengah)) == (0, (), True)
    assert (dapat.catatan, dapat.simpulan) == (
        (),
        "Belum ada ASN yang dinilai, jadi tidak ada yang dapat dibandingkan.",
    )


def test_perbandingan_dihitung_sekali_bila_hanya_dua_kelompok():
    kelompok = KelompokKeadilan("X", 10, 90.0, 0.5, 0.2, 0.8, "besar", jelas=True)
    pasti = DimensiKeadilan("Uji", (kelompok, kelompok))
    assert (pasti.perbandingan, pasti.perbandingan_jelas) == (1, 1)
    tiga = DimensiKeadilan("Uji", (kelompok, kelompok), kelompok_tersembunyi=1)
    assert (tiga.perbandingan, tiga.perbandingan_jelas) == (2, 2)
