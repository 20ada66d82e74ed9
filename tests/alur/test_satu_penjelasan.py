"""One explanation: unit page, card, terminal and JSON say the same sentences of an ASN's score, one by one."""

import html
import json
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from isi_html import isi
from janji_berkas import Setoran, baca
from laju import bertingkat

from asn_nilai.acuan.profil.muat_aturan import muat_aturan
from asn_nilai.acuan.temuan import Letak

JUNI, MEI = "2026-06", "2026-05"
LAIN = bertingkat(("kemenkeu-127-2026", "bukittinggi", "pp-30-2019"), 1)
"""The profiles valid in the example's year beside its own."""
KELUHAN = "198812162011122906"
"""An ASN who may and did receive one complaint in June."""
_BULAN_KARTU = 3
"""Months of which the card shows every cell and how they were joined."""
_DIBUKA_UNIT = 2
"""ASN of each unit who are looked at, beside all who moved or are not scored."""


@dataclass
class Wajah:
    """What one face says of one ASN.

    Attributes:
        bagian: the headings above each unit's indicators; none above a single unit's.
        hitungan: the working of each indicator, of all units in order.
        langkah: each step with its basis and certainty, `title`, `content basis (certainty)`.
        halangan: what keeps the ASN from being scored, `message place advice`.
    """

    bagian: list[str]
    hitungan: list[str]
    langkah: list[tuple[str, str]]
    halangan: list[str]


def rapat(teks: str) -> str:
    return " ".join(teks.split())


def hitungan(baris: dict, sel_terbanyak: int | None = None) -> str:
    """Return an indicator's working and how its months were joined; the card leaves that out of many months."""
    kalimat = f"{baris['kalimat']}; {baris['konversi']['isi']}" if baris["konversi"] else baris["kalimat"]
    ringkas = sel_terbanyak is not None and len(baris["bulan"]) > sel_terbanyak
    return kalimat if ringkas else rapat(f"{kalimat} {baris['penggabungan']}")


def dari_json(p: dict, sel_terbanyak: int | None = None) -> Wajah:
    bagian = p["bagian"]
    bernama = len(bagian) > 1 or any(milik["kode_unit"] != p["kode_unit"] for milik in bagian)
    return Wajah(
        [f"{milik['unit']}, {milik['bulan_dihitung']} bulan" for milik in bagian if bernama],
        [hitungan(baris, sel_terbanyak) for milik in bagian for baris in milik["baris"]],
        [(x["judul"], rapat(f"{x['isi']} {x['dasar']} ({x['status']})")) for x in p["langkah"]],
        [rapat(f"{t['pesan']} {t['letak']} {t['saran']}") for t in p["halangan"]],
    )


def dari_halaman(teks: str) -> Wajah:
    """Read the part of a page that speaks of one ASN."""
    tabel = re.findall(r'<table class="kerja">.*?<tbody>(.*?)</tbody>', teks, flags=re.DOTALL)
    baris = [b for badan in tabel for b in re.findall(r"<tr>(.*?)</tr>", badan, flags=re.DOTALL)]
    langkah = "".join(re.findall(r'<dl class="langkah">(.*?)</dl>', teks, flags=re.DOTALL))
    sebab = re.search(r"Mengapa belum dinilai:</p>(.*?)</div>", teks, flags=re.DOTALL)
    butir = re.findall(r"<li>(.*?)</li>", sebab[1], flags=re.DOTALL) if sebab else []
    return Wajah(
        [rapat(html.unescape(h)) for h in re.findall(r"<h3>(.*?, \d+ bulan)</h3>", teks)],
        [rapat(isi(b, "td")[2]) for b in baris],
        list(zip(isi(langkah, "dt"), map(rapat, isi(langkah, "dd")), strict=True)),
        [rapat(html.unescape(re.sub(r"<[^>]*>", " ", b))) for b in butir],
    )


def bagian_asn(halaman: str, nip: str) -> str:
    """Return what a unit's page unfolds beneath an ASN."""
    awal = halaman.index(f'<li id="a{nip}">')
    return halaman[awal : halaman.index("</details></li>", awal)]


def kalimat_terminal(p: dict) -> list[str]:
    """Return what the terminal must say, in its order: reasons, cells, working, steps, each with basis and certainty."""
    kalimat = [f"{t['kode']} {t['letak']}: {t['pesan']} → {t['saran']}" for t in p["halangan"]]
    judul = dari_json(p).bagian
    for nomor, milik in enumerate(p["bagian"]):
        kalimat += judul[nomor : nomor + 1]
        for baris in milik["baris"]:
            for bulan in baris["bulan"]:
                kalimat += [
                    bulan["sel_target"],
                    *([bulan["sel_realisasi"]] if bulan["sel_realisasi"] else []),
                ]
            dasar = f"({baris['dasar']}; {baris['status']})"
            kalimat.append(f"Capaian: {baris['kalimat']} {dasar}")
            if konversi := baris["konversi"]:
                kalimat.append(f"Nilai: {konversi['isi']} ({konversi['dasar']}; {konversi['status']})")
    kalimat += [
        f"{nomor}. {x['judul']}: {x['isi']} Dasar: {x['dasar']} ({x['status']})"
        for nomor, x in enumerate(p["langkah"], 1)
    ]
    return list(map(rapat, kalimat))


def periksa_terminal(teks: str, p: dict) -> None:
    """Find each sentence in its turn, and no other step or working."""
    rata, dari = rapat(teks), 0
    for kalimat in kalimat_terminal(p):
        letak = rata.find(kalimat, dari)
        assert letak >= 0, kalimat
        dari = letak + len(kalimat)
    assert rata.count(" Dasar: ") == len(p["langkah"])
    assert rata.count(" Capaian: ") == sum(len(milik["baris"]) for milik in p["bagian"])


def periksa_sel(halaman: str, p: dict) -> None:
    """Find the cells of every month beside its figure, and file and sheet beneath."""
    teks = rapat(html.unescape(halaman))
    badan = re.findall(r'<table class="kerja">.*?<tbody>(.*?)</tbody>', halaman, flags=re.DOTALL)
    tampil = [baris for isi_badan in badan for baris in isi(isi_badan, "tr")]
    semua = [baris for milik in p["bagian"] for baris in milik["baris"]]
    for teks_baris, baris in zip(tampil, semua, strict=True):
        for bulan in baris["bulan"]:
            for letak in filter(None, (bulan["sel_target"], bulan["sel_realisasi"])):
                tempat, _, sel = letak.rpartition(" › ")
                assert re.search(rf"\b{sel}\b", teks_baris), (letak, teks_baris)
                assert tempat in teks


def periksa_perilaku(halaman: str, terminal: str, p: dict) -> None:
    """Find each month's words of behaviour, with their cells, on the page and on the terminal."""
    badan = re.findall(r'<table class="perilaku">.*?<tbody>(.*?)</tbody>', halaman, flags=re.DOTALL)
    baris = [rapat(ini) for isi_badan in badan for ini in isi(isi_badan, "tr")]
    rata = rapat(terminal)
    assert len(baris) == len(p["perilaku"])
    for teks, milik in zip(baris, p["perilaku"], strict=True):
        assert teks.startswith(milik["bulan"])
        assert f"{milik['bulan']}: {milik['rating'] or 'tanpa rating'} Aspek: " in rata
        for sel in (*milik["aspek"], milik["pimpinan"], milik["catatan"]):
            assert rapat(sel["teks"]) in teks
            assert rapat(sel["teks"]) in rata
        for sel in (milik["aspek"][0], milik["aspek"][-1]):
            assert re.search(rf"\b{sel['sel'].rpartition(' › ')[2]}\b", teks)
        assert ("ketujuh aspek memberi" in teks) is milik["bertentangan"]


def periksa_catatan(kartu: str, p: dict) -> None:
    """Find on the card what was noticed about the ASN: the first kind in full, and of all the rest how many there are."""
    teks = rapat(html.unescape(re.sub(r"<[^>]*>", " ", kartu)))
    _, ada, catatan = teks.partition("Catatan pemeriksaan Catatan ini sendiri tidak mengubah nilai. ")
    assert bool(ada) is bool(p["catatan"])
    if p["catatan"]:
        assert catatan.startswith(rapat(f"{p['catatan'][0]['pesan']} {p['catatan'][0]['letak']}"))
        jenis = [k for k in dict.fromkeys(t["kode"] for t in p["catatan"]) if _pertama(p, k) in catatan]
        lagi = sum(map(int, re.findall(r"Dan (\d+) (?:lagi yang sejenis|catatan lain)", catatan)))
        assert len(jenis) + lagi == len(p["catatan"])


def _pertama(p: dict, kode: str) -> str:
    return next(rapat(f"{t['pesan']} {t['letak']}") for t in p["catatan"] if t["kode"] == kode)


@dataclass(frozen=True)
class Ruang:
    """A computed copy of the example city, to explain ASN in."""

    kota: Path
    jalankan: object

    def jelaskan(self, nip: str, *pilihan: str) -> tuple[dict, str, str]:
        """Return what JSON, terminal and card say."""
        perintah = ("jelaskan", nip, self.kota, *pilihan)
        p = json.loads(self.jalankan(*perintah, "--json")[1])
        terminal = self.jalankan(*perintah)[1]
        kartu = next(self.kota.glob(f"hasil/{p['periode'].replace(':', '_')}/kartu/kartu-{nip}.html"))
        return p, terminal, kartu.read_text(encoding="utf-8")

    def halaman(self, periode: str, unit: str, nip: str) -> str:
        teks = (self.kota / "hasil" / periode / unit / "ringkasan.html").read_text(encoding="utf-8")
        return bagian_asn(teks, nip)

    def periksa(self, nip: str, *pilihan: str) -> dict:
        """Hold the four faces of one ASN against each other; returns the explanation."""
        p, terminal, kartu = self.jelaskan(nip, *pilihan)
        halaman, harap = self.halaman(p["periode"], p["kode_unit"], nip), dari_json(p)
        assert dari_halaman(halaman) == harap
        assert dari_halaman(kartu) == dari_json(p, _BULAN_KARTU)
        periksa_catatan(kartu, p)
        periksa_terminal(terminal, p)
        periksa_sel(halaman, p)
        periksa_perilaku(halaman, terminal, p)
        dasar = {f"{baris['dasar']} ({baris['status']})" for milik in p["bagian"] for baris in milik["baris"]}
        assert all(d in html.unescape(muka) for d in dasar for muka in (halaman, kartu))
        return p


@pytest.fixture
def ruang(kota_terhitung, tmp_path, jalankan) -> Ruang:
    return Ruang(Path(shutil.copytree(kota_terhitung, tmp_path / "kota")), jalankan)


def macam(p: dict) -> set[str]:
    """Return which of the cases an explanation is."""
    teks = "\n".join([*dari_json(p).hitungan, *(isi_langkah for _, isi_langkah in dari_json(p).langkah)])
    kata = {
        "lantai": "di bawah lantai, dipakai 0",
        "plafon": "melampaui plafon, dipakai 120",
        "pimpinan": "ditulis pimpinan untuk",
        "aspek": "Rata-rata skor 7 aspek",
        "menunggu": "Menunggu rating perilaku",
        "pindah": "÷ 6 bulan =" if p["periode"].endswith("S1") else "÷ 3 bulan =",
    }
    return {p["status"], *(nama for nama, isi_kata in kata.items() if isi_kata in teks)}


def asn_contoh(kota: Path, periode: str) -> list[str]:
    """Return some ASN of each unit, and all who moved, are not scored or have a capped capaian."""
    semua, urut = baca(kota / "hasil" / periode / "nilai.csv"), Counter()
    rincian = baca(kota / "hasil" / periode / "rincian.csv")
    penuh = {baris["nip"] for baris in rincian if baris["capaian"] == "120"}
    dipilih = []
    for baris in semua:
        if baris["status"] == "Pindah":
            continue
        urut[baris["kode_unit"]] += 1
        pindah = any(lain["nip"] == baris["nip"] and lain["status"] == "Pindah" for lain in semua)
        belum = baris["status"] == "Belum Dinilai" and baris["kode_unit"] != "DPMPTSP"
        if pindah or belum or baris["nip"] in penuh or urut[baris["kode_unit"]] <= _DIBUKA_UNIT:
            dipilih.append(baris["nip"])
    return dipilih


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize(
    ("periode", "harus"),
    [
        (JUNI, {"Dinilai", "Belum Dinilai", "plafon", "pimpinan", "aspek", "menunggu"}),
        pytest.param("2026-T1", {"Dinilai", "pindah"}, marks=pytest.mark.menyeluruh),
        pytest.param(
            "2026-S1", {"Dinilai", "Belum Dinilai", "plafon", "pindah"}, marks=pytest.mark.menyeluruh
        ),
    ],
)
def test_halaman_kartu_terminal_dan_json_mengatakan_kalimat_yang_sama(ruang, periode, harus):
    bertemu = set()
    for nip in asn_contoh(ruang.kota, periode):
        bertemu |= macam(ruang.periksa(nip, "--periode", periode))
    assert bertemu >= harus


def test_capaian_di_bawah_lantai(ruang):
    pilihan = ("--periode", JUNI)
    keluhan = next(
        bulan for b in ruang.jelaskan(KELUHAN, *pilihan)[0]["bagian"][0]["baris"] if b["kode"] == "UMM-04"
        for bulan in b["bulan"]
    )  # fmt: skip
    assert (keluhan["target"], keluhan["realisasi"]) == (1, 1)
    berkas, lembar, sel = keluhan["sel_realisasi"].split(" › ")
    Setoran(ruang.kota).ketik({Letak(berkas, lembar, sel): 9})
    ruang.jalankan("hitung", ruang.kota, *pilihan, "--paralel", "1")
    p = ruang.periksa(KELUHAN, *pilihan)
    assert macam(p) >= {"lantai"}
    assert "(1 + (1 − 9 ÷ 1)) × 100 = -700; di bawah lantai, dipakai 0" in dari_json(p).hitungan


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize("periode", ["2026-T1", "2026-S1"])
def test_halaman_unit_asal_mengatakan_bagian_yang_sama_dari_yang_pindah(ruang, periode):
    pindah = [b for b in baca(ruang.kota / "hasil" / periode / "nilai.csv") if b["status"] == "Pindah"]
    assert pindah
    for baris in pindah:
        p = ruang.jelaskan(baris["nip"], "--periode", periode)[0]
        (milik,) = (bagian for bagian in p["bagian"] if bagian["kode_unit"] == baris["kode_unit"])
        asal = dari_halaman(ruang.halaman(periode, baris["kode_unit"], baris["nip"]))
        assert asal.hitungan == [hitungan(baris) for baris in milik["baris"]]
        semua = dari_json(p).langkah
        sendiri = ("Bulan menjadi satu angka", f"NHK di {baris['kode_unit']}")
        assert asal.langkah == [ini for ini in semua if ini[0] in sendiri]
        assert (asal.langkah[-1][0], asal.bagian, asal.halangan) == (sendiri[-1], [], [])


@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize("kode", LAIN)
def test_menurut_setiap_aturan_lain_yang_berlaku(kota, jalankan, kode):
    pilihan = ("--periode", MEI, "--aturan", kode)
    jalankan("hitung", kota, *pilihan, "--paralel", "1")
    ruang, berangka = Ruang(kota, jalankan), muat_aturan(kode).perilaku_angka
    langkah = set()
    for nip in asn_contoh(kota, MEI)[::4]:
        langkah |= {judul for judul, _ in dari_json(ruang.periksa(nip, *pilihan)).langkah}
    assert ("Nilai perilaku" in langkah) == berangka
    assert "Predikat" in langkah


@pytest.mark.menyeluruh
@pytest.mark.usefixtures("unit_sekali")
@pytest.mark.parametrize(("tahun", "kode"), [(2021, "permenpanrb-8-2021"), (2019, "perka-bkn-1-2013")])
def test_menurut_aturan_lampau(kota_tahun, jalankan, tahun, kode):
    kota = kota_tahun(tahun, kode)
    jalankan("hitung", kota, "--paralel", "1")
    ruang, konversi = Ruang(kota, jalankan), muat_aturan(kode).capaian.konversi is not None
    assert konversi == (kode == "permenpanrb-8-2021")
    for nip in asn_contoh(kota, f"{tahun}-05")[::5]:
        ruang.periksa(nip)
