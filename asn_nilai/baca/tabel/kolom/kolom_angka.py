"""Number columns of a table, typed: what a cell shows, the unit of its row and the door of `angka` together.

Percent is the delicate part. 95 and a cell that shows 95% are both 95 persen; a stored 0,95 beside a target of 95 is
nobody's guess but a finding. What cannot be read becomes None with the finding's code in `cacat`.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import compress, count
from math import inf

from asn_nilai.acuan.isian.formulir.tabel import NilaiSel
from asn_nilai.acuan.isian.indikator.indikator import PECAHAN_TERBESAR, Indikator
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.baca.format_sel.corak.kode_format import tampak_lain, tanpa_rupiah
from asn_nilai.baca.tabel.angka import (
    MERAGUKAN,
    TIDAK_SAH,
    baca_angka,
    bersihkan,
    boleh_rupiah,
    kali_seratus,
    lipat_satuan,
    rapikan,
)
from asn_nilai.baca.tabel.catatan import Catatan
from asn_nilai.baca.tabel.kolom.angka_polos import POLOS
from asn_nilai.baca.tabel.sel import (
    HAPUS_FORMAT,
    Isi,
    berupa_angka,
    fakta_tampak,
    kenali_rusak,
    kutip,
    polos,
    rias_angka,
)
from asn_nilai.baca.tabel.tabel_mentah import TabelMentah

PERSEN_MERAGUKAN = "persen-meragukan"
_PERSEN = frozenset({lipat_satuan("persen")})
_TERBESAR = 1e18

Dampingan = Callable[[int], Sequence[float | None]]
"""Row position → the targets beside a cell."""


@dataclass(slots=True)
class KolomAngka:
    """Types the number columns of one table.

    Attributes:
        mentah: the table, its text columns final and its NIPs typed.
        catatan: takes the findings.
        persen: for each row, whether its figures are percentages.
        satuan: for each row its unit of measure, folded, by skema and sheet.
        nama_satuan: for each row its unit of measure as a sentence says it.
    """

    mentah: TabelMentah
    catatan: Catatan
    persen: list[bool] = field(default_factory=list)
    satuan: list[frozenset[str]] = field(default_factory=list)
    nama_satuan: list[str] = field(default_factory=list)
    _berpersen: list[int] = field(default_factory=list)

    @classmethod
    def untuk(cls, mentah: TabelMentah, catatan: Catatan, indikator: Mapping[str, Indikator]) -> "KolomAngka":
        """Prepare the table of a unit: units of measure come from register and sheet; the register says what is percent."""
        hasil = cls(mentah, catatan)
        tabel = mentah.tabel
        satuan = cache(lambda kode, tertulis: _satuan(indikator.get(kode), tertulis))
        if len(tabel):
            semua = map(satuan, tabel.teks("kode_indikator"), tabel.teks("satuan"))
            hasil.persen, hasil.satuan, hasil.nama_satuan = map(list, zip(*semua, strict=True))
        hasil._berpersen = list(compress(count(), hasil.persen))
        return hasil

    def ketik(
        self, kunci: str, *, lapor: bool = True, persen: bool | None = None, diam: Collection[int] = ()
    ) -> list[int]:
        """Fill a number column.

        Args:
            kunci: the column; where it is absent nothing happens.
            lapor: whether what cannot be read is a finding, or only noted in `cacat`.
            persen: whether the column is in percent: always, though the row's unit be a stranger to it, or never; None for the row's own.
            diam: positions at which what cannot be read is only noted too: nothing rests on their cells.

        Returns:
            The positions of percent rows whose number came without any percent sign, up to 1.5 and above 0: to be
            held against their targets by `ragukan_pecahan`.
        """
        isi_mentah = self.mentah.mentah.get(kunci)
        if isi_mentah is None:
            return []
        kolom, baris = self.mentah.tabel.kolom[kunci], self.mentah.tabel.baris
        format_sel = self.mentah.lembar.format_sel
        berpersen = {b for b, k in format_sel.persen if k == kolom}
        khusus = berpersen or any(k == kolom for _, k in (*format_sel.tampak, *format_sel.berias))
        hasil, eksplisit = None if khusus else self._semuapolos(isi_mentah), set[int]()
        if hasil is None:
            hasil = []
            for posisi, isi in enumerate(isi_mentah):
                sel = _SelAngka(
                    self, kunci, posisi, lapor=lapor and posisi not in diam, berformat=baris[posisi] in berpersen,
                    persen=self.persen[posisi] if persen is None else persen, satuan=self._satuan(posisi, persen),
                )  # fmt: skip
                terbaca, bertanda = (None, False) if isi == "" else sel.baca(isi)
                hasil.append(terbaca)
                if bertanda:
                    eksplisit.add(posisi)
        self.mentah.tabel.isi[kunci] = hasil
        return [posisi for posisi in self._pecahan(kunci) if posisi not in eksplisit]

    def _pecahan(self, kunci: str) -> Sequence[int]:
        """Return the positions of percent rows whose number is up to 1.5 and above 0; most columns hold none, as their smallest tells."""
        angka = self.mentah.tabel.angka(kunci)
        if min(filter(None, map(angka.__getitem__, self._berpersen)), default=inf) > PECAHAN_TERBESAR:
            return ()
        return [p for p in self._berpersen if (nilai := angka[p]) and 0 < nilai <= PECAHAN_TERBESAR]

    def _satuan(self, posisi: int, persen: bool | None) -> frozenset[str]:  # noqa: FBT001 - as `ketik` has it
        """Return what a cell's figure may be in: in a column that counts, the share that its row is in says nothing of it."""
        if persen:
            return _PERSEN
        return self.satuan[posisi] if persen is None else self.satuan[posisi] - _PERSEN

    def _semuapolos(self, isi: Sequence[Isi]) -> list[NilaiSel] | None:
        """Return the values of a column of blanks and numbers alone, None where it holds anything else.

        Most columns are such, and are settled without looking at each cell.
        """
        try:
            return list(map(POLOS.__getitem__, isi))
        except KeyError:
            return None

    def ragukan_pecahan(
        self, kunci: str, pecahan: Sequence[int], dampingan: Dampingan, *, lapor: bool = True
    ) -> None:
        """Take out the fractions that stand beside a target above 1.5, and note them."""
        for posisi in pecahan:
            target = next((t for t in dampingan(posisi) if t is not None and t > PECAHAN_TERBESAR), None)
            if target is None:
                continue
            nilai = self.mentah.tabel.isi[kunci][posisi]
            self.mentah.tabel.isi[kunci][posisi] = None
            angka = float(nilai or 0)
            fakta = {
                "teks": tulis_angka(angka),
                "satuan": self.nama_satuan[posisi],
                "sebab": f"tersimpan tanpa tanda persen, sedangkan targetnya {tulis_angka(target)}",
                "contoh": tulis_angka(kali_seratus(angka)),
            }
            self.catat(kunci, posisi, PERSEN_MERAGUKAN, fakta, lapor=lapor)

    def ragukan_target_pecahan(
        self, kunci: str, target: Sequence[tuple[float | None, str]], pecahan: Collection[str]
    ) -> None:
        """Take out the whole figures that stand beside a plain fraction as target, and note them.

        Args:
            kunci: the column of figures.
            target: for each row its target and that one's cell.
            pecahan: cells of targets that are stored as plain fractions.
        """
        for posisi in self._berpersen:
            nilai, (angka_target, sel) = self.mentah.tabel.isi[kunci][posisi], target[posisi]
            if (
                not isinstance(nilai, float)
                or nilai <= PECAHAN_TERBESAR
                or angka_target is None
                or sel not in pecahan
            ):
                continue
            self.mentah.tabel.isi[kunci][posisi] = None
            fakta = {
                "teks": tulis_angka(nilai),
                "satuan": self.nama_satuan[posisi],
                "sebab": f"berhadapan dengan target {tulis_angka(angka_target)} ({sel} di buku target) yang tersimpan tanpa tanda persen",
                "contoh": f"target {tulis_angka(kali_seratus(angka_target))}",
            }
            self.catat(kunci, posisi, PERSEN_MERAGUKAN, fakta, lapor=True)

    def catat(
        self, kunci: str, posisi: int, kode: str, fakta: Mapping[str, str], *, lapor: bool, cacat: bool = True
    ) -> None:
        """Note what is wrong with a cell: its code in `cacat`, and the finding where it is to be reported."""
        tabel = self.mentah.tabel
        if cacat:
            tabel.cacat[kunci, posisi] = kode
        if lapor:
            sel = (tabel.baris[posisi], tabel.kolom[kunci])
            nip = tabel.isi["nip"][posisi] if "nip" in tabel.isi else ""
            self.catatan.tambah(kode, sel, nip=str(nip or ""), fakta=fakta)


@dataclass(slots=True)
class _SelAngka:
    """One cell that is no plain number."""

    kolom: KolomAngka
    kunci: str
    posisi: int
    persen: bool
    satuan: frozenset[str]
    lapor: bool
    berformat: bool

    def baca(self, isi: Isi) -> tuple[float | None, bool]:
        """Return the number and whether the cell itself says that it is percent."""
        rusak = kenali_rusak(isi)
        if rusak is not None:
            self._catat(rusak.kode, teks=rusak.teks)
            return None, False
        tabel = self.kolom.mentah.tabel
        sel = tabel.baris[self.posisi], tabel.kolom[self.kunci]
        if rias := rias_angka(self.kolom.mentah.lembar.format_sel, sel, isi):
            self._catat(TIDAK_SAH, teks=kutip(isi), sebab=f" karena {rias}", cara=HAPUS_FORMAT)
            return None, False
        if isinstance(isi, str):
            return self._baca_teks(isi)
        if not berupa_angka(isi):
            waktu = "waktu" if isinstance(isi, dt.time | dt.timedelta) else "tanggal"
            jenis, fakta = (
                (waktu, {"cara": HAPUS_FORMAT}) if not isinstance(isi, bool) else ("nilai benar/salah", {})
            )
            self._catat(TIDAK_SAH, teks=kutip(isi), sebab=f" karena tersimpan sebagai {jenis}", **fakta)
            return None, False
        return self._baca_angka(float(isi))

    def _baca_angka(self, angka: float) -> tuple[float | None, bool]:
        if not -_TERBESAR < angka < _TERBESAR:
            self._catat(TIDAK_SAH, teks=f"{angka:g}", sebab=" karena terlalu besar")
            return None, False
        self._periksa_tampak(angka)
        if not self.berformat or angka == 0:
            return rapikan(angka), self.berformat
        if self.persen:
            return kali_seratus(angka), True
        tampak = f"{tulis_angka(kali_seratus(angka))}%"
        self._catat_persen(tampak, "ditampilkan sebagai persen", angka, cara=HAPUS_FORMAT)
        return None, True

    def _periksa_tampak(self, angka: float) -> None:
        """Note a number whose cell shows another one, or another unit of measure than the row's."""
        tabel = self.kolom.mentah.tabel
        sel = (tabel.baris[self.posisi], tabel.kolom[self.kunci])
        tampak = self.kolom.mentah.lembar.format_sel.tampak.get(sel)
        if tampak is None:
            return
        ekor = {*self.satuan, "%", "persen"} if self.persen else self.satuan
        lipat = " ".join(tampak.casefold().split()).rstrip(".")
        angka_saja = [lipat.removesuffix(e) for e in ekor if lipat.endswith(e)]
        angka_saja += [tanpa_rupiah(lipat)] if boleh_rupiah(self.satuan) else []
        if all(tampak_lain(teks, angka) for teks in angka_saja):
            fakta = fakta_tampak(tampak, angka)
            self.kolom.catat(self.kunci, self.posisi, MERAGUKAN, fakta, lapor=self.lapor, cacat=False)

    def _baca_teks(self, teks: str) -> tuple[float | None, bool]:
        tabel, kutipan = self.kolom.mentah.tabel, kutip(teks)
        bacaan = baca_angka(teks, self.satuan)
        if bacaan.nilai is None:
            if bacaan.kode:
                self._catat(bacaan.kode, teks=kutipan, sebab=bacaan.sebab)
            elif bersihkan(teks):
                tabel.teks_kosong[self.kunci, self.posisi] = kutipan
            return None, False
        if bacaan.persen and not self.persen and bacaan.nilai != 0:
            self._catat_persen(kutipan, "ditulis sebagai persen", bacaan.nilai / 100)
            return None, True
        self._periksa_tampak(bacaan.nilai)
        if bacaan.kode:
            fakta = {"teks": kutipan, "dibaca": polos(bacaan.nilai), "sebab": bacaan.sebab}
            self.kolom.catat(self.kunci, self.posisi, bacaan.kode, fakta, lapor=self.lapor, cacat=False)
        return bacaan.nilai, bacaan.persen

    def _catat(self, kode: str, **isi: str) -> None:
        self.kolom.catat(self.kunci, self.posisi, kode, isi, lapor=self.lapor)

    def _catat_persen(self, teks: str, rupa: str, angka: float, **fakta: str) -> None:
        satuan = self.kolom.nama_satuan[self.posisi] or "bukan persen"
        apa = "kolom ini memuat banyaknya," if self.kolom.persen[self.posisi] else "satuannya"
        sebab = f"{rupa}, padahal {apa} bukan persen"
        contoh = f"{tulis_angka(kali_seratus(angka))} atau {tulis_angka(angka)}"
        self._catat(PERSEN_MERAGUKAN, teks=teks, satuan=satuan, sebab=sebab, contoh=contoh, **fakta)


def _satuan(indikator: Indikator | None, tertulis: str) -> tuple[bool, frozenset[str], str]:
    milik_skema = indikator.satuan if indikator is not None else ""
    satuan = frozenset(lipat_satuan(teks) for teks in (milik_skema, tertulis) if teks.strip())
    persen = indikator.persen if indikator is not None else "%" in satuan
    return persen, satuan, milik_skema or tertulis
