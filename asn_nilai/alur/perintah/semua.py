"""The whole year brought up to date: every month that has submissions, oldest first, then the longer periods computed before.

Later months look back on earlier ones and longer periods on their months, so in this order each is computed at most once.
A period that cannot be computed is said, and stops no other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan, Tingkat
from asn_nilai.alur.asing.folder import temuan_folder
from asn_nilai.alur.asing.salinan import temuan_salinan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.kata_perintah import perintah_koreksi
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil
from asn_nilai.alur.masukan.keadaan_hasil import bulan_bersetoran, keadaan_hasil, periode_panjang
from asn_nilai.alur.masukan.periode_lain import tetap_dikunci
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.proses.papan import Kemajuan
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.versi import baca_versi
from asn_nilai.alur.siapkan import asing_kini, buka_ruang, siapkan, siapkan_tahun
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict
from asn_nilai.alur.terbitan.unit_tertinggal import unit_tertinggal
from asn_nilai.terbit.data.csv_hasil import TEMUAN_CSV, baca_csv
from asn_nilai.terbit.data.manifes import Sha, catat_temuan, sha256_berkas


@dataclass(frozen=True, slots=True)
class LangkahTahun:
    """What became of one period.

    Attributes:
        hasil: what was computed; None where nothing was: the results were up to date, or it failed.
        galat: number of findings of that severity in the results.
        peringatan: likewise.
        sementara: ASN in the results whose score does without months that are still to come.
        koreksi: the command by which the period is corrected, where it is locked; else blank.
        tertinggal: folders among the results whose unit the skema has no more, as `hasil/2026-05/A/`.
        tetap: the locked periods that look at this one, computed now, as it was when they were locked.
        pesan: why it could not be computed or written, as sentences.
    """

    periode: Periode
    hasil: HasilKota | None
    galat: int
    peringatan: int
    pesan: tuple[str, ...] = ()
    sementara: int = 0
    koreksi: str = ""
    tertinggal: tuple[str, ...] = ()
    tetap: tuple[Periode, ...] = ()


def hitung_semua(folder: Path, kemajuan: Kemajuan, *, paralel: Paralel = None) -> Iterator[LangkahTahun]:
    """Compute what is not up to date, and yield each period when it is settled.

    Raises:
        PenggunaanError: the work folder cannot be used, or no month has submissions.
    """
    tahun = siapkan_tahun(folder)
    bulan = [bulan.periode for bulan in bulan_bersetoran(tahun.ruang)]
    if not bulan:
        raise PenggunaanError(
            f"Belum ada setoran satu bulan pun di {tahun.ruang.akar / tahun.ruang.berkas.capaian}. Taruh berkas unit di dalam "
            f"folder bulannya, misalnya {tahun.ruang.relatif(tahun.ruang.folder_capaian(tahun.periode.bulan[0]))}."
            + "".join(f" {keliru}" for keliru in folder_terlewat(folder))
        )
    sha = cache(sha256_berkas)
    for periode in (*bulan, *periode_panjang(tahun.ruang)):
        # Only inputs are remembered: results of earlier months are written anew along the way.
        asing = partial(asing_kini, tahun, periode)
        yield _langkah(folder, tahun.pada(periode), _hanya_masukan(tahun, sha), kemajuan, paralel, asing)


def folder_terlewat(folder: Path) -> list[str]:
    """Return, as sentences, the month folders under another name or year: no period is computed from them."""
    return [f"{keliru.letak}: {keliru.pesan} {keliru.saran}" for keliru in temuan_folder(buka_ruang(folder))]


def salinan_di_ruang(folder: Path) -> list[Temuan]:
    """Return the copies of the skema and of the settings that nobody reads."""
    return [*temuan_salinan(buka_ruang(folder))]


def _hanya_masukan(tahun: Konteks, sha: Sha) -> Sha:
    hasil = tahun.ruang.folder_hasil(tahun.periode).parent
    return lambda berkas: sha256_berkas(berkas) if berkas.is_relative_to(hasil) else sha(berkas)


def _langkah(
    folder: Path,
    konteks: Konteks,
    sha: Sha,
    kemajuan: Kemajuan,
    paralel: Paralel,
    asing: Callable[[], Iterable[Temuan]],
) -> LangkahTahun:
    """Settle a period; `asing` gives the findings of its stray files, for results that are up to date but for those."""
    keadaan = keadaan_hasil(konteks, sha)
    if keadaan.mutakhir and keadaan.manifes and keadaan.manifes.asing == catat_temuan(asing()):
        return _selesai(konteks, None, ())
    try:
        siap = siapkan(folder, konteks.periode.kode)
        with kemajuan(f"Menghitung {konteks.periode.label}", len(siap.skema.unit)) as lapor:
            hasil = hitung_kota(siap, list(siap.skema.unit), lapor, paralel=paralel)
    except PenggunaanError as galat:
        return _selesai(konteks, None, [str(galat)])
    return _selesai(konteks, hasil, hasil.pesan)


def _selesai(konteks: Konteks, hasil: HasilKota | None, pesan: Iterable[str]) -> LangkahTahun:
    ruang, periode = konteks.ruang, konteks.periode
    folder = ruang.folder_hasil(periode)
    temuan = baca_csv(folder / TEMUAN_CSV, KUNCI_TEMUAN, "tingkat")
    galat, peringatan = (len(temuan.get(tingkat, ())) for tingkat in (Tingkat.GALAT, Tingkat.PERINGATAN))
    manifes = catatan_hasil(ruang, periode)
    ringkas = (ringkas_dari_dict(unit.ringkas) for unit in (manifes.unit if manifes else {}).values())
    sementara = sum(unit.sementara for unit in ringkas if unit)
    koreksi = perintah_koreksi(ruang, periode) if baca_versi(ruang, periode) else ""
    tertinggal, tetap = tuple(unit_tertinggal(konteks)), tuple(tetap_dikunci(konteks) if hasil else ())
    return LangkahTahun(
        periode, hasil, galat, peringatan, tuple(pesan), sementara, koreksi, tertinggal, tetap
    )
