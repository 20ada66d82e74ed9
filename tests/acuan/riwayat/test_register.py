"""The ledger: what two states differ in, lines chained to each other, and what all of them say together."""

import hashlib
import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_nilai.acuan.riwayat.catatan import Catatan, Rantai, rangkum, sambung, terapkan
from asn_nilai.acuan.riwayat.kata_perubahan import (
    kalimat_dampak,
    kalimat_koreksi,
    kalimat_perubahan,
    kalimat_saat_dikunci,
    kata_nilai,
)
from asn_nilai.acuan.riwayat.keadaan import (
    TIDAK_ADA,
    Beda,
    Isi,
    Kunci,
    bandingkan,
    baris_keadaan,
    pisahkan_ruas,
    tulis_keadaan,
)
from asn_nilai.acuan.riwayat.riwayat import Riwayat, Selisih, selisih_keadaan
from asn_nilai.acuan.riwayat.versi import VersiTerkunci, kode_pendek

A, B = Kunci("target", "U", "1", "K"), Kunci("indikator", "", "", "K", "Polaritas")
POLA = Catatan("2026-06-01T08:00:00+07:00", "asn-nilai 1", "aturan", "", "", "target")


def catatan(kunci, semula, menjadi, **lain):
    beda = Beda(kunci, semula, menjadi, "s")
    lama, baru = beda.tertulis
    return Catatan(
        lain.pop("waktu", "w"), "p", "a", lain.pop("versi", ""), lain.pop("alasan", ""), kunci.apa, kunci.kode_unit,
        kunci.nip, kunci.kode_indikator, lama, baru, "s",
    )  # fmt: skip


def rantai(*semua):
    teks = "".join(f"{baris}\n" for baris in sambung(semua, ""))
    return Rantai.baca(teks.encode())


def test_yang_pergi_yang_datang_dan_yang_berganti():
    lama = {A: Isi("80", "L9"), B: Isi("Maksimal", "F5")}
    baru = {B: Isi("Minimal", "F6"), Kunci("nhk", "U", "1"): Isi("90")}
    assert list(bandingkan(lama, baru)) == [
        Beda(A, "80", TIDAK_ADA, "L9"),
        Beda(B, "Maksimal", "Minimal", "F6"),
        Beda(Kunci("nhk", "U", "1"), TIDAK_ADA, "90", ""),
    ]
    assert list(bandingkan(lama, {A: Isi("80", "lain"), B: Isi("Maksimal", "lain")})) == []


def test_yang_beruas_menyebut_ruasnya():
    assert Beda(B, "Maksimal", TIDAK_ADA, "").tertulis == ("Polaritas: Maksimal", TIDAK_ADA)
    assert Beda(A, "80", "70", "").tertulis == ("80", "70")
    assert pisahkan_ruas("indikator", "Polaritas: a: b") == ("Polaritas", "a: b")
    assert pisahkan_ruas("target", "a: b") == ("", "a: b")
    assert pisahkan_ruas("realisasi", "Penyebut: 1720") == ("Penyebut", "1720")
    assert pisahkan_ruas("realisasi", "Jan: 5") == ("", "Jan: 5")
    assert pisahkan_ruas("pegawai", "Menilai diri sendiri: NIP Atasan kosong") == (
        "Menilai diri sendiri",
        "NIP Atasan kosong",
    )
    assert pisahkan_ruas("pegawai", "PNS; IV/a; Kepala: UPT") == ("", "PNS; IV/a; Kepala: UPT")


@pytest.mark.parametrize(
    "kunci",
    [
        A,
        B,
        Kunci("realisasi", "U", "1", "K", "Pembilang"),
        Kunci("realisasi", "U", "1", "K"),
        Kunci("perilaku", "U", "1", "", "Akuntabel"),
        Kunci("status", "U", "1"),
    ],
)
@pytest.mark.parametrize(("semula", "menjadi"), [("x", "y"), (TIDAK_ADA, "y"), ("x", TIDAK_ADA)])
def test_catatan_tahu_tentang_apa_dan_apa_isinya(kunci, semula, menjadi):
    ini = catatan(kunci, semula, menjadi)
    assert (ini.kunci, ini.nilai_baru) == (kunci, menjadi)


isi_acak = st.dictionaries(st.sampled_from([A, B, Kunci("nhk", "U", "1"), Kunci("perilaku", "U", "1", "", "Loyal")]),
                           st.sampled_from(["1", "2", "a: b"]).map(Isi))  # fmt: skip


@given(st.lists(isi_acak, min_size=1, max_size=5))
def test_keadaan_awal_dengan_semua_catatan_memberi_keadaan_terakhir(deret):
    semua, kini = [], deret[0]
    for berikut in deret[1:]:
        semua += [catatan(beda.kunci, beda.semula, beda.menjadi) for beda in bandingkan(kini, berikut)]
        kini = berikut
    akhir = terapkan(dict(deret[0]), semua)
    assert {kunci: isi.nilai for kunci, isi in akhir.items()} == {
        kunci: isi.nilai for kunci, isi in kini.items()
    }
    beda = {b.kunci: b.tertulis for b in bandingkan(deret[0], kini)}
    assert {p.kunci: (p.semula, p.menjadi) for p in rangkum(semua)} == beda


def test_baris_berisi_kunci_kontrak_dan_sidik_baris_sebelumnya():
    teks = list(sambung([POLA, POLA], "awal"))
    assert list(json.loads(teks[0])) == [
        "waktu", "program", "aturan", "versi", "alasan", "apa", "kode_unit", "nip", "kode_indikator", "semula", "menjadi",
        "sel", "sebelum",
    ]  # fmt: skip
    assert json.loads(teks[0])["sebelum"] == "awal"
    assert json.loads(teks[1])["sebelum"] == hashlib.sha256(teks[0].encode()).hexdigest()


@pytest.mark.parametrize(
    ("rusak", "putus"),
    [
        (lambda b: b, ()),
        (lambda b: b[1:], (1,)),
        (lambda b: [b[0], b[2]], (2,)),
        (lambda b: [b[0], b[2], b[1]], (2, 3)),
        (lambda b: [b[0].replace(b"asn-nilai 1", b"asn-nilai 2"), *b[1:]], (2,)),
        (lambda b: [*b, b"bukan json"], (4,)),
        (lambda b: [*b, b"[1]"], (4,)),
        (lambda b: [*b, b'{"apa": 1}'], (4,)),
        (lambda b: [*b, b'{"asing": "x"}'], (4,)),
    ],
)
def test_rantai_yang_putus_disebut_barisnya(rusak, putus):
    baris = [teks.encode() for teks in sambung([POLA] * 3, "")]
    assert Rantai.baca(b"\n".join(rusak(baris))).putus == putus
    assert Rantai().terakhir == ""


def test_register_yang_tidak_utuh_menjadi_satu_temuan():
    utuh = Riwayat("riwayat/2026-05.jsonl", rantai(POLA))
    assert utuh.temuan == ()
    (temuan,) = Riwayat("riwayat/2026-05.jsonl", Rantai.baca(b"x"), ("hilang",)).temuan
    assert (temuan.kode, temuan.letak.berkas) == ("riwayat-tidak-utuh", "riwayat/2026-05.jsonl")
    assert "baris 1 tidak menyambung baris sebelumnya; hilang" in temuan.pesan


def kunci_versi(versi):
    return Catatan("w", "p", "a", versi, "", "kunci")


def test_perubahan_dihitung_sejak_versi_1_dikunci():
    pertama = catatan(A, "80", "70")
    riwayat = Riwayat("r", rantai(pertama, kunci_versi("1"), catatan(A, "70", "60"), kunci_versi("2")))
    (ini,) = riwayat.perubahan(Selisih("U"))
    assert (ini.semula, ini.menjadi) == ("70", "60")
    (ini,) = Riwayat("r", rantai(pertama)).perubahan(Selisih("U"))
    assert (ini.semula, ini.menjadi) == ("80", "70")
    assert Riwayat("r", rantai(pertama), dikunci=True).perubahan(Selisih("U")) == ()


def test_catatan_dipilah_menurut_unit_dan_hitungan_pertama_tersendiri():
    pertama = Catatan("w", "p", "a", "", "", "hitungan-pertama", menjadi="awal-1.zip 00")
    riwayat = Riwayat("r", rantai(pertama, catatan(A, "80", "70"), kunci_versi("1"), catatan(B, "x", "y")))
    assert [ini.menjadi for ini in riwayat.pertama] == ["awal-1.zip 00"]
    assert {kode: [ini.kunci for ini in semua] for kode, semua in riwayat.menurut_unit.items()} == {
        "U": [A],
        "": [B],
    }


def test_yang_ditambahkan_hitungan_ini_memakai_versi_dan_alasannya():
    riwayat = Riwayat("r", rantai(catatan(A, "80", "70")), versi="2", alasan="salah")
    (ini,) = riwayat.perubahan(Selisih("U", (Beda(A, "70", "60", "L9"),)))
    assert (ini.semula, ini.menjadi, ini.waktu, ini.versi, ini.alasan) == ("80", "60", "", "2", "salah")
    assert riwayat.perubahan(Selisih("U", (Beda(A, "70", "80", "L9"),))) == ()


def test_keadaan_tersimpan_sebagai_baris_yang_dapat_dibaca_kembali():
    keadaan = {
        A: Isi("80", "L9"),
        Kunci("perilaku", "U", "1", "", "Catatan"): Isi('baik, "sekali"\r\ndan rajin'),
    }
    assert list(baris_keadaan(tulis_keadaan(keadaan))) == [
        ["target", "1", "K", "", "80", "L9"],
        ["perilaku", "1", "", "Catatan", 'baik, "sekali"\r\ndan rajin', ""],
    ]


def test_unit_yang_belum_tercatat_memberi_keadaan_awal():
    baru = {A: Isi("80")}
    assert selisih_keadaan("U", None, baru, ()) == Selisih("U", pertama=tulis_keadaan(baru))


def test_kiriman_pertama_unit_yang_dinilai_sebelum_menyetor_adalah_keadaan_awal():
    status, nhk, realisasi = (Kunci(apa, "U", "1") for apa in ("status", "nhk", "realisasi"))
    lama = {A: Isi("80"), status: Isi("Belum Dinilai")}
    baru = {A: Isi("70"), status: Isi("Dinilai"), nhk: Isi("90"), realisasi: Isi("7")}
    selisih = selisih_keadaan("U", lama, baru, ())
    assert selisih.beda == (Beda(A, "80", "70", ""),)
    pertama = {status: Isi("Dinilai"), nhk: Isi("90"), realisasi: Isi("7")}
    assert selisih.pertama == tulis_keadaan(pertama)
    del pertama[status]
    assert selisih_keadaan("U", lama, baru, {status}).pertama == tulis_keadaan(pertama)
    assert selisih_keadaan("U", baru, lama, ()).pertama is None


def test_nilai_dalam_kata_memakai_koma():
    assert kata_nilai("96.81") == "96,81"
    assert kata_nilai("Jan 92.3; Feb–Mar 86") == "Jan 92,3; Feb–Mar 86"
    assert kata_nilai("SK 1.2.3 dan v0.1") == "SK 1.2.3 dan v0.1"


@pytest.mark.parametrize("apa", ["target", "bobot", "realisasi"])
@pytest.mark.parametrize(
    ("tertulis", "kata"),
    [
        ("1250000000000", "1.250.000.000.000"),
        ("-1000000.25", "-1.000.000,25"),
        ("-0.5", "-0,5"),
        ("999", "999"),
        ("Jan 92.3; Feb–Mar 86000", "Jan 92,3; Feb–Mar 86.000"),
        ("tidak ada", "tidak ada"),
        ("2026-01", "2026-01"),
        ("80–9000", "80–9000"),
    ],
)
def test_angka_yang_berubah_ditulis_dengan_titik_ribuan(apa, tertulis, kata):
    assert kata_nilai(tertulis, apa) == kata


def test_kode_dan_tahun_di_register_tidak_diberi_titik_ribuan():
    """Of a person or a rule a row of digits may be a unit's code."""
    assert kata_nilai("1375010201", "pegawai") == "1375010201"


def test_kalimat_penutup_menghitung_dan_menyebut_siapa_berganti_predikat():
    semua = rangkum([catatan(A, "80", "70"), catatan(Kunci("nhk", "U", "1"), "80", "90")])
    assert kalimat_perubahan((), {}, terkunci=False) == ""
    assert kalimat_perubahan(semua, {}, terkunci=False) == (
        "Berubah sejak hitungan pertama: 1 masukan, 1 hasil (perubahan.csv). Tidak ada yang berganti predikat."
    )
    assert kalimat_saat_dikunci((), {}) == ""
    assert kalimat_saat_dikunci(
        rangkum([catatan(Kunci("predikat", "U", "1"), "Kurang", "Baik")]), {"1": "Ani"}
    ) == (
        "Dihitung lagi dari masukan yang sekarang sebelum dikunci, dan berubah: 0 masukan, 1 hasil (asn-nilai riwayat). "
        "Berganti predikat: Ani, 1 (U) Kurang → Baik."
    )
    predikat = [catatan(Kunci("predikat", "U", str(n)), "Kurang", "Baik") for n in range(12)]
    assert kalimat_perubahan(rangkum(predikat), {"0": "Ani"}, terkunci=True) == (
        "Berubah sejak versi 1 dikunci: 0 masukan, 12 hasil (perubahan.csv). Berganti predikat: Ani, 0 (U) Kurang → Baik; "
        + "; ".join(f"{n} (U) Kurang → Baik" for n in range(1, 10))
        + "; dan 2 ASN lagi."
    )


def test_yang_nilainya_turun_tanpa_berganti_predikat_disebut():
    """A correction for one may be at another's cost, also where no predikat shows it."""
    semua = rangkum(
        [
            catatan(Kunci("nhk", "U", "1"), "82.17", "90.2"),
            catatan(Kunci("nhk", "U", "2"), "104.08", "101.1"),
            catatan(Kunci("nhk", "U", "3"), "91", "89.99"),
            catatan(Kunci("predikat", "U", "3"), "Baik", "Butuh Perbaikan"),
            catatan(Kunci("nhk", "U", "4"), "91", "tidak ada"),
        ]
    )
    assert kalimat_dampak(semua, {"2": "Budi", "3": "Cici"}) == (
        "Berganti predikat: Cici, 3 (U) Baik → Butuh Perbaikan. NHK turun, predikat tetap: Budi, 2 (U) 104,08 → 101,1."
    )
    assert kalimat_perubahan(semua, {}, terkunci=True).endswith(
        " NHK turun, predikat tetap: 2 (U) 104,08 → 101,1."
    )
    banyak = [catatan(Kunci("nhk", "U", str(n)), "91", "90") for n in range(12)]
    assert kalimat_dampak(rangkum(banyak), {}).endswith("; 9 (U) 91 → 90; dan 2 ASN lagi.")


def test_koreksi_berikutnya_menyebut_yang_diubahnya_sendiri():
    aspek = catatan(Kunci("perilaku", "U", "1", "", "Akuntabel"), "Akuntabel: 80", "Akuntabel: 90")
    assert kalimat_koreksi(rangkum([aspek]), {}, "2") == (
        "Koreksi ini saja, sejak versi 2: 1 masukan, 0 hasil. Tidak ada nilai yang berubah karenanya."
    )
    nhk = catatan(Kunci("nhk", "U", "1"), "90", "80")
    assert kalimat_koreksi(rangkum([aspek, nhk]), {"1": "Ani"}, "2") == (
        "Koreksi ini saja, sejak versi 2: 1 masukan, 1 hasil. Tidak ada yang berganti predikat. "
        "NHK turun, predikat tetap: Ani, 1 (U) 90 → 80."
    )


def test_yang_pindah_unit_disebut_sekali_dan_hanya_bila_predikatnya_lain():
    def predikat(unit, nip, semula, menjadi):
        return catatan(Kunci("predikat", unit, nip), semula, menjadi)

    tidak = "tidak ada"
    semua = [
        predikat("U", "1", "Baik", tidak), predikat("V", "1", tidak, "Baik"),
        predikat("U", "2", "Baik", tidak), predikat("V", "2", tidak, "Kurang"),
        predikat("U", "3", "Baik", tidak),
        predikat("V", "4", "Baik", "Kurang"), predikat("U", "4", "Kurang", tidak),
    ]  # fmt: skip
    assert kalimat_perubahan(rangkum(semua), {"2": "Budi", "3": "Cici"}, terkunci=False).endswith(
        "Berganti predikat: Budi, 2 (U → V) Baik → Kurang; Cici, 3 (U) Baik → tidak ada; 4 (V) Baik → Kurang; "
        "4 (U) Kurang → tidak ada."
    )


def test_kode_pendek_bergantung_pada_masukan_nilai_dan_rincian():
    dasar = kode_pendek({"a": "1", "b": "2"}, ("n", "r"))
    assert dasar == kode_pendek({"b": "2", "a": "1"}, ("n", "r"))
    lain = [kode_pendek({"a": "1", "b": "3"}, ("n", "r")), kode_pendek({"a": "1", "b": "2"}, ("m", "r")),
            kode_pendek({"a": "1", "b": "2"}, ("n", "s")), kode_pendek({"a": "1"}, ("n", "r"))]  # fmt: skip
    assert len({dasar, *lain}) == 5
    assert set(dasar.replace("-", "")) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    assert (len(dasar), dasar[4]) == (9, "-")


def test_versi_menyebut_dirinya_dengan_atau_tanpa_nomor():
    versi = VersiTerkunci("2026-05", "1", "K7QD-3MPX", "", "2026-06-03", "", "w", "p", "a")
    assert versi.tulisan == "versi 1 · kode K7QD-3MPX · 3 Juni 2026"
    bernomor = VersiTerkunci("2026-05", "2", "K7QD-3MPX", "800/1", "2026-06-03", "", "w", "p", "a")
    assert bernomor.tulisan == "versi 2 · kode K7QD-3MPX · nomor 800/1 · 3 Juni 2026"


def test_manifes_kunci_program_yang_lebih_baru_tetap_kunci():
    versi = VersiTerkunci(
        "2026-05", "1", "K7QD-3MPX", "", "2026-06-03", "", "w", "p", "a", keluaran={"a": "b"}
    )
    assert VersiTerkunci.dari_json(json.dumps({**asdict(versi), "kelak": ["lain"]}).encode()) == versi


@pytest.mark.parametrize(
    ("ruas", "isi"),
    [
        (None, ["2026-05"]),
        ("versi", 1),
        ("keluaran", "a"),
        ("keluaran", {"a": 1}),
        ("nomor", {}),
        ("tanggal", "3 Juni 2026"),
        ("periode", "2026-13"),
    ],
)
def test_yang_bukan_manifes_kunci_ditolak(ruas, isi):
    versi = VersiTerkunci("2026-05", "1", "K7QD-3MPX", "", "2026-06-03", "", "w", "p", "a")
    with pytest.raises(ValueError):  # noqa: PT011 - of several kinds
        VersiTerkunci.dari_json(json.dumps({**asdict(versi), ruas: isi} if ruas else isi).encode())


@pytest.mark.parametrize(
    ("waktu", "lama", "mundur"),
    [
        ("2026-06-01T08:00:00+07:00", "2026-06-01T09:00:01+07:00", True),
        ("2026-06-01T08:00:00+07:00", "2026-06-01T09:00:00+07:00", False),  # clocks that are an hour apart
        ("2026-06-01T08:00:00+07:00", "2026-06-01T04:00:00+00:00", True),
        ("2026-06-01T08:00:00", "2026-06-01T09:30:00+07:00", False),  # without its zone nobody can say
        ("entah", "2026-06-01T09:30:00+07:00", False),
    ],
)
def test_jam_yang_mundur(waktu, lama, mundur):
    baru, dulu = (Catatan(w, "p", "a", "", "", "target") for w in (waktu, lama))
    assert baru.mendahului(dulu) is mundur


def test_yang_dihitung_sebagai_catatan_hanya_yang_ditulis_hitungan():
    apa = ["hitungan-pertama", "target", "kunci", "putus", "nhk"]
    assert Rantai(tuple(Catatan("w", "p", "a", "", "", ini) for ini in apa)).banyak == 3


@pytest.mark.parametrize(
    ("tersendiri", "kata"),
    [(0, "Semua catatannya ada juga di sana."), (3, "3 catatannya tidak ada di sana.")],
)
def test_salinan_kedua_disebut_beserta_yang_hanya_ada_padanya(tersendiri, kata):
    salinan = Riwayat(
        "riwayat/2026-05-HR.jsonl", salinan_dari="riwayat/2026-05.jsonl", tersendiri=tersendiri, rusak=("x",)
    )
    (ini,) = salinan.temuan
    assert (ini.kode, ini.letak.berkas) == ("riwayat-bersalinan", "riwayat/2026-05-HR.jsonl")
    assert ini.pesan.endswith(f"Yang berlaku hanya riwayat/2026-05.jsonl. {kata}")
