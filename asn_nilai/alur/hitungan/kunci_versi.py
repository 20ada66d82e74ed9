"""Locking: a period's results become its next version, whole and with a code on every face, or nothing is locked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from asn_nilai.acuan import jam
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import TERKUNCI, Catatan
from asn_nilai.acuan.riwayat.versi import KELUARAN_DIKUNCI, DasarKunci, VersiTerkunci, kode_pendek
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.hitungan.kota import terbitkan_kota
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil
from asn_nilai.alur.masukan.bulan_lalu import berkas_tak_terpakai, bulan_terhapus
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.sidik import baca_sidik
from asn_nilai.alur.riwayat.tempat import sidik_tersimpan
from asn_nilai.alur.riwayat.versi import (
    baca_versi,
    folder_versi,
    lepas_tanda,
    nomor_terakhir,
    simpan_versi,
    tandai_dikunci,
    versi_terakhir,
)
from asn_nilai.terbit.berkas import TulisGagalError
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, sha256_berkas


def kunci_versi(konteks: Konteks, lapor: Lapor, dasar: DasarKunci, *, paralel: Paralel = None) -> HasilKota:
    """Lock the period's results as its next version: print its code on every face, store inputs and outputs, enter it.

    The common ground knows of no version yet. Where a locked period is corrected, the lock's note is why.

    Raises:
        PenggunaanError: something could not be written; nothing is locked then.
    """
    ruang, periode, semua = konteks.ruang, konteks.periode, list(konteks.skema.unit)
    alasan = dasar.catatan if konteks.dikoreksi else ""
    _gagal_bila(konteks, terbitkan_kota(konteks, semua, lapor, paralel=paralel, alasan=alasan))
    versi = _versi_baru(konteks, dasar)
    try:
        with tandai_dikunci(ruang, periode, versi.kode):
            return _tetapkan(konteks, versi, lapor, paralel)
    except TulisGagalError as galat:
        raise PenggunaanError(str(galat)) from galat


def _tetapkan(konteks: Konteks, versi: VersiTerkunci, lapor: Lapor, paralel: Paralel) -> HasilKota:
    """Print a version's code on every face, store it and enter it, or take the code back.

    Raises:
        PenggunaanError: something could not be written, or the results are no computation's.
    """
    ruang, periode, semua = konteks.ruang, konteks.periode, list(konteks.skema.unit)
    hasil = terbitkan_kota(replace(konteks, versi=versi), semua, lapor, paralel=paralel, paksa=True)
    if hasil.pesan:  # no face may carry the code of a version that is not there
        kembali = terbitkan_kota(konteks, semua, lapor, paralel=paralel, paksa=True)
        hasil.pesan += [kalimat for kalimat in kembali.pesan if kalimat not in hasil.pesan]
    _gagal_bila(konteks, hasil)
    if _kode(konteks, versi.masukan) != versi.kode:  # the code was made of results that were no computation's
        terbitkan_kota(konteks, semua, lapor, paralel=paralel, paksa=True)
        raise PenggunaanError(
            f"Hasil {periode.label} diubah di luar program: bukan itu yang diberikan masukannya. Hasil yang benar sudah ditulis "
            "kembali, dan tidak ada yang dikunci. Baca lagi, lalu kunci."
        )
    berkas = ruang.folder_hasil(periode) / NAMA_MANIFES
    manifes = catatan_hasil(ruang, periode)
    keluaran = {**(manifes.keluaran if manifes else {}), NAMA_MANIFES: sha256_berkas(berkas)}
    versi = replace(versi, keluaran=keluaran, register=register_periode(konteks).baca().rantai.terakhir)
    try:
        simpan_versi(ruang, periode, versi)
    except TulisGagalError as galat:
        hasil = terbitkan_kota(konteks, semua, lapor, paralel=paralel, paksa=True)
        raise PenggunaanError("\n".join((str(galat), *hasil.pesan))) from galat
    _catat(konteks, [versi])
    hasil.versi = versi
    return hasil


def _versi_baru(konteks: Konteks, dasar: DasarKunci) -> VersiTerkunci:
    """Return the version that the results on disk become; what is stored of them is not known yet."""
    masukan = _masukan(konteks, catatan_hasil(konteks.ruang, konteks.periode))
    kini = jam.kini()
    return VersiTerkunci(
        periode=konteks.periode.kode,
        versi=str(nomor_terakhir(baca_versi(konteks.ruang, konteks.periode)) + 1),
        kode=_kode(konteks, masukan),
        nomor=dasar.nomor,
        tanggal=(dasar.tanggal or kini.date()).isoformat(),
        catatan=dasar.catatan,
        waktu=kini.isoformat(timespec="seconds"),
        program=PROGRAM,
        aturan=konteks.aturan.profil.kode,
        sha256_aturan=konteks.aturan.sha256,
        terhapus=" ".join(bulan.kode for bulan in bulan_terhapus(konteks)),
        masukan=masukan,
    )


def _kode(konteks: Konteks, masukan: Mapping[str, str]) -> str:
    """Return the short code of these inputs and of the results as they stand on disk."""
    folder = konteks.ruang.folder_hasil(konteks.periode)
    return kode_pendek(masukan, (sha256_berkas(folder / nama) for nama in KELUARAN_DIKUNCI))


def _gagal_bila(konteks: Konteks, hasil: HasilKota) -> None:
    if hasil.pesan:
        raise PenggunaanError("\n".join((*hasil.pesan, _tidak_dikunci(konteks))))


def _tidak_dikunci(konteks: Konteks) -> str:
    """Return that there is no new version; of a period that is corrected, that the old one is in force."""
    versi = versi_terakhir(konteks.ruang, konteks.periode)
    if versi is None:
        return "Tidak ada yang dikunci."
    return (
        f"Koreksinya belum selesai: yang berlaku tetap {versi.tulisan}, sedangkan {konteks.ruang.relatif(konteks.folder)} mungkin sudah "
        "memuat angka yang lain. Jangan bagikan isinya sebelum koreksi ini dijalankan lagi sampai selesai."
    )


def _masukan(konteks: Konteks, manifes: Manifes | None) -> dict[str, str]:
    """Return every file that the results rest on by SHA-256, the rule's own file and the manifests of earlier months too.

    Of an earlier month that could not be used the results say why, so what is there of it is kept as well.
    """
    akar = konteks.ruang.akar
    masukan = dict(manifes.masukan) if manifes else {}
    tambahan = [Path(nama).with_name(NAMA_MANIFES) for nama in masukan if nama.endswith(f"/{NILAI_CSV}")]
    tambahan += [Path(konteks.ruang.aturan)] if (akar / konteks.ruang.aturan).is_file() else []
    tambahan += [
        berkas.relative_to(akar) for berkas in berkas_tak_terpakai(konteks) if akar in berkas.parents
    ]
    for nama in tambahan:
        if (akar / nama).is_file() and akar in (akar / nama).resolve().parents:
            masukan[nama.as_posix()] = sha256_berkas(akar / nama)
    return masukan


def _catat(konteks: Konteks, semua: Iterable[VersiTerkunci]) -> None:
    """Enter locks in the register."""
    try:
        register_periode(konteks).tambah([_catatan(konteks, versi) for versi in semua])
    except TulisGagalError as galat:
        raise PenggunaanError(str(galat)) from galat


def _catatan(konteks: Konteks, versi: VersiTerkunci) -> Catatan:
    """Return the register's line for a lock: it holds the hash of the locked version's manifest."""
    sha = sidik_tersimpan(folder_versi(konteks.ruang, konteks.periode, versi.versi) / NAMA_MANIFES)
    return Catatan(
        versi.waktu,
        versi.program,
        versi.aturan,
        versi.versi,
        versi.catatan,
        TERKUNCI,
        menjadi=f"v{versi.versi} {sha}",
    )


def lengkapi_register(konteks: Konteks) -> None:
    """Enter a lock whose run was ended before its line was written: the folder appears whole, the line follows it.

    Only the newest can be missing so. An earlier lock's line was taken away: it is not written where changes would count anew.

    Raises:
        PenggunaanError: it cannot be written.
    """
    rantai = register_periode(konteks).baca().rantai
    semua = baca_versi(konteks.ruang, konteks.periode)
    kurang = [versi for versi in semua if int(versi.versi) > rantai.nomor_kunci]
    sidik = baca_sidik(konteks.ruang.folder_riwayat).get(konteks.periode.nama_folder, "")
    if kurang or sidik in rantai.sidik[:-1]:  # a line without its hash could be cut off unseen
        _catat(konteks, kurang)
    lepas_tanda(konteks.ruang, konteks.periode)
