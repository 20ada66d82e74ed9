"""Who deserves recognition or support by the criteria of the aturan, and the angka kredit of functional posts.

Only scored ASN are looked at, in the unit where their score stands. A month without a result is missing, never a zero:
a criterion that needs it is not applied, and `catatan` says so.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH, SEMENTARA, NilaiAsn
from asn_nilai.acuan.hasil.tindak_lanjut import (
    HasilLalu,
    IndikatorDikuatkan,
    KreditAsn,
    NilaiBulan,
    TindakLanjut,
    Usulan,
)
from asn_nilai.acuan.isian.register.perpindahan import bulan_sebelum
from asn_nilai.acuan.isian.skema import Penempatan, Skema
from asn_nilai.acuan.pecahan import bulatkan_pecahan, pecahan
from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.bentuk_tindak_lanjut import BagianPenghargaan, Kriteria
from asn_nilai.acuan.rumus.angka_berdasar import Ketentuan
from asn_nilai.acuan.rumus.angka_kredit import angka_kredit
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

_TANPA_URAIAN = "belum diuraikan di Catatan"
"""What stands for a new idea of which the sheet says no more."""


def susun_tindak_lanjut(hasil: HasilUnit, skema: Skema, aturan: Aturan, lalu: HasilLalu) -> TindakLanjut:
    """Draw up the lists of one unit.

    Args:
        hasil: the unit's scores, ASN who moved settled.
        skema: the registers; they know the kind of post.
        aturan: the rule profile.
        lalu: results of the months of `Aturan.bulan_dilihat`.
    """
    dinilai = [asn for asn in hasil.nilai if asn.status == DINILAI]
    penilik = _Penilik(hasil.periode, aturan, lalu)
    hargai, bina = penilik.diterapkan(aturan.penghargaan), penilik.diterapkan(aturan.pembinaan)
    penghargaan = [usulan for asn in dinilai if (usulan := penilik.usulan(asn, hargai))]
    pembinaan = [
        replace(usulan, indikator=_indikator(asn, aturan))
        for asn in dinilai
        if (usulan := penilik.usulan(asn, bina))
    ]
    kredit = [
        milik
        for asn in hasil.nilai
        if asn.status != PINDAH and (milik := _kredit(asn, skema, hasil.periode, aturan))
    ]
    ide = (usulan for asn in hasil.nilai if asn.status != PINDAH and (usulan := _ide_baru(asn)))
    return TindakLanjut(
        tuple(penghargaan), tuple(pembinaan), tuple(kredit), tuple(penilik.catatan()), tuple(ide)
    )


def _ide_baru(asn: NilaiAsn) -> Usulan | None:
    """Return the new ideas that the months' sheets note of an ASN, None without one."""
    ide = [
        f"{baris.bulan.label}: {' '.join(baris.catatan.teks.split()) if baris.bercatatan else _TANPA_URAIAN}"
        for baris in asn.perilaku.bulan
        if baris.ide_baru
    ]
    return Usulan(asn.nip, asn.nama, "; ".join(ide)) if ide else None


_Diterapkan = list[tuple[Ketentuan[Kriteria], list[Bulan]]]
"""Criteria, each with the months that it looks at; none for the period itself."""


class _Penilik:
    """Applies criteria to ASN after ASN, and counts whom a criterion could not be applied to."""

    def __init__(self, periode: Periode, aturan: Aturan, lalu: HasilLalu) -> None:
        self.periode = periode
        self.aturan = aturan
        self.lalu = lalu
        self.tanpa_nilai: dict[str, int] = {}

    def diterapkan(self, bagian: BagianPenghargaan | None) -> _Diterapkan:
        """Return the criteria of a part but those that look at a month of which nothing is there."""
        akhir = self.periode.bulan[-1]
        semua = [
            (ketentuan, [akhir.mundur(jarak) for jarak in reversed(ketentuan.nilai.jarak)])
            for ketentuan in (bagian.kriteria.values() if bagian else ())
        ]
        return [(k, bulan) for k, bulan in semua if not any(b.kode in self.lalu.hilang for b in bulan)]

    def usulan(self, asn: NilaiAsn, kriteria: _Diterapkan) -> Usulan | None:
        """Return an ASN's entry with every reason, None where no criterion is met."""
        kini = NilaiBulan(asn.nhk, asn.rating_hasil, asn.predikat)
        alasan = [kalimat for k, bulan in kriteria if (kalimat := self._alasan(asn, kini, k, bulan))]
        return Usulan(asn.nip, asn.nama, " ".join(alasan)) if alasan else None

    def _alasan(
        self, asn: NilaiAsn, kini: NilaiBulan, ketentuan: Ketentuan[Kriteria], bulan: Sequence[Bulan]
    ) -> str:
        """Return why an ASN meets a criterion, blank where not."""
        k = ketentuan.nilai
        if not bulan:
            if not _memenuhi(k, kini):
                return ""
            return f"{_capai(k, kini)} pada {self.periode.label}{_sebagian(asn, self.periode)}."
        deret = [self._pada(b, asn, kini) for b in bulan]
        ada = [nilai for nilai in deret if nilai is not None]
        if len(ada) < len(deret):
            self.tanpa_nilai[ketentuan.judul] = self.tanpa_nilai.get(ketentuan.judul, 0) + 1
            return ""
        if k.kenaikan is not None:
            return self._naik(k.kenaikan, (ada[0], ada[-1]), (bulan[0], bulan[-1]))
        if not all(_memenuhi(k, nilai) for nilai in ada):
            return ""
        capai = list(dict.fromkeys(_capai(k, nilai) for nilai in ada))
        return (
            f"{', lalu '.join(capai)}, {len(ada)} bulan berturut-turut ({bulan[0].label}–{bulan[-1].label})."
        )

    def _pada(self, bulan: Bulan, asn: NilaiAsn, kini: NilaiBulan) -> NilaiBulan | None:
        if self.periode.bulan == (bulan,):
            return kini
        return self.lalu.nilai.get(bulan.kode, {}).get(asn.nip)

    def _naik(self, poin: float, nilai: tuple[NilaiBulan, NilaiBulan], bulan: tuple[Bulan, Bulan]) -> str:
        awal, akhir = (n.nhk for n in nilai)
        selisih = pecahan(akhir) - pecahan(awal)
        if selisih < pecahan(poin):
            return ""
        desimal = self.aturan.desimal
        teks = [tulis_tetap(angka, desimal) for angka in (float(selisih), awal, akhir)]
        return (
            f"Nilai hasil kerja naik {teks[0]} poin, dari {teks[1]} ({bulan[0].label}) "
            f"menjadi {teks[2]} ({bulan[1].label})."
        )

    def catatan(self) -> Iterator[str]:
        """Yield which criteria could not be applied, to whom, and for want of what."""
        kriteria = [k for bagian in self.aturan.tindak_lanjut for k in bagian.kriteria.values()]
        akhir = self.periode.bulan[-1]
        for bulan in self.aturan.bulan_dilihat(self.periode):
            if sebab := self.lalu.hilang.get(bulan.kode):
                kena = [k.judul for k in kriteria if any(akhir.mundur(j) == bulan for j in k.nilai.jarak)]
                yield (
                    f"Hasil {bulan.label} {sebab}. Kriteria yang memerlukannya belum diterapkan, dan bulan itu tidak "
                    f"dihitung sebagai nol: {'; '.join(kena)}."
                )
        for judul, banyak in self.tanpa_nilai.items():
            yield (
                f"Kriteria {judul} belum dapat diterapkan bagi {banyak} ASN yang belum punya nilai pada salah satu "
                "bulan yang dilihat; bulan itu tidak dihitung sebagai nol."
            )


def _memenuhi(k: Kriteria, nilai: NilaiBulan) -> bool:
    return nilai.predikat in k.predikat or nilai.rating_hasil in k.rating_hasil


def _capai(k: Kriteria, nilai: NilaiBulan) -> str:
    return f"Predikat {nilai.predikat}" if k.predikat else f"Rating hasil kerja {nilai.rating_hasil}"


def _indikator(asn: NilaiAsn, aturan: Aturan) -> tuple[IndikatorDikuatkan, ...]:
    """Return the ASN's indicators below the band that the rule names, lowest first.

    Of an ASN who moved also those of the earlier units: they are in the score.
    """
    assert aturan.pembinaan is not None  # noqa: S101 - only called for its lists
    pita = next(p for p in aturan.tangga_utama.pita if p.label == aturan.pembinaan.indikator.nilai)
    batas = pecahan(pita.dari or 0)
    bagian = [(ini.unit.kode, ini.indikator) for ini in asn.bagian] or [("", asn.indikator)]
    terakhir, hasil = bagian[-1][0], []
    mungkin = float(batas) + 1  # rounding moves a figure by less
    for unit, milik in ((unit, milik) for unit, semua in bagian for milik in semua):
        if not milik.nilai_capaian < mungkin:  # NaN is not, either
            continue
        cetak = bulatkan_pecahan(pecahan(milik.nilai_capaian), aturan.desimal)
        persis = pecahan(cetak)
        if persis < batas or (persis == batas and not pita.dari_termasuk):
            lama = "" if unit == terakhir else unit
            hasil.append(IndikatorDikuatkan(milik.indikator.kode, milik.indikator.nama, cetak, lama))
    return tuple(sorted(hasil, key=lambda indikator: indikator.capaian))


def _kredit(asn: NilaiAsn, skema: Skema, periode: Periode, aturan: Aturan) -> KreditAsn | None:
    """Return the angka kredit of one ASN, or why there is none; None for a post that earns none."""
    tabel = angka_kredit()
    semua = [p for p in skema.penempatan_asn.get(asn.nip, (asn.penempatan,)) if p.bulan_dalam(periode)]
    if not tabel.berhak(semua[-1].jenis_jabatan):
        return None
    nip, nama, jabatan, predikat = asn.nip, asn.nama, asn.jabatan, asn.predikat
    jenjang = tabel.jenjang(jabatan)
    bulan = _banyak_bulan(asn)
    if not tabel.bagi(asn.penempatan.jenis_asn):
        sebab = f"{asn.penempatan.jenis_asn}: angka kredit di sini bagi {' dan '.join(tabel.jenis_asn.nilai)}; apakah {asn.penempatan.jenis_asn} mengumpulkannya belum diperiksa."
    elif asn.status == SEMENTARA:
        sebab = f"Nilainya masih sementara ({asn.kata_sementara}), jadi belum ada angka kredit."
    elif asn.status != DINILAI:
        sebab = "Belum dinilai, jadi belum ada angka kredit."
    elif not jenjang:
        sebab = "Jenjang tidak dikenali dari nama jabatan; lengkapi kolom Jabatan di skema."
    elif len(semua) > 1 and _berganti(semua):
        sebab = "Jabatan atau jenjangnya berganti dalam periode ini; hitung menurut bulan pada tiap jabatan."
    elif predikat not in tabel.persen.nilai:
        sebab = f"Predikat {predikat} menurut {aturan.profil.nama} tidak ada di tabel angka kredit."
    else:
        sebelum = bulan_sebelum(skema, asn.nip, periode)
        return KreditAsn(
            nip, nama, jabatan, jenjang, predikat, tabel.persen.nilai[predikat], tabel.koefisien[jenjang].nilai,
            bulan, sebelum, *_hitung_kredit(predikat, jenjang, bulan, sebelum),
        )  # fmt: skip
    return KreditAsn(nip, nama, jabatan, jenjang, predikat, bulan=bulan, keterangan=sebab)


def _banyak_bulan(asn: NilaiAsn) -> int:
    """Return the months counted; one that two units share, because the ASN moved in its middle, is one month."""
    if not asn.bagian:
        return asn.bulan_dihitung
    return len({bulan for bagian in asn.bagian for milik in bagian.indikator for bulan in milik.baris.bulan})


def _sebagian(asn: NilaiAsn, periode: Periode) -> str:
    """Return how few of the period's months somebody's score is made of, blank where it is all: who proposes must know."""
    dinilai, semua = _banyak_bulan(asn), len(periode.bulan)
    return "" if dinilai >= semua else f", dinilai dari {dinilai} di antara {semua} bulannya"


def _berganti(semua: Iterable[Penempatan]) -> bool:
    """Tell whether what earns angka kredit, or how much, is not the same in all placements."""
    tabel = angka_kredit()
    return len({(tabel.berhak(p.jenis_jabatan), tabel.jenjang(p.jabatan)) for p in semua}) > 1


@cache  # there are few levels and predikat, and many ASN who have the same
def _hitung_kredit(predikat: str, jenjang: str, bulan: int, sebelum: int) -> tuple[float, str]:
    """Return the angka kredit of so many months, and in words how it comes about."""
    tabel = angka_kredit()
    angka = tabel.hitung(predikat, jenjang, bulan, sebelum)
    persen, koefisien = tulis_angka(tabel.persen.nilai[predikat]), tulis_angka(tabel.koefisien[jenjang].nilai)
    kalimat = f"{predikat} {persen} persen × {jenjang} {koefisien} × {bulan} bulan ÷ 12."
    if not sebelum:
        return angka, kalimat
    return (
        angka,
        f"{kalimat} Dibulatkan sebagai jumlah berjalan {sebelum + bulan} bulan dikurangi {sebelum} bulan.",
    )
