"""One ASN's score laid out as on paper: what terminal, JSON and card all show, word for word.

A value, without a rule of its own: `hitung.penjelasan` fills it in by asking the scoring functions. Sentences are
Indonesian and ready to print; figures stand beside them unrounded, so that anyone can work the score out again.
"""

from dataclasses import fields, is_dataclass
from math import isnan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.hasil.nilai import SEMENTARA
from asn_nilai.acuan.hasil.perubahan_predikat import Perubahan
from asn_nilai.acuan.isian.formulir.rencana_kerja import TANPA_RENCANA, RencanaKerja
from asn_nilai.acuan.isian.indikator.rasio import Rasio
from asn_nilai.acuan.isian.skema import UNIT_LAIN
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.temuan import Temuan


@baris_ringan
class AngkaBulan:
    """The figures of one counted month and their cells; realisasi is NaN and its cell None where there is none.

    `rasio` is what the realisasi of a ratio is made of, None for all others.
    """

    bulan: Bulan
    target: float
    realisasi: float
    sel_target: Letak
    sel_realisasi: Letak | None
    rasio: Rasio | None = None


@baris_ringan
class BarisPenjelasan:
    """One indicator: its months, what they come to, and the capaian worked out.

    `pembilang` and `penyebut` are in words what a ratio counts, blank for all others; `milik_unit` tells that the figure is
    the unit's, the same for all who carry it; `rencana` is what the row is for.
    `penggabungan` says how the months became one figure, blank for a single month; `kalimat` is the formula with the
    figures in it, with its result and what floor or ceiling made of it. `capaian` in percent, unrounded; `nilai_capaian` is what the mean weighs: the capaian itself, or what the `konversi` makes of it.
    `aspek` is blank unless the rule chooses its formula by it; `menurut` is what the formula was chosen by.
    """

    kode: str
    indikator: str
    satuan: str
    polaritas: str
    agregasi: str
    bobot: float
    bulan: tuple[AngkaBulan, ...]
    target: float
    realisasi: float
    penggabungan: str
    kalimat: str
    capaian: float
    nilai_tertimbang: float
    dasar: str
    status: str
    nilai_capaian: float
    konversi: "Langkah | None"
    aspek: str
    pembilang: str = ""
    penyebut: str = ""
    milik_unit: bool = False
    rencana: RencanaKerja = TANPA_RENCANA

    @property
    def sifat(self) -> tuple[str, ...]:
        """Return what kind of figure it is, in words: its unit of measure, what decides, how months join, whose it is, what for."""
        kata = (
            self.satuan,
            self.menurut,
            self.agregasi,
            "angka unit" if self.milik_unit else "",
            *self.rencana.kata,
        )
        return tuple(filter(None, kata))

    @property
    def menurut(self) -> str:
        """Return the polarity, or the aspect where the rule goes by it."""
        return f"Aspek {self.aspek}" if self.aspek else self.polaritas


@baris_ringan
class BagianUnit:
    """What one unit's indicators give: Σ (bobot × nilai_capaian) ÷ Σ bobot, before (`nhk_persis`) and after rounding."""

    kode_unit: str
    unit: str
    bulan_dihitung: int
    baris: tuple[BarisPenjelasan, ...]
    jumlah_bobot: float
    hasil_kali: float
    nhk_persis: float
    nhk: float


@baris_ringan
class SelPerilaku:
    """One cell of a Perilaku sheet: its column, what stands there (blank where nothing does), and where."""

    kolom: str
    teks: str
    sel: Letak


@baris_ringan
class PerilakuTertulis:
    """What one month's sheet says of the ASN's behaviour.

    Attributes:
        bulan: the month.
        aspek: the seven aspects, in the form's order.
        pimpinan: the leader's word.
        catatan: the note: the reason of a rating, or a few words on a new idea.
        ide_baru: whether the row says that there was one.
        rating: what the month comes to as it is printed, blank where the row gives nothing.
        tingkat: its level; blank where there is none.
        rating_aspek: what the seven aspects give by themselves, blank where they are not complete.
        bertentangan: whether the leader's word is another level than that, or than incomplete ones could give.
        dari_bkn: whether the leader's word stands in an export of e-Kinerja BKN.
    """

    bulan: Bulan
    aspek: tuple[SelPerilaku, ...]
    pimpinan: SelPerilaku
    catatan: SelPerilaku
    ide_baru: bool
    rating: str
    tingkat: str
    rating_aspek: str
    bertentangan: bool
    dari_bkn: bool = False


@baris_ringan
class Langkah:
    """One step after the capaian, with the basis that the aturan gives for it and how sure it is."""

    judul: str
    isi: str
    dasar: str
    status: str


@baris_ringan
class Penjelasan:
    """The whole explanation of one ASN and period.

    `bulan_kurang` are the months that a provisional score does without. `halangan` are the findings that keep the ASN from being
    (finally) scored, `catatan` other findings that name the ASN; `perubahan` is None for who is not scored, and where nobody asked
    for it; `perilaku` has a row for each month whose sheet names the ASN once.
    """

    instansi: str
    periode: str
    periode_label: str
    aturan: str
    aturan_nama: str
    peraturan: str
    nip: str
    nama: str
    jabatan: str
    kode_unit: str
    unit: str
    bagian: tuple[BagianUnit, ...]
    perilaku: tuple[PerilakuTertulis, ...]
    langkah: tuple[Langkah, ...]
    nilai_hasil_kerja: float
    rating_hasil_kerja: str
    rating_perilaku: str
    angka_perilaku: float
    ide_baru: bool
    nilai_akhir: float
    predikat: str
    status: str
    bulan_kurang: tuple[Bulan, ...]
    halangan: tuple[Temuan, ...]
    catatan: tuple[Temuan, ...]
    perubahan: Perubahan | None = None

    @property
    def panjang(self) -> bool:
        """Tell whether the period has several months."""
        return len(Periode.dari_teks(self.periode).bulan) > 1

    @property
    def judul_halangan(self) -> str:
        """Return what the reasons in `halangan` explain: why there is no predikat, or why it is not the last word."""
        return "Mengapa sementara" if self.status == SEMENTARA else "Mengapa belum dinilai"

    @property
    def di_unit_lain(self) -> tuple[Letak, ...]:
        """Return where rows of the ASN stand in books of other units: nothing of the score rests on them."""
        return tuple(
            ini.letak for ini in self.catatan if ini.kode == UNIT_LAIN and ini.unit != self.kode_unit
        )

    def sebagai_dict(self) -> dict[str, object]:
        """Return it as JSON can hold it: NaN becomes null, a place its `file › sheet › cell`, a month its name."""
        return {ruas.name: _json(getattr(self, ruas.name)) for ruas in fields(self)}


def _json(isi: object) -> object:
    if isinstance(isi, float):
        return None if isnan(isi) else isi
    if isinstance(isi, Letak):
        return str(isi)
    if isinstance(isi, Bulan):
        return isi.label
    if isinstance(isi, tuple):
        return [_json(butir) for butir in isi]
    if isinstance(isi, Temuan):
        return {"kode": isi.kode, "letak": str(isi.letak), "pesan": isi.pesan, "saran": isi.saran}
    return {r.name: _json(getattr(isi, r.name)) for r in fields(isi)} if is_dataclass(isi) else isi
