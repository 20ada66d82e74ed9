"""`hitung --akar`: a period of every work folder under a root scored, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asn_nilai.acuan.hasil.ringkas import jumlahkan
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.asing.salinan import temuan_salinan
from asn_nilai.alur.perintah.banyak_ruang.isi_akar import TempatKota, baca_akar, sebab_gagal
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.proses.papan import Kemajuan
from asn_nilai.alur.proses.proses_paralel import Paralel, PembagianPutusError
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.unit_tertinggal import kalimat_tertinggal, unit_tertinggal


@dataclass(frozen=True, slots=True)
class KotaTerhitung:
    """What became of one work folder.

    Attributes:
        folder: the work folder, relative to the root.
        dihitung: how many units were computed, of `unit` in all.
        galat: number of findings of that severity; `peringatan` likewise.
        pesan: why it could not be computed or written, as sentences.
        catatan: what lies beside inputs and results and counts for neither, as sentences: copies that nobody reads, folders of units that
            are gone.
        dilewati: why nothing was to be done there: it is of another year, or no work folder; blank otherwise.
        periode: the period that was computed; None where none was.
    """

    folder: str
    unit: int = 0
    dihitung: int = 0
    dinilai: int = 0
    jumlah_asn: int = 0
    galat: int = 0
    peringatan: int = 0
    pesan: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    dilewati: str = ""
    periode: Periode | None = None


def hitung_akar(
    akar: Path, periode: str | None, kemajuan: Kemajuan, *, paralel: Paralel = None, paksa: bool = False
) -> Iterator[KotaTerhitung]:
    """Score a period of every work folder under a root, and yield each when it is settled.

    Args:
        akar: the root.
        periode: a period as somebody typed it; None for each folder's newest month, of the newest year.
        kemajuan: shows progress.
        paralel: how work is shared out.
        paksa: compute also what did not change.

    Raises:
        PenggunaanError: there is no work folder of that year.
        PembagianPutusError: those to whom the work is shared out are gone, for all that is left.
    """
    isi = baca_akar(akar, periode)
    for nama, sebab in isi.dilewati.items():
        yield KotaTerhitung(nama, dilewati=sebab)
    kode = isi.periode.kode if isi.periode else None
    for tempat in isi.kota:
        if tempat.ruang is None:
            yield KotaTerhitung(tempat.nama, pesan=(tempat.sebab,))
            continue
        try:
            yield _hitung(tempat, kode, kemajuan, paralel, paksa=paksa)
        except PembagianPutusError:
            raise
        except Exception as galat:  # noqa: BLE001 - one city never stops the others
            yield KotaTerhitung(tempat.nama, pesan=(sebab_gagal(galat, tempat.folder),))


def _hitung(
    tempat: TempatKota, periode: str | None, kemajuan: Kemajuan, paralel: Paralel, *, paksa: bool
) -> KotaTerhitung:
    konteks = siapkan(tempat.folder, periode, sementara=False)
    semua = list(konteks.skema.unit)
    with kemajuan(tempat.nama, len(semua)) as lapor:
        hasil = hitung_kota(konteks, semua, lapor, paralel=paralel, paksa=paksa)
    jumlah = jumlahkan([unit.ringkas for unit in hasil.unit.values()], konteks.aturan.desimal)
    salinan = (f"{ini.letak}: {ini.pesan} {ini.saran}" for ini in temuan_salinan(konteks.ruang))
    tingkat = [temuan["tingkat"] for temuan in hasil.temuan]
    return KotaTerhitung(
        tempat.nama,
        unit=len(hasil.kode_unit),
        dihitung=len(hasil.dihitung),
        dinilai=jumlah.dinilai,
        jumlah_asn=jumlah.jumlah_asn,
        galat=tingkat.count(Tingkat.GALAT),
        peringatan=tingkat.count(Tingkat.PERINGATAN),
        pesan=tuple(hasil.pesan),
        catatan=tuple(filter(None, (kalimat_tertinggal("Di hasil", unit_tertinggal(konteks)), *salinan))),
        periode=konteks.periode,
    )
