"""The command `verifikasi`: prove that results are what the inputs give, and that what is kept is whole.

The period is computed aside from the inputs as they stand and compared with hasil/, byte for byte; so an output edited
together with its entry in the manifest is found as well. Registers are checked by their chains, locked versions by the
hashes in their manifests, and those by the register's lines.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from asn_nilai.acuan.hasil.kata_keadaan import bukan_yang_dikunci
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.riwayat.versi import VersiTerkunci
from asn_nilai.alur.hitungan.berkas_kota import buku_tertahan
from asn_nilai.alur.hitungan.kota import terbitkan_kota
from asn_nilai.alur.kata_perintah import perintah_hitung, perintah_koreksi, perintah_periode
from asn_nilai.alur.konteks import Konteks, PenggunaanError, catatan_hasil
from asn_nilai.alur.masukan.masukan_unit import LALU, MasukanUnit
from asn_nilai.alur.perintah.kartu import kartu_lain
from asn_nilai.alur.proses.folder_sementara import folder_sementara
from asn_nilai.alur.proses.papan import Lapor
from asn_nilai.alur.proses.proses_paralel import Paralel
from asn_nilai.alur.riwayat.baca_riwayat import semua_salinan
from asn_nilai.alur.riwayat.keutuhan import Ketidakcocokan, periksa_riwayat
from asn_nilai.alur.riwayat.register import Register, register_periode
from asn_nilai.alur.riwayat.sidik import baca_sidik
from asn_nilai.alur.riwayat.versi import baca_versi, nomor_tersimpan, semua_versi, versi_hasil, versi_terakhir
from asn_nilai.alur.terbitan.beda_keluaran import beda_keluaran
from asn_nilai.alur.terbitan.hasil_utuh import hitung_dahulu, periksa_selesai, tidak_selesai
from asn_nilai.alur.terbitan.rekap_tercatat import rekap_tercatat
from asn_nilai.alur.terbitan.unit_tertinggal import unit_tertinggal
from asn_nilai.ruang_kerja import AKHIRAN_BERTANDA, MANIFES_REKAP, RuangKerja, milik_sistem
from asn_nilai.terbit.data.csv_hasil import NILAI_CSV, TEMUAN_CSV
from asn_nilai.terbit.data.manifes import NAMA_MANIFES, Manifes, lebih_baru, sha256_berkas, temuan_tercatat

_SEBUT_KARTU = 8
"""Cards that are named; the others are counted."""


def cari_versi(ruang: RuangKerja, kode: str) -> list[VersiTerkunci]:
    """Return the locked versions with a short code, the first one first: a correction taken back has an earlier one's again.

    Raises:
        PenggunaanError: there is none.
    """
    dicari = kode.strip().upper().replace(" ", "")
    semua = [
        versi
        for _, versi in semua_versi(ruang)
        if versi and dicari in {versi.kode, versi.kode.replace("-", "")}
    ]
    if not semua:
        raise PenggunaanError(
            f"Kode {kode} bukan kode versi terkunci mana pun di {ruang.akar}. Periksa ketikannya."
        )
    return sorted(semua, key=lambda versi: (versi.periode, int(versi.versi)))


def kata_berlaku(ruang: RuangKerja, versi: VersiTerkunci) -> str:
    """Return whether a locked version is still the one in force: who holds a letter cannot see that a later one replaced it."""
    periode = Periode.dari_teks(versi.periode)
    tercatat = Register(ruang, periode.nama_folder).baca().rantai.nomor_kunci  # its folder may be gone
    nomor, terakhir = max(nomor_tersimpan(ruang, periode), tercatat), versi_terakhir(ruang, periode)
    if int(versi.versi) == nomor:
        return "Versi inilah yang berlaku."
    if terakhir and int(terakhir.versi) == nomor:
        return f"Sudah diganti: yang berlaku {terakhir.tulisan}."
    return f"Sudah diganti oleh versi {nomor}, yang tidak terbaca."


def verifikasi(konteks: Konteks, lapor: Lapor, *, paralel: Paralel = None) -> list[Ketidakcocokan]:
    """Return everything of a period and of what is kept that does not agree; empty where all is whole.

    Raises:
        PenggunaanError: the period has no results, they are another program version's, or it could not be computed aside.
    """
    manifes = catatan_hasil(konteks.ruang, konteks.periode)
    if manifes is None:
        raise hitung_dahulu(
            konteks, "belum ada, atau manifes.json tidak terbaca, jadi tidak dapat dibuktikan"
        )
    if manifes.program != PROGRAM:
        jalan = (
            "Perbarui program di komputer ini."
            if lebih_baru(manifes.program)
            else "Pasang versi itu, atau hitung lagi dengan versi ini."
        )
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} ditulis {manifes.program}, sedangkan ini {PROGRAM}: hasilnya tidak dapat "
            f"dibandingkan bita demi bita. {jalan}"
        )
    if manifes.sha256_aturan != konteks.aturan.sha256:
        raise PenggunaanError(
            f"Hasil {konteks.periode.label} dihitung dengan aturan {manifes.aturan}, bukan dengan isi {konteks.aturan.profil.kode} "
            "yang sekarang. Sebut aturannya dengan --aturan, atau hitung lagi."
        )
    periksa_selesai(konteks, manifes)
    if tanpa_register := [*_periksa_register_hasil(konteks, manifes)]:
        return [*tanpa_register, *periksa_riwayat(konteks.ruang)]
    keluaran = list(_periksa_keluaran(konteks, manifes, lapor, paralel))
    return [
        *_periksa_kunci(konteks, manifes),
        *_periksa_masukan(konteks, manifes, {ini.berkas for ini in keluaran}),
        *keluaran,
        *_periksa_lain(konteks, manifes),
        *_periksa_kartu(konteks),
        *periksa_riwayat(konteks.ruang),
    ]


def langkah_berikut(konteks: Konteks, semua: Sequence[Ketidakcocokan]) -> str:
    """Return what to do about what does not agree: what is kept comes back from a backup alone, all else can be computed."""
    ruang, periode = konteks.ruang, konteks.periode
    salinan = {temuan.letak.berkas for temuan in semua_salinan(ruang)}
    if milik := list(dict.fromkeys(ini.berkas for ini in semua if ini.berkas in salinan)):
        pindahkan = f"pindahkan {', '.join(milik)} ke luar ruang kerja dan simpan sebagai bukti"
        lain = [ini for ini in semua if ini.berkas not in salinan]
        lanjut = langkah_berikut(konteks, lain) if lain else ""
        return (
            f"{lanjut} Di samping itu, {pindahkan}."
            if lanjut
            else f"Berikutnya: {pindahkan}, lalu jalankan perintah ini lagi."
        )
    if any(ini.berkas.startswith(f"{ruang.folder_riwayat.name}/") for ini in semua):
        langkah = "Berikutnya: kembalikan folder riwayat dari cadangan, lalu jalankan perintah ini lagi; riwayat tidak dapat dihitung ulang."
        manifes = catatan_hasil(ruang, periode)
        if manifes is None or not any(_periksa_register_hasil(konteks, manifes)):
            return langkah
        hitung = perintah_hitung(ruang, periode)
        if not _kunci_asing(konteks, manifes):
            return (
                f"{langkah} Bila tidak ada cadangan, {hitung} memulai register baru; putusnya tetap disebut."
            )
        return (
            f"{langkah} Bila tidak ada cadangan: pindahkan {ruang.relatif(ruang.folder_hasil(periode))} ke luar ruang kerja sebagai "
            f"bukti, jalankan {hitung}, lalu kunci lagi dengan --catatan yang menyebut hilangnya riwayat."
        )
    if langkah := _langkah_sampingan(konteks, semua):
        return langkah
    perintah = perintah_koreksi if baca_versi(ruang, periode) else perintah_hitung
    return (
        f"Berikutnya: cari tahu apa yang mengubahnya. Bila masukan yang berubah memang benar, jalankan "
        f"{perintah(ruang, periode)}; bila hasil yang diubah, hitung --paksa menulisnya kembali."
    )


def _langkah_sampingan(konteks: Konteks, semua: Sequence[Ketidakcocokan]) -> str:
    """Return what to do where results are whole, and only what is made of them stands otherwise; else blank."""
    ruang, periode = konteks.ruang, konteks.periode
    direkap = {
        ruang.relatif(tempat / nama) for tempat, rekap in rekap_tercatat(konteks) for nama in rekap.keluaran
    }
    folder_kartu = f"{ruang.relatif(ruang.folder_kartu(periode))}/"
    kartu = {ini.berkas for ini in semua if ini.berkas.startswith(folder_kartu)}
    tertinggal = list(unit_tertinggal(konteks))
    lain = {ini.berkas for ini in semua} - kartu - {*tertinggal}
    if not direkap.issuperset(lain):
        return ""
    langkah = [f"hapus {', '.join(tertinggal)}; hasil yang sekarang tidak memuatnya."] if tertinggal else []
    if lain:
        langkah.append(
            f"{perintah_periode('rekap', ruang, periode)} menyusunnya kembali dari hasil yang sekarang; yang untuk umum dengan --samarkan."
        )
    if kartu:
        langkah.append(
            f"{perintah_periode('jelaskan --semua', ruang, periode)} menulis kartu nilainya kembali; tarik yang sudah dibagikan."
        )
    return f"Berikutnya: {' '.join(langkah)}" if langkah else ""


def _periksa_register_hasil(konteks: Konteks, manifes: Manifes) -> Iterator[Ketidakcocokan]:
    """Yield that the register of a period that was computed is gone with all that told of it.

    Its results cannot be computed again then: they say what the register said, and the code of a lock that nobody knows any more.
    """
    register = register_periode(konteks)
    riwayat = register.baca()
    if riwayat.rantai.sidik or register.nama in baca_sidik(konteks.ruang.folder_riwayat):
        return
    kode = _kunci_asing(konteks, manifes)
    terkunci = f", dan hasil itu terkunci dengan kode {kode}" if kode else ""
    yield Ketidakcocokan(
        riwayat.berkas,
        f"tidak ada, padahal hitungan menulisnya bersama hasilnya{terkunci}, sehingga belum dapat dibandingkan",
    )


def _kunci_asing(konteks: Konteks, manifes: Manifes) -> str:
    """Return the code of the lock that the results bear, blank without one and where the locked version is there."""
    dikenal = {versi.kode for versi in baca_versi(konteks.ruang, konteks.periode)}
    return "" if manifes.kode_kunci in dikenal else manifes.kode_kunci


def _periksa_masukan(
    konteks: Konteks, manifes: Manifes, berbeda: Collection[str]
) -> Iterator[Ketidakcocokan]:
    """Yield the inputs that are others now; what all units share may change where no result (`berbeda`) does.

    Results of other months are named where a unit looks back on them, or where findings differ that may come from them.
    """
    folder, masukan = konteks.ruang.folder_hasil(konteks.periode), MasukanUnit(konteks)
    sendiri = {nama for catatan in manifes.unit.values() for nama in catatan.masukan}
    dipandang = {*sendiri}
    for kode, catatan in manifes.unit.items():
        dipandang |= masukan.sebagai_berkas({LALU} & masukan.berubah(kode, catatan), manifes.masukan)
    temuan_lain = konteks.ruang.relatif(folder / TEMUAN_CSV) in berbeda
    for nama, sha in manifes.masukan.items():
        kini = masukan.bersama.get(nama) or sha256_berkas(konteks.ruang.akar / nama)
        bulan = nama.endswith(f"/{NILAI_CSV}")
        if kini != sha and (nama in dipandang or (berbeda and (temuan_lain or not bulan))):
            yield Ketidakcocokan(nama, "masukan berubah sejak dihitung" if kini else "masukan tidak ada lagi")


def _periksa_kunci(konteks: Konteks, manifes: Manifes) -> Iterator[Ketidakcocokan]:
    """Yield that the results bear another code than the lock in force, or none: a correction may have been ended half-way."""
    versi = versi_terakhir(konteks.ruang, konteks.periode)
    if versi and manifes.kode_kunci != versi.kode:
        berkas = konteks.ruang.folder_hasil(konteks.periode) / NAMA_MANIFES
        yield Ketidakcocokan(konteks.ruang.relatif(berkas), bukan_yang_dikunci(versi))


def _periksa_keluaran(
    konteks: Konteks, manifes: Manifes, lapor: Lapor, paralel: Paralel
) -> Iterator[Ketidakcocokan]:
    """Compute the period aside, and yield what stands otherwise in the results.

    Raises:
        PenggunaanError: the computation could not be written, or a book not be read, so that nothing is known of the results.
    """
    folder, catatan = konteks.ruang.folder_hasil(konteks.periode), NAMA_MANIFES
    relatif = konteks.ruang.relatif
    with folder_sementara(konteks) as ulang:
        # Stray files are no inputs; which came or went since is told apart (`asing_lain`).
        konteks = replace(
            konteks, tujuan=ulang, versi=versi_hasil(konteks), asing=temuan_tercatat(manifes.asing)
        )
        hasil = terbitkan_kota(konteks, list(konteks.skema.unit), lapor, paralel=paralel)
        if pesan := (*hasil.pesan, *buku_tertahan(ulang)):
            raise tidak_selesai(konteks, pesan)
        baru = Manifes.baca(ulang / catatan) or Manifes("", "", "")
        for kode in dict.fromkeys((*manifes.unit, *baru.unit)):
            if kode not in manifes.unit or kode not in baru.unit:
                sebab = (
                    f"unit {kode or 'tanpa kode'} hanya ada di {'hitungan' if kode in baru.unit else 'hasil'}"
                )
                yield Ketidakcocokan(relatif(folder / catatan), sebab)
        for nama in dict.fromkeys((*manifes.keluaran, *baru.keluaran)):
            for sebab in beda_keluaran(folder / nama, ulang / nama):
                yield Ketidakcocokan(relatif(folder / nama), sebab)
        if _tanpa_masukan_bersama(manifes) != _tanpa_masukan_bersama(baru):
            yield Ketidakcocokan(relatif(folder / catatan), "bukan catatan hasil ini")


def _tanpa_masukan_bersama(manifes: Manifes) -> Manifes:
    """Return a record without the hashes of what all units share: what of that counts has its own mark in each unit."""
    sendiri = {nama for catatan in manifes.unit.values() for nama in catatan.masukan}
    return replace(manifes, masukan={nama: sha for nama, sha in manifes.masukan.items() if nama in sendiri})


def _periksa_lain(konteks: Konteks, manifes: Manifes) -> Iterator[Ketidakcocokan]:
    """Yield what stands otherwise than recorded in recap and publication, and the files among the results that nobody recorded."""
    folder = konteks.ruang.folder_hasil(konteks.periode)
    tercatat = {folder / nama for nama in (*manifes.keluaran, NAMA_MANIFES, MANIFES_REKAP)}
    for tempat, rekap in rekap_tercatat(konteks):
        for berkas, sha in ((tempat / nama, sha) for nama, sha in rekap.keluaran.items()):
            tercatat.add(berkas)
            if sha256_berkas(berkas) != sha:
                sebab = (
                    "bukan lagi yang ditulis rekap"
                    if berkas.is_file()
                    else "tidak ada, padahal rekap menulisnya"
                )
                yield Ketidakcocokan(konteks.ruang.relatif(berkas), sebab)
    for kode in manifes.unit:
        for berkas in sorted((folder / kode).iterdir() if kode and (folder / kode).is_dir() else ()):
            bertanda = berkas.stem.endswith(AKHIRAN_BERTANDA)
            if berkas not in tercatat and not bertanda and not milik_sistem(berkas.name):
                yield Ketidakcocokan(konteks.ruang.relatif(berkas), "bukan tulisan program")
    for milik in unit_tertinggal(konteks):
        yield Ketidakcocokan(milik, "unit itu tidak ada di skema, jadi ini bukan hasil yang sekarang")


def _periksa_kartu(konteks: Konteks) -> Iterator[Ketidakcocokan]:
    """Yield the cards that tell another score, or another way to it, than the inputs give."""
    lain, relatif = kartu_lain(konteks), konteks.ruang.relatif
    for berkas in lain[:_SEBUT_KARTU]:
        sebab = "bukan kartu nilai dari hitungan sekarang: ditulis sebelum hasilnya berubah, atau diubah sesudahnya"
        yield Ketidakcocokan(relatif(berkas), sebab)
    if len(lain) > _SEBUT_KARTU:
        folder = relatif(konteks.ruang.folder_kartu(konteks.periode))
        yield Ketidakcocokan(f"{folder}/", f"begitu juga {len(lain) - _SEBUT_KARTU} kartu lagi")
