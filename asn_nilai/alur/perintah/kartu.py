"""The cards among a period's results: a page for each ASN alone, and whether those that lie there still say what is true."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.isian.orang.nip import nip_untuk_nama
from asn_nilai.acuan.isian.register.perpindahan import unit_berpindah
from asn_nilai.alur.hitungan.di_memori import nilai_semua
from asn_nilai.alur.konteks import Konteks
from asn_nilai.alur.masukan.baris_unit_lain import baris_asing, menurut_nip
from asn_nilai.alur.perintah.jelaskan import unit_lain
from asn_nilai.alur.proses.papan import Lapor, diam
from asn_nilai.alur.riwayat.target_tahun import buka_target
from asn_nilai.alur.riwayat.versi import baca_versi
from asn_nilai.alur.terbitan.nilai_terbit import NilaiTerbit
from asn_nilai.hitung import susun_penjelasan
from asn_nilai.terbit.berkas import TulisGagalError, tulis_teks
from asn_nilai.terbit.halaman.unit.kartu import halaman_kartu


def tulis_kartu(konteks: Konteks, penjelasan: Penjelasan, terbit: NilaiTerbit, ke: int = 1) -> Path:
    """Write the ASN's own page and return where it is; `ke` tells apart whose NIPs make the same name of a file."""
    berkas = konteks.ruang.berkas_kartu(konteks.periode, penjelasan.nip, ke)
    tulis_teks(
        berkas,
        halaman_kartu(
            penjelasan, konteks.aturan, konteks.periode, terbit.versi(penjelasan), terbit.beda(penjelasan)
        ),
    )
    return berkas


@dataclass(slots=True)
class HasilKartu:
    """What a run over whole units wrote.

    Attributes:
        kartu: the cards by unit code.
        belum: how many of these people are not (finally) scored.
        lain: how many of these scores are not those of the results on disk.
        pesan: what could not be written, as sentences.
    """

    kartu: dict[str, list[Path]] = field(default_factory=dict)
    belum: int = 0
    lain: int = 0
    pesan: list[str] = field(default_factory=list)


def tulis_semua_kartu(konteks: Konteks, dipilih: Sequence[str], lapor: Lapor) -> HasilKartu:
    """Write a card for each ASN whose score stands in one of the units named by their codes."""
    terbit, hasil = NilaiTerbit(konteks), HasilKartu(kartu={kode: [] for kode in dipilih})
    for kode, penjelasan, ke in _jelaskan_semua(konteks, dipilih, lapor):
        try:
            berkas = tulis_kartu(konteks, penjelasan, terbit, ke)
        except TulisGagalError as galat:
            hasil.pesan.append(str(galat))
            continue
        hasil.kartu[kode].append(berkas)
        hasil.belum += penjelasan.status != DINILAI
        hasil.lain += bool(terbit.beda(penjelasan))
    return hasil


def kartu_lain(konteks: Konteks) -> list[Path]:
    """Return the cards of the period that say something else than what the inputs give: of before a change, or edited.

    A card may bear the code of any lock of the period, or none: what was written before the lock is as true after it.
    """
    folder = konteks.ruang.folder_kartu(konteks.periode)
    lain = set(folder.glob("kartu-*.html") if folder.is_dir() else ())
    if lain:
        kunci = (None, *baca_versi(konteks.ruang, konteks.periode))
        for _, penjelasan, ke in _jelaskan_semua(konteks, konteks.kode_hasil, diam):
            berkas = konteks.ruang.berkas_kartu(konteks.periode, penjelasan.nip, ke)
            if berkas in lain:
                isi = berkas.read_bytes().decode("utf-8", "replace")
                benar = (halaman_kartu(penjelasan, konteks.aturan, konteks.periode, ini) for ini in kunci)
                if isi in benar:
                    lain.remove(berkas)
    return sorted(lain)


def _jelaskan_semua(
    konteks: Konteks, dipilih: Sequence[str], lapor: Lapor
) -> Iterator[tuple[str, Penjelasan, int]]:
    """Yield each ASN whose score stands in one of the units: its code, the explanation, the how manyth with this name of a file."""
    berpindah = unit_berpindah(konteks.skema, konteks.periode).values()
    asal = dict.fromkeys(kode for unit in berpindah if unit[-1] in dipilih for kode in unit)
    milik = {p.nip for kode in dipilih for p in konteks.skema.di_unit(kode, konteks.periode)}
    lain = unit_lain(konteks, milik, (*dipilih, *asal))
    semua = nilai_semua(buka_target(konteks), list(dict.fromkeys((*dipilih, *asal, *lain))), lapor)
    asing = menurut_nip(baris_asing(semua.temuan))
    bernama = Counter[str]()
    for kode in dipilih:
        unit = semua.unit[kode]
        for asn in (asn for asn in unit.nilai if asn.status != PINDAH):
            nama = nip_untuk_nama(asn.nip)
            bernama[nama] += 1
            umum = (*semua.umum, *asing.get(asn.nip, ()))
            penjelasan = susun_penjelasan(unit, asn, konteks.aturan, konteks.ruang.instansi, umum)
            yield kode, penjelasan, bernama[nama]
