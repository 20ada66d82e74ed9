"""The command: where templates go, what is left alone, and what is said."""

import pytest
from isian_contoh import isi_capaian, isi_dengan_openpyxl
from openpyxl import load_workbook

from asn_nilai import cli

MEI = "2026-05"
UNIT = ["BKPSDM", "DINKES", "DISKOMINFO", "DPMPTSP", "KEL-PPK", "KEL-TD", "PKM-MDG", "PKM-TB"]


def nama(folder):
    return sorted(f.stem for f in folder.iterdir())


def test_templat_tidak_ditaruh_di_tempat_setoran(kota, jalankan):
    sebelum = {f: f.read_bytes() for f in kota.rglob("*.xls*")}
    status, pesan = jalankan("templat", "capaian", kota, "--periode", "2026-07")
    assert status == 0
    assert nama(kota / "templat" / "2026-07") == UNIT
    assert nama(kota / "capaian" / "2026-07") == []  # it waits for what comes back
    assert {f: f.read_bytes() for f in sebelum} == sebelum
    assert f"8 templat baru ditulis di {kota / 'templat' / '2026-07'}" in pesan
    assert str(kota / "capaian" / "2026-07" / "<KODE UNIT>.xlsx") in pesan


def test_tanpa_periode_dipakai_bulan_terbaru_dan_unit_dapat_dipilih(kota, jalankan):
    status, _ = jalankan("templat", "capaian", kota, "--unit", "kel-td")
    assert status == 0
    assert nama(kota / "templat" / "2026-06") == ["KEL-TD"]


def test_triwulan_memberi_satu_templat_tiap_bulan(kota, jalankan):
    jalankan("templat", "capaian", kota, "--periode", "2026-T3", "--unit", "KEL-TD")
    bulan = ["2026-07", "2026-08", "2026-09"]
    assert nama(kota / "templat") == bulan
    assert nama(kota / "capaian")[-3:] == bulan
    jalankan("templat", "target", kota)
    assert nama(kota / "capaian")[-3:] == bulan


def test_templat_yang_belum_disentuh_diperbarui_yang_sudah_diisi_dibiarkan(kota, jalankan):
    jalankan("templat", "capaian", kota, "--periode", MEI)
    folder = kota / "templat" / MEI
    terisi = folder / "PKM-TB.xlsx"
    isi_dengan_openpyxl(terisi, isi_capaian(terisi, "PKM-TB", MEI)[:3], terisi)
    hanya_disimpan = folder / "KEL-TD.xlsx"
    load_workbook(hanya_disimpan).save(hanya_disimpan)
    asing = folder / "DPMPTSP.xlsx"
    asing.write_bytes(b"bukan buku kerja")
    tetap = {f: f.read_bytes() for f in (terisi, hanya_disimpan, asing)}
    target = kota / "target" / "BKPSDM.xlsx"
    buku = load_workbook(target)
    sel = next(s for b in buku["Target"].iter_rows() for s in b if s.value == "Mei").offset(2, 0)
    sel.value += 1
    buku.save(target)

    status, pesan = jalankan("templat", "capaian", kota, "--periode", MEI)
    assert status == 0
    assert {f: f.read_bytes() for f in tetap} == tetap
    assert f"Diperbarui (belum pernah disimpan orang): templat/{MEI}/BKPSDM.xlsx" in pesan
    dibiarkan = next(b for b in pesan.splitlines() if b.startswith("Dibiarkan karena sudah diisi"))
    assert dibiarkan.endswith(
        f"templat/{MEI}/PKM-TB.xlsx, templat/{MEI}/KEL-TD.xlsx, templat/{MEI}/DPMPTSP.xlsx"
    )
    assert f"1 templat yang diperbarui ditulis di {folder}" in pesan
    assert "Tidak ada templat" not in pesan
    _, lagi = jalankan("templat", "capaian", kota, "--periode", MEI)
    assert f"Tidak ada templat yang ditulis. Tempatnya: {folder}" in lagi
    sama = next(b for b in lagi.splitlines() if b.startswith("Sudah ada dan masih sama: "))
    assert sama.count(".xlsx") == 5
    assert f"templat/{MEI}/BKPSDM.xlsx" in sama


def test_tanpa_target_unit_itu_saja_yang_tidak_dibuat(kota, jalankan):
    (kota / "target" / "PKM-TB.xlsx").unlink()
    (kota / "target" / "KEL-TD.xlsx").write_bytes(b"rusak")
    status, pesan = jalankan("templat", "capaian", kota, "--periode", MEI)
    assert status == 1
    assert nama(kota / "templat" / MEI) == [u for u in UNIT if u not in {"PKM-TB", "KEL-TD"}]
    assert (
        f"Tidak dibuat karena target unitnya belum dapat dibaca: templat/{MEI}/PKM-TB.xlsx, templat/{MEI}/KEL-TD.xlsx"
        in pesan
    )
    assert "target/PKM-TB.xlsx: Puskesmas Tigo Baleh belum menyetor berkas target 2026." in pesan


def test_asn_yang_targetnya_salah_disebut_dan_yang_lain_tetap_mendapat_baris(kota, jalankan):
    target = kota / "target" / "KEL-TD.xlsx"
    buku = load_workbook(target)
    nip = buku["Target"]["B9"].value
    for baris in buku["Target"].iter_rows(min_row=9):
        if baris[1].value == nip:
            baris[3].value = "XXX-99"
    buku.save(target)
    status, pesan = jalankan("templat", "capaian", kota, "--periode", MEI, "--unit", "KEL-TD")
    assert status == 1
    assert "Kode indikator 'XXX-99' tidak ada" in pesan
    assert (
        f"templat/{MEI}/KEL-TD.xlsx: tanpa target bulan ini, jadi tidak ada barisnya: {buku['Target']['C9'].value}."
        in pesan
    )
    lembar = load_workbook(kota / "templat" / MEI / "KEL-TD.xlsx")["Capaian"]
    assert nip not in {sel.value for sel in lembar["B"]}
    assert lembar.max_row > 20


def test_target_yang_tidak_terbawa_ke_templat_setahun_disebut_di_bulan_mana_pun(kota, jalankan):
    target = kota / "target" / "KEL-TD.xlsx"
    buku = load_workbook(target)
    juni = next(s for b in buku["Target"].iter_rows() for s in b if s.value == "Jun").offset(1, 0)
    juni.value = "80–90"
    buku.save(target)
    status, pesan = jalankan("templat", "target", kota, "--unit", "KEL-TD")
    assert status == 1
    assert f"target/KEL-TD.xlsx › Target › {juni.coordinate}: '80–90' tidak dapat dibaca" in pesan
    assert "capaian/" not in pesan


@pytest.mark.parametrize(
    ("argumen", "kalimat"),
    [
        (
            ("pegawai",),
            "Templat 'pegawai' tidak ada. Tulis: asn-nilai templat target, atau asn-nilai templat capaian --periode 2026-06",
        ),
        (("capaian", "{kota}", "--periode", "Mai"), "Periode 'Mai' tidak dikenal."),
        (("capaian", "{kota}", "--periode", "2025-05"), "bukan tahun 2026"),
        (("target", "{kota}/tidak-ada"), "Folder tidak-ada tidak ada di {kota}. Periksa ketikannya."),
        (("target", "{kota}", "--unit", "ABC"), "Unit ABC tidak ada di skema."),
    ],
)
def test_permintaan_yang_keliru_dijawab_dengan_kalimat(kota, jalankan, argumen, kalimat):
    status, pesan = jalankan("templat", *(kata.format(kota=kota) for kata in argumen))
    assert status == 2
    assert kalimat.format(kota=kota.resolve()) in pesan
    assert not (kota / "templat").exists()


def test_ruang_kerja_baru_diminta_menulis_bulannya(kota, jalankan):
    import shutil

    shutil.rmtree(kota / "capaian")
    assert jalankan("templat", "capaian", kota) == (
        2,
        "Tulis bulan yang akan diisi, misalnya --periode 2026-01.\n",
    )
    assert jalankan("templat", "target", kota)[0] == 0


def test_berkas_yang_tidak_dapat_diganti_disebut(kota, jalankan, monkeypatch):
    from asn_nilai.alur.perintah import templat
    from asn_nilai.terbit.berkas import BerkasTerkunciError

    def terkunci(_tujuan):
        raise BerkasTerkunciError("templat sedang dibuka di program lain. Tutup dahulu.")

    monkeypatch.setattr(templat, "tulis_utuh", terkunci)
    status, pesan = jalankan("templat", "target", kota, "--unit", "KEL-TD", "--paralel", 1)
    assert status == 1
    assert "templat sedang dibuka di program lain. Tutup dahulu." in pesan
    assert "Berikutnya: perbaiki yang disebut di atas" in pesan


def test_register_target_yang_tidak_dapat_ditulis_disebut_dan_templatnya_tetap_ada(
    kota, jalankan, monkeypatch
):
    from asn_nilai.alur.perintah import templat
    from asn_nilai.terbit.berkas import TulisGagalError

    def penuh(*_: object):
        raise TulisGagalError("Register target tidak dapat ditulisi.")

    monkeypatch.setattr(templat, "catat_target", penuh)
    status, pesan = jalankan("templat", "capaian", kota, "--periode", MEI, "--unit", "KEL-TD", "--paralel", 1)
    assert status == 1
    assert "Register target tidak dapat ditulisi." in pesan
    assert nama(kota / f"templat/{MEI}") == ["KEL-TD"]


def test_templat_target_yang_dikembalikan_kosong_bukan_galat_program(kota, jalankan):
    """An empty target template is a submission whose ASN have no targets: told, never a fault."""
    (kota / "target/KEL-TD.xlsx").unlink()
    jalankan("templat", "target", kota, "--unit", "KEL-TD")
    (kota / "templat/target/KEL-TD.xlsx").replace(kota / "target/KEL-TD.xlsx")
    status, pesan = jalankan("validasi", kota, "--periode", MEI, "--unit", "KEL-TD")
    assert status == 1
    assert "program-gagal" not in pesan


def test_bantuan_menyebut_kedua_jenis_templat(capsys):
    with pytest.raises(SystemExit):
        cli.main(["templat", "--help"])
    assert "target|capaian  Templat apa: target (setahun) atau capaian (sebulan)." in capsys.readouterr().out
