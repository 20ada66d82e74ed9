"""One indicator of an explanation: months, formula with its figures, capaian, and the conversion where the rule has one."""

from collections.abc import Sequence
from math import isclose, isnan

from asn_nilai.acuan.hasil.nilai import BarisIndikator, NilaiIndikator
from asn_nilai.acuan.hasil.penjelasan import AngkaBulan, BarisPenjelasan, Langkah
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.konversi import kalimat_konversi, ruas_untuk
from asn_nilai.acuan.rumus.rumus import RUMUS, Parameter, Rumus
from asn_nilai.acuan.tulisan import tulis_angka

_DESIMAL_CAPAIAN = 4
_SEKECIL = 1e-9
_TAK_TERHITUNG = "belum dapat dihitung"


def urai_baris(nilai: NilaiIndikator, aturan: Aturan, parameter: Parameter) -> BarisPenjelasan:
    """Lay one row out: its months, its formula with figures, and what the conversion makes of the capaian.

    Args:
        nilai: what the row comes to.
        aturan: the rule profile.
        parameter: the figures inside its formulas (`Aturan.parameter`).
    """
    baris, ind = nilai.baris, nilai.indikator
    ketentuan = aturan.capaian.rumus.get(aturan.kunci_rumus(ind.polaritas, ind.aspek))
    rasio = baris.rasio or (None,) * len(baris.bulan)
    bulanan = baris.bulan, baris.target, baris.realisasi, baris.sel_target, baris.sel_realisasi, rasio
    return BarisPenjelasan(
        kode=ind.kode,
        indikator=ind.nama,
        satuan=ind.satuan,
        polaritas=str(ind.polaritas),
        agregasi=str(ind.agregasi),
        bobot=baris.bobot,
        bulan=tuple(map(AngkaBulan, *bulanan)),
        target=nilai.target,
        realisasi=nilai.realisasi,
        penggabungan=_penggabungan(nilai),
        kalimat=_kalimat(nilai, aturan, RUMUS[ketentuan.nilai], parameter) if ketentuan else _TAK_TERHITUNG,
        capaian=nilai.capaian,
        nilai_tertimbang=nilai.tertimbang,
        dasar=ketentuan.dasar if ketentuan else "",
        status=ketentuan.status if ketentuan else "",
        nilai_capaian=nilai.nilai_capaian,
        konversi=_konversi(nilai, aturan),
        aspek=ind.aspek if aturan.menurut_aspek else "",
        pembilang=ind.pembilang if ind.rasio else "",
        penyebut=ind.penyebut if ind.rasio else "",
        milik_unit=ind.milik_unit,
        rencana=baris.rencana,
    )


def _penggabungan(nilai: NilaiIndikator) -> str:
    """Return how the months became one target and one realisasi, blank for one month; of a ratio what it is made of too."""
    baris, target, realisasi = nilai.baris, nilai.target, nilai.realisasi
    if nilai.rasio:
        return _penggabungan_rasio(baris, nilai.rasio, target, realisasi)
    if len(baris.bulan) == 1 or isnan(realisasi):
        return ""
    if baris.indikator.agregasi is Agregasi.NILAI_AKHIR:
        return (
            f"bulan terakhir yang dihitung, {baris.bulan[-1].label}: target {tulis_angka(target)}, realisasi "
            f"{tulis_angka(realisasi)}"
        )
    return f"target {_jumlah(baris, baris.target, target)}; realisasi {_jumlah(baris, baris.realisasi, realisasi)}"


def _penggabungan_rasio(
    baris: BarisIndikator, jumlah: tuple[float, float], target: float, realisasi: float
) -> str:
    """Return a ratio worked out: `realisasi 100 × 743 ÷ 1.720 = 43,2`, over several months with their sums."""
    pembilang, penyebut = map(tulis_angka, jumlah)
    hasil = tulis_angka(realisasi)
    if len(baris.bulan) == 1:
        return f"realisasi 100 × {pembilang} ÷ {penyebut} = {hasil}"
    atas, bawah = (" + ".join(tulis_angka(getattr(r, bagian)) for r in baris.rasio) for bagian in KUNCI_RASIO)
    return (
        f"target {_jumlah(baris, baris.target, target)}; realisasi 100 × ({atas}) ÷ ({bawah}) = "
        f"100 × {pembilang} ÷ {penyebut} = {hasil}"
    )


def _jumlah(baris: BarisIndikator, bulanan: Sequence[float], hasil: float) -> str:
    suku = " + ".join(f"({tulis_angka(x)})" if x < 0 else tulis_angka(x) for x in bulanan)
    if baris.indikator.agregasi in {Agregasi.RATA_RATA, Agregasi.RASIO}:
        return f"({suku}) ÷ {len(bulanan)} = {tulis_angka(hasil)}"
    return f"{suku} = {tulis_angka(hasil)}"


def _kalimat(nilai: NilaiIndikator, aturan: Aturan, rumus: Rumus, parameter: Parameter) -> str:
    """Return the formula with its figures, its result, and what floor and ceiling made of it."""
    if isnan(nilai.capaian):
        return _TAK_TERHITUNG
    kalimat = rumus.kalimat(nilai.target, nilai.realisasi, nilai.indikator.nilai_terburuk, parameter)
    hasil = f"{kalimat} = {tulis_angka(nilai.persen, _DESIMAL_CAPAIAN)}"
    plafon, lantai = aturan.capaian.plafon.nilai, aturan.capaian.lantai.nilai
    if nilai.persen > plafon + _SEKECIL:
        return f"{hasil}; melampaui plafon, dipakai {tulis_angka(plafon)}"
    if nilai.persen < lantai - _SEKECIL:
        return f"{hasil}; di bawah lantai, dipakai {tulis_angka(lantai)}"
    return hasil


def _konversi(nilai: NilaiIndikator, aturan: Aturan) -> Langkah | None:
    """Return the working of the conversion, None where the rule has none or there is no capaian."""
    konversi, bulat = aturan.capaian.konversi, nilai.capaian_bulat
    if konversi is None or isnan(nilai.capaian):
        return None
    di_puncak = isclose(nilai.target, nilai.baris.batas_alami, rel_tol=1e-12)
    kalimat = kalimat_konversi(bulat, di_puncak=di_puncak, konversi=konversi)
    alami = konversi.maksimum_alami
    sumber = alami if alami and di_puncak and bulat >= alami.nilai[0] else ruas_untuk(bulat, konversi)
    isi = f"dibulatkan {konversi.desimal.nilai} desimal; {kalimat}"
    return Langkah("Konversi capaian ke nilai", isi, sumber.dasar, sumber.status)
