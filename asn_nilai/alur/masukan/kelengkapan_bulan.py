"""Which months of a period have no submission at all: nothing can be computed of them, and whoever asks is told where files go."""

from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.alur.asing.folder import temuan_folder
from asn_nilai.alur.kata_perintah import perintah_periode
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.ruang_kerja import buku_kerja

_SEBUT = 3
"""Files and folders near by that are named; the others are counted."""


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
        f"{tempat}/{contoh}. "
        + (
            _tersesat(konteks)
            or f"Buku isiannya: {perintah_periode('templat capaian', ruang, bulan[0].periode)}"
        )
    )


def _tersesat(konteks: Konteks) -> str:
    """Return what lies near and may be the submissions, as sentences: folders, which stand for their files, else files."""
    semua = list(temuan_folder(konteks.ruang))
    semua = semua or [keliru for keliru in konteks.asing if keliru.tingkat is not Tingkat.INFO]
    kalimat = [f"{keliru.letak}: {keliru.pesan} {keliru.saran}" for keliru in semua[:_SEBUT]]
    lagi = [f"Dan {len(semua) - _SEBUT} lagi."] if len(semua) > _SEBUT else []
    return " ".join([*kalimat, *lagi])


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
