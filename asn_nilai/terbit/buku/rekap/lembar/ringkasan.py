"""The sheet Ringkasan: one page on which a reader finds how the city stands, who leads, who needs help, what is missing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from asn_nilai.acuan.profil.ekspektasi import predikat_ekspektasi
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.kata_kedudukan import kalimat_memimpin
from asn_nilai.acuan.rekap.kedudukan import AsnSama
from asn_nilai.acuan.rumus.rumus import bulatkan_excel
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap
from asn_nilai.terbit.buku.blok import PenulisBlok, banyak_baris
from asn_nilai.terbit.buku.gaya import Lembar, bersih
from asn_nilai.terbit.buku.rekap.bagan import (
    BAGAN_PREDIKAT,
    bagan_bulan,
    bagan_predikat,
    judul_bagan_bulan,
)
from asn_nilai.terbit.buku.rekap.kolom import kunci_predikat
from asn_nilai.terbit.buku.rekap.lembar.belum_setor import sel_belum_setor
from asn_nilai.terbit.buku.rekap.lembar.indikator import TERTINGGAL, sel_indikator
from asn_nilai.terbit.buku.rekap.lembar.tren import sel_kota
from asn_nilai.terbit.buku.rekap.lembar.usulan import KOLOM_NIP
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, LEMBAR, TataLetakRekap, daftar_pendek
from asn_nilai.terbit.buku.tata import Kolom

_KOLOM = tuple(Kolom(f"k{nomor}", "", 12.3) for nomor in range(12))
_BACA = (
    "satu halaman keadaan periode ini. Semua angka dihitung dari lembar lain dan ikut berubah bila nilainya dibetulkan. Klik nama lembar "
    "untuk rinciannya."
)
_TERATAS = 5
_KOSONG = "Belum ada yang dapat dibandingkan."
_BAGAN = (546, 225)
"""Pixels of a chart over half the page."""
_BARIS_BAGAN = 11
_URAIAN = "Bagan {judul}; angkanya ada di lembar {lembar}."


@dataclass(frozen=True, slots=True)
class _Ubin:
    """A key figure: label, formula with its value and number format, and the line below with its own."""

    label: str
    rumus: str
    nilai: object
    bentuk: str
    bawah: str
    nilai_bawah: object
    bentuk_bawah: str = "General"


def _ubin(tata_letak: TataLetakRekap) -> Iterator[_Ubin]:
    rekap, unit = tata_letak.rekap, tata_letak.rekap.banyak_unit
    asn, dinilai = tata_letak.di_peringkat("asn"), tata_letak.di_peringkat("dinilai")
    kata = f"di {unit} unit kerja"
    yield _Ubin("Jumlah ASN", asn, rekap.jumlah_asn, "#,##0", f'"{kata}"', kata)
    persen = tata_letak.persen(rekap.dinilai, rekap.jumlah_asn)
    bawah, kata = f'{dinilai}&" dari "&{asn}&" ASN"', f"{rekap.dinilai} dari {rekap.jumlah_asn} ASN"
    yield _Ubin("Sudah dinilai", tata_letak.di_peringkat("persen"), persen, '0.00"%"', bawah, kata)
    yield _ubin_rata(tata_letak)
    label = predikat_ekspektasi(rekap.aturan)
    cukup = range(rekap.aturan.predikat.urutan.index(label) + 1)
    awal, akhir = (
        tata_letak.di_peringkat(kunci_predikat(cukup[0])),
        tata_letak.sel_jumlah(kunci_predikat(cukup[-1])),
    )
    banyak = sum(rekap.predikat[rekap.aturan.predikat.urutan[nomor]] for nomor in cukup)
    jumlah = f"SUM({awal}:{akhir})"
    yield _Ubin(
        f"Predikat {label} ke atas", tata_letak.rumus_persen(jumlah, dinilai), tata_letak.persen(banyak, rekap.dinilai), '0.00"%"',
        f'{jumlah}&" dari "&{dinilai}&" yang dinilai"', f"{banyak} dari {rekap.dinilai} yang dinilai",
    )  # fmt: skip
    belum, kata = len(rekap.sorotan.belum_setor), f"dari {unit} unit kerja"
    yield _Ubin("Unit belum setor", sel_belum_setor(tata_letak), belum, "#,##0", f'"{kata}"', kata)
    bina, harga = len(rekap.pembinaan), len(rekap.penghargaan)
    bawah, kata = f'{_banyak("Penghargaan", harga)}&" usulan penghargaan"', f"{harga} usulan penghargaan"
    yield _Ubin("Usulan pembinaan", _banyak("Pembinaan", bina), bina, "#,##0", bawah, kata)


def _banyak(lembar: str, banyak: int) -> str:
    akhir = BARIS_KEPALA + 1 + max(1, banyak)
    return f"COUNTA({lembar}!${KOLOM_NIP}${BARIS_KEPALA + 2}:${KOLOM_NIP}${akhir})"


def _ubin_rata(tata_letak: TataLetakRekap) -> _Ubin:
    """Return the mean of the period, and below it the movement between the two months that are compared."""
    rekap, rata = tata_letak.rekap, tata_letak.di_peringkat("rata")
    sama = rekap.asn_sama
    if rekap.dibandingkan is None or sama is None:
        kata = "belum ada pembanding"
        return _Ubin("Rata-rata NHK", rata, rekap.rata_rata, "0.00", f'"{kata}"', kata)
    if not sama.semua:
        kata = _gerak_sama(sama, tata_letak.desimal)
        return _Ubin("Rata-rata NHK", rata, rekap.rata_rata, "0.00", f'"{kata}"', kata)
    awal, akhir = (sel_kota(tata_letak, bulan) for bulan in rekap.dibandingkan)
    antara = " ke ".join(bulan.singkatan for bulan in rekap.dibandingkan)
    bentuk = f'"naik "0.00" dari {antara}";"turun "0.00" dari {antara}";"tetap dari {antara}"'
    rumus = f'IF(COUNT({awal},{akhir})=2,{bulatkan_excel(f"{akhir}-{awal}", str(tata_letak.desimal))},"")'
    return _Ubin("Rata-rata NHK", rata, rekap.rata_rata, "0.00", rumus, sama.selisih, bentuk)


def _gerak_sama(sama: AsnSama, desimal: int) -> str:
    """Return how the ASN who were scored in both months moved: the means of different ASN would mislead.

    Short, for a tile; a sentence under `Catatan` names the months.
    """
    kata = "naik" if sama.selisih > 0 else "turun"
    arah = f"{kata} {tulis_tetap(abs(sama.selisih), desimal)}" if sama.selisih else "tetap"
    return f"{sama.jumlah} ASN sama: {arah}"


@dataclass(frozen=True, slots=True)
class _Butir:
    """An entry of a list: the formula of its name with the text it gives, the formula of its figure with the value."""

    nama: str
    teks: str
    angka: str
    nilai: float


class _PenulisRingkasan:
    def __init__(self, lembar: Lembar, tata_letak: TataLetakRekap) -> None:
        self.lembar, self.tata_letak = lembar, tata_letak

    def gabung(self, baris: int, kolom: tuple[int, int], gaya: Any) -> None:  # noqa: ANN401 # a format
        self.lembar.dalam.merge_range(baris, kolom[0], baris, kolom[1], "", gaya)

    def lompat(self, baris: int) -> None:
        """Write links to the other sheets in one row."""
        self.lembar.teks(baris, 0, "Buka lembar:", self.lembar.gaya("label"))
        for kolom, nama in enumerate(LEMBAR[1:], 1):
            self.lembar.tautan(baris, kolom, (nama, "A1"), nama, petunjuk=f"Buka lembar {nama}")

    def ubin(self, baris: int) -> None:
        """Write the key figures side by side, three rows high."""
        for tinggi, nomor in ((18, baris), (33, baris + 1), (18, baris + 2)):
            self.lembar.dalam.set_row(nomor, tinggi)
        gaya = self.lembar.gaya
        for nomor, ubin in enumerate(_ubin(self.tata_letak)):
            kolom = (2 * nomor, 2 * nomor + 1)
            angka = gaya.khusus({"num_format": ubin.bentuk}, "ubin", "ubin_angka")
            bawah = gaya.khusus({"num_format": ubin.bentuk_bawah}, "ubin", "ubin_bawah")
            for langkah, bentuk in enumerate((gaya("ubin", "ubin_atas"), angka, bawah)):
                self.gabung(baris + langkah, kolom, bentuk)
            self.lembar.teks(baris, kolom[0], ubin.label, gaya("ubin", "ubin_atas"))
            self.lembar.rumus(baris + 1, kolom[0], ubin.rumus, angka, ubin.nilai)
            self.lembar.rumus(baris + 2, kolom[0], ubin.bawah, bawah, ubin.nilai_bawah)

    def daftar(self, baris: int, kolom: int, judul: str, isi: Sequence[_Butir]) -> None:
        """Write a short list, three columns of name and one of a figure, or a sentence where it is empty."""
        gaya = self.lembar.gaya
        self.gabung(baris, (kolom, kolom + 3), gaya("anak_judul"))
        self.lembar.teks(baris, kolom, judul, gaya("anak_judul"))
        if not isi:
            self.gabung(baris + 1, (kolom, kolom + 3), gaya("miring", "lipat"))
            self.lembar.teks(baris + 1, kolom, _KOSONG, gaya("miring", "lipat"))
        for nomor, butir in enumerate(isi, baris + 1):
            self.gabung(nomor, (kolom, kolom + 2), gaya("daftar"))
            self.lembar.rumus(nomor, kolom, butir.nama, gaya("daftar"), butir.teks)
            self.lembar.rumus(nomor, kolom + 3, butir.angka, gaya("daftar", "daftar_angka"), butir.nilai)

    def unit(self, unit: Sequence[UnitRekap], ke: Callable[[int], str]) -> list[_Butir]:
        """Return names and means of units by their place in the order of Peringkat."""
        urutan, nama, ukuran, rata = (
            self.tata_letak.kolom_peringkat(k) for k in ("urutan", "nama", "ukuran", "rata")
        )
        hasil: list[_Butir] = []
        for nomor, u in enumerate(unit):
            letak = f"MATCH({ke(nomor)},{urutan},0)"
            sebab = f"INDEX({ukuran},{letak})"
            tanda = f'IF({sebab}="",""," ("&{sebab}&")")'
            teks = bersih(u.ringkas.nama) + (f" ({u.tanda})" if u.tanda else "")
            hasil.append(
                _Butir(f"INDEX({nama},{letak})&{tanda}", teks, f"INDEX({rata},{letak})", u.rata_rata)
            )
        return hasil

    def daftar_utama(self, baris: int) -> None:
        """Write who leads, who needs help, and the indicators that lag, side by side."""
        sorotan, urutan = self.tata_letak.rekap.sorotan, self.tata_letak.kolom_peringkat("urutan")
        memimpin = self.unit(sorotan.memimpin, lambda n: str(n + 1))
        perlu_dibantu = self.unit(sorotan.perlu_dibantu, lambda n: f"COUNT({urutan})-{n}")
        kolom = (
            (0, "Yang memimpin: NHK tertinggi", memimpin),
            (4, "Yang perlu dibantu: NHK terendah", perlu_dibantu),
            (8, "Indikator terendah: capaian (%)", [*self.indikator()]),
        )
        for letak, judul, isi in kolom:
            self.daftar(baris, letak, judul, isi)
        for nomor in range(_TERATAS):
            nama = [isi[nomor].teks for *_, isi in kolom if nomor < len(isi)]
            garis = max((banyak_baris(teks, 2.85 * _KOLOM[0].lebar) for teks in nama), default=1)
            self.lembar.dalam.set_row(baris + 1 + nomor, 5 + 13 * garis)

    def indikator(self) -> Iterator[_Butir]:
        """Yield the indicators with the lowest mean, and whether they miss what is expected."""
        for nomor, indikator in enumerate(self.tata_letak.rekap.indikator[:_TERATAS]):
            nama, keadaan, rata = (
                sel_indikator(self.tata_letak, nomor, k) for k in ("nama", "keadaan", "rata")
            )
            teks = bersih(indikator.nama) + (f" ({TERTINGGAL})" if indikator.tertinggal else "")
            rumus = f'{nama}&IF({keadaan}="",""," ("&{keadaan}&")")'
            yield _Butir(rumus, teks, rata, indikator.rata_rata)


def _perhatian(tata_letak: TataLetakRekap) -> Iterator[tuple[str, str]]:
    """Yield what the reader must know of what is missing or doubtful: a word and a sentence each."""
    rekap = tata_letak.rekap
    if kalimat := kalimat_memimpin(rekap.sorotan, tata_letak.desimal):
        yield "Siapa memimpin", kalimat
    if belum := [unit.ringkas.kode for unit in rekap.sorotan.belum_setor]:
        yield (
            "Belum setor",
            f"{tulis_angka(len(belum))} unit: {daftar_pendek(belum, 12)} (lembar Belum Setor).",
        )
    if bawah := rekap.dua_bulan_bawah:
        bulan = f"{bawah[0].awal.label} dan {bawah[0].akhir.label}"
        yield (
            "Dua bulan di bawah",
            f"{tulis_angka(len(bawah))} ASN di bawah ekspektasi pada {bulan} (lembar Tren).",
        )
    for kalimat in rekap.catatan:
        yield "Catatan", kalimat


def tulis_ringkasan(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Ringkasan."""
    penulis = _PenulisRingkasan(lembar, tata_letak)
    baris = tata_letak.kepala(lembar, "Rekap Kinerja ASN", _BACA, _KOLOM, nilai=1)
    penulis.lompat(baris)
    lembar.dalam.set_row(baris + 1, 8)
    penulis.ubin(baris + 2)
    baris += 5
    lembar.dalam.set_row(baris, 8)
    for nomor in range(baris + 1, baris + 1 + _BARIS_BAGAN):
        lembar.dalam.set_row(nomor, 16)
    for kolom, bagan, judul, asal in (
        (0, bagan_predikat, BAGAN_PREDIKAT, "Distribusi"),
        (6, bagan_bulan, judul_bagan_bulan(tata_letak), "Tren"),
    ):
        rupa = {"object_position": 1, "description": _URAIAN.format(judul=judul, lembar=asal)}
        lembar.dalam.insert_chart(baris + 1, kolom, bagan(lembar, tata_letak, _BAGAN), rupa)
    baris += 2 + _BARIS_BAGAN
    penulis.daftar_utama(baris)
    blok = PenulisBlok(lembar, _KOLOM, baris + _TERATAS + 1)
    blok.judul("Yang belum ada atau perlu diperhatikan")
    perhatian = [*_perhatian(tata_letak)]
    for kata, kalimat in perhatian:
        blok.selesai(
            1, blok.gabung(0, 1, kata, "lipat", "tebal"), blok.gabung(2, len(_KOLOM) - 1, kalimat, "lipat")
        )
    if not perhatian:
        blok.kalimat("Tidak ada yang perlu dicatat.", "miring")
    lembar.siapkan_cetak(0, blok.baris - 1, len(_KOLOM) - 1, tata_letak.kaki)
    lembar.dalam.fit_to_pages(1, 1)  # one page, whatever there is to note
    lembar.dalam.set_first_sheet()
    lembar.dalam.activate()
    lembar.lindungi()
