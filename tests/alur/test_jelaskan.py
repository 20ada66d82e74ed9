"""`jelaskan` on the example city, through files: recomputed to the stored score, and its promises kept by `hitung`."""

import json
from collections import Counter
from pathlib import Path

import pytest
from janji_berkas import Setoran, baca, nilai_tercatat, periksa_janji, periksa_tercatat
from laju import PENUH, bertingkat

from asn_nilai.acuan.periode import Periode
from asn_nilai.alur.perintah.jelaskan import jelaskan
from asn_nilai.alur.siapkan import siapkan

MEI = "2026-05"
LAIN = bertingkat(("bukittinggi", "kemenkeu-127-2026", "pp-30-2019"), 0)
LAMPAU = [
    pytest.param(tahun, kode, marks=pytest.mark.skipif(not PENUH, reason="bukti panjang"))
    for tahun, kode in ((2021, "permenpanrb-8-2021"), (2019, "perka-bkn-1-2013"))
]


def asn_menurut_predikat(kota: Path, periode: str, predikat: str) -> list[str]:
    return [b["nip"] for b in baca(kota / f"hasil/{periode}/nilai.csv") if b["predikat"] == predikat]


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize("periode", bertingkat((MEI, "2026-T1", "2026-06", "2026-01:2026-05"), 1))
def test_setiap_asn_contoh_terhitung_lagi_sampai_nilai_yang_tercatat(kota_terhitung, periode):
    konteks = siapkan(kota_terhitung, periode)
    tercatat = nilai_tercatat(konteks)
    assert len(tercatat) >= 79
    for baris in tercatat if PENUH or periode == MEI else tercatat[::4]:
        periksa_tercatat(konteks, baris)


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize("periode", [MEI, "2026-T1"] if PENUH else [MEI])
@pytest.mark.parametrize("kode", LAIN)
def test_setiap_asn_contoh_terhitung_lagi_menurut_aturan_lain(kota, jalankan, kode, periode):
    jalankan("hitung", kota, "--periode", periode, "--aturan", kode)
    konteks = siapkan(kota, periode, kode)
    tercatat = nilai_tercatat(konteks)
    assert len(tercatat) >= 79
    for baris in tercatat if PENUH else tercatat[::8]:
        periksa_tercatat(konteks, baris)


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize(("tahun", "kode"), LAMPAU)
def test_setiap_asn_contoh_terhitung_lagi_menurut_aturan_lampau(kota_tahun, jalankan, tahun, kode):
    kota = kota_tahun(tahun, kode)
    jalankan("hitung", kota)
    konteks = siapkan(kota)
    tercatat = nilai_tercatat(konteks)
    assert len(tercatat) >= 79
    assert sum(baris["status"] == "Dinilai" for baris in tercatat) >= 50
    for baris in tercatat:
        periksa_tercatat(konteks, baris)


def janji_di_berkas(kota: Path, konteks, paling_banyak: int | None = None) -> Counter:
    """Keep the promises to (some of) the ASN of each predikat but the best; returns what was tried."""
    setoran, diuji = Setoran(kota, konteks.skema), Counter()
    for predikat in konteks.aturan.predikat.urutan[1:]:
        for nip in asn_menurut_predikat(kota, konteks.periode.kode, predikat)[:paling_banyak]:
            diuji += periksa_janji(setoran, konteks, nip)
    return diuji


@pytest.mark.menyeluruh
@pytest.mark.usefixtures("mei")
def test_perubahan_terkecil_yang_diketik_ke_berkas_benar_menaikkan_dan_selangkah_kurang_tidak(kota):
    diuji = janji_di_berkas(kota, siapkan(kota, MEI), None if PENUH else 6)
    assert min(diuji[jenis] for jenis in ("sendiri", "bersama", "perilaku")) >= 4, diuji


@pytest.mark.parametrize("kode", LAIN)
def test_perubahan_terkecil_yang_diketik_menurut_aturan_lain(kota, jalankan, kode):
    jalankan("hitung", kota, "--periode", MEI, "--aturan", kode)
    diuji = janji_di_berkas(kota, siapkan(kota, MEI, kode), None if PENUH else 2)
    assert min(diuji[jenis] for jenis in ("sendiri", "bersama")) >= 1, diuji


@pytest.mark.parametrize(("tahun", "kode"), LAMPAU)
def test_perubahan_terkecil_yang_diketik_menurut_aturan_lampau(kota_tahun, jalankan, tahun, kode):
    kota = kota_tahun(tahun, kode)
    jalankan("hitung", kota)
    diuji = janji_di_berkas(kota, siapkan(kota))
    assert min(diuji[jenis] for jenis in ("sendiri", "bersama")) >= 10, diuji


@pytest.mark.menyeluruh
@pytest.mark.usefixtures("mei")
def test_angka_terakhir_yang_aman_dan_selangkah_sesudahnya(kota):
    konteks, diuji = siapkan(kota, MEI), 0
    setoran = Setoran(kota, konteks.skema)
    for nip in asn_menurut_predikat(kota, MEI, "Sangat Baik")[:6]:
        penjelasan = jelaskan(konteks, nip)
        for peluang in penjelasan.perubahan.peluang:
            for aman, arah in ((peluang.aman_bawah, -1), (peluang.aman_atas, 1)):
                if aman is not None:
                    setoran.ketik({peluang.sel: aman})
                    assert jelaskan(konteks, nip).predikat == "Sangat Baik"
                    setoran.ketik({peluang.sel: round(aman + arah * peluang.langkah, 6)})
                    assert jelaskan(konteks, nip).predikat == peluang.predikat_turun
                    setoran.ketik({peluang.sel: peluang.sekarang})
                    diuji += 1
    assert diuji >= 6


def test_json_sendirian_di_keluaran_standar_dan_tidak_menulis_apa_pun(kota, jalankan):
    nip = "199302052018042912"
    status, keluar, pesan = jalankan("jelaskan", nip, kota, "--periode", MEI, "--json")
    isi = json.loads(keluar)
    assert (status, pesan, isi["predikat"], isi["hasil_terbit"]) == (0, "", "Butuh Perbaikan", "")
    assert isi["bagian"][0]["baris"][0]["bulan"][0]["sel_realisasi"].startswith(
        "capaian/2026-05/BKPSDM.xlsx › Capaian › "
    )
    assert isi["perubahan"]["jalan"] == "hasil"
    assert not (kota / "hasil").exists()


def test_terminal_menyebut_sel_dasar_dan_tempat_kartu(kota, jalankan):
    status, keluar, pesan = jalankan("jelaskan", "19930205 201804 2 912", kota, "--periode", MEI)
    rata = " ".join(keluar.split())
    assert status == 0
    for kata in (
        "Elfirawati Kutianyir, S.Psi.", "capaian/2026-05/BKPSDM.xlsx › Capaian › ", "target/BKPSDM.xlsx › Target › ",
        "Jumlah (bobot × capaian) ÷ jumlah bobot", "masuk rentang x < 90", "PermenPANRB 6/2022, kuadran kinerja",
        "Agar predikat naik", "Bersama-sama cukup",
    ):  # fmt: skip
        assert kata in rata, kata
    kartu = kota / "hasil" / MEI / "kartu" / "kartu-199302052018042912.html"
    assert str(kartu) in pesan
    assert "berikan hanya kepada ASN yang bersangkutan" in pesan
    assert kartu.is_file()


def test_yang_perlu_perilaku_lain_pula_tidak_menjanjikan_predikat_dari_angka_saja(kota, jalankan):
    nip, juni = "198005192003031948", "2026-06"
    _, keluar, _ = jalankan("jelaskan", nip, kota, "--periode", juni)
    rata = " ".join(keluar.split())
    kartu = (kota / "hasil" / juni / "kartu" / f"kartu-{nip}.html").read_text(encoding="utf-8")
    syarat = "ila juga rating perilaku menjadi Di Atas Ekspektasi, predikat"
    for teks in (rata, kartu):
        assert "Salah satu saja tidak menaikkannya." in teks
        assert f"b{syarat} Sangat Baik." in teks
        assert "Predikat naik bila<" not in teks
        assert "0,1 persen" not in teks
        assert "Kegiatan gotong royong warga dari 4 menjadi 5 kegiatan saja sudah cukup." in teks
    assert f"B{syarat} naik pada</th>" in kartu
    assert "Bila juga rating perilaku" in rata  # the head of a narrow column
    perubahan = jelaskan(siapkan(kota, juni), nip).perubahan
    assert (perubahan.jalan, perubahan.syarat_perilaku) == (
        "keduanya",
        "rating perilaku menjadi Di Atas Ekspektasi",
    )


@pytest.mark.parametrize(
    ("nip", "kata"),
    [
        ("199302052018042913", "tidak ada pada lembar Pegawai di skema.xlsx. Program tidak menebak"),
        ("abc", "Tidak ada ASN bernama 'abc' pada lembar Pegawai di skema.xlsx."),
    ],
)
def test_nip_yang_tidak_dikenal_tidak_ditebak(kota, jalankan, nip, kata):
    status, keluar, pesan = jalankan("jelaskan", nip, kota, "--periode", MEI)
    assert (status, keluar) == (2, "")
    assert kata in pesan


def test_asn_yang_belum_dinilai_mendapat_alasannya(kota, jalankan):
    jalankan("hitung", kota)
    baris = next(b for b in baca(kota / "hasil/2026-06/nilai.csv") if "realisasi-kosong" in b["alasan"])
    status, keluar, _ = jalankan("jelaskan", baris["nip"], kota, "--periode", "2026-06")
    assert status == 1
    assert "Mengapa belum dinilai" in keluar
    assert "capaian/2026-06/PKM-TB.xlsx › Capaian › H21" in keluar
    assert "Yang akan mengubah predikat" not in keluar


def test_asn_tanpa_perilaku_melihat_predikat_menurut_tiap_rating(kota, jalankan):
    jalankan("hitung", kota)
    baris = next(b for b in baca(kota / "hasil/2026-06/nilai.csv") if "perilaku-kosong" in b["alasan"])
    _, keluar, _ = jalankan("jelaskan", baris["nip"], kota, "--periode", "2026-06")
    rata = " ".join(keluar.split())
    assert "96,80" in rata
    assert "Menunggu rating perilaku: Di Atas Ekspektasi menjadi Baik; Sesuai Ekspektasi menjadi Baik" in rata


def test_asn_yang_pindah_dijelaskan_bagian_demi_bagian(kota, jalankan):
    jalankan("hitung", kota, "--periode", "2026-T1")
    nip = next(b["nip"] for b in baca(kota / "hasil/2026-T1/nilai.csv") if b["status"] == "Pindah")
    penjelasan = jelaskan(siapkan(kota, "2026-T1"), nip)
    assert [b.bulan_dihitung for b in penjelasan.bagian] == [2, 1]
    assert [langkah.judul for langkah in penjelasan.langkah][:4] == [
        "Bulan menjadi satu angka",
        *(f"NHK di {b.kode_unit}" for b in penjelasan.bagian),
        "NHK periode, sesudah pindah unit",
    ]
    _, keluar, _ = jalankan("jelaskan", nip, kota, "--periode", "2026-T1")
    assert "bagian di unit sebelumnya sudah lewat" in " ".join(keluar.split())


@pytest.mark.usefixtures("mei")
def test_hasil_yang_sudah_terbit_tetapi_lain_disebut_sekalimat(kota, jalankan):
    nip = "199302052018042912"
    assert "mencatat NHK" not in jalankan("jelaskan", nip, kota, "--periode", MEI)[2]
    sel = jelaskan(siapkan(kota, MEI), nip).perubahan.peluang[0]
    Setoran(kota).ketik({sel.sel: sel.sekarang + 1})
    pesan = jalankan("jelaskan", nip, kota, "--periode", MEI)[2]
    assert pesan.count("mencatat NHK") == 1
    assert "dihitung dari masukan yang sekarang" in pesan


def test_asn_yang_belum_ditempatkan_pada_periode_itu(kota, jalankan):
    konteks = siapkan(kota, "2026-06")
    berbatas = [
        p for p in konteks.skema.penempatan if p.mulai and len(konteks.skema.penempatan_asn[p.nip]) == 1
    ]
    for asn in berbatas:
        bulan = Periode.dari_teks("2026-01")
        if not asn.bulan_dalam(bulan):
            status, _, pesan = jalankan("jelaskan", asn.nip, kota, "--periode", "2026-01")
            assert status == 2
            assert "tidak ditempatkan di unit mana pun pada Januari 2026" in pesan
