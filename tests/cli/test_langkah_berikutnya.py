"""What each command says comes next: for every state its whole sentence, and only the weightiest one."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.isian.register.identitas_templat import JenisTemplat
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.setoran.setoran_unit import SetoranUnit
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.perintah.templat import HasilTemplat, Keadaan, TemplatUnit
from asn_nilai.cli import layar_hitung
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.perintah import templat, validasi

MEI = Periode.dari_teks("2026-05")
BERKAS = "capaian/2026-05/A.xlsx"
UMUM = {"kode": "skema-tidak-sah", "tingkat": "galat", "unit": "", "berkas": "skema.xlsx"}
MILIK_UNIT = {"kode": "berkas-hilang", "tingkat": "galat", "unit": "A", "berkas": BERKAS}
DIBUKA = {"kode": "berkas-sedang-dibuka", "tingkat": "galat", "unit": "A", "berkas": BERKAS}
PERINGATAN = {"kode": "berkas-salinan", "tingkat": "peringatan", "unit": "", "berkas": BERKAS}
DATANG = temuan(
    "berkas-salah-nama", Letak("capaian/2026-05/a baru.xls"), sebutan="berkas A", nama_benar="A.xls", tujuan="capaian/2026-05/A.xls"
)  # fmt: skip
GANDA, GANDA_LAIN = (
    temuan(
        "berkas-salinan", Letak(f"capaian/2026-05/{kode} (1).xlsx"), sebutan=f"berkas {kode}", semua="dua", dibaca="belum",
        tujuan=f"capaian/2026-05/{kode}.xlsx",
    ) for kode in "AB"
)  # fmt: skip
TERKUNCI = SimpleNamespace(versi=1)


def unit(bulan_kurang=()):
    return SimpleNamespace(ringkas=SimpleNamespace(bulan_kurang=bulan_kurang))


@pytest.mark.parametrize(
    ("keadaan", "kalimat"),
    [
        (
            {"pesan": ("x",), "unit": {"A": unit(("2026-05",))}, "temuan": [UMUM], "versi": TERKUNCI},
            "BELUM SELESAI: yang disebut di atas belum ada, atau masih yang lama. Jalankan perintah ini lagi sebelum dibagikan.",
        ),
        (
            {"unit": {"A": unit(), "B": unit(("2026-05",))}, "temuan": [UMUM], "versi": TERKUNCI},
            "Berikutnya: nilai sementara ini untuk dilihat saja. Sesudah bulan yang kurang disetor, jalankan perintah ini lagi tanpa --sementara.",
        ),
        (
            {"temuan": [MILIK_UNIT, UMUM], "versi": TERKUNCI, "usang": ["B"]},
            'Berikutnya: Mei 2026 terkunci. Sesudah yang disebut di atas diperbaiki, hitung sebagai koreksi: asn-nilai hitung kota --periode 2026-05 --koreksi "ALASAN"',
        ),
        (
            {"temuan": [PERINGATAN, MILIK_UNIT, UMUM], "usang": ["B"]},
            "Berikutnya: perbaiki dahulu galat di luar unit (skema atau ruang kerja), lalu jalankan perintah ini lagi; sesudah itu minta unit memperbaiki yang masih disebut.",
        ),
        (
            {"temuan": [PERINGATAN, MILIK_UNIT], "usang": ["B"]},
            "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [PERINGATAN, DIBUKA], "usang": ["B"]},
            "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [PERINGATAN, MILIK_UNIT], "asing": (DATANG,)},
            "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [PERINGATAN, MILIK_UNIT], "asing": (GANDA,)},
            ("Berikutnya: tanyakan kepada unitnya berkas mana yang dimaksud, atau untuk bulan apa; lalu kerjakan yang disarankan di atas, dan "
            "jalankan perintah ini lagi."),
        ),
        (
            {"temuan": [MILIK_UNIT], "asing": (DATANG, GANDA_LAIN)},
            "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [MILIK_UNIT, {**MILIK_UNIT, "berkas": "target/A.xlsx"}], "asing": (DATANG,)},
            "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [DIBUKA, MILIK_UNIT]},
            "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu jalankan perintah ini lagi.",
        ),
        (
            {"temuan": [PERINGATAN], "versi": TERKUNCI, "usang": ["B"]},
            "Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani.",
        ),
        (
            {"unit": {"A": unit()}, "versi": TERKUNCI},
            "Berikutnya: asn-nilai hitung kota --periode 2026-05 (2 unit lain belum ditulis kembali, jadi hasil ini belum seluruh yang dikunci)",
        ),
        (
            {"unit": {"A": unit(), "B": unit()}, "usang": ["B"]},
            "Berikutnya: asn-nilai hitung kota --periode 2026-05 (2 unit lain belum dihitung dengan masukan yang sekarang; baru sesudah itu periodenya dapat dikunci)",
        ),
        (
            {"unit": {"A": unit()}, "dalam": [MEI]},
            "Berikutnya: asn-nilai hitung kota --periode 2026-05 (2 unit lain belum dihitung dengan masukan yang sekarang; baru sesudah itu periodenya dapat dikunci)",
        ),
        (
            {"dalam": [MEI]},
            "Berikutnya: asn-nilai hitung kota --semua (baru sesudah bulan di dalamnya sama dengan yang ini, periodenya dapat dikunci)",
        ),
        (
            {"dalam": [MEI], "versi": TERKUNCI},
            "Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani.",
        ),
        (
            {},
            "Berikutnya: asn-nilai kunci kota --periode 2026-05 (sesudah index.html dibaca; lalu serahkan nilai.xlsx kepada kepala unit untuk ditandatangani)",
        ),
        (
            {"menurut_ruang": False, "usang": ["B"], "dalam": [MEI]},
            "Berikutnya: hasil ini menurut aturan lain daripada yang tertulis di asn-nilai.toml, jadi belum dapat direkap atau dikunci. Bila aturan itu yang dipakai, tulislah di sana; bila hanya dicoba: asn-nilai hitung kota --periode 2026-05",
        ),
    ],
)  # fmt: skip
def test_sesudah_hitung(monkeypatch, keadaan, kalimat):
    semua = {nama: unit() for nama in "ABC"}
    isi = {"pesan": (), "unit": semua, "temuan": [], "versi": None, "usang": [], "dalam": []} | keadaan
    monkeypatch.setattr(layar_hitung, "menurut_ruang", lambda _: isi.get("menurut_ruang", True))
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(diketik=Path("kota")),
        periode=MEI,
        asing=isi.get("asing", ()),
        skema=SimpleNamespace(unit=dict.fromkeys("ABC")),
    )
    assert layar_hitung._berikutnya(konteks, SimpleNamespace(**isi), isi["dalam"]) == kalimat


def kalimat_validasi(monkeypatch, capsys, hasil, *, versi=(), tandai=False, target_saja=False) -> str:
    monkeypatch.setattr("asn_nilai.alur.riwayat.versi.baca_versi", lambda *_: versi)
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(diketik=Path("kota")), periode=MEI, target_saja=target_saja
    )
    validasi._langkah_berikut(Layar(), konteks, hasil, Path("kota 1"), tandai=tandai)
    return capsys.readouterr().err


def tervalidasi(umum=(), milik=(), jumlah=1):
    milik = tuple(milik)
    return SimpleNamespace(
        umum=umum, temuan=(*umum, *milik), unit=[SetoranUnit(Unit("A", "Dinas A"), 7, milik, jumlah)]
    )


GALAT, RINGAN = temuan("perilaku-kosong", Letak("a.xlsx")), temuan("berkas-tanpa-unit", Letak("b.xlsx"))
HILANG = temuan("berkas-hilang", Letak("capaian/2026-05/A.xlsx"), unit="Dinas A")
LANJUT = "Berikutnya: kirim pesannya ke unit yang bersangkutan; sesudah berkasnya diganti, jalankan perintah ini lagi.\n"
SKEMA = (
    "Berikutnya: perbaiki dahulu galat di luar unit (skema atau ruang kerja), lalu jalankan perintah ini lagi. Pesan unit sudah tidak "
    "memuat yang menunggu perbaikan itu.\n"
)
BERGANTI = 'Mei 2026 terkunci: bila masukannya berubah sejak itu, hasilnya berganti hanya sebagai koreksi, dengan asn-nilai hitung kota --periode 2026-05 --koreksi "ALASAN"\n'
KOREKSI = 'Mei 2026 terkunci: yang diperbaiki menjadi hasil sebagai koreksi, dengan asn-nilai hitung kota --periode 2026-05 --koreksi "ALASAN"\n'


@pytest.mark.parametrize(
    ("hasil", "pilihan", "kalimat"),
    [
        (tervalidasi(), {}, 'Tidak ada temuan. Berikutnya: asn-nilai hitung "kota 1" --periode 2026-05\n'),
        (
            tervalidasi(),
            {"target_saja": True},
            'Tidak ada temuan. Berikutnya: asn-nilai templat capaian "kota 1" --periode 2026-05-01\n',
        ),
        (tervalidasi(), {"versi": ("v1",)}, f"Tidak ada temuan. {BERGANTI}"),
        (tervalidasi((RINGAN,)), {"versi": ("v1",)}, f"Tidak ada galat; temuan di atas tidak menahan penilaian. {BERGANTI}"),
        (
            tervalidasi((RINGAN,)),
            {},
            'Tidak ada galat; temuan di atas tidak menahan penilaian. Berikutnya: asn-nilai hitung "kota 1" --periode 2026-05\n',
        ),
        (
            tervalidasi((RINGAN,)),
            {"versi": ("v1",)},
            'Tidak ada galat; temuan di atas tidak menahan penilaian. Mei 2026 terkunci: bila masukannya berubah sejak itu, hasilnya berganti hanya sebagai koreksi, dengan asn-nilai hitung kota --periode 2026-05 --koreksi "ALASAN"\n',
        ),
        (tervalidasi((), (RINGAN, GALAT)), {}, LANJUT),
        (
            tervalidasi((RINGAN,), (GALAT,)),
            {"tandai": True, "versi": ("v1",)},
            KOREKSI + LANJUT.replace("pesannya", "pesan dan salinan bertandanya"),
        ),
        (tervalidasi((RINGAN, GALAT), (HILANG,)), {"target_saja": True, "versi": ("v1",)}, KOREKSI + SKEMA),
        (
            tervalidasi((RINGAN,), (HILANG,)),
            {"target_saja": True},
            'Belum satu pun buku target diterima. Berikutnya: asn-nilai templat target "kota 1", lalu kirim buku itu kepada unit untuk diisi.\n',
        ),
        (tervalidasi((), (HILANG,)), {}, LANJUT),
        (
            tervalidasi((), (temuan("berkas-sedang-dibuka", Letak("a.xlsx"), unit="A"), RINGAN)),
            {"tandai": True},
            "Berikutnya: tidak ada yang perlu diperbaiki unit. Kerjakan yang disarankan di atas di komputer ini, lalu jalankan perintah ini lagi.\n",
        ),
        (tervalidasi((), (GALAT,)), {"target_saja": True}, LANJUT),
    ],
)  # fmt: skip
def test_sesudah_validasi(monkeypatch, capsys, hasil, pilihan, kalimat):
    assert kalimat_validasi(monkeypatch, capsys, hasil, **pilihan) == kalimat


def sebut_templat(
    capsys,
    *semua: TemplatUnit,
    jenis=JenisTemplat.CAPAIAN,
    gagal="",
    folder=("templat/2026-05",),
    periode=MEI,
) -> str:
    ruang = SimpleNamespace(
        folder_target=Path("target"), folder_capaian=lambda bulan: Path("capaian", bulan.kode)
    )
    konteks = SimpleNamespace(ruang=ruang, periode=periode)
    templat._tampilkan(
        Layar(), konteks, jenis, HasilTemplat([*map(Path, folder)], [*semua], gagal), Path("kota 1")
    )
    return capsys.readouterr().err


KIRIM = 'Berikutnya: kirim kepada unit. Yang sudah diisi disimpan di capaian/2026-05/<KODE UNIT>.xlsx, lalu: asn-nilai validasi "kota 1" --periode 2026-05\n'


def test_sesudah_templat_setiap_keadaan_disebut_berkasnya(capsys):
    keadaan = [*Keadaan, *Keadaan]
    semua = [TemplatUnit(str(nomor), f"{nomor}.xlsx", ini) for nomor, ini in enumerate(keadaan, 1)]
    semua[0] = replace(semua[0], tanpa_baris=("Budi", "Ani"), pesan="1.xlsx sedang dibuka.")
    assert [str(ini) for ini in Keadaan] == [
        "baru",
        "diperbarui",
        "sama",
        "dibiarkan",
        "tanpa target",
        "tanpa pegawai",
        "gagal",
    ]
    assert sebut_templat(
        capsys, *semua, folder=("templat/2026-05", "templat/2026-06"), gagal="Catatan target terkunci."
    ) == (
        "Diperbarui (belum pernah disimpan orang): 2.xlsx, 9.xlsx\n"
        "Sudah ada dan masih sama: 3.xlsx, 10.xlsx\n"
        "Dibiarkan karena sudah diisi atau disimpan orang; pindahkan dahulu bila ingin yang baru: 4.xlsx, 11.xlsx\n"
        "Tidak dibuat karena target unitnya belum dapat dibaca: 5.xlsx, 12.xlsx\n"
        "Tidak dibuat karena tidak seorang pun ditempatkan di unitnya pada bulan itu: 6.xlsx, 13.xlsx\n"
        "1.xlsx: tanpa target bulan ini, jadi tidak ada barisnya: Budi, Ani.\n"
        "1.xlsx sedang dibuka.\n"
        "Catatan target terkunci.\n"
        "\n2 templat baru dan 2 templat yang diperbarui ditulis di templat/2026-05, templat/2026-06\n" + KIRIM
    )


@pytest.mark.parametrize(
    ("keadaan", "kalimat"),
    [
        (Keadaan.BARU, "\n1 templat baru ditulis di templat/2026-05\n" + KIRIM),
        (Keadaan.DIPERBARUI, "Diperbarui (belum pernah disimpan orang): A.xlsx\n\n1 templat yang diperbarui ditulis di templat/2026-05\n" + KIRIM),
        (Keadaan.SAMA, "Sudah ada dan masih sama: A.xlsx\n\nTidak ada templat yang ditulis. Tempatnya: templat/2026-05\n" + KIRIM),
        (
            Keadaan.TANPA_TARGET,
            "Tidak dibuat karena target unitnya belum dapat dibaca: A.xlsx\n\nTidak ada templat yang ditulis. Tempatnya: templat/2026-05\nBerikutnya: perbaiki yang disebut di atas, lalu jalankan perintah ini lagi.\n",
        ),
    ],
)  # fmt: skip
def test_sesudah_templat(capsys, keadaan, kalimat):
    assert sebut_templat(capsys, TemplatUnit("A", "A.xlsx", keadaan)) == kalimat


def test_templat_beberapa_bulan_kembali_ke_folder_bulannya_masing_masing(capsys):
    kata = sebut_templat(
        capsys, TemplatUnit("A", "A.xlsx", Keadaan.BARU), periode=Periode.dari_teks("2026-T2")
    )
    assert "Yang sudah diisi disimpan di capaian/<BULAN>/<KODE UNIT>.xlsx, lalu:" in kata


def test_templat_target_kembali_ke_folder_target(capsys):
    kata = sebut_templat(capsys, TemplatUnit("A", "A.xlsx", Keadaan.BARU), jenis=JenisTemplat.TARGET)
    assert kata.endswith(
        'Yang sudah diisi disimpan di target/<KODE UNIT>.xlsx, lalu: asn-nilai validasi "kota 1"\n'
    )
