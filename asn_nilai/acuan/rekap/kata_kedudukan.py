"""How a unit's standing is said: the same words on terminal, page and workbook."""

from collections.abc import Iterator

from asn_nilai.acuan.rata import tulis_rata
from asn_nilai.acuan.rekap.baris import UnitRekap
from asn_nilai.acuan.rekap.kedudukan import Terangkat
from asn_nilai.acuan.rekap.sorotan import SorotanRekap
from asn_nilai.acuan.tulisan import sebagian


def kalimat_memimpin(sorotan: SorotanRekap, desimal: int) -> str:
    """Return in one sentence or two who leads and who is last, and how far chance alone may have placed them so.

    Blank of a single unit, which neither leads nor lags.
    """
    if len(sorotan.setoran) < 2:
        return ""
    tertinggi, terendah = sorotan.tertinggi, sorotan.terendah
    ekor = f" {len(sorotan.belum_diperingkat)} unit belum diperingkat." if sorotan.belum_diperingkat else ""
    if tertinggi is None:
        return f"Belum ada unit yang dapat diperingkat.{ekor}"
    awal = f"Tertinggi {sebut_unit(tertinggi, desimal)}"
    if terendah is None:
        return f"{awal}, satu-satunya yang dapat diperingkat.{ekor}"
    akhir = f"terendah {sebut_unit(terendah, desimal)}"
    if terendah in sorotan.setara_teratas:
        return f"{awal}, {akhir}, tetapi keduanya setara: selisihnya tidak lebih besar daripada yang dibuat kebetulan.{ekor}"
    setara = len(sorotan.setara_teratas)
    return f"{awal}{f', setara dengan {setara} unit lain' if setara else ''}; {akhir}.{ekor}"


def sebut_unit(unit: UnitRekap, desimal: int) -> str:
    """Return a unit's name with its mean."""
    return f"{unit.ringkas.nama} ({tulis_rata(unit.rata_rata, desimal)})"


def sebut_setara(unit: UnitRekap) -> str:
    """Return the places that chance alone leaves open to a unit, as `2–5`; blank where it has no rank."""
    if unit.kedudukan.setara is None:
        return ""
    dari, sampai = unit.kedudukan.setara
    return str(dari) if dari == sampai else f"{dari}–{sampai}"


def keterangan_kedudukan(unit: UnitRekap, desimal: int) -> Iterator[str]:
    """Yield what the reader must know of a unit's place: what lifted it, and where its mean can still end."""
    if terangkat := unit.kedudukan.terangkat:
        yield _terangkat(terangkat, desimal)
    if unit.kedudukan.akhir:
        bawah, atas = (tulis_rata(nilai, desimal) for nilai in unit.kedudukan.akhir)
        yield (
            f"{sebut_dinilai(unit)}; rata-ratanya {bawah} bila sisanya bernilai terendah, {atas} bila sisanya seperti terakhir kali dinilai (atau plafon)"
        )


def sebut_dinilai(unit: UnitRekap) -> str:
    """Return how many of a unit's ASN are scored, in words."""
    return f"{sebagian(unit.ringkas.dinilai, unit.ringkas.jumlah_asn)} dinilai"


def _terangkat(terangkat: Terangkat, desimal: int) -> str:
    """Return what lifted a rank, in words: whose last values would lower the mean, and who came."""
    if terangkat.peringkat is None:
        return "semua ASN-nya baru masuk sejak bulan pembanding, jadi peringkatnya belum ada pembandingnya"
    tambah = [
        f"{banyak} ASN yang {siapa}"
        for banyak, siapa in ((terangkat.belum, "belum dinilai"), (terangkat.keluar, "keluar dari unit"))
        if banyak
    ]
    isi = [f"dengan nilai terakhir {' dan '.join(tambah)}"] if tambah else []
    isi += [f"tanpa {terangkat.masuk} ASN yang baru masuk"] if terangkat.masuk else []
    rata = tulis_rata(terangkat.rata_rata, desimal)
    return (
        f"peringkatnya terangkat: {' dan '.join(isi)}, rata-ratanya {rata}, peringkat {terangkat.peringkat}"
    )
