"""Which workbook holds the registers, and what is said where none lies."""

from pathlib import Path

from asn_nilai.acuan.isian.formulir.formulir import lipat_kode
from asn_nilai.ruang_kerja import AKHIRAN_BUKU, RuangKerja, RuangKerjaTidakSahError


def berkas_skema(ruang: RuangKerja) -> Path:
    """Return the workbook that the registers are read from: under another ending where that is the only one.

    Raises:
        RuangKerjaTidakSahError: there is none, or nobody knows which.
    """
    if ruang.skema.is_file():
        return ruang.skema
    lain = [b for b in map(ruang.skema.with_suffix, AKHIRAN_BUKU) if b.is_file()]
    if len(lain) != 1:
        raise RuangKerjaTidakSahError(_tanpa_skema(ruang))
    return lain[0]


def _tanpa_skema(ruang: RuangKerja) -> str:
    """Return what is said where no skema lies: best under which name it does."""
    nama, berkas = ruang.relatif(ruang.skema), ruang.skema
    if berkas.is_dir():
        return f"{nama} di {ruang.akar} adalah folder, bukan buku kerja. Keluarkan isinya, lalu beri nama itu kepada bukunya."
    kata = lipat_kode(berkas.stem)
    isi = sorted(ada for ada in berkas.parent.iterdir() if ada.is_file()) if berkas.parent.is_dir() else []
    mirip = [ada for ada in isi if kata in lipat_kode(ada.name) and not ada.name.startswith(("~$", "."))]
    buku = [ada.name for ada in mirip if ada.suffix.lower() in AKHIRAN_BUKU]
    awal = f"Skema {nama} tidak ada di {ruang.akar}."
    if len(buku) == 1:
        return f"{awal} Yang ada {buku[0]}: ubah namanya menjadi {berkas.name}, lalu jalankan lagi."
    if buku:
        return f"{awal} Yang ada {' dan '.join(buku)}: ubah nama yang benar menjadi {berkas.name}, lalu jalankan lagi."
    if mirip:
        return (
            f"{awal} Yang ada {mirip[0].name}, bukan buku kerja: buka di Excel, lalu pilih Simpan Sebagai, jenis Buku Kerja Excel "
            f"(.xlsx), nama {berkas.name}."
        )
    return (
        f"{awal} Taruh buku skema di situ, atau tulis tempatnya pada [berkas] di asn-nilai.toml. Contoh isinya: asn-nilai mulai "
        "FOLDER --contoh"
    )
