"""What is said of a letter's template that cannot be used, and the words that letters take from the program, each whole."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.isian.formulir.daftar_formulir import KUNCI_BULAN
from asn_nilai.acuan.isian.skema import Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.terbit.surat import asn, kota, unit
from asn_nilai.terbit.surat.keberatan import Keberatan, _langkah
from asn_nilai.terbit.surat.naskah import Surat, TemplatSuratError, tulis_surat

VERSI = VersiTerkunci("2026-11", "3", "ABCD-EFGH", "", "2026-12-01", "", "", "", "")


def surat(folder: Path, naskah: str, **isi: object) -> str:
    dokumen = Document()
    dokumen.add_paragraph(naskah)
    dokumen.save(folder / "nota.docx")
    wadah = io.BytesIO()
    tulis_surat(wadah, Surat("nota", "nota", isi), folder)
    return "\n".join(paragraf.text for paragraf in Document(wadah).paragraphs)


def test_isian_tanpa_yang_tidak_dapat_disimpan(tmp_path):
    isi = {"nama": "Bu\x00di\x1f", "semua": [{"kode": "A\x0b"}, ["B\x0e"]], "angka": 3}
    naskah = "{{ nama }} {{ semua[0].kode }}{{ semua[1][0] }} {{ angka }}{{ logo }}"
    assert surat(tmp_path, naskah, **isi) == "Budi AB 3"


@pytest.mark.parametrize(
    ("naskah", "sebab"),
    [
        ("Kepada {{ nama_kota }}", "isian 'nama_kota' tidak dikenal. Tulis salah satu yang ada pada templat bawaannya."),
        ("Kepada {{ orang.alamat }}", "isian 'alamat' tidak dikenal. Tulis salah satu yang ada pada templat bawaannya."),
        ("Kepada {{ nama", "tanda {{ … }} atau {% … %} di dalamnya tidak utuh."),
        ("{{ nama.__class__.__mro__ }}", "isinya meminta yang tidak boleh dilakukan sebuah templat."),
    ],
)  # fmt: skip
def test_templat_yang_tidak_dapat_dipakai(tmp_path, naskah, sebab):
    with pytest.raises(TemplatSuratError) as galat:
        surat(tmp_path, naskah, nama="Budi", orang={"nama": "Budi"})
    pesan, sekitar, teks = str(galat.value).partition(" Di sekitar: ")
    assert pesan == f"Templat surat {tmp_path / 'nota.docx'}: {sebab}"
    assert not sekitar or naskah[:8] in teks


@pytest.mark.parametrize("rusak", ["nota.docx", "logo.png"])
def test_berkas_yang_bukan_docx_atau_gambar(tmp_path, rusak):
    dokumen = Document()
    dokumen.add_paragraph("{{ logo }}")
    dokumen.save(tmp_path / "nota.docx")
    (tmp_path / rusak).write_bytes(b"bukan")
    logo = tmp_path / "logo.png" if rusak == "logo.png" else None
    with pytest.raises(TemplatSuratError) as galat:
        tulis_surat(io.BytesIO(), Surat("nota", "nota", {}), tmp_path, logo)
    mana = f"Logo {logo}" if logo else f"Templat surat {tmp_path / 'nota.docx'}"
    assert str(galat.value) == (
        f"{mana} tidak dapat dibaca. Simpan ulang (templat sebagai .docx, logo sebagai .png), atau hapus supaya yang bawaan dipakai."
    )


def test_yang_kurang_di_nota_dinas():
    def unit(*nama: str):
        return [SimpleNamespace(ringkas=SimpleNamespace(nama=milik)) for milik in nama]

    semua = {
        "belum_setor": unit("A"),
        "tak_terbaca": unit("B", "C"),
        "belum_dihitung": unit("D"),
        "belum_dinilai": unit("E"),
        "usang": [SimpleNamespace(tertahan=ini) for ini in (False, True, False)],
    }
    assert [*kota._kurang(SimpleNamespace(sorotan=SimpleNamespace(**semua)))] == [
        "1 unit belum menyetor: A.", "2 unit berkasnya tidak dapat dipakai: B, C.", "1 unit belum dihitung: D.",
        "1 unit sudah menyetor tetapi masih mempunyai ASN yang belum dinilai: E.",
        "Ada hasil yang lebih lama daripada masukannya; hitung lagi sebelum surat ini ditandatangani.",
        "Ada hasil yang belum lengkap (ada unit yang hitungannya belum selesai, atau yang berkas hasilnya tidak ada lagi); hitung lagi sebelum surat ini ditandatangani.",
    ]  # fmt: skip
    assert [*kota._kurang(SimpleNamespace(sorotan=SimpleNamespace(**dict.fromkeys(semua, ()))))] == []


def test_piagam_yang_pindah_memuat_jabatannya_di_unit_yang_sekarang():
    """The unit that the ASN left stands after the new one in the register."""

    def milik(kode: str, jabatan: str, status: str):
        asn = SimpleNamespace(nip="1", jabatan=jabatan, status=status)
        return SimpleNamespace(ringkas=SimpleNamespace(kode=kode, nama=f"Unit {kode}"), asn=(asn,))

    rekap = SimpleNamespace(
        unit=(milik("A", "Kepala Bidang", DINILAI), milik("B", "Staf", PINDAH)),
        penghargaan=(SimpleNamespace(nip="1", nama="Ani", kode_unit="A", alasan="Sangat Baik"),),
        ide_baru=(),
        aturan=muat_aturan("permenpanrb-6-2022"),
    )
    for kode, nama in ((None, "usulan-penghargaan"), ("A", "usulan-penghargaan_A")):
        assert [s.nama for s in kota.usulan_penghargaan(rekap, {}, kode)] == [nama, "piagam_1"]
    assert list(kota.usulan_penghargaan(rekap, {}, "B")) == []
    usulan, piagam = kota.usulan_penghargaan(rekap, {})
    assert [(b["jabatan"], b["unit"]) for b in usulan.isi["baris"]] == [("Kepala Bidang", "Unit A")]
    assert piagam.isi["jabatan"] == "Kepala Bidang"


@pytest.mark.parametrize(
    ("aturan", "tanpa", "tindak_lanjut"),
    [
        (
            "permenpanrb-6-2022",
            "Tidak ada ASN yang memenuhi kriteria pada periode ini.",
            "0 ASN diusulkan mendapat penghargaan; 2 ASN memerlukan rencana perbaikan.",
        ),
        (
            "pp-30-2019",
            "Aturan PP 30/2019 belum memuat kriteria penghargaan, jadi tidak ada yang diusulkan menurut aturan.",
            "Aturan PP 30/2019 belum memuat kriteria tindak lanjut, jadi tidak ada yang diusulkan menurut aturan.",
        ),
    ],
)
def test_tanpa_kriteria_bukan_tidak_seorang_pun_memenuhinya(aturan, tanpa, tindak_lanjut):
    aturan = muat_aturan(aturan)
    rekap = SimpleNamespace(unit=(), penghargaan=(), pembinaan=(1, 2), ide_baru=(), aturan=aturan)
    (usulan,) = kota.usulan_penghargaan(rekap, {})
    assert usulan.isi["tanpa_usulan"] == tanpa
    assert kota._tindak_lanjut(rekap) == tindak_lanjut


def test_target_asn_yang_tidak_dikenal_ditulis_seperti_di_bukunya():
    """Neither the register nor the list of indicators knows the row; its own words stand for them, a blank weight counts nothing."""
    teks = {"nama": ["Ani", "Ani"], "kode_indikator": ["X-1", "X-2"], "indikator": ["Surat", "Izin"], "satuan": ["buah", ""]}  # fmt: skip
    angka = {"bobot": [60.5, None], **{kunci: [None, 1250.0] for kunci in KUNCI_BULAN}}
    tabel = SimpleNamespace(
        teks=lambda kunci: teks.get(kunci, ["", ""]),
        angka=angka.get,
        kolom={},
        isi={},
        cacat={},
        luar=SimpleNamespace(),
    )
    skema = SimpleNamespace(penempatan_asn={}, indikator={})
    asn = unit._TargetUnit(Unit("KEL", "Kelurahan"), tabel, skema, Periode.dari_teks("2026")).asn(
        "123", [0, 1]
    )
    assert (asn["jumlah_bobot"], asn["jabatan"]) == ("60,5", "")
    assert [[baris[k] for k in ("kode", "indikator", "satuan", "bobot")] for baris in asn["baris"]] == [
        ["X-1", "Surat", "buah", "60,5"], ["X-2", "Izin", "", ""],
    ]  # fmt: skip
    assert [set(baris["bulanan"]) for baris in asn["baris"]] == [{""}, {"1.250"}]


@pytest.mark.parametrize(
    ("bulanan", "runtun"),
    [
        (["1.250.000"] * 12, ["Jan–Des: 1.250.000"]),
        (["", "5", "5", "", "5", *["-6"] * 6, ""], ["Feb–Mar: 5", "Mei: 5", "Jun–Nov: -6"]),
        (["5", *["tidak terbaca"] * 2, *[""] * 9], ["Jan: 5", "Feb–Mar: tidak terbaca"]),
        ([""] * 12, []),
    ],
)
def test_target_setahun_ditulis_menurut_bulan_yang_sama(bulanan, runtun):
    assert list(unit._runtun(bulanan)) == runtun


def test_rencana_perbaikan_tanpa_indikator():
    assert (
        asn._TANPA_INDIKATOR == "Tidak ada indikator di bawah ekspektasi; yang dibicarakan perilaku kerjanya."
    )


@pytest.mark.parametrize(
    ("versi", "langkah"),
    [
        (
            VERSI,
            ('Pengelola menjalankan: asn-nilai hitung --periode 2026-11 --koreksi "ALASAN". Periode ini terkunci, jadi tanpa --koreksi hitungan ditolak. '
            "Versi 3 tetap tersimpan, versi 4 dikunci, dan perubahannya tercatat di register dan perubahan.csv beserta alasannya."),
        ),
        (
            None,
            ("Pengelola menjalankan: asn-nilai hitung --periode 2026-11. Periode ini belum dikunci; perubahannya tercatat di register dan "
            "perubahan.csv."),
        ),
    ],
)  # fmt: skip
def test_langkah_sesudah_keberatan(versi, langkah):
    siapa = SimpleNamespace(periode="2026-11", nip="123", status="Dinilai", instansi="Kota")
    keberatan = Keberatan(siapa, muat_aturan("kemenkeu-127-2026"), versi, None)
    assert [*_langkah(keberatan)] == [
        "Baca penjelasan.html. Setiap angka menyebut selnya; sel yang sama ditandai kuning di cuplikan.xlsx.",
        (
            "Isi formulir-keberatan.docx: angka mana, seharusnya berapa, apa buktinya. Tata cara dan tenggat keberatan mengikuti ketentuan "
            "yang berlaku di Kota."
        ),
        (
            "Bila keberatan diterima dan sebuah sel memang keliru, unit membetulkan sel itu di bukunya sendiri; NIP, penempatan, atau "
            "indikator yang keliru dibetulkan pengelola di skema. Angka di hasil tidak pernah "
            "diubah dengan tangan."
        ),
        langkah,
        "Kartu nilai yang baru: asn-nilai jelaskan 123 --periode 2026-11. Bila keberatan ditolak, tidak ada angka yang berubah.",
    ]
