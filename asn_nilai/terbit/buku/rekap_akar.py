"""rekap_akar.xlsx: the cities of a province or a country, those under one text of a rule together, and what is missing.

Totals and means are formulas over the cities' rows and carry their values; a city's own row holds what its results say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.hasil.ringkas_kota import JumlahAturan, RekapAkar, RingkasKota
from asn_nilai.acuan.pecahan import bulatkan_pecahan
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.rumus.rumus import bulatkan_excel
from asn_nilai.terbit.buku.gaya import KEPALA, MASUKAN, Lembar, tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, Tata
from asn_nilai.terbit.buku.wadah import buku_terbuka

_DEPAN = (
    Kolom("no", "No", 5), Kolom("nama", "Daerah", 28), Kolom("folder", "Ruang kerja", 24), Kolom("unit", "Unit", 8),
    Kolom("belum_setor", "Belum setor", 8), Kolom("asn", "ASN", 10), Kolom("dinilai", "Dinilai", 10),
    Kolom("sementara", "Semen-\ntara", 9), Kolom("belum", "Belum dinilai", 10), Kolom("persen", "Dinilai (%)", 9),
    Kolom("rata", "Rata-rata NHK", 10),
)  # fmt: skip
_BELAKANG = (
    Kolom("galat", "Galat", 8),
    Kolom("keterangan", "Keterangan", 46),
    Kolom("jumlah", "Jumlah NHK", 14),
)
_KOLOM_KURANG = (
    Kolom("no", "No", 5), Kolom("nama", "Daerah", 28), Kolom("folder", "Ruang kerja", 24), Kolom("kode", "Kode Unit", 14),
    Kolom("unit", "Unit Kerja", 42), Kolom("status", "Setoran", 16), Kolom("galat", "Galat", 8),
)  # fmt: skip
_DI_LUAR_UNIT, _LIHAT_TEMUAN = "(di luar unit: skema, pengaturan, atau riwayat)", "lihat temuan.csv"
_DUA_DESIMAL = 2


def tulis_buku_rekap_akar(tujuan: Path | BinaryIO, rekap: RekapAkar) -> None:
    """Write the workbook.

    Args:
        tujuan: a file to write, or an open binary stream.
        rekap: what it says.

    Raises:
        OSError: the file cannot be written.
    """
    judul = f"Rekap kinerja ASN, {rekap.periode.label}"
    with buku_terbuka(tujuan, judul, rekap.nama) as lembar:
        kaki = (f"Rekap {rekap.nama} · {rekap.periode.label}", PROGRAM)
        _kota(lembar("Daerah", KEPALA), rekap, kaki)
        _kurang(lembar("Belum Lengkap", MASUKAN), rekap, kaki)


def _identitas(rekap: RekapAkar) -> list[tuple[str, str]]:
    dilewati = "; ".join(f"{nama} ({sebab})" for nama, sebab in rekap.dilewati.items())
    return [
        ("Wilayah", rekap.nama),
        ("Periode", rekap.periode.label),
        ("Untuk", "rapat pimpinan, tidak untuk diumumkan"),
        ("ASN", "yang tercatat di dua ruang kerja, misalnya karena pindah, terhitung di keduanya"),
        *([("Tidak ikut", dilewati)] if dilewati else []),
    ]


@dataclass(frozen=True, slots=True)
class _Penulis:
    """Writes the sheet Daerah."""

    lembar: Lembar
    tata: Tata
    predikat: tuple[str, ...]

    def aturan(self, baris: int, bagian: JumlahAturan) -> int:
        """Write a rule's heading, its cities and their totals; return the row after them."""
        judul = f"{bagian.profil.profil.nama} ({bagian.nama})"
        self.lembar.judul_bagian(baris, judul, self.tata.nomor["jumlah"], "tebal", "pudar")
        awal = baris + 1
        for nomor, kota in enumerate(bagian.kota, 1):
            self.kota(baris + nomor, nomor, kota)
        akhir = baris + len(bagian.kota)
        self.jumlah(akhir + 1, (awal, akhir), bagian)
        return akhir + 3

    def kota(self, baris: int, nomor: int, kota: RingkasKota) -> None:
        """Write a city's row."""
        lembar, gaya, jumlah = self.lembar, self.lembar.gaya, kota.jumlah
        self.siapa(baris, nomor, kota)
        if jumlah is None:
            return
        for kunci, angka in self.banyak([kota], jumlah).items():
            tegur = ("tegur",) if kunci == "belum_setor" and angka else ()
            lembar.angka(baris, self.tata.nomor[kunci], angka, gaya("bulat", *tegur))
        lembar.angka(baris, self.tata.nomor["jumlah"], jumlah.jumlah_nhk, gaya("rinci", "pudar"))
        self.hitungan(baris, jumlah, kota.desimal, ())

    def banyak(self, kota: Sequence[RingkasKota], jumlah: RingkasUnit) -> dict[str, int]:
        """Return what is counted of cities and summed up in `jumlah`, by column."""
        return {
            "unit": sum(satu.banyak_unit for satu in kota),
            "belum_setor": sum(len(satu.belum_setor) for satu in kota),
            "asn": jumlah.jumlah_asn, "dinilai": jumlah.dinilai, "sementara": jumlah.sementara, "galat": jumlah.galat,
            **{_kunci(n): jumlah.predikat.get(label, 0) for n, label in enumerate(self.predikat)},
        }  # fmt: skip

    def siapa(self, baris: int, nomor: int, kota: RingkasKota) -> None:
        """Write whose row it is, and what must be known of it."""
        lembar, gaya = self.lembar, self.lembar.gaya
        lembar.angka(baris, 0, nomor, gaya("umum", "tengah"))
        isi = {"nama": kota.nama, "folder": kota.folder, "keterangan": kota.sebab}
        for kunci, teks in isi.items():
            tegur = ("tegur",) if kunci == "keterangan" and teks else ()
            lembar.teks(baris, self.tata.nomor[kunci], teks, gaya("teks", *tegur))
        tinggi = (tinggi_baris(teks, self.tata.lebar(kunci)) for kunci, teks in isi.items())
        lembar.dalam.set_row(baris, max(tinggi))
        for kunci in (*self.tata.nomor,)[3:]:
            if kunci not in {"keterangan", "jumlah"}:
                lembar.teks(baris, self.tata.nomor[kunci], "", gaya("sel"))

    def hitungan(self, baris: int, jumlah: RingkasUnit, desimal: int, rupa: tuple[str, ...]) -> None:
        """Write what is reckoned from a row's own cells: who is not scored, the share of those who are, the mean."""
        asn, dinilai, sementara, semua = (
            self.tata.sel(k, baris) for k in ("asn", "dinilai", "sementara", "jumlah")
        )
        bagian = Fraction(100 * jumlah.dinilai, jumlah.jumlah_asn or 1)
        persen = bulatkan_pecahan(bagian, _DUA_DESIMAL) if jumlah.jumlah_asn else ""
        rumus_persen = bulatkan_excel(f"100*{dinilai}/{asn}", str(_DUA_DESIMAL))
        rumus_rata = bulatkan_excel(f"{semua}/{dinilai}", str(desimal))
        bentuk_rata = "dua" if desimal <= _DUA_DESIMAL else "rinci"
        rumus = {
            "belum": (f"{asn}-{dinilai}-{sementara}", jumlah.belum_dinilai, "bulat"),
            "persen": (f'IF({asn}=0,"",{rumus_persen})', persen, "dua"),
            "rata": (f'IF({dinilai}=0,"",{rumus_rata})', jumlah.rata_rata_nhk, bentuk_rata),
        }
        for kunci, (isi, nilai, bentuk) in rumus.items():
            self.lembar.rumus(baris, self.tata.nomor[kunci], isi, self.lembar.gaya(bentuk, *rupa), nilai)

    def jumlah(self, baris: int, rentang: tuple[int, int], bagian: JumlahAturan) -> None:
        """Write the totals of a rule's cities."""
        lembar, gaya, jumlah, rupa = self.lembar, self.lembar.gaya, bagian.jumlah, ("latar", "tebal", "awal")
        for kunci in ("no", "nama", "folder", "keterangan"):
            teks = "Seluruhnya" if kunci == "nama" else ""
            lembar.teks(baris, self.tata.nomor[kunci], teks, gaya("teks", *rupa))
        banyak = self.banyak(bagian.kota, jumlah)
        for kunci, nilai in {**banyak, "jumlah": jumlah.jumlah_nhk}.items():
            isi = f"SUM({self.tata.rentang(kunci, *rentang)})"
            bentuk = ("rinci", "pudar") if kunci == "jumlah" else ("bulat",)
            lembar.rumus(baris, self.tata.nomor[kunci], isi, gaya(*bentuk, *rupa), nilai)
        self.hitungan(baris, jumlah, bagian.desimal, rupa)
        lembar.dalam.set_row(baris, 20)


def _kunci(nomor: int) -> str:
    """Return the key of a predikat's column."""
    return f"predikat_{nomor}"


def _kota(lembar: Lembar, rekap: RekapAkar, kaki: tuple[str, str]) -> None:
    predikat = rekap.predikat
    kolom = (*_DEPAN, *(Kolom(_kunci(n), label, 12) for n, label in enumerate(predikat)), *_BELAKANG)
    tanpa = () if any(k.jumlah and k.jumlah.sementara for k in rekap.kota) else ("sementara",)
    tata = Tata.susun(kolom)
    kepala = lembar.kepala_lembar("Rekap Kinerja ASN", _identitas(rekap))
    lembar.kepala_tabel(kepala, tata.kolom, 42)
    for kunci in (*tanpa, "jumlah"):
        lembar.dalam.set_column(
            tata.nomor[kunci], tata.nomor[kunci], tata.lebar(kunci), None, {"hidden": True}
        )
    penulis = _Penulis(lembar, tata, predikat)
    baris = kepala + 1
    for bagian in rekap.menurut_aturan:
        baris = penulis.aturan(baris, bagian)
    tanpa_hasil = [kota for kota in rekap.kota if kota.jumlah is None]
    if tanpa_hasil:
        lembar.teks(baris, 0, "Tanpa hasil", lembar.gaya("tebal", "pudar"))
        for nomor, kota in enumerate(tanpa_hasil, 1):
            penulis.kota(baris + nomor, nomor, kota)
        baris += len(tanpa_hasil) + 1
    lembar.dalam.freeze_panes(kepala + 1, 3)
    lembar.tanpa_sudut_hijau(rumus=tata.rentang("no", kepala + 1, baris, "jumlah"))
    lembar.siapkan_cetak(kepala, max(baris - 1, kepala + 1), tata.nomor["keterangan"], kaki)
    lembar.lindungi()


def _kurang(lembar: Lembar, rekap: RekapAkar, kaki: tuple[str, str]) -> None:
    kepala = lembar.kepala_lembar("Unit yang Belum Lengkap", _identitas(rekap))
    lembar.kepala_tabel(kepala, _KOLOM_KURANG)
    semua = [baris for kota in rekap.kota for baris in _baris_kurang(kota)]
    for nomor, (isi, galat) in enumerate(semua, 1):
        _unit(lembar, kepala + nomor, isi)
        lembar.angka(kepala + nomor, 0, nomor, lembar.gaya("umum", "tengah"))
        lembar.angka(kepala + nomor, len(_KOLOM_KURANG) - 1, galat, lembar.gaya("bulat"))
    if not semua:
        lembar.teks(kepala + 1, 1, "Tidak ada: semua unit lengkap.", lembar.gaya("miring"))
    akhir = kepala + max(1, len(semua))
    lembar.dalam.autofilter(kepala, 0, akhir, len(_KOLOM_KURANG) - 1)
    lembar.dalam.freeze_panes(kepala + 1, 3)
    lembar.siapkan_cetak(kepala, akhir, len(_KOLOM_KURANG) - 1, kaki)
    lembar.lindungi()


def _baris_kurang(kota: RingkasKota) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield a city's rows of the sheet with their galat; last what belongs to no unit."""
    for unit in kota.tidak_lengkap:
        yield (kota.nama, kota.folder, unit.kode, unit.nama, unit.status), unit.galat
    if kota.galat_umum:
        yield (kota.nama, kota.folder, "", _DI_LUAR_UNIT, _LIHAT_TEMUAN), kota.galat_umum


def _unit(lembar: Lembar, baris: int, isi: Sequence[str]) -> None:
    lembar.deret(baris, 1, isi, "teks")
    lebar = (lajur.lebar for lajur in _KOLOM_KURANG[1:])
    lembar.dalam.set_row(
        baris, max(tinggi_baris(teks, milik) for teks, milik in zip(isi, lebar, strict=False))
    )
