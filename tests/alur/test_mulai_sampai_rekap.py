"""From an empty folder and an odd export to the recap, with nothing but what the program hands out."""

from openpyxl import Workbook, load_workbook

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
TARGET = {"UMM-02": (60, 4), "UMM-05": (40, 5)}
REALISASI = {"UMM-02": 4, "UMM-05": 4}


def buat_ekspor(berkas):
    """Write a list as one may come out of SIMPEG: heading, odd labels, NIPs with blanks, units in capitals, a total below."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "Nominatif"
    for baris in (
        ("DAFTAR NOMINATIF PEGAWAI",), ("Per 1 Januari 2026",), (),
        ("No.", "NAMA PEGAWAI", "NIPBARU", "PANGKAT/GOL. RUANG", "JABATAN", "STATUS KEPEGAWAIAN", "UNIT KERJA", "OPD"), (1, 2, 3, 4, 5, 6, 7, 8),
        (1, "Ani, S.KM.", "19750312 200003 2 901", "Pembina Utama Muda (IV/c)", "Kepala Dinas Kesehatan", "PNS", "DINAS KESEHATAN", "DINAS KESEHATAN"),
        (2, "Budi", "'198604092010011902", "Penata (III/c)", "Kepala Seksi Gizi", "PNS", "Seksi Gizi", "Dinas Kesehatan"),
        (3, "Citra", "199001012023211903", "IX", "Perawat", "P3K", "PUSKESMAS TIGO BALEH", "DINAS KESEHATAN"),
        (4, "Dedi", "198507152009011904", "Penata (III/c)", "Kepala Puskesmas Tigo Baleh", "PNS", "PUSKESMAS TIGO BALEH", "DINAS KESEHATAN"),
        (), ("", "Jumlah", 4),
    ):  # fmt: skip
        lembar.append(list(baris))
    buku.save(berkas)


def baris_tabel(lembar):
    kepala = next(baris for baris in lembar.iter_rows() if "NIP" in [sel.value for sel in baris])
    for baris in lembar.iter_rows(min_row=kepala[0].row + 1):
        yield {str(judul.value): sel for judul, sel in zip(kepala, baris, strict=True) if judul.value}


def isi_target(templat, tujuan):
    """Give each ASN the indicators of TARGET, in the first rows under the NIP."""
    buku, sisa = load_workbook(templat), []
    for baris in baris_tabel(buku["Target"]):
        if baris["NIP"].value:
            sisa = list(TARGET.items())
        if sisa:
            kode, (bobot, target) = sisa.pop(0)
            baris["Kode Indikator"].value, baris["Bobot"].value = kode, bobot
            for bulan in BULAN:
                baris[bulan].value = target
    tujuan.parent.mkdir(exist_ok=True)
    buku.save(tujuan)


def isi_capaian(templat, tujuan):
    buku = load_workbook(templat)
    for baris in baris_tabel(buku["Capaian"]):
        if baris["NIP"].value:
            baris["Realisasi"].value = REALISASI[baris["Kode Indikator"].value]
            baris["Bukti Dukung"].value = "Buku agenda 2026"
    for baris in baris_tabel(buku["Perilaku"]):
        if baris["NIP"].value:
            baris["Rating Perilaku"].value = "Sesuai Ekspektasi"
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    buku.save(tujuan)


def test_dari_folder_kosong_sampai_rekap(tmp_path, jalankan):
    kota = tmp_path / "kota"
    buat_ekspor(tmp_path / "nominatif.xlsx")
    mulai = (
        "mulai",
        kota,
        "--tahun",
        2026,
        "--instansi",
        "Pemerintah Kota Rekaan",
        "--pegawai",
        tmp_path / "nominatif.xlsx",
    )
    assert jalankan(*mulai)[0] == 0
    assert not (kota / "catatan-mulai.txt").exists()

    status, _, pesan = jalankan("validasi", kota)
    assert status == 1
    assert "Belum ada berkas capaian: yang diperiksa skema dan buku target." in pesan
    assert f"Belum satu pun buku target diterima. Berikutnya: asn-nilai templat target {kota}, " in pesan
    assert "skema.xlsx" not in pesan  # the skema is clean
    assert "berkas-hilang" not in pesan  # the table says of each unit that it has not submitted

    assert jalankan("templat", "target", kota)[0] == 0
    unit = ["DINKES", "PKM-TB"]
    assert sorted(berkas.stem for berkas in (kota / "templat/target").iterdir()) == unit
    for kode in unit:
        isi_target(kota / f"templat/target/{kode}.xlsx", kota / f"target/{kode}.xlsx")
    status, _, pesan = jalankan("validasi", kota)
    assert status == 0
    assert f"Berikutnya: asn-nilai templat capaian {kota} --periode 2026-01" in pesan

    assert jalankan("templat", "capaian", kota, "--periode", "2026-01")[0] == 0
    for kode in unit:
        isi_capaian(kota / f"templat/2026-01/{kode}.xlsx", kota / f"capaian/2026-01/{kode}.xlsx")
    assert jalankan("validasi", kota)[0] == 0
    assert jalankan("hitung", kota)[0] == 0
    nilai = (kota / "hasil/2026-01/nilai.csv").read_text(encoding="utf-8").splitlines()
    kolom = nilai[0].split(",")
    # 60 × 4/4 and 40 × (1 + (1 − 4/5)), in hundredths.
    assert [
        dict(zip(kolom, baris.replace('"Ani, S.KM."', "Ani").split(","), strict=True))["nilai_hasil_kerja"] for baris in nilai[1:]
    ] == ["108"] * 4  # fmt: skip
    assert [baris.rsplit(",", 3)[1] for baris in nilai[1:]] == ["Baik"] * 4
    assert jalankan("rekap", kota)[0] == 0
    assert (kota / "hasil/2026-01/rekap.xlsx").is_file()
