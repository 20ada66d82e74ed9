"""Results as earlier runs left them in hasil/, read back for a recap: what can be used, what is missing, what is stale.

A period can be used when its manifest names the same rule and its CSV files are the ones that the run wrote, with the
columns of this version. Results whose inputs changed since are used, and named: nothing is mixed in silently.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from math import nan
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RASIO, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.bahan import BahanRekap, BarisTemuan, BarisTindakLanjut, HasilPeriode
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.keadaan_hasil import pada
from asn_nilai.alur.masukan.ketepatan import baca_ketepatan
from asn_nilai.alur.masukan.masukan_unit import CETAK, MasukanUnit
from asn_nilai.alur.organisasi import predikat_organisasi, predikat_organisasi_unit
from asn_nilai.alur.riwayat.versi import baca_versi, versi_hasil
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict
from asn_nilai.terbit.data.csv_hasil import (
    KOLOM_CSV,
    NILAI_CSV,
    RASIO_CSV,
    TEMUAN_CSV,
    TINDAK_LANJUT_CSV,
    baca_bingkai,
    baca_csv,
    baca_kepala,
    isi_baris,
)
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, PROGRAM, Manifes, sha256_berkas
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV

_ANGKA_NILAI = ("nilai_hasil_kerja", "nilai_akhir", "jumlah_indikator")
_ANGKA_RINCIAN = ("bobot", "target", "realisasi", "capaian", "nilai_tertimbang")
_KOLOM_RINCIAN = tuple(nama for nama in KOLOM_RINCIAN if not nama.startswith("sel_"))
_INDIKATOR = re.compile(r"(?:^|; )(.+? \([\d.,]+\))(?=; |$)", re.DOTALL)
"""One indicator of tindak_lanjut.csv, `code name (capaian)`; a semicolon in a name parts nothing."""
_VERSI_LAIN = "ditulis versi lain program ini, atau catatannya diubah"
_BELUM_ADA = "belum ada di ruang kerja ini"


class HasilTakTerpakaiError(ValueError):
    """A period has no results that can be used; the message ends the sentence `Hasil … `."""


def bahan_rekap(konteks: Konteks, dipilih: tuple[str, ...]) -> BahanRekap:
    """Read what a recap is drawn from.

    Args:
        konteks: the run's common ground.
        dipilih: codes of the units that the recap is about.

    Raises:
        PenggunaanError: the period itself has no results that can be used.
    """
    sha = cache(sha256_berkas)
    try:
        hasil = baca_hasil(konteks, sha)
    except HasilTakTerpakaiError as galat:
        raise hitung_dahulu(konteks, str(galat)) from galat
    terpilih = len(dipilih) < len(konteks.skema.unit)
    terakhir = konteks.periode.bulan[-1]
    bulan = tuple(Bulan(terakhir.tahun, nomor) for nomor in range(1, terakhir.bulan + 1))
    bulanan: dict[Bulan, HasilPeriode] = {}
    hilang: dict[Bulan, str] = {}
    for bulan_ini in bulan:
        try:
            bulanan[bulan_ini] = (
                hasil if konteks.periode.bulan == (bulan_ini,) else _baca_bulan(konteks, bulan_ini, sha)
            )
        except HasilTakTerpakaiError as galat:
            hilang[bulan_ini] = str(galat)
    return BahanRekap(
        instansi=konteks.ruang.instansi,
        periode=konteks.periode,
        aturan=konteks.aturan,
        skema=konteks.skema,
        hasil=hasil,
        bulan=bulan,
        bulanan=bulanan,
        hilang=hilang,
        unit=dipilih if terpilih or TANPA_UNIT.kode not in hasil.ringkas else (*dipilih, TANPA_UNIT.kode),
        terpilih=terpilih,
        pengaturan=konteks.ruang.rekap,
        organisasi=predikat_organisasi(konteks.ruang, konteks.aturan),
        organisasi_unit=predikat_organisasi_unit(konteks.ruang, konteks.skema, konteks.aturan),
        temuan=tuple(map(_temuan, _baris(konteks, TEMUAN_CSV))),
        tindak_lanjut=tuple(map(_tindak_lanjut, _baris(konteks, TINDAK_LANJUT_CSV))),
        versi=versi_hasil(konteks),
        ketepatan=tuple(
            ketepatan
            for bulan_ini in bulan
            if (ketepatan := baca_ketepatan(konteks.ruang, konteks.skema, bulan_ini))
        ),
    )


def periksa_ada(konteks: Konteks) -> None:
    """See that the period has been computed and that its files are as they were written, before anything is drawn from them.

    Raises:
        PenggunaanError: it has not, or they are not.
    """
    manifes = Manifes.baca(konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES)
    if sebab := hasil_diubah(konteks, manifes) if manifes else _BELUM_ADA:
        raise hitung_dahulu(konteks, sebab)


def hasil_diubah(konteks: Konteks, manifes: Manifes, sha: Callable[[Path], str] = sha256_berkas) -> str:
    """Return why a period's data files are not those of its record, or of its lock, as the end of a sentence; blank where they are."""
    folder, versi = konteks.ruang.folder_hasil(konteks.periode), versi_hasil(konteks)
    kini = {nama: sha(folder / nama) for nama in KOLOM_CSV}
    if any(kini[nama] != manifes.keluaran.get(nama, "-") for nama in KOLOM_CSV):
        return "tidak sama lagi dengan catatannya (manifes.json)"
    return f"bukan lagi yang dikunci ({versi.tulisan})" if versi and not versi.sama(kini) else ""


def hitung_dahulu(konteks: Konteks, sebab: str) -> PenggunaanError:
    """Return the error that sends the user to `hitung`; `sebab` ends the sentence `Hasil … `."""
    return PenggunaanError(
        f"Hasil {konteks.periode.label} {sebab}. Jalankan dahulu: "
        f"asn-nilai hitung {tulis_folder(konteks.ruang.akar)} --periode {konteks.periode.kode}"
    )


def _baca_bulan(konteks: Konteks, bulan: Bulan, sha: Callable[[Path], str]) -> HasilPeriode:
    return baca_hasil(pada(konteks, bulan.periode), sha)


def baca_hasil(konteks: Konteks, sha: Callable[[Path], str] = sha256_berkas) -> HasilPeriode:
    """Read the results of the context's period.

    Args:
        konteks: gives period, rule and the inputs as they stand now.
        sha: SHA-256 of a file; one that remembers, where several periods share files.

    Raises:
        HasilTakTerpakaiError: there are none, or they cannot be used.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    manifes = Manifes.baca(folder / NAMA_MANIFES)
    if manifes is None:
        raise HasilTakTerpakaiError(_BELUM_ADA)
    if manifes.sha256_aturan != konteks.aturan.sha256:
        raise HasilTakTerpakaiError("dihitung dengan aturan lain")
    if sebab := hasil_diubah(konteks, manifes, sha):
        raise HasilTakTerpakaiError(sebab)
    if any(baca_kepala(folder / nama) != kolom for nama, kolom in KOLOM_CSV.items()):
        raise HasilTakTerpakaiError(_VERSI_LAIN)
    rincian = baca_bingkai(folder / RINCIAN_CSV, _KOLOM_RINCIAN, _ANGKA_RINCIAN)
    rasio = baca_bingkai(folder / RASIO_CSV, KOLOM_RASIO, KUNCI_RASIO)
    return HasilPeriode(
        konteks.periode,
        baca_bingkai(folder / NILAI_CSV, KOLOM_NILAI, _ANGKA_NILAI),
        rincian.merge(rasio, "left", [nama for nama in KOLOM_RASIO if nama not in KUNCI_RASIO]),
        _ringkas(manifes),
        _usang(konteks, manifes, sha),
        "" if manifes.program == PROGRAM else manifes.program,
        bool(baca_versi(konteks.ruang, konteks.periode)),
    )


def _ringkas(manifes: Manifes) -> dict[str, RingkasUnit]:
    semua = {}
    for kode, catatan in manifes.unit.items():
        if (ringkas := ringkas_dari_dict(catatan.ringkas)) is None:
            raise HasilTakTerpakaiError(_VERSI_LAIN)
        semua[kode] = ringkas
    return semua


def _usang(konteks: Konteks, manifes: Manifes, sha: Callable[[Path], str]) -> dict[str, tuple[str, ...]]:
    """Return the units whose inputs changed, with the files that did; what is only printed changes no figure.

    Units that left the register have no inputs any more; a recap names them.
    """
    kini = MasukanUnit(konteks, sha)
    hasil = {}
    dikenal = ((kode, manifes.unit[kode]) for kode in konteks.kode_hasil if kode in manifes.unit)
    for kode, catatan in dikenal:
        if beda := kini.berubah(kode, catatan) - {CETAK}:
            hasil[kode] = tuple(sorted(kini.sebagai_berkas(beda, manifes.masukan)))
    return hasil


def _baris(konteks: Konteks, nama: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the period's own files."""
    kolom = KOLOM_CSV[nama]
    menurut = baca_csv(konteks.ruang.folder_hasil(konteks.periode) / nama, kolom, kolom[0])
    return (isi for baris in menurut.values() for isi in isi_baris(kolom, baris))


def _temuan(isi: dict[str, str]) -> BarisTemuan:
    letak = Letak(isi["berkas"], isi["lembar"], isi["sel"])
    return BarisTemuan(isi["kode"], Tingkat(isi["tingkat"]), letak, isi["nip"], isi["unit"])


def _tindak_lanjut(isi: dict[str, str]) -> BarisTindakLanjut:
    return BarisTindakLanjut(
        isi["kode_unit"], isi["nip"], isi["nama"], isi["jenis"], isi["alasan"],
        tuple(_INDIKATOR.findall(isi["indikator"])), float(isi["angka_kredit"] or nan), isi["jenjang"],
        float(isi["persen"] or nan), float(isi["koefisien"] or nan), int(isi["bulan"] or 0),
        int(isi["bulan_sebelum"] or 0),
    )  # fmt: skip
