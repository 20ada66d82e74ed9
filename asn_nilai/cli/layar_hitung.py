"""What `hitung` says at its end: the results, what they mean to other periods of the year, and what comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from asn_nilai.acuan.hasil.ringkas import kalimat_sementara
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.riwayat.kata_perubahan import KALIMAT_PINDAHAN, kalimat_koreksi, kalimat_perubahan
from asn_nilai.acuan.setoran.pesan.pesan_unit import DIJAWAB_UNIT
from asn_nilai.acuan.setoran.setoran_unit import sudah_datang
from asn_nilai.acuan.setoran.status import DI_KOMPUTER_INI, LANGKAH_DI_SINI
from asn_nilai.acuan.temuan import Temuan
from asn_nilai.alur.asing.salinan import temuan_salinan
from asn_nilai.alur.hitungan.hasil_kota import HasilKota
from asn_nilai.alur.kata_perintah import (
    perintah_hitung,
    perintah_hitung_semua,
    perintah_koreksi,
    perintah_periode,
)
from asn_nilai.alur.konteks import Konteks, menurut_ruang
from asn_nilai.alur.masukan.kelengkapan_bulan import kalimat_bulan_kurang
from asn_nilai.alur.masukan.periode_lain import (
    belum_dihitung,
    ikut_usang,
    terhapus_di_dalamnya,
    tetap_dikunci,
    usang_di_dalamnya,
)
from asn_nilai.alur.riwayat.versi import baca_versi
from asn_nilai.alur.terbitan.rekap_tercatat import rekap_tertinggal
from asn_nilai.alur.terbitan.sidik_surat import jenis_tertulis
from asn_nilai.alur.terbitan.unit_tertinggal import kalimat_unit_tertinggal
from asn_nilai.cli.layar import BELUM_SELESAI, Layar

_DI_LUAR_UNIT = (
    "Berikutnya: perbaiki dahulu galat di luar unit (skema atau ruang kerja), lalu jalankan perintah ini lagi; sesudah itu minta unit "
    "memperbaiki yang masih disebut."
)
_TANYA_UNIT = (
    "Berikutnya: tanyakan kepada unitnya berkas mana yang dimaksud, atau untuk bulan apa; lalu kerjakan yang disarankan di atas, dan "
    "jalankan perintah ini lagi."
)
_MINTA_UNIT = (
    "Berikutnya: minta unit mengirim atau memperbaiki yang disebut di atas, simpan berkasnya di tempatnya, lalu jalankan perintah ini "
    "lagi."
)


def tampilkan_hasil(layar: Layar, konteks: Konteks, hasil: HasilKota) -> None:
    """Show findings, units, what the run means to other periods, where the results are, and what comes next."""
    usang, terhapus = usang_di_dalamnya(konteks), terhapus_di_dalamnya(konteks)
    ringkas = [terbit.ringkas for terbit in hasil.unit.values()]
    layar.temuan(_tanpa_yang_datang(konteks.asing, hasil.temuan))
    layar.tabel_unit(ringkas, konteks.aturan)
    if hasil.dibawa:
        layar.tulis(
            f"{len(hasil.dibawa)} unit tidak berubah sejak dihitung, jadi tidak dihitung lagi (--paksa menghitungnya)."
        )
    if hasil.usang:
        layar.tulis(
            f"Masukan sudah berubah, tetapi tidak diminta: {', '.join(hasil.usang)}. Jalankan lagi tanpa --unit."
        )
    for pesan in (
        kalimat_bulan_kurang(konteks), kalimat_sementara(ringkas), *hasil.pesan, _kalimat_ikut_usang(konteks, hasil),
        _kalimat_usang_di_dalamnya(konteks, usang), _kalimat_terhapus(konteks, terhapus), *_tetap_dikunci(konteks),
    ):  # fmt: skip
        if pesan:
            layar.tulis(pesan)
    buka_dahulu = hasil.folder / "index.html"
    if not hasil.pesan or buka_dahulu.is_file():
        layar.tulis(f"\nHasil ditulis di {hasil.folder}")
        layar.tulis(f"  Buka dahulu        {buka_dahulu}")
        layar.tulis("  Untuk tiap unit    nilai.xlsx dan ringkasan.html di folder kode unitnya")
        layar.tulis("  Semua temuan       temuan.csv")
        if tertinggal := kalimat_unit_tertinggal(konteks):
            layar.tulis(tertinggal)
    for salinan in temuan_salinan(konteks.ruang):
        layar.tulis(f"{salinan.letak}: {salinan.pesan} {salinan.saran}")
    for kalimat in (*_tentang_riwayat(konteks, hasil), *rekap_tertinggal(konteks)):
        layar.tulis(kalimat)
    layar.tulis(_berikutnya(konteks, hasil, [*usang, *terhapus]))


def _tentang_riwayat(konteks: Konteks, hasil: HasilKota) -> Iterator[str]:
    """Yield what the register says of these results: another place, a lock, what changed and whose predikat."""
    if hasil.pindahan:
        yield KALIMAT_PINDAHAN
    if hasil.versi:
        yield f"Terkunci: {hasil.versi.tulisan}"
    if hasil.koreksi is not None:
        yield from _versi_sebelumnya(konteks)
    if not hasil.perubahan and hasil.koreksi is None:
        return
    nama = konteks.skema.nama_asn | hasil.nama  # who left has no row any more
    if hasil.versi and hasil.koreksi is not None and (semula := int(hasil.versi.versi) - 1) > 1:
        yield kalimat_koreksi(hasil.koreksi, nama, str(semula))
    if hasil.perubahan:
        yield kalimat_perubahan(hasil.perubahan, nama, terkunci=hasil.versi is not None)


def _versi_sebelumnya(konteks: Konteks) -> Iterator[str]:
    """Yield what a correction leaves behind that tells of the version before: cards and letters, for people already have them."""
    ruang, periode = konteks.ruang, konteks.periode
    kartu = ruang.folder_kartu(periode)
    if any(kartu.glob("kartu-*.html")):
        yield (
            f"Kartu nilai dari versi sebelumnya masih ada di {kartu}. Tulis lagi, dan ganti yang sudah dibagikan: "
            f"{perintah_periode('jelaskan --semua', ruang, periode)}"
        )
    if surat := jenis_tertulis(konteks):
        yield (
            f"Surat dari versi sebelumnya masih ada di {ruang.folder_dokumen(periode)}: {', '.join(surat)}. Tulis lagi tiap jenisnya, dan "
            f"ganti yang sudah diserahkan: {perintah_periode('dokumen JENIS', ruang, periode)}"
        )


def _berikutnya(konteks: Konteks, hasil: HasilKota, belum_segar: Sequence[Periode]) -> str:
    galat = [temuan for temuan in hasil.temuan if temuan["tingkat"] == "galat"]
    if hasil.pesan:
        return BELUM_SELESAI
    if any(terbit.ringkas.bulan_kurang for terbit in hasil.unit.values()):
        return (
            "Berikutnya: nilai sementara ini untuk dilihat saja. Sesudah bulan yang kurang disetor, jalankan perintah ini lagi "
            "tanpa --sementara."
        )
    if galat:
        return _koreksi(konteks) if hasil.versi else _memperbaiki(konteks.asing, galat)
    if hasil.versi:
        return _menyerahkan(konteks, hasil)
    return _menuju_kunci(konteks, hasil, belum_segar)


def _tanpa_yang_datang(
    asing: Iterable[Temuan], semua: Iterable[Mapping[str, str]]
) -> list[Mapping[str, str]]:
    """Return findings but for missing files that lie elsewhere or under another name: what is said of those is all there is to do."""
    datang = sudah_datang(asing)
    return [temuan for temuan in semua if not datang(temuan["kode"], temuan["berkas"])]


def _memperbaiki(asing: Sequence[Temuan], galat: Sequence[Mapping[str, str]]) -> str:
    """Return who mends what is wrong: who runs the program, who keeps the skema, or the units."""
    tersisa = _tanpa_yang_datang(asing, galat)
    if not all(temuan["kode"] in DI_KOMPUTER_INI for temuan in tersisa):
        return _MINTA_UNIT if all(temuan["unit"] for temuan in tersisa) else _DI_LUAR_UNIT
    jelas = (temuan for temuan in asing if temuan.kode not in DIJAWAB_UNIT)
    ditanyakan = len(_tanpa_yang_datang(jelas, galat)) > len(tersisa)
    return _TANYA_UNIT if ditanyakan else LANGKAH_DI_SINI


def _menyerahkan(konteks: Konteks, hasil: HasilKota) -> str:
    """Return what comes next in a locked period: the rest of what was locked, where only some units were written again."""
    if belum := len(konteks.skema.unit.keys() - hasil.unit.keys()):
        return (
            f"Berikutnya: {perintah_hitung(konteks.ruang, konteks.periode)} ({belum} unit lain belum "
            "ditulis kembali, jadi hasil ini belum seluruh yang dikunci)"
        )
    return "Berikutnya: serahkan nilai.xlsx kepada kepala unit untuk ditandatangani."


def _menuju_kunci(konteks: Konteks, hasil: HasilKota, belum_segar: Sequence[Periode]) -> str:
    """Return what comes next where no galat is left: what else must be computed before the period is locked, or the lock."""
    hitung = perintah_hitung(konteks.ruang, konteks.periode)
    if not menurut_ruang(konteks):
        return (
            "Berikutnya: hasil ini menurut aturan lain daripada yang tertulis di asn-nilai.toml, jadi belum dapat direkap atau "
            f"dikunci. Bila aturan itu yang dipakai, tulislah di sana; bila hanya dicoba: {hitung}"
        )
    if tertinggal := [kode for kode in konteks.skema.unit if kode not in hasil.unit or kode in hasil.usang]:
        return (
            f"Berikutnya: {hitung} ({len(tertinggal)} unit lain belum dihitung dengan masukan yang sekarang; baru "
            "sesudah itu periodenya dapat dikunci)"
        )
    if belum_segar:
        return (
            f"Berikutnya: {perintah_hitung_semua(konteks.ruang)} (baru sesudah bulan di dalamnya sama dengan yang ini, "
            "periodenya dapat dikunci)"
        )
    return (
        f"Berikutnya: {perintah_periode('kunci', konteks.ruang, konteks.periode)} (sesudah index.html "
        "dibaca; lalu serahkan nilai.xlsx kepada kepala unit untuk ditandatangani)"
    )


def _koreksi(konteks: Konteks) -> str:
    return (
        f"Berikutnya: {konteks.periode.label} terkunci. Sesudah yang disebut di atas diperbaiki, hitung sebagai koreksi: "
        f"{perintah_koreksi(konteks.ruang, konteks.periode)}"
    )


def dibuat_usang(konteks: Konteks, hasil: HasilKota) -> list[Periode]:
    """Return the periods that this run made stale; a run that computed nothing made none."""
    return ikut_usang(konteks) if len(hasil.dibawa) < len(hasil.unit) else []


def _kalimat_ikut_usang(konteks: Konteks, hasil: HasilKota) -> str:
    usang, ruang = dibuat_usang(konteks, hasil), konteks.ruang
    if not usang:
        return ""
    kalimat = f"Ikut usang karena hitungan ini: {_sebut(usang)}. Segarkan berurutan dengan: {perintah_hitung_semua(ruang)}"
    if terkunci := [periode for periode in usang if baca_versi(ruang, periode)]:
        kalimat += (
            f"\nTerkunci di antaranya: {_sebut(terkunci)}. Yang angkanya ikut berubah dihitung sebagai koreksi, berurutan, mulai "
            f"dengan: {perintah_koreksi(ruang, terkunci[0])}"
        )
    return kalimat


def _sebut(semua: Iterable[Periode]) -> str:
    return ", ".join(periode.label for periode in semua)


def _kalimat_usang_di_dalamnya(konteks: Konteks, usang: Sequence[Periode]) -> str:
    nama = _sebut(usang)
    perintah = perintah_hitung_semua(konteks.ruang)
    return (
        f"Masukannya berubah sesudah hasilnya sendiri dihitung: {nama}. Angkanya di sini yang baru, di sana yang lama; apa yang "
        f"berubah dicatat oleh: {perintah}"
        if nama
        else ""
    )


def _kalimat_terhapus(konteks: Konteks, terhapus: Sequence[Periode]) -> str:
    """Return that months were computed once and have no results: what changed in them since is not seen here."""
    if not terhapus:
        return ""
    return (
        f"Pernah dihitung, tetapi hasilnya tidak ada lagi: {_sebut(terhapus)}. Apa yang berubah sejak itu tidak terlihat di sini, "
        f"dan dicatat oleh: {perintah_hitung_semua(konteks.ruang)}"
    )


def _tetap_dikunci(konteks: Konteks) -> Iterator[str]:
    if semua := tetap_dikunci(konteks):
        yield kalimat_tetap_dikunci(semua, [konteks.periode], perintah_koreksi(konteks.ruang, semua[0]))


def kalimat_tetap_dikunci(terkunci: Iterable[Periode], dilihat: Iterable[Periode], koreksi: str) -> str:
    """Return that locked periods look at others as these were when they were locked, and by which command they follow."""
    return (
        f"Tetap seperti waktu dikunci: {_sebut(terkunci)}, yang memandang {_sebut(dilihat)} sebagaimana waktu itu. "
        + _bila_harus_ikut(koreksi)
    )


def kalimat_belum_dihitung(konteks: Konteks) -> str:
    """Return that a period that was locked now looks at months as not computed yet, though they are submitted; blank where it does not."""
    if not (semua := belum_dihitung(konteks)):
        return ""
    ruang = konteks.ruang
    cara = f"{perintah_hitung_semua(ruang)}, lalu {perintah_koreksi(ruang, konteks.periode)}"
    return f"Dikunci tanpa memandang {_sebut(semua)}, yang sudah disetor tetapi belum dihitung. {_bila_harus_ikut(cara)}"


def _bila_harus_ikut(cara: str) -> str:
    return f"Bila temuan atau tindak lanjutnya harus ikut: {cara}"
