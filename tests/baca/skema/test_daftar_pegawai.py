"""Each row of the sheet Pegawai is somebody's: who is one person, who are two, and who is kept aside."""

import datetime as dt
from itertools import permutations
from unittest.mock import Mock

import pytest
from dunia_baca import BUDI, SITI, Lembaran
from dunia_skema import DuniaSkema

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.baca.skema import daftar_pegawai

MEI = Periode.dari_teks("2026-05")


@pytest.fixture
def dunia(tmp_path) -> DuniaSkema:
    return DuniaSkema(tmp_path, (0, 0))


def tambah(**isi: object):
    """Return what appends a row to the sheet."""

    def ubah(lembar: Lembaran) -> None:
        baris = lembar.jumlah
        for kunci, nilai in {"kode_unit": "PKM-01", **isi}.items():
            lembar.isi(kunci, baris, nilai)
        lembar.jumlah += 1

    return ubah


def orang(skema) -> int:
    return sum(skema.jumlah_asn(kode, MEI) for kode in ("", *skema.unit))


def test_selama_belum_ada_yang_pindah_tidak_ditimbang_baris_itu_milik_siapa(dunia, monkeypatch):
    ditimbang = Mock(side_effect=daftar_pegawai._kelompokkan)
    monkeypatch.setattr(daftar_pegawai, "_kelompokkan", ditimbang)
    skema, temuan = dunia.baca(Pegawai=lambda lembar: lembar.kosongkan(2))
    assert ([p.nama for p in skema.penempatan], skema.cacat, temuan) == (
        ["Siti Rahma", "Budi Koto", "Ani"],
        (),
        [],
    )
    assert not ditimbang.called
    skema, _ = dunia.baca()
    assert (len(skema.penempatan), ditimbang.called) == (4, True)


def test_nip_yang_sama_dengan_nama_lain_adalah_dua_orang_dan_keduanya_menunggu(dunia):
    skema, temuan = dunia.baca(Pegawai=tambah(nip=SITI, nama="Rudi Hartono"))
    (ganda,) = temuan
    assert ganda.pesan == f"NIP {SITI} (Rudi Hartono) sudah ada di {ganda.pesan.split()[-1]}"
    assert [(o.nip, o.nama, o.sebab[0].letak) for o in skema.cacat] == [
        (SITI, "Siti Rahma", ganda.letak),
        (SITI, "Rudi Hartono", ganda.letak),
    ]
    assert orang(skema) == 4
    assert skema.cacat[0].sebab[0].pesan == f"NIP berisi '{SITI}'. Yang dikenal: satu baris saja."


def test_baris_yang_persis_sama_tidak_menahan_siapa_pun(dunia):
    siti = {"nip": SITI, "nama": "Siti Rahma", "jenis_asn": "PNS", "golongan": "III/a", "jabatan": "Perawat"}
    skema, temuan = dunia.baca(Pegawai=tambah(**siti))
    assert [t.kode for t in temuan] == ["baris-ganda"]
    assert skema.cacat == ()
    assert orang(skema) == 3


def test_baris_yang_bertumpuk_menahan_orangnya_dan_ia_tetap_seorang(dunia):
    skema, temuan = dunia.baca(Pegawai=tambah(nip=SITI, nama="Siti Rahma, S.KM.", kode_unit="DINKES"))
    assert [t.kode for t in temuan] == ["baris-ganda"]
    assert orang(skema) == 3
    assert [o.nama for o, _ in skema.cacat_di("PKM-01", MEI)] == ["Siti Rahma"]


@pytest.mark.parametrize("nip", [SITI[:-1], int(SITI)])
def test_nip_salah_ketik_dengan_nama_yang_sama_adalah_orang_yang_sama(dunia, nip):
    skema, _ = dunia.baca(
        Pegawai=tambah(nip=nip, nama="Siti Rahma", kode_unit="DINKES", mulai=dt.date(2026, 7, 1))
    )
    (siti,) = skema.cacat
    assert (siti.nip, len(siti.cacat), len(siti.sah)) == (SITI, 1, 1)
    assert orang(skema.pada(MEI)) == 3


def test_nip_salah_ketik_dengan_nama_lain_adalah_orang_lain(dunia):
    skema, _ = dunia.baca(Pegawai=tambah(nip=SITI[:-1], nama="Rudi Hartono"))
    assert [o.nama for o in skema.cacat] == ["Rudi Hartono"]
    assert orang(skema) == 4


@pytest.mark.parametrize("keliru", [SITI[:-1], float(SITI)])
def test_nama_yang_hanya_beda_nomornya_adalah_orang_lain(dunia, keliru):
    skema, _ = dunia.baca(
        Pegawai=lambda lembar: [
            lembar.isi("nama", 0, "ASN 01"),
            tambah(nip=keliru, nama="ASN 02")(lembar),
        ]
    )
    assert [o.nama for o in skema.cacat] == ["ASN 02"]
    assert orang(skema) == 4


def test_nip_salah_ketik_yang_dapat_milik_dua_orang_senama_adalah_orang_lain(dunia):
    kembar = SITI[:15] + "999"
    skema, _ = dunia.baca(
        Pegawai=lambda lembar: [
            tambah(nip=kembar, nama="Siti Rahma", kode_unit="DINKES")(lembar),
            tambah(nip=float(SITI), nama="Siti Rahma")(lembar),
        ]
    )
    assert [o.nip for o in skema.cacat] == [f"{SITI[:15]}…"]
    assert orang(skema) == 5


def test_nip_sebagai_bilangan_ditulis_dengan_angka_yang_masih_pasti(dunia):
    dari_excel, lain = float(f"{SITI[:15]}000"), int(SITI)
    skema, _ = dunia.baca(
        Pegawai=lambda lembar: [
            lembar.isi("nip", 0, dari_excel),
            lembar.isi("nip", 3, lain),
            lembar.isi("nama", 3, "X"),
        ]
    )
    assert {o.nip for o in skema.cacat} == {f"{SITI[:15]}…"}
    assert len(skema.cacat) == 2


@pytest.mark.parametrize(
    ("isi", "terbaca"),
    [("#REF!", ""), ("1986 0315", "19860315"), (1234.0, "1234"), ("=1+1\n" * 20, "=1+1" * 6)],
)
def test_nip_yang_tidak_terbaca_ditulis_sejauh_terbaca(dunia, isi, terbaca):
    skema, _ = dunia.baca(
        Pegawai=lambda lembar: setattr(
            lembar.sel("nip", 0),
            "value",
            isi.replace("=", "'=", 1) if isinstance(isi, str) and isi[0] == "=" else isi,
        )
    )
    assert skema.cacat[0].nip == terbaca


@pytest.mark.parametrize("jabatan", ["Plt. Kepala", "plh Kepala", "Pj.Kepala", "PJS. KEPALA"])
def test_jabatan_sampingan_tidak_dihitung(dunia, jabatan):
    skema, temuan = dunia.baca(
        Pegawai=tambah(nip=SITI, nama="Siti Rahma", kode_unit="DINKES", jabatan=jabatan)
    )
    assert [(t.kode, t.nip) for t in temuan] == [("rangkap-jabatan", SITI)]
    assert [p.kode_unit for p in skema.penempatan_asn[SITI]] == ["PKM-01"]


def test_atasan_yang_salah_ketik_bukan_sebab_seseorang_menunggu(dunia):
    sel: dict[str, str] = {}

    def ubah(lembar: Lembaran) -> None:
        sel.update(nip=lembar.isi("nip", 0, SITI[:-1]), nip_atasan=lembar.isi("nip_atasan", 0, "123"))

    skema, temuan = dunia.baca(Pegawai=ubah)
    assert [(t.kode, t.letak.sel) for t in temuan] == [
        ("nip-format", sel["nip"]),
        ("nip-format", sel["nip_atasan"]),
    ]
    assert [[sebab.letak.sel for sebab in orang.sebab] for orang in skema.cacat] == [[sel["nip"]]]


@pytest.mark.parametrize(("jabatan", "utama"), [("Perawat", "Perawat"), (None, "yang lain")])
def test_jabatan_sampingan_disebut_beserta_yang_dihitung(dunia, jabatan, utama):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("jabatan", 0, jabatan)
        tambah(nip=SITI, nama="Siti Rahma", kode_unit="DINKES", jabatan="Plt. Kepala")(lembar)

    _, (rangkap,) = dunia.baca(Pegawai=ubah)
    assert rangkap.pesan == (
        f"Siti Rahma juga tercatat sebagai Plt. Kepala. Yang dihitung jabatan utamanya, {utama} di PKM-01 (A6); baris ini tidak ikut dihitung."
    )


def test_jabatan_sampingan_menyebut_semua_jabatan_utama_selama_itu(dunia):
    """Who moved while acting elsewhere had two main posts: naming the first alone is wrong in the months of the second."""
    empat = (
        bertugas("Plt. Kepala", 2, 8),
        bertugas("Bidan", 6, 8, "PKM-01"),
        bertugas("Perawat", 1, 5),
        bertugas("Penyuluh", 9, 12),
    )
    _, (rangkap,) = dunia.baca(Pegawai=hanya(*empat))
    assert "jabatan utamanya, Perawat di DINKES (A12), lalu Bidan di PKM-01 (A11); baris ini" in rangkap.pesan


def bertugas(jabatan: str | None, awal: int, akhir: int, kode_unit: str = "DINKES"):
    """Return what appends a post of Siti's from a month to a month of the year."""
    selesai = dt.date(2026, akhir + 1, 1) - dt.timedelta(1) if akhir < 12 else None
    siti = {"nip": SITI, "nama": "Siti Rahma", "jabatan": jabatan, "kode_unit": kode_unit}
    return tambah(**siti, mulai=dt.date(2026, awal, 1), selesai=selesai)


def hanya(*baris):
    """Return what puts these posts in the place of the one that Siti has."""

    def ubah(lembar: Lembaran) -> None:
        lembar.kosongkan(0)
        for tambahkan in baris:
            tambahkan(lembar)

    return ubah


@pytest.mark.parametrize(
    ("sampingan", "utama", "sisa"),
    [
        ((1, 12), [(6, 12)], "1 Januari 2026 sampai 31 Mei 2026"),
        ((1, 12), [(1, 9)], "1 Oktober 2026 sampai 31 Desember 2026"),
        ((1, 12), [(4, 6), (7, 9)], "1 Januari 2026 sampai 31 Maret 2026 dan 1 Oktober 2026 sampai 31 Desember 2026"),
        ((6, 12), [(6, 12)], ""),
        ((2, 5), [(1, 12)], ""),
    ],
)  # fmt: skip
def test_jabatan_sampingan_di_luar_yang_utama_disebut(dunia, sampingan, utama, sisa):
    """An acting post with blank dates says nothing of when somebody came; days that nobody scores are named."""

    semua = (bertugas("Perawat", awal, akhir, "PKM-01") for awal, akhir in utama)
    skema, (rangkap,) = dunia.baca(Pegawai=hanya(bertugas("Plt. Kepala", *sampingan), *semua))
    assert rangkap.kode == ("rangkap-lebih-lama" if sisa else "rangkap-jabatan")
    assert not sisa or f"juga pada {sisa}, ketika tidak ada" in rangkap.pesan
    assert {p.jabatan for p in skema.penempatan_asn[SITI]} == {"Perawat"}


@pytest.mark.parametrize("urutan", list(permutations(range(3))))
def test_semua_jabatan_sampingan_mengalah_di_baris_mana_pun_yang_utama(dunia, urutan):
    """Whoever acts for two others in turn has one post alone, wherever its row stands."""
    tiga = [
        bertugas("Plt. Kepala", 1, 6),
        bertugas("Plt. Kepala", 7, 12),
        bertugas("Perawat", 1, 12, "PKM-01"),
    ]

    skema, temuan = dunia.baca(Pegawai=hanya(*(tiga[ke] for ke in urutan)))
    assert [(t.kode, t.nip) for t in temuan] == [("rangkap-jabatan", SITI)] * 2
    assert [p.jabatan for p in skema.penempatan_asn[SITI]] == ["Perawat"]


@pytest.mark.parametrize("urutan", list(permutations(range(3))))
def test_jabatan_sampingan_tidak_menutupi_dua_jabatan_yang_bertumpuk(dunia, urutan):
    tiga = [
        bertugas("Plt. Kepala", 8, 12),
        bertugas("Perawat", 1, 7, "PKM-01"),
        bertugas("Bidan", 7, 12, "PKM-01"),
    ]

    skema, temuan = dunia.baca(Pegawai=hanya(*(tiga[ke] for ke in urutan)))
    assert "baris-ganda" in [t.kode for t in temuan]
    assert [len(orang.cacat) for orang in skema.cacat] == [1]


def test_dua_jabatan_sampingan_tidak_ditebak(dunia):
    def ubah(lembar: Lembaran) -> None:
        lembar.isi("jabatan", 0, "Plt. Kepala")
        tambah(nip=SITI, nama="Siti Rahma", kode_unit="DINKES", jabatan="Plt. Sekretaris")(lembar)

    skema, temuan = dunia.baca(Pegawai=ubah)
    assert [t.kode for t in temuan] == ["baris-ganda"]
    assert len(skema.cacat) == 1


def test_indikator_ganda_yang_berbeda_isinya_tidak_ditebak(dunia):
    def ganda(polaritas: str):
        def ubah(lembar: Lembaran) -> None:
            for kunci, isi in {"kode_indikator": "mt-2", "indikator": "Mutu", "satuan": "%", "polaritas": polaritas, "agregasi": "Rata-rata", "nilai_terburuk": 1, "batas_atas": 1}.items():  # fmt: skip
                lembar.isi(kunci, 2, isi)

        return ubah

    skema, temuan = dunia.baca(Indikator=ganda("Minimal"))
    assert ([t.kode for t in temuan], set(skema.indikator)) == (["baris-ganda"], {"KJ-1.1", "MT-2"})
    skema, temuan = dunia.baca(Indikator=ganda("Maksimal"))
    assert ([t.kode for t in temuan], set(skema.indikator)) == (["baris-ganda"], {"KJ-1.1"})
    assert [i.kode for i in skema.indikator_cacat] == ["mt-2", "MT-2"]


def test_unit_tanpa_nama_tetap_berdiri_dengan_kodenya(dunia):
    skema, temuan = dunia.baca(Unit=lambda lembar: lembar.isi("unit_kerja", 1, None))
    assert [(t.kode, t.letak.lembar) for t in temuan] == [("skema-tidak-sah", "Unit")]
    assert skema.unit["DINKES"].nama == "DINKES"
    assert orang(skema) == 3


def test_unit_yang_kodenya_kosong_menahan_semua_pegawainya_sebagai_satu_sebab(dunia):
    skema, temuan = dunia.baca(Unit=lambda lembar: lembar.isi("kode_unit", 0, None))
    (sebab,) = temuan
    assert sebab.pesan == "Kode Unit kosong. Yang dikenal: isian yang tidak kosong. 2 baris menunggu ini."
    assert {(o.nip, o.sebab[0].letak) for o in skema.cacat} == {(BUDI, sebab.letak), (SITI, sebab.letak)}
    assert skema.pada(MEI).jumlah_asn("", MEI) == 1
    assert orang(skema.pada(MEI)) == 3


def test_baris_tanpa_nip_dan_tanpa_unit_tetap_orang(dunia):
    def kosongkan(lembar: Lembaran) -> None:
        lembar.isi("nip", 0, None)
        lembar.isi("kode_unit", 0, None)
        for kunci, isi in {"nama": "Zul", "golongan": "III/a", "jabatan": "Staf"}.items():
            lembar.isi(kunci, 4, isi)

    skema, _ = dunia.baca(Pegawai=kosongkan)
    assert [(o.nama, o.nip, o.cacat[0].kode_unit) for o in skema.cacat] == [
        ("Siti Rahma", "", ""),
        ("Zul", "", ""),
    ]
    assert orang(skema) == 4


def test_catatan_di_bawah_daftar_bukan_orang(dunia):
    def catat(lembar: Lembaran) -> None:
        lembar.isi("nama", 5, "Mengetahui, Kepala BKPSDM")
        lembar.isi("nama", 6, "Zulfandri")

    assert dunia.baca(Pegawai=catat)[1] == []


def bernama(temuan) -> list[tuple[str, str]]:
    return [(str(t.letak), t.pesan.split("'")[1]) for t in temuan if t.kode == "baris-bernama-saja"]


def test_nama_tanpa_nip_dan_tanpa_unit_disebut_di_selnya(dunia):
    """Whether it is a colleague or a remark only who keeps the register knows: it is no person, and it does not vanish."""
    skema, temuan = dunia.baca(
        Pegawai=lambda lembar: [lembar.isi("nama", 4, "Zul Efendi, S.Kom."), lembar.isi("nama", 5, "Rudi"), lembar.isi("jabatan", 5, "Staf")]
    )  # fmt: skip
    assert [nama for _, nama in bernama(temuan)] == ["Zul Efendi, S.Kom.", "Rudi"]
    assert {t.tingkat for t in temuan} == {Tingkat.PERINGATAN}
    assert orang(skema) == 3


@pytest.mark.parametrize("nama", ["Rina Marlina 2", "Rina Marlina (2)", "Rina Marlina, S.E. 2", "Rina 2 "])
def test_nama_bernomor_tanpa_nip_dan_tanpa_unit_disebut_juga(dunia, nama):
    """Two people of one name are told apart so; the one who is passed over is in nobody's count."""
    skema, temuan = dunia.baca(Pegawai=lambda lembar: lembar.isi("nama", 4, nama))
    assert [isi for _, isi in bernama(temuan)] == [nama.strip()]
    assert orang(skema) == 3


def test_nama_saja_di_antara_pegawai_disebut_juga_sesudah_sela(dunia):
    skema, temuan = dunia.baca(
        Pegawai=lambda lembar: [
            *(lembar.isi(kunci, 1, None) for kunci in lembar.kunci if kunci != "nama"),
            *(lembar.isi(kunci, 2, None) for kunci in lembar.kunci),
        ]
    )
    assert len(bernama(temuan)) == 1
    assert orang(skema) == 2


@pytest.mark.parametrize(
    "baris",
    [
        ["Mengetahui,", "Zulfandri"], ["Kepala BKPSDM", "Zulfandri"], ["Catatan: data SIASN", "Zulfandri"], ["*) pegawai baru:"],
        ["Jumlah pegawai", "Zulfandri"], ["Bukittinggi, 2 Januari 2026", "Zulfandri"], ["Dinas Kesehatan"], ["(kosong)"], ["-"], ["Nama"],
        ["Halaman 2"], ["Golongan 3"], ["Tahun 2026"], ["3 PNS dan 2 PPPK"], ["Lembar ke 2"], ["12"], ["Keadaan 31/12"], ["Padang, 2026"],
    ],
)  # fmt: skip
def test_penutup_dan_catatan_tepat_di_bawah_daftar_bukan_nama(dunia, baris):
    skema, temuan = dunia.baca(
        Pegawai=lambda lembar: [lembar.isi("nama", 4 + ke, isi) for ke, isi in enumerate(baris)]
    )
    assert (temuan, orang(skema)) == ([], 3)
