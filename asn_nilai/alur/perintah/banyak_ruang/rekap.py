"""`rekap --akar`: what the cities under a root reached, from the records of their results; no ASN's score is read again."""

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from asn_nilai.acuan.hasil.kata_keadaan import VERSI_LAIN
from asn_nilai.acuan.hasil.ringkas_kota import JejakKota, RekapAkar, RingkasKota
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import Rantai
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.tulisan import sebut_beberapa
from asn_nilai.alur.kata_perintah import perintah_koreksi
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.keadaan_hasil import KeadaanHasil, keadaan_hasil
from asn_nilai.alur.perintah.banyak_ruang.isi_akar import (
    FOLDER_REKAP,
    IsiAkar,
    TempatKota,
    baca_akar,
    sebab_gagal,
)
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.versi import baca_versi
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.hasil_terbit import galat_di_luar_unit
from asn_nilai.alur.terbitan.hasil_utuh import hasil_diubah
from asn_nilai.alur.terbitan.unit_terbit import ringkas_dari_dict
from asn_nilai.terbit.berkas import tulis_masing, tulis_teks, tulis_utuh
from asn_nilai.terbit.buku.rekap_akar import tulis_buku_rekap_akar
from asn_nilai.terbit.data.catatan_akar import CATATAN_AKAR, baca_catatan_akar, teks_catatan_akar
from asn_nilai.terbit.data.csv_akar import REKAP_AKAR_CSV, baca_kota_akar, csv_akar
from asn_nilai.terbit.data.manifes import Manifes, lebih_baru
from asn_nilai.terbit.halaman.rekap_akar import halaman_rekap_akar

Pemilik = MutableMapping[tuple[str, str], str]
"""By a rule's fingerprint and that of a submission or a skema: the city that has it."""


@dataclass(slots=True)
class HasilRekapAkar:
    """What a run of `rekap --akar` left.

    Attributes:
        folder: where the files are.
        berkas: the names of those that people open, the first one in front.
        pesan: what could not be written, as sentences.
    """

    folder: Path
    berkas: list[str] = field(default_factory=list)
    pesan: list[str] = field(default_factory=list)


def rekap_akar(akar: Path, periode: str) -> RekapAkar:
    """Return the line of every work folder under a root for one period; last those that only the recap before it still knew.

    Raises:
        PenggunaanError: there is no work folder of that year, or no such period.
    """
    isi = baca_akar(akar, periode)
    assert isi.periode is not None  # noqa: S101 - it was asked for
    pemilik: Pemilik = {}
    jejak = baca_catatan_akar(akar / FOLDER_REKAP / isi.periode.nama_folder / CATATAN_AKAR)
    kota = tuple(_kota(tempat, isi.periode, pemilik, jejak.get(tempat.nama)) for tempat in isi.kota)
    hilang = tuple(_hilang(akar, isi, isi.periode))
    return RekapAkar(akar.resolve().name, isi.periode, (*kota, *hilang), isi.dilewati)


def _hilang(akar: Path, isi: IsiAkar, periode: Periode) -> Iterator[RingkasKota]:
    """Yield the cities of the period's last recap that are not under the root any more: totals never shrink in silence."""
    folder = akar / FOLDER_REKAP / periode.nama_folder
    ada = {tempat.nama for tempat in isi.kota} | isi.dilewati.keys()
    for nama, instansi in baca_kota_akar(folder / REKAP_AKAR_CSV).items():
        if nama not in ada and nama != akar.resolve().name:
            yield RingkasKota(
                nama,
                instansi,
                sebab="ada di rekap sebelumnya, sekarang tidak ditemukan di bawah folder akar; kembalikan foldernya, atau bila memang tidak "
                f"ikut lagi, hapus {FOLDER_REKAP}/{periode.nama_folder} lalu susun rekapnya lagi",
                dengan_hitung=False,
            )


def _kota(
    tempat: TempatKota, periode: Periode, pemilik: Pemilik, jejak_lalu: JejakKota | None
) -> RingkasKota:
    if tempat.ruang is None:
        return RingkasKota(tempat.nama, sebab=tempat.sebab)
    try:
        konteks = siapkan(tempat.folder.resolve(), periode.kode)  # the page names commands
        riwayat = register_periode(konteks).baca()
        return _berjejak(
            _ringkas(tempat.nama, konteks, riwayat, pemilik), periode, riwayat.rantai, jejak_lalu
        )
    except Exception as galat:  # noqa: BLE001 - one city never stops the others
        return RingkasKota(tempat.nama, tempat.ruang.instansi, sebab=sebab_gagal(galat, tempat.folder))


def _berjejak(kota: RingkasKota, periode: Periode, rantai: Rantai, lalu: JejakKota | None) -> RingkasKota:
    """Return a city's line with how far its register goes; one that does not go on from where the recap before saw it end says so."""
    kini = JejakKota(len(rantai.sidik), rantai.terakhir, rantai.nomor_kunci)
    if lalu is None or not lalu.sidik or lalu.sidik in rantai.sidik:
        return replace(kota, jejak=kini)
    mundur = (
        f"riwayatnya bukan lanjutan dari yang dilihat rekap sebelumnya (dahulu {lalu.tulisan}; sekarang {kini.tulisan}), seperti bila ruang "
        "kerjanya dikembalikan dari salinan lama; kembalikan dari cadangan yang terbaru, atau bila yang ini memang yang berlaku, hapus "
        f"{FOLDER_REKAP}/{periode.nama_folder} lalu susun rekapnya lagi"
    )
    sebab = "; ".join(filter(None, (kota.sebab, mundur)))
    return replace(kota, sebab=sebab, dengan_hitung=False, jejak=lalu)


def _ringkas(nama: str, konteks: Konteks, riwayat: Riwayat, pemilik: Pemilik) -> RingkasKota:
    keadaan, instansi = keadaan_hasil(konteks), konteks.ruang.instansi
    manifes = keadaan.manifes
    if manifes is None:
        return RingkasKota(nama, instansi, sebab="belum dihitung")
    unit = [ringkas_dari_dict(catatan.ringkas) for catatan in manifes.unit.values()]
    dikenal = tuple(milik for milik in unit if milik is not None)
    if len(dikenal) < len(unit):
        baru = _program_baru(manifes)
        return RingkasKota(nama, instansi, sebab=baru or f"{VERSI_LAIN}; hitung lagi", dengan_hitung=not baru)
    if diubah := hasil_diubah(konteks, manifes):
        return RingkasKota(nama, instansi, sebab=f"hasilnya {diubah}; hitung lagi")
    aturan = (manifes.aturan, manifes.sha256_aturan, konteks.aturan)
    kembaran = _kembaran(nama, konteks, manifes, pemilik)
    sendiri = [*_dibereskan_sendiri(konteks, keadaan, manifes, riwayat, kembaran)]
    sebab = "; ".join((*_sebab(keadaan, manifes), *sendiri))
    umum = galat_di_luar_unit(konteks)
    return RingkasKota.dari_unit(
        nama, instansi, aturan, dikenal, sebab, dengan_hitung=not sendiri, galat_umum=umum
    )


def _kembaran(nama: str, konteks: Konteks, manifes: Manifes, pemilik: Pemilik) -> str:
    """Return what this city has that one before it has under the same rule, blank where nothing; note whose it is.

    A submission, or the register of its people itself: a neighbour's folder that was copied to begin with.
    """
    skema = konteks.ruang.relatif(konteks.ruang.skema)
    milik = {
        "setoran": [sha for unit in manifes.unit.values() for sha in unit.masukan.values() if sha],
        f"daftar pegawai ({skema})": [sha for sha in [manifes.masukan.get(skema, "")] if sha],
    }
    sebutan = {(manifes.sha256_aturan, sha): apa for apa, semua in milik.items() for sha in semua}
    lain = next(
        (f"{apa} yang sama dengan {pemilik[ini]}" for ini, apa in sebutan.items() if ini in pemilik), ""
    )
    for ini in sebutan:
        pemilik.setdefault(ini, nama)
    return lain


def _program_baru(manifes: Manifes) -> str:
    """Return what to do where a newer program wrote results, which computes them here no more; blank where none did."""
    if not lebih_baru(manifes.program):
        return ""
    return (
        f"hasilnya ditulis {manifes.program}, yang lebih baru daripada program di komputer ini ({PROGRAM}); perbarui dahulu program di "
        "komputer ini"
    )


def _dibereskan_sendiri(
    konteks: Konteks, keadaan: KeadaanHasil, manifes: Manifes, riwayat: Riwayat, kembaran: str
) -> Iterator[str]:
    """Yield why results may not be relied on where computing all cities again would not help, with what does."""
    ruang, periode = konteks.ruang, konteks.periode
    if baru := _program_baru(manifes):
        yield baru
    if riwayat.temuan:
        yield "riwayat periode ini tidak utuh; kembalikan folder riwayat dari cadangan, lalu jalankan perintah ini lagi"
    if any(keadaan.usang[kode] for kode in keadaan.berubah) and baca_versi(ruang, periode):
        yield f"terkunci, jadi tidak dihitung lagi; bila yang berubah memang benar: {perintah_koreksi(ruang, periode)}"
    if kembaran:
        yield f"memuat {kembaran}, jadi ASN-nya terhitung dua kali; keluarkan salah satunya dari folder akar"


def _sebab(keadaan: KeadaanHasil, manifes: Manifes) -> Iterator[str]:
    """Yield why results may not be relied on until they are computed again."""
    baru, tertahan = _program_baru(manifes), sorted(keadaan.tertahan)
    kalimat = {
        f"semua perlu dihitung lagi: hasilnya {keadaan.sebab}": keadaan.sebab and not baru,
        f"{len(keadaan.berubah)} unit berubah sejak dihitung: {sebut_beberapa(keadaan.berubah)}": keadaan.berubah,
        f"{len(tertahan)} unit belum lengkap hasilnya: {sebut_beberapa(tertahan)}": tertahan,
        f"{len(keadaan.cetak)} unit perlu dicetak ulang": keadaan.cetak,
        "nilai sementara": manifes.sementara,
    }
    return (isi for isi, benar in kalimat.items() if benar)


def tulis_rekap_akar(akar: Path, rekap: RekapAkar) -> HasilRekapAkar:
    """Write a recap under the root; what cannot be written is said in `pesan`, and the old file stays."""
    hasil = HasilRekapAkar(akar / FOLDER_REKAP / rekap.periode.nama_folder)

    def tulis(nama: str) -> None:
        _TULIS[nama](hasil.folder / nama, rekap)
        hasil.berkas += [] if nama == CATATAN_AKAR else [nama]

    hasil.pesan = tulis_masing(partial(tulis, nama) for nama in _TULIS)
    return hasil


def _tulis_halaman(berkas: Path, rekap: RekapAkar) -> None:
    tulis_teks(berkas, halaman_rekap_akar(rekap))


def _tulis_buku(berkas: Path, rekap: RekapAkar) -> None:
    with tulis_utuh(berkas) as sementara:
        tulis_buku_rekap_akar(sementara, rekap)


def _tulis_csv(berkas: Path, rekap: RekapAkar) -> None:
    tulis_teks(berkas, csv_akar(rekap))


def _tulis_catatan(berkas: Path, rekap: RekapAkar) -> None:
    tulis_teks(berkas, teks_catatan_akar(rekap, baca_catatan_akar(berkas)))


_TULIS = {
    "rekap_akar.html": _tulis_halaman,
    "rekap_akar.xlsx": _tulis_buku,
    REKAP_AKAR_CSV: _tulis_csv,
    CATATAN_AKAR: _tulis_catatan,
}
"""What is written of a recap, by file name, the one to open first in front."""
