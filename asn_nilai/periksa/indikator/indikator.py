"""Checks of what is measured: the indicator's code, whether this kind of unit may use it, and its unit of measure."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.temuan import Akibat, Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa, BarisCapaian, BarisTarget, sebut_indikator
from asn_nilai.periksa.indikator.beda_nama import beda_nama


def periksa_indikator(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield what is wrong with codes and units of measure.

    A code whose row in the register is faulty follows from that row, and is no fault of the unit's.

    A wrong code in the target workbook stops the ASN, whose work it should measure. On a capaian sheet it leaves only
    the row aside: that the right indicator has no realisasi is then told at its own place.
    """
    if bahan.isian.target is not None:
        yield from _periksa(bahan, bahan.isian.target, bahan.semua_target(), None)
    for bulan, menurut_asn in bahan.capaian_asn.items():
        semua = chain.from_iterable(menurut_asn.values())
        yield from _periksa(bahan, bahan.isian.capaian[bulan], semua, Akibat.BARIS)


def _periksa(
    bahan: BahanPeriksa, tabel: Tabel, semua: Iterable[BarisTarget | BarisCapaian], akibat: Akibat | None
) -> Iterator[Temuan]:
    if _semua_cocok(bahan, tabel):
        return
    kenal: dict[tuple[str, str], bool] = {}
    for baris in semua:
        if baris.indikator is None:
            yield from _kode(bahan, tabel, baris, akibat)
            continue
        tertulis = str(tabel.isi["indikator"][baris.posisi])
        if (
            tertulis
            and tertulis != baris.indikator.nama
            and _nama_lain(bahan, tertulis, baris.indikator, kenal)
        ):
            yield temuan(
                "indikator-beda-nama", tabel.letak("indikator", baris.posisi), unit=bahan.kode_unit, nip=baris.nip,
                teks=tertulis, kode_indikator=baris.kode, indikator=baris.indikator.nama,
            )  # fmt: skip
        if tabel.isi["satuan"][baris.posisi] != baris.indikator.satuan:
            yield from _satuan(bahan, tabel, baris, baris.indikator)


def _semua_cocok(bahan: BahanPeriksa, tabel: Tabel) -> bool:
    """Tell whether every row names its indicator and unit of measure as the register does; each way they are written is asked once."""
    tertulis = set(
        zip(tabel.teks("kode_indikator"), tabel.teks("indikator"), tabel.teks("satuan"), strict=True)
    )
    return not tabel.cacat and all(
        (indikator := bahan.indikator.get(kode)) is not None
        and nama in {"", indikator.nama}
        and satuan == indikator.satuan
        for kode, nama, satuan in tertulis
    )


def _kode(
    bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget | BarisCapaian, akibat: Akibat | None
) -> Iterator[Temuan]:
    if ("kode_indikator", baris.posisi) in tabel.cacat:
        return
    letak, unit = tabel.letak("kode_indikator", baris.posisi), bahan.isian.unit
    indikator = bahan.skema.indikator.get(baris.kode)
    if indikator is None:
        teks, tertulis = baris.kode or "(kosong)", str(tabel.isi["indikator"][baris.posisi])
        cacat = bahan.skema.kenali_indikator_cacat(baris.kode, tertulis)
        if cacat and isinstance(baris, BarisTarget) and not baris.dihitung:
            akibat = Akibat.BARIS
        yield temuan(
            "indikator-tidak-dikenal", letak, unit=unit.kode, nip=baris.nip, akibat=akibat, teks=teks,
            akar=cacat.sebab if cacat else None,
        )  # fmt: skip
    else:
        yield temuan(
            "indikator-tidak-berlaku", letak, unit=unit.kode, nip=baris.nip, akibat=akibat,
            akar=bahan.skema.jenis_keliru.get((indikator.kode, unit.jenis.casefold())),
            indikator=sebut_indikator(indikator), berlaku_untuk=", ".join(indikator.berlaku_untuk),
            jenis_unit=f"berjenis {unit.jenis}" if unit.jenis else "tidak berjenis",
        )  # fmt: skip


def _nama_lain(
    bahan: BahanPeriksa, tertulis: str, indikator: Indikator, kenal: dict[tuple[str, str], bool]
) -> bool:
    """Tell whether a name says something else than its code, each pair judged once and kept in `kenal`."""
    pasangan = (indikator.kode, tertulis)
    if pasangan not in kenal:
        nama = {lain.nama for lain in bahan.skema.indikator.values()}
        kenal[pasangan] = beda_nama(tertulis, indikator.kode, indikator.nama, nama)
    return kenal[pasangan]


def _satuan(
    bahan: BahanPeriksa, tabel: Tabel, baris: BarisTarget | BarisCapaian, indikator: Indikator
) -> Iterator[Temuan]:
    tertulis, seharusnya = tabel.isi["satuan"][baris.posisi], indikator.satuan
    if not tertulis or not seharusnya:
        return
    if lipat_satuan(str(tertulis)) != lipat_satuan(seharusnya):
        letak, unit = tabel.letak("satuan", baris.posisi), bahan.kode_unit
        yield temuan("satuan-berbeda", letak, unit=unit, nip=baris.nip, teks=tertulis, satuan=seharusnya)


@lru_cache(maxsize=1024)
def lipat_satuan(satuan: str) -> str:
    """Fold a unit of measure for comparison: case and spaces, and `%` read as the word."""
    return "".join(satuan.casefold().replace("%", "persen").split())
