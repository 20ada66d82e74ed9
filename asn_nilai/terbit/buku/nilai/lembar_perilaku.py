"""The sheet Perilaku: each month's aspects, the leader's word and the note, and how the months become one.

A rating that comes from the aspects is live, and so is the period's from its months; the leader's own word stands as it was
written. Where a finding withholds what the cells would give, nothing is given.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_ASPEK
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pecahan import bulatkan_pecahan, rata_pecahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.nama_excel import nama_skor
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan
from asn_nilai.terbit.buku.blok import MUAT_KECIL, tinggi_muat
from asn_nilai.terbit.buku.gaya import BARIS_DICETAK, Lembar
from asn_nilai.terbit.buku.nilai.tata_letak import Rentang, TataLetak
from asn_nilai.terbit.buku.tata import Tata, ada

_DERAU = 11
"""Decimals to which a mean is rounded before it is compared: the noise of binary fractions lies beneath."""
_DITAHAN = "Ditahan: ada isian yang tidak terbaca, lihat lembar Temuan."


@dataclass(frozen=True, slots=True)
class _Gabungan:
    """Formulas over cells that hold ratings, or numbers where the rule asks for numbers."""

    aturan: Aturan

    @property
    def _skor(self) -> list[tuple[str, str]]:
        """Return the ratings that cells may hold, with the name of each one's score."""
        return list(zip(self.aturan.rating_perilaku, nama_skor(self.aturan.perilaku), strict=True))

    def banyak(self, sel: str) -> str:
        """Return how many of the cells say something."""
        angka = [f"COUNT({sel})"] if self.aturan.perilaku_angka else []
        return "+".join(angka + [f'COUNTIF({sel},"{label}")' for label, _ in self._skor])

    def rata(self, sel: str, *, penuh: int | None = None) -> str:
        """Return the mean of what they say, blank where none says anything, or not as many (`penuh`) as it takes."""
        angka = [f"SUM({sel})"] if self.aturan.perilaku_angka else []
        jumlah = "+".join(angka + [f'COUNTIF({sel},"{label}")*{nama}' for label, nama in self._skor])
        banyak = self.banyak(sel)
        cukup = f"{banyak}={penuh}" if penuh else f"{banyak}>0"
        return f'IF({cukup},ROUND(({jumlah})/({banyak}),{_DERAU}),"")'


@dataclass(slots=True)
class _PenulisPerilaku:
    lembar: Lembar
    tata_letak: TataLetak
    rumus_rata: str = ""
    """The formula of a month's mean, for `rumus_baris`."""
    label_teks: dict[str, str | None] = field(default_factory=dict)
    """Which rating a cell's text means."""
    berkelompok: bool = field(init=False)
    """Whether an ASN has more than one row."""

    def __post_init__(self) -> None:
        semua = self.tata_letak.perilaku
        self.berkelompok = len({urut for urut, _ in semua}) < len(semua)

    @property
    def tata(self) -> Tata:
        return self.tata_letak.tata_perilaku

    @property
    def aturan(self) -> Aturan:
        return self.tata_letak.aturan

    @property
    def kunci_nilai(self) -> str:
        """Return the column of what a month comes to, over which the period's mean is taken."""
        return "angka" if self.aturan.perilaku_angka else "rating"

    def tabel(self) -> None:
        awal = self.tata_letak.baris_pertama
        for nomor, (urut, ini) in enumerate(self.tata_letak.perilaku, awal):
            asn, asal = self.tata_letak.nilai[urut], _asal(ini) if ini else ""
            self.tinggi(nomor, asn, ini, asal)
            if ini is None:
                self.periode(nomor, asn)
            else:
                self.bulan(nomor, ini, asal)
            self.siapa(nomor, asn, periode=ini is None)

    def tinggi(self, nomor: int, asn: NilaiAsn, ini: PerilakuBulan | None, asal: str) -> None:
        """Give a row the height of its longest text; the aspects' ratings, in narrow columns, take two lines."""
        catatan = ini.catatan.teks if ini else _DITAHAN if asn.perilaku.ditahan else ""
        lebar = self.tata.lebar
        muat = (
            (asal, lebar("asal") * MUAT_KECIL), (catatan, lebar("catatan") * MUAT_KECIL), (asn.nama, lebar("nama")),
        )  # fmt: skip
        self.lembar.dalam.set_row(nomor, tinggi_muat(muat, sebaris_saja=30 if ini else 18))

    def siapa(self, nomor: int, asn: NilaiAsn, *, periode: bool) -> None:
        """Write who it is; the name is pale but on the ASN's first row."""
        pudar = () if self._pertama(nomor) else ("pudar",)
        bundel = (*self._tepi(nomor), *pudar, *(("latar",) if periode else ()))
        gaya = self.lembar.gaya
        urut = nomor - self.tata_letak.baris_pertama + 1
        self.lembar.angka(nomor, 0, urut, gaya("umum", "tengah", *bundel))
        self.lembar.teks(nomor, self.tata.nomor["nip"], asn.nip, gaya("nip", *bundel))
        self.lembar.teks(nomor, self.tata.nomor["nama"], asn.nama, gaya("teks", *bundel))

    def bulan(self, nomor: int, ini: PerilakuBulan, asal: str) -> None:
        """Write a month's row."""
        lembar, gaya, kolom = self.lembar, self.lembar.gaya, self.tata.nomor
        tepi = self._tepi(nomor)
        lembar.teks(nomor, kolom["bulan"], ini.bulan.label, gaya("teks", *tepi))
        lembar.teks(
            nomor, kolom["unit"], ini.kode_unit or self.tata_letak.hasil.unit.kode, gaya("teks", *tepi)
        )
        for kunci, isi in zip(KUNCI_ASPEK, ini.aspek, strict=True):
            self.isi(nomor, kunci, isi, tepi)
        self.isi(nomor, "pimpinan", ini.pimpinan, (*tepi, *(("tegur",) if ini.bertentangan else ())))
        lengkap = all(ada(isi.skor) for isi in ini.aspek)
        rata = _rata(tuple([isi.skor for isi in ini.aspek]) if lengkap else ())
        if not self.rumus_rata:
            aspek = ":".join(self.tata.sel_sebaris(kunci) for kunci in (KUNCI_ASPEK[0], KUNCI_ASPEK[-1]))
            self.rumus_rata = _Gabungan(self.aturan).rata(aspek, penuh=len(KUNCI_ASPEK))
        lembar.rumus_baris(nomor, kolom["rata"], self.rumus_rata, gaya("dua", *tepi), rata)
        self.hasil_bulan(nomor, ini, tepi)
        lembar.teks(nomor, kolom["catatan"], ini.catatan.teks, gaya("teks", "kecil", *tepi))
        lembar.teks(nomor, kolom["asal"], asal, gaya("teks", "kecil", "pudar", *tepi))

    def isi(self, nomor: int, kunci: str, isi: IsiPerilaku, tepi: tuple[str, ...]) -> None:
        """Write a cell as it counts: the rating by its own name, or the number; what means nothing as it was written."""
        kolom, gaya = self.tata.nomor[kunci], self.lembar.gaya
        if isi.teks not in self.label_teks:
            self.label_teks[isi.teks] = self.aturan.kenali(isi.teks, self.aturan.rating_perilaku)
        label = self.label_teks[isi.teks]
        if label is None and ada(isi.skor):
            self.lembar.angka(nomor, kolom, isi.skor, gaya("dua", *tepi))
        else:
            self.lembar.teks(nomor, kolom, label or isi.teks, gaya("teks", "kecil", *tepi))

    def hasil_bulan(self, nomor: int, ini: PerilakuBulan, tepi: tuple[str, ...]) -> None:
        """Write what a month comes to: the leader's word as it stands, what comes from the aspects live."""
        # By the rating alone: a number that is not there equals no other one.
        menurut_aspek = not ini.pimpinan.teks and ini.hasil.rating == ini.menurut_aspek.rating
        rata, tangga = self.tata.sel("rata", nomor), self.aturan.perilaku.tangga
        if self.aturan.perilaku_angka:
            sumber = rata if menurut_aspek else ""
            if ini.pimpinan.teks and ada(ini.hasil.angka):
                sumber = _Gabungan(self.aturan).rata(self.tata.sel("pimpinan", nomor))
            self.angka(nomor, sumber, ini.hasil.angka, tepi)
            self.label(nomor, "angka", ini.hasil.rating, tepi)
        elif menurut_aspek and tangga:
            self.label(nomor, "rata", ini.hasil.rating, tepi)
        else:
            self.lembar.teks(
                nomor, self.tata.nomor["rating"], ini.hasil.rating, self.lembar.gaya("teks", *tepi)
            )

    def angka(self, nomor: int, sumber: str, angka: float, tepi: tuple[str, ...]) -> None:
        """Write a behaviour number, rounded as it is printed from the formula `sumber`; a blank one stands as it is."""
        kolom, gaya = self.tata.nomor["angka"], self.lembar.gaya("dua", *tepi)
        if not sumber:
            self.lembar.angka(nomor, kolom, angka, gaya)
            return
        isi = f'IF(ISNUMBER({sumber}),ROUND({sumber},desimal_nhk),"")'
        self.lembar.rumus(nomor, kolom, isi, gaya, angka)

    def label(self, nomor: int, kunci: str, label: str, tepi: tuple[str, ...]) -> None:
        """Write the rating of a number of the same row, where the rule has bands for it."""
        tangga, kolom = self.aturan.perilaku.tangga, self.tata.nomor.get("rating")
        if tangga is None or kolom is None:
            return
        isi = self.tata_letak.rumus_label("perilaku", tangga, self.tata.sel_sebaris(kunci))
        self.lembar.rumus_baris(nomor, kolom, isi, self.lembar.gaya("teks", *tepi), label)

    def periode(self, nomor: int, asn: NilaiAsn) -> None:
        """Write what the months come to together."""
        lembar, gaya, kolom, perilaku = self.lembar, self.lembar.gaya, self.tata.nomor, asn.perilaku
        tepi = ("latar", "tebal", *self._tepi(nomor))
        for kunci in ("unit", *KUNCI_ASPEK, "pimpinan", "asal"):
            lembar.teks(nomor, kolom[kunci], "", gaya("teks", *tepi))
        lembar.teks(nomor, kolom["bulan"], self.tata_letak.hasil.periode.label, gaya("teks", *tepi))
        lembar.teks(
            nomor, kolom["catatan"], _DITAHAN if perilaku.ditahan else "", gaya("teks", "kecil", *tepi)
        )
        bulanan = Rentang(nomor - len(perilaku.bulan), nomor - 1)
        if perilaku.ditahan or not perilaku.bulan:
            for kunci in {"rata", "angka", "rating"} & kolom.keys():
                lembar.teks(nomor, kolom[kunci], "", gaya("teks", *tepi))
        elif self.aturan.perilaku.bulan_terakhir:
            self.terakhir(nomor, asn, bulanan, tepi)
        else:
            self.rata_bulan(nomor, asn, bulanan, tepi)

    def rata_bulan(self, nomor: int, asn: NilaiAsn, bulanan: Rentang, tepi: tuple[str, ...]) -> None:
        perilaku, bagian = asn.perilaku, self.aturan.perilaku
        skor = bagian.skor.nilai if bagian.skor else {}
        hasil = [ini.hasil for ini in perilaku.berating]
        rata = _rata(tuple([milik.angka if ada(milik.angka) else skor[milik.rating] for milik in hasil]))
        rumus = _Gabungan(self.aturan).rata(bulanan.sel(self.tata.huruf[self.kunci_nilai]))
        self.lembar.rumus(nomor, self.tata.nomor["rata"], rumus, self.lembar.gaya("dua", *tepi), rata)
        if self.aturan.perilaku_angka:
            self.angka(nomor, self.tata.sel("rata", nomor), perilaku.angka, tepi)
            self.label(nomor, "angka", perilaku.rating, tepi)
        else:
            self.label(nomor, "rata", perilaku.rating, tepi)

    def terakhir(self, nomor: int, asn: NilaiAsn, bulanan: Rentang, tepi: tuple[str, ...]) -> None:
        gaya, perilaku = self.lembar.gaya, asn.perilaku
        self.lembar.teks(nomor, self.tata.nomor["rata"], "", gaya("teks", *tepi))
        isi = '""'
        for baris in range(bulanan.awal, bulanan.akhir + 1):
            sel = self.tata.sel(self.kunci_nilai, baris)
            isi = f'IF({sel}<>"",{sel},{isi})'
        if self.aturan.perilaku_angka:
            self.lembar.rumus(nomor, self.tata.nomor["angka"], isi, gaya("dua", *tepi), perilaku.angka)
            self.label(nomor, "angka", perilaku.rating, tepi)
        else:
            self.lembar.rumus(nomor, self.tata.nomor["rating"], isi, gaya("teks", *tepi), perilaku.rating)

    def _tepi(self, nomor: int) -> tuple[str, ...]:
        """Return the bundle that parts an ASN's rows from those before; rows that all stand alone need none."""
        return ("awal",) if self.berkelompok and self._pertama(nomor) else ()

    def _pertama(self, nomor: int) -> bool:
        """Tell whether a row is an ASN's first."""
        urut, semua = nomor - self.tata_letak.baris_pertama, self.tata_letak.perilaku
        return not urut or semua[urut - 1][0] != semua[urut][0]


@lru_cache(maxsize=1024)  # seven ratings have few means
def _rata(angka: tuple[float, ...]) -> float | None:
    """Return the mean as a cell holds it, None of nothing."""
    return bulatkan_pecahan(rata_pecahan(angka), _DERAU) if angka else None


def _asal(ini: PerilakuBulan) -> str:
    """Return where a month's rating stands: the leader's cell, or those of the aspects."""
    if ini.pimpinan.teks:
        return f"e-Kinerja BKN: {ini.pimpinan.letak}" if ini.dari_bkn else str(ini.pimpinan.letak)
    awal, akhir = ini.aspek[0].letak, ini.aspek[-1].letak
    sel = f"{awal.sel}:{akhir.sel}" if awal.sel and akhir.sel else ""
    return str(Letak(awal.berkas, awal.lembar, sel))


def tulis_perilaku(lembar: Lembar, tata_letak: TataLetak) -> None:
    """Write the sheet Perilaku."""
    tata = tata_letak.tata_perilaku
    kepala = lembar.kepala_lembar(
        "Rincian Perilaku Kerja", tata_letak.identitas, dalam=tata.kolom[: tata.nomor["unit"]]
    )
    lembar.kepala_tabel(kepala, tata.kolom)
    penulis = _PenulisPerilaku(lembar, tata_letak)
    akhir = kepala + max(1, len(tata_letak.perilaku))
    if tata_letak.perilaku:
        penulis.tabel()
        lembar.dalam.autofilter(kepala, 0, akhir, len(tata.kolom) - 1)
    else:
        lembar.teks(kepala + 1, 0, "Tidak ada isian perilaku pada periode ini.", lembar.gaya("miring"))
    lembar.dalam.freeze_panes(kepala + 1, tata.nomor["bulan"])
    hitung = tata.rentang("rata", kepala + 1, akhir, "catatan")
    lembar.tanpa_sudut_hijau(nip=tata.rentang("nip", kepala + 1, akhir), rumus=hitung)
    lembar.siapkan_cetak(
        kepala,
        akhir,
        len(tata.kolom) - 1,
        tata_letak.kaki,
        paling_banyak=BARIS_DICETAK,
        ulang_kolom=tata.nomor["unit"],
    )
    lembar.lindungi()
