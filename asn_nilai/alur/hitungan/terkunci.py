"""Locking: which version of a period is in force, whether its inputs still are what was locked, and how one is stored."""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from asn_nilai.acuan.riwayat.catatan import TERKUNCI, Catatan, Perubahan
from asn_nilai.acuan.riwayat.kata_perubahan import kata_apa, kata_nilai
from asn_nilai.acuan.riwayat.versi import VersiTerkunci, kode_pendek
from asn_nilai.acuan.temuan import KUNCI_TEMUAN
from asn_nilai.alur.hitungan.kota import HasilKota, Lapor, terbitkan_kota
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.riwayat.perubahan import register_periode
from asn_nilai.alur.riwayat.versi import HASIL, baca_versi, folder_versi, nomor_terakhir, simpan_versi
from asn_nilai.terbit.berkas import BerkasTerkunciError, TulisGagalError
from asn_nilai.terbit.data.csv_hasil import BarisCsv, baca_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, PROGRAM, Manifes, sha256_berkas

_DINILAI = ("nilai.csv", "rincian.csv")
"""What a lock holds fast: every score and the figures behind it; beside them what was found in the period's submissions."""
_TEMUAN = "temuan.csv"
_SEMENTARA, _SEHARI = ".banding-", 24 * 3600
_SEBUT = 5
"""Changes that a refusal names; the others are counted."""


def versi_berlaku(konteks: Konteks, *, dikoreksi: bool = False) -> VersiTerkunci | None:
    """Return the period's newest locked version, None where it was never locked.

    Args:
        konteks: the run's common ground.
        dikoreksi: whether a correction is being made, which goes on from a register that is broken, and says so.

    Raises:
        PenggunaanError: the register knows of a version that is not there or not as it was, or is itself broken.
    """
    semua = baca_versi(konteks.ruang, konteks.periode)
    riwayat = register_periode(konteks).baca()
    terkunci = {c.versi: c.menjadi.partition(" ")[2] for c in riwayat.rantai.catatan if c.apa == TERKUNCI}
    for nomor, sha in terkunci.items():
        manifes = folder_versi(konteks.ruang, konteks.periode, nomor) / NAMA_MANIFES
        if sha256_berkas(manifes) != sha:
            raise PenggunaanError(
                f"{konteks.periode.label} terkunci menurut register, tetapi {konteks.ruang.relatif(manifes)} tidak ada atau "
                "bukan lagi yang dikunci. Kembalikan folder riwayat dari cadangan, lalu jalankan lagi."
            )
    if semua and riwayat.rusak and not dikoreksi:
        raise PenggunaanError(
            f"{konteks.periode.label} terkunci, tetapi registernya ({riwayat.berkas}) {'; '.join(riwayat.rusak)}. Kembalikan "
            "folder riwayat dari cadangan. Bila tidak ada, hitung dengan --koreksi dan sebut alasannya: putusnya tetap tercatat."
        )
    return semua[-1] if semua else None


def beda_terkunci(konteks: Konteks, versi: VersiTerkunci, paralel: int | None = None) -> list[str]:
    """Return in what a computation now would differ from a locked version, as sentences; empty where it would not.

    Files may change in what does not touch the period: a target of a later month, a new employee from July. So where any
    file is another, the period is computed aside and its scores and findings are compared.
    """
    if konteks.aturan.sha256 != versi.sha256_aturan:
        return [f"aturan: semula {versi.aturan}, sekarang {konteks.aturan.profil.kode} dengan isi lain"]
    if versi.program == PROGRAM and _berkas_sama(konteks, versi):
        return []
    with folder_sementara(konteks) as tujuan:
        hasil = terbitkan_kota(
            replace(konteks, tujuan=tujuan), list(konteks.skema.unit), lambda _: None, paralel=paralel
        )
        if hasil.pesan:
            raise PenggunaanError("\n".join(hasil.pesan))
        lain = [nama for nama in _DINILAI if sha256_berkas(tujuan / nama) != versi.keluaran.get(nama)]
        simpanan = folder_versi(konteks.ruang, konteks.periode, versi.versi) / HASIL
        if _temuan_setoran(konteks, tujuan) != _temuan_setoran(konteks, simpanan):
            lain.append(_TEMUAN)
    baru = [ini for ini in hasil.perubahan if not ini.waktu and ini.kunci.kode_unit]
    return list(_kalimat_beda(konteks, versi, baru, lain)) if lain or baru else []


@contextmanager
def folder_sementara(konteks: Konteks) -> Iterator[Path]:
    """Give a folder beside the results for a computation that nobody keeps."""
    induk = konteks.ruang.folder_hasil(konteks.periode).parent
    induk.mkdir(parents=True, exist_ok=True)
    for sisa in induk.glob(f"{_SEMENTARA}*"):  # what a killed run left; others that run now are younger
        if time.time() - sisa.stat().st_mtime > _SEHARI:
            shutil.rmtree(sisa, ignore_errors=True)
    with TemporaryDirectory(prefix=_SEMENTARA, dir=induk, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _berkas_sama(konteks: Konteks, versi: VersiTerkunci) -> bool:
    akar = konteks.ruang.akar
    return _setoran(konteks) <= versi.masukan.keys() and all(
        sha256_berkas(akar / nama) == sha for nama, sha in versi.masukan.items()
    )


def _setoran(konteks: Konteks) -> set[str]:
    """Return the files that all units submitted for the period."""
    return {konteks.ruang.relatif(f) for kode in konteks.skema.unit for f in konteks.berkas_unit(kode)}


def _temuan_setoran(konteks: Konteks, folder: Path) -> list[BarisCsv]:
    """Return the findings in the period's own submissions: what targets and registers say of the year may change."""
    awalan = f"{konteks.ruang.berkas.capaian}/"
    menurut = baca_csv(folder / _TEMUAN, KUNCI_TEMUAN, "berkas")
    return [baris for berkas, semua in menurut.items() if berkas.startswith(awalan) for baris in semua]


def _kalimat_beda(
    konteks: Konteks, versi: VersiTerkunci, baru: Sequence[Perubahan], lain: Sequence[str]
) -> Iterator[str]:
    for ini in baru[:_SEBUT]:
        siapa = " ".join(filter(None, (ini.kunci.kode_unit, ini.kunci.nip, ini.kunci.kode_indikator)))
        sel = f" ({ini.sel})" if ini.sel else ""
        yield f"{kata_apa(ini.kunci.apa)} {siapa}: semula {kata_nilai(ini.semula)}, sekarang {kata_nilai(ini.menjadi)}{sel}"
    if len(baru) > _SEBUT:
        yield f"dan {len(baru) - _SEBUT} perubahan lagi"
    if not baru:
        akar = konteks.ruang.akar
        berkas = {nama for nama, sha in versi.masukan.items() if sha256_berkas(akar / nama) != sha}
        berkas |= _setoran(konteks) - versi.masukan.keys()
        yield f"yang lain sekarang: {', '.join(lain)}; berkas yang berubah: {', '.join(sorted(berkas)) or 'tidak ada'}"


def kunci_versi(
    konteks: Konteks,
    lapor: Lapor,
    *,
    paralel: int | None = None,
    nomor: str = "",
    tanggal: str = "",
    catatan: str = "",
) -> HasilKota:
    """Lock the period's results as its next version: print its code on every face, store inputs and outputs, enter it.

    Args:
        konteks: the run's common ground; its results must be up to date.
        lapor: called with a unit's code whenever one is done.
        paralel: number of processes, None for one per core.
        nomor: number of the letter or minutes.
        tanggal: its date, ISO 8601; today where blank.
        catatan: why it is locked in spite of what is missing, or corrected.

    Raises:
        PenggunaanError: something could not be written; nothing is locked then.
    """
    ruang, periode, semua = konteks.ruang, konteks.periode, list(konteks.skema.unit)
    folder = ruang.folder_hasil(periode)
    _gagal_bila(terbitkan_kota(replace(konteks, versi=None), semua, lapor, paralel=paralel))
    masukan = _masukan(konteks, Manifes.baca(folder / NAMA_MANIFES))
    kini = datetime.now().astimezone()
    versi = VersiTerkunci(
        periode=periode.kode,
        versi=str(nomor_terakhir(baca_versi(ruang, periode)) + 1),
        kode=kode_pendek(masukan, *(sha256_berkas(folder / nama) for nama in _DINILAI)),
        nomor=nomor,
        tanggal=tanggal or kini.date().isoformat(),
        catatan=catatan,
        waktu=kini.isoformat(timespec="seconds"),
        program=PROGRAM,
        aturan=konteks.aturan.profil.kode,
        sha256_aturan=konteks.aturan.sha256,
        masukan=masukan,
    )
    hasil = terbitkan_kota(replace(konteks, versi=versi), semua, lapor, paralel=paralel, paksa=True)
    _gagal_bila(hasil)
    manifes = Manifes.baca(folder / NAMA_MANIFES)
    keluaran = {**(manifes.keluaran if manifes else {}), NAMA_MANIFES: sha256_berkas(folder / NAMA_MANIFES)}
    register = register_periode(konteks)
    versi = replace(versi, keluaran=keluaran, register=register.baca().rantai.terakhir)
    try:
        simpan_versi(ruang, periode, versi)
        register.tambah([_catatan(konteks, versi)])
    except (BerkasTerkunciError, TulisGagalError) as galat:
        raise PenggunaanError(str(galat)) from galat
    hasil.versi = versi
    return hasil


def _gagal_bila(hasil: HasilKota) -> None:
    if hasil.pesan:
        raise PenggunaanError("\n".join(hasil.pesan) + "\nTidak ada yang dikunci.")


def _masukan(konteks: Konteks, manifes: Manifes | None) -> dict[str, str]:
    """Return every file that the results rest on by SHA-256, the rule's own file and the manifests of earlier months too."""
    akar = konteks.ruang.akar
    masukan = dict(manifes.masukan) if manifes else {}
    tambahan = [Path(nama).with_name(NAMA_MANIFES) for nama in masukan if nama.endswith("/nilai.csv")]
    tambahan += [Path(konteks.ruang.aturan)] if (akar / konteks.ruang.aturan).is_file() else []
    for nama in tambahan:
        if (akar / nama).is_file() and akar in (akar / nama).resolve().parents:
            masukan[nama.as_posix()] = sha256_berkas(akar / nama)
    return masukan


def _catatan(konteks: Konteks, versi: VersiTerkunci) -> Catatan:
    """Return the register's line for a lock: it holds the hash of the locked version's manifest."""
    sha = sha256_berkas(folder_versi(konteks.ruang, konteks.periode, versi.versi) / NAMA_MANIFES)
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
    """Enter a lock whose run was ended before its line was written: the folder appears whole, the line follows it."""
    register = register_periode(konteks)
    tercatat = {catatan.versi for catatan in register.baca().rantai.catatan if catatan.apa == TERKUNCI}
    kurang = [v for v in baca_versi(konteks.ruang, konteks.periode) if v.versi not in tercatat]
    if kurang:
        register.tambah([_catatan(konteks, versi) for versi in kurang])
