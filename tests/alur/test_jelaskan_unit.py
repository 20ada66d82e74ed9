"""Cards of whole units in one run: each the same as when it is asked for alone, one file each, nobody left out."""

import csv
import shutil

import openpyxl
import pytest

MEI, JUNI, TRIWULAN = "2026-05", "2026-06", "2026-T1"
PINDAH, BELUM = "200103182022041954", "198005192003031948"


def kartu(kota, periode):
    return {berkas.name: berkas.read_bytes() for berkas in (kota / f"hasil/{periode}/kartu").glob("*")}


def orang(kota, periode):
    with (kota / f"hasil/{periode}/nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return [baris for baris in csv.DictReader(berkas) if baris["status"] != "Pindah"]


@pytest.mark.usefixtures("hanya_data")
@pytest.mark.parametrize(
    ("periode", "nip"),
    [
        (JUNI, BELUM),
        pytest.param(TRIWULAN, PINDAH, marks=pytest.mark.menyeluruh),
        pytest.param(MEI, "199302052018042912", marks=pytest.mark.menyeluruh),
    ],
)
def test_setiap_kartu_sama_dengan_yang_diminta_sendiri(kota, jalankan, periode, nip):
    jalankan("hitung", kota, "--periode", periode)
    status, _, kata = jalankan("jelaskan", "--semua", kota, "--periode", periode)
    semua, tercatat = kartu(kota, periode), orang(kota, periode)
    assert semua.keys() == {f"kartu-{baris['nip']}.html" for baris in tercatat}
    belum = sum(baris["status"] != "Dinilai" for baris in tercatat)
    assert status == int(belum > 0)
    assert (
        f"{len(tercatat)} kartu nilai ditulis di {kota / 'hasil' / periode / 'kartu'}, satu berkas tiap ASN"
        in kata
    )
    assert (f"; {belum} ASN belum dinilai, kartunya menyebut sebabnya." in kata) == (belum > 0)
    shutil.rmtree(kota / f"hasil/{periode}/kartu")
    jalankan("jelaskan", nip, kota, "--periode", periode)
    assert kartu(kota, periode) == {f"kartu-{nip}.html": semua[f"kartu-{nip}.html"]}


def test_satu_unit_dan_tidak_ada_data_orang_lain(mei, jalankan):
    status, _, kata = jalankan("jelaskan", "--unit", "pkm-tb,KEL-TD", mei, "--periode", MEI)
    milik = [baris["nip"] for baris in orang(mei, MEI) if baris["kode_unit"] in {"PKM-TB", "KEL-TD"}]
    assert status == 0
    assert "  PKM-TB         12 kartu\n  KEL-TD         6 kartu\n" in kata
    assert "Tiap kartu memuat nilai satu orang" in kata
    semua = kartu(mei, MEI)
    assert semua.keys() == {f"kartu-{nip}.html" for nip in milik}
    for nip in milik:
        isi = semua[f"kartu-{nip}.html"].decode()
        assert nip in isi
        assert not any(lain in isi for lain in milik if lain != nip)


@pytest.mark.parametrize("sebelum", [(), ("--semua",)])
def test_beberapa_unit_sesudah_unit_dengan_atau_tanpa_foldernya(mei, jalankan, monkeypatch, sebelum):
    monkeypatch.chdir(mei)
    for kata in ((), (".",)):
        status, _, pesan = jalankan(
            "jelaskan", *kata, *sebelum, "--unit", "PKM-TB", "KEL-TD", "--periode", MEI
        )
        assert (status, "18 kartu nilai ditulis" in pesan) == (0, True), (kata, pesan)
    status, _, pesan = jalankan("jelaskan", "--unit", "PKM-TB", "KEL-TX", "--periode", MEI)
    assert (status, "hanya ruang kerja yang boleh ditulis, bukan 'KEL-TX'" in pesan) == (2, True)


@pytest.mark.usefixtures("hanya_data")
def test_yang_tanpa_nip_dan_tanpa_unit_pun_mendapat_kartu(kota, jalankan):
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    judul = next(b for b in lembar.iter_rows() if "NIP" in [s.value for s in b])
    letak = {sel.value: sel.column for sel in judul}
    awal = judul[0].row + 1
    for ke in (0, 1):
        lembar.cell(awal + ke, letak["NIP"]).value = None
    lembar.cell(awal + 2, letak["Kode Unit"]).value = "ENTAH"
    buku.save(kota / "skema.xlsx")
    jalankan("hitung", kota, "--periode", MEI)
    _, _, kata = jalankan("jelaskan", "--semua", kota, "--periode", MEI)
    assert len(kartu(kota, MEI)) == len(orang(kota, MEI)) == 80
    assert {"kartu-tanpa-nip.html", "kartu-tanpa-nip-2.html"} <= kartu(kota, MEI).keys()
    assert "  tanpa unit     1 kartu\n" in kata


def test_hasil_yang_lebih_lama_disebut_sebelum_kartu_dibagikan(mei, jalankan):
    berkas = mei / "hasil/2026-05/nilai.csv"
    isi = berkas.read_text(encoding="utf-8").splitlines(keepends=True)
    baris = next(nomor for nomor, teks in enumerate(isi) if "199302052018042912" in teks)
    isi[baris] = isi[baris].replace("82.17", "90")
    berkas.write_text("".join(isi), encoding="utf-8", newline="")
    status, _, kata = jalankan("jelaskan", "--unit", "BKPSDM", mei, "--periode", MEI)
    assert status == 1
    assert "Nilai 1 ASN lain daripada di nilai.csv" in kata


def test_kartu_yang_tidak_dapat_ditulis_tidak_menahan_yang_lain(mei, jalankan):
    terhalang = mei / "hasil/2026-05/kartu/kartu-199302052018042912.html"
    terhalang.mkdir(parents=True)
    status, _, kata = jalankan("jelaskan", "--unit", "BKPSDM", mei, "--periode", MEI)
    assert status == 1
    assert "kartu-199302052018042912.html tidak dapat ditulis" in kata
    assert "  BKPSDM         11 kartu\n" in kata


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (["--semua", "199302052018042912"], "Bersama --semua hanya ruang kerja yang boleh ditulis, bukan '199302052018042912'."),
        (["--unit", "PKM-TB,KEL-TD", "siti"], "Bersama --unit PKM-TB,KEL-TD hanya ruang kerja yang boleh ditulis, bukan 'siti'."),
        (["--semua", "--json"], "--json menjelaskan satu ASN; hapus --semua, lalu tulis NIP-nya."),
    ],
)  # fmt: skip
def test_yang_tidak_dapat_bersama_ditolak(kota, jalankan, kata, pesan):
    status, _, dikatakan = jalankan("jelaskan", *kata, kota)
    assert status == 2
    assert pesan in dikatakan
    assert not (kota / "hasil").exists()
