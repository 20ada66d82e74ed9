"""What the rows of the skema say of each other: told at the cell, and nobody's score depends on it."""

import pytest
from dunia_baca import BUDI, SITI, Lembaran
from dunia_skema import DuniaSkema

from asn_nilai.ruang_kerja import RuangKerjaTidakSahError

ENTAH = "197001011995031001"


@pytest.fixture
def dunia(tmp_path) -> DuniaSkema:
    return DuniaSkema(tmp_path, (0, 0))


SATU = [
    ("Unit", "nip_kepala", 0, ENTAH, "nip-bukan-pegawai", f"Kepala Puskesmas Contoh: NIP {ENTAH} tidak ada di lembar Pegawai."),
    ("Unit", "nip_kepala", 0, None, "kepala-kosong", "NIP Kepala Puskesmas Contoh kosong"),
    ("Unit", "jenis_unit", 1, None, "jenis-unit-kosong", "Jenis Unit Dinas Kesehatan kosong"),
    ("Pegawai", "nip_atasan", 1, ENTAH, "nip-bukan-pegawai", f"Atasan Budi Koto: NIP {ENTAH} tidak ada"),
    ("Pegawai", "nip_atasan", 0, SITI, "atasan-diri-sendiri", "NIP Atasan Siti Rahma adalah NIP-nya sendiri: tidak terbaca siapa"),
    ("Pegawai", "nip_atasan", 1, BUDI, "atasan-diri-sendiri", "NIP Atasan Budi Koto adalah NIP-nya sendiri: tidak terbaca siapa"),
    ("Pegawai", "golongan", 0, "III/e", "golongan-tidak-dikenal", "Golongan 'III/e' tidak ada bagi PNS."),
    ("Pegawai", "golongan", 3, "III/a", "golongan-tidak-dikenal", "Golongan 'III/a' tidak ada bagi PPPK."),
    ("Pegawai", "jenis_jabatan", 0, "Struktral", "jenis-jabatan-tidak-dikenal", "Jenis Jabatan 'Struktral' tidak dikenal."),
    ("Indikator", "berlaku_untuk", 0, "Puskesmas, OPD, Rumah Sakit", "berlaku-untuk-tidak-dikenal", "menyebut Rumah Sakit, padahal tidak ada unit berjenis itu. Jenis unit yang ada: Puskesmas, OPD."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("jenis", "kode"), [("P3K", ["skema-tidak-sah"]), ("PNS", ["nip-format", "golongan-tidak-dikenal"])]
)
def test_golongan_tidak_dipertanyakan_selama_jenis_asnnya_tidak_terbaca(dunia, jenis, kode):
    """Of which kind the grade would have to be nobody knows: what is wrong is said once."""

    def ubah(lembar: Lembaran) -> None:
        lembar.isi("jenis_asn", 3, jenis)
        lembar.isi("golongan", 3, "IX")

    assert [butir.kode for butir in dunia.baca(Pegawai=ubah)[1]] == kode


@pytest.mark.parametrize(("lembar", "kunci", "posisi", "isi", "kode", "kalimat"), SATU)
def test_yang_tidak_cocok_diberitahukan_di_selnya(dunia, lembar, kunci, posisi, isi, kode, kalimat):
    sel: list[str] = []

    def ubah(lembaran: Lembaran) -> None:
        lembaran.sel(kunci, posisi).value = isi
        sel.append(lembaran.sel(kunci, posisi).coordinate)

    skema, temuan = dunia.baca(**{lembar: ubah})
    (satu,) = temuan
    assert (satu.kode, satu.tingkat, satu.letak.lembar, satu.letak.sel) == (
        kode,
        "peringatan",
        lembar,
        sel[0],
    )
    assert kalimat in satu.pesan
    assert len(skema.penempatan) == 4
    assert not skema.bercacat


@pytest.mark.parametrize(
    ("atasan", "kode"),
    [
        (
            ENTAH,
            [],
        ),  # the head of a unit is assessed by somebody whose own office need not be in the register
        (f"{SITI[:-1]}9", ["nip-bukan-pegawai"]),  # a slip in the NIP of somebody who is
    ],
)
def test_atasan_kepala_unit_boleh_di_luar_daftar(dunia, atasan, kode):
    _, temuan = dunia.baca(Pegawai=lambda lembar: lembar.isi("nip_atasan", 0, atasan))
    assert [satu.kode for satu in temuan] == kode


def test_pejabat_yang_menilai_kepala_boleh_menilai_yang_lain(dunia):
    _, temuan = dunia.baca(
        Pegawai=lambda lembar: [lembar.isi("nip_atasan", 0, ENTAH), lembar.isi("nip_atasan", 1, ENTAH)]
    )
    assert temuan == []


def test_atasan_yang_barisnya_sendiri_salah_mengikuti_sebab_itu(dunia):
    skema, temuan = dunia.baca(Pegawai=lambda lembar: lembar.isi("nip", 0, SITI[:-1]))
    (sebab,) = temuan
    assert sebab.kode == "nip-format"
    assert sebab.pesan.endswith(" 2 baris menunggu ini.")  # a head and a superior
    assert [o.nama for o in skema.cacat] == ["Siti Rahma"]


def test_lembar_yang_tidak_memakai_jenis_unit_tidak_ditegur(dunia):
    _, temuan = dunia.baca(
        Unit=lambda lembar: [lembar.isi("jenis_unit", 0, None), lembar.isi("jenis_unit", 1, None)],
        Indikator=lambda lembar: lembar.isi("berlaku_untuk", 0, None),
    )
    assert temuan == []


def test_kepala_yang_nipnya_tidak_sah_diberitahukan_sekali(dunia):
    _, temuan = dunia.baca(Unit=lambda lembar: lembar.isi("nip_kepala", 0, "123"))
    assert [t.kode for t in temuan] == ["nip-format"]


@pytest.mark.parametrize(
    ("satu", "lain", "kembar"),
    [
        ("Puskesmas", "puskesmas", True), ("Puskesmas", "Puskesmass", True), ("Puskesmas", "Puskemas", True), ("UPT Dinas", "UPT  Dinas", True),
        ("SD", "SMP", False), ("UPTD A", "UPTD B", False), ("Kelurahan", "Kecamatan", False), ("Dinas", "Badan Daerah", False),
    ],
)  # fmt: skip
def test_jenis_unit_dengan_dua_ejaan(dunia, satu, lain, kembar):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("jenis_unit", 0, satu)
        lembar.isi("jenis_unit", 1, lain)

    _, temuan = dunia.baca(Unit=ubah, Indikator=lambda lembar: lembar.isi("berlaku_untuk", 0, None))
    assert [t.kode for t in temuan] == ["jenis-unit-dua-ejaan"] * kembar


def test_ejaan_yang_menahan_indikator_dari_unitnya_diketahui_sebabnya(dunia):
    skema, temuan = dunia.baca(Unit=lambda lembar: [lembar.isi("jenis_unit", 0, "Puskemas"), lembar.isi("jenis_unit", 1, "Puskesmas")])  # fmt: skip
    assert {t.kode for t in temuan} == {"jenis-unit-dua-ejaan", "berlaku-untuk-tidak-dikenal"}
    (sebab,) = (
        sebab
        for (kode, jenis), sebab in skema.jenis_keliru.items()
        if (kode, jenis) == ("KJ-1.1", "puskemas")
    )
    assert sebab.letak.lembar == "Unit"
    assert sebab.pesan == "Jenis Unit berisi 'Puskemas'. Yang dikenal: satu ejaan, misalnya Puskesmas."
    skema, _ = dunia.baca(Indikator=lambda lembar: lembar.isi("berlaku_untuk", 0, "Puskemas; OPD"))
    sebab = skema.jenis_keliru["KJ-1.1", "puskesmas"]
    assert (
        sebab.pesan
        == "Berlaku Untuk berisi 'Puskemas; OPD'. Yang dikenal: jenis unit yang ada: Puskesmas, OPD."
    )


@pytest.mark.parametrize(
    ("judul", "ada"),
    [
        ("Daftar pegawai tahun 2025", True), ("Pemerintah Kota, tahun 2026", False), ("Tahun 2025/2026", False),
        ("Menurut PermenPANRB 6 Tahun 2022", False), ("Dicetak 1-2-2027", False), ("Daftar pegawai", False),
    ],
)  # fmt: skip
def test_judul_yang_menyebut_tahun_lain(tmp_path, judul, ada):
    dunia = DuniaSkema(tmp_path, (7, 4))
    _, temuan = dunia.baca(Pegawai=lambda lembar: setattr(lembar.ws["B2"], "value", judul))
    assert [(t.kode, t.letak.sel) for t in temuan] == [("skema-tahun-lain", "B2")] * ada
    for ini in temuan:  # a year is no count: it has no thousands
        assert (
            ini.pesan == f"Di sini tertulis '{judul}', sedangkan ruang kerja ini tahun 2026 (asn-nilai.toml)."
        )
        assert ini.saran.startswith("Pastikan daftarnya memang untuk tahun 2026, lalu betulkan judulnya")


def test_unit_tanpa_jenis_menjadi_sebab_bagi_indikator_yang_menyebut_jenis(dunia):
    skema, _ = dunia.baca(Unit=lambda lembar: lembar.isi("jenis_unit", 1, None))
    sebab = skema.jenis_keliru["KJ-1.1", ""]
    assert (sebab.letak.lembar, sebab.pesan) == ("Unit", "Jenis Unit kosong. Yang dikenal: jenis unit itu.")
    skema, _ = dunia.baca()
    assert dict(skema.jenis_keliru) == {}


def test_batas_indikator_dalam_ribuan_ditolak_dan_penjelasan_lain_di_judulnya_tidak(dunia):
    """The registers belong to no month: only words by which a bound is another figure make it doubtful."""
    kalimat = (
        "skema.xlsx › Indikator › J5: Judul di sini menyebut 'ribu'; itu bukan bulan yang diminta, bukan nomor kolom, dan bukan satuan "
        "isinya, sehingga angka 'Batas Atas' tidak dapat dipastikan. Bila isinya memang Batas Atas untuk isian ini dalam satuannya, hapus "
        "'ribu' dari judul; bila bukan, isi angka yang dimaksud."
    )
    with pytest.raises(RuangKerjaTidakSahError) as galat:
        dunia.baca(
            Indikator=lambda lembar: setattr(lembar.kepala("batas_atas"), "value", "Batas Atas (ribu)")
        )
    assert str(galat.value) == kalimat
    _, temuan = dunia.baca(
        Indikator=lambda lembar: setattr(lembar.kepala("batas_atas"), "value", "Batas Atas (boleh kosong)")
    )
    assert temuan == []
