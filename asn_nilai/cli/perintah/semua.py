"""`asn-nilai hitung --semua`: the year brought up to date, period by period."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from asn_nilai.acuan.kata.ketikan_perintah import tulis_perintah
from asn_nilai.acuan.tulisan import sebagian, tulis_angka
from asn_nilai.cli.keluaran import tulis_json

if TYPE_CHECKING:
    from asn_nilai.acuan.temuan import Temuan
    from asn_nilai.alur.perintah.semua import LangkahTahun
    from asn_nilai.alur.proses.proses_paralel import Paralel
    from asn_nilai.cli.layar import Layar


def hitung_setahun(folder: Path, paralel: "Paralel", *, ketat: bool, keluaran_json: bool) -> int:
    """Compute all that is not up to date; say what became of each period."""
    from asn_nilai.alur.perintah.semua import folder_terlewat, hitung_semua, salinan_di_ruang
    from asn_nilai.cli.layar import Layar

    layar = Layar(diam=keluaran_json)
    layar.judul("Menghitung yang belum mutakhir, mulai dari bulan terlama")
    semua = []
    for langkah in hitung_semua(folder, layar.kemajuan, paralel=paralel):
        semua.append(langkah)
        _tampilkan(layar, langkah)
    terlewat, salinan = folder_terlewat(folder), salinan_di_ruang(folder)
    if keluaran_json:
        tulis_json(
            {
                "periode": list(map(_sebagai_json, semua)),
                "terlewat": terlewat,
                "salinan_tidak_dibaca": [temuan.letak.berkas for temuan in salinan],
            }
        )
    gagal = [langkah.periode.label for langkah in semua if langkah.pesan]
    bergalat = [langkah for langkah in semua if langkah.galat]
    layar.tulis()
    for kalimat in terlewat:
        layar.kalimat(f"TIDAK DIHITUNG: {kalimat}")
    for kalimat in (*_di_sampingnya(semua, salinan), *_tetap_dikunci(semua)):
        layar.tulis(kalimat)
    if gagal:
        layar.tulis(
            f"BELUM SELESAI: {', '.join(gagal)}. Sebabnya di atas; bereskan, lalu jalankan perintah ini lagi."
        )
    elif not bergalat:
        layar.tulis(f"{'Bulan yang lain' if terlewat else 'Semua bulan'} mutakhir dan tanpa galat.")
    if bergalat:
        perlu = max(bergalat, key=lambda langkah: (-len(langkah.periode.bulan), langkah.periode.bulan))
        lalu = f"{perlu.koreksi} (periode itu terkunci)" if perlu.koreksi else "jalankan perintah ini lagi"
        layar.tulis(
            f"Berikutnya: {tulis_perintah('validasi', folder, f'--periode {perlu.periode.kode}')}, minta unit memperbaiki "
            f"galatnya, lalu {lalu}."
        )
    peringatan = ketat and (terlewat or any(langkah.peringatan for langkah in semua))
    return int(bool(gagal or bergalat or peringatan))


def _di_sampingnya(semua: Iterable["LangkahTahun"], salinan: Iterable["Temuan"]) -> Iterator[str]:
    """Yield what lies beside results and inputs and is neither: folders of units that are gone, copies that nobody reads."""
    from asn_nilai.alur.terbitan.unit_tertinggal import kalimat_tertinggal

    if kalimat := kalimat_tertinggal("Di hasil", [nama for langkah in semua for nama in langkah.tertinggal]):
        yield kalimat
    for temuan in salinan:
        yield f"{temuan.letak}: {temuan.pesan} {temuan.saran}"


def _tetap_dikunci(semua: Iterable["LangkahTahun"]) -> Iterator[str]:
    """Yield which locked periods do not see what was computed now."""
    from asn_nilai.cli.layar_hitung import kalimat_tetap_dikunci

    for terkunci in semua:
        if dilihat := [ini.periode for ini in semua if terkunci.periode in ini.tetap]:
            yield kalimat_tetap_dikunci([terkunci.periode], dilihat, terkunci.koreksi)


def _tampilkan(layar: "Layar", langkah: "LangkahTahun") -> None:
    hasil, galat = langkah.hasil, f"{tulis_angka(langkah.galat)} galat" if langkah.galat else "tanpa galat"
    sementara = f", {tulis_angka(langkah.sementara)} sementara" if langkah.sementara else ""
    if hasil is not None:
        dihitung = sebagian(len(hasil.dihitung), len(hasil.kode_unit))
        dinilai = sum(unit.ringkas.dinilai for unit in hasil.unit.values())
        asn = sum(unit.ringkas.jumlah_asn for unit in hasil.unit.values())
        apa = f"{dihitung} unit dihitung; {sebagian(dinilai, asn)} ASN dinilai{sementara}, {galat}"
    elif langkah.pesan:
        apa = "TIDAK DIHITUNG"
    else:
        apa = f"sudah mutakhir{sementara}, {galat}"
    layar.tulis(f"  {langkah.periode.label:<20} {apa}")
    for pesan in langkah.pesan:
        layar.tulis(f"    {pesan}")


def _sebagai_json(langkah: "LangkahTahun") -> dict[str, object]:
    hasil = langkah.hasil
    return {
        "periode": langkah.periode.kode,
        "dihitung": [] if hasil is None else hasil.dihitung,
        "galat": langkah.galat,
        "sementara": langkah.sementara,
        "gagal": list(langkah.pesan),
        "unit_tertinggal": [PurePosixPath(nama).name for nama in langkah.tertinggal],
    }
