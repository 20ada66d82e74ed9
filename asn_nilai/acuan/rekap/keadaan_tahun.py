"""Where the year of a work folder stands, month by month, and the next sensible command. Values and one judgement; no file.

The table of bare `asn-nilai` and every menu over it show the same value.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from asn_nilai.acuan.periode import Periode, tulis_tanggal
from asn_nilai.acuan.setoran.ketepatan import Ketepatan
from asn_nilai.acuan.temuan import Temuan

_DISEBUT = 10
"""Units that have not submitted that a sentence names."""


@dataclass(frozen=True, slots=True)
class KeadaanPeriode:
    """One month, or a longer period that has been computed.

    Attributes:
        setoran: number of units that submitted; of a longer period those that did in each of its months.
        unit: number of units in the register.
        belum_setor: codes of the units that did not, in the register's order.
        dihitung: whether there are results.
        galat: number of findings of that severity in the last computation.
        asn: persons in the results.
        dinilai: those of them who are scored.
        sementara: those whose score does without months that are still to come.
        versi: the newest locked version, 0 where the period is not locked.
        terputus: whether the period was locked and what is kept of it is not whole: nothing of it can be computed.
        usang: number of units whose results are older than their inputs; all of them where `sebab` is said.
        sebab: why all results must be computed anew, as the end of a sentence; blank where not.
        tertahan: number of those units whose inputs are as they were: something could not be read or written, or is there no more.
        cetak: number of units that need only be printed anew.
        diperiksa: whether `validasi` has left its page since the last submission came.
        ditandai: whether marked copies were written since then.
        templat: whether templates for it lie ready for the units.
        direkap: whether there is a recap.
        ketepatan: a month's submissions beside its deadline; None where none is asked for.
    """

    periode: Periode
    setoran: int
    unit: int
    belum_setor: tuple[str, ...] = ()
    dihitung: bool = False
    galat: int = 0
    asn: int = 0
    dinilai: int = 0
    sementara: int = 0
    versi: int = 0
    terputus: bool = False
    usang: int = 0
    sebab: str = ""
    tertahan: int = 0
    cetak: int = 0
    diperiksa: bool = False
    ditandai: bool = False
    templat: bool = False
    direkap: bool = False
    ketepatan: Ketepatan | None = None

    @property
    def mutakhir(self) -> bool:
        """Tell whether there are results that computing again would not change."""
        return self.dihitung and not (self.usang or self.cetak)

    @property
    def berubah(self) -> bool:
        """Tell whether there are results whose inputs changed, or all of which must be computed anew."""
        return self.usang > self.tertahan

    @property
    def menunggu_unit(self) -> bool:
        """Tell whether it is the units' turn: who must mend or submit has been told, and nothing has come since."""
        yang_ditandai = self.galat - len(self.belum_setor)  # each missing submission is one of them
        return bool(self.galat) and self.diperiksa and (self.ditandai or yang_ditandai <= 0)


@dataclass(frozen=True, slots=True)
class LangkahBerikut:
    """The next sensible command, without the program's name and the folder, and why; no command where others must act first."""

    perintah: tuple[str, ...]
    sebab: str


@dataclass(frozen=True, slots=True)
class KeadaanTahun:
    """The year of a work folder.

    Attributes:
        aturan: the name of the rule in force.
        bulan: its twelve months.
        panjang: longer periods that were computed once, in the order in which they are.
        galat_skema: number of findings of that severity in the registers.
        target: number of units that have a target workbook.
        templat_target: whether target templates lie ready for the units.
        target_diperiksa: whether `validasi` has left its page on the targets since the last of them came.
        folder_salah: findings of month folders under another name or year: what lies in them is in no row.
    """

    instansi: str
    tahun: int
    aturan: str
    bulan: tuple[KeadaanPeriode, ...]
    panjang: tuple[KeadaanPeriode, ...] = ()
    galat_skema: int = 0
    target: int = 0
    templat_target: bool = False
    target_diperiksa: bool = False
    folder_salah: tuple[Temuan, ...] = ()

    @property
    def semua(self) -> tuple[KeadaanPeriode, ...]:
        """Return the months that have submissions or results, then the longer periods."""
        return (*(bulan for bulan in self.bulan if bulan.setoran or bulan.dihitung), *self.panjang)

    @property
    def belum_mulai(self) -> tuple[KeadaanPeriode, ...]:
        """Return the months at the year's end that have neither submissions nor results."""
        mulai = [nomor for nomor, bulan in enumerate(self.bulan, 1) if bulan.setoran or bulan.dihitung]
        return self.bulan[mulai[-1] if mulai else 0 :]


def langkah_berikut(tahun: KeadaanTahun) -> LangkahBerikut:
    """Return what is best done next: mend the registers, bring up to date, mend submissions, lock, hand over, go on."""
    return next(_langkah(tahun))


def _langkah(tahun: KeadaanTahun) -> Iterator[LangkahBerikut]:
    """Yield what could be done, the most urgent first."""
    bulan = [keadaan for keadaan in tahun.bulan if keadaan.setoran]
    if tahun.galat_skema:
        yield LangkahBerikut(
            ("validasi",), f"skema.xlsx memuat {tahun.galat_skema} galat; perbaiki itu dahulu"
        )
    if terputus := [keadaan for keadaan in tahun.semua if keadaan.terputus]:
        periode = terputus[0].periode
        sebab = f"{periode.label} terkunci, tetapi yang disimpan tidak utuh; kembalikan folder riwayat dari cadangan dahulu"
        yield LangkahBerikut(("riwayat", "--periode", periode.kode), sebab)
    if not bulan:
        yield from _siapkan_target(tahun)
    if bulan:
        yield from _mutakhirkan(tahun, bulan)
        yield from _selesaikan([keadaan for keadaan in bulan if keadaan.mutakhir])
    yield from _tunggu(tahun, [keadaan for keadaan in bulan if keadaan.galat and not keadaan.versi])
    yield from _setahun(tahun)


def _siapkan_target(tahun: KeadaanTahun) -> Iterator[LangkahBerikut]:
    """Yield what the year's targets still need before the first month."""
    if tahun.target and not tahun.target_diperiksa:
        sebab = f"buku target {tahun.target} dari {tahun.bulan[0].unit} unit belum diperiksa"
        yield LangkahBerikut(("validasi",), sebab)
    elif not tahun.target and tahun.templat_target:
        yield LangkahBerikut((), "menunggu buku target dari unit; simpan di folder target")
    elif not tahun.target:
        yield LangkahBerikut(
            ("templat", "target"), "belum ada buku target; kirim bukunya ke unit untuk diisi"
        )


def _mutakhirkan(tahun: KeadaanTahun, bulan: list[KeadaanPeriode]) -> Iterator[LangkahBerikut]:
    berubah = [keadaan for keadaan in (*bulan, *tahun.panjang) if not keadaan.mutakhir]
    belum = [keadaan for keadaan in berubah if not keadaan.versi]
    if berubah and not belum:
        periode = berubah[0].periode
        # The register knows nothing of it yet: computing either tells each change and touches nothing, or none is the period's.
        kini = f"hasilnya {berubah[0].sebab}" if berubah[0].sebab else "berkasnya berubah"
        if berubah[0].usang and not berubah[0].berubah:
            kini = "hasilnya belum lengkap"
        sebab = (
            f"{periode.label} terkunci, tetapi {kini}; hitung menyebut apa yang berubah, atau menyegarkannya"
        )
        semua = len(berubah) > 1 and all(
            keadaan.sebab for keadaan in berubah
        )  # as after another program came
        yield LangkahBerikut(("hitung", "--semua") if semua else ("hitung", "--periode", periode.kode), sebab)
    if len(belum) == 1 and not belum[0].dihitung:
        label, pilihan = belum[0].periode.label, ("--periode", belum[0].periode.kode)
        if not belum[0].diperiksa:
            yield LangkahBerikut(("validasi", *pilihan, "--tandai"), f"setoran {label} belum diperiksa")
        yield LangkahBerikut(("hitung", *pilihan), f"{label} belum dihitung")
    if belum:
        yield LangkahBerikut(("hitung", "--semua"), f"{len(belum)} periode belum mutakhir")


def _selesaikan(bulan: list[KeadaanPeriode]) -> Iterator[LangkahBerikut]:
    """Yield what is left to do with periods that are up to date; a recap bears the lock's code, and tells of earlier months as well."""
    belum = [keadaan for keadaan in bulan if not keadaan.versi]
    for keadaan in belum:
        if keadaan.galat and not keadaan.menunggu_unit:
            sebab = f"{keadaan.galat} galat menahan nilai {keadaan.periode.label}"
            yield LangkahBerikut(("validasi", "--periode", keadaan.periode.kode, "--tandai"), sebab)
    for keadaan in belum:
        if not keadaan.galat:
            sebab = f"{keadaan.periode.label} lengkap dan dapat dikunci"
            yield LangkahBerikut(("kunci", "--periode", keadaan.periode.kode), sebab)
    for keadaan in [keadaan for keadaan in bulan if keadaan.versi][-1:]:
        if not keadaan.direkap:
            sebab = f"{keadaan.periode.label} siap direkap untuk pimpinan"
            yield LangkahBerikut(("rekap", "--periode", keadaan.periode.kode), sebab)


def _tunggu(tahun: KeadaanTahun, bergalat: list[KeadaanPeriode]) -> Iterator[LangkahBerikut]:
    """Yield what goes on while the units mend and fill in: the next month's books, then nothing but waiting."""
    depan = next(iter(tahun.belum_mulai), None)
    if depan is not None and not depan.templat:
        nama, kode = depan.periode.label, depan.periode.kode
        yield LangkahBerikut(("templat", "capaian", "--periode", kode), f"buku isian {nama} untuk unit")
    yield from map(_tunggu_unit, bergalat)
    if depan is not None:
        yield LangkahBerikut((), f"menunggu setoran {depan.periode.label} dari unit")


def _tunggu_unit(keadaan: KeadaanPeriode) -> LangkahBerikut:
    sebab = f"menunggu unit memperbaiki {keadaan.galat} galat {keadaan.periode.label}; ganti berkasnya, lalu periksa lagi"
    return LangkahBerikut((), sebab)


def _setahun(tahun: KeadaanTahun) -> Iterator[LangkahBerikut]:
    """Yield what the year itself still needs: it is done when it is locked, as a month is."""
    kode = str(tahun.tahun)
    setahun = next((keadaan for keadaan in tahun.panjang if keadaan.periode.kode == kode), None)
    if setahun is None:
        yield LangkahBerikut(("hitung", "--periode", kode), f"dua belas bulan lengkap; hitung Tahun {kode}")
    else:
        yield from _selesaikan([setahun])
        if not setahun.versi:
            yield _tunggu_unit(setahun)
    yield LangkahBerikut((), f"Tahun {kode} selesai")


def kata_setoran(keadaan: KeadaanPeriode) -> str:
    """Return who of the units has not submitted, as a clause."""
    belum = keadaan.belum_setor
    if not keadaan.setoran:
        return "belum ada setoran"
    if not belum:
        return "semua unit sudah setor"
    sisa = f", dan {len(belum) - _DISEBUT} unit lagi" if len(belum) > _DISEBUT else ""
    ketepatan = keadaan.ketepatan
    tenggat = f" (tenggat {tulis_tanggal(ketepatan.tenggat.isoformat())})" if ketepatan else ""
    return f"{', '.join(belum[:_DISEBUT])}{sisa} belum setor{tenggat}"
