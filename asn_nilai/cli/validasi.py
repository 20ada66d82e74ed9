"""`asn-nilai validasi`: read and check a period's submissions, and say everything that was found."""

import json
from pathlib import Path

import typer

from asn_nilai.cli.pilihan import (
    Folder,
    PilihanJson,
    PilihanKetat,
    PilihanParalel,
    PilihanPeriode,
    PilihanUnit,
)


def perintah(
    folder: Folder = Path(),
    periode: PilihanPeriode = None,
    unit: PilihanUnit = None,
    paralel: PilihanParalel = None,
    ketat: PilihanKetat = False,
    keluaran_json: PilihanJson = False,
) -> int:
    """Periksa setoran unit dan tunjukkan semua temuan; tidak menulis apa pun."""
    from asn_nilai.alur.konteks import PenggunaanError, pilih_unit, siapkan
    from asn_nilai.alur.validasi import periksa_kota
    from asn_nilai.cli.layar import Layar
    from asn_nilai.cli.status import status_akhir

    layar = Layar(diam=keluaran_json)
    try:
        konteks = siapkan(folder, periode)
        dipilih = pilih_unit(konteks, unit or [])
        layar.judul(f"{konteks.ruang.instansi} · {konteks.periode.label}")
        with layar.kemajuan("Memeriksa", len(dipilih)) as kemajuan:
            lapor = (
                (lambda _kode: kemajuan.advance(kemajuan.task_ids[0])) if kemajuan else (lambda _kode: None)
            )
            hasil = periksa_kota(konteks, dipilih, lapor, paralel=paralel)
    except PenggunaanError as galat:
        typer.echo(str(galat), err=True)
        return 2
    temuan = [satu.sebagai_dict() for satu in hasil.temuan]
    if keluaran_json:
        isi = {
            "periode": konteks.periode.kode,
            "unit": [satu.sebagai_dict() for satu in hasil.unit],
            "temuan": temuan,
        }
        typer.echo(json.dumps(isi, ensure_ascii=False, indent=1))
    else:
        layar.temuan(temuan)
        layar.tabel_setoran(hasil.unit, {kode: konteks.unit(kode).nama for kode in dipilih})
        if temuan:
            layar.tulis("Berikutnya: minta unit memperbaiki sel di atas, lalu jalankan perintah ini lagi.")
        else:
            layar.tulis(
                f"Tidak ada temuan. Berikutnya: asn-nilai hitung {folder} --periode {konteks.periode.kode}"
            )
    return status_akhir(temuan, ketat=ketat)
