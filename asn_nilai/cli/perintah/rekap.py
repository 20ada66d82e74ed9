"""`asn-nilai rekap`: what leaders and citizens look at, from the results that `hitung` wrote."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.acuan.tulisan import sebagian, tulis_angka
from asn_nilai.cli.keluaran import status_akhir
from asn_nilai.cli.perintah.akar import PilihanAkar, rekap_banyak
from asn_nilai.cli.pilihan import Folder, PilihanPeriode, PilihanUnit

if TYPE_CHECKING:
    from asn_nilai.acuan.rekap.baris import UnitRekap
    from asn_nilai.acuan.rekap.rekap import Rekap
    from asn_nilai.alur.perintah.rekap import HasilRekap
    from asn_nilai.cli.layar import Layar

_DISEBUT = 3
"""Units at either end of the ranking that the terminal names."""
_AKAR_SENDIRI = "rekap --akar memerlukan --periode, dan tidak bersama FOLDER, --unit, atau --samarkan."
_SELURUH_KOTA = "--samarkan selalu untuk seluruh kota: sebagian di samping keseluruhan dapat membuka data orang. Hapus --unit."


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    samarkan: Annotated[
        bool,
        typer.Option(
            "--samarkan", help="Tulis himpunan untuk diumumkan: tanpa NIP, nama, dan kelompok kecil."
        ),
    ] = False,
    akar: PilihanAkar = None,
) -> int:
    """Rekap unit dan bulan untuk pimpinan, atau untuk diumumkan."""
    from asn_nilai.alur.perintah.rekap import rekap_kota, terbitkan_samaran
    from asn_nilai.alur.siapkan import siapkan
    from asn_nilai.cli.layar import Layar

    if akar is not None:
        if folder != Path() or samarkan or unit or periode is None:
            typer.echo(_AKAR_SENDIRI, err=True)
            return 2
        return rekap_banyak(akar, periode)
    layar = Layar()
    if samarkan and unit:
        typer.echo(_SELURUH_KOTA, err=True)
        return 2
    konteks = siapkan(folder, periode)
    layar.judul(f"{konteks.ruang.instansi} · rekap {konteks.periode.label} · {konteks.aturan.profil.nama}")
    layar.temuan([temuan.sebagai_dict() for temuan in konteks.temuan_pengaturan])
    hasil = terbitkan_samaran(konteks) if samarkan else rekap_kota(konteks, unit or [])
    _tampilkan(layar, folder, hasil, samaran=samarkan)
    belum_layak = bool(hasil.pesan or hasil.asing or hasil.riwayat or hasil.rekap.sorotan.usang)
    return status_akhir((temuan.tingkat for temuan in hasil.temuan), gagal_tulis=belum_layak)


def _tampilkan(layar: "Layar", folder: Path, hasil: "HasilRekap", *, samaran: bool) -> None:
    for pesan in hasil.pesan:
        layar.tulis(pesan)
    layar.temuan([temuan.sebagai_dict() for temuan in hasil.riwayat])
    if not samaran:
        _sekilas(layar, hasil.rekap)
    if hasil.berkas:
        layar.tulis(f"\n{'Untuk diumumkan' if samaran else 'Rekap'} ditulis di {hasil.folder}")
        layar.tulis(f"  Buka dahulu        {hasil.folder / hasil.berkas[0]}")
        layar.tulis(f"  Lainnya            {', '.join(hasil.berkas[1:]) or '–'}")
    for kalimat in _berikutnya(folder, hasil, samaran=samaran):
        layar.tulis(kalimat)


def _belum_layak(folder: Path, hasil: "HasilRekap") -> str:
    """Return why what was written must not be handed on yet, blank where it may be."""
    from asn_nilai.cli.layar import BELUM_SELESAI

    if hasil.pesan:
        return BELUM_SELESAI
    if hasil.riwayat:
        return "BELUM LAYAK DISERAHKAN: riwayat periode ini tidak utuh. Kembalikan folder riwayat dari cadangan, lalu jalankan perintah ini lagi."
    if not hasil.rekap.dinilai:
        return (
            f"Belum ada ASN yang dinilai pada {hasil.rekap.periode.label}; belum ada yang layak diserahkan."
        )
    if usang := hasil.rekap.sorotan.usang:
        apa, cara = (
            "hasil",
            f"Jalankan {tulis_perintah('hitung', folder, '--semua')}, lalu perintah ini lagi.",
        )
        if all(h.terkunci for h in usang):
            apa, cara = (
                "hasil terkunci",
                "Perintah di atas menyegarkannya, atau menyebut apa yang berubah dan koreksinya; sesudah itu jalankan perintah ini lagi.",
            )
        kata = " atau ".join(dict.fromkeys("belum lengkap" if h.tertahan else "usang" for h in usang))
        return f"BELUM LAYAK DISERAHKAN: ada {apa} yang {kata}. {cara}"
    if hasil.asing:
        sisa = f"Di folder itu ada yang bukan bagian himpunan ini: {', '.join(hasil.asing)}."
        return f"JANGAN DIUMUMKAN DAHULU. {sisa} Pindahkan ke luar, lalu jalankan perintah ini lagi."
    return ""


def _berikutnya(folder: Path, hasil: "HasilRekap", *, samaran: bool) -> tuple[str, ...]:
    if halangan := _belum_layak(folder, hasil):
        return (halangan,)
    if samaran:
        return (
            "Berikutnya: baca halaman itu sampai akhir, lalu umumkan seluruh isi folder itu, tidak lebih.",
            "Cadangkan berkas .kunci-samaran di ruang kerja dan jangan diumumkan: itu kunci nama samaran.",
        )
    if hasil.rekap.sementara:
        hitung = tulis_perintah("hitung", folder, f"--periode {hasil.rekap.periode.kode}")
        lihat = "Berikutnya: rekap ini memuat nilai sementara, jadi untuk dilihat saja."
        return (f"{lihat} Sesudah bulan yang kurang disetor, jalankan: {hitung}, lalu perintah ini lagi.",)
    if hasil.rekap.terpilih:
        return (f"Berikutnya: serahkan {hasil.berkas[-1]} kepada kepala unit.",)
    if hasil.perlu:
        return (
            f"Berikutnya: ada unit yang belum dihitung, jadi rekap ini untuk dilihat saja. Jalankan {'; '.join(hasil.perlu)}, lalu perintah ini lagi.",
        )
    warga = tulis_perintah("rekap", folder, f"--periode {hasil.rekap.periode.kode} --samarkan")
    return (f"Berikutnya: serahkan rekap.xlsx kepada pimpinan. Untuk warga: {warga}",)


def _sekilas(layar: "Layar", rekap: "Rekap") -> None:
    from asn_nilai.acuan.rata import tulis_rata
    from asn_nilai.acuan.rekap.kata_kedudukan import kalimat_memimpin

    desimal = rekap.aturan.desimal

    def sebut(unit: "UnitRekap") -> str:
        rata_rata = tulis_rata(unit.rata_rata, desimal)
        return f"{unit.ringkas.kode} {rata_rata}{f' ({unit.tanda})' if unit.tanda else ''}"

    sorotan = rekap.sorotan
    sementara = f", {tulis_angka(rekap.sementara)} sementara" if rekap.sementara else ""
    layar.kalimat(
        f"  {sebagian(rekap.dinilai, rekap.jumlah_asn)} ASN dinilai{sementara}, {tulis_angka(rekap.banyak_unit)} unit"
    )
    layar.kalimat(
        "  " + " · ".join(f"{label} {tulis_angka(banyak)}" for label, banyak in rekap.predikat.items())
    )
    if kalimat := kalimat_memimpin(sorotan, desimal):
        layar.kalimat(f"  {kalimat}")
    if sorotan.perlu_dibantu:  # a single unit neither leads nor lags
        for label, unit in (("Tertinggi", sorotan.memimpin), ("Terendah ", sorotan.perlu_dibantu)):
            layar.kalimat(f"  {label}          {'; '.join(map(sebut, unit[:_DISEBUT]))}")
    if sorotan.belum_setor:
        layar.kalimat(f"  Belum setor        {', '.join(unit.ringkas.kode for unit in sorotan.belum_setor)}")
    if terlambat := rekap.terlambat:
        semua = ", ".join(f"{unit.kode} {len(unit.bulan)} bulan" for unit in terlambat[:_DISEBUT])
        layar.kalimat(f"  Terlambat setor    {semua} (menurut tanggal berkas, bukti yang lemah)")
    for kalimat in rekap.catatan:
        layar.kalimat(f"  ! {kalimat}")
