"""skema.xlsx: registers as objects, faulty rows as findings, a missing sheet as a sentence that stops."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from dunia_baca import BUDI, SITI, Lembaran
from dunia_skema import ANI, DuniaSkema

from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Frekuensi, JenisNilai, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan
from asn_nilai.acuan.temuan import Temuan, Tingkat
from asn_nilai.baca.skema.buku_skema import baca_skema
from asn_nilai.baca.tabel.tanggal import baca_tanggal
from asn_nilai.ruang_kerja import RuangKerjaTidakSahError


@pytest.fixture(params=[(0, 0), (7, 4)], ids=["di-tempat", "bergeser"])
def dunia(request, tmp_path: Path) -> DuniaSkema:
    return DuniaSkema(tmp_path, request.param)


def persenkan(lembar: Lembaran) -> None:
    for kunci in ("nilai_terburuk", "batas_atas"):
        lembar.sel(kunci, 1).number_format = "0%"


def test_daftar_skema_dibaca_utuh(dunia: DuniaSkema):
    skema, temuan = dunia.baca(Indikator=persenkan)
    assert temuan == []
    assert skema.unit["PKM-01"].nip_kepala == SITI
    assert skema.unit["DINKES"].nip_kepala == ANI
    assert skema.penempatan[1] == Penempatan(
        BUDI, "Budi Koto", "PKM-01", nip_atasan=SITI, selesai=dt.date(2026, 3, 31)
    )
    assert skema.penempatan[2].mulai == dt.date(2026, 4, 1)
    assert [penempatan.jenis_asn for penempatan in skema.penempatan] == ["PNS", "PNS", "PNS", "PPPK"]
    kunjungan, mutu = skema.indikator["KJ-1.1"], skema.indikator["MT-2"]
    assert (kunjungan.batas_bawah, kunjungan.batas_atas, kunjungan.frekuensi) == (
        0.0,
        1250.0,
        Frekuensi.TRIWULANAN,
    )
    assert (kunjungan.wajib_bukti, kunjungan.berlaku_untuk) == (True, ("Puskesmas", "OPD"))
    assert (mutu.polaritas, mutu.agregasi, mutu.jenis_nilai) == (
        Polaritas.MINIMAL,
        Agregasi.RATA_RATA,
        JenisNilai.DESIMAL,
    )
    assert (mutu.nilai_terburuk, mutu.batas_atas, mutu.wajib_bukti, mutu.frekuensi) == (
        100.0,
        100.0,
        False,
        Frekuensi.BULANAN,
    )


TIDAK_SAH = [
    (
        "Indikator",
        "polaritas",
        0,
        "Naik",
        "Polaritas berisi 'Naik'. Yang dikenal: Maksimal, Minimal, Stabil.",
    ),
    # Jumlah and Rata-rata say how an indicator adds up: its row is no total, though it has lost its code.
    ("Indikator", "kode_indikator", 0, None, "Kode Indikator kosong. Yang dikenal: isian yang tidak kosong."),
    ("Indikator", "kode_indikator", 1, None, "Kode Indikator kosong. Yang dikenal: isian yang tidak kosong."),
    ("Indikator", "polaritas", 0, None, "Polaritas kosong. Yang dikenal: Maksimal, Minimal, Stabil."),
    (
        "Indikator",
        "agregasi",
        0,
        "Campur",
        "Agregasi berisi 'Campur'. Yang dikenal: Jumlah, Rata-rata, Nilai Akhir, Rasio.",
    ),
    (
        "Indikator",
        "jenis_nilai",
        0,
        "Teks",
        "Jenis Nilai berisi 'Teks'. Yang dikenal: Bulat, Desimal, Persen.",
    ),
    (
        "Indikator",
        "frekuensi",
        0,
        "Harian",
        "Frekuensi berisi 'Harian'. Yang dikenal: Bulanan, Triwulanan, Semesteran, Tahunan.",
    ),
    ("Indikator", "satuan", 0, None, "Satuan kosong. Yang dikenal: isian yang tidak kosong."),
    (
        "Indikator",
        "batas_atas",
        0,
        -1,
        "Batas Atas berisi '-1'. Yang dikenal: angka yang tidak di bawah Batas Bawah.",
    ),
    (
        "Indikator",
        "nilai_terburuk",
        1,
        -6,
        "Nilai Terburuk berisi '-6'. Yang dikenal: angka di atas 0, atau kosong, bagi indikator minimal.",
    ),
    (
        "Pegawai",
        "kode_unit",
        0,
        "ENTAH",
        "Kode Unit berisi 'ENTAH'. Yang dikenal: Kode Unit yang ada di lembar Unit.",
    ),
    ("Pegawai", "jenis_asn", 0, "Honorer", "Jenis ASN berisi 'Honorer'. Yang dikenal: PNS, PPPK."),
    ("Pegawai", "mulai", 0, "besok", "Mulai berisi 'besok'. Yang dikenal: tanggal, misalnya 31/03/2026."),
    ("Pegawai", "mulai", 0, 46082, "Mulai berisi '46082'. Yang dikenal: tanggal, misalnya 31/03/2026."),
    (
        "Pegawai",
        "selesai",
        2,
        dt.date(2026, 1, 31),
        "Selesai berisi '2026-01-31'. Yang dikenal: tanggal sejak 01/04/2026.",
    ),
    ("Pegawai", "nama", 0, None, "Nama kosong. Yang dikenal: isian yang tidak kosong."),
]


@pytest.mark.parametrize(("lembar", "kunci", "posisi", "isi", "pesan"), TIDAK_SAH)
def test_baris_tidak_sah_diberitahukan_di_selnya_dan_disisihkan(
    dunia: DuniaSkema, lembar, kunci, posisi, isi, pesan
):
    utuh, _ = dunia.baca()
    sel: list[str] = []

    def ubah(lembar_skema: Lembaran) -> None:
        lembar_skema.sel(kunci, posisi).value = isi
        sel.append(lembar_skema.sel(kunci, posisi).coordinate)

    skema, temuan = dunia.baca(**{lembar: ubah})
    assert (temuan[0].kode, temuan[0].letak.sel, temuan[0].letak.lembar) == (
        "skema-tidak-sah",
        sel[0],
        lembar,
    )
    assert temuan[0].pesan == pesan
    if lembar == "Indikator":
        assert [cacat.sebab for cacat in skema.indikator_cacat] == [temuan[0]]
        assert len(skema.indikator) == len(utuh.indikator) - 1
    else:
        (orang,) = skema.cacat
        assert [sebab.letak for sebab in orang.sebab] == [temuan[0].letak]
        assert {p.nip for p in skema.penempatan} | {orang.nip} == {p.nip for p in utuh.penempatan}


@pytest.mark.parametrize(
    ("lembar", "kunci", "posisi", "isi", "kode"),
    [
        ("Pegawai", "nip", 0, "123", "nip-format"), ("Pegawai", "nip", 0, None, "nip-format"), ("Pegawai", "nip", 0, "198603152009132001", "nip-format"),
        ("Pegawai", "nip", 0, 198603152009032001, "nip-presisi-hilang"), ("Indikator", "batas_atas", 0, "banyak", "angka-tidak-sah"),
        ("Indikator", "polaritas", 0, "=A1", "rumus-tanpa-nilai"), ("Unit", "kode_unit", 0, "#REF!", "sel-galat"),
    ],
)  # fmt: skip
def test_sel_rusak_menyisihkan_barisnya(dunia: DuniaSkema, lembar, kunci, posisi, isi, kode):
    sel: list[str] = []

    def ubah(lembar_skema: Lembaran) -> None:
        lembar_skema.sel(kunci, posisi).value = isi
        sel.append(lembar_skema.sel(kunci, posisi).coordinate)

    _, temuan = dunia.baca(**{lembar: ubah})
    assert (temuan[0].kode, temuan[0].letak.sel) == (kode, sel[0])
    if kode in {"rumus-tanpa-nilai", "sel-galat"}:
        assert temuan[0].saran.endswith("atau ketik isinya langsung.")


def test_kode_di_skema_tanpa_yang_tidak_tampak(dunia: DuniaSkema):
    """A sign that nobody sees, brought along from a web page, would make a unit's files another's."""
    skema, temuan = dunia.baca(
        Unit=lambda lembar: [lembar.isi("kode_unit", 0, "PKM-01\u200b"), lembar.isi("kode_lama", 1, "DIN\u00adKES LAMA")],
        Indikator=lambda lembar: lembar.isi("kode_indikator", 0, "\ufeffKJ-1.1"),
    )  # fmt: skip
    assert temuan == []
    assert (set(skema.unit), set(skema.indikator)) == ({"PKM-01", "DINKES"}, {"KJ-1.1", "MT-2"})
    assert skema.unit["DINKES"].kode_lama == ("DINKES LAMA",)


@pytest.mark.parametrize("diakui", [("LAMA", "lama "), ("DINKES", "PKM-01"), ("dinkes", "")])
def test_kode_lama_yang_diakui_dua_unit_atau_milik_unit_lain_bukan_kode_siapa_pun(dunia: DuniaSkema, diakui):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        for posisi, kode in enumerate(diakui):
            lembar.isi("kode_lama", posisi, kode)
            sel.extend([lembar.sel("kode_lama", posisi).coordinate] if kode else [])

    skema, temuan = dunia.baca(Unit=ubah)
    assert [(butir.kode, butir.letak.sel) for butir in temuan] == [("kode-lama-dipakai", ini) for ini in sel]
    assert {unit.kode_lama for unit in skema.unit.values()} == {()}


def test_nip_atasan_yang_salah_tidak_menyisihkan_barisnya(dunia: DuniaSkema):
    skema, temuan = dunia.baca(Pegawai=lambda lembar: lembar.isi("nip_atasan", 1, "123"))
    assert [butir.kode for butir in temuan] == ["nip-format"]
    assert len(skema.penempatan) == 4
    assert skema.penempatan[1].nip_atasan == ""


GANDA = [
    ("Unit", {"kode_unit": "pkm-01", "unit_kerja": "Lain"}, "kode_unit", "Kode Unit pkm-01"),
    ("Indikator", {"kode_indikator": "kj-1.1", "indikator": "x", "satuan": "x", "polaritas": "Stabil", "agregasi": "Nilai Akhir"}, "kode_indikator", "Kode Indikator kj-1.1"),
    ("Pegawai", {"nip": SITI, "nama": "Siti Rahma", "kode_unit": "DINKES", "mulai": "2026-07-01"}, "nip", "Penempatan Siti Rahma pada waktu yang sama"),
    ("Pegawai", {"nip": BUDI, "nama": "Budi Koto", "kode_unit": "DINKES", "mulai": "31/03/2026", "selesai": "31/03/2026"}, "nip", "Penempatan Budi Koto pada waktu yang sama"),
]  # fmt: skip


@pytest.mark.parametrize(("lembar", "isi", "kunci", "apa"), GANDA)
def test_kode_atau_penempatan_berulang_diberitahukan(dunia: DuniaSkema, lembar, isi, kunci, apa):
    sel: list[str] = []

    def ubah(lembar_skema: Lembaran) -> None:
        for nama, nilai in isi.items():
            lembar_skema.isi(nama, lembar_skema.jumlah, nilai)
        pertama = 1 if isi.get("nip") == BUDI else 0
        sel.extend(
            [
                lembar_skema.sel(kunci, lembar_skema.jumlah).coordinate,
                lembar_skema.sel(kunci, pertama).coordinate,
            ]
        )

    _, temuan = dunia.baca(**{lembar: ubah})
    assert [(butir.kode, butir.letak.sel) for butir in temuan] == [("baris-ganda", sel[0])]
    assert temuan[0].pesan == f"{apa} sudah ada di {sel[1]}."
    assert temuan[0].nip == isi.get("nip", "")


def test_kode_yang_berbeda_titiknya_adalah_dua(dunia: DuniaSkema):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("kode_indikator", 0, "1.1.1")
        lembar.isi("kode_indikator", 1, "11.1")

    skema, temuan = dunia.baca(Indikator=ubah)
    assert temuan == []
    assert list(skema.indikator) == ["1.1.1", "11.1"]


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (
            lambda lembar: setattr(lembar.ws, "title", "Sheet9"),
            "Lembar 'Pegawai' tidak ada. Lembar yang ada: Unit, Sheet9, Indikator.",
        ),
        (
            lambda lembar: setattr(lembar.kepala("nama"), "value", "Entah"),
            "Kolom 'Nama' tidak ada pada baris kepala tabel.",
        ),
        (lambda lembar: lembar.ws.delete_rows(1, 60), "Tidak ada baris kepala tabel pada 30 baris pertama."),
        (lambda lembar: setattr(lembar.kepala("golongan"), "value", "NIP"), "Kolom 'NIP' ada dua kali"),
    ],
)
def test_lembar_skema_yang_tak_dapat_dipakai_berhenti_dengan_kalimat(dunia: DuniaSkema, ubah, kalimat):
    with pytest.raises(RuangKerjaTidakSahError) as galat:
        dunia.baca(Pegawai=ubah)
    assert kalimat in str(galat.value)
    assert str(galat.value).startswith("skema.xlsx")


def test_skema_hilang_atau_tak_terbaca_berhenti_dengan_kalimat(dunia: DuniaSkema):
    with pytest.raises(
        RuangKerjaTidakSahError, match=r"Skema skema\.xlsx tidak ada di .*Taruh buku skema di situ"
    ):
        baca_skema(dunia.ruang)
    dunia.ruang.skema.write_text("NIP;Nama", encoding="utf-8")
    with pytest.raises(
        RuangKerjaTidakSahError, match=r"^skema\.xlsx: Berkas ini tidak dapat dibuka .*CSV.* Buka berkas"
    ):
        baca_skema(dunia.ruang)


def test_skema_berakhiran_lain_ditemukan(dunia: DuniaSkema):
    dunia.baca()
    dunia.ruang.skema.rename(dunia.ruang.skema.with_suffix(".xlsm"))
    assert len(baca_skema(dunia.ruang)[0].unit) == 2


@pytest.mark.parametrize(
    ("isi", "tanggal"),
    [
        (dt.date(2026, 3, 31), dt.date(2026, 3, 31)), (dt.datetime.fromisoformat("2026-03-31"), dt.date(2026, 3, 31)), ("2026-03-31", dt.date(2026, 3, 31)),
        ("2026-03-31 00:00:00", dt.date(2026, 3, 31)), ("31/03/2026", dt.date(2026, 3, 31)), ("31-3-2026", dt.date(2026, 3, 31)), ("31.03.2026", dt.date(2026, 3, 31)),
        ("31 Maret 2026", dt.date(2026, 3, 31)), ("31 mar 2026", dt.date(2026, 3, 31)), ("1-Agt-2026", dt.date(2026, 8, 1)), ("'31/03/2026", dt.date(2026, 3, 31)),
        ("31/02/2026", None), ("03/31/2026", None), ("31 Entah 2026", None), ("2026", None), (46082.0, None), ("", None),
    ],
)  # fmt: skip
def test_tanggal_dibaca_seperti_disimpan_excel_dan_diketik_orang(isi, tanggal):
    assert baca_tanggal(isi) == tanggal


@pytest.mark.parametrize("isi", ["", "-", " "])
def test_tanggal_kosong_berarti_sepanjang_tahun(dunia: DuniaSkema, isi):
    skema, temuan = dunia.baca(Pegawai=lambda lembar: lembar.isi("mulai", 0, isi))
    assert temuan == []
    assert skema.penempatan[0].mulai is None


def test_baris_pegawai_tanpa_nip_diberitahukan_juga_di_akhir(tmp_path):
    sel: list[str] = []

    def ubah(lembar: Lembaran) -> None:
        lembar.isi("nama", lembar.jumlah, "Tanpa NIP")
        lembar.isi("kode_unit", lembar.jumlah, "DINKES")
        sel.append(lembar.sel("nip", lembar.jumlah).coordinate)

    _, temuan = DuniaSkema(tmp_path, (2, 1)).baca(Pegawai=ubah)
    assert [(butir.kode, butir.letak.sel) for butir in temuan] == [("nip-format", sel[0])]


def test_daftar_tanpa_nip_pilihan_tetap_dibaca(tmp_path):
    skema, temuan = DuniaSkema(tmp_path, (0, 0)).baca(
        Unit=lambda lembar: setattr(lembar.kepala("nip_kepala"), "value", None),
        Pegawai=lambda lembar: setattr(lembar.kepala("mulai"), "value", None) or lembar.kosongkan(2),
    )
    assert temuan == []
    assert len(skema.penempatan) == 3


def test_lembar_serupa_yang_tidak_dibaca_disebut(dunia: DuniaSkema):
    """Who keeps the new list of people in a copy of the sheet must hear that the copy does not count."""

    def salin(lembar: Lembaran) -> None:
        for nama in ("Pegawai (2)", "Pegawai Juni"):
            lembar.ws.parent.copy_worksheet(lembar.ws).title = nama

    skema, (ini,) = dunia.baca(Pegawai=salin)
    assert len(skema.penempatan) == 4
    assert (ini.kode, str(ini.letak)) == ("lembar-diabaikan", "skema.xlsx › Pegawai")
    assert "lembar 'Pegawai (2)', 'Pegawai Juni' tidak dibaca" in ini.pesan


@pytest.mark.parametrize("kode", ["JML-08", "TOTAL-2", "Jumlah-Kunjungan", "RATA-RATA"])
def test_indikator_yang_kodenya_berawal_jumlah_bukan_baris_jumlah(dunia: DuniaSkema, kode):
    skema, temuan = dunia.baca(Indikator=lambda lembar: lembar.isi("kode_indikator", 0, kode))
    assert temuan == []
    assert set(skema.indikator) == {kode, "MT-2"}


def test_baris_jumlah_di_bawah_daftar_bukan_isinya(dunia: DuniaSkema):
    skema, temuan = dunia.baca(
        Indikator=lambda lembar: [lembar.isi("kode_indikator", 2, "Jumlah"), lembar.isi("indikator", 2, 2)],
        Unit=lambda lembar: lembar.isi("kode_unit", 2, "Jumlah unit: 2"),
    )
    assert temuan == []
    assert (len(skema.indikator), len(skema.unit)) == (2, 2)


@pytest.mark.parametrize("banyak", [2, "2", "2 unit"])
def test_jumlah_di_samping_banyaknya_bukan_unit(dunia: DuniaSkema, banyak):
    """`Jumlah | 2` below the units has both cells that a unit must have."""
    skema, temuan = dunia.baca(
        Unit=lambda lembar: [lembar.isi("kode_unit", 2, "Jumlah"), lembar.isi("unit_kerja", 2, banyak)]
    )
    if banyak == "2 unit":  # a name, whatever it says: a code that begins so is a code
        assert "Jumlah" in skema.unit
    else:
        assert (temuan, len(skema.unit)) == ([], 2)


def kolom_lain(*judul: str, mulai: str = "Efektif Bertugas") -> Callable[[Lembaran], None]:
    """Return what renames the column Mulai, and adds filled columns behind the last; a blank name leaves one out."""

    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("mulai").value = mulai
        for ke, teks in enumerate(judul, 1):
            for baris in range(3) if teks else ():
                kolom = lembar.kolom(lembar.kunci[-1]) + ke
                lembar.ws.cell(lembar.baris_kepala + baris, kolom, "x" if baris else teks)

    return ubah


def tentang_kolom(temuan: list[Temuan]) -> list[Temuan]:
    """Return what is said of columns; two placements without their days are said, too."""
    return [butir for butir in temuan if butir.kode.startswith("kolom-")]


def test_kolom_yang_tidak_dikenal_disebut_dengan_yang_tidak_ada(dunia: DuniaSkema):
    """A day under a name that nobody foresaw was passed over, and the placement held the whole year."""
    judul = ("Nomor HP", "", "Legenda")
    temuan = dunia.baca(Pegawai=kolom_lain("Catatan SK", "No.", "Unit Kerja", *judul))[1]
    (ini,) = tentang_kolom(temuan)
    awal, hp = ("I5", "P5") if dunia.geser == (0, 0) else ("M12", "T12")
    assert (ini.kode, ini.letak.sel, ini.tingkat) == ("kolom-tidak-dikenal", awal, Tingkat.PERINGATAN)
    assert ini.pesan == (
        f"Tidak dibaca, sebab judulnya tidak dikenal: 'Efektif Bertugas' ({awal}), 'Nomor HP' ({hp}). "
        "Kolom yang dikenal dan tidak ada di lembar ini: Mulai."
    )


@pytest.mark.parametrize("judul", ["Target", "Realisasi", "Ide Baru", "Predikat Kinerja Periodik", "Bobot"])
def test_kolom_milik_setoran_di_skema_disebut(dunia: DuniaSkema, judul):
    """What a submission calls so is read there alone: in a register it was passed over, for some form knew its name."""
    (ini,) = tentang_kolom(dunia.baca(Pegawai=kolom_lain(judul, mulai="Keterangan"))[1])
    sel = "M5" if dunia.geser == (0, 0) else "Q12"
    assert f"'{judul}' ({sel})" in ini.pesan


@pytest.mark.parametrize("judul", ["Unit Kerja", "Jenis Unit", "Indikator"])
def test_kolom_milik_daftar_lain_tidak_disebut(dunia: DuniaSkema, judul):
    assert tentang_kolom(dunia.baca(Pegawai=kolom_lain(judul, mulai="Keterangan"))[1]) == []


def test_kolom_lain_di_lembar_yang_lengkap_tidak_disebut(dunia: DuniaSkema):
    assert dunia.baca(Pegawai=kolom_lain("Surel", mulai="Mulai"))[1] == []


def test_kolom_lain_yang_kosong_atau_catatan_tidak_disebut(dunia: DuniaSkema):
    def ubah(lembar: Lembaran) -> None:
        kolom_lain(mulai="Keterangan")(lembar)
        lembar.ws.cell(lembar.baris_kepala, lembar.kolom(lembar.kunci[-1]) + 1, "Surel")

    assert tentang_kolom(dunia.baca(Pegawai=ubah)[1]) == []


def test_kolom_yang_sudah_disebut_tidak_disebut_dua_kali(dunia: DuniaSkema):
    def ubah(lembar: Lembaran) -> None:
        lembar.kepala("lingkup").value = "Batas Atas Baru"
        lembar.isi("lingkup", 0, 5)

    assert [butir.kode for butir in dunia.baca(Indikator=ubah)[1]] == ["kolom-diabaikan"]


TANDA_TANGAN = ["Mengetahui", "Kepala BKPSDM", "Rina Marlina", f"NIP. {SITI}"]


@pytest.mark.parametrize(("lembar", "kunci"), [("Unit", "kode_unit"), ("Indikator", "kode_indikator")])
@pytest.mark.parametrize("jarak", [1, 3])
def test_tanda_tangan_terpisah_di_bawah_daftar_bukan_isinya(dunia: DuniaSkema, lembar, kunci, jarak):
    def ubah(kini: Lembaran) -> None:
        for ke, teks in enumerate(TANDA_TANGAN):
            kini.isi(kunci, kini.jumlah + jarak + ke, teks)

    skema, temuan = dunia.baca(**{lembar: ubah})
    assert temuan == []
    assert (len(skema.unit), len(skema.indikator)) == (2, 2)


def test_kode_sendirian_tanpa_sela_tetap_disebut(dunia: DuniaSkema):
    """A unit of which only the code is typed yet follows the others at once; a gap in the middle ends nothing."""
    skema, temuan = dunia.baca(Unit=lambda lembar: lembar.isi("kode_unit", 2, "KEC-1"))
    assert [(butir.kode, "KEC-1" in skema.unit) for butir in temuan if butir.kode == "skema-tidak-sah"] == [
        ("skema-tidak-sah", True)
    ]
    skema, _ = dunia.baca(
        Unit=lambda lembar: [
            lembar.isi(kunci, posisi, isi)
            for posisi, baris in ((3, {"kode_unit": "KEC-1"}), (4, {"kode_unit": "KEC-2", "unit_kerja": "Kecamatan"}))
            for kunci, isi in baris.items()
        ]
    )  # fmt: skip
    assert {"KEC-1", "KEC-2"} <= skema.unit.keys()


@pytest.mark.parametrize("lembar", ["Unit", "Pegawai", "Indikator"])
@pytest.mark.parametrize("di_akhir", [True, False])
def test_kepala_yang_diulang_di_daftar_bukan_isinya(dunia: DuniaSkema, lembar, di_akhir):
    def ubah(kini: Lembaran) -> None:
        posisi = kini.jumlah if di_akhir else 1
        if not di_akhir:
            kini.ws.insert_rows(kini.baris_kepala + 1 + posisi)
        for kunci in kini.kunci:
            kini.isi(kunci, posisi, kini.kepala(kunci).value)

    asal, _ = dunia.baca()
    skema, temuan = dunia.baca(**{lembar: ubah})
    assert temuan == []
    assert (skema.unit, skema.penempatan, skema.indikator) == (asal.unit, asal.penempatan, asal.indikator)


def test_batas_dalam_ribuan_menghentikan_skema(dunia: DuniaSkema):
    with pytest.raises(RuangKerjaTidakSahError, match="menyebut 'dalam ribuan'"):
        dunia.baca(
            Indikator=lambda lembar: setattr(
                lembar.kepala("batas_atas"), "value", "Batas Atas (dalam ribuan)"
            )
        )
    assert (
        dunia.baca(
            Indikator=lambda lembar: setattr(lembar.kepala("batas_atas"), "value", "Batas Atas (bila ada)")
        )[1]
        == []
    )
