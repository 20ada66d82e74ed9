"""The command `jelaskan`: who is meant, and that ASN through reading, checking and scoring to an explanation."""

from collections.abc import Collection, Iterable
from pathlib import Path

from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.isian.orang.nip import PANJANG_NIP, mirip_nip, normalkan
from asn_nilai.acuan.isian.register.cari_asn import cari_asn, cari_tanpa_nip, nama_mirip
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.acuan.isian.skema import UNIT_LAIN, PegawaiCacat, Penempatan
from asn_nilai.acuan.temuan import KUNCI_TEMUAN
from asn_nilai.alur.hitungan.di_memori import nilai_semua
from asn_nilai.alur.konteks import Konteks, PenggunaanError
from asn_nilai.alur.masukan.baris_unit_lain import baris_asing, menurut_nip
from asn_nilai.alur.proses.papan import diam
from asn_nilai.alur.riwayat.target_tahun import buka_target
from asn_nilai.hitung import susun_penjelasan
from asn_nilai.terbit.data.csv_hasil import TEMUAN_CSV, alir_csv, isi_baris

_DISEBUT = 10
"""People that a sentence names."""


def tentukan_asn(konteks: Konteks, ketikan: str) -> tuple[str, str]:
    """Return the NIP that is meant, and a sentence that names the ASN where it was found by name.

    A whole NIP is taken as it is. Digits alone are never completed: nothing is guessed where a score would be shown.

    Raises:
        PenggunaanError: nobody, or more than one, can be meant; the message names who could be.
    """
    nomor = normalkan(ketikan)
    terdaftar = nomor in konteks.skema.penempatan_asn or any(
        nomor == orang.nip for orang in konteks.skema.cacat
    )
    if terdaftar or (len(nomor) >= PANJANG_NIP and any(map(str.isdecimal, nomor))):
        return nomor, ""
    ada, buku = cari_asn(konteks.skema, ketikan), konteks.ruang.skema.name
    if len(ada) == 1 and not nomor.isdecimal():
        return ada[0].nip, f"Dibaca sebagai {_sebut(ada[0])}."
    if ada:
        sisa = f"\n  … dan {len(ada) - _DISEBUT} lagi" if len(ada) > _DISEBUT else ""
        semua = "".join(f"\n  {_sebut(asn)}" for asn in ada[:_DISEBUT])
        raise PenggunaanError(f"'{ketikan}' cocok dengan {len(ada)} ASN. Ulangi dengan NIP-nya:{semua}{sisa}")
    if nomor.isdecimal():
        raise PenggunaanError(
            f"NIP {ketikan} baru {len(nomor)} angka, padahal NIP {PANJANG_NIP} angka, dan tidak ada yang memuatnya pada lembar Pegawai "
            f"di {buku}. Ketik NIP selengkapnya, atau namanya."
        )
    if tanpa := cari_tanpa_nip(konteks.skema, ketikan):
        raise PenggunaanError(tanpa)
    mirip = "".join(f"\n  {_sebut(asn)}" for asn in nama_mirip(konteks.skema, ketikan))
    raise PenggunaanError(
        f"Tidak ada ASN bernama '{ketikan}' pada lembar Pegawai di {buku}. "
        + (f"Mungkin maksudnya:{mirip}" if mirip else "Ketik namanya seperti di lembar itu, atau NIP-nya.")
    )


def _sebut(asn: Penempatan) -> str:
    return f"{asn.nama} (NIP {asn.nip}, {asn.kode_unit})"


def jelaskan(konteks: Konteks, nip: str, terbit: Path | None = None) -> Penjelasan:
    """Explain one ASN's score, computed anew from the inputs; what was eased of the ASN's targets the year's register tells.

    Args:
        konteks: the run's common ground.
        nip: the ASN.
        terbit: the folder of the results that tell in which other units' books rows of the ASN stand; None for the period's own.

    Raises:
        PenggunaanError: an ASN whom the register does not know, or not in this period.
    """
    nomor = normalkan(nip)
    cacat = _cacat(konteks, nomor)
    if cacat and cacat.menunggu(konteks.periode):
        nomor, unit = cacat.nip, [cacat.pada(konteks.periode).kode_unit]
    else:
        unit = _unit_asn(konteks, nomor, terdaftar=cacat is not None)
    lain = unit_lain(konteks, [nomor], unit, terbit)
    hasil = nilai_semua(buka_target(konteks), [*lain, *unit], diam, paralel=1)
    akhir = hasil.unit[unit[-1]]
    asn = next(asn for asn in akhir.nilai if asn.nip == nomor)
    umum = (*hasil.umum, *menurut_nip(baris_asing(hasil.temuan)).get(nomor, ()))
    return susun_penjelasan(akhir, asn, konteks.aturan, konteks.ruang.instansi, umum)


def unit_lain(
    konteks: Konteks, nip: Iterable[str], unit: Collection[str], terbit: Path | None = None
) -> list[str]:
    """Return the units beside these in whose books the published findings saw rows of one of these ASN; `terbit` as in `jelaskan`."""
    berkas, dicari = (terbit or konteks.ruang.folder_hasil(konteks.periode)) / TEMUAN_CSV, {*nip}
    semua = isi_baris(KUNCI_TEMUAN, (b for b in alir_csv(berkas, KUNCI_TEMUAN) if UNIT_LAIN in b))
    kode = dict.fromkeys(baris["unit"] for baris in semua if baris["nip"] in dicari)
    return [ini for ini in kode if ini in konteks.skema.unit and ini not in unit]


def _cacat(konteks: Konteks, nip: str) -> PegawaiCacat | None:
    """Return the person with a faulty row whose NIP is typed so, or can only be this one; there is no score to guess about."""
    if nip in konteks.skema.penempatan_asn:
        return None
    mirip = [orang for orang in konteks.skema.cacat if mirip_nip(orang.nip, nip)]
    tepat = [orang for orang in mirip if orang.nip == nip]
    return next(iter(tepat), mirip[0] if len(mirip) == 1 else None)


def _unit_asn(konteks: Konteks, nip: str, *, terdaftar: bool) -> list[str]:
    """Return the units of an ASN in the period, the last one last."""
    skema, periode = konteks.skema, konteks.periode
    if nip not in skema.penempatan_asn and not terdaftar:
        # A number that looks like another's is another's: nothing is guessed where a score would be shown.
        raise PenggunaanError(
            f"NIP {nip} tidak ada pada lembar Pegawai di {konteks.ruang.skema.name}. Program tidak menebak NIP yang mirip. "
            "Periksa ke-18 angkanya pada kolom NIP lembar itu, lalu ulangi."
        )
    ditempatkan = [p for p in skema.penempatan_asn.get(nip, ()) if p.bulan_dalam(periode)]
    unit = unit_berpindah(skema, periode).get(nip) or tuple({p.kode_unit for p in ditempatkan})
    dikenal = [kode for kode in unit if kode in skema.unit]
    if not dikenal:
        raise PenggunaanError(
            f"NIP {nip} terdaftar, tetapi tidak ditempatkan di unit mana pun pada {periode.label}. Periksa kolom Mulai, "
            f"Selesai, dan Kode Unit pada lembar Pegawai di {konteks.ruang.skema.name}, atau pilih --periode lain."
        )
    return dikenal
