"""What each kind of letters says of a period, drawn up from its results or from the targets."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.rekap import Rekap
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.kata_perintah import perintah_hitung
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan import pemeriksaan
from asn_nilai.alur.masukan.setahun_asn import PembacaSetahun
from asn_nilai.alur.masukan.target_layak import pertanyaan_target
from asn_nilai.alur.riwayat.versi import baca_versi, versi_hasil
from asn_nilai.alur.terbitan.hasil_terbit import bahan_rekap
from asn_nilai.alur.terbitan.hasil_utuh import periksa_ada, periksa_seaturan
from asn_nilai.hitung.rekap.rekap import susun_rekap
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV
from asn_nilai.terbit.surat import Surat
from asn_nilai.terbit.surat.asn import kartu, rencana_perbaikan
from asn_nilai.terbit.surat.kop import kop
from asn_nilai.terbit.surat.kota import nota_dinas, usulan_penghargaan
from asn_nilai.terbit.surat.unit import berita_acara, target_setahun, unit_berorang


def _rekap(konteks: Konteks) -> Rekap:
    return susun_rekap(bahan_rekap(konteks, tuple(konteks.skema.unit)))


def _kop(
    konteks: Konteks, tanggal: dt.date, rekap: Rekap | None = None, diganti: VersiTerkunci | None = None
) -> dict[str, Any]:
    versi = rekap.versi if rekap else konteks.versi
    return kop(konteks.ruang, konteks.periode, konteks.aturan, versi, tanggal, diganti)


def semua_unit(konteks: Konteks, dipilih: Sequence[str]) -> bool:
    """Tell whether these are all units."""
    return konteks.skema.unit.keys() <= set(dipilih)


def _nota_dinas(konteks: Konteks, _dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    rekap = _rekap(konteks)
    return nota_dinas(rekap, _kop(konteks, tanggal, rekap))


def _usulan_penghargaan(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    rekap = _rekap(konteks)
    kepala_surat = _kop(konteks, tanggal, rekap)
    for kode in [None] if semua_unit(konteks, dipilih) else dipilih:
        yield from usulan_penghargaan(rekap, kepala_surat, kode)


def _berita_acara(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    if konteks.sementara:
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} sementara, ada bulan yang kurang, jadi belum ada yang ditetapkan dengan berita acara. Bila "
            f"bulan itu sudah disetor: {perintah_hitung(konteks.ruang, konteks.periode)}"
        )
    rekap = _rekap(konteks)
    diganti = None
    if versi := rekap.versi:  # these are the minutes that the lock names
        tanggal = dt.date.fromisoformat(versi.tanggal)
        semua = baca_versi(konteks.ruang, konteks.periode)
        diganti = next((lama for lama in reversed(semua) if int(lama.versi) < int(versi.versi)), None)
    kepala_surat = _kop(konteks, tanggal, rekap, diganti)
    return (
        berita_acara(rekap, unit, kepala_surat)
        for unit in unit_berorang(rekap)
        if unit.ringkas.kode in dipilih
    )


def bulan_berhasil(konteks: Konteks) -> Iterator[Konteks]:
    """Yield the ground of each month of the year that has results."""
    for bulan in Periode.setahun(konteks.ruang.tahun).bulan:
        if (konteks.ruang.folder_hasil(bulan.periode) / NILAI_CSV).is_file():
            yield konteks.pada(bulan.periode)


def _setahun(konteks: Konteks, tanggal: dt.date) -> tuple[PembacaSetahun, dict[str, Any]]:
    """Return the year's results, each month's files as they were written, and the head of a letter about them.

    Raises:
        PenggunaanError: some month's are not, or are by a rule that was only tried.
    """
    periksa_seaturan(konteks)
    for bulan in bulan_berhasil(konteks):
        periksa_ada(bulan)
        periksa_seaturan(bulan)
    return PembacaSetahun(konteks), _kop(replace(konteks, versi=versi_hasil(konteks)), tanggal)


def _rencana_perbaikan(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    pembaca, kepala_surat = _setahun(konteks, tanggal)
    for kode in dipilih:
        for asn in pembaca.unit(konteks.skema.unit[kode]):
            if asn.rencana:
                yield from rencana_perbaikan(asn, asn.rencana, kepala_surat, konteks.aturan.desimal)


def _kartu(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    pembaca, kepala_surat = _setahun(konteks, tanggal)
    semua = konteks.kode_hasil if semua_unit(konteks, dipilih) else dipilih
    desimal = konteks.aturan.desimal
    return (kartu(asn, kepala_surat, desimal) for kode in semua for asn in pembaca.unit(konteks.unit(kode)))


def _target(konteks: Konteks, dipilih: Sequence[str], tanggal: dt.date) -> Iterator[Surat]:
    tahun = konteks.pada(Periode.setahun(konteks.ruang.tahun))
    for kode in dipilih:
        isian = pemeriksaan.susun(tahun, kode).isian
        if isian.target is None:
            pemeriksaan.tolak_tertahan(isian.temuan)
        pertanyaan = list(pertanyaan_target(tahun, isian, tahun.periode)) if isian.target else []
        yield target_setahun(
            isian.unit, isian.target, tahun.skema, tahun.periode, pertanyaan, _kop(konteks, tanggal)
        )


JENIS_SURAT: dict[JenisSurat, Callable[[Konteks, Sequence[str], dt.date], Iterator[Surat]]] = {
    JenisSurat.NOTA_DINAS: _nota_dinas,
    JenisSurat.BERITA_ACARA: _berita_acara,
    JenisSurat.USULAN_PENGHARGAAN: _usulan_penghargaan,
    JenisSurat.RENCANA_PERBAIKAN: _rencana_perbaikan,
    JenisSurat.TARGET: _target,
    JenisSurat.KARTU: _kartu,
}
"""What writes each kind of letters."""
