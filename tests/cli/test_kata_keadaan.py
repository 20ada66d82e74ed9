"""What commands say in each state, also in those that a month seldom meets: a state a paragraph, held whole."""

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest
from keluaran_beku import cocokkan

from asn_nilai import cli
from asn_nilai.acuan.hasil.pencocokan import Apa, Beda
from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
from asn_nilai.acuan.riwayat.catatan import PERTAMA, PUTUS, TERKUNCI, Catatan
from asn_nilai.acuan.setoran.ketepatan import Ketepatan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.perintah.banyak_ruang.hitung import KotaTerhitung
from asn_nilai.alur.perintah.dokumen import HasilDokumen
from asn_nilai.alur.perintah.semua import LangkahTahun
from asn_nilai.cli import layar_tahun
from asn_nilai.cli.ketikan import SalahKetikError
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.perintah import (
    akar,
    aturan,
    dokumen,
    hitung,
    jelaskan,
    kunci,
    rekap,
    riwayat,
    semua,
    simulasi,
    templat,
    validasi,
    verifikasi,
)
from asn_nilai.cli.perintah import cocokkan as mencocokkan
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError

for _nama in (
    "hitung",
    "jelaskan",
    "kunci",
    "semua",
    "simulasi",
    "templat",
    "terbit_validasi",
    "validasi",
    "verifikasi",
):
    import_module(
        f"asn_nilai.alur.perintah.{_nama}"
    )  # before a test puts something else in place of what they take from others

MENYEGARKAN = "Menyegarkannya: asn-nilai hitung kota --periode 2026-01"
JAN, FEB, T1 = (Periode.dari_teks(teks) for teks in ("2026-01", "2026-02", "2026-T1"))


@pytest.fixture
def paragraf(capsys):
    """Note what a call writes, and its status, under a heading; at the end hold all of it against the frozen copy."""
    semuanya = []

    class Paragraf:
        def catat(self, keadaan: str, kerjakan) -> None:
            status = kerjakan()
            keluar, pesan = capsys.readouterr()
            isi = (keluar, pesan, "" if status is None else f"status {status}\n")
            semuanya.append(f"# {keadaan}\n{''.join(isi)}")

        def banding(self, nama: str) -> None:
            cocokkan(f"layar-keadaan-{nama}.txt", "\n".join(semuanya))

    return Paragraf()


def hasil_kota(*unit: tuple[int, int], dibawa: int = 0):
    ringkas = [SimpleNamespace(dinilai=dinilai, jumlah_asn=asn) for dinilai, asn in unit]
    semua = {str(n): SimpleNamespace(ringkas=ini) for n, ini in enumerate(ringkas)}
    return HasilKota(Path(), semua, dibawa=[str(n) for n in range(dibawa)])


@pytest.mark.parametrize("keluaran_json", [False, True])
def test_hitung_semua(monkeypatch, paragraf, keluaran_json):
    dihitung = LangkahTahun(FEB, hasil_kota((1, 2), (3, 4), dibawa=1), 0, 0)
    for keadaan, langkah, ketat in (
        ("tidak ada yang perlu", [], True),
        ("dihitung; sudah mutakhir dengan nilai sementara", [LangkahTahun(JAN, None, 0, 1, sementara=2), dihitung], False),
        ("peringatan, dengan --ketat", [LangkahTahun(JAN, None, 0, 1)], True),
        ("tidak dapat", [LangkahTahun(JAN, None, 0, 0, ("Skema hilang.", "Lihat folder.")), dihitung], False),
        ("bergalat: yang terpendek dan terbaru", [
            LangkahTahun(JAN, None, 3, 0), LangkahTahun(FEB, hasil_kota((5, 6)), 1, 0, (), 4), LangkahTahun(T1, None, 9, 0),
        ], False),
        ("bergalat dan terkunci", [LangkahTahun(JAN, None, 3, 0, koreksi="asn-nilai hitung --koreksi")], False),
        ("bergalat, dan satu tidak dapat", [LangkahTahun(JAN, None, 3, 0), LangkahTahun(FEB, None, 0, 0, ("x",))], False),
        ("folder terlewat", [LangkahTahun(JAN, None, 0, 0)], False),
        ("folder terlewat, dengan --ketat", [LangkahTahun(JAN, None, 0, 0)], True),
        ("salinan skema, dan folder unit yang tidak ada lagi", [
            LangkahTahun(JAN, None, 0, 0, tertinggal=("hasil/2026-01/A/",)), LangkahTahun(FEB, None, 0, 0, tertinggal=("hasil/2026-02/A/",)),
        ], True),
    ):  # fmt: skip
        monkeypatch.setattr(
            "asn_nilai.alur.perintah.semua.hitung_semua", lambda *_, ini=langkah, **__: iter(ini)
        )
        terlewat = ["capaian/Mei: salah nama. Ubah namanya."] if keadaan.startswith("folder") else []
        monkeypatch.setattr("asn_nilai.alur.perintah.semua.folder_terlewat", lambda _, ini=terlewat: ini)
        salinan = [temuan("salinan-tidak-dibaca", Letak("skema (1).xlsx"), asli="skema.xlsx")]
        ada = salinan if keadaan.startswith("salinan") else []
        monkeypatch.setattr("asn_nilai.alur.perintah.semua.salinan_di_ruang", lambda _, ini=ada: ini)
        paragraf.catat(
            keadaan,
            lambda ketat=ketat: semua.hitung_setahun(
                Path("kota 1"), None, ketat=ketat, keluaran_json=keluaran_json
            ),
        )
    paragraf.banding(f"hitung-semua{'-json' * keluaran_json}")


def test_hitung_akar(monkeypatch, paragraf):
    bersih = KotaTerhitung("sumbar/bukittinggi", 8, 7, 79, 80, periode=JAN)
    for keadaan, kota, periode, ketat in (
        ("kosong", [], None, True),
        ("tanpa periode, bulan terbarunya tidak sama", [bersih, replace(bersih, folder="agam", periode=FEB)], None, False),
        ("bersih, dan satu tahun lain", [bersih, KotaTerhitung("lama", dilewati="ruang kerja tahun 2025")], "2026-01", True),
        ("peringatan", [KotaTerhitung("a", 1, 1, 1, 1, 0, 2, periode=JAN)], "Januari 2026", False),
        ("peringatan, dengan --ketat", [KotaTerhitung("a", 1, 1, 1, 1, 0, 2, periode=JAN)], "2026-01", True),
        ("bergalat", [KotaTerhitung("a", 1, 1, 1, 1, 3, periode=JAN)], "2026-01", False),
        ("dengan catatan", [KotaTerhitung("a", 1, 1, 1, 1, periode=JAN, catatan=("Ada salinan.",))], "2026-01", False),
        ("dua tidak dapat", [KotaTerhitung("a", pesan=("Skema hilang.",)), bersih, KotaTerhitung("b", 2, 1, pesan=("x", "y"))], "2026-01", False),
        ("tidak satu pun dapat", [KotaTerhitung("a", pesan=("Belum ada setoran.",))], "2026-01", False),
    ):  # fmt: skip
        monkeypatch.setattr(
            "asn_nilai.alur.perintah.banyak_ruang.hitung.hitung_akar", lambda *_, ini=kota, **__: iter(ini)
        )
        paragraf.catat(
            keadaan,
            lambda periode=periode, ketat=ketat: akar.hitung_banyak(
                Path("se provinsi"), periode, None, paksa=False, ketat=ketat
            ),
        )
    paragraf.banding("hitung-akar")


def test_rekap_akar(monkeypatch, paragraf):
    satu = SimpleNamespace(folder="solok", sebab="belum dihitung", dengan_hitung=True)
    kembar = SimpleNamespace(folder="solok lama", sebab="memuat setoran yang sama", dengan_hitung=False)
    jumlah = SimpleNamespace(dinilai=7, jumlah_asn=9, rata_rata_nhk=95.125)
    bagian = [
        SimpleNamespace(jumlah=jumlah, predikat={"Baik": 5, "Kurang": 2}, kota=[SimpleNamespace(folder=f"kota{n}") for n in range(12)], nama="PP 30/2019", desimal=2),
        SimpleNamespace(jumlah=jumlah, predikat={"Cukup": 7}, kota=[SimpleNamespace(folder="agam")], nama="KMK 127", desimal=3),
    ]  # fmt: skip
    kota = [
        SimpleNamespace(folder="agam", instansi="Agam", jumlah=jumlah, desimal=2, banyak_unit=4, belum_setor=("A", "B")),
        SimpleNamespace(folder="solok", instansi="Kota Solok", jumlah=None),
    ]  # fmt: skip
    for keadaan, isi, berkas, pesan in (
        ("lengkap", {"menurut_aturan": bagian[:1]}, ["a.html", "b.xlsx", "c.csv"], []),
        ("dua aturan, satu kota kurang, satu tahun lain", {"menurut_aturan": bagian, "kurang": [satu], "dilewati": {"lama": "ruang kerja tahun 2025"}}, ["a.html"], []),
        ("kota yang tidak dibereskan dengan menghitung lagi", {"kurang": [kembar]}, ["a.html"], []),
        ("tidak dapat ditulis", {"kurang": [satu] * 11}, [], ["a.html terbuka.", "b.xlsx terbuka."]),
    ):  # fmt: skip
        milik = SimpleNamespace(
            **({"periode": JAN, "kota": kota, "kurang": [], "dilewati": {}, "menurut_aturan": []} | isi)
        )
        hasil = SimpleNamespace(pesan=pesan, berkas=berkas, folder=Path("rekap/2026-01"))
        monkeypatch.setattr(
            "asn_nilai.alur.perintah.banyak_ruang.rekap.rekap_akar", lambda *_, ini=milik: ini
        )
        monkeypatch.setattr(
            "asn_nilai.alur.perintah.banyak_ruang.rekap.tulis_rekap_akar", lambda *_, ini=hasil: ini
        )
        paragraf.catat(keadaan, lambda: akar.rekap_banyak(Path("se provinsi"), "2026-01"))
    paragraf.banding("rekap-akar")


def test_langkah_sesudah_rekap(paragraf):
    for keadaan, isi, samaran in (
        ("untuk warga", {"sementara": 1, "terpilih": True}, True),
        ("sementara", {"sementara": 1, "terpilih": True}, False),
        ("beberapa unit", {"terpilih": True}, False),
        ("seluruh kota", {}, False),
        ("ada unit yang belum dihitung", {"perlu": ("asn-nilai hitung --periode 2026-01 --unit A", "asn-nilai hitung --periode 2026-02")}, False),
    ):  # fmt: skip
        milik = SimpleNamespace(
            **({"perlu": (), "sementara": 0, "terpilih": False} | isi),
            dinilai=1,
            periode=JAN,
            sorotan=SimpleNamespace(usang=False),
        )
        hasil = SimpleNamespace(
            pesan=(),
            riwayat=(),
            asing=(),
            rekap=milik,
            perlu=milik.perlu,
            berkas=("rekap.html", "rekap_A.xlsx"),
        )
        paragraf.catat(
            keadaan,
            lambda hasil=hasil, samaran=samaran: print(*rekap._berikutnya(Path("kota 1"), hasil, samaran=samaran), sep="\n"),
        )  # fmt: skip
    paragraf.banding("rekap")


def sekilas(**isi):
    aturan_ini = muat_aturan("permenpanrb-6-2022")
    unit = [
        SimpleNamespace(ringkas=SimpleNamespace(kode=f"U{n}", nama=f"Unit {n}"), rata_rata=90.125 + n, tanda="unit kecil" * (n == 2), rentang=(1, 4))
        for n in range(1, 5)
    ]  # fmt: skip
    sorotan = SimpleNamespace(memimpin=unit, perlu_dibantu=unit[::-1], belum_setor=unit[:2])
    lambat = [SimpleNamespace(kode=f"U{n}", bulan=(1,) * n) for n in range(1, 5)]
    asal = {
        "aturan": aturan_ini, "sorotan": sorotan, "sementara": 0, "dinilai": 7, "jumlah_asn": 9, "banyak_unit": 4,
        "predikat": {"Baik": 5, "Kurang": 2}, "terlambat": lambat, "catatan": ("Hati-hati.", "Lihat."),
    }  # fmt: skip
    return SimpleNamespace(**(asal | isi))


def test_rekap_sekilas(monkeypatch, paragraf):
    monkeypatch.setattr(
        "asn_nilai.acuan.rekap.kata_kedudukan.kalimat_memimpin", lambda sorotan, _: sorotan.kata
    )
    penuh, sunyi = sekilas(), sekilas(sementara=3, terlambat=[], catatan=())
    penuh.sorotan.kata = "Unit 1 memimpin."
    sunyi.sorotan = SimpleNamespace(memimpin=(), perlu_dibantu=(), belum_setor=(), kata="")
    paragraf.catat("yang dapat dikatakan", lambda: rekap._sekilas(Layar(), penuh))
    paragraf.catat("satu unit, sebagian sementara", lambda: rekap._sekilas(Layar(), sunyi))
    paragraf.banding("rekap-sekilas")


def test_riwayat(paragraf):
    def catatan(apa: str, **isi: str) -> Catatan:
        return Catatan(
            "2026-02-03T04:05:06+07:00", "asn-nilai 1", "a", **({"versi": "", "alasan": ""} | isi), apa=apa
        )

    semuanya = [
        catatan(PERTAMA), catatan(PERTAMA, kode_unit="A", versi="1"), catatan(TERKUNCI, versi="2", alasan="SK 1"), catatan(TERKUNCI),
        catatan(PUTUS, alasan="2026-01.jsonl"),
    ]  # fmt: skip
    for banyak in (5, 200, 201):
        tertulis: list[str] = []
        layar = SimpleNamespace(tulis=tertulis.append, judul=tertulis.append)
        rantai = SimpleNamespace(
            catatan=[*semuanya, *[catatan(PERTAMA)] * (banyak - 10), *semuanya][-banyak:]
        )
        riwayat._tampilkan(layar, "2026-01", SimpleNamespace(rantai=rantai, berkas="riwayat/2026-01.jsonl"))
        paragraf.catat(
            f"{banyak} catatan", lambda isi=tertulis: print(len(isi), *isi[:3], *isi[-5:], sep="\n")
        )
    paragraf.banding("riwayat")


def test_setahun(paragraf):
    dihitung = KeadaanPeriode(JAN, 2, 3, ("C",), dihitung=True, galat=4, asn=9, dinilai=7)
    lain = [
        dihitung, KeadaanPeriode(JAN, 0, 3, dihitung=True, asn=9), KeadaanPeriode(JAN, 0, 3), KeadaanPeriode(JAN, 1, 3),
        *(replace(dihitung, **ubah) for ubah in (
            {"sementara": 2}, {"versi": 3}, {"versi": 3, "terputus": True}, {"usang": 2, "cetak": 1}, {"cetak": 1}, {"usang": 3, "sebab": "aturan berubah"},
        )),
    ]  # fmt: skip
    paragraf.catat("barisnya", lambda: print(*map(layar_tahun._sel, lain), sep="\n"))

    def setahun(banyak: int, disalin: dt.date | None = None) -> KeadaanTahun:
        kode = [f"U{n:02}" for n in range(banyak)]
        tanggal = dict.fromkeys(kode, dt.date(2026, 2, 9))
        lambat = {} if disalin else dict.fromkeys(kode, 2)
        tepat = Ketepatan(Bulan(2026, 1), dt.date(2026, 2, 5), tanggal, lambat, disalin)
        return KeadaanTahun(
            "Kota", 2026, "Aturan", (replace(dihitung, ketepatan=tepat), KeadaanPeriode(FEB, 0, 3))
        )

    for keadaan, isi in (
        ("tepat waktu", setahun(0)), ("sepuluh terlambat", setahun(10)), ("dua belas terlambat", setahun(12)),
        ("disalin", setahun(2, dt.date(2026, 3, 1))),
    ):  # fmt: skip
        paragraf.catat(keadaan, lambda isi=isi: layar_tahun._tulis_ketepatan(Layar(), isi))
    paragraf.banding("setahun")


def test_cocokkan(paragraf):
    letak = Letak("bkn/a.xlsx", "Rekap", "G6")
    beda = [
        Beda("1", "Budi", "A", Apa.PREDIKAT, "Baik", "Kurang", (letak, replace(letak, sel="G7"))),
        Beda("2", "Ani", "A", Apa.TIDAK_DI_BKN, "Baik", ""), Beda("3", "Citra", "", Apa.TIDAK_DI_HASIL, "", "Baik", (letak,)),
    ]  # fmt: skip
    for keadaan, isi in (
        ("semua sama", {}),
        ("semua sama, dengan catatan", {"temuan": ("x",), "diabaikan": ("b.xlsx", "c.xlsx")}),
        ("berbeda", {"beda": beda, "temuan": ("x",)}),
    ):
        cocok = SimpleNamespace(
            **({"beda": [], "temuan": (), "diabaikan": (), "banyak": [(Apa.PREDIKAT, 12)], "lingkup": "80 ASN ada di keduanya, dari 1 ekspor"} | isi)
        )  # fmt: skip
        paragraf.catat(keadaan, lambda cocok=cocok: mencocokkan._tampilkan(Layar(), cocok))
        paragraf.catat("lalu", lambda cocok=cocok: print(mencocokkan._berikutnya(cocok)))
    for banyak in (20, 22):
        tertulis: list[str] = []
        cocok.beda = beda[1:2] * banyak
        mencocokkan._tampilkan(SimpleNamespace(tulis=tertulis.append), cocok)
        paragraf.catat(f"{banyak} perbedaan", lambda isi=tertulis: print(len(isi), *isi[-2:], sep="\n"))
    paragraf.banding("cocokkan")


def test_dokumen(paragraf):
    surat = [Path(f"dokumen/{n}.docx") for n in range(7)]
    for keadaan, isi in (
        ("tidak ada", {}),
        ("tidak ada, usang", {"usang": MENYEGARKAN, "sebab_usang": "lebih lama daripada masukannya"}),
        ("tanpa kriteria", {"tanpa": "Aturan A belum memuat kriteria pembinaan, jadi tidak ada rencana perbaikan menurut aturan."}),
        ("tidak dapat", {"pesan": ["A terbuka.", "B terbuka."]}),
        ("semua juga .pdf", {"surat": surat[:2], "pdf": surat[:2], "usang": MENYEGARKAN, "sebab_usang": "ditulis asn-nilai 0.0.9", "pesan": ["C terbuka."]}),
        ("tanpa LibreOffice", {"surat": surat, "tanpa_pdf": surat}),
        ("tidak semua", {"surat": surat[:2], "pdf": surat[:1], "tanpa_pdf": surat[1:2], "ada_libreoffice": True}),
        ("satu pun tidak", {"surat": surat[:2], "tanpa_pdf": surat[:2], "ada_libreoffice": True}),
        ("pdf terbuka", {"surat": surat[:2], "pdf": surat[:1], "ada_libreoffice": True, "dijaga": [Path("dokumen/0 (2).docx"), surat[1]]}),
    ):  # fmt: skip
        hasil = HasilDokumen(Path("dokumen"), **isi)
        paragraf.catat(
            keadaan,
            lambda hasil=hasil: dokumen._tampilkan(
                Layar(), hasil, JenisSurat.NOTA_DINAS, SimpleNamespace(diketik=Path("kota"))
            ),
        )
    paragraf.banding("dokumen")


def test_jelaskan_seluruh_unit(monkeypatch, paragraf):
    ruang = SimpleNamespace(instansi="Kota", folder_kartu=lambda *_: Path("hasil/2026-01/kartu"))
    konteks = SimpleNamespace(ruang=ruang, periode=JAN, kode_hasil=["A", ""])
    monkeypatch.setattr("asn_nilai.alur.siapkan.siapkan", lambda *_: konteks)
    monkeypatch.setattr("asn_nilai.alur.siapkan.pilih_unit", lambda _, unit: unit)
    for keadaan, isi in (
        ("bersih", {}),
        ("sebagian belum dinilai", {"belum": 2}),
        ("nilainya lain", {"lain": 3}),
        ("tidak dapat ditulis", {"pesan": ("kartu terbuka.", "x"), "kartu": {"A": [], "": []}}),
    ):
        hasil = SimpleNamespace(
            **({"pesan": (), "kartu": {"A": [1, 2], "": [3]}, "belum": 0, "lain": 0} | isi)
        )
        monkeypatch.setattr("asn_nilai.alur.perintah.kartu.tulis_semua_kartu", lambda *_, ini=hasil: ini)
        monkeypatch.setattr("asn_nilai.alur.riwayat.versi.cara_menyegarkan", lambda *_: MENYEGARKAN)
        paragraf.catat(keadaan, lambda: jelaskan._banyak(Path(), "2026-01", ["A"], None))
    paragraf.banding("jelaskan")


@pytest.mark.parametrize(
    ("kata", "unit", "satu_orang", "kalimat"),
    [
        ((), (), True, "--json menjelaskan satu ASN; hapus --semua, lalu tulis NIP-nya."),
        ((), ("A", "B"), True, "--json menjelaskan satu ASN; hapus --unit A,B, lalu tulis NIP-nya."),
        (("siti", "."), (), False, "Bersama --semua hanya ruang kerja yang boleh ditulis, bukan 'siti'. Untuk satu ASN: asn-nilai jelaskan NIP, tanpa --semua."),
        ((".", "."), ("A",), False, "Bersama --unit A hanya ruang kerja yang boleh ditulis, bukan '. .'. Untuk satu ASN: asn-nilai jelaskan NIP, tanpa --unit A."),
    ],
)  # fmt: skip
def test_jelaskan_seluruh_unit_bukan_satu_orang(kata, unit, satu_orang, kalimat):
    with pytest.raises(SalahKetikError) as galat:
        jelaskan._ruang(kata, unit, satu_orang=satu_orang)
    assert str(galat.value) == kalimat


def test_jelaskan_seluruh_unit_di_ruang_kerja_yang_disebut():
    assert (
        jelaskan._ruang((".",), ("A",), satu_orang=False)
        == jelaskan._ruang((), (), satu_orang=False)
        == Path()
    )


def test_aturan_yang_belum_diperiksa_menyebutnya(monkeypatch, capsys):
    ini = muat_aturan("pp-30-2019")
    monkeypatch.setattr("asn_nilai.acuan.profil.ketentuan.belum_diperiksa", lambda _: ["Plafon", "Lantai"])
    aturan._tampilkan(ini)
    kata = capsys.readouterr().out
    assert "\nMemuat angka yang belum diperiksa: Plafon; Lantai.\n" in kata
    aturan._daftar()
    kata = capsys.readouterr().out
    assert f"{'':<22} Memuat 2 angka yang belum diperiksa pada sumbernya.\n" in kata


def test_yang_dapat_dibereskan_pemakai_disebut_sebabnya():
    galat = ModuleNotFoundError("No module named 'rich'", name="rich")
    assert (
        cli._kalimat_galat(galat)
        == "Bagian program bernama rich tidak terpasang. Pasang ulang asn-nilai, lalu jalankan lagi."
    )
    penuh = (
        "Disk penuh. Kosongkan ruang di disk, lalu jalankan lagi."  # as where the copy of an address is kept
    )
    assert (
        cli._kalimat_galat(TulisGagalError(penuh)) == cli._kalimat_galat(BerkasTerkunciError(penuh)) == penuh
    )
    assert cli._kalimat_galat(ValueError("x")) == cli._kalimat_galat(OSError("x")) == ""


@pytest.mark.parametrize(
    ("rusak", "status"), [((), 0), ((temuan("perilaku-kosong", Letak("riwayat/2026-01.jsonl")),), 1)]
)
@pytest.mark.parametrize("keluaran_json", [False, True])
def test_riwayat_yang_rusak_berstatus_1(monkeypatch, rusak, status, keluaran_json):
    milik = SimpleNamespace(temuan=rusak, rantai=SimpleNamespace(catatan=[]), berkas="x", pindahan=False)
    monkeypatch.setattr("asn_nilai.alur.riwayat.baca_riwayat.baca_riwayat", lambda *_: {"2026-01": milik})
    monkeypatch.setattr("asn_nilai.alur.riwayat.baca_riwayat.temuan_pengaturan", lambda _: [])
    monkeypatch.setattr("asn_nilai.alur.riwayat.baca_riwayat.salinan_di_samping", lambda *_: [])
    monkeypatch.setattr(Layar, "temuan", lambda *_: None)
    monkeypatch.setattr(Temuan, "sebagai_dict", lambda _: {})
    assert riwayat.perintah(Path(), None, keluaran_json) == status


class Berhenti(Exception):  # noqa: N818 - no fault: it ends the command where its work begins
    pass


@pytest.mark.parametrize(
    ("perintah", "isi", "judul", "banyak"),
    [
        (hitung.perintah, {}, "Menghitung", 3), (hitung.perintah, {"koreksi": "salah ketik"}, "Menghitung", 6), (verifikasi.perintah, {}, "Menghitung ulang", 3),
        (kunci.perintah, {"periode": "2026-01"}, "Mengunci", 6), (templat.perintah, {"jenis": "capaian"}, "Menulis", 3),
        (simulasi.perintah, {}, "Menghitung", 8), (validasi.perintah, {}, "Memeriksa", 3), (jelaskan.perintah, {"semua": True}, "Menghitung", 4),
        (jelaskan.perintah, {"unit": ["A"]}, "Menghitung", 3),
    ],
)  # fmt: skip
def test_kemajuan_menyebut_apa_yang_dikerjakan_dan_berapa_banyak(monkeypatch, perintah, isi, judul, banyak):
    ruang = SimpleNamespace(instansi="Kota", akar=Path(), tahun=2026, relatif=str)
    profil = SimpleNamespace(profil=SimpleNamespace(nama="Aturan"))
    konteks = SimpleNamespace(
        ruang=ruang,
        periode=JAN,
        aturan=profil,
        skema=SimpleNamespace(unit=dict.fromkeys("ABC")),
        kode_hasil=["A", "B", "C", ""],
        target_saja=False,
    )
    dilihat = []

    @contextmanager
    def kemajuan(_, *kata):
        dilihat.append(kata)
        raise Berhenti
        yield

    @contextmanager
    def periksa(konteks, dipilih, **_):
        yield SimpleNamespace(konteks=konteks, dipilih=dipilih)

    monkeypatch.setattr(Layar, "kemajuan", kemajuan)
    for tempat, hasil in (
        ("alur.siapkan.siapkan", konteks), ("alur.siapkan.buka_ruang", ruang), ("alur.siapkan.pilih_unit", ["A", "B", "C"]),
        ("alur.perintah.templat.siapkan_templat", konteks),
        ("alur.perintah.simulasi.siapkan_simulasi", (konteks, konteks, "x")), ("alur.perintah.validasi.siapkan_validasi", konteks),
        ("alur.perintah.terbit_validasi.semua_unit", False),
    ):  # fmt: skip
        monkeypatch.setattr(f"asn_nilai.{tempat}", lambda *_, ini=hasil, **__: ini)
    monkeypatch.setattr("asn_nilai.alur.perintah.validasi.mulai_periksa", periksa)
    with pytest.raises(Berhenti):
        perintah(**isi)
    assert dilihat == [(judul, banyak)]
