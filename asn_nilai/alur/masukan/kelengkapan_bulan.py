"""Which months of a period have no submission at all: nothing can be computed of them, and whoever asks is told where files go."""

from asn_nilai.acuan.kata.ketikan_perintah import tulis_folder
from asn_nilai.acuan.periode import Bulan
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.ruang_kerja import buku_kerja


def bulan_tanpa_setoran(konteks: Konteks) -> tuple[Bulan, ...]:
    """Return the months of the period whose folder holds no workbook."""
    ruang = konteks.ruang
    return tuple(bulan for bulan in konteks.periode.bulan if not buku_kerja(ruang.folder_capaian(bulan)))


def periksa_ada_setoran(konteks: Konteks) -> None:
    """See that some month of the period has a submission.

    Raises:
        PenggunaanError: none has.
    """
    ruang, bulan = konteks.ruang, konteks.periode.bulan
    if len(bulan_tanpa_setoran(konteks)) < len(bulan):
        return
    contoh = f"{next(iter(konteks.skema.unit), 'KODE')}.xlsx"
    tempat = ruang.relatif(ruang.folder_capaian(bulan[0]))
    raise PenggunaanError(
        f"Belum ada setoran untuk {konteks.periode.label}, jadi tidak ada yang dihitung. Taruh berkas unit di {tempat}, misalnya "
        f"{tempat}/{contoh}. Buku isiannya: asn-nilai templat capaian {tulis_folder(ruang.akar)} --periode {bulan[0].kode}"
    )


def kalimat_bulan_kurang(konteks: Konteks) -> str:
    """Return the sentence on a period of which some months have no submission yet, blank where all have."""
    kurang = bulan_tanpa_setoran(konteks)
    if not kurang:
        return ""
    nama = ", ".join(
        f"{bulan.label} ({konteks.ruang.relatif(konteks.ruang.folder_capaian(bulan))})" for bulan in kurang
    )
    akibat = "dinilai sementara, tanpa bulan itu" if konteks.sementara else "belum dinilai"
    return f"{konteks.periode.label} belum lengkap: belum ada setoran {nama}. ASN yang punya target pada bulan itu {akibat}."
