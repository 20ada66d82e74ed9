"""A whole period through all units: what must be computed, the pool, the registers of changes.

A unit whose inputs did not change since its results were written is carried over; `--paksa` computes it again. Memory holds
a line of each unit: its rows and what it adds to the registers lie on disk until the city's files are written.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from sys import intern

from asn_nilai.acuan.hasil.ringkas import RingkasUnit
from asn_nilai.acuan.isian.skema import TANPA_UNIT, Unit
from asn_nilai.alur.hitungan.berkas_kota import CATATAN, tulis_kota
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.proses.kunci_periode import kunci_periode
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.perubahan import (
    buka_riwayat,
    catat_perubahan,
    semua_perubahan,
)
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.sidik import sidik_masukan
from asn_nilai.alur.riwayat.target_tahun import buka_target, catat_target
from asn_nilai.alur.terbitan.hasil_lama import HasilLama
from asn_nilai.alur.terbitan.titipan import Deret, Titipan
from asn_nilai.alur.terbitan.unit_terbit import BarisTersimpan, UnitTerbit, UnitTersimpan
from asn_nilai.terbit.berkas import TulisGagalError, bersihkan_sisa

_SELISIH, _TARGET = "selisih", "target"
"""Under these names lies what a unit adds to the registers; its rows lie under those of their files."""


def terbitkan_kota(
    konteks: Konteks,
    dipilih: Sequence[str],
    lapor: Lapor,
    *,
    paralel: Paralel = None,
    paksa: bool = False,
    alasan: str = "",
) -> HasilKota:
    """Score and publish a period, whatever lock there is: `hitung` and `kunci` have asked before.

    Args:
        konteks: the run's common ground; its `versi` is printed on every face.
        dipilih: codes of the units to compute; the others are carried over as they stand.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core; or an open cluster.
        paksa: compute also what did not change.
        alasan: why a locked period is computed anew; the register keeps it with each change.

    Raises:
        PenggunaanError: another run is writing the same period; the folder of the submissions went away meanwhile.
    """
    folder = konteks.folder
    with kunci_periode(folder):
        konteks = buka_target(buka_riwayat(konteks, alasan))
        bersihkan_sisa(folder)
        lama = HasilLama(konteks)
        register = register_periode(konteks)
        tercatat = register.tercatat(konteks.riwayat)
        dibawa, usang, kerja = lama.bagi(dipilih, tercatat, paksa=paksa)
        for kode in dibawa:
            lapor(kode)
        hasil = HasilKota(
            folder, {}, dibawa=dibawa, usang=usang, versi=konteks.versi, pindahan=konteks.riwayat.pindahan
        )
        titipan = Titipan()
        try:
            baru = _terima(lama, kerja, lapor, paralel, titipan)
            baru |= _susulkan(lama, baru, dipilih, paralel, titipan)
            dibawa[:] = [kode for kode in dibawa if kode not in baru]
            hasil.unit = _semua_unit(lama, (*dibawa, *usang), baru, titipan)
            hasil.pesan = [pesan for unit in hasil.unit.values() for pesan in unit.pesan]
            _catat(konteks, hasil, baru, titipan)
            catatan = tulis_kota(hasil, lama, titipan)
            if konteks.tujuan is None and baru:
                register.ingat({**tercatat, **{kode: sidik_masukan(catatan[kode]) for kode in baru}})
        except TulisGagalError as galat:
            hasil.pesan.append(str(galat))
        return hasil


def _terima(
    lama: HasilLama, kerja: Sequence[str], lapor: Lapor, paralel: Paralel, titipan: Titipan
) -> dict[str, UnitTersimpan]:
    """Have units computed, and keep of each, as it comes, what the end needs of it: in memory its line alone."""
    baru: dict[str, UnitTersimpan] = {}
    if kerja:
        from asn_nilai.alur.hitungan.kerja_unit import kerjakan  # noqa: PLC0415 - what computes loads only where it must

        # A first guess: where all is computed anew, nobody asks what was.
        dulu = lama.baris_lain({}) if len(kerja) < len(lama.konteks.skema.unit) else {}
        lama.konteks = replace(lama.konteks, baris_lain=dulu)
        lama.lepas(kerja)
        lama.masukan.lihat_folder()
        for terbitan in kerjakan(lama.konteks, kerja, paralel):
            baru[terbitan.ringkas.kode] = _titipkan(terbitan, lama, titipan)
            lapor(terbitan.ringkas.kode)
        _periksa_folder(lama)
    for kode in baru:
        bersihkan_sisa(lama.konteks.folder / kode)  # of a process that was killed meanwhile
    return baru


def _susulkan(
    lama: HasilLama,
    baru: Mapping[str, UnitTersimpan],
    dipilih: Collection[str],
    paralel: Paralel,
    titipan: Titipan,
) -> dict[str, UnitTersimpan]:
    """Draw anew the units of whose people other units' books hold rows: that is known when those books have been read, and is rare."""
    kini = lama.baris_lain(baru)
    beda = [kode for kode in lama.beda_di_unit_lain(baru, kini) if kode in dipilih]
    if not beda:
        return {}
    from asn_nilai.alur.hitungan.kerja_unit import kerjakan  # noqa: PLC0415 - as above

    lama.konteks = replace(lama.konteks, baris_lain=kini)
    return {
        terbitan.ringkas.kode: _titipkan(terbitan, lama, titipan)
        for terbitan in kerjakan(lama.konteks, beda, paralel)
    }


def _periksa_folder(lama: HasilLama) -> None:
    """See that the submissions still are where they were: who could not be read then has not failed to submit.

    Raises:
        PenggunaanError: a folder of theirs is gone.
    """
    if lenyap := lama.masukan.folder_lenyap():
        raise PenggunaanError(
            f"Folder {lenyap[0]} hilang selagi dihitung: dipindahkan, dihapus, atau jaringannya putus. Unit yang tidak terbaca karenanya bukan "
            "belum setor, jadi tidak ada yang dicatat. Pastikan folder itu ada lagi, lalu jalankan lagi; sebelum itu jangan bagikan "
            "nilai.xlsx dan ringkasan.html yang sudah tertulis."
        )


def _titipkan(terbitan: UnitTerbit, lama: HasilLama, titipan: Titipan) -> UnitTersimpan:
    kode = terbitan.ringkas.kode
    catatan = {_SELISIH: terbitan.selisih, _TARGET: terbitan.target, CATATAN: lama.catat(kode, terbitan)}
    titipan.titip(kode, {**terbitan.baris, **{nama: milik for nama, milik in catatan.items() if milik}})
    ringkas = _hemat(terbitan.ringkas, lama.konteks.unit(kode))
    return UnitTersimpan(ringkas, BarisTersimpan(titipan, kode), (*terbitan.pesan,), terbitan.asing)


def _hemat(ringkas: RingkasUnit, unit: Unit) -> RingkasUnit:
    """Return a unit's line with the texts that are in memory already: what another process sends brings its own."""
    return replace(
        ringkas,
        kode=unit.kode,
        nama=unit.nama,
        jenis=unit.jenis,
        predikat={intern(predikat): banyak for predikat, banyak in ringkas.predikat.items()},
        status=intern(ringkas.status),
    )


def _catat(konteks: Konteks, hasil: HasilKota, baru: Collection[str], titipan: Titipan) -> None:
    """Add what the run found to the registers of changes; a run whose results go elsewhere only looks."""
    selisih = Deret(titipan, [kode for kode in konteks.skema.unit if kode in baru], _SELISIH)
    if konteks.tujuan is None:
        hasil.perubahan = catat_perubahan(konteks, selisih, len(baru))
        catat_target(konteks, Deret(titipan, sorted(baru), _TARGET), dinilai=True)
    else:
        hasil.perubahan = semua_perubahan(konteks, selisih)
        hasil.sejak_kunci = semua_perubahan(konteks, selisih, sejak_kunci=True)
    hasil.catatan_register = register_periode(konteks).baca().rantai.banyak


def _semua_unit(
    lama: HasilLama, tetap: Iterable[str], baru: Mapping[str, UnitTersimpan], titipan: Titipan
) -> dict[str, UnitTersimpan]:
    """Return all units' results in the register's order, those that stay as they were first computed; last those of no unit."""
    semua = {**{kode: lama.tersimpan(kode) for kode in tetap}, **baru}
    urut = {kode: semua[kode] for kode in lama.konteks.skema.unit if kode in semua}
    return urut | _tanpa_unit(lama, titipan)


def _tanpa_unit(lama: HasilLama, titipan: Titipan) -> dict[str, UnitTersimpan]:
    """Return the results of the people whose unit the register does not say, where there are any."""
    if TANPA_UNIT.kode not in lama.konteks.kode_hasil:
        return {}
    from asn_nilai.alur.hitungan.kerja_unit import tanpa_unit  # noqa: PLC0415 - likewise

    return {TANPA_UNIT.kode: _titipkan(tanpa_unit(lama.konteks), lama, titipan)}
