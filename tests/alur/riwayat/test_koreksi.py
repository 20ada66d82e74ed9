"""Corrections one after another: each is held against the version before it, and says what it did to whom."""

import json

import pytest
from alur.riwayat.buku_uji import ubah
from docx import Document

from asn_nilai.terbit.berkas import TulisGagalError

MEI = ("--periode", "2026-05", "--paralel", 1)
NIP, LAIN, KODE = "198604092024212934", "197606162003011926", "KES-04"
CAPAIAN = "capaian/2026-05/PKM-TB.xlsx"


def aspek(kota, baru):
    return ubah(kota / CAPAIAN, "Perilaku", "Akuntabel", NIP, "", baru)


def kata(pesan):
    return " ".join(pesan.split())


def test_koreksi_yang_dikembalikan_diam_diam_ditolak(terkunci, jalankan):
    """What stands as in version 1 again is not what version 2 locked: an aspect is printed, though no score depends on it."""
    sel, semula, _ = aspek(terkunci, "Di Atas Ekspektasi")
    assert semula == "Sesuai Ekspektasi"
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek salah ketik")[0] == 0
    sebelum = (terkunci / "riwayat/2026-05.jsonl").read_bytes()
    aspek(terkunci, semula)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert (
        f"Perilaku PKM-TB {NIP}: semula Akuntabel: Di Atas Ekspektasi, sekarang Akuntabel: Sesuai Ekspektasi "
        f"({CAPAIAN} › Perilaku › {sel})" in kata(pesan)
    )
    assert (terkunci / "riwayat/2026-05.jsonl").read_bytes() == sebelum
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek dikembalikan")
    assert status == 0
    assert (
        "Koreksi ini saja, sejak versi 2: 1 masukan, 0 hasil. Tidak ada nilai yang berubah karenanya."
        in kata(pesan)
    )


def test_koreksi_yang_terhenti_lalu_dibatalkan_tidak_terhitung_pada_yang_berikutnya(
    terkunci, jalankan, monkeypatch
):
    """What was about to be corrected for one stands in the register under the number that the next correction gets, for another."""
    aspek(terkunci, "Di Atas Ekspektasi")
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek salah ketik")[0] == 0
    _, semula, _ = ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi * 1.3)
    with monkeypatch.context() as penuh:

        def gagal(*_):
            raise TulisGagalError("Disk penuh.")

        penuh.setattr("asn_nilai.alur.hitungan.kunci_versi.simpan_versi", gagal)
        assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Realisasi salah ketik")[0] == 2
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, semula)
    assert jalankan("hitung", terkunci, *MEI)[0] == 0
    ubah(terkunci / CAPAIAN, "Perilaku", "Loyal", LAIN, "", "Sesuai Ekspektasi")
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek orang lain")
    assert status == 0
    assert (
        "Koreksi ini saja, sejak versi 2: 1 masukan, 0 hasil. Tidak ada nilai yang berubah karenanya."
        in kata(pesan)
    )


def test_penolakan_menyebut_yang_dikunci_terakhir(terkunci, jalankan):
    """After a correction, what was is what the correction locked, not what the first version had."""
    _, semula, dua = ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 5)
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Salah ketik")[0] == 0
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, semula + 6)
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert f"Realisasi PKM-TB {NIP} {KODE}: semula {dua}, sekarang {semula + 6} " in kata(pesan)


def test_koreksi_menyebut_siapa_yang_nilainya_turun(terkunci, jalankan):
    """Before it is done and after it: that nobody's predikat is another does not mean that it costs nobody anything."""
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 1)
    for kolom in ("Loyal", "Adaptif", "Kompeten"):
        ubah(terkunci / CAPAIAN, "Perilaku", kolom, NIP, "", "Di Atas Ekspektasi")
    ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", LAIN, KODE, lambda isi: isi - 1)
    turun = "NHK turun, predikat tetap: dr. Andriwaldi Koto, 197606162003011926 (PKM-TB) "
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert status == 2
    assert turun in kata(pesan)
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Keberatan diterima")
    assert status == 0
    assert turun in kata(pesan)
    assert "Koreksi ini saja" not in pesan


def test_koreksi_menyebut_kartu_dan_surat_dari_versi_sebelumnya(terkunci, jalankan, monkeypatch):
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    for jenis in ("rencana-perbaikan", "target"):
        assert jalankan("dokumen", jenis, terkunci, *MEI[:2], "--unit", "PKM-TB")[0] == 0
    assert jalankan("jelaskan", NIP, terkunci, *MEI[:2])[0] == 0
    aspek(terkunci, "Di Atas Ekspektasi")
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek salah ketik")
    assert status == 0
    assert (
        f"Kartu nilai dari versi sebelumnya masih ada di {terkunci / 'hasil/2026-05/kartu'}. Tulis lagi, dan ganti yang sudah dibagikan: "
        f"asn-nilai jelaskan --semua {terkunci} --periode 2026-05"
    ) in kata(pesan)
    assert (
        f"Surat dari versi sebelumnya masih ada di {terkunci / 'dokumen/2026-05'}: rencana-perbaikan. Tulis lagi tiap jenisnya, dan ganti "
        f"yang sudah diserahkan: asn-nilai dokumen JENIS {terkunci} --periode 2026-05"
    ) in kata(pesan)
    assert "dari versi sebelumnya" not in jalankan("hitung", terkunci, *MEI)[2]


def test_koreksi_yang_selesai_tidak_ditutup_galat_tentang_catatan_surat(terkunci, jalankan, monkeypatch):
    """The new version is in force; that nobody can read what is remembered of its letters is no reason to run it again."""
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    assert jalankan("dokumen", "rencana-perbaikan", terkunci, *MEI[:2], "--unit", "PKM-TB")[0] == 0
    catatan = terkunci / "dokumen/2026-05/.sidik-surat.json"
    catatan.unlink()
    catatan.mkdir()
    aspek(terkunci, "Di Atas Ekspektasi")
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek salah ketik")
    assert status == 0
    assert "dokumen/2026-05: rencana-perbaikan. Tulis lagi tiap jenisnya" in kata(pesan)


def test_kartu_membedakan_bulan_yang_dikoreksi(terkunci, jalankan, monkeypatch):
    """Two cards to May with another April must not look alike on paper: their foot names May's version alone."""
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    april = ("--periode", "2026-04", "--paralel", 1)
    jalankan("hitung", terkunci, *april)
    assert jalankan("kunci", terkunci, *april)[0] == 0

    def bulan() -> list[str]:
        assert jalankan("dokumen", "kartu", terkunci, *MEI[:2], "--unit", "PKM-TB")[0] == 0
        tabel = Document(terkunci / f"dokumen/2026-05/kartu_{NIP}.docx").tables
        (milik,) = (t for t in tabel if t.rows[0].cells[1].text == "Nilai hasil kerja")
        return [baris.cells[0].text for baris in milik.rows[-2:]]

    def kata_versi(periode: str, nomor: int) -> str:
        manifes = json.loads(
            (terkunci / f"riwayat/{periode}/v{nomor}/manifes.json").read_text(encoding="utf-8")
        )
        return f"versi {nomor}\nkode {manifes['kode']}"

    mei = f"Mei 2026\n{kata_versi('2026-05', 1)}"
    assert bulan() == [f"April 2026\n{kata_versi('2026-04', 1)}", mei]
    ubah(terkunci / CAPAIAN.replace("05", "04"), "Perilaku", "Loyal", NIP, "", "Di Bawah Ekspektasi")
    assert jalankan("hitung", terkunci, *april, "--koreksi", "Salah ketik")[0] == 0
    assert bulan() == [f"April 2026\n{kata_versi('2026-04', 2)}", mei]


def test_berita_acara_koreksi_menyebut_yang_digantikannya(terkunci, jalankan, monkeypatch):
    """Two minutes of one month lie in the same file a year later: the later one says which it replaces."""
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)

    def kalimat() -> str:
        assert jalankan("dokumen", "berita-acara", terkunci, *MEI[:2], "--unit", "PKM-TB")[0] == 0
        surat = Document(terkunci / "dokumen/2026-05/berita-acara_PKM-TB.docx")
        return " ".join(alinea.text for alinea in surat.paragraphs)

    assert "menggantikan" not in kalimat()
    aspek(terkunci, "Di Atas Ekspektasi")
    assert jalankan("hitung", terkunci, *MEI, "--koreksi", "Aspek salah ketik")[0] == 0
    lama = json.loads((terkunci / "riwayat/2026-05/v1/manifes.json").read_text(encoding="utf-8"))["kode"]
    assert f", menggantikan versi 1 · kode {lama} · nomor 800/12/BKPSDM/2026 · 5 Juni 2026." in kalimat()


def tanpa_keadaan_awal(riwayat):
    (riwayat / "2026-05/awal-1.zip").unlink()


def tanpa_sidik(riwayat):
    (riwayat / "sidik.json").unlink()


def tanpa_register(riwayat):
    (riwayat / "2026-05.jsonl").unlink()


def terpotong(riwayat):
    register = riwayat / "2026-05.jsonl"
    register.write_bytes(register.read_bytes()[:100])


@pytest.mark.parametrize("rusakkan", [tanpa_keadaan_awal, tanpa_sidik, tanpa_register, terpotong])
def test_koreksi_meneruskan_register_yang_putus_walau_tidak_ada_lagi_yang_berubah(
    terkunci, jalankan, rusakkan
):
    """Where no backup is left the refusal names the way out: it is open, and what broke is told for ever."""
    rusakkan(terkunci / "riwayat")
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert (status, "Bila tidak ada, hitung dengan --koreksi" in kata(pesan)) == (2, True), pesan
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Folder riwayat hilang sebagian")
    assert (status, "Terkunci: versi 2" in pesan) == (0, True), pesan
    status, _, pesan = jalankan("hitung", terkunci, *MEI)
    assert (status, "Terkunci: versi 2" in pesan) == (0, True), pesan
    status, _, pesan = jalankan("hitung", terkunci, *MEI, "--koreksi", "Sekali lagi")
    assert (status, "tidak ada yang dikoreksi" in kata(pesan)) == (2, True), pesan
    status, _, pesan = jalankan("riwayat", terkunci, *MEI[:2])
    assert (status, "RANTAI PUTUS" in pesan, "Register perubahan tidak utuh" in pesan) == (1, True, True)
