"""Checks that a behaviour rating has its reason, and somebody else's word behind it: nothing here stops a score.

A leader may depart from the seven aspects and may rate low; whoever is rated, and whoever hears an objection, must then be
able to read why. And nobody rates himself: a head's rating in the workbook of his own unit needs a superior who gave it.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.perilaku import KUNCI_CATATAN, KUNCI_RATING, tulis_nilai
from asn_nilai.acuan.setoran.perilaku_bulan import PerilakuBulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa

_CATATAN = FORMULIR["Perilaku"].label(KUNCI_CATATAN)


def periksa_alasan_perilaku(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield, month by month, each rating that lacks its reason, and each that a head seems to have given himself."""
    pembaca, terendah = bahan.pembaca, bahan.aturan.perilaku.tingkat[:1]
    for bulan, menurut_nip in bahan.perilaku.items():
        tabel, pemimpin = bahan.isian.perilaku[bulan], _pemimpin(bahan, bulan)
        for nip, (baris_pertama, *ulangan) in menurut_nip.items():
            posisi, perilaku = baris_pertama
            if ulangan or not perilaku.rating:
                continue
            tingkat = pembaca.simpulan(perilaku.rating, perilaku.angka).tingkat
            # Nothing is asked of a rating that the aspects alone make and that is not the lowest, nor of one with its reason:
            # most are such. A leader's own is looked at all the same.
            ditanya = tabel.isi[KUNCI_RATING][posisi] or tingkat in terendah
            if (ditanya and not _beralasan(tabel, posisi)) or nip in pemimpin:
                baris = pembaca.bulan(tabel, posisi, bulan, perilaku)
                yield from _tanpa_alasan(bahan, nip, baris)
                if nip in pemimpin and not baris.dari_bkn:  # an assessor's export is no workbook of the unit
                    yield from _menilai_diri(bahan, nip, baris)


def _beralasan(tabel: Tabel, posisi: int) -> bool:
    return KUNCI_CATATAN in tabel.isi and berkata(tulis_nilai(tabel.isi[KUNCI_CATATAN][posisi]))


def _tanpa_alasan(bahan: BahanPeriksa, nip: str, baris: PerilakuBulan) -> Iterator[Temuan]:
    """A rating that departs from the aspects, or is the lowest, without a word on why."""
    if baris.bercatatan:
        return
    nama, bulan, tingkat = bahan.nama(nip), baris.bulan.label, baris.hasil.tingkat
    sel = baris.catatan.letak.sel
    kolom = f"kolom {_CATATAN} ({sel})" if sel else f"kolom {_CATATAN}"
    if baris.bertentangan:
        yield temuan(
            "perilaku-bertentangan", baris.pimpinan.letak, unit=bahan.kode_unit, nip=nip, nama=nama, bulan=bulan,
            tingkat=tingkat, aspek=baris.menurut_aspek.tingkat, kolom=kolom,
        )  # fmt: skip
    if tingkat in bahan.aturan.perilaku.tingkat[:1]:
        yield temuan(
            "perilaku-tanpa-catatan", baris.catatan.letak if sel else _sel_rating(baris), unit=bahan.kode_unit,
            nip=nip, nama=nama, bulan=bulan, tingkat=tingkat, kolom=kolom,
        )  # fmt: skip


def _pemimpin(bahan: BahanPeriksa, bulan: Bulan) -> set[str]:
    """Return the unit's head, and whoever stands above that head: putting another's NIP as the head's makes no leader less."""
    kepala = bahan.isian.unit.nip_kepala
    return {kepala, *_atasan(bahan, kepala, bulan)}


def _menilai_diri(bahan: BahanPeriksa, nip: str, baris: PerilakuBulan) -> Iterator[Temuan]:
    """The rating of who leads the unit, where the register names nobody above him who could have given it."""
    unit = bahan.isian.unit
    atasan = _atasan(bahan, nip, baris.bulan)
    bawahan = [
        lain
        for lain in sorted(atasan - {"", nip})
        if nip == unit.nip_kepala and nip in _atasan(bahan, lain, baris.bulan)
    ]  # two who rate each other are told once, at the head
    if atasan <= {"", nip, *bawahan}:
        sebab = "kosong" if "" in atasan else "adalah NIP-nya sendiri"
        if bawahan:
            sebab = f"adalah NIP {bahan.nama(bawahan[0])}, bawahannya sendiri"
        yield temuan(
            "menilai-diri-sendiri", _sel_rating(baris), unit=unit.kode, nip=nip, nama=bahan.nama(nip),
            bulan=baris.bulan.label, unit_kerja=unit.nama, sebab=sebab,
        )  # fmt: skip


def _atasan(bahan: BahanPeriksa, nip: str, bulan: Bulan) -> set[str]:
    """Return who stands above an ASN placed in this unit in a month: blank where the register leaves it open."""
    return {
        tempat.nip_atasan
        for tempat in bahan.skema.penempatan_asn.get(nip, ())
        if tempat.kode_unit == bahan.kode_unit and tempat.pada(bulan)
    }


def _sel_rating(baris: PerilakuBulan) -> Letak:
    """Return where a rating stands: the leader's word, or the first aspect."""
    return baris.pimpinan.letak if baris.pimpinan.teks else baris.aspek[0].letak
