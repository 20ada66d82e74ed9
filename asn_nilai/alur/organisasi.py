"""What asn-nilai.toml tells of the organisation and of its units, held against the rule and the skema."""

from collections.abc import Iterator
from difflib import get_close_matches

from asn_nilai.acuan.isian.skema import Skema
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.pengaturan import NAMA_PENGATURAN, Kewajaran
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.ruang_kerja import RuangKerja


def predikat_organisasi(ruang: RuangKerja, aturan: Aturan) -> str:
    """Return the organisation's predikat as the rule writes it; blank where none is told or the rule has no guide."""
    return aturan.kenali(ruang.predikat_organisasi, _label(aturan)) or ""


def predikat_organisasi_unit(ruang: RuangKerja, skema: Skema, aturan: Aturan) -> dict[str, str]:
    """Return each unit's own predikat as the rule writes it, of the units of which it is told, in the register's order."""
    tertulis = {kode.casefold(): isi.predikat_organisasi for kode, isi in ruang.unit.items()}
    hasil = dict[str, str]()
    for kode in skema.unit:
        if dikenal := aturan.kenali(tertulis.get(kode.casefold(), ""), _label(aturan)):
            hasil[kode] = dikenal
    return hasil


def organisasi_tidak_sah(ruang: RuangKerja, aturan: Aturan) -> str:
    """Return the sentence on a predikat that is none of the rule's; blank where each is one."""
    label = _label(aturan)
    for sebutan, teks in _tertulis(ruang).items():
        if label and aturan.kenali(teks, label) is None:
            return (
                f"{NAMA_PENGATURAN}: {sebutan} '{teks}' tidak dikenal {aturan.profil.nama}; "
                f"yang ada: {', '.join(label)}."
            )
    return ""


def unit_tidak_dikenal(ruang: RuangKerja, skema: Skema) -> Iterator[Temuan]:
    """Yield a finding for each unit that the settings tell of and the skema does not know."""
    dikenal = {kode.casefold(): kode for kode in skema.unit}
    for kode in ruang.unit:
        if kode.casefold() not in dikenal:
            dekat = get_close_matches(kode.casefold(), dikenal, 1)
            petunjuk = "unit itu tidak ada di skema" + "".join(
                f"; mungkin maksudnya {dikenal[d]}" for d in dekat
            )
            yield temuan(
                "pengaturan-tidak-dikenal", Letak(NAMA_PENGATURAN), kunci=f"[unit.{kode}]", petunjuk=petunjuk
            )


def pertanyaan_diubah(ruang: RuangKerja) -> Iterator[Temuan]:
    """Yield one finding where the settings turn off what is otherwise asked, or ask later: who reads no question must know."""
    bawaan, beda = Kewajaran(), list[str]()
    for nama in Kewajaran.model_fields:
        semula, kini = getattr(bawaan, nama), getattr(ruang.kewajaran, nama)
        if kini != semula:
            kunci = nama.replace("_", "-")
            mati = isinstance(kini, bool)
            beda.append(
                f"{kunci} dimatikan"
                if mati
                else f"{kunci} {tulis_angka(kini)} (bawaan {tulis_angka(semula)})"
            )
    if beda:
        yield temuan("pertanyaan-diubah", Letak(NAMA_PENGATURAN), daftar="; ".join(beda))


def organisasi_tidak_dipakai(ruang: RuangKerja, aturan: Aturan) -> Iterator[Temuan]:
    """Yield one finding where an organisation's predikat is told to a rule in which no guide hangs on it."""
    teks = next(iter(_tertulis(ruang).values()), "")
    if teks and not _label(aturan):
        kode, letak = "predikat-organisasi-tidak-dipakai", Letak(NAMA_PENGATURAN)
        yield temuan(kode, letak, organisasi=teks, aturan=aturan.profil.nama)


def _label(aturan: Aturan) -> tuple[str, ...]:
    return aturan.distribusi.label_organisasi if aturan.distribusi else ()


def _tertulis(ruang: RuangKerja) -> dict[str, str]:
    """Return each organisation's predikat that the settings tell, by the name of the setting."""
    unit = {f"[unit.{kode}] predikat_organisasi": isi.predikat_organisasi for kode, isi in ruang.unit.items()}
    semua = {"predikat_organisasi": ruang.predikat_organisasi, **unit}
    return {sebutan: teks for sebutan, teks in semua.items() if teks}
