"""Results as earlier runs left them in hasil/, read back for a recap: what can be used, what is missing, what is stale.

A period can be used when its manifest names the same rule and its CSV files are the ones that the run wrote, with the
columns of this version. Results whose inputs changed since are used, and named: nothing is mixed in silently.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import nan
from operator import itemgetter

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.hasil.kata_keadaan import (
    ATURAN_LAIN,
    VERSI_LAIN,
)
from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.hasil.tindak_lanjut import KOLOM_TINDAK_LANJUT
from asn_nilai.acuan.isian.formulir.formulir import KUNCI_RASIO
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.rekap.bahan import DICERITAKAN, BahanRekap, BarisTemuan, BarisTindakLanjut, HasilPeriode
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.konteks import Konteks, catatan_hasil
from asn_nilai.alur.masukan.ketepatan import baca_ketepatan
from asn_nilai.alur.organisasi import predikat_organisasi, predikat_organisasi_unit
from asn_nilai.alur.riwayat.versi import baca_versi, versi_hasil
from asn_nilai.alur.terbitan.cari_usang import PerluDihitung, bulan_tren, cari_usang, mulai_cari_usang
from asn_nilai.alur.terbitan.hasil_utuh import hasil_diubah, hitung_dahulu, tanpa_catatan
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict
from asn_nilai.terbit.data.csv_hasil import (
    KOLOM_CSV,
    NILAI_CSV,
    RASIO_CSV,
    TEMUAN_CSV,
    TINDAK_LANJUT_CSV,
    BarisCsv,
    alir_csv,
    baca_bingkai,
    baca_kepala,
)
from asn_nilai.terbit.data.manifes import Manifes, Sha, lebih_baru, sha256_berkas
from asn_nilai.terbit.data.sel_csv import RINCIAN_CSV, teks_asli

_ANGKA_NILAI = ("nilai_hasil_kerja", "nilai_akhir", "jumlah_indikator")
_ANGKA_RINCIAN = ("target", "realisasi", "capaian")
_MILIK_SIAPA = ("kode_unit", "nip", "kode_indikator")
_KOLOM_RINCIAN = (*_MILIK_SIAPA, "satuan", "polaritas", *_ANGKA_RINCIAN)
_KODE_TEMUAN, _TINGKAT_TEMUAN, _UNIT_TEMUAN = map(KOLOM_CSV[TEMUAN_CSV].index, ("kode", "tingkat", "unit"))
_INDIKATOR = re.compile(r"(?:^|; )(.+? \([\d.,]+\))(?=; |$)", re.DOTALL)
"""One indicator of tindak_lanjut.csv, `code name (capaian)`; a semicolon in a name parts nothing."""


class HasilTakTerpakaiError(ValueError):
    """A period has no results that can be used; the message ends the sentence `Hasil … `."""


def bahan_rekap(konteks: Konteks, dipilih: tuple[str, ...]) -> BahanRekap:
    """Read what a recap of the units with these codes is drawn from, as `susun_bahan` does.

    Raises:
        PenggunaanError: the period itself has no results that can be used.
    """
    with mulai_cari_usang(konteks) as dicari:
        return susun_bahan(konteks, dipilih, dicari, cache(sha256_berkas))


def susun_bahan(
    konteks: Konteks, dipilih: tuple[str, ...], dicari: Iterable[dict[Periode, PerluDihitung]], sha: Sha
) -> BahanRekap:
    """Read what a recap is drawn from.

    Args:
        konteks: the run's common ground.
        dipilih: codes of the units that the recap is about.
        dicari: what `mulai_cari_usang` gave; it is waited for last.
        sha: SHA-256 of a file; one that remembers, for several look at the same.

    Raises:
        PenggunaanError: the period itself has no results that can be used.
    """
    try:
        hasil = _baca(konteks, sha)
    except HasilTakTerpakaiError as galat:
        raise hitung_dahulu(konteks, str(galat)) from galat
    bulan = bulan_tren(konteks)
    bulanan, hilang = _baca_bulanan(konteks, hasil, sha)
    temuan = tuple(_temuan(konteks))
    perlu = {periode: milik._asdict() for bagian in dicari for periode, milik in bagian.items()}
    terpilih = len(dipilih) < len(konteks.skema.unit)
    return BahanRekap(
        instansi=konteks.ruang.instansi,
        periode=konteks.periode,
        aturan=konteks.aturan,
        skema=konteks.skema,
        hasil=replace(hasil, **perlu[hasil.periode]),
        bulan=bulan,
        bulanan={b: replace(ini, **perlu[ini.periode]) for b, ini in bulanan.items()},
        hilang=hilang,
        unit=dipilih if terpilih or TANPA_UNIT.kode not in hasil.ringkas else (*dipilih, TANPA_UNIT.kode),
        terpilih=terpilih,
        pengaturan=konteks.ruang.rekap,
        organisasi=predikat_organisasi(konteks.ruang, konteks.aturan),
        organisasi_unit=predikat_organisasi_unit(konteks.ruang, konteks.skema, konteks.aturan),
        temuan=temuan,
        tindak_lanjut=tuple(_tindak_lanjut(konteks)),
        versi=versi_hasil(konteks),
        ketepatan=tuple(
            ketepatan
            for bulan_ini in bulan
            if (ketepatan := baca_ketepatan(konteks.ruang, konteks.skema, bulan_ini))
        ),
    )


def _baca_bulanan(
    konteks: Konteks, hasil: HasilPeriode, sha: Sha
) -> tuple[dict[Bulan, HasilPeriode], dict[Bulan, str]]:
    """Return the results of the trend's months, and why those of the others cannot be used; `hasil` are the period's own."""
    bulanan: dict[Bulan, HasilPeriode] = {}
    hilang: dict[Bulan, str] = {}
    for bulan in bulan_tren(konteks):
        try:
            sendiri = konteks.periode.bulan == (bulan,)
            bulanan[bulan] = hasil if sendiri else _baca(konteks.pada(bulan.periode), sha)
        except HasilTakTerpakaiError as galat:
            hilang[bulan] = str(galat)
    return bulanan, hilang


def baca_hasil(konteks: Konteks) -> HasilPeriode:
    """Read the results of the context's period, and see which of them are stale.

    Raises:
        HasilTakTerpakaiError: there are none, or they cannot be used.
    """
    hasil = _baca(konteks, sha256_berkas)
    return replace(hasil, **cari_usang(konteks, [konteks.periode])[konteks.periode]._asdict())


def _baca(konteks: Konteks, sha: Sha) -> HasilPeriode:
    """Read the results of a period, whether they are stale or not; `sha` gives the SHA-256 of a file.

    Raises:
        HasilTakTerpakaiError: there are none, or they cannot be used.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if manifes is None:
        raise HasilTakTerpakaiError(tanpa_catatan(konteks))
    if manifes.sha256_aturan != konteks.aturan.sha256:
        raise HasilTakTerpakaiError(ATURAN_LAIN)
    if sebab := hasil_diubah(konteks, manifes, sha):
        raise HasilTakTerpakaiError(sebab)
    if any(baca_kepala(folder / nama) != kolom for nama, kolom in KOLOM_CSV.items()):
        raise HasilTakTerpakaiError(VERSI_LAIN)
    rincian = baca_bingkai(folder / RINCIAN_CSV, _KOLOM_RINCIAN, _ANGKA_RINCIAN)
    rasio = baca_bingkai(folder / RASIO_CSV, (*_MILIK_SIAPA, *KUNCI_RASIO), KUNCI_RASIO)
    return HasilPeriode(
        konteks.periode,
        baca_bingkai(folder / NILAI_CSV, KOLOM_NILAI, _ANGKA_NILAI),
        rincian.merge(rasio, "left", list(_MILIK_SIAPA)),
        _ringkas(manifes),
        program="" if manifes.program == PROGRAM else manifes.program,
        program_baru=lebih_baru(manifes.program),
        terkunci=bool(baca_versi(konteks.ruang, konteks.periode)),
    )


def _ringkas(manifes: Manifes) -> dict[str, RingkasUnit]:
    semua = {}
    for kode, catatan in manifes.unit.items():
        if (ringkas := ringkas_dari_dict(catatan.ringkas)) is None:
            raise HasilTakTerpakaiError(VERSI_LAIN)
        semua[kode] = ringkas
    return semua


def _baris(
    konteks: Konteks, nama: str, diminta: Sequence[str], pilih: Callable[[BarisCsv], bool] | None = None
) -> Iterator[Iterator[str]]:
    """Yield these columns of each row of one of the period's own files, or of those that `pilih` takes by its raw cells."""
    kolom = KOLOM_CSV[nama]
    ambil = itemgetter(*map(kolom.index, diminta))
    semua = alir_csv(konteks.ruang.folder_hasil(konteks.periode) / nama, kolom)
    return (map(teks_asli, ambil(baris)) for baris in filter(pilih, semua))


def _temuan(konteks: Konteks) -> Iterator[BarisTemuan]:
    """Yield those of the period's findings that a recap tells of; a year has tens of thousands of others."""
    diminta = ("kode", "tingkat", "berkas", "lembar", "sel", "nip", "unit")
    for kode, tinggi, berkas, lembar, sel, nip, unit in _baris(konteks, TEMUAN_CSV, diminta, _diceritakan):
        yield BarisTemuan(kode, Tingkat(tinggi), Letak(berkas, lembar, sel), nip, unit)


def galat_di_luar_unit(konteks: Konteks) -> int:
    """Return how many of the period's galat belong to no unit: no unit's line tells of them."""
    return sum(1 for _ in _baris(konteks, TEMUAN_CSV, ("kode",), _galat_tanpa_unit))


def _galat_tanpa_unit(baris: BarisCsv) -> bool:
    return baris[_TINGKAT_TEMUAN] == Tingkat.GALAT and not baris[_UNIT_TEMUAN]


def _diceritakan(baris: BarisCsv) -> bool:
    return baris[_TINGKAT_TEMUAN] == Tingkat.GALAT or baris[_KODE_TEMUAN] in DICERITAKAN


def _tindak_lanjut(konteks: Konteks) -> Iterator[BarisTindakLanjut]:
    """Yield what is proposed for the period's ASN."""
    for isi in _baris(konteks, TINDAK_LANJUT_CSV, KOLOM_TINDAK_LANJUT[1:]):
        unit, nip, nama, jenis, alasan, indikator, kredit, jenjang, persen, koefisien, bulan, sebelum = isi
        yield BarisTindakLanjut(
            unit, nip, nama, jenis, alasan, tuple(_INDIKATOR.findall(indikator)), float(kredit or nan), jenjang,
            float(persen or nan), float(koefisien or nan), int(bulan or 0), int(sebelum or 0),
        )  # fmt: skip
