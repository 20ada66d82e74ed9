"""What a cell takes and refuses, asked of LibreOffice itself: its own judgement, and real keys typed into it."""

import shutil

import pytest
from isian_contoh import bukan_rumus, isi_capaian, isi_target
from kantor import kerjakan
from openpyxl import load_workbook

MEI = "2026-05"


@pytest.fixture
def templat(kota, jalankan):
    jalankan("templat", "capaian", kota, "--periode", MEI, "--unit", "PKM-TB")
    shutil.rmtree(kota / "target")
    jalankan("templat", "target", kota, "--unit", "PKM-TB")
    return kota / "templat" / "target" / "PKM-TB.xlsx", kota / "templat" / MEI / "PKM-TB.xlsx"


CAPAIAN = [
    ("persen dalam batas", "Capaian", "J11", 38.5, True),
    ("persen di atas seratus", "Capaian", "J11", 101, False),
    ("persen negatif", "Capaian", "J11", -1, False),
    ("teks", "Capaian", "J11", "belum ada", False),
    ("bulat", "Capaian", "J10", 3, True),
    ("pecahan pada indikator bulat", "Capaian", "J10", 2.5, False),
    ("pembilang nol", "Capaian", "H8", 0, True),
    ("pembilang negatif", "Capaian", "H8", -1, False),
    ("penyebut", "Capaian", "I8", 52, True),
    ("penyebut nol", "Capaian", "I8", 0, False),
    ("rating", "Perilaku", "D8", "Di Atas Ekspektasi", True),
    ("rating yang tidak ada", "Perilaku", "D8", "Bagus sekali", False),
    ("ide baru", "Perilaku", "L8", "Ya", True),
    ("ide baru yang lain", "Perilaku", "L8", "Mungkin", False),
]
TARGET = [
    ("kode di daftar", "Target", "D9", "KES-03", True),
    ("kode unit lain", "Target", "D9", "KPG-01", False),
    ("bobot", "Target", "G8", 25, True),
    ("bobot nol", "Target", "G8", 0, False),
    ("bobot di atas seratus", "Target", "G8", 101, False),
    ("target dalam batas", "Target", "H8", 95, True),
    ("target di luar batas", "Target", "H8", 950, False),
    ("target tanpa kode", "Target", "H9", 5, False),
    ("pecahan pada indikator bulat", "Target", "H10", 1.5, False),
]


def test_libreoffice_menilai_isian_seperti_pemeriksa_setoran(templat, tmp_path):
    target, capaian = templat
    hasil = kerjakan(
        [
            {"berkas": str(capaian), "coba": [percobaan[1:4] for percobaan in CAPAIAN]},
            {
                "berkas": str(target),
                "isi": [("Target", "D8", "KES-01"), ("Target", "D10", "KES-05")],
                "coba": [percobaan[1:4] for percobaan in TARGET],
            },
        ],
        tmp_path / "kantor",
    )
    for daftar, jawaban in zip((CAPAIAN, TARGET), hasil, strict=True):
        assert {nama: jawab["sah"] for (nama, *_), jawab in zip(daftar, jawaban["coba"], strict=True)} == {
            nama: sah for nama, *_, sah in daftar
        }
        assert all(jawab["menolak"] and jawab["galat"] and jawab["petunjuk"] for jawab in jawaban["coba"])
        assert set(jawaban["dilindungi"].values()) == {True}
    assert hasil[0]["coba"][0]["galat"].startswith("Sel ini hanya menerima angka, 0 sampai 100 persen.")
    assert "bilangan bulat" in hasil[0]["coba"][4]["galat"]


@pytest.mark.menyeluruh
def test_ketikan_yang_salah_ditolak_libreoffice(templat, tmp_path):
    """Keys typed as at a keyboard: right figures stay, wrong ones never reach the cell, locked cells keep theirs."""
    target, capaian = templat
    hasil = kerjakan(
        [
            {
                "berkas": str(capaian),
                "ketik": [
                    ("Capaian", sel, teks)
                    for sel, teks in (
                        ("J11", "50"),
                        ("J9", "999"),
                        ("J10", "1"),
                        ("J12", "150"),
                        ("G8", "7"),
                        ("I8", "0"),
                        ("J22", "5"),
                    )
                ],
            },
            {
                "berkas": str(target),
                "isi": [("Target", "D8", "KES-01")],
                "ketik": [
                    ("Target", sel, teks)
                    for sel, teks in (("G8", "25"), ("G9", "125"), ("H8", "50"), ("I8", "150"), ("H9", "3"))
                ],
            },
        ],
        tmp_path / "kantor",
    )
    assert hasil[0]["ketik"] == ["50", "", "1", "", "92", "", ""]
    assert hasil[1]["ketik"] == ["25", "", "50", "", ""]


@pytest.mark.menyeluruh
def test_sel_kendali_hidup_mengikuti_isian(templat, tmp_path):
    target, capaian = templat
    isi_t, isi_c = isi_target(target, "PKM-TB"), bukan_rumus(capaian, isi_capaian(capaian, "PKM-TB", MEI))
    # The unit's ratio is asked once, and stands in the rows of four ASN.
    satu_baris = [isi for isi in isi_c if isi[:2] in {("Capaian", f"{huruf}8") for huruf in "HIK"}]
    lihat_c = [("Capaian", s) for s in ("F3", "F4", "F5", "N8", "O8", "O9", "J22", "K22", "O22")] + [
        ("Ringkasan", s) for s in ("D5", "E5", "F5", "G5", "H5")
    ]
    lihat_t = [("Target", s) for s in ("F3", "F4", "F5", "E8", "F8", "T8", "U8", "V8", "V14")]
    kosong_c, satu_c, penuh_c, kosong_t, penuh_t = (
        h["lihat"]
        for h in kerjakan(
            [
                *({"berkas": str(capaian), "isi": isi, "lihat": lihat_c} for isi in ([], satu_baris, isi_c)),
                *({"berkas": str(target), "isi": isi, "lihat": lihat_t} for isi in ([], isi_t)),
            ],
            tmp_path / "kantor",
        )
    )
    belum = "Belum diisi"
    assert kosong_c == ["38", "38", "0", "", belum, belum, "", "", belum, "5", "5", "5", "", belum]
    assert satu_c[:6] == ["34", "34", "4", "96.15", "Lengkap", belum]
    assert satu_c[6:8] == ["88.46", satu_baris[-1][2]]
    assert satu_c[8:] == ["Lengkap", "5", "4", "4", "96.15", belum]
    assert penuh_c[:3] == ["0", "0", "38"]
    assert penuh_c[8:12] == ["Lengkap", "5", "0", "0"]
    assert penuh_c[13] == "Lengkap"
    assert kosong_t == ["0", "12", "0", "", "", "", "0", "", ""]
    assert penuh_t[:3] == ["12", "0", "0"]
    assert penuh_t[3:8] == ["Cakupan imunisasi dasar lengkap", "persen", "92", "100", "Lengkap"]


@pytest.mark.menyeluruh
def test_bulan_yang_tidak_diukur_menjadi_abu_abu(templat, tmp_path):
    """The condition of the grey fill, worked out by LibreOffice for each month of a quarterly and a monthly indicator."""
    target, _ = templat
    aturan = [
        aturan.formula[0]
        for sel, semua in load_workbook(target)["Target"].conditional_formatting._cf_rules.items()
        for aturan in semua
        if str(sel.sqref).startswith("H8:S")
    ]
    assert len(aturan) == 1
    huruf = "HIJKLMNOPQRS"
    # Cells that are open take the formula: the weights of the rows below.
    rumus = [("Target", f"G{10 + i}", "=" + aturan[0].replace("H8", f"{h}8")) for i, h in enumerate(huruf)]
    lihat = [r[:2] for r in rumus]
    hasil = kerjakan(
        [
            {"berkas": str(target), "isi": [("Target", "D8", kode)], "rumus": rumus, "lihat": lihat}
            for kode in ("UMM-06", "KES-01")
        ],
        tmp_path / "kantor",
    )
    abu = [
        "".join(h for h, warna in zip(huruf, jawab["lihat"], strict=True) if warna == "1") for jawab in hasil
    ]
    assert abu == ["HIKLNOQR", ""]


def test_rating_yang_ditempel_melewati_daftar_bukan_lengkap(templat, tmp_path):
    """A drop-down stops typing, not pasting: what is no rating is never called complete."""
    _, capaian = templat
    aspek = [f"{huruf}9" for huruf in "DEFGHIJ"]
    isi = [("Perilaku", "K8", "Bagus sekali"), *(("Perilaku", sel, "Sesuai Ekspektasi") for sel in aspek[1:])]
    lihat = [("Perilaku", "N8"), ("Perilaku", "N9")]
    kosong, kurang, salah, penuh = (
        h["lihat"]
        for h in kerjakan(
            [
                {"berkas": str(capaian), "isi": semua, "lihat": lihat}
                for semua in (
                    [],
                    isi,
                    [*isi, ("Perilaku", "D9", "Cukup")],
                    [
                        ("Perilaku", "K8", "di atas ekspektasi"),
                        *isi[1:],
                        ("Perilaku", "D9", "Sesuai Ekspektasi"),
                    ],
                )
            ],
            tmp_path / "kantor",
        )
    )
    assert kosong == ["Belum diisi", "Belum diisi"]
    assert kurang == ["Bukan rating", "Aspek belum lengkap"]
    assert salah == ["Bukan rating", "Bukan rating"]
    assert penuh == ["Lengkap", "Lengkap"]
