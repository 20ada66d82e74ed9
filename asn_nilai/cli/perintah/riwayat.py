"""`asn-nilai riwayat`: what changed since the first computation or the lock, when, and why."""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asn_nilai.cli.keluaran import tulis_json
from asn_nilai.cli.pilihan import Folder, PilihanJson

if TYPE_CHECKING:
    from asn_nilai.acuan.riwayat.catatan import Catatan
    from asn_nilai.acuan.riwayat.riwayat import Riwayat
    from asn_nilai.cli.layar import Layar

_TERTULIS = 200
"""Lines of one register that the terminal shows, the newest ones; `--json` gives all."""
_MUNDUR = " ← waktunya mendahului catatan di atasnya: jam komputer itu mundur, urutannya tetap yang di sini"


def perintah(
    folder: Folder = Path(),
    periode: Annotated[
        str | None,
        typer.Option(
            "--periode", metavar="PERIODE", help="Periode ini saja; bila kosong, semua yang tercatat."
        ),
    ] = None,
    keluaran_json: PilihanJson = False,
) -> int:
    """Tampilkan apa yang berubah, kapan, dan mengapa."""
    from asn_nilai.acuan.riwayat.kata_perubahan import KALIMAT_PINDAHAN
    from asn_nilai.alur.riwayat.baca_riwayat import baca_riwayat, salinan_di_samping, temuan_pengaturan
    from asn_nilai.cli.layar import Layar

    semua = baca_riwayat(folder, periode)
    rusak = [temuan for riwayat in semua.values() for temuan in riwayat.temuan]
    rusak += salinan_di_samping(folder, semua)
    temuan = [*temuan_pengaturan(folder), *rusak]
    if keluaran_json:
        isi = {
            "riwayat": {
                nama: [c.sebagai_dict() for c in riwayat.rantai.catatan] for nama, riwayat in semua.items()
            },
            "temuan": [ini.sebagai_dict() for ini in temuan],
        }
        tulis_json(isi)
        return int(bool(rusak))
    layar = Layar()
    for nama, riwayat in semua.items():
        _tampilkan(layar, nama, riwayat)
    if any(riwayat.pindahan for riwayat in semua.values()):
        layar.tulis(KALIMAT_PINDAHAN)
    layar.temuan([ini.sebagai_dict() for ini in temuan])
    if not semua:
        layar.tulis("Belum ada yang tercatat: register dimulai ketika sebuah bulan pertama kali dihitung.")
    return int(bool(rusak))


def _tampilkan(layar: "Layar", nama: str, riwayat: "Riwayat") -> None:
    from asn_nilai.acuan.riwayat.catatan import PERTAMA
    from asn_nilai.acuan.riwayat.kata_perubahan import judul_register

    catatan = riwayat.rantai.catatan
    layar.judul(f"{judul_register(nama)}: {len(catatan)} catatan ({riwayat.berkas})")
    if len(catatan) > _TERTULIS:
        layar.tulis(f"  … {len(catatan) - _TERTULIS} catatan lebih awal; semuanya dengan --json")
    mundur = {ini for lama, ini in pairwise(catatan) if ini.mendahului(lama)}
    bersama = [ini for ini in catatan if ini.apa == PERTAMA and not ini.kode_unit]
    for ini in catatan[-_TERTULIS:]:
        kalimat = _kalimat(ini, lanjutan=ini in bersama and ini.program != bersama[0].program)
        layar.tulis(f"  {kalimat}{_MUNDUR if ini in mundur else ''}")


def _kalimat(catatan: "Catatan", *, lanjutan: bool) -> str:
    """Return a line in words; `lanjutan` is what another program says of what all share for the first time."""
    from asn_nilai.acuan.riwayat.catatan import PERTAMA, PUTUS, TERKUNCI
    from asn_nilai.acuan.riwayat.kata_perubahan import kata_hal, kata_nilai

    waktu = catatan.waktu[:16].replace("T", " ")
    alasan = f" Alasan: {catatan.alasan}" if catatan.alasan else ""
    versi = f" [versi {catatan.versi}]" if catatan.versi else ""
    if lanjutan:
        return f"{waktu}{versi} {catatan.program} mulai mencatat yang belum dicatat sebelumnya"
    if catatan.apa == PERTAMA:
        return f"{waktu}{versi} dihitung pertama kali{f': {catatan.kode_unit}' if catatan.kode_unit else ''}"
    if catatan.apa == TERKUNCI:
        return f"{waktu}{versi} dikunci.{alasan}"
    if catatan.apa == PUTUS:
        return f"{waktu} RANTAI PUTUS: register {catatan.alasan}"
    sel = f" ({catatan.sel})" if catatan.sel else ""
    semula, menjadi = (kata_nilai(isi, catatan.apa) for isi in (catatan.semula, catatan.menjadi))
    return f"{waktu}{versi} {kata_hal(catatan)}: {semula} → {menjadi}{sel}{alasan}"
