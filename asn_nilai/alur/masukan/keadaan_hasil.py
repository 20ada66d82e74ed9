"""Whether a period's results are still what its inputs give: asked without reading a submission or loading what computes.

Who computes asks more (`alur.terbitan.hasil_lama` also looks whether each output is as it was written); the year's table, the
order of a whole year and the closing lines of a run ask this.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.hasil.kata_keadaan import ATURAN_LAIN, BELUM_LENGKAP, LEBIH_LAMA
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.periode import Bulan, Periode, PeriodeTidakSahError
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.alur.konteks import Konteks, catatan_hasil
from asn_nilai.alur.masukan.baris_unit_lain import baris_tercatat, di_unit_lain, menurut_nip
from asn_nilai.alur.masukan.masukan_unit import CETAK, LALU, MasukanUnit
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.sidik import sidik_masukan
from asn_nilai.alur.riwayat.versi import baca_versi, periode_tercatat, versi_terakhir
from asn_nilai.ruang_kerja import RuangKerja, buku_kerja
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, Sha, sha256_berkas


@dataclass(frozen=True, slots=True)
class KeadaanHasil:
    """What stands of a period's results.

    Attributes:
        manifes: their record; None where the period has not been computed.
        sebab: why all of them must be computed anew, as the end of a sentence; blank where not.
        usang: the units whose inputs changed, or that have no whole results, by their codes: what changed, as
            `MasukanUnit.berubah` says it.
        cetak: codes of the units that need only be printed anew.
        tertahan: those of `usang` whose inputs are as they were: something could not be read or written, or is there no more.
    """

    manifes: Manifes | None
    sebab: str = ""
    usang: Mapping[str, frozenset[str]] = field(default_factory=dict)
    cetak: tuple[str, ...] = ()
    tertahan: frozenset[str] = frozenset()

    @property
    def karena_lalu(self) -> bool:
        """Tell whether what earlier months say has changed."""
        return any(LALU in beda for beda in self.usang.values())

    @property
    def sebab_usang(self) -> str:
        """Return why computing again may change something, as the end of a sentence, where it may."""
        hanya_tertahan = bool(self.usang) and self.usang.keys() <= self.tertahan
        return self.sebab or (BELUM_LENGKAP if hanya_tertahan else LEBIH_LAMA)

    @property
    def berubah(self) -> list[str]:
        """Return the codes of the units of `usang` whose inputs changed."""
        return [kode for kode in self.usang if kode not in self.tertahan]

    @property
    def program_lain(self) -> bool:
        """Tell whether another version of the program wrote them: their inputs may be as they were."""
        return self.manifes is not None and self.manifes.program != PROGRAM

    @property
    def mutakhir(self) -> bool:
        """Tell whether computing again would change nothing."""
        return self.manifes is not None and not (self.sebab or self.usang or self.cetak)


def keadaan_hasil(konteks: Konteks, sha: Sha = sha256_berkas) -> KeadaanHasil:
    """Return the state of the results of the context's period.

    Args:
        konteks: gives period, rule and the inputs as they stand now.
        sha: SHA-256 of a file; one that remembers, where several periods share files.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if manifes is None:
        return KeadaanHasil(None)
    if sebab := dasar_lain(konteks, manifes, _kode_kunci(konteks)) or _sebab_semua(konteks, manifes):
        return KeadaanHasil(manifes, sebab)
    masukan, tercatat = MasukanUnit(konteks, sha), _tercatat(konteks)
    ada = [manifes.unit[kode] for kode in konteks.skema.unit if kode in manifes.unit]
    baris_lain = menurut_nip(ini for catatan in ada for ini in baris_tercatat(catatan))
    usang: dict[str, frozenset[str]] = {}
    cetak: list[str] = []
    tertahan: set[str] = set()
    for kode in konteks.skema.unit:
        catatan = manifes.unit.get(kode)
        if catatan is None or not (catatan.lengkap and all((folder / f).is_file() for f in catatan.keluaran)):
            usang[kode] = frozenset()
            tertahan |= {kode} if catatan else set()
        elif tercatat.get(kode) != sidik_masukan(catatan):
            usang[kode] = frozenset()  # the register tells of other inputs
        elif beda := frozenset(masukan.berubah(kode, catatan)):
            if beda == {CETAK}:
                cetak.append(kode)
            else:
                usang[kode] = beda - {CETAK}
                tertahan |= {kode} if usang[kode] <= catatan.tak_terbaca else set()
        elif catatan.di_unit_lain != di_unit_lain(konteks, kode, baris_lain):
            cetak.append(kode)  # its page alone tells of rows in other units' books
    return KeadaanHasil(manifes, "", usang, tuple(cetak), frozenset(tertahan))


def dasar_lain(konteks: Konteks, manifes: Manifes, kode_kunci: str) -> str:
    """Return why results rest on another program, rule or lock than a run's, as the end of a sentence; blank where they do not.

    Args:
        konteks: gives the rule.
        manifes: the record of the results.
        kode_kunci: code of the lock that they should bear; blank for none.
    """
    if manifes.program != PROGRAM:
        return f"ditulis {manifes.program}"
    if manifes.sha256_aturan != konteks.aturan.sha256:
        return ATURAN_LAIN
    return "" if manifes.kode_kunci == kode_kunci else "memuat kode versi yang tidak berlaku"


def _sebab_semua(konteks: Konteks, manifes: Manifes) -> str:
    """Return why all results must be computed anew, as the end of a sentence; blank where they need not."""
    folder, skema = konteks.ruang.folder_hasil(konteks.periode), konteks.skema
    tanpa = manifes.unit.get(TANPA_UNIT.kode)
    banyak_tanpa = tanpa.ringkas.get("jumlah_asn") if tanpa else 0
    sebab = {
        "memuat unit yang tidak ada lagi di skema": bool(
            manifes.unit.keys() - {*skema.unit, TANPA_UNIT.kode}
        ),
        "memuat pegawai tanpa unit yang lain daripada skema": banyak_tanpa
        != skema.jumlah_asn(TANPA_UNIT.kode, konteks.periode),
        "tidak lengkap lagi": not all((folder / n).is_file() for n in manifes.keluaran if "/" not in n),
    }
    return next((kalimat for kalimat, berlaku in sebab.items() if berlaku), "")


def _kode_kunci(konteks: Konteks) -> str:
    versi = versi_terakhir(konteks.ruang, konteks.periode)
    return versi.kode if versi else ""


def _tercatat(konteks: Konteks) -> dict[str, str]:
    """Return by unit of which inputs the period's register tells."""
    register = register_periode(konteks)
    return register.tercatat(register.baca())


def bulan_bersetoran(ruang: RuangKerja) -> tuple[Bulan, ...]:
    """Return the months of the year that have submissions, in order."""
    setahun = Periode.setahun(ruang.tahun).bulan
    return tuple(bulan for bulan in setahun if buku_kerja(ruang.folder_capaian(bulan)))


def periode_terhitung(ruang: RuangKerja) -> list[Periode]:
    """Return the periods of the year that have results, in the order in which they are computed.

    A month looks back on earlier ones, a longer period on its months.
    """
    hasil = ruang.folder_hasil(Periode.setahun(ruang.tahun)).parent
    semua = {
        periode.kode: periode for folder in hasil.glob(f"*/{NAMA_MANIFES}") for periode in _periode(folder)
    }
    milik = (periode for periode in semua.values() if periode.bulan[0].tahun == ruang.tahun)
    return sorted(milik, key=lambda periode: periode.urutan)


def periode_panjang(ruang: RuangKerja) -> list[Periode]:
    """Return the longer periods of the year that were computed once, in the order in which they are.

    Of those whose results were deleted the registers tell. One that lacks months was a look ahead and is left, unless it is locked.
    """
    bersetoran = {*bulan_bersetoran(ruang)}
    tercatat = (
        periode
        for periode in periode_tercatat(ruang)
        if periode.bulan[0].tahun == ruang.tahun
        and (bersetoran.issuperset(periode.bulan) or baca_versi(ruang, periode))
    )
    semua = {periode.kode: periode for periode in (*periode_terhitung(ruang), *tercatat)}
    panjang = (periode for periode in semua.values() if len(periode.bulan) > 1)
    return sorted(panjang, key=lambda periode: periode.urutan)


def _periode(manifes: Path) -> Iterator[Periode]:
    try:
        periode = Periode.dari_folder(manifes.parent.name)
    except PeriodeTidakSahError:
        return
    if periode.nama_folder == manifes.parent.name:
        yield periode
