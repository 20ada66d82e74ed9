"""What is locked: which version of a period is in force, and whether its inputs still are what was locked."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from asn_nilai.acuan.hasil.hasil_unit import KOLOM_NILAI
from asn_nilai.acuan.profil.banding_aturan import dari_program
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.catatan import Perubahan
from asn_nilai.acuan.riwayat.kata_perubahan import kalimat_dampak, kata_hal, kata_nilai
from asn_nilai.acuan.riwayat.keadaan import ATURAN, TIDAK_ADA
from asn_nilai.acuan.riwayat.riwayat import Riwayat
from asn_nilai.acuan.riwayat.versi import KELUARAN_DIKUNCI, VersiTerkunci
from asn_nilai.acuan.temuan import KUNCI_TEMUAN
from asn_nilai.alur.hitungan.berkas_kota import buku_tertahan
from asn_nilai.alur.hitungan.kota import terbitkan_kota
from asn_nilai.alur.kata_perintah import perintah_koreksi, perintah_periode
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil, menurut_ruang
from asn_nilai.alur.masukan.bulan_lalu import berkas_bulan_lain
from asn_nilai.alur.proses.folder_sementara import folder_sementara
from asn_nilai.alur.proses.papan import diam
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.perubahan import buka_riwayat
from asn_nilai.alur.riwayat.register import register_periode
from asn_nilai.alur.riwayat.tempat import sidik_tersimpan
from asn_nilai.alur.riwayat.versi import HASIL, baca_versi, folder_versi, periode_tercatat
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TEMUAN_CSV, TINDAK_LANJUT_CSV, baca_csv
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, baca_program, lebih_baru, sha256_berkas

_SEBUT = 5
"""Changes that a refusal names; the others are counted."""


def versi_berlaku(konteks: Konteks) -> VersiTerkunci | None:
    """Return the period's newest locked version, None where it was never locked.

    A correction goes on from a register that is broken, and says so.

    Raises:
        PenggunaanError: the register knows of a version that is not there or not as it was, or is itself broken; or a newer version of
            the program has been here.
    """
    semua = baca_versi(konteks.ruang, konteks.periode)
    riwayat = register_periode(konteks).baca()
    _tolak_program_tertinggal(konteks, riwayat)
    for nomor, sha in riwayat.rantai.kunci.items():
        berkas = folder_versi(konteks.ruang, konteks.periode, nomor) / NAMA_MANIFES
        if sidik_tersimpan(berkas) != sha:
            raise PenggunaanError(
                f"{konteks.periode.label} terkunci menurut register, tetapi {konteks.ruang.relatif(berkas)} tidak ada atau "
                "bukan lagi yang dikunci. Kembalikan folder riwayat dari cadangan, lalu jalankan lagi."
            )
    # A lock that was ended half-way has printed a code too, but its register is whole.
    tidak_utuh = bool(riwayat.rusak) or not riwayat.rantai.sidik
    manifes = catatan_hasil(konteks.ruang, konteks.periode) if tidak_utuh else None
    kode = manifes.kode_kunci if manifes else ""
    if kode and kode not in {versi.kode for versi in semua}:
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} terkunci dengan kode {kode}, tetapi folder riwayat tidak lagi mengenalnya. Kembalikan "
            "folder riwayat dari cadangan, lalu jalankan lagi."
        )
    if semua and riwayat.rusak and not konteks.dikoreksi:
        raise PenggunaanError(
            f"{konteks.periode.label} terkunci, tetapi registernya ({riwayat.berkas}) {'; '.join(riwayat.rusak)}. Kembalikan "
            "folder riwayat dari cadangan. Bila tidak ada, hitung dengan --koreksi dan sebut alasannya: putusnya tetap tercatat."
        )
    return semua[-1] if semua else None


def _tolak_program_tertinggal(konteks: Konteks, riwayat: Riwayat) -> None:
    """See that no newer version of the program has computed the period: on a second computer not updated yet, what it keeps is unknown.

    Raises:
        PenggunaanError: one has.
    """
    manifes = konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES
    semua = {baca_program(manifes), *(ini.program for ini in riwayat.rantai.catatan)}
    if baru := next(filter(lebih_baru, sorted(semua, reverse=True)), ""):
        raise PenggunaanError(
            f"{konteks.periode.label} sudah dihitung oleh {baru}, yang lebih baru daripada program di komputer ini ({PROGRAM}). "
            "Perbarui program di komputer ini dahulu, lalu jalankan lagi. Tidak ada yang diubah."
        )


def beda_terkunci(konteks: Konteks, versi: VersiTerkunci, paralel: Paralel = None) -> list[str]:
    """Return in what a computation now would differ from a locked version, as sentences; empty where it would not.

    Files may change in what does not touch the period: a target of a later month, a new employee from July. So where any
    file is another, the period is computed aside and its scores and findings are compared; a correction may also be about what
    other months say, and about all findings.
    """
    if konteks.aturan.sha256 != versi.sha256_aturan and not _aturan_dari_program(konteks, versi):
        kode = konteks.aturan.profil.kode
        return [
            f"aturan: semula {versi.aturan}, sekarang {kode}"
            + (" dengan isi lain" if kode == versi.aturan else "")
        ]
    berubah = _berkas_berubah(konteks, versi)
    if versi.program == PROGRAM and not berubah:
        return []
    with folder_sementara(konteks) as tujuan:
        hasil = terbitkan_kota(
            replace(konteks, tujuan=tujuan), list(konteks.skema.unit), diam, paralel=paralel
        )
        # A book that another program holds would look like targets and figures that were taken away.
        if pesan := (*hasil.pesan, *buku_tertahan(tujuan)):
            raise PenggunaanError("\n".join(pesan))
        semua = (*KELUARAN_DIKUNCI, *((TEMUAN_CSV, TINDAK_LANJUT_CSV) if konteks.dikoreksi else ()))
        lain = [nama for nama in semua if sha256_berkas(tujuan / nama) != versi.keluaran.get(nama)]
        simpanan = folder_versi(konteks.ruang, konteks.periode, versi.versi) / HASIL
        # Another program sees more in the same books; that is no change of theirs.
        dibaca_lain = versi.program != PROGRAM and not berubah & _setoran(konteks)
        if TEMUAN_CSV not in lain and not dibaca_lain:
            lain += _temuan_lain(konteks, versi, tujuan, simpanan)
    baru = [
        ini
        for ini in hasil.sejak_kunci
        if not ini.waktu and ini.kunci.kode_unit and not _dibaca_lain(versi, berubah, ini)
    ]
    if not lain and not baru:
        return []
    return [
        *_program_berganti(versi),
        *_kode_berganti(konteks, versi),
        *_kalimat_beda(konteks, versi, baru, lain),
        # Of many changes the first are named, and they are inputs: whose score it is stands behind them.
        *([kalimat_dampak(baru, konteks.skema.nama_asn)] if len(baru) > _SEBUT else ()),
    ]


def _aturan_dari_program(konteks: Konteks, versi: VersiTerkunci) -> bool:
    """Tell whether the rule's text is another only because the program is: then the scores say whether it is another rule.

    What comes with the program changes with it, a basis named better as much as a figure put right. Of an instansi's own file, which
    may rest on it, each provision that the register knows must say what it did.
    """
    if versi.program == PROGRAM or versi.aturan != konteks.aturan.profil.kode:
        return False
    beda = (ini for ini in buka_riwayat(konteks).riwayat.kota.beda if ini.kunci.apa == ATURAN)
    return dari_program(konteks.aturan) or all(ini.semula == TIDAK_ADA for ini in beda)


def tolak_beda(konteks: Konteks, versi: VersiTerkunci | None, paralel: Paralel = None) -> None:
    """See that a locked period still is what was locked; None passes.

    Raises:
        PenggunaanError: it is not; the cells that changed, and how to correct.
    """
    beda = beda_terkunci(konteks, versi, paralel) if versi else []
    if not versi or not beda:
        return
    raise PenggunaanError(
        f"{konteks.periode.label} terkunci ({versi.tulisan}), dan isinya tidak lagi yang dikunci:\n"
        + "".join(f"  {kalimat}\n" for kalimat in beda)
        + "Tidak ada yang diubah. "
        + _jalan_koreksi(konteks)
    )


def tolak_koreksi_aturan_lain(konteks: Konteks) -> None:
    """See that a correction scores by the work folder's own rule: by another it would lock what nothing else accepts.

    Raises:
        PenggunaanError: it does not.
    """
    if not menurut_ruang(konteks):
        raise PenggunaanError(
            f"{konteks.periode.label} tidak dikoreksi menurut {konteks.aturan.profil.kode}: aturan itu lain daripada yang "
            f"tertulis di asn-nilai.toml. {_jalan_koreksi(konteks)}"
        )


def _jalan_koreksi(konteks: Konteks) -> str:
    """Return how a locked period is corrected; by a rule that is only tried it is not."""
    hitung = perintah_koreksi(konteks.ruang, konteks.periode)
    if menurut_ruang(konteks):
        return f"Bila perubahan ini memang benar, hitung sebagai koreksi yang menyebut alasannya: {hitung}"
    coba = perintah_periode("simulasi", konteks.ruang, konteks.periode)
    return (
        f"Bila aturan itu hanya dicoba, tulis --aturan yang sama sesudah: {coba}. Bila memang aturan itu yang harus dipakai, tulislah "
        f"dahulu di asn-nilai.toml, lalu hitung sebagai koreksi tanpa --aturan: {hitung}"
    )


def periksa_yang_tercakup(konteks: Konteks, paralel: Paralel = None) -> None:
    """See that what is locked within the period still is what was locked.

    A year is no way around a month, nor a run of months around the quarter that it is.

    Raises:
        PenggunaanError: something of it is not.
    """
    bulan = set(konteks.periode.bulan)
    for periode in periode_tercatat(konteks.ruang):
        if periode.kode != konteks.periode.kode and bulan.issuperset(periode.bulan):
            bagian = konteks.pada(periode)
            tolak_beda(bagian, versi_berlaku(bagian), paralel)


def _berkas_berubah(konteks: Konteks, versi: VersiTerkunci) -> set[str]:
    """Return the inputs that are not as they were locked; what other months said counts for a correction alone."""
    akar, hasil = konteks.ruang.akar, konteks.ruang.relatif(konteks.ruang.akar / konteks.ruang.berkas.hasil)
    berubah = {nama for nama, sha in versi.masukan.items() if sha256_berkas(akar / nama) != sha}
    if konteks.dikoreksi:
        berubah |= berkas_bulan_lain(konteks).keys() - versi.masukan.keys()
    else:
        berubah = {nama for nama in berubah if not nama.startswith(f"{hasil}/")}
    return berubah | (_setoran(konteks) - versi.masukan.keys())


def _setoran(konteks: Konteks) -> set[str]:
    """Return the files that all units submitted for the period, and those that give behaviour beside them."""
    kiriman = (f for kode in konteks.skema.unit for f in konteks.berkas_unit(kode))
    return {konteks.ruang.relatif(f) for f in (*kiriman, *konteks.berkas_bkn)}


def _temuan_lain(konteks: Konteks, versi: VersiTerkunci, tujuan: Path, simpanan: Path) -> list[str]:
    """Return the name of the findings where those in the period's own submissions differ, else nothing.

    What targets and registers say of the year may change, and a copy that nobody reads may lie beside them.
    """
    awalan = f"{konteks.ruang.berkas.capaian}/"
    milik = {nama for nama in (*_setoran(konteks), *versi.masukan) if nama.startswith(awalan)}
    kini, dulu = (
        [baris for nama, semua in menurut.items() if nama in milik for baris in semua]
        for menurut in (baca_csv(f / TEMUAN_CSV, KUNCI_TEMUAN, "berkas") for f in (tujuan, simpanan))
    )
    return [] if kini == dulu else [TEMUAN_CSV]


def _kalimat_beda(
    konteks: Konteks, versi: VersiTerkunci, baru: Sequence[Perubahan], lain: Sequence[str]
) -> Iterator[str]:
    for ini in baru[:_SEBUT]:
        sel = f" ({ini.sel})" if ini.sel else ""
        semula, sekarang = (kata_nilai(isi, ini.kunci.apa) for isi in (ini.semula, ini.menjadi))
        yield f"{kata_hal(ini.kunci)}: semula {semula}, sekarang {sekarang}{sel}"
    if len(baru) > _SEBUT:
        yield f"dan {len(baru) - _SEBUT} perubahan lagi"
    if not baru:
        berkas = ", ".join(sorted(_berkas_berubah(konteks, versi)))
        yield f"yang lain sekarang: {', '.join(lain)}; berkas yang berubah: {berkas or 'tidak ada'}"


def _dibaca_lain(versi: VersiTerkunci, berubah: Collection[str], ini: Perubahan) -> bool:
    """Tell whether an input is another only as another program reads or writes down the same file; what it scores is compared apart."""
    if versi.program == PROGRAM or not ini.sel:
        return False
    # A longer period's entry has cells of several months.
    return not any(f"{nama} › " in ini.sel for nama in berubah)


def _program_berganti(versi: VersiTerkunci) -> Iterator[str]:
    """Yield that a version was locked by another program: what differs may be its doing, and nobody's."""
    if versi.program != PROGRAM:
        yield f"program: semula {versi.program}, sekarang {PROGRAM}"


def _kode_berganti(konteks: Konteks, versi: VersiTerkunci) -> Iterator[str]:
    """Yield each unit of the locked version that bears another code now: its rows differ, though nobody's score does."""
    sebutan = konteks.skema.sebutan_unit
    nilai = folder_versi(konteks.ruang, konteks.periode, versi.versi) / HASIL / NILAI_CSV
    for kode in baca_csv(nilai, KOLOM_NILAI, "kode_unit"):
        if (kini := sebutan.get(kode.casefold(), kode)) != kode:
            yield f"Kode unit: semula {kode}, sekarang {kini}"
