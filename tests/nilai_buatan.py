"""Made-up frozen rows as scoring hands them on: each maker takes what a test speaks of, the rest stands for itself.

No stage of the house is asked: what a row says is what the test says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isnan, nan

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import (
    BELUM_DINILAI,
    DINILAI,
    PINDAH,
    BagianNilai,
    BarisIndikator,
    NilaiAsn,
    NilaiIndikator,
)
from asn_nilai.acuan.isian.indikator.indikator import Agregasi, Indikator, Polaritas
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import IsiPerilaku, PerilakuBulan, SimpulanPerilaku
from asn_nilai.acuan.temuan import Temuan

MARET = Periode.dari_teks("2026-03")


def nilai_indikator(
    kode: str = "IK-1",
    *,
    nama: str = "Indikator 1",
    satuan: str = "persen",
    polaritas: str = "Maksimal",
    agregasi: str = "Jumlah",
    aspek: str = "",
    terburuk: float | None = None,
    bobot: float = 100.0,
    target: float = 100.0,
    realisasi: float = nan,
    persen: float | None = None,
    capaian: float = nan,
    tertimbang: float = nan,
    bulan: Sequence[Bulan] = MARET.bulan,
    sel_target: Sequence[Letak] = (),
    sel_realisasi: Sequence[Letak | None] = (),
) -> NilaiIndikator:
    """Return a row with the same figures in each month; `persen` is the capaian unless it says otherwise."""
    ketentuan = Indikator(
        kode, nama, satuan, Polaritas(polaritas), Agregasi(agregasi), aspek=aspek, nilai_terburuk=terburuk
    )
    banyak = len(bulan)
    baris = BarisIndikator(
        ketentuan,
        bobot,
        tuple(bulan),
        (target,) * banyak,
        (realisasi,) * banyak,
        tuple(sel_target) or (Letak(),) * banyak,
        tuple(sel_realisasi) or (None,) * banyak,
    )
    mentah = capaian if persen is None else persen
    return NilaiIndikator(baris, target, realisasi, mentah, capaian, nan, capaian, tertimbang)


def ubah_indikator(milik: NilaiIndikator, **ubah: object) -> NilaiIndikator:
    """Return a row with other figures, those of its months among them."""
    banyak = len(milik.baris.bulan)
    bulanan = {kunci: (ubah[kunci],) * banyak for kunci in ("target", "realisasi") if kunci in ubah}
    if "bobot" in ubah:
        bulanan["bobot"] = ubah.pop("bobot")
    if "capaian" in ubah:
        ubah = {"persen": ubah["capaian"], "nilai_capaian": ubah["capaian"]} | ubah
    return replace(milik, baris=replace(milik.baris, **bulanan), **ubah)


def perilaku_bulan(
    bulan: Bulan = MARET.bulan[-1],
    *,
    aspek: Sequence[str] = ("",) * 7,
    skor: Sequence[float] = (nan,) * 7,
    pimpinan: str = "",
    letak: Letak = Letak(),  # noqa: B008 - frozen
    ide: str = "",
    catatan: str = "",
    hasil: SimpulanPerilaku = SimpulanPerilaku(),  # noqa: B008 - frozen
    menurut_aspek: SimpulanPerilaku = SimpulanPerilaku(),  # noqa: B008 - frozen
) -> PerilakuBulan:
    """Return a month's row; `letak` is the cell of the leader's word, and the only one with an address."""
    kosong = Letak(letak.berkas, letak.lembar)
    sel = tuple(IsiPerilaku(teks, kosong, angka) for teks, angka in zip(aspek, skor, strict=True))
    return PerilakuBulan(
        bulan, sel, IsiPerilaku(pimpinan, letak), IsiPerilaku(ide, kosong), ide == "Ya",
        IsiPerilaku(catatan, kosong), hasil, menurut_aspek,
    )  # fmt: skip


def perilaku_pimpinan(
    rating: str, letak: Letak, bulan: Bulan = MARET.bulan[-1], angka: float = nan
) -> Perilaku:
    """Return the behaviour that a leader wrote in a cell; none where the rating is blank."""
    if not rating:
        return Perilaku()
    tingkat = rating if isnan(angka) else ""
    hasil = SimpulanPerilaku(rating, angka, tingkat)
    return Perilaku(
        rating, angka=angka, bulan=(perilaku_bulan(bulan, pimpinan=rating, letak=letak, hasil=hasil),)
    )


def perilaku_aspek(
    rating: str, aspek: Sequence[str], skor: Mapping[str, float], letak: Letak, bulan: Bulan = MARET.bulan[-1]
) -> Perilaku:
    """Return the behaviour that seven aspects give, none of which has an address."""
    hasil = SimpulanPerilaku(rating, tingkat=rating)
    ini = perilaku_bulan(
        bulan, aspek=aspek, skor=[skor[isi] for isi in aspek], letak=letak, hasil=hasil, menurut_aspek=hasil
    )
    return Perilaku(rating, bulan=(ini,))


def dengan_antarbulan(aturan: Aturan, cara: str) -> Aturan:
    """Return the profile with another way in which the behaviour of several months becomes one."""
    ketentuan = replace(aturan.perilaku.antarbulan, nilai=cara)
    return aturan.model_copy(
        update={"perilaku": aturan.perilaku.model_copy(update={"antarbulan": ketentuan})}
    )


def nilai_asn(
    penempatan: Penempatan,
    *,
    indikator: Sequence[NilaiIndikator] = (),
    bulan_dihitung: int = 1,
    nhk: float = nan,
    rating_hasil: str = "",
    perilaku: Perilaku = Perilaku(),  # noqa: B008 - frozen
    nilai_akhir: float = nan,
    predikat: str = BELUM_DINILAI,
    status: str = "",
    alasan: Sequence[Temuan] = (),
    bagian: Sequence[BagianNilai] = (),
    pindah_ke: str = "",
    bulan_kurang: Sequence[Bulan] = (),
) -> NilaiAsn:
    """Return an ASN's row; unless it says otherwise, the status follows from the predikat, and from `pindah_ke`."""
    menurut = PINDAH if pindah_ke else BELUM_DINILAI if predikat == BELUM_DINILAI else DINILAI
    return NilaiAsn(
        penempatan, tuple(indikator), bulan_dihitung, nhk, rating_hasil, perilaku, nilai_akhir,
        "" if pindah_ke else predikat, status or menurut, tuple(alasan), tuple(bagian), pindah_ke, tuple(bulan_kurang),
    )  # fmt: skip


def hasil_unit(
    nilai: Sequence[NilaiAsn],
    *,
    unit: Unit = Unit("A", "Unit A"),  # noqa: B008 - frozen
    periode: Periode = MARET,
    temuan: Sequence[Temuan] = (),
    berkas: Sequence[str] = (),
) -> HasilUnit:
    """Return a unit's result."""
    return HasilUnit(unit, periode, tuple(nilai), tuple(temuan), tuple(berkas))


def ubah_asn(hasil: HasilUnit, nip: str, **ubah: object) -> HasilUnit:
    """Return the result with something else said of one ASN."""
    return replace(hasil, nilai=tuple(replace(asn, **ubah) if asn.nip == nip else asn for asn in hasil.nilai))


def ubah_baris(hasil: HasilUnit, nip: str, ubahan: Mapping[int, Mapping[str, object]]) -> HasilUnit:
    """Return the result with other figures in some of an ASN's rows, `{which of them: figures}`."""
    asn = next(asn for asn in hasil.nilai if asn.nip == nip)
    indikator = (ubah_indikator(milik, **ubahan.get(n, {})) for n, milik in enumerate(asn.indikator))
    return ubah_asn(hasil, nip, indikator=tuple(indikator))
