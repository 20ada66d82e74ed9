"""An office's list of people becomes placements; what could not be taken is named at its cell."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from asn_nilai.acuan.isian.register.daftar_kantor import UnitDaftar
from asn_nilai.acuan.isian.register.sebutan_atasan import ATASAN_BILANGAN
from asn_nilai.baca.daftar import DaftarTidakTerbacaError, baca_daftar_pegawai

KEPALA = (
    "NO", "NIP BARU", "NIP LAMA", "NAMA LENGKAP", "GELAR DEPAN", "GELAR BLK", "STATUS KEPEGAWAIAN", "KEDUDUKAN HUKUM", "GOL. RUANG",
    "JABATAN", "TMT JABATAN", "JENIS JABATAN", "ESELON", "UNIT KERJA", "OPD",
)  # fmt: skip
DINKES, PKM = "Dinas Kesehatan", "Puskesmas Tigo Baleh"
ANI, RAHMA, BUDI = "199001012023211905", "198604092010012902", "198507152009011903"


@pytest.fixture
def baca(tmp_path):
    def _baca(
        *baris, kepala=KEPALA, atas=(("PEMERINTAH KOTA CONTOH",), (), ("DAFTAR ASN",)), tahun=2026, lagi=None, tersembunyi=False
    ):  # fmt: skip
        buku = Workbook()
        for lembar, isi in ((buku.active, baris), *([(buku.create_sheet("PPPK"), lagi)] if lagi else [])):
            for sel in (*atas, kepala, *isi):
                lembar.append(list(sel))
            lembar.sheet_state = "hidden" if tersembunyi and lembar is not buku.active else "visible"
        berkas = tmp_path / "simpeg.xlsx"
        buku.save(berkas)
        return baca_daftar_pegawai(berkas, tahun)

    return _baca


def baris(nip, nama="Ani", status="PNS", kedudukan="Aktif", golongan="III/a", unit=PKM, induk=DINKES, **lain):
    isi = {
        "NIP BARU": nip, "NAMA LENGKAP": nama, "STATUS KEPEGAWAIAN": status, "KEDUDUKAN HUKUM": kedudukan, "GOL. RUANG": golongan,
        "JABATAN": "Perawat", "UNIT KERJA": unit, "OPD": induk,
    } | lain  # fmt: skip
    return [isi.get(kolom) for kolom in KEPALA]


def temuan(daftar):
    return [(t.kode, t.letak.sel) for t in daftar.temuan]


def test_ekspor_simpeg_menjadi_penempatan(baca):
    daftar = baca(
        baris(
            "19860409 201001 2 902", "Rahma", "PNS", golongan="Penata (III/c)", unit="Bidang Kesmas",
            **{"GELAR DEPAN": "dr.", "GELAR BLK": "M.Kes.", "ESELON": "III.b"},
        ),
        baris(f"'{ANI}", "Ani", "P3K", golongan="IX", **{"GELAR DEPAN": "-", "GELAR BLK": "-", "TMT JABATAN": "01-03-2026"}),
        baris(BUDI, "Drs. Budi, M.Si.", "CPNS", **{"GELAR DEPAN": "Drs.", "GELAR BLK": "M.Si."}),
    )  # fmt: skip
    assert temuan(daftar) == []
    rahma, ani, budi = daftar.orang
    assert rahma.penempatan[:7] == (
        RAHMA,
        "dr. Rahma, M.Kes.",
        "",
        "PNS",
        "Penata (III/c)",
        "Perawat",
        "Eselon III.b",
    )
    assert rahma.unit == UnitDaftar(DINKES)
    assert (ani.penempatan.nip, ani.penempatan.nama, ani.penempatan.jenis_asn) == (ANI, "Ani", "PPPK")
    assert ani.unit == UnitDaftar(PKM)
    assert (budi.penempatan.nama, budi.penempatan.jenis_asn) == ("Drs. Budi, M.Si.", "PNS")
    assert ani.penempatan.mulai is None
    assert daftar.bertmt == ("Ani",)
    kolom = [(k.label, k.judul, k.sel) for k in daftar.kolom]
    assert kolom[:2] == [("NIP", "NIP BARU", "B4"), ("Nama", "NAMA LENGKAP", "D4")]
    assert kolom[-1] == ("", "NIP LAMA", "C4")


@pytest.mark.parametrize(
    ("nama", "depan", "belakang", "jadi"),
    [
        ("Sri Astuti", "", "ST", "Sri Astuti, ST"), ("Muhammad Yasin", "", "MM", "Muhammad Yasin, MM"), ("Setiawan", "", "SE", "Setiawan, SE"),
        ("Budi St. Mudo", "", "ST", "Budi St. Mudo, ST"), ("Drajat", "Dr", "", "Dr Drajat"), ("Drajat", "Dr.", "", "Dr. Drajat"),
        ("Budi, M.Si., Ak.", "", "M.Si.", "Budi, M.Si., Ak."), ("BUDI, SE", "", "S.E", "BUDI, SE"), ("Budi Yasin SE", "", "SE", "Budi Yasin SE"),
        ("dr.Rahma", "dr.", "", "dr.Rahma"), ("DR. Rahma", "Dr", "", "DR. Rahma"), ("Ir. H. Rahmat", "Ir. H.", "MT", "Ir. H. Rahmat, MT"),
        ("H. Budi", "Drs. H.", "", "Drs. H. Budi"), ("Drs.Budi", "Drs. H.", "", "Drs. H. Budi"), ("H BUDI", "Drs., H.", "", "Drs., H. BUDI"),
        ("M. Yusuf", "H.", "", "H. M. Yusuf"), ("H.", "Drs. H.", "", "Drs. H. H."),
        ("Budi, S.T", "", "S.T., M.T.", "Budi, S.T, M.T."), ("Budi, ST", "", "S.T., M.T.", "Budi, ST, M.T."), ("Budi S.T", "", "S.T.", "Budi S.T"),
        ("Rina, S. Pd", "", "S.Pd., M.Pd.", "Rina, S. Pd, M.Pd."), ("Rina, S.KEP, NS", "", "S.Kep., Ns.", "Rina, S.KEP, NS"),
        ("Rusli St", "", "S.T.", "Rusli St, S.T."), ("Rina, S.Pd", "", "S.Pd.I.", "Rina, S.Pd, S.Pd.I."), ("Rina, S.Pd.I.", "", "S.Pd", "Rina, S.Pd.I., S.Pd"),
        ("Budi, SE", "", "SE, MM", "Budi, SE, MM"), ("Budi, S.E., M.M.", "", "S.E., M.M.", "Budi, S.E., M.M."), ("Budi SE", "", "SE,MM", "Budi SE, MM"),
    ],
)  # fmt: skip
def test_gelar_ditulis_sekali_dan_tidak_dikira_sudah_ada_di_dalam_nama(baca, nama, depan, belakang, jadi):
    (orang,) = baca(baris(ANI, nama, **{"GELAR DEPAN": depan, "GELAR BLK": belakang})).orang
    assert orang.penempatan.nama == jadi


@pytest.mark.parametrize("garis", ["-", "–", "--"])
def test_garis_bukan_gelar_dan_bukan_eselon(baca, garis):
    daftar = baca(baris(ANI, "Ani", **{"GELAR DEPAN": garis, "GELAR BLK": garis, "ESELON": garis}))
    assert [(o.penempatan.nama, o.penempatan.jenis_jabatan) for o in daftar.orang] == [("Ani", "")]
    assert temuan(daftar) == []


def test_gelar_tanpa_nama_bukan_nama(baca):
    daftar = baca(baris(ANI, "", **{"GELAR DEPAN": "dr.", "GELAR BLK": "M.Kes."}))
    assert [o.penempatan.nama for o in daftar.orang] == [""]
    assert temuan(daftar) == [("daftar-sel-kosong", "D5")]


def test_nip_yang_tidak_dapat_dipakai_tidak_menghilangkan_orangnya(baca):
    daftar = baca(
        baris(198507152009011903, "Bilangan"), baris("1985071520090119", "Kurang"), baris("", "Kosong"), baris(ANI, ""),
    )  # fmt: skip
    assert [(o.penempatan.nip, o.penempatan.nama) for o in daftar.orang] == [
        ("", "Bilangan"), ("", "Kurang"), ("", "Kosong"), (ANI, ""),
    ]  # fmt: skip
    assert temuan(daftar) == [
        ("nip-presisi-hilang", "B5"), ("nip-format", "B6"), ("daftar-sel-kosong", "B7"), ("daftar-sel-kosong", "D8"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "kedudukan", "sel"),
    [("Honorer", "Aktif", "G5"), ("Tenaga Kontrak", "", "G5"), ("PNS", "Pensiun BUP", "H5"), ("PPPK", "Meninggal Dunia", "H5")],
)  # fmt: skip
def test_yang_bukan_asn_bertugas_disebut_dan_tidak_diambil(baca, status, kedudukan, sel):
    daftar = baca(baris(ANI, "Ani", status, kedudukan))
    assert daftar.orang == ()
    assert temuan(daftar) == [("daftar-bukan-asn", sel)]


@pytest.mark.parametrize("status", ["PNS", "CPNS", "PPPK Paruh Waktu", "Pegawai Negeri Sipil", "", "P"])
def test_sebutan_asn_yang_lazim_diambil(baca, status):
    assert len(baca(baris(ANI, "Ani", status)).orang) == 1


@pytest.mark.parametrize(
    "status",
    [
        "ASN", "Pegawai ASN", "Aparatur Sipil Negara", "Aktif", "AKTIF", "ASN Daerah", "ASN-Pemkot", "Calon ASN", "CASN",
        "Pegawai Negeri", "Pegawai Negeri (Aktif)",
    ],
)  # fmt: skip
def test_sebutan_yang_tidak_memilih_pns_atau_pppk_diambil_dan_jenisnya_menurut_nip(baca, status):
    daftar = baca(baris(RAHMA, "Rahma", status), baris(ANI, "Ani", status, golongan="IX"))
    assert [(o.penempatan.nama, o.penempatan.jenis_asn) for o in daftar.orang] == [
        ("Rahma", "PNS"),
        ("Ani", "PPPK"),
    ]
    assert temuan(daftar) == []


@pytest.mark.parametrize(
    "status",
    ["Non ASN", "Non PNS", "Non-PNS (THL)", "Bukan PNS", "Pegawai Non PPPK", "Tidak Aktif", "Pensiunan PNS", "PNS Nonaktif", "Non ASN Daerah", "ASN Nonaktif",
     "THL Pendukung ASN", "Pegawai Tetap", "Daerah"],
)  # fmt: skip
def test_sebutan_yang_hanya_memuat_kata_itu_bukan_asn_bertugas(baca, status):
    daftar = baca(baris(ANI, "Ani", status))
    assert (daftar.orang, temuan(daftar)) == ((), [("daftar-bukan-asn", "G5")])


@pytest.mark.parametrize(
    ("status", "jenis"),
    [("PPPK (Non PNS)", "PPPK"), ("Non PNS / P3K", "PPPK"), ("Non PPPK (PNS)", "PNS"), ("Bukan PPPK, PNS", "PNS")],
)  # fmt: skip
def test_yang_disangkal_bukan_yang_disebut(baca, status, jenis):
    """Who is said to be no PNS but a PPPK is a PPPK: left out, the person would not be counted."""
    daftar = baca(baris(ANI, "Ani", status))
    assert [orang.penempatan.jenis_asn for orang in daftar.orang] == [jenis]


def test_orang_yang_sama_di_lembar_lain_disebut_tempat_pertamanya(baca):
    daftar = baca(baris(ANI), lagi=[baris(ANI, "Ani Suryani"), baris(BUDI)])
    assert [o.penempatan.nip for o in daftar.orang] == [ANI, BUDI]
    (ganda,) = daftar.temuan
    assert str(ganda.letak) == "simpeg.xlsx › PPPK › B5"
    assert ganda.pesan == f"Ani Suryani ({ANI}) sudah ada di Sheet › B5; baris ini tidak diambil."


def test_orang_di_lembar_tersembunyi_tidak_diambil_dan_lembarnya_disebut(baca):
    daftar = baca(baris(ANI), lagi=[baris(BUDI)], tersembunyi=True)
    assert [o.penempatan.nip for o in daftar.orang] == [ANI]
    (diabaikan,) = daftar.temuan
    assert (diabaikan.kode, str(diabaikan.letak)) == ("lembar-diabaikan", "simpeg.xlsx › Sheet")
    assert "'PPPK'" in diabaikan.pesan
    assert temuan(baca(baris(ANI), lagi=[()], tersembunyi=True)) == []


def test_daftar_yang_seluruhnya_di_lembar_tersembunyi_ditolak_dengan_sebabnya(baca):
    with pytest.raises(
        DaftarTidakTerbacaError, match=r"daftarnya di lembar tersembunyi \('PPPK'\)\. Tampilkan lembarnya"
    ):
        baca(lagi=[baris(ANI)], tersembunyi=True)


def test_daftar_tanpa_seorang_pun_ditolak(baca):
    with pytest.raises(DaftarTidakTerbacaError):
        baca()


def test_orang_bernama_seperti_jumlah_tetap_orang(baca):
    assert [o.penempatan.nip for o in baca(baris(ANI, "Jumlah Rezeki")).orang] == [ANI]


@pytest.mark.parametrize(
    ("jenis", "eselon", "jadi"),
    [("Fungsional", "III.b", "Fungsional"), ("", "III.b", "Eselon III.b"), ("", "Eselon III.b", "Eselon III.b"), ("", "", "")],
)  # fmt: skip
def test_jenis_jabatan_menang_atas_eselon(baca, jenis, eselon, jadi):
    (orang,) = baca(baris(ANI, **{"JENIS JABATAN": jenis, "ESELON": eselon})).orang
    assert orang.penempatan.jenis_jabatan == jadi


def test_nip_atasan_yang_kosong_tidak_ditanyakan(baca):
    kepala = ("NIP", "Nama", "Unit Kerja", "NIP Atasan")
    daftar = baca((ANI, "Ani", PKM, ""), (BUDI, "Budi", PKM, ANI), kepala=kepala, atas=())
    assert [o.penempatan.nip_atasan for o in daftar.orang] == ["", ANI]
    assert temuan(daftar) == []


def test_penempatan_kedua_boleh_hanya_bertanggal_selesai(baca):
    kepala = ("NIP", "Nama", "Unit Kerja", "Mulai", "Selesai")
    daftar = baca(
        (ANI, "Ani", PKM, "01/07/2026", ""), (ANI, "Ani", DINKES, "", "30/06/2026"), kepala=kepala, atas=()
    )
    assert [(o.unit.nama, o.penempatan.mulai, o.penempatan.selesai) for o in daftar.orang] == [
        (PKM, dt.date(2026, 7, 1), None),
        (DINKES, None, dt.date(2026, 6, 30)),
    ]
    assert temuan(daftar) == []


@pytest.mark.parametrize(
    ("selesai", "diambil"),
    [("30/12/2025", []), ("31/12/2025", [None]), ("01/01/2026", [dt.date(2026, 1, 1)])],
)
def test_yang_selesai_sebelum_tahun_ini_tidak_diambil(baca, selesai, diambil):
    daftar = baca((ANI, "Ani", PKM, selesai), kepala=("NIP", "Nama", "Unit Kerja", "Selesai"), atas=())
    assert [o.penempatan.selesai for o in daftar.orang] == diambil
    assert temuan(daftar) == ([] if diambil else [("daftar-bukan-asn", "D2")])


def test_yang_tidak_dimengerti_dikosongkan_dan_disebut(baca):
    daftar = baca(baris(ANI, golongan="3x", unit="", induk="", **{"JENIS JABATAN": "Entah"}))
    (orang,) = daftar.orang
    assert (orang.penempatan.golongan, orang.penempatan.jenis_jabatan, orang.unit) == ("", "", None)
    assert temuan(daftar) == [
        ("daftar-dikosongkan", "I5"),
        ("daftar-dikosongkan", "L5"),
        ("daftar-sel-kosong", "N5"),
    ]


@pytest.mark.parametrize(
    ("status", "golongan", "sebab"),
    [
        ("PPPK", "III/a", "golongan PNS, sedangkan ia PPPK"),
        ("PNS", "IX", "golongan PPPK, sedangkan ia PNS"),
        ("PPPK", "XX", "tidak dimengerti"),
    ],
)
def test_golongan_jenis_asn_yang_lain_disebut_begitu(baca, status, golongan, sebab):
    (kosong,) = baca(baris(ANI, status=status, golongan=golongan)).temuan
    assert kosong.pesan == f"Golongan Ani '{golongan}' {sebab}, jadi dikosongkan."


def test_atasan_langsung_menurut_nip_nama_atau_jabatan_dan_yang_tidak_pasti_disebut(baca):
    daftar = baca(
        (ANI, "Ani", "Perawat", PKM, "Rahma", ""),
        (RAHMA, "dr. Rahma, M.Kes.", "Kepala Puskesmas", PKM, 198507152009011903, ""),
        (BUDI, "Budi", "Bidan", PKM, "Dwi", ""),
        ("198603152009032001", "Siti", "Bidan", PKM, "Bidan", f"{RAHMA}"),
        ("198901012015011001", "", "Bidan", PKM, "Bidan", ""),
        ("198901012015011002", "Tono", "Sopir", PKM, "-", ""),
        lagi=[("198901012015011003", "Wati", "Bidan", PKM, "Ani", "")],
        kepala=("NIP", "Nama", "Jabatan", "Unit Kerja", "ATASAN LANGSUNG", "NIP Atasan"),
    )  # fmt: skip
    empat_bidan = f"dapat berarti 4 orang di daftar ini ({BUDI}, 198603152009032001, 198901012015011001, 198901012015011003)"
    assert [o.penempatan.nip_atasan for o in daftar.orang] == [RAHMA, "", "", RAHMA, "", "", ANI]
    assert ATASAN_BILANGAN == ("", "tersimpan sebagai bilangan, sehingga tiga angka terakhir NIP-nya hilang")
    assert [k.label for k in daftar.kolom][4:6] == ["NIP Atasan", "Atasan Langsung"]
    assert [(t.letak.sel, t.pesan) for t in daftar.temuan if t.kode == "daftar-atasan-tidak-pasti"] == [
        ("E6", f"dr. Rahma, M.Kes. diambil tanpa NIP Atasan: '198507152009011904' {ATASAN_BILANGAN.sebab}."),
        ("E7", "Budi diambil tanpa NIP Atasan: 'Dwi' bukan nama atau jabatan seorang pun di daftar ini yang ber-NIP."),
        ("E9", f"Orang ber-NIP 198901012015011001 diambil tanpa NIP Atasan: 'Bidan' {empat_bidan}."),
    ]  # fmt: skip


DENGAN_TANGGAL = ("NIP", "Nama", "Kode Unit", "Mulai", "Selesai")


def test_dua_penempatan_bertanggal_keduanya_diambil(baca):
    daftar = baca(
        (ANI, "Ani", "DINKES", "", "31/03/2026"), (ANI, "Ani", "PKM-TB", "1 April 2026", ""), (BUDI, "Budi", "DINKES", "2/1/2019", "kelak"),
        kepala=DENGAN_TANGGAL,
    )  # fmt: skip
    assert [(o.unit.kode, o.penempatan.mulai, o.penempatan.selesai) for o in daftar.orang] == [
        ("DINKES", None, dt.date(2026, 3, 31)), ("PKM-TB", dt.date(2026, 4, 1), None), ("DINKES", None, None),
    ]  # fmt: skip
    assert temuan(daftar) == [("daftar-dikosongkan", "E7")]


def test_skema_tahun_lalu_memberi_penempatan_terakhir(baca):
    daftar = baca(
        (ANI, "Ani", "DINKES", "", "31/03/2026"), (ANI, "Ani", "PKM-TB", "01/04/2026", "31/12/2026"), kepala=DENGAN_TANGGAL, tahun=2027,
    )  # fmt: skip
    assert [(o.unit.kode, o.penempatan.mulai, o.penempatan.selesai) for o in daftar.orang] == [
        ("PKM-TB", None, None)
    ]
    assert temuan(daftar) == [("daftar-bukan-asn", "E5")]


def test_daftar_tanpa_kolom_unit_dikatakan_sekali(baca):
    daftar = baca((ANI, "Ani", "Perawat"), (BUDI, "Budi", "Dokter"), kepala=("NIP", "Nama", "Jabatan"))
    assert len(daftar.orang) == 2
    assert temuan(daftar) == [("daftar-sel-kosong", "")]
    assert dict(daftar.temuan[0].isi) == {"siapa": "Semua orang di lembar ini", "kolom": "Kode Unit"}


@pytest.mark.parametrize(("nip", "sebutan"), [(ANI, f"Orang ber-NIP {ANI}"), ("198x", "Orang ber-NIP 198x")])
def test_orang_tanpa_nama_disebut_menurut_nipnya(baca, nip, sebutan):
    daftar = baca(baris(nip, "", unit=None, induk=None))
    assert [dict(t.isi)["siapa"] for t in daftar.temuan if t.kode == "daftar-sel-kosong"][-1] == sebutan


def test_kepala_dua_baris_daftar_urut_kepangkatan(baca):
    daftar = baca(
        (None, None, None, "Gol. Ruang", "TMT", "Nama", "TMT", None), (1, 2, 3, 4, 5, 6, 7, 8),
        (1, "Rahma", RAHMA, "III/c", "01-04-2020", "Kepala Bidang", "01-01-2024", DINKES),
        kepala=("No", "Nama", "NIP", "Pangkat", None, "Jabatan", None, "Unit Kerja"),
    )  # fmt: skip
    assert temuan(daftar) == []
    (rahma,) = daftar.orang
    assert (rahma.penempatan.nip, rahma.penempatan.golongan, rahma.penempatan.jabatan) == (
        RAHMA,
        "III/c",
        "Kepala Bidang",
    )


def test_baris_jumlah_bukan_orang_dan_baris_terakhir_yang_nipnya_rusak_orang(baca):
    kepala = ("NIP", "Nama", "Jabatan")
    daftar = baca((ANI, "Ani", "Perawat"), ("1985", "Budi", "Dokter"), (2, "Jumlah", ""), kepala=kepala)
    assert [orang.penempatan.nama for orang in daftar.orang] == ["Ani", "Budi"]
    assert temuan(daftar) == [("daftar-sel-kosong", ""), ("nip-format", "A6")]


def test_tanpa_kolom_nip_disebut_apa_yang_dicari(baca):
    with pytest.raises(DaftarTidakTerbacaError) as galat:
        baca(("Ani", "Perawat"), kepala=("Nama", "Jabatan"))
    assert str(galat.value).partition(".xlsx: ")[2] == (
        "tidak ada lembar yang tabelnya berkolom NIP dan Nama. simpeg.xlsx › Sheet › A4: Kolom 'NIP' tidak ada pada baris kepala "
        "tabel. Beri judul kolomnya NIP dan Nama, lalu jalankan lagi."
    )


def test_berkas_yang_tidak_ada_folder_dan_bukan_buku(tmp_path):
    for berkas, kalimat in (
        (tmp_path / "x.xlsx", "tidak ada. Periksa ketikannya."),
        (tmp_path, "adalah folder; tulis berkas daftarnya."),
    ):
        with pytest.raises(DaftarTidakTerbacaError) as galat:
            baca_daftar_pegawai(berkas, 2026)
        assert str(galat.value) == f"{berkas} {kalimat}"
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(DaftarTidakTerbacaError, match=r"isinya PDF.* simpan ulang sebagai \.xlsx"):
        baca_daftar_pegawai(tmp_path / "d.pdf", 2026)


def test_kode_seksi_bukan_kode_dinasnya(baca):
    """A column of codes that has one for each section says nothing of the office in which its people count."""
    kepala = (*KEPALA, "KODE UNIT")

    def seorang(nip, unit, kode, induk=DINKES):
        return [*baris(nip, unit=unit, induk=induk), kode]

    daftar = baca(
        seorang(ANI, "Bidang Kesmas", "1.02.01"), seorang(BUDI, "Bidang P2P", "1.02.02"), seorang(RAHMA, PKM, "1.02.03"),
        kepala=kepala,
    )  # fmt: skip
    assert [orang.unit for orang in daftar.orang] == [
        UnitDaftar(DINKES),
        UnitDaftar(DINKES),
        UnitDaftar(PKM, "1.02.03"),
    ]
    daftar = baca(
        seorang(ANI, "Bidang Kesmas", "DK"), seorang(BUDI, "Bidang P2P", "DK"), kepala=kepala,
    )  # fmt: skip
    assert [orang.unit for orang in daftar.orang] == [UnitDaftar(DINKES, "DK")] * 2


def test_dua_unit_senama_tetap_menurut_kodenya(baca):
    """Two sections of one name are two units: their codes are their own, not those of an office above them."""
    seksi = "Seksi Pelayanan"
    daftar = baca(
        [*baris(ANI, unit=seksi, induk=seksi), "A1"], [*baris(BUDI, unit=seksi, induk=seksi), "A2"], kepala=(*KEPALA, "KODE UNIT"),
    )  # fmt: skip
    assert [orang.unit for orang in daftar.orang] == [UnitDaftar(seksi, "A1"), UnitDaftar(seksi, "A2")]


def test_daftar_xlsb_dari_penulis_lain_dibaca_seperti_xlsx():
    """`simpeg.xlsb` beside this file was written by pyxlsbwriter 0.1.0; no Excel has written one here."""
    daftar = baca_daftar_pegawai(Path(__file__).with_name("simpeg.xlsb"), 2026)
    assert [(o.penempatan.nip, o.penempatan.nama, o.penempatan.nip_atasan) for o in daftar.orang] == [
        (RAHMA, "dr. Rahma, M.Kes.", ""), (ANI, "Ani", RAHMA), (BUDI, "Budi", ""), ("198507152009011904", "Siti", ""),
    ]  # fmt: skip
    assert {o.unit for o in daftar.orang} == {UnitDaftar(PKM)}
    assert temuan(daftar) == [("daftar-atasan-tidak-pasti", "H6"), ("daftar-atasan-tidak-pasti", "H7")]
    assert daftar.bertmt == ("Ani",)
