"""Checks of a ratio's month: both figures there, nothing divided by nothing, and a realisasi typed beside them that agrees."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.isian.indikator.indikator import Indikator
from asn_nilai.acuan.isian.indikator.rasio import Rasio, rasio_bulan, rasio_tepat
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.periksa.angka import dibulatkan_dari
from asn_nilai.periksa.bahan import BahanPeriksa, BarisCapaian, sebut_indikator

_CAPAIAN = FORMULIR["Capaian"]
_PENYEBUT = KUNCI_RASIO[1]
_DESIMAL = 4
_BULAN_SEBANDING, _KALI, _CUKUP_BANYAK = 2, 10, 20
"""From how many months on, how many times as large, and from which size: a handful may well be a tenth of another month's."""
_DIJUMLAHKAN = "pada {} pembilang dan penyebut dijumlahkan, jadi satu bulan saja yang menentukan"
_SEBAGIAN_KECIL = "rasio bulan ini hanya dari sebagian kecil yang biasanya dihitung"
_KALI_MEMBENGKAK = 1.5
"""How many times the largest before a penyebut is that alone lowers a ratio, while above the line nothing has grown."""
_MEMBENGKAK = "pembilangnya tidak ikut bertambah, jadi rasio bulan ini turun karena penyebutnya saja"
_BUKAN_ANGKA = "yang bukan angka"
NIHIL, TAK_TERUKUR = "nol, ketik 0", "tidak ada yang diukur, kosongkan targetnya di buku target"
"""What a blank above the line may mean, and one below it: nothing can be divided by nought."""


def periksa_rasio(bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator) -> Iterator[Temuan]:
    """Yield what is wrong with what a ratio counts in a month with a target."""
    tabel, posisi = baris.tabel, baris.posisi
    kosong = [kunci for kunci in KUNCI_RASIO if not isinstance(tabel.isi[kunci][posisi], float)]
    if kosong:
        yield from _kosong(bahan, baris, indikator, kosong)
        return
    rasio = rasio_bulan(tabel, posisi)
    if rasio.penyebut <= 0:
        yield temuan(
            "penyebut-nol", tabel.letak(_PENYEBUT, posisi), unit=bahan.kode_unit, nip=baris.nip,
            indikator=sebut_indikator(indikator), penyebut=indikator.penyebut, teks=tulis_angka(rasio.penyebut),
        )  # fmt: skip
    else:
        yield from _tertulis(bahan, baris, indikator, rasio)


def periksa_bukan_rasio(bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator) -> Iterator[Temuan]:
    """Yield what stands where only a ratio is counted, and counts for nothing."""
    tabel, posisi = baris.tabel, baris.posisi
    terisi = {
        kunci: tulis_angka(nilai)
        for kunci in KUNCI_RASIO
        if isinstance(nilai := tabel.isi[kunci][posisi], float)
    }
    terisi |= {kunci: _BUKAN_ANGKA for kunci in KUNCI_RASIO if (kunci, posisi) in tabel.cacat}
    if terisi:
        yield temuan(
            "rasio-tidak-dipakai", tabel.letak(next(iter(terisi)), posisi), unit=bahan.kode_unit, nip=baris.nip,
            kolom=" dan ".join(map(_CAPAIAN.label, terisi)), indikator=sebut_indikator(indikator),
            teks=" dan ".join(terisi.values()),
        )  # fmt: skip


def sebut_rasio(baris: BarisCapaian) -> str:
    """Return what a row's figures come to, with the figures: the cell shows but one of them."""
    rasio = rasio_bulan(baris.tabel, baris.posisi)
    pembilang, penyebut = tulis_angka(rasio.pembilang), tulis_angka(rasio.penyebut)
    return f"{pembilang} ÷ {penyebut} = {tulis_angka(rasio.realisasi, _DESIMAL)} persen"


def _kosong(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, kosong: list[str]
) -> Iterator[Temuan]:
    """Both figures are needed; the first that is missing is told, unless reading has told of the cell."""
    tabel, posisi = baris.tabel, baris.posisi
    ganda = len(bahan.capaian[baris.bulan][baris.nip, baris.kode]) > 1
    if ganda or any((kunci, posisi) in tabel.cacat for kunci in kosong):
        return
    ada = kosong[0] in tabel.kolom
    label = " dan ".join(_CAPAIAN.label(kunci) for kunci in kosong)
    tertulis = tabel.teks_kosong.get((kosong[0], posisi))
    keadaan = "belum diisi" if ada else "tidak ada kolomnya"
    nihil = TAK_TERUKUR if _PENYEBUT in kosong else NIHIL
    yield temuan(
        "realisasi-kosong", tabel.letak(kosong[0] if ada else "realisasi", posisi), unit=bahan.kode_unit, nip=baris.nip,
        indikator=sebut_indikator(indikator), periode=baris.bulan.label,
        teks=f": {label} " + (f"tertulis '{tertulis}'" if tertulis else keadaan),
        cara=f"Isi {label}", nihil=nihil,
    )  # fmt: skip


def periksa_imbangan(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield the months whose penyebut is out of proportion: sums over sums let one month outweigh all others, or vanish."""
    if len(bahan.capaian) < _BULAN_SEBANDING:
        return
    disebut = set[tuple[str, str, Bulan]]()
    for (nip, kode), (target, *_) in bahan.target.items():
        indikator = target.indikator
        if indikator is None or not indikator.rasio:
            continue
        semua = list(_penyebut(bahan, nip, kode, target.dihitung))
        for baris, penyebut, lain in _timpang(semua):
            siapa = "" if indikator.milik_unit else nip
            if (kode, siapa, baris.bulan) not in disebut:
                disebut.add((kode, siapa, baris.bulan))
                yield temuan(
                    "penyebut-timpang", baris.tabel.letak(_PENYEBUT, baris.posisi), unit=bahan.kode_unit, nip=siapa,
                    indikator=sebut_indikator(indikator), bulan=baris.bulan.label, teks=tulis_angka(penyebut),
                    lain=f"bulan terdekatnya {tulis_angka(lain)}", arti=_DIJUMLAHKAN.format(bahan.periode.label),
                )  # fmt: skip


def periksa_penyebut_sebulan(bahan: BahanPeriksa, lalu: Mapping[Bulan, Tabel]) -> Iterator[Temuan]:
    """Yield of a lone month each penyebut that is out of proportion to all earlier months: it alone makes the ratio, for that month.

    Args:
        bahan: the unit's submission.
        lalu: capaian tables of months before the period.
    """
    if len(bahan.capaian) > 1:
        return  # several months are held against each other
    dulu = [*map(_rasio_tabel, lalu.values())]
    disebut = set[str]()
    for baris in bahan.semua_capaian() if any(dulu) else ():
        indikator, target = baris.indikator, baris.target
        if indikator is None or not indikator.rasio or target is None or baris.bulan not in target.dihitung:
            continue
        siapa = "" if indikator.milik_unit else baris.nip
        rasio = rasio_bulan(baris.tabel, baris.posisi)
        semua = [ini[baris.nip, baris.kode] for ini in dulu if (baris.nip, baris.kode) in ini]
        timpang = _timpang_sebulan(rasio, semua) if rasio.penyebut > 0 and semua else None
        if timpang and f"{siapa} {baris.kode}" not in disebut:
            disebut.add(f"{siapa} {baris.kode}")
            lain, arti = timpang
            yield temuan(
                "penyebut-timpang", baris.tabel.letak(_PENYEBUT, baris.posisi), unit=bahan.kode_unit, nip=siapa,
                indikator=sebut_indikator(indikator), bulan=baris.bulan.label, teks=tulis_angka(rasio.penyebut),
                lain=f"bulan-bulan sebelumnya {lain}", arti=arti,
            )  # fmt: skip


def _timpang_sebulan(rasio: Rasio, dulu: Sequence[tuple[float, float]]) -> tuple[str, str] | None:
    """Return what earlier months' penyebut were, and what a month's means for its ratio; None where it is in proportion.

    All of them dwarf it where most was left out. Where it is half as large again as the largest and nothing more is above the line than there was
    before, it alone has lowered the ratio.
    """
    pembilang, penyebut = map(max, zip(*dulu, strict=True))
    terkecil = min(ini for _, ini in dulu)
    if terkecil >= max(_CUKUP_BANYAK, _KALI * rasio.penyebut):
        return f"sedikitnya {tulis_angka(terkecil)}", _SEBAGIAN_KECIL
    if rasio.penyebut >= max(_CUKUP_BANYAK, _KALI_MEMBENGKAK * penyebut) and rasio.pembilang <= pembilang:
        return f"paling banyak {tulis_angka(penyebut)}", _MEMBENGKAK
    return None


def _rasio_tabel(tabel: Tabel) -> dict[tuple[str, str], tuple[float, float]]:
    """Return what an earlier month's ratios are made of, above the line and below it, by NIP and Kode Indikator."""
    semua = zip(
        tabel.teks("nip"), tabel.teks("kode_indikator"), *(tabel.isi[kunci] for kunci in KUNCI_RASIO), strict=True
    )  # fmt: skip
    return {
        (nip, kode): (pembilang, penyebut)
        for nip, kode, pembilang, penyebut in semua
        if isinstance(pembilang, float) and isinstance(penyebut, float) and penyebut > 0
    }


def _penyebut(
    bahan: BahanPeriksa, nip: str, kode: str, bulan: Collection[Bulan]
) -> Iterator[tuple[BarisCapaian, float]]:
    for ini in bulan:
        for baris in bahan.capaian.get(ini, {}).get((nip, kode), ())[:1]:
            penyebut = rasio_bulan(baris.tabel, baris.posisi).penyebut
            if penyebut > 0:
                yield baris, penyebut


def _timpang(semua: Sequence[tuple[BarisCapaian, float]]) -> Iterator[tuple[BarisCapaian, float, float]]:
    """Yield the largest if it dwarfs the next one, and the smallest if the next one dwarfs it, each with that next one."""
    urut = sorted(semua, key=lambda ini: ini[1])
    if len(urut) < _BULAN_SEBANDING or urut[-1][1] < _CUKUP_BANYAK:
        return
    if urut[-1][1] >= _KALI * urut[-2][1]:
        yield *urut[-1], urut[-2][1]
    if urut[1][1] >= _KALI * urut[0][1] and urut[1][1] >= _CUKUP_BANYAK:
        yield *urut[0], urut[1][1]


def _tertulis(
    bahan: BahanPeriksa, baris: BarisCapaian, indikator: Indikator, rasio: Rasio
) -> Iterator[Temuan]:
    """A realisasi typed beside its figures says the same, as far as it is rounded."""
    tabel, posisi = baris.tabel, baris.posisi
    tertulis = tabel.isi["realisasi"][posisi]
    if not isinstance(tertulis, float) or dibulatkan_dari(
        tertulis, rasio_tepat(rasio.pembilang, rasio.penyebut)
    ):
        return
    yield temuan(
        "rasio-tidak-cocok", tabel.letak("realisasi", posisi), unit=bahan.kode_unit, nip=baris.nip,
        indikator=sebut_indikator(indikator), teks=tulis_angka(tertulis), pembilang=tulis_angka(rasio.pembilang),
        penyebut=tulis_angka(rasio.penyebut), hitungan=tulis_angka(rasio.realisasi, _DESIMAL),
        sel=f"{tabel.sel(KUNCI_RASIO[0], posisi)} dan {tabel.sel(_PENYEBUT, posisi)}",
    )  # fmt: skip
