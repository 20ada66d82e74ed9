"""Checks that a behaviour rating has its reason and somebody else's word behind it, and a new idea its words: none stops a score.

A leader may depart from the seven aspects and may rate low; whoever is rated, and whoever hears an objection, must then be
able to read why. And nobody rates himself: a head's rating in the workbook of his own unit needs a superior who gave it.
"""

from collections.abc import Iterator

from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.formulir.tabel import Tabel
from asn_nilai.acuan.kata.tanpa_isi import berkata
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.setoran.perilaku import KUNCI_CATATAN, KUNCI_RATING, MENILAI_DIRI, Perilaku, tulis_nilai
from asn_nilai.acuan.setoran.perilaku_bulan import PerilakuBulan
from asn_nilai.acuan.temuan import Temuan, temuan
from asn_nilai.periksa.bahan import BahanPeriksa

_CATATAN = FORMULIR["Perilaku"].label(KUNCI_CATATAN)


def periksa_alasan_perilaku(bahan: BahanPeriksa) -> Iterator[Temuan]:
    """Yield, month by month, each rating that lacks its reason, each that a head seems to have given himself, each unsaid idea."""
    for bulan, menurut_nip in bahan.perilaku.items():
        tabel, pemimpin = bahan.isian.perilaku[bulan], _pemimpin(bahan, bulan)
        for nip, (baris_pertama, *ulangan) in menurut_nip.items():
            posisi, perilaku = baris_pertama
            idenya = perilaku.ide_baru and bahan.aturan.perlu_ide_baru
            # Nothing is asked of a rating that the aspects alone make and that is not the lowest, nor of one with its reason:
            # most are such. A leader's own is looked at all the same.
            ditanya = idenya or _ditanya(bahan, tabel, posisi, perilaku)
            if ulangan or not ((ditanya and not _beralasan(tabel, posisi)) or nip in pemimpin):
                continue
            baris = bahan.pembaca.bulan(tabel, posisi, bulan, perilaku, bahan.kode_unit)
            if idenya:
                yield from _ide_tanpa_uraian(bahan, nip, baris)
            if perilaku.rating:
                yield from _tanpa_alasan(bahan, nip, baris)
                if nip in pemimpin and not baris.dari_bkn:  # an assessor's export is no workbook of the unit
                    yield from _menilai_diri(bahan, nip, baris)


def _ditanya(bahan: BahanPeriksa, tabel: Tabel, posisi: int, perilaku: Perilaku) -> bool:
    """Tell whether a rating is one that needs a reason: a leader's own word, or the lowest."""
    if not perilaku.rating:
        return False
    tingkat = bahan.pembaca.simpulan(perilaku.rating, perilaku.angka).tingkat
    return bool(tabel.isi[KUNCI_RATING][posisi]) or tingkat in bahan.aturan.perilaku.tingkat[:1]


def _beralasan(tabel: Tabel, posisi: int) -> bool:
    return KUNCI_CATATAN in tabel.isi and berkata(tulis_nilai(tabel.isi[KUNCI_CATATAN][posisi]))


def _tanpa_alasan(bahan: BahanPeriksa, nip: str, baris: PerilakuBulan) -> Iterator[Temuan]:
    """A rating that departs from the aspects, or is the lowest, without a word on why."""
    if baris.bercatatan:
        return
    nama, bulan, tingkat = bahan.nama(nip), baris.bulan.label, baris.hasil.tingkat
    kolom = _kolom_catatan(baris)
    if baris.bertentangan:
        yield temuan(
            "perilaku-bertentangan", baris.pimpinan.letak, unit=bahan.kode_unit, nip=nip, nama=nama, bulan=bulan,
            tingkat=tingkat, kolom=kolom, aspek=_menurut_aspek(baris),
        )  # fmt: skip
    if tingkat in bahan.aturan.perilaku.tingkat[:1]:
        yield temuan(
            "perilaku-tanpa-catatan", baris.catatan.letak if baris.catatan.letak.sel else _sel_rating(baris), unit=bahan.kode_unit,
            nip=nip, nama=nama, bulan=bulan, tingkat=tingkat, kolom=kolom,
        )  # fmt: skip


def _menurut_aspek(baris: PerilakuBulan) -> str:
    """Return what the aspects say beside a leader's word of another level."""
    if baris.mustahil:
        return "aspek yang terisi tidak dapat memberinya, apa pun isi yang kosong"
    return f"ketujuh aspeknya memberi {baris.menurut_aspek.tingkat}"


def _ide_tanpa_uraian(bahan: BahanPeriksa, nip: str, baris: PerilakuBulan) -> Iterator[Temuan]:
    """A new idea on which a predikat may rest, without a word on what it is."""
    if not baris.bercatatan:
        yield temuan(
            "ide-baru-tanpa-uraian", baris.ide.letak, unit=bahan.kode_unit, nip=nip, nama=bahan.nama(nip),
            bulan=baris.bulan.label, kolom=_kolom_catatan(baris),
        )  # fmt: skip


def _kolom_catatan(baris: PerilakuBulan) -> str:
    """Return where the reason belongs; a sheet may lack that column."""
    sel = baris.catatan.letak.sel
    return f"kolom {_CATATAN} ({sel})" if sel else f"kolom {_CATATAN}"


def _pemimpin(bahan: BahanPeriksa, bulan: Bulan) -> set[str]:
    """Return the unit's head, and whoever stands above that head: putting another's NIP as the head's makes no leader less.

    Where the head is blank or placed elsewhere, those of the unit who stand above others of it and have nobody above them.
    """
    kepala = bahan.isian.unit.nip_kepala
    if atasan := _atasan(bahan, kepala, bulan):
        return {kepala, *atasan}
    di_sini = {nip: _atasan(bahan, nip, bulan) for nip, semua in bahan.bulan_asn.items() if bulan in semua}
    membawahi = {lain for nip, semua in di_sini.items() for lain in semua - {nip}}
    return {nip for nip, semua in di_sini.items() if nip in membawahi and semua <= {"", nip}}


def _menilai_diri(bahan: BahanPeriksa, nip: str, baris: PerilakuBulan) -> Iterator[Temuan]:
    """The rating of who leads the unit, where the register names nobody above him who could have given it."""
    unit = bahan.isian.unit
    atasan = _atasan(bahan, nip, baris.bulan)
    bawahan = [
        lain
        for lain in sorted(atasan - {"", nip})
        if nip == unit.nip_kepala and nip in _semua_atasan(bahan, lain, baris.bulan)
    ]  # two who rate each other are told once, at the head
    if atasan <= {"", nip, *bawahan}:
        sebab = "kosong" if "" in atasan else "adalah NIP-nya sendiri"
        if bawahan:
            sebab = f"adalah NIP {bahan.nama(bawahan[0])}, bawahannya sendiri"
        yield temuan(
            MENILAI_DIRI, _sel_rating(baris), unit=unit.kode, nip=nip, nama=bahan.nama(nip),
            bulan=baris.bulan.label, unit_kerja=unit.nama, sebab=sebab,
        )  # fmt: skip


def _atasan(bahan: BahanPeriksa, nip: str, bulan: Bulan) -> set[str]:
    """Return who stands above an ASN placed in this unit in a month: blank where the register leaves it open."""
    return {
        tempat.nip_atasan
        for tempat in bahan.skema.penempatan_asn.get(nip, ())
        if tempat.kode_unit == bahan.kode_unit and tempat.pada(bulan)
    }


def _semua_atasan(bahan: BahanPeriksa, nip: str, bulan: Bulan) -> set[str]:
    """Return who stands above an ASN of this unit in a month, and above those: whoever is led through others is led no less."""
    semua: set[str] = set()
    baru = {nip}
    while baru := {atasan for ini in baru for atasan in _atasan(bahan, ini, bulan)} - semua:
        semua |= baru
    return semua


def _sel_rating(baris: PerilakuBulan) -> Letak:
    """Return where a rating stands: the leader's word, or the first aspect."""
    return baris.pimpinan.letak if baris.pimpinan.teks else baris.aspek[0].letak
