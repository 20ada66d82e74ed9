"""`asn-nilai simulasi`: the same data under another rule or figure, nothing in hasil/ touched."""

from pathlib import Path
from typing import Annotated

import typer

from asn_nilai.cli.keluaran import status_akhir
from asn_nilai.cli.pilihan import Folder, PilihanParalel, PilihanPeriode


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    aturan: Annotated[
        str | None,
        typer.Option("--aturan", metavar="KODE|BERKAS", help="Aturan yang dicoba pada data yang sama."),
    ] = None,
    ubah: Annotated[
        list[str] | None,
        typer.Option(
            "--ubah",
            metavar="NAMA=ANGKA",
            help="Angka aturan yang dicoba, misalnya batas_hasil_2=95; boleh ditulis beberapa kali.",
        ),
    ] = None,
    paralel: PilihanParalel = None,
) -> int:
    """Coba aturan atau angka lain: siapa berpindah predikat, mengapa."""
    from asn_nilai.alur.perintah.simulasi import siapkan_simulasi, simulasikan, tulis_simulasi
    from asn_nilai.cli.layar import Layar
    from asn_nilai.cli.layar_simulasi import tampilkan_simulasi
    from asn_nilai.terbit.berkas import TulisGagalError

    layar = Layar()
    lama, baru, nama = siapkan_simulasi(folder, periode, aturan, ubah or [])
    layar.judul(f"{lama.ruang.instansi} · {lama.periode.label} · simulasi {baru.aturan.profil.nama}")
    with layar.kemajuan("Menghitung", 2 * len(lama.kode_hasil)) as lapor:
        hasil = simulasikan(lama, baru, lapor, paralel=paralel)
    tampilkan_simulasi(layar.konsol, hasil.simulasi)
    try:
        tempat = tulis_simulasi(lama, hasil, nama)
    except TulisGagalError as galat:
        typer.echo(str(galat), err=True)
        return 1
    layar.tulis(f"Simulasi ditulis di {tempat} (hasil resmi di folder hasil tidak disentuh)")
    layar.tulis("  Untuk diolah       simulasi.xlsx, dan nilai.csv menurut aturan yang dicoba")
    layar.tulis(f"Berikutnya: buka {tempat / 'simulasi.html'}")
    return status_akhir(temuan.tingkat for temuan in hasil.temuan)
