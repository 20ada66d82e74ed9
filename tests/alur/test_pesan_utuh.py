"""What the commands say where they cannot begin, whole: what happened, where, and what to do."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from salinan_contoh import CONTOH, salin_contoh

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.perintah.jelaskan import jelaskan
from asn_nilai.alur.perintah.simulasi import siapkan_simulasi
from asn_nilai.alur.perintah.tandai import Salinan, kalimat_salinan, tandai_unit
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.siapkan import pilih_unit, siapkan
from asn_nilai.alur.terbitan.hasil_utuh import periksa_ada
from asn_nilai.alur.terbitan.kunci_samaran import kunci_samaran

MEI = "2026-05"
NIP = "199302052018042912"


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    """The example city's May; to read, not to write."""
    return siapkan(CONTOH, MEI)


def kata(lakukan) -> str:
    with pytest.raises(PenggunaanError) as galat:
        lakukan()
    return str(galat.value)


def test_periode_aturan_dan_unit_yang_tidak_ada(konteks, tmp_path):
    assert kata(lambda: siapkan(CONTOH, "2025-05")) == (
        f"Mei 2025 bukan tahun 2026, tahun ruang kerja {CONTOH.resolve()}. Tiap tahun mempunyai ruang kerja sendiri: tulis --periode "
        "2026-05, atau pakai ruang kerja tahun 2025."
    )
    assert kata(lambda: siapkan(CONTOH, MEI, "permenpanrb-8-2021")) == (
        "Aturan PermenPANRB 8/2021 berlaku sejak 1 Juli 2021 sampai akhir 2021; Mei 2026 di luar masa itu. Pilih aturan lain dengan "
        "--aturan; yang berlaku: bukittinggi, kemenkeu-127-2026, permenpanrb-6-2022, pp-30-2019."
    )
    milik_ruang = salin_contoh(tmp_path / "kota")
    pengaturan = milik_ruang / "asn-nilai.toml"
    isi = pengaturan.read_text(encoding="utf-8").replace("permenpanrb-6-2022", "permenpanrb-8-2021")
    pengaturan.write_text(isi, encoding="utf-8")
    assert kata(lambda: siapkan(milik_ruang, MEI)) == (
        "Aturan PermenPANRB 8/2021 berlaku sejak 1 Juli 2021 sampai akhir 2021; Mei 2026 di luar masa itu. Tulis aturan lain di "
        "asn-nilai.toml, atau hitung periode ini dengan --aturan KODE; yang berlaku: bukittinggi, kemenkeu-127-2026, permenpanrb-6-2022, "
        "pp-30-2019."
    )
    assert kata(lambda: pilih_unit(konteks, ["BKPSDM", "DINAS", "Y"])) == (
        "Unit DINAS, Y tidak ada di skema. Mungkin maksudnya DINKES. "
        f"Unit yang ada: {', '.join(konteks.skema.unit)}."
    )


def test_belum_ada_berkas_capaian(tmp_path):
    (tmp_path / "asn-nilai.toml").write_bytes((CONTOH / "asn-nilai.toml").read_bytes())
    assert kata(lambda: siapkan(tmp_path)) == (
        f"Belum ada berkas capaian di {tmp_path.resolve() / 'capaian'}. "
        "Taruh berkas unit di dalam folder bulannya (misalnya 2026-06), atau tulis --periode. "
        f"Buku isiannya: asn-nilai templat capaian {tmp_path.resolve()} --periode 2026-01"
    )


def test_asn_yang_tidak_dapat_dijelaskan(konteks):
    assert kata(lambda: jelaskan(konteks, "199302052018042913")) == (
        "NIP 199302052018042913 tidak ada pada lembar Pegawai di skema.xlsx. Program tidak menebak NIP yang mirip. "
        "Periksa ke-18 angkanya pada kolom NIP lembar itu, lalu ulangi."
    )
    penempatan = tuple(p._replace(kode_unit="LAMA") for p in konteks.skema.penempatan)
    lain = replace(konteks, skema=Skema(konteks.skema.unit, penempatan, konteks.skema.indikator))
    assert kata(lambda: jelaskan(lain, NIP)) == (
        f"NIP {NIP} terdaftar, tetapi tidak ditempatkan di unit mana pun pada Mei 2026. Periksa kolom Mulai, Selesai, dan "
        "Kode Unit pada lembar Pegawai di skema.xlsx, atau pilih --periode lain."
    )


def test_simulasi_tanpa_pembanding():
    assert kata(lambda: siapkan_simulasi(CONTOH, MEI, None, ())) == (
        "Tulis aturan pembandingnya dengan --aturan KODE, atau angka yang diubah dengan --ubah nama=angka. "
        "Daftar aturan: asn-nilai aturan"
    )


def test_yang_belum_dihitung(tmp_path, konteks):
    lain = replace(konteks, ruang=konteks.ruang._replace(akar=tmp_path, diketik=Path("kota")))
    assert kata(lambda: periksa_ada(lain)) == (
        "Hasil Mei 2026 belum ada di ruang kerja ini. Jalankan dahulu: asn-nilai hitung kota --periode 2026-05"
    )


def test_folder_periode_yang_sedang_ditulis_atau_tidak_dapat_ditulisi(tmp_path):
    def _kunci(folder: Path) -> None:
        with kunci_periode(folder):
            pass

    with kunci_periode(tmp_path):
        assert kata(lambda: _kunci(tmp_path)) == (
            f"Perintah lain sedang menulis {tmp_path}. Tunggu sampai selesai, lalu jalankan lagi."
        )
    berkas = tmp_path / "berkas"
    berkas.touch()
    assert kata(lambda: _kunci(berkas)) == (
        f"Folder {berkas} tidak dapat ditulisi (sudah ada berkas atau folder lain yang bernama itu). "
        "Pindahkan atau ubah nama yang menghalangi itu, lalu jalankan lagi."
    )


def test_kunci_samaran_yang_rusak(tmp_path):
    kunci = kunci_samaran(tmp_path)
    assert len(kunci) == 32
    (berkas,) = tmp_path.iterdir()
    for isi in (berkas.read_bytes()[1:], b"G" * 64, "é".encode()):
        berkas.write_bytes(isi)
        assert kata(lambda: kunci_samaran(tmp_path)) == (
            f"{berkas} tidak berisi kunci samaran yang utuh (64 huruf dan angka heksadesimal). Kembalikan berkas itu dari "
            "cadangan. Bila kunci lama memang hilang, pindahkan berkas itu dari folder ini dan jalankan lagi: kunci baru "
            "dibuat, dan nama samaran pada pengumuman berikutnya berbeda dari yang sudah diumumkan."
        )


def salinan(nomor: int, *, berkas: str = "", pesan: str = "") -> Salinan:
    return Salinan(f"U{nomor}", f"capaian/U{nomor}.xlsx", berkas, pesan)


def test_kunci_samaran_yang_dipegang_program_lain_tidak_disangka_rusak(tmp_path, monkeypatch):
    """Whoever were told so would move it away, and the next publication had other pseudonyms."""
    kunci_samaran(tmp_path)
    (berkas,) = tmp_path.iterdir()

    def baca(ini, *_, **__):
        raise PermissionError(13, "Permission denied", str(ini))

    monkeypatch.setattr(Path, "read_text", baca)
    assert kata(lambda: kunci_samaran(tmp_path)) == (
        f"Kunci samaran {berkas} tidak dapat dibuka (tidak diizinkan). Tutup program yang memakainya atau mintalah hak membaca dan "
        "menulis di situ, lalu jalankan lagi."
    )


@pytest.mark.parametrize(
    ("semua", "harap"),
    [
        ([], ["Tidak ada salinan bertanda: tidak ada temuan pada setoran."]),
        ([salinan(1, berkas="hasil/a.xlsx")], ["Salinan bertanda: hasil/a.xlsx"]),
        (
            [salinan(1, berkas="a"), salinan(2, berkas="b")],
            ["2 salinan bertanda di hasil/2026-05/KODE_UNIT/, bernama …_ditandai."],
        ),
        (
            [salinan(1, pesan="Tidak diganti."), salinan(2, berkas="c", pesan="Daftar.")],
            ["Daftar. Lihat c.", "Tidak diganti."],
        ),
    ],
)  # fmt: skip
def test_kalimat_salinan_bertanda(konteks, semua, harap):
    assert kalimat_salinan(konteks, semua) == harap


@pytest.fixture
def bertemuan(kota):
    """Mark one unit of the example's June; returns what the copies say."""
    konteks = siapkan(kota, "2026-06")

    def _tandai(unit: str) -> list[str]:
        (berkas,) = [b for b in konteks.berkas_unit(unit) if b.parent.name == "2026-06"]
        asal = konteks.ruang.relatif(berkas)
        butir = temuan("angka-tidak-sah", Letak(asal, "Capaian", "H12"), unit=unit, teks="x", sebab="")
        return [buku.pesan for buku in tandai_unit(konteks, (unit, [butir]))[1]]

    return _tandai


def test_yang_tidak_dapat_ditandai_mendapat_daftar(kota, bertemuan):
    ganti = "; sebagai gantinya ada daftar selnya."
    assert bertemuan("BKPSDM") == [""]
    (pesan,) = bertemuan("KEL-TD")
    assert pesan == (
        "capaian/2026-06/KEL-TD.ods tidak dapat ditandai langsung karena tanda hanya dapat ditulis di .xlsx dan .xlsm, "
        f"sedangkan berkas ini .ods{ganti}"
    )
    for contoh, sebab in (("bersandi", "dikunci dengan kata sandi"), ("kosong", "tidak dapat dibuka")):
        asal = Path(__file__).parents[1] / "contoh" / "rusak" / f"{contoh}.xlsx"
        (kota / "capaian" / "2026-06" / "BKPSDM.xlsx").write_bytes(asal.read_bytes())
        assert bertemuan("BKPSDM") == [
            f"capaian/2026-06/BKPSDM.xlsx tidak dapat ditandai langsung karena berkasnya {sebab}{ganti}"
        ]


def test_salinan_yang_dikerjakan_dibiarkan(kota, bertemuan):
    bertemuan("BKPSDM")
    (dikerjakan,) = (kota / "hasil" / "2026-06" / "BKPSDM").iterdir()
    with zipfile.ZipFile(dikerjakan, "a") as arsip:
        arsip.writestr("catatan.txt", "dikerjakan")
    (pesan,) = bertemuan("BKPSDM")
    assert pesan == (
        f"hasil/2026-06/BKPSDM/{dikerjakan.name} tidak diganti karena isinya sudah diubah sejak ditandai. Bila itu "
        "perbaikannya, salin ke capaian/2026-06/BKPSDM.xlsx; bila bukan, hapus; lalu jalankan perintah ini lagi."
    )


def test_salinan_yang_tidak_dapat_diganti_atau_dihapus(kota, bertemuan, monkeypatch):
    bertemuan("BKPSDM")
    konteks = siapkan(kota, "2026-06")

    def _gagal(_berkas, *_lain, **_nama):
        raise OSError(5, "galat masukan")

    monkeypatch.setattr(Path, "unlink", _gagal)
    assert [buku.pesan for buku in tandai_unit(konteks, ("BKPSDM", []))[1]] == [
        "hasil/2026-06/BKPSDM/BKPSDM_2026-06_ditandai.xlsx sudah usang, tetapi tidak dapat dihapus (disk atau jaringannya bermasalah)."
    ]
    setoran = kota / "capaian" / "2026-06" / "BKPSDM.xlsx"
    setoran.rename(setoran.with_suffix(".xlsm"))
    assert bertemuan("BKPSDM") == [
        "Salinan capaian/2026-06/BKPSDM.xlsm yang lama tidak dapat diganti (disk atau jaringannya bermasalah). Tutup berkasnya, lalu jalankan lagi."
    ]
