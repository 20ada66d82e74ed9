"""Tricks on a person's predikat and on a public figure, each by editing workbooks as a clever clerk or head would.

Two puskesmas of the example city, computed once for three months. Whatever rises is named by a finding or by the register; what
is not named does not rise.
"""

import io
import re
import shutil
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from salinan_contoh import CONTOH
from test_rekap_hitungan import baca

from asn_nilai import cli
from asn_nilai.acuan.profil.salinan_aturan import salinan_aturan

pytestmark = pytest.mark.usefixtures("hanya_data")
UNIT, TETANGGA, MEI, MARET_MEI = "PKM-TB", "PKM-MDG", "2026-05", "2026-03:2026-05"
BULAN = ("2026-03", "2026-04", MEI)
BIDAN, DOKTER_GIGI, KEPALA, REKAN = (
    "198604092024212934",
    "198203182009012927",
    "196905251992012925",
    "199502082021122929",
)
"""Butuh Perbaikan for KES-02 at 63,7 of 85 in May; Kurang for the behaviour of May; Baik, the head; a colleague of the first."""
ASPEK = ["Berorientasi Pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"]
DI_ATAS = "Di Atas Ekspektasi"


def jalan(perintah: str, kota: Path, periode: str, *lain: str) -> tuple[int, str]:
    """Run a command for a period in this process; returns its exit status and all it wrote."""
    keluar = io.StringIO()
    with redirect_stdout(keluar), redirect_stderr(keluar), pytest.raises(SystemExit) as akhir:
        cli.main([perintah, str(kota), "--periode", periode, *lain])
    return akhir.value.code, keluar.getvalue()


def lembar_berkepala(berkas: Path, lembar: str):
    buku = openpyxl.load_workbook(berkas)
    kepala = next(b for b in buku[lembar].iter_rows() if sum(sel.value is not None for sel in b) > 3)
    return buku, buku[lembar], kepala[0].row, {sel.value: sel.column for sel in kepala}


def isi(berkas: Path, lembar: str, kolom: str, nilai: object, **cari: str) -> None:
    """Write into a column of the rows in which `cari` stands, its keys with _ for the blanks of the labels."""
    buku, tabel, kepala, letak = lembar_berkepala(berkas, lembar)
    if kolom not in letak:
        letak[kolom] = len(letak) + 1
        tabel.cell(kepala, letak[kolom]).value = kolom
    syarat = {letak[kunci.replace("_", " ")]: teks for kunci, teks in cari.items()}
    kena = [
        baris
        for baris in range(kepala + 1, tabel.max_row + 1)
        if all(str(tabel.cell(baris, kolom_ke).value) == teks for kolom_ke, teks in syarat.items())
    ]
    assert kena
    for baris in kena:
        tabel.cell(baris, letak[kolom]).value = nilai
    buku.save(berkas)


def gandakan(berkas: Path, lembar: str, nip: str, kode: str, **ganti: object) -> None:
    """Write an ASN's row (of an indicator, where `kode` is not blank) once more, with other cells."""
    buku, tabel, kepala, letak = lembar_berkepala(berkas, lembar)
    kunci = [teks for teks in (nip, kode) if teks]
    asal = next(b for b in tabel.iter_rows(min_row=kepala) if {*kunci} <= {str(sel.value) for sel in b})
    akhir = max(b[0].row for b in tabel.iter_rows() if any(sel.value for sel in b)) + 1
    for label, kolom in letak.items():
        tabel.cell(akhir, kolom).value = ganti.get(label.replace(" ", "_"), asal[kolom - 1].value)
    buku.save(berkas)


def capaian(kota: Path, bulan: str = MEI) -> Path:
    return kota / "capaian" / bulan / f"{UNIT}.xlsx"


def skema(kota: Path) -> Path:
    return kota / "skema.xlsx"


def target(kota: Path) -> Path:
    return kota / "target" / f"{UNIT}.xlsx"


def buang(berkas: Path, lembar: str, nip: str, kode: str) -> None:
    buku, tabel, kepala, _ = lembar_berkepala(berkas, lembar)
    for baris in tabel.iter_rows(min_row=kepala):
        if {nip, kode} <= {str(sel.value) for sel in baris}:
            for sel in baris:
                sel.value = None
    buku.save(berkas)


def kode_kedua(kota, indikator="Cakupan kunjungan ibu hamil K1"):
    """Split the bad indicator into two codes, the new one with the bobot and a target that is easy."""
    baru = {"Kode_Indikator": "KES-12", "Indikator": indikator}
    gandakan(skema(kota), "Indikator", "", "KES-02", **baru)
    isi(target(kota), "Target", "Bobot", 5, NIP=BIDAN, Kode_Indikator="KES-02")
    gandakan(target(kota), "Target", BIDAN, "KES-02", **baru, Bobot=30, Mei=50)
    gandakan(capaian(kota), "Capaian", BIDAN, "KES-02", **baru, Target=50, Realisasi=64)


def kode_senama(kota):
    kode_kedua(kota, "Cakupan kunjungan ibu hamil K6")


def baris_dibuang(kota):
    """Take the bad indicator out of both workbooks, its bobot given to another."""
    buang(target(kota), "Target", BIDAN, "KES-02")
    buang(capaian(kota), "Capaian", BIDAN, "KES-02")
    isi(target(kota), "Target", "Bobot", 65, NIP=BIDAN, Kode_Indikator="KES-01")


def bobot_dipindah(kota):
    isi(target(kota), "Target", "Bobot", 5, NIP=BIDAN, Kode_Indikator="KES-02")
    isi(target(kota), "Target", "Bobot", 60, NIP=BIDAN, Kode_Indikator="KES-01")


def target_dikosongkan(kota):
    isi(target(kota), "Target", "Mei", None, NIP=BIDAN, Kode_Indikator="KES-02")


def polaritas_dibalik(kota):
    isi(skema(kota), "Indikator", "Polaritas", "Minimal", Kode_Indikator="KES-02")


def batas_dilonggarkan(kota):
    isi(skema(kota), "Indikator", "Batas Atas", 1000, Kode_Indikator="KES-02")
    isi(capaian(kota), "Capaian", "Realisasi", 637, NIP=BIDAN, Kode_Indikator="KES-02")


def menjadi_angka_unit(kota):
    """Let the unit's figure, the best colleague's, count for the weak one."""
    isi(skema(kota), "Indikator", "Lingkup", "Unit", Kode_Indikator="KES-02")
    isi(capaian(kota), "Capaian", "Realisasi", 97.1, Kode_Indikator="KES-02")


def angka_unit_disebut_lain(kota):
    """Type the unit's figure higher for one ASN alone."""
    isi(capaian(kota), "Capaian", "Pembilang", 52, NIP=BIDAN, Kode_Indikator="KES-01")
    isi(capaian(kota), "Capaian", "Realisasi", None, NIP=BIDAN, Kode_Indikator="KES-01")


def realisasi_di_samping_rasio(kota):
    isi(capaian(kota), "Capaian", "Realisasi", 100, NIP=BIDAN, Kode_Indikator="KES-01")


def realisasi_dari_target(kota):
    """Let a formula say that the target was reached; Excel stores its result, openpyxl would not."""
    berkas = capaian(kota)
    _, tabel, kepala, letak = lembar_berkepala(berkas, "Capaian")
    baris = next(
        b for b in tabel.iter_rows(min_row=kepala) if {BIDAN, "KES-02"} <= {str(sel.value) for sel in b}
    )
    realisasi, target = (baris[letak[kolom] - 1].coordinate for kolom in ("Realisasi", "Target"))
    with zipfile.ZipFile(berkas) as buku:
        isi = {nama: buku.read(nama) for nama in buku.namelist()}
    nama = "xl/worksheets/sheet1.xml"
    pola = rf'(<c r="{realisasi}"[^>]*>)<v>63.7</v>'.encode()
    isi[nama], banyak = re.subn(pola, rb"\1<f>" + target.encode() + b"</f><v>85</v>", isi[nama])
    assert banyak == 1
    with zipfile.ZipFile(berkas, "w") as buku:
        for nama, bagian in isi.items():
            buku.writestr(nama, bagian)


def angka_ditukar(kota):
    """Put the weak one's NIP on a colleague's row, and hers on the weak one's."""
    isi(capaian(kota), "Capaian", "NIP", "sementara", NIP=BIDAN, Kode_Indikator="KES-02")
    isi(capaian(kota), "Capaian", "NIP", BIDAN, NIP=REKAN, Kode_Indikator="KES-02")
    isi(capaian(kota), "Capaian", "NIP", REKAN, NIP="sementara", Kode_Indikator="KES-02")


def tumpang_tindih(kota):
    """Place the weak one in another unit as well, so that the weak months fall outside."""
    isi(skema(kota), "Pegawai", "Selesai", date(2026, 4, 30), NIP=BIDAN)
    gandakan(skema(kota), "Pegawai", BIDAN, "", Kode_Unit=TETANGGA, Mulai=date(2026, 4, 1), Selesai=None)


def pindah_sebelum_bulan_lemah(kota):
    isi(skema(kota), "Pegawai", "Selesai", date(2026, 4, 30), NIP=BIDAN)


def kata_pimpinan(kota):
    isi(capaian(kota), "Perilaku", "Rating Perilaku", DI_ATAS, NIP=DOKTER_GIGI)
    isi(capaian(kota), "Perilaku", "Catatan", "-", NIP=DOKTER_GIGI)


def aspek_dikosongkan(kota):
    for aspek in ASPEK:
        isi(capaian(kota), "Perilaku", aspek, None, NIP=DOKTER_GIGI)
    isi(capaian(kota), "Perilaku", "Rating Perilaku", DI_ATAS, NIP=DOKTER_GIGI)


def perilaku_dikosongkan(kota):
    for kolom in (*ASPEK, "Rating Perilaku"):
        isi(capaian(kota), "Perilaku", kolom, None, NIP=DOKTER_GIGI)


def aturan_sendiri(kota, asli, menjadi):
    """Take a copy of the rule, under a name of its own, in which something is said otherwise."""
    aturan = salinan_aturan("permenpanrb-6-2022", "aturan.toml")
    assert asli in aturan
    aturan = aturan.replace(asli, menjadi)
    aturan = re.sub('^(kode|nama) = ".*"', r'\1 = "perwako-1-2026"', aturan, count=2, flags=re.MULTILINE)
    (kota / "aturan.toml").write_text(aturan, encoding="utf-8")
    pengaturan = kota / "asn-nilai.toml"
    semula = pengaturan.read_text(encoding="utf-8")
    pengaturan.write_text(semula.replace('"permenpanrb-6-2022"', '"aturan.toml"'), encoding="utf-8")


def sebutan_dibalik(kota):
    """Let a rule of one's own read the other spelling of the lowest rating as the highest, and type that spelling."""
    aturan_sendiri(kota, '"Dibawah Ekspektasi" = "Di Bawah', '"Dibawah Ekspektasi" = "Di Atas')
    for kolom in (*ASPEK, "Rating Perilaku"):
        isi(capaian(kota), "Perilaku", kolom, "Dibawah Ekspektasi", NIP=DOKTER_GIGI)


def urutan_dibalik(kota):
    """Let the recap count a Butuh Perbaikan among those who have reached Baik."""
    aturan_sendiri(
        kota, '["Sangat Baik", "Baik", "Butuh Perbaikan", ', '["Sangat Baik", "Butuh Perbaikan", "Baik", '
    )


def ide_baru_sendiri(kota):
    isi(capaian(kota), "Perilaku", "Ide Baru", "Ya", NIP=DOKTER_GIGI)


def tanpa_atasan(kota):
    isi(skema(kota), "Pegawai", "NIP Atasan", None, NIP=KEPALA)


def beratasan_bawahan(kota):
    isi(skema(kota), "Pegawai", "NIP Atasan", BIDAN, NIP=KEPALA)


def kepala_ditukar(kota):
    """Call a subordinate the head, so that nobody asks who rates the one who leads."""
    isi(skema(kota), "Unit", "NIP Kepala", BIDAN, Kode_Unit=UNIT)
    tanpa_atasan(kota)


def mewarisi_kode(kota):
    isi(skema(kota), "Unit", "Kode Lama", TETANGGA, Kode_Unit=UNIT)


def layanan_disembunyikan(kota):
    isi(skema(kota), "Indikator", "Layanan Publik", "Tidak", Kode_Indikator="KES-02")


def penyebut_dikurangi(kota):
    isi(capaian(kota), "Capaian", "Penyebut", 47, Kode_Indikator="KES-01")
    isi(capaian(kota), "Capaian", "Realisasi", None, Kode_Indikator="KES-01")


def makna_penyebut_diganti(kota):
    isi(skema(kota), "Indikator", "Penyebut", "Bayi yang datang", Kode_Indikator="KES-01")


def agregasi_diganti(kota):
    isi(skema(kota), "Indikator", "Agregasi", "Rata-rata", Kode_Indikator="KES-01")


@pytest.fixture(scope="module")
def dua_puskesmas(tmp_path_factory) -> Path:
    """Two puskesmas of the example, their May computed and published; to copy, not to write."""
    kota = tmp_path_factory.mktemp("siasat") / "kota"
    berkas = [f"capaian/{bulan}/{kode}.xlsx" for bulan in BULAN for kode in (UNIT, TETANGGA)]
    for nama in ("asn-nilai.toml", "skema.xlsx", f"target/{UNIT}.xlsx", f"target/{TETANGGA}.xlsx", *berkas):
        (kota / nama).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTOH / nama, kota / nama)
    buku = openpyxl.load_workbook(skema(kota))
    for lembar, kolom in (("Unit", 0), ("Pegawai", 6)):
        for baris in reversed(list(buku[lembar].iter_rows(min_row=5))):
            if baris[kolom].value not in {UNIT, TETANGGA}:
                buku[lembar].delete_rows(baris[0].row)
    buku.save(skema(kota))
    for periode in (*BULAN, MARET_MEI):
        jalan("hitung", kota, periode, "--paralel", "1")
    return kota


def sesudah(kota_semula: Path, tmp_path: Path, siasat, *periode: str) -> Path:
    """Return a copy of the city after a trick, computed again as often as its periods are."""
    kota = Path(shutil.copytree(kota_semula, tmp_path / "kota"))
    siasat(kota)
    for kode in periode:
        jalan("hitung", kota, kode, "--paralel", "1")
    return kota


def predikat(kota: Path, periode: str, nip: str) -> str:
    """Return a person's predikat; blank where the person has no row in the unit."""
    milik = [b for b in baca(kota, periode, "nilai.csv") if (b["nip"], b["kode_unit"]) == (nip, UNIT)]
    return milik[0]["predikat"] if milik else ""


def temuan(kota: Path, periode: str) -> set[str]:
    return {b["kode"] for b in baca(kota, periode, "temuan.csv")}


def register(kota: Path, periode: str) -> set[str]:
    """Return what the register says has changed of the inputs, as a line for each."""
    semua = baca(kota, periode, "perubahan.csv")
    return {f"{b['apa']} {b['kode_indikator']} {b['semula']} → {b['menjadi']}" for b in semua}


BELUM = "Belum Dinilai"
PADA_PREDIKAT = [
    # trick, whose, predikat in May, the finding it makes, the line of the register
    (kode_kedua, BIDAN, "Baik", None, "bobot KES-02 35 → 5"),
    (kode_senama, BIDAN, "Baik", "indikator-senama", "bobot KES-02 35 → 5"),
    (baris_dibuang, BIDAN, "Baik", "target-diturunkan", "target KES-02 85 → tidak ada"),
    (bobot_dipindah, BIDAN, "Baik", None, "bobot KES-02 35 → 5"),
    (target_dikosongkan, BIDAN, "Baik", "target-diturunkan", "target KES-02 85 → tidak ada"),
    (polaritas_dibalik, BIDAN, "Baik", None, "indikator KES-02 Polaritas: Maksimal → Polaritas: Minimal"),
    (batas_dilonggarkan, BIDAN, "Baik", None, "indikator KES-02 Batas Atas: 100 → Batas Atas: 1000"),
    (menjadi_angka_unit, BIDAN, "Baik", "nilai-unit-berbeda", "indikator KES-02 Lingkup: Individu → Lingkup: Unit"),
    (angka_unit_disebut_lain, BIDAN, BELUM, "nilai-unit-berbeda", "realisasi KES-01 Pembilang: 46 → Pembilang: 52"),
    (realisasi_di_samping_rasio, BIDAN, BELUM, "rasio-tidak-cocok", "status  Dinilai → Belum Dinilai"),
    (realisasi_dari_target, BIDAN, "Baik", "rumus-dari-target", "realisasi KES-02 63.7 → 85"),
    (angka_ditukar, BIDAN, "Baik", "nama-berbeda", "realisasi KES-02 63.7 → 79.9"),
    (tumpang_tindih, BIDAN, "", "baris-ganda", "status  Dinilai → tidak ada"),
    (pindah_sebelum_bulan_lemah, BIDAN, "", "nip-unit-lain", "status  Dinilai → tidak ada"),
    (kata_pimpinan, DOKTER_GIGI, "Baik", "perilaku-bertentangan",
     "perilaku  Rating Perilaku: Di Bawah Ekspektasi → Rating Perilaku: Di Atas Ekspektasi"),
    (aspek_dikosongkan, DOKTER_GIGI, "Baik", None, "perilaku  Akuntabel: Di Bawah Ekspektasi → tidak ada"),
    (perilaku_dikosongkan, DOKTER_GIGI, BELUM, "perilaku-kosong", "status  Dinilai → Belum Dinilai"),
    (sebutan_dibalik, DOKTER_GIGI, "Baik", "aturan-instansi",
     "aturan  Sebutan “Dibawah Ekspektasi”: dibaca Di Bawah Ekspektasi → Sebutan “Dibawah Ekspektasi”: dibaca Di Atas Ekspektasi"),
    (urutan_dibalik, BIDAN, "Butuh Perbaikan", "aturan-instansi",
     ("aturan  Predikat, dari yang terbaik: Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang → "
      "Predikat, dari yang terbaik: Sangat Baik, Butuh Perbaikan, Baik, Kurang, Sangat Kurang")),
    (ide_baru_sendiri, DOKTER_GIGI, "Kurang", None, "perilaku  tidak ada → Ide Baru: Ya"),
    (tanpa_atasan, KEPALA, "Baik", "menilai-diri-sendiri",
     "pegawai  tidak ada → Menilai diri sendiri: NIP Atasan kosong (Mei 2026)"),
    (beratasan_bawahan, KEPALA, "Baik", "menilai-diri-sendiri",
     "pegawai  tidak ada → Menilai diri sendiri: NIP Atasan adalah NIP Oktavirna Simabur, A.Md.Keb., bawahannya sendiri (Mei 2026)"),
    (kepala_ditukar, KEPALA, "Baik", "menilai-diri-sendiri",
     "pegawai  tidak ada → Menilai diri sendiri: NIP Atasan kosong (Mei 2026)"),
    (mewarisi_kode, BIDAN, "Butuh Perbaikan", "kode-lama-dipakai", None),
]  # fmt: skip


def test_sebelum_siasat_tidak_ada_yang_disebut(dua_puskesmas):
    semula = {nip: predikat(dua_puskesmas, MEI, nip) for nip in (BIDAN, DOKTER_GIGI, KEPALA)}
    assert semula == {BIDAN: "Butuh Perbaikan", DOKTER_GIGI: "Kurang", KEPALA: "Baik"}
    assert register(dua_puskesmas, MEI) == set()
    assert not temuan(dua_puskesmas, MEI) & {siasat[3] for siasat in PADA_PREDIKAT}
    assert not temuan(dua_puskesmas, MARET_MEI) & {"perilaku-bulan-kosong", "target-diturunkan"}


@pytest.mark.parametrize(
    ("siasat", "nip", "menjadi", "kode", "baris"), PADA_PREDIKAT, ids=[s[0].__name__ for s in PADA_PREDIKAT]
)
def test_siasat_pada_predikat_gagal_atau_disebut(dua_puskesmas, tmp_path, siasat, nip, menjadi, kode, baris):
    kota = sesudah(dua_puskesmas, tmp_path, siasat, MEI)
    assert predikat(kota, MEI, nip) == menjadi
    assert kode is None or kode in temuan(kota, MEI)
    assert baris is None or baris in register(kota, MEI)


def atasan_menyusul(kota):
    isi(skema(kota), "Pegawai", "NIP Atasan", "197609152003121913", NIP=KEPALA)


def bukan_kepala_lagi(kota):
    isi(skema(kota), "Unit", "NIP Kepala", None, Kode_Unit=UNIT)
    isi(skema(kota), "Pegawai", "NIP Atasan", "197609152003121913", NIP=KEPALA)


@pytest.mark.parametrize("menyusul", [False, True])
@pytest.mark.parametrize("siasat", [atasan_menyusul, bukan_kepala_lagi])
def test_rating_sendiri_yang_kemudian_beratasan_tetap_disebut(dua_puskesmas, tmp_path, siasat, menyusul):
    """Also of a unit that submits after the month was first computed."""
    kota = Path(shutil.copytree(dua_puskesmas, tmp_path / "kota"))
    for folder in ("riwayat", "hasil"):
        shutil.rmtree(kota / folder)
    tanpa_atasan(kota)
    if menyusul:
        kiriman = capaian(kota).rename(tmp_path / "kiriman.xlsx")
        jalan("hitung", kota, MEI, "--paralel", "1")
        kiriman.rename(capaian(kota))
    jalan("hitung", kota, MEI, "--paralel", "1")
    assert "menilai-diri-sendiri" in temuan(kota, MEI)
    assert register(kota, MEI) == set()
    siasat(kota)
    jalan("hitung", kota, MEI, "--paralel", "1")
    assert "menilai-diri-sendiri" not in temuan(kota, MEI)
    assert register(kota, MEI) == {"pegawai  Menilai diri sendiri: NIP Atasan kosong (Mei 2026) → tidak ada"}


def pecahan_diskala(kota):
    """Let April's ratio, the best, weigh a hundredfold."""
    isi(capaian(kota, "2026-04"), "Capaian", "Pembilang", 6100, Kode_Indikator="KES-01")
    isi(capaian(kota, "2026-04"), "Capaian", "Penyebut", 6700, Kode_Indikator="KES-01")


def keadaan_akhir(kota):
    """Let March, the best month, stand for all three."""
    isi(skema(kota), "Indikator", "Agregasi", "Nilai Akhir", Kode_Indikator="KES-02")
    for bulan in ("Apr", "Mei"):
        isi(target(kota), "Target", bulan, None, NIP=BIDAN, Kode_Indikator="KES-02")


@pytest.mark.parametrize(
    ("siasat", "nip", "menjadi", "kode", "baris"),
    [
        (perilaku_dikosongkan, DOKTER_GIGI, ("97.93", "Baik"), "perilaku-bulan-kosong",
         "perilaku  Rating Perilaku: Mei Di Bawah Ekspektasi → tidak ada"),
        (pecahan_diskala, BIDAN, ("86.16", "Butuh Perbaikan"), None,
         "realisasi KES-01 Penyebut: Mar 63; Apr 67; Mei 52 → Penyebut: Mar 63; Apr 6700; Mei 52"),
        (keadaan_akhir, BIDAN, ("87.01", "Butuh Perbaikan"), "target-diturunkan",
         "indikator KES-02 Agregasi: Rata-rata → Agregasi: Nilai Akhir"),
    ],
    ids=["perilaku_dikosongkan", "pecahan_diskala", "keadaan_akhir"],
)  # fmt: skip
def test_siasat_antarbulan_gagal_atau_disebut(dua_puskesmas, tmp_path, siasat, nip, menjadi, kode, baris):
    kota = sesudah(dua_puskesmas, tmp_path, siasat, MARET_MEI)
    (milik,) = [b for b in baca(kota, MARET_MEI, "nilai.csv") if b["nip"] == nip]
    assert (milik["nilai_hasil_kerja"], milik["predikat"]) == menjadi
    assert kode is None or kode in temuan(kota, MARET_MEI)
    assert baris in register(kota, MARET_MEI)


def layanan(kota: Path, kode: str) -> dict[str, str]:
    """Return what is published of an indicator in May: of whom, the figure, and whether it is reached."""
    semua = baca(kota, MEI, "publik/layanan.csv")
    return {b["unit"]: f"{b['realisasi']} {b['tercapai']}" for b in semua if b["kode_indikator"] == kode}


SEMUA, TIGO_BALEH, MANDIANGIN = "Seluruh unit", "Puskesmas Tigo Baleh", "Puskesmas Mandiangin"
SEMULA = {
    "KES-01": {SEMUA: "91.59 belum", TIGO_BALEH: "88.46 belum", MANDIANGIN: "94.55 ya"},
    "KES-02": {SEMUA: "80 belum"},
}
PADA_PENGUMUMAN = [
    # trick, indicator, what is published of it, the line of the register
    (layanan_disembunyikan, "KES-02", {}, "indikator KES-02 Layanan Publik: Ya → Layanan Publik: Tidak"),
    (polaritas_dibalik, "KES-02", {SEMUA: "80 ya"}, "indikator KES-02 Polaritas: Maksimal → Polaritas: Minimal"),
    (target_dikosongkan, "KES-02", {SEMUA: "82.5 belum"}, "target KES-02 85 → tidak ada"),
    (penyebut_dikurangi, "KES-01", {SEMUA: "96.08 ya", TIGO_BALEH: "97.87 ya", MANDIANGIN: "94.55 ya"},
     "realisasi KES-01 Penyebut: 52 → Penyebut: 47"),
    (angka_unit_disebut_lain, "KES-01", {MANDIANGIN: "94.55 ya"}, "realisasi KES-01 Pembilang: 46 → Pembilang: 52"),
    (makna_penyebut_diganti, "KES-01", SEMULA["KES-01"],
     "indikator KES-01 Penyebut: Semua bayi genap 12 bulan di wilayah unit → Penyebut: Bayi yang datang"),
    (agregasi_diganti, "KES-01", {SEMUA: "91.5 belum", TIGO_BALEH: "88.5 belum", MANDIANGIN: "94.5 ya"},
     "indikator KES-01 Agregasi: Rasio → Agregasi: Rata-rata"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("siasat", "kode", "terbit", "baris"), PADA_PENGUMUMAN, ids=[s[0].__name__ for s in PADA_PENGUMUMAN]
)
def test_siasat_pada_pengumuman_gagal_atau_disebut(dua_puskesmas, tmp_path, siasat, kode, terbit, baris):
    """A unit whose figure nobody knows leaves the public row, which then no longer says that it is of all units (status 1)."""
    kota = sesudah(dua_puskesmas, tmp_path, siasat, *BULAN)
    assert jalan("rekap", kota, MEI, "--samarkan")[0] == (siasat is angka_unit_disebut_lain)
    assert layanan(kota, kode) == terbit
    assert baris in register(kota, MEI)


def test_pengumuman_sebelum_siasat(dua_puskesmas, tmp_path):
    kota = Path(shutil.copytree(dua_puskesmas, tmp_path / "kota"))
    assert jalan("rekap", kota, MEI, "--samarkan")[0] == 0
    assert {kode: layanan(kota, kode) for kode in SEMULA} == SEMULA


def test_hitungan_sementara_tidak_masuk_peringkat_pengumuman_atau_kunci(dua_puskesmas, tmp_path):
    """Keep the weak month back and score from the others: a figure that nobody may use."""
    kota = Path(shutil.copytree(dua_puskesmas, tmp_path / "kota"))
    capaian(kota).unlink()
    jalan("hitung", kota, MARET_MEI, "--sementara", "--paralel", "1")
    status = {b["status"] for b in baca(kota, MARET_MEI, "nilai.csv") if b["kode_unit"] == UNIT}
    assert status == {"Sementara"}
    assert "berkas-hilang" in temuan(kota, MARET_MEI)
    for perintah in (("kunci", "--catatan", "tetap"), ("rekap", "--samarkan")):
        status, layar = jalan(perintah[0], kota, MARET_MEI, *perintah[1:])
        assert (status, "sementara" in layar) == (2, True), layar
    assert not (kota / "hasil" / MARET_MEI.replace(":", "_") / "publik").exists()
    _, layar = jalan("rekap", kota, MARET_MEI)
    assert (
        "Nilai sementara tidak masuk rata-rata, peringkat, dan pengumuman, dan tidak dapat dikunci." in layar
    )
    assert (
        "Belum diperingkat, karena kurang dari 90 persen ASN-nya dinilai: PKM-TB (0 dari 12 dinilai)" in layar
    )
