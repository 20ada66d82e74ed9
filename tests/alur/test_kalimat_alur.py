"""What a run says when it cannot go on, each sentence whole: of locks, registers, letters, clusters, other people's folders."""

import errno
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.keadaan import Kunci
from asn_nilai.acuan.temuan import temuan
from asn_nilai.alur.hitungan import kunci_versi, terkunci
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.masukan import target_layak
from asn_nilai.alur.masukan.keadaan_hasil import KeadaanHasil
from asn_nilai.alur.perintah import dokumen, hitung, isi_surat, keberatan, tandai
from asn_nilai.alur.perintah.banyak_ruang import isi_akar, rekap
from asn_nilai.alur.proses.jati_diri import JatiDiri
from asn_nilai.alur.proses.pelaksana_klaster import PelaksanaKlaster
from asn_nilai.alur.proses.proses_paralel import PembagianPutusError
from asn_nilai.alur.riwayat import register, versi
from asn_nilai.alur.riwayat.perubahan import catat_perubahan
from asn_nilai.alur.riwayat.tempat import digenggam, isi_riwayat
from asn_nilai.alur.terbitan.titipan import Titipan
from asn_nilai.baca.berkas.galat import BukuTidakTerbacaError
from asn_nilai.terbit.berkas import TulisGagalError
from asn_nilai.terbit.data.manifes import Manifes

JAN, T1 = Periode.dari_teks("2026-01"), Periode.dari_teks("2026-T1")


def kalimat(galat: type[Exception], kerjakan) -> str:
    with pytest.raises(galat) as tertangkap:
        kerjakan()
    return str(tertangkap.value)


def berubah(nomor: int, sel: str = "") -> SimpleNamespace:
    return SimpleNamespace(
        kunci=Kunci("target", "A", f"NIP{nomor}", "IK-1"), semula="1.5", menjadi="2", sel=sel
    )


@pytest.mark.parametrize(
    ("banyak", "sisa"), [(1, []), (5, []), (6, ["dan 1 perubahan lagi"]), (8, ["dan 3 perubahan lagi"])]
)
def test_yang_berubah_sejak_dikunci_disebut_lima(banyak, sisa):
    semua = [berubah(n, "a.xlsx › Target › F6" * (n == 0)) for n in range(banyak)]
    kata = [*terkunci._kalimat_beda(None, None, semua, ["nilai.csv"])]
    assert kata[min(banyak, 5) :] == sisa
    assert kata[0].endswith(" A NIP0 IK-1: semula 1,5, sekarang 2 (a.xlsx › Target › F6)")
    assert all(isi.endswith(f" A NIP{n} IK-1: semula 1,5, sekarang 2") for n, isi in enumerate(kata[1:5], 1))


@pytest.mark.parametrize(("berkas", "disebut"), [({"b", "a"}, "a, b"), (set(), "tidak ada")])
def test_yang_lain_sejak_dikunci_tanpa_masukan_yang_berubah(monkeypatch, berkas, disebut):
    monkeypatch.setattr(terkunci, "_berkas_berubah", lambda *_: berkas)
    assert [*terkunci._kalimat_beda(None, None, [], ["nilai.csv", "temuan.csv"])] == [
        f"yang lain sekarang: nilai.csv, temuan.csv; berkas yang berubah: {disebut}"
    ]


def test_yang_gagal_ditulis_tidak_mengunci(monkeypatch):
    folder = Path("kota/hasil/2026-05")
    konteks = SimpleNamespace(
        ruang=SimpleNamespace(relatif=lambda ini: ini.as_posix().removeprefix("kota/")),
        periode=None,
        folder=folder,
    )
    kunci_versi._gagal_bila(konteks, SimpleNamespace(pesan=[]))
    gagal = SimpleNamespace(pesan=["A terbuka.", "B terbuka."])
    for kunci, akhir in (
        (None, "Tidak ada yang dikunci."),
        (
            SimpleNamespace(tulisan="versi 1 · kode AAAA-BBBB · 5 Juni 2026"),
            (
                "Koreksinya belum selesai: yang berlaku tetap versi 1 · kode AAAA-BBBB · 5 Juni 2026, sedangkan hasil/2026-05 mungkin sudah "
                "memuat angka yang lain. Jangan bagikan isinya sebelum koreksi ini dijalankan lagi sampai selesai."
            ),
        ),
    ):
        monkeypatch.setattr(kunci_versi, "versi_terakhir", lambda *_, kunci=kunci: kunci)
        kata = kalimat(PenggunaanError, lambda: kunci_versi._gagal_bila(konteks, gagal))
        assert kata == f"A terbuka.\nB terbuka.\n{akhir}"


def test_pertanyaan_target_yang_banyak_disingkat(monkeypatch):
    soal = [
        temuan(
            "perilaku-kosong",
            Letak("a.xlsx", "Target", f"C{n}"),
            nama=f"ASN {n}",
            periode="Mei",
            kurang=f"Aspek {n}",
        )
        for n in range(20)
    ]
    monkeypatch.setattr(target_layak, "periksa_target_layak", lambda *_: soal)
    monkeypatch.setattr(target_layak, "_baca_dicapai", lambda _: None)
    konteks = SimpleNamespace(skema=None, aturan=None, ruang=SimpleNamespace(kewajaran=None))
    *awal, akhir = target_layak.pertanyaan_target(konteks, None, JAN)
    assert awal[0].endswith(" (lembar Target, sel C0)")
    assert akhir == f"Rating perilaku kosong: dan {20 - len(awal)} lagi; selengkapnya di asn-nilai validasi."


@pytest.mark.parametrize(
    ("galat", "kata"),
    [
        (ValueError("NIP 198"), "Program berhenti di sini karena kesalahan yang tidak terduga (ValueError). Jalankan perintah ini untuk ruang kerja itu saja, tanpa --akar, lalu kirim pesannya kepada pengembang."),
        (PenggunaanError("Skema hilang."), "Skema hilang."),
        (OSError("putus"), "putus"),
        (OSError(errno.ENOSPC, "x"), "kota tidak dapat dibuka (disk penuh). Kosongkan ruang di disk, lalu jalankan lagi."),
    ],
)  # fmt: skip
def test_sebab_sebuah_kota_tidak_dapat_dikerjakan(galat, kata):
    assert isi_akar.sebab_gagal(galat, Path("kota")) == kata


@pytest.mark.parametrize(
    ("keadaan", "sementara", "kata"),
    [
        (KeadaanHasil(None), False, ""),
        (KeadaanHasil(None), True, "nilai sementara"),
        (KeadaanHasil(None, cetak=("A", "B")), False, "2 unit perlu dicetak ulang"),
        (KeadaanHasil(None, usang={"A": frozenset(), "B": frozenset()}, cetak=("C",)), False, "2 unit berubah sejak dihitung: A, B; 1 unit perlu dicetak ulang"),
        (
            KeadaanHasil(None, usang={"A": frozenset(), "B": frozenset({"x"})}, tertahan=frozenset({"A"})),
            False,
            "1 unit berubah sejak dihitung: B; 1 unit belum lengkap hasilnya: A",
        ),
        (KeadaanHasil(None, sebab="dari versi lain"), True, "semua perlu dihitung lagi: hasilnya dari versi lain; nilai sementara"),
    ],
)  # fmt: skip
def test_sebab_hasil_sebuah_kota_belum_dapat_dipegang(keadaan, sementara, kata):
    assert "; ".join(rekap._sebab(keadaan, Manifes("", "", "", sementara=sementara))) == kata


def kota_rusak(akar: Path, nama: str, isi: str) -> None:
    (akar / nama).mkdir(parents=True)
    (akar / nama / "asn-nilai.toml").write_text(isi, encoding="utf-8")


def test_akar_yang_tidak_memuat_yang_diminta(tmp_path):
    kosong, rusak, lama = (tmp_path / nama for nama in ("kosong", "rusak", "lama"))
    for bukan in (
        "x",
        "System Volume Information/y",
        "$RECYCLE.BIN/y",
        "lost+found/y",
        ".git/y",
        "1/2/3/4/5",
    ):
        kota_rusak(kosong, bukan, "tahun = 2026\n") if bukan != "x" else kosong.mkdir()
    kota_rusak(rusak, "b/2026", "tahun = 'x'\n")
    kota_rusak(rusak, "a/2026", "tahun = 1\n")
    for nama, tahun in (("b/2024", 2024), ("a/2025", 2025), ("a/2024", 2024), ("1/2/3/4", 2025)):
        kota_rusak(lama, nama, f"tahun = {tahun}\ninstansi = 'Kota'\n")
    tiada = tmp_path / "tiada"
    for akar, periode, kata in (
        (tiada, None, f"Folder {tiada} tidak ada. Periksa ketikannya."),
        (
            kosong, None,
            f"Tidak ada ruang kerja (asn-nilai.toml) di bawah {kosong}. Taruh ruang kerja tiap daerah di dalamnya, satu folder satu.",
        ),
        (lama, "2026-05", f"Tidak ada ruang kerja tahun 2026 di bawah {lama}; yang ada: 2024, 2025. Tulis --periode dari tahun itu."),
    ):  # fmt: skip
        assert (
            kalimat(PenggunaanError, lambda akar=akar, periode=periode: isi_akar.baca_akar(akar, periode))
            == kata
        )
    assert kalimat(PenggunaanError, lambda: isi_akar.baca_akar(rusak, None)).startswith(
        f"Tidak satu pun ruang kerja di bawah {rusak} dapat dibuka. a/2026: "
    )
    isi = isi_akar.baca_akar(lama, None)
    assert (isi.periode, [kota.nama for kota in isi.kota]) == (None, ["1/2/3/4", "a/2025"])
    assert isi.dilewati == dict.fromkeys(("a/2024", "b/2024"), "ruang kerja tahun 2024")


def test_logo_yang_tidak_ada(tmp_path):
    ruang = SimpleNamespace(
        akar=tmp_path, surat=SimpleNamespace(logo="l.png"), folder_dokumen=lambda _: tmp_path
    )
    konteks = SimpleNamespace(ruang=ruang, periode=JAN)
    jenis = JenisSurat.TARGET
    assert kalimat(PenggunaanError, lambda: dokumen.tulis_dokumen(konteks, jenis, [], None)) == (
        f"Logo {tmp_path / 'l.png'} tidak ada. Perbaiki [surat] logo di asn-nilai.toml, atau kosongkan."
    )


def test_nilai_sementara_bukan_untuk_yang_terkunci():
    def konteks(periode: Periode, *, dikoreksi: bool = False):
        return SimpleNamespace(
            periode=periode, sementara=True, ruang=SimpleNamespace(tahun=2026), dikoreksi=dikoreksi
        )

    kunci = SimpleNamespace(tulisan="versi 1 · kode AB")
    periksa = hitung._periksa_sementara
    periksa(konteks(T1), None)
    periksa(SimpleNamespace(periode=JAN, sementara=False), kunci)
    assert kalimat(PenggunaanError, lambda: periksa(konteks(JAN), None)) == (
        "--sementara menilai beberapa bulan dari bulan yang sudah ada, sedangkan Januari 2026 satu bulan saja. Sebut periodenya, misalnya "
        "--periode 2026-S1, atau jalankan tanpa --sementara."
    )
    assert kalimat(PenggunaanError, lambda: periksa(konteks(T1), kunci)) == (
        "Triwulan I 2026 terkunci (versi 1 · kode AB): nilai sementara tidak menggantinya. Jalankan tanpa --sementara."
    )
    assert kalimat(PenggunaanError, lambda: periksa(konteks(T1, dikoreksi=True), None)) == (
        "Koreksi adalah hasil akhir: jalankan --koreksi tanpa --sementara."
    )


def test_berkas_yang_berubah_selagi_paket_keberatan_disusun():
    def baca():
        with keberatan._tidak_berubah("capaian/2026-01/A.xlsx"):
            raise BukuTidakTerbacaError("berkas-rusak")

    assert kalimat(PenggunaanError, baca) == (
        "capaian/2026-01/A.xlsx berubah selagi dibaca. Tutup berkas itu di Excel, lalu jalankan lagi."
    )


@pytest.mark.parametrize(
    ("kode", "sebab"),
    [
        ("berkas-bersandi", "berkasnya dikunci dengan kata sandi"),
        ("berkas-rusak", "berkasnya tidak dapat dibuka"),
    ],
)
def test_setoran_yang_tidak_dapat_ditandai_menyebut_sebabnya(monkeypatch, kode, sebab):
    def gagal(_):
        raise BukuTidakTerbacaError(kode)

    monkeypatch.setattr(tandai, "muat_berkas", gagal)
    isi, kata = tandai._salinan(Path("a.xlsx"), [])
    assert (isi[:2], kata) == (b"PK", sebab)


def test_program_dan_folder_yang_lain_di_pekerja():
    sini = JatiDiri((("asn-nilai", "1"), ("Python", "3.11")), "isi", "penanda")
    for sana, beda in (
        (sini, ""),
        (replace(sini, versi=(("asn-nilai", "2"), ("Python", "3.12"))), "asn-nilai 2, di sini 1; Python 3.12, di sini 3.11"),
        (replace(sini, isi="lain"), "isi asn-nilai-nya lain daripada di sini"),
        (replace(sini, versi=(("asn-nilai", "2"),), isi="lain"), "asn-nilai 2, di sini 1"),
        (replace(sini, penanda="lain"), "ruang kerjanya lain daripada di sini"),
        (replace(sini, isi="lain", penanda=""), "isi asn-nilai-nya lain daripada di sini; ruang kerja tidak terlihat dari sana"),
    ):  # fmt: skip
        assert sana.beda(sini) == beda
    assert replace(sini, penanda="x").beda(replace(sini, penanda="")) == ""


def test_klaster_yang_terputus(monkeypatch):
    def sepi(detik: int, *, ada: bool, status: str = "running") -> int:
        klien = SimpleNamespace(status=status)
        ini = SimpleNamespace(_klien=klien, _lepas_yang_diam=lambda: ada, _terputus=terputus)
        return PelaksanaKlaster._hitung_sepi(ini, detik)

    def terputus(sebab: str) -> str:
        return PelaksanaKlaster._terputus(SimpleNamespace(_alamat="tcp://a:1"), sebab)

    monkeypatch.setattr("asn_nilai.alur.proses.pelaksana_klaster._DENYUT", 2)
    monkeypatch.setattr("asn_nilai.alur.proses.pelaksana_klaster._HILANG", 6)
    assert [
        sepi(9, ada=True),
        sepi(0, ada=False),
        sepi(2, ada=False),
        sepi(0, ada=True, status="closed"),
    ] == [0, 2, 4, 2]
    assert kalimat(PembagianPutusError, lambda: sepi(4, ada=False)) == (
        "Pekerjaan di klaster tcp://a:1 terputus: tidak ada pekerja lagi di sana. Yang belum selesai masih seperti semula. Jalankan lagi, "
        "atau tanpa --klaster di komputer ini saja."
    )


def test_register_yang_ditulis_perintah_lain(monkeypatch):
    ini = SimpleNamespace(lanjutkan=lambda *_, **__: False)
    monkeypatch.setattr("asn_nilai.alur.riwayat.perubahan.register_periode", lambda _: ini)
    monkeypatch.setattr("asn_nilai.alur.riwayat.perubahan._unit_hilang", lambda *_: iter(()))
    riwayat = SimpleNamespace(pertama=True, berkas="riwayat/2026-01.jsonl", kota=None)
    aturan = SimpleNamespace(profil=SimpleNamespace(kode="a"))
    konteks = SimpleNamespace(riwayat=riwayat, skema=SimpleNamespace(unit={}), periode=JAN, aturan=aturan)
    assert kalimat(TulisGagalError, lambda: catat_perubahan(konteks, (), 0)) == (
        "Perintah lain menulis riwayat/2026-01.jsonl selagi Januari 2026 dihitung. Jalankan perintah ini lagi."
    )


def galat_sistem(nomor: int):
    def gagal(*_: object, **__: object):
        raise OSError(nomor, "x")

    return gagal


def test_register_yang_tidak_dapat_dibaca_atau_ditulisi(tmp_path, monkeypatch):
    ruang = SimpleNamespace(
        akar=tmp_path,
        folder_riwayat=tmp_path / "riwayat",
        relatif=lambda ini: ini.relative_to(tmp_path).as_posix(),
    )
    (tmp_path / "riwayat").mkdir()
    milik = register.Register(ruang, "2026-01")
    milik.berkas.write_bytes(b"")
    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "read_bytes", galat_sistem(errno.EACCES))
        assert kalimat(PenggunaanError, milik._isi) == (
            "riwayat/2026-01.jsonl tidak dapat dibaca (tidak diizinkan). Tutup program yang membukanya atau periksa izinnya, lalu jalankan lagi."
        )
    with monkeypatch.context() as tambal:
        tambal.setattr(Path, "iterdir", galat_sistem(errno.EACCES))
        assert kalimat(PenggunaanError, lambda: isi_riwayat(ruang)) == (
            f"Folder riwayat di {tmp_path} tidak dapat dibaca (tidak diizinkan). Mintalah hak membaca dan menulis folder itu, lalu jalankan lagi."
        )
    for nomor, sebab, saran in (
        (errno.EROFS, "tempatnya hanya boleh dibaca", "Periksa disk, jaringan, dan hak menulis di situ"),
        (errno.ENOSPC, "disk penuh", "Kosongkan ruang di disk"),
        (None, "dipakai perintah lain", "Tunggu sampai selesai"),
    ):
        with monkeypatch.context() as tambal:
            tambal.setattr("filelock.FileLock.acquire", galat_sistem(nomor) if nomor else tak_kunjung)
            assert kalimat(TulisGagalError, lambda: digenggam(milik._induk).__enter__()) == (
                f"{tmp_path / 'riwayat'} tidak dapat ditulisi ({sebab}). {saran}, lalu jalankan lagi."
            )


def test_versi_terkunci_yang_hilang_disebut(tmp_path):
    (tmp_path / "v1").mkdir()
    (tmp_path / "v1/manifes.json").write_bytes(b"{}")
    ini = SimpleNamespace(folder=tmp_path, nama="2026-01")
    kunci = {"1": register.sidik_tersimpan(tmp_path / "v1/manifes.json"), "2": "lain"}
    assert [*register.Register._versi_hilang(ini, SimpleNamespace(kunci=kunci))] == [
        "mencatat versi 2 yang dikunci, tetapi 2026-01/v2 tidak ada atau bukan lagi yang dikunci"
    ]


def tak_kunjung(*_: object, **__: object):
    raise TimeoutError


PANJANG = "C:/" + "x" * 257


@pytest.mark.parametrize(
    ("galat", "sebab", "saran"),
    [
        (OSError(errno.ENOSPC, "x"), "disk penuh", "Kosongkan ruang di disk, lalu jalankan lagi."),
        (
            PermissionError(errno.EACCES, "x", "nilai.xlsx"),
            "nilai.xlsx: tidak diizinkan",
            "Tutup program yang memakainya atau mintalah hak membaca dan menulis di situ, lalu jalankan lagi.",
        ),
        (
            FileNotFoundError(errno.ENOENT, "x", PANJANG),
            f"{PANJANG}: tidak ada",
            "Jalurnya 260 huruf: pindahkan ruang kerja ke folder yang jalurnya pendek, misalnya C:/kinerja, lalu jalankan lagi.",
        ),
    ],
)
def test_versi_yang_tidak_dapat_disimpan(tmp_path, monkeypatch, galat, sebab, saran):
    def gagal(*_, **__):
        raise galat

    monkeypatch.setattr(versi, "folder_versi", lambda *_: tmp_path / "v2")
    monkeypatch.setattr(versi, "_salin", gagal)
    ruang, ini = SimpleNamespace(akar=tmp_path), SimpleNamespace(versi=2, masukan={"skema.xlsx": ""})
    assert kalimat(TulisGagalError, lambda: versi.simpan_versi(ruang, JAN, ini)) == (
        f"Versi 2 tidak dapat disimpan di {tmp_path / 'v2'} ({sebab}). Tidak ada yang dikunci. {saran}"
    )


def test_hasil_antara_yang_tidak_muat(monkeypatch):
    titipan = Titipan()
    titipan.titip("A", {"a": 1, "b": [2]})
    titipan.titip("A", {"a": 3})
    assert [titipan.ambil("A", nama) for nama in "ab"] == [3, [2]]
    assert [[*titipan.semua("BA", nama)] for nama in "bc"] == [[[2]], []]
    monkeypatch.setattr(titipan._wadah, "write", galat_sistem(errno.ENOSPC))
    assert kalimat(TulisGagalError, lambda: titipan.titip("A", {"c": 4})) == (
        "Hasil antara tidak dapat disimpan di folder sementara komputer ini (disk penuh). Kosongkan ruang di disk, lalu jalankan lagi."
    )


@pytest.mark.parametrize("ada", [tuple(range(1, 13)), (1, 12), ()])
def test_setiap_bulan_yang_dihitung_diperiksa_untuk_surat_setahun(tmp_path, monkeypatch, ada):
    for nomor in ada:
        (tmp_path / f"2026-{nomor:02}").mkdir()
        (tmp_path / f"2026-{nomor:02}/nilai.csv").touch()
    ruang = SimpleNamespace(tahun=2026, folder_hasil=lambda periode: tmp_path / periode.kode)
    diperiksa, seaturan = [], []
    monkeypatch.setattr(isi_surat, "periksa_ada", lambda konteks: diperiksa.append(konteks.periode.kode))
    monkeypatch.setattr(isi_surat, "periksa_seaturan", lambda konteks: seaturan.append(konteks.periode.kode))
    monkeypatch.setattr(isi_surat, "PembacaSetahun", lambda _: "pembaca")
    monkeypatch.setattr(isi_surat, "replace", lambda konteks, **_: konteks)
    monkeypatch.setattr(isi_surat, "versi_hasil", lambda _: None)
    monkeypatch.setattr(isi_surat, "_kop", lambda *_: {})
    setahun = SimpleNamespace(
        ruang=ruang,
        periode=SimpleNamespace(kode="2026"),
        pada=lambda periode: SimpleNamespace(ruang=ruang, periode=periode),
    )
    assert isi_surat._setahun(setahun, None) == ("pembaca", {})
    assert diperiksa == [f"2026-{nomor:02}" for nomor in ada]
    assert seaturan == ["2026", *diperiksa]
