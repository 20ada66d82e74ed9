"""A whole period through all units: what must be computed, the pool, the city's files, the manifest.

A unit whose inputs did not change since its results were written is carried over; `--paksa` computes it again.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI, KOLOM_RINCIAN
from asn_nilai.acuan.hasil.ringkas import jumlahkan
from asn_nilai.acuan.hasil.tindak_lanjut import KOLOM_TINDAK_LANJUT
from asn_nilai.acuan.isian.skema import TANPA_UNIT
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN
from asn_nilai.acuan.setoran.akar_temuan import dengan_menunggu
from asn_nilai.acuan.temuan import KUNCI_TEMUAN, Temuan
from asn_nilai.alur.konteks import Konteks, predikat_organisasi
from asn_nilai.alur.masukan.masukan_unit import ikatan
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.proses.proses_paralel import ProsesParalel, proses_paralel
from asn_nilai.alur.terbitan.hasil_lama import HasilLama
from asn_nilai.alur.unit import (
    UnitTerbit,
    catat,
    nilai,
    nilai_bila_mati,
    nilai_dan_terbitkan,
    ringkas_sebagai_dict,
    terbitkan,
    terbitkan_bila_mati,
)
from asn_nilai.hitung import gabungkan_pindah, periksa_distribusi
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError, bersihkan_sisa, tulis_teks
from asn_nilai.terbit.data.csv_hasil import baris_temuan, isi_baris, teks_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, CatatanUnit, Manifes, sha256_berkas
from asn_nilai.terbit.halaman.index import halaman_index

Lapor = Callable[[str], None]


@dataclass(slots=True)
class HasilKota:
    """A period's results as they stand on disk.

    Attributes:
        folder: where they are.
        unit: results by unit code, in the register's order.
        temuan: all findings, general ones first, with the keys of the contract.
        dibawa: units carried over because nothing had changed.
        usang: units outside `--unit` whose inputs have changed since they were computed.
        pesan: what could not be written, as sentences.
    """

    folder: Path
    unit: dict[str, UnitTerbit]
    temuan: list[dict[str, str]]
    dibawa: list[str] = field(default_factory=list)
    usang: list[str] = field(default_factory=list)
    pesan: list[str] = field(default_factory=list)


def hitung_kota(
    konteks: Konteks, dipilih: Sequence[str], lapor: Lapor, *, paralel: int | None = None, paksa: bool = False
) -> HasilKota:
    """Score and publish a period.

    Args:
        konteks: the run's common ground.
        dipilih: codes of the units to compute; the others are carried over as they stand.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core.
        paksa: compute also what did not change.

    Raises:
        PenggunaanError: another run is writing the same period.
    """
    folder = konteks.ruang.folder_hasil(konteks.periode)
    with kunci_periode(folder):
        bersihkan_sisa(folder)
        lama = HasilLama(konteks, folder)
        dibawa, usang, kerja = lama.bagi(dipilih, paksa=paksa)
        for kode in dibawa:
            lapor(kode)
        hasil = HasilKota(folder, {}, [], dibawa, usang)
        baru = _kerjakan(konteks, kerja, lapor, paralel)
        semua = {**{kode: lama.terbit(kode) for kode in (*dibawa, *usang)}, **baru}
        hasil.unit = {kode: semua[kode] for kode in konteks.skema.unit if kode in semua} | _tanpa_unit(
            konteks
        )
        hasil.pesan = [pesan for unit in hasil.unit.values() for pesan in unit.pesan]
        _tulis_kota(konteks, hasil, lama)
        return hasil


def _kerjakan(
    konteks: Konteks, kerja: Sequence[str], lapor: Lapor, paralel: int | None
) -> dict[str, UnitTerbit]:
    terikat = ikatan(konteks)
    bersama = list(dict.fromkeys(k for kode in kerja for k in sorted(terikat.get(kode, ()))))
    sendiri = [kode for kode in kerja if kode not in terikat]
    hasil: dict[str, UnitTerbit] = {}
    with proses_paralel(konteks, paralel, len(bersama) + len(sendiri)) as pekerja:
        for terbitan in _terbitkan_bersama(konteks, pekerja, bersama, set(kerja)):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
        for terbitan in pekerja.jalankan(nilai_dan_terbitkan, sendiri, terbitkan_bila_mati):
            hasil[terbitan.ringkas.kode] = terbitan
            lapor(terbitan.ringkas.kode)
    return hasil


def _tanpa_unit(konteks: Konteks) -> dict[str, UnitTerbit]:
    """Return the rows of the people whose unit the register does not say: they count in the city, and nobody has a page for them."""
    if TANPA_UNIT.kode not in konteks.kode_hasil:
        return {}
    return {TANPA_UNIT.kode: catat(konteks, nilai(konteks, TANPA_UNIT.kode))}


def _terbitkan_bersama(
    konteks: Konteks, pekerja: ProsesParalel, kode: Sequence[str], diterbitkan: set[str]
) -> Iterator[UnitTerbit]:
    """Score units tied together, settle who moved, and publish those of them that were asked for."""
    dinilai = {hasil.unit.kode: hasil for hasil in pekerja.jalankan(nilai, kode, nilai_bila_mati)}
    selesai = gabungkan_pindah(dinilai, konteks.skema, konteks.periode, konteks.aturan)
    yield from pekerja.jalankan(terbitkan, [hasil for k, hasil in selesai.items() if k in diterbitkan])


def _distribusi(konteks: Konteks, hasil: HasilKota) -> Iterator[Temuan]:
    """Compare the spread of predikat over all units with the guide, where the organisation's predikat is told."""
    predikat: Counter[str] = Counter()
    for unit in hasil.unit.values():
        predikat.update(unit.ringkas.predikat)
    return periksa_distribusi(
        predikat,
        predikat_organisasi(konteks.ruang, konteks.aturan),
        konteks.aturan,
        unit_dihitung=f"{sum(map(bool, hasil.unit))} dari {len(konteks.skema.unit)}",
        letak=Letak(NAMA_PENGATURAN),
    )


def _tulis_kota(konteks: Konteks, hasil: HasilKota, lama: HasilLama) -> None:
    """Write the city's CSV files, the page of all units and, last, the manifest."""
    unit = hasil.unit.values()
    menunggu = jumlahkan([milik.ringkas for milik in unit], konteks.aturan.nhk.desimal.nilai).menunggu
    umum = (*dengan_menunggu(konteks.temuan_umum, menunggu), *_distribusi(konteks, hasil))
    baris = [*baris_temuan(umum), *(b for milik in unit for b in milik.temuan)]
    hasil.temuan = isi_baris(KUNCI_TEMUAN, baris)
    isi = {
        "nilai.csv": teks_csv(KOLOM_NILAI, (b for milik in unit for b in milik.nilai)),
        "rincian.csv": teks_csv(KOLOM_RINCIAN, (b for milik in unit for b in milik.rincian)),
        "temuan.csv": teks_csv(KUNCI_TEMUAN, baris),
        "tindak_lanjut.csv": teks_csv(
            KOLOM_TINDAK_LANJUT, (b for milik in unit for b in milik.tindak_lanjut)
        ),
        "index.html": halaman_index(
            [milik.ringkas for milik in unit],
            konteks.periode,
            konteks.aturan,
            konteks.ruang.instansi,
            umum,
        ),
    }
    profil = konteks.aturan
    manifes = Manifes(konteks.periode.kode, profil.profil.kode, profil.sha256, masukan=dict(lama.bersama))
    for kode, terbitan in hasil.unit.items():
        masukan = lama.catatan[kode].masukan if kode in hasil.usang else lama.masukan.unit(kode)
        manifes.masukan.update(masukan)
        manifes.unit[kode] = CatatanUnit(masukan, terbitan.keluaran, ringkas_sebagai_dict(terbitan.ringkas))
        manifes.keluaran.update(terbitan.keluaran)
    try:
        for nama, teks in isi.items():
            tulis_teks(hasil.folder / nama, teks)
            manifes.keluaran[nama] = sha256_berkas(hasil.folder / nama)
        tulis_teks(hasil.folder / NAMA_MANIFES, manifes.sebagai_teks())
    except (BerkasTerkunciError, TulisGagalError) as galat:
        hasil.pesan.append(str(galat))
