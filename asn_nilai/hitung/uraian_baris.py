"""One indicator of an explanation: months, formula with its figures, capaian, and the conversion where the rule has one."""

from collections.abc import Sequence
from math import isclose, isnan

import numpy as np

from asn_nilai.acuan.penjelasan import AngkaBulan, BarisPenjelasan, Langkah
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.rumus.konversi import kalimat_konversi, ruas_untuk
from asn_nilai.acuan.skema import Agregasi
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.hitung.capaian import Keluaran, capaian_bulat
from asn_nilai.hitung.masukan import Baris, sebagai_larik

_DESIMAL_CAPAIAN = 4
_SEKECIL = 1e-9


def urai_baris(baris: Baris, k: Keluaran, nomor: int, aturan: Aturan) -> BarisPenjelasan:
    """Lay one row out: its months, its formula with figures, and what the conversion makes of the capaian."""
    ind, target, realisasi = baris.indikator, float(k.target[nomor]), float(k.realisasi[nomor])
    ketentuan = aturan.capaian.rumus.get(aturan.kunci_rumus(ind.polaritas, ind.aspek))
    # A month without a row on the capaian sheet has a target's cell and no other.
    sel = {s.partition(" › ")[0].rpartition("/")[0]: s for s in baris.sel_realisasi}
    bulan = tuple(
        AngkaBulan(
            satu.label, t, r, sel_t, next((s for folder, s in sel.items() if folder.endswith(satu.kode)), "")
        )
        for satu, t, r, sel_t in zip(
            baris.bulan, baris.target, baris.realisasi, baris.sel_target, strict=True
        )
    )
    return BarisPenjelasan(
        kode=ind.kode,
        indikator=ind.nama,
        satuan=ind.satuan,
        polaritas=ind.polaritas.value,
        agregasi=ind.agregasi.value,
        bobot=baris.bobot,
        bulan=bulan,
        target=target,
        realisasi=realisasi,
        penggabungan=_penggabungan(baris, target, realisasi),
        kalimat=_kalimat(baris, target, realisasi, float(k.capaian[nomor]), aturan),
        capaian=float(k.capaian[nomor]),
        nilai_tertimbang=float(k.tertimbang[nomor]),
        dasar=ketentuan.dasar if ketentuan else "",
        status=ketentuan.status if ketentuan else "",
        nilai_capaian=float(k.nilai[nomor]),
        konversi=_konversi(baris, target, float(k.capaian[nomor]), aturan),
        aspek=ind.aspek if aturan.menurut_aspek else "",
    )


def _penggabungan(baris: Baris, target: float, realisasi: float) -> str:
    """Return how the months became one target and one realisasi, blank for one month."""
    if len(baris.bulan) == 1 or isnan(realisasi):
        return ""
    if baris.indikator.agregasi is Agregasi.NILAI_AKHIR:
        return (
            f"bulan terakhir yang dihitung, {baris.bulan[-1].label}: target {tulis_angka(target)}, realisasi "
            f"{tulis_angka(realisasi)}"
        )
    return f"target {_jumlah(baris, baris.target, target)}; realisasi {_jumlah(baris, baris.realisasi, realisasi)}"


def _jumlah(baris: Baris, bulanan: Sequence[float], hasil: float) -> str:
    suku = " + ".join(f"({tulis_angka(x)})" if x < 0 else tulis_angka(x) for x in bulanan)
    if baris.indikator.agregasi is Agregasi.RATA_RATA:
        return f"({suku}) ÷ {len(bulanan)} = {tulis_angka(hasil)}"
    return f"{suku} = {tulis_angka(hasil)}"


def _kalimat(baris: Baris, target: float, realisasi: float, capaian: float, aturan: Aturan) -> str:
    """Return the formula with its figures, its result, and what floor and ceiling made of it."""
    ind = baris.indikator
    if isnan(capaian):
        return "belum dapat dihitung"
    rumus, parameter = aturan.rumus(ind.polaritas, ind.aspek), aturan.parameter()
    w = np.nan if ind.nilai_terburuk is None else ind.nilai_terburuk
    mentah = float(rumus.angka(np.array([target]), np.array([realisasi]), np.array([w]), parameter)[0])
    kalimat = rumus.kalimat(target, realisasi, ind.nilai_terburuk, parameter)
    hasil = f"{kalimat} = {tulis_angka(mentah, _DESIMAL_CAPAIAN)}"
    plafon, lantai = aturan.capaian.plafon.nilai, aturan.capaian.lantai.nilai
    if mentah > plafon + _SEKECIL:
        return f"{hasil}; paling tinggi dihitung {tulis_angka(plafon)}"
    if mentah < lantai - _SEKECIL:
        return f"{hasil}; paling rendah dihitung {tulis_angka(lantai)}"
    return hasil


def _konversi(baris: Baris, target: float, capaian: float, aturan: Aturan) -> Langkah | None:
    """Return the working of the conversion, None where the rule has none or there is no capaian."""
    konversi = aturan.capaian.konversi
    if konversi is None or isnan(capaian):
        return None
    desimal = konversi.desimal.nilai
    bulat = float(capaian_bulat(sebagai_larik([baris], aturan), np.array([capaian]), aturan, desimal)[0])
    di_puncak = isclose(target, baris.batas_alami, rel_tol=1e-12)
    isi = f"dibulatkan {desimal} desimal; {kalimat_konversi(bulat, di_puncak=di_puncak, konversi=konversi)}"
    alami = konversi.maksimum_alami
    sumber = alami if alami and di_puncak and bulat >= alami.nilai[0] else ruas_untuk(bulat, konversi)
    return Langkah("Konversi capaian ke nilai", isi, sumber.dasar, sumber.status)
