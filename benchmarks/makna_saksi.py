"""The clerk: reads printed pages with an eye of its own and tells which figures they say, and where nobody could tell.

It knows the labels of the example city and a few dozen words by which offices change their meaning. Where a page leaves room for
doubt it says so; the program must then have found something as well.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from makna_cetak import Halaman, SelCetak

BULAN = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_KATA = re.compile(r"[a-z]+|\d+|%")
_ANGKA_CETAK = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.(\d+))?|-?\d+(?:\.(\d+))?")
_ANGKA_KETIK = re.compile(r"(-?\d+(?:\.\d{3})*)(?:,(\d+))?")
_ANGKA_BENTUK = re.compile(r"(-?\d+(?:\.(\d+))?E([+-]\d+))|(?:(\d+) )?(\d+)/(\d+)")
_TIDAK_JUDUL = re.compile(
    r"\b(?:dicetak|nomor|peraturan|perwako|tanggal|keterangan|catatan)\b", re.IGNORECASE
)
_JUMLAH = re.compile(
    r"s\.?d\.?\b|s/d|sampai|kumulatif|triwulan|semester|\btw\b|tahunan|dalam ribuan|rekap",
    re.IGNORECASE,
)
_LAIN = frozenset(
    ["lalu", "sebelum", "semula", "lama", "mandiri", "rencana", "awal", "murni", "selisih", "tahunan", "usulan", "kumulatif", "pegawai", "total",
        "%", "rata",
    ]
)  # fmt: skip
_MAKSUD = frozenset(["ini", "menjadi", "baru", "setelah", "atasan"])
_WAJAR = frozenset(["bulan", "tahun", "diisi", "unit", "angka", "perubahan", "a", "b"])
_RATING = {"di atas ekspektasi": 3, "sesuai ekspektasi": 2, "di bawah ekspektasi": 1}
_NAMA_RATING = {nilai: nama for nama, nilai in _RATING.items()}
_ASPEK = ("berorientasi pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif")
_KOSONG = frozenset({"", "-", "–"})


class RaguError(Exception):
    """The clerk cannot tell."""


@dataclass
class Terlihat:
    """What the pages say of one ASN: figures by code as (number, decimals seen), the rating; `ragu` why nobody can tell."""

    angka: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)
    rating: str = ""
    ragu: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Waktu:
    """The month that is asked for."""

    tahun: int
    bulan: int

    @property
    def nama(self) -> str:
        """Return the month's name in small letters."""
        return BULAN[self.bulan - 1]


def lihat(
    target: Mapping[str, Halaman], capaian: Mapping[str, Halaman], waktu: Waktu, satuan: Mapping[str, str]
) -> tuple[dict[str, Terlihat], list[str], list[str]]:
    """Return what is seen of each NIP, and what leaves everything in doubt: of hasil kerja, and of behaviour."""
    hasil: dict[str, Terlihat] = {}
    ragu: list[str] = []
    for halaman, nama, label in (
        (target, "target", ("bobot", waktu.nama)),
        (capaian, "capaian", ("realisasi",)),
    ):
        try:
            _lihat_angka(_pilih(halaman, nama, waktu), nama, label, waktu, satuan, hasil)
        except RaguError as galat:
            ragu.append(f"{nama}: {galat}")
    ragu_perilaku: list[str] = []
    try:
        _lihat_perilaku(_pilih(capaian, "perilaku", waktu), waktu, hasil)
    except RaguError as galat:
        ragu_perilaku.append(f"perilaku: {galat}")
    return hasil, ragu, ragu_perilaku


def _pilih(semua: Mapping[str, Halaman], nama: str, waktu: Waktu) -> Halaman:
    """Return the page of a form; in doubt where several may be it, or none is shown."""
    cocok = [
        lembar for lembar in semua if nama in lembar.casefold() and "rekap" not in lembar.casefold()
    ] or ([""] if "" in semua else [])
    if len(cocok) != 1:
        raise RaguError(f"lembar {cocok or list(semua)}")
    _periksa_waktu(cocok[0], waktu, bulanan=nama != "target")
    return semua[cocok[0]]


def _periksa_waktu(teks: str, waktu: Waktu, *, bulanan: bool) -> None:
    kata = _KATA.findall(teks.casefold())
    bulan = {b for b in BULAN if b in kata} | {waktu.nama for k in kata if k == waktu.nama[:3]}
    tahun = {int(k) for k in kata if len(k) == 4 and k.startswith("20") and k.isdigit()}
    if (bulanan and bulan - {waktu.nama}) or tahun - {waktu.tahun}:
        raise RaguError(f"'{teks}' menyebut waktu lain")
    if bulanan and _JUMLAH.search(teks) and not _bagian_ini(kata, waktu):
        raise RaguError(f"'{teks}' bukan sebulan")


def _bagian_ini(kata: Sequence[str], waktu: Waktu) -> bool:
    """Tell whether a quarter or half is named that holds the month, and nothing is added up."""
    nomor = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
    for jenis, ke in pairwise(kata):
        panjang = {"triwulan": 3, "tw": 3, "semester": 6}.get(jenis)
        if panjang and nomor.get(ke) == (waktu.bulan - 1) // panjang + 1:
            return not {"kumulatif", "sampai"}.intersection(kata)
    return False


def _kepala(halaman: Halaman, waktu: Waktu, *, bulanan: bool) -> tuple[int, dict[int, list[str]]]:
    """Return the last row of the header, and each column's labels from top to bottom; what stands above is weighed."""
    for nomor, baris in enumerate(halaman[:30]):
        teks = [sel.teks.casefold() for sel in baris]
        if "nip" not in teks:
            continue
        for sel in {id(s): s for b in halaman[:nomor] for s in b}.values():
            if not _TIDAK_JUDUL.search(sel.teks):
                _periksa_waktu(sel.teks, waktu, bulanan=bulanan)
        label = {kolom: [sel.teks] if sel.teks else [] for kolom, sel in enumerate(baris)}
        akhir = nomor
        bawah = halaman[nomor + 1] if nomor + 1 < len(halaman) else []
        letak_nip = teks.index("nip")
        anak = bool(bawah) and (bawah[letak_nip] is baris[letak_nip] or not bawah[letak_nip].teks)
        anak = anak and any(sel.teks for sel in bawah) and not any(sel.angka for sel in bawah)
        if anak:
            akhir += 1
            for kolom, sel in enumerate(bawah):
                if sel.teks and sel is not baris[kolom]:
                    di_atas = label[kolom] or (
                        label.get(kolom - 1, [])[:1] if baris[kolom].gabung == (1, 1) else []
                    )
                    label[kolom] = [*di_atas, sel.teks]
        return akhir, label
    raise RaguError("kepala tabel tidak tampak")


def _golongan(label: Sequence[str], dicari: str, waktu: Waktu, satuan: set[str]) -> bool | None:
    """Tell whether a column is the one looked for; None where it may be. Raises KeyError where it is another altogether."""
    kata = [k for teks in label for k in _KATA.findall(teks.casefold())]
    pokok = {"rating perilaku": ["rating", "perilaku"], waktu.nama: [waktu.nama[:3]]}.get(
        dicari, dicari.split()
    )
    if dicari == waktu.nama:
        kata = [k[:3] if k == waktu.nama else k for k in kata]
    if not any(kata[i : i + len(pokok)] == pokok for i in range(len(kata))):
        raise KeyError
    sisa = [k for k in kata if k not in pokok and not (k == "%" and dicari == "bobot")]
    if _bagian_ini(sisa, waktu) and dicari == waktu.nama:
        return True  # a quarter or half that holds the month
    if dicari in {*_ASPEK, "rating perilaku"} and sisa in (["1", "100"], ["0", "120"]):
        return True  # the scale of numbers
    if "target" in sisa and dicari == "realisasi":
        raise KeyError
    if _LAIN.intersection(sisa) or any(b in sisa for b in BULAN if b != waktu.nama) or "2025" in sisa:
        return False
    sisa = [
        k
        for k in sisa
        if k not in _WAJAR | _MAKSUD | {waktu.nama, str(waktu.tahun)} and not (k.isdigit() and int(k) < 21)
    ]
    if dicari == "bobot":
        sisa = [k for k in sisa if k not in {"%", "persen"}]
    return True if not sisa or set(sisa) == satuan == {"persen"} else None


def _kolom(label: Mapping[int, list[str]], dicari: str, waktu: Waktu, satuan: set[str]) -> int:
    dapat: list[int] = []
    for kolom, isi in label.items():
        try:
            golongan = _golongan(isi, dicari, waktu, satuan)
        except KeyError:
            continue
        if golongan is None:
            raise RaguError(f"kolom {isi}")
        if golongan:
            dapat.append(kolom)
    if len(dapat) != 1:
        raise RaguError(f"{len(dapat)} kolom {dicari}")
    return dapat[0]


def _satu_label(label: Mapping[int, list[str]], dicari: str) -> int:
    dapat = [kolom for kolom, isi in label.items() if isi and isi[0].casefold() == dicari]
    if len(dapat) != 1:
        raise RaguError(f"{len(dapat)} kolom {dicari}")
    return dapat[0]


def _lihat_angka(
    halaman: Halaman, bentuk: str, dicari: Sequence[str], waktu: Waktu, satuan: Mapping[str, str], hasil: dict[str, Terlihat]
) -> None:  # fmt: skip
    akhir, label = _kepala(halaman, waktu, bulanan=bentuk == "capaian")
    nip, kode = _satu_label(label, "nip"), _satu_label(label, "kode indikator")
    baris_data = [b for b in halaman[akhir + 1 :] if _nip(b[nip].teks) and b[kode].teks in satuan]
    semua_satuan = {satuan[b[kode].teks] for b in baris_data}
    kolom = {d: _kolom(label, d, waktu, semua_satuan if d != "bobot" else {"persen"}) for d in dicari}
    for baris in baris_data:
        terlihat = hasil.setdefault(_nip(baris[nip].teks), Terlihat())
        if baris[kode].gabung[0] > 1:
            terlihat.ragu.append(f"kode {baris[kode].teks} di sel gabungan")
        for nama, letak in kolom.items():
            sel, kunci = (
                baris[letak],
                (nama if nama in {"bobot", "realisasi"} else "target", baris[kode].teks),
            )
            try:
                if sum(b[letak].awal == sel.awal for b in baris_data) > 1 or sel.awal[1] != letak:
                    raise RaguError("digabung dengan sel lain")  # noqa: TRY301 - the same doubt as of what a cell shows
                angka = _angka(sel, satuan[baris[kode].teks] if nama != "bobot" else "%")
            except RaguError as galat:
                if nama == "bobot" or kunci[0] != "realisasi" or sel.teks not in _KOSONG:
                    terlihat.ragu.append(f"{nama} {baris[kode].teks}: {galat}")
                continue
            if angka is None:
                continue
            if kunci in terlihat.angka:
                terlihat.ragu.append(f"{kunci} dua kali")
            terlihat.angka[kunci] = angka


def _nip(teks: str) -> str:
    bersih = re.sub(r"[\s.']", "", teks)
    return bersih if len(bersih) == 18 and bersih.isdigit() else ""


def _angka(sel: SelCetak, satuan: str) -> tuple[float, int] | None:
    """Return the number that a cell shows and its decimals, None for a blank."""
    if sel.coret:
        raise RaguError("dicoret")
    if not sel.teks:
        return None
    teks = sel.teks.removeprefix("Rp").strip()
    if (bentuk := _bentuk_lain(teks)) is not None:
        return bentuk
    ekor = re.search(r"\s*(?:%|[a-z/ ]+)$", teks)
    if ekor:
        ukuran = {"%": "persen"}.get(ekor[0].strip(), ekor[0].strip())
        if ukuran != {"%": "persen"}.get(satuan, satuan):
            raise RaguError(f"'{sel.teks}'")
        teks = teks[: ekor.start()]
    if sel.angka:
        cocok = _ANGKA_CETAK.fullmatch(teks)
        desimal = (cocok[1] or cocok[2] or "") if cocok else ""
        if cocok:
            return float(teks.replace(",", "")), len(desimal)
    elif cocok := _ANGKA_KETIK.fullmatch(teks):
        return float(f"{cocok[1].replace('.', '')}.{cocok[2] or 0}"), len(cocok[2] or "")
    raise RaguError(f"'{sel.teks}'")


def _bentuk_lain(teks: str) -> tuple[float, int] | None:
    """Return a number in another shape: a power of ten, a fraction, none of anything in percent."""
    if re.fullmatch(r"0(?:[.,]0+)?%", teks):
        return 0.0, 0
    bentuk = _ANGKA_BENTUK.fullmatch(teks)
    if bentuk is None:
        return None
    if bentuk[1]:
        return float(teks), len(bentuk[2] or "") - int(bentuk[3])
    return int(bentuk[4] or 0) + int(bentuk[5]) / int(bentuk[6]), 1


def _lihat_perilaku(halaman: Halaman, waktu: Waktu, hasil: dict[str, Terlihat]) -> None:
    akhir, label = _kepala(halaman, waktu, bulanan=True)
    nip = _satu_label(label, "nip")
    kolom = {nama: _kolom(label, nama, waktu, set()) for nama in (*_ASPEK, "rating perilaku")}
    bernip = [nomor for nomor, baris in enumerate(halaman) if nomor > akhir and _nip(baris[nip].teks)]
    for nomor in bernip:
        baris = halaman[nomor]
        terlihat = hasil.setdefault(_nip(baris[nip].teks), Terlihat())
        if terlihat.rating:
            terlihat.ragu.append("perilaku dua kali")
        sel = {nama: baris[letak] for nama, letak in kolom.items()}
        # A merged rating that reaches below everybody is this row's alone.
        berbagi = {
            nama for nama, s in sel.items()
            if s.teks and (s.awal != (nomor, kolom[nama]) or any(kolom[nama] < k < kolom[nama] + s.gabung[1] for k in kolom.values()) or any(nomor < n < nomor + s.gabung[0] for n in bernip))
        }  # fmt: skip
        if berbagi or any(s.coret or s.teks.casefold() not in {*_RATING, *_KOSONG} for s in sel.values()):
            terlihat.ragu.append("rating tidak jelas")
            continue
        utama = sel["rating perilaku"].teks.casefold()
        aspek = [
            _RATING[s.teks.casefold()] for nama, s in sel.items() if nama in _ASPEK and s.teks not in _KOSONG
        ]
        if utama in _RATING:
            terlihat.rating = utama
        elif aspek:
            rata = sum(aspek) / len(aspek)
            terlihat.rating = _NAMA_RATING[3 if rata >= 2.5 else 2 if rata >= 1.5 else 1]
