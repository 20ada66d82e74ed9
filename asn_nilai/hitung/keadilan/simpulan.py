"""What is worth asking about, in one sentence: for who must decide, and for who wants to check it on the same sheet."""

from collections.abc import Iterator, Sequence

from asn_nilai.acuan.rekap.keadilan import DimensiKeadilan, KelompokKeadilan, PenilaiPerilaku
from asn_nilai.acuan.tulisan import tulis_tetap
from asn_nilai.hitung.keadilan.cliff import SEDANG

_DISEBUT = 3
"""Groups, and assessors, that the sentence names; the others are counted."""


def susun_simpulan(
    dimensi: Sequence[DimensiKeadilan], penilai: Sequence[PenilaiPerilaku], jumlah: int, menilai_diri: int
) -> str:
    """Return the verdict on one period; `jumlah` is the number of scored ASN, `menilai_diri` of those who rated themselves."""
    kelompok = [*_kelompok(dimensi)]
    orang = [sebut for milik in penilai if (sebut := _penilai(milik))]
    perbandingan = sum(cara.perbandingan for cara in dimensi)
    dasar = f"{jumlah} ASN dinilai, {perbandingan} perbandingan kelompok, {len(penilai)} penilai"
    sama = _satu_rating(penilai)
    umum = [f"semua penilai memberi {sama}, sehingga perilaku tidak membedakan siapa pun"] if sama else []
    if menilai_diri:
        umum.append(f"{menilai_diri} ASN menilai dirinya sendiri")
    if not (umum or kelompok or orang):
        tanpa = (
            "NHK-nya berbeda jelas dan sedikitnya sedang"
            if perbandingan
            else "cukup besar untuk dibandingkan"
        )
        return (
            f"Tidak ada yang patut ditanyakan dari {dasar}: tidak ada kelompok yang {tanpa}, dan "
            "tidak ada penilai yang menilai semua ASN-nya sama di luar kebetulan, jauh dari hasil kerja mereka, atau menyimpang dari "
            "aspeknya."
        )
    isi = [*umum, *_dipotong(kelompok, "kelompok"), *_dipotong(orang, "penilai")]
    return f"Patut ditanyakan: {'; '.join(isi)} (dari {dasar}). Perbedaan belum berarti kesalahan."


def _kelompok(dimensi: Sequence[DimensiKeadilan]) -> Iterator[str]:
    """Yield the groups that differ clearly and at least `sedang`, the largest difference first; of two the lower one."""
    semua = [
        (cara.judul, kelompok)
        for cara in dimensi
        for kelompok in cara.kelompok
        if _patut(kelompok) and not (cara.berpasangan and kelompok.delta > 0)
    ]
    for judul, kelompok in sorted(semua, key=lambda isi: -abs(isi[1].delta)):
        arah, tanda = ("tinggi", "") if kelompok.delta > 0 else ("rendah", "−")
        yield (
            f"NHK {kelompok.nama} ({judul}, {kelompok.jumlah} ASN) jelas lebih {arah} daripada ASN lain "
            f"(delta {tanda}{tulis_tetap(abs(kelompok.delta), 2)}, {kelompok.sebutan})"
        )


def _patut(kelompok: KelompokKeadilan) -> bool:
    return kelompok.jelas and abs(kelompok.delta) >= SEDANG


def _penilai(penilai: PenilaiPerilaku) -> str:
    """Return what is worth asking an assessor; blank where nothing is."""
    isi = []
    if penilai.janggal:
        isi.append(f"memberi ke-{penilai.jumlah} ASN-nya rating perilaku yang sama")
    if penilai.jauh:
        isi.append("menilai perilaku jauh dari hasil kerja")
    if penilai.menyimpang:
        isi.append(f"memberi {penilai.menyimpang} rating yang menyimpang dari aspeknya tanpa catatan")
    unit = f" ({penilai.kode_unit})" if penilai.kode_unit else ""
    return f"{penilai.nama}{unit} {' dan '.join(isi)}" if isi else ""


def _satu_rating(penilai: Sequence[PenilaiPerilaku]) -> str:
    """Return the rating that every assessor gave to everybody; blank where there are two ratings, or one assessor."""
    label = {label for milik in penilai for label, banyak in milik.sebaran.items() if banyak}
    return next(iter(label)) if len(label) == 1 and len(penilai) > 1 else ""


def _dipotong(isi: Sequence[str], apa: str) -> list[str]:
    sisa = len(isi) - _DISEBUT
    return [*isi] if sisa <= 0 else [*isi[:_DISEBUT], f"dan {sisa} {apa} lagi"]
