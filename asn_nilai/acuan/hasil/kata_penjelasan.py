"""How an explanation's figures are put into words: one wording for terminal and card."""

from dataclasses import replace
from datetime import date
from math import isnan

from asn_nilai.acuan.hasil.nilai import SEMENTARA, kata_sementara
from asn_nilai.acuan.hasil.penjelasan import Penjelasan, PerilakuTertulis
from asn_nilai.acuan.hasil.perubahan_predikat import ButirBersama, Peluang, Perubahan
from asn_nilai.acuan.isian.formulir.daftar_formulir import FORMULIR
from asn_nilai.acuan.isian.indikator.indikator import PECAHAN_TERBESAR
from asn_nilai.acuan.periode import tulis_tanggal
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku import KUNCI_IDE, Perilaku
from asn_nilai.acuan.setoran.perilaku_bulan import SimpulanPerilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

ARTI_TANDA = (
    "Angka yang di sini bertanda % diketik dengan tanda itu, dan harus tetap tampak begitu di selnya: tanpa tanda, ia dapat berarti "
    "seratus kalinya (persen-meragukan)."
)
"""Beside the figures of `_perlu_tanda`."""
ARTI_BERSAMA = (
    "Bersama-sama berarti: tiap indikator menutup bagian yang sama dari jarak antara angkanya sekarang dan angka yang "
    "memberinya capaian terbaik yang masih mungkin (menurut batas indikator dan plafon capaian)."
)
ARTI_CATATAN = "catatan ini sendiri tidak mengubah nilai"
"""What is said of the notes: a target that was eased did change the score, its note does not."""
ARTI_BULAN = "Yang diandaikan berubah hanya realisasi bulan terakhir yang dihitung pada tiap indikator (pada rasio: pembilangnya); bulan sebelumnya"
_SUDAH_LEWAT = " sudah lewat."
_SUDAH_PINDAH = " dan bagian di unit sebelumnya sudah lewat."


def arti_bulan(*, pindah: bool) -> str:
    """Return what is thought of as changed over several months or units."""
    return ARTI_BULAN + (_SUDAH_PINDAH if pindah else _SUDAH_LEWAT)


def tulis_bilangan(angka: float, desimal: int = 10) -> str:
    """Return a figure, or a dash where there is none."""
    return "–" if isnan(angka) else tulis_angka(angka, desimal)


def tulis_nhk(angka: float, desimal: int) -> str:
    """Return a printed NHK, or a dash where there is none."""
    return "–" if isnan(angka) else tulis_tetap(angka, desimal)


def isi_hasil(p: Penjelasan, aturan: Aturan) -> tuple[tuple[str, str], ...]:
    """Return what the score comes to: titles and values, those alone that the rule knows; NHK first, predikat last.

    A new idea is said under every rule: it is worth recognition also where no predikat depends on it.
    """
    desimal, berangka = aturan.desimal, aturan.perilaku_angka
    nilai = (
        ("Rating hasil kerja", p.rating_hasil_kerja, aturan.rating_hasil),
        ("Nilai perilaku", tulis_nhk(p.angka_perilaku, desimal), berangka),
        ("Rating perilaku", p.rating_perilaku, aturan.perilaku.tangga),
        (
            "Ide baru",
            "ada" if p.ide_baru else "belum pasti" if _ide_diragukan(p) else "tidak ada",
            aturan.perlu_ide_baru or p.ide_baru,
        ),
        ("Nilai akhir", tulis_nhk(p.nilai_akhir, desimal), aturan.nilai_akhir),
    )
    return (
        ("Nilai hasil kerja", tulis_nhk(p.nilai_hasil_kerja, desimal)),
        *((judul, isi) for judul, isi, ada in nilai if ada),
        (
            "Predikat",
            f"{p.predikat} (sementara, {kata_sementara(p.bulan_kurang)})"
            if p.status == SEMENTARA
            else p.predikat,
        ),
    )


def _ide_diragukan(p: Penjelasan) -> bool:
    """Tell whether a new idea's cell says something unknown, or shows an error, whether or not it keeps the predikat waiting."""
    ide = ("kolom", FORMULIR["Perilaku"].label(KUNCI_IDE))
    return any(ide in temuan.isi for temuan in (*p.halangan, *p.catatan))


def sebut_perilaku(perilaku: Perilaku | SimpulanPerilaku, aturan: Aturan) -> str:
    """Return a behaviour as it is printed: the rating, the number, or both; blank without one."""
    if not aturan.perilaku_angka or isnan(perilaku.angka):
        return perilaku.rating
    angka = tulis_tetap(perilaku.angka, aturan.desimal)
    return f"{angka} ({perilaku.rating})" if aturan.perilaku.tangga else angka


def kata_aspek(baris: PerilakuTertulis) -> str:
    """Return what the seven aspects hold, those alike together: `Sesuai Ekspektasi: Akuntabel, Loyal; 95: Adaptif`."""
    if baris.dari_bkn:
        return "tidak ada di ekspor e-Kinerja BKN"
    menurut_isi: dict[str, list[str]] = {}
    for sel in baris.aspek:
        menurut_isi.setdefault(sel.teks or "kosong", []).append(sel.kolom)
    if len(menurut_isi) == 1:
        return f"ketujuhnya {next(iter(menurut_isi))}"
    return "; ".join(f"{isi}: {', '.join(kolom)}" for isi, kolom in menurut_isi.items())


def sel_aspek(baris: PerilakuTertulis) -> str:
    """Return the cells of the aspects, first and last of the form's order; blank where the sheet has none of them."""
    sel = [milik.sel.sel for milik in baris.aspek if milik.sel.sel]
    return f"{sel[0]} sampai {sel[-1]}" if sel else ""


def sel_pimpinan(baris: PerilakuTertulis) -> str:
    """Return the cell of the leader's word, with whose it is where an export has it; blank without one."""
    if not baris.pimpinan.teks:
        return ""
    return f"e-Kinerja BKN, {baris.pimpinan.sel.sel}" if baris.dari_bkn else baris.pimpinan.sel.sel


def tempat_aspek(baris: PerilakuTertulis) -> str:
    """Return the cells of the aspects with file and sheet; blank where an export has none."""
    if baris.dari_bkn:
        return ""
    return str(replace(baris.aspek[0].sel, sel=sel_aspek(baris)))


def kata_beda(baris: PerilakuTertulis) -> str:
    """Return what the aspects give where the leader's word is another level, blank where it is not."""
    if not baris.bertentangan:
        return ""
    return (
        f"ketujuh aspek memberi {baris.rating_aspek}"
        if baris.rating_aspek
        else "aspek yang terisi tidak dapat memberinya"
    )


def kata_keberatan(
    aturan: Aturan, instansi: str, ditetapkan: str = "", *, sementara: bool = False
) -> tuple[str, str]:
    """Return how and until when one may object, and the basis of that; the instansi's own rules where the profile says nothing.

    Args:
        aturan: the rule profile.
        instansi: the name of the local government or ministry.
        ditetapkan: the date on which the result was locked, ISO 8601; blank before a lock, for who knows when it is received.
        sementara: whether the score is provisional: days run from the final one.
    """
    k = aturan.keberatan
    awal = "Nilai ini sementara, belum hasil akhir. " if sementara else ""
    if k is None:
        return f"{awal}Tata cara dan tenggat keberatan mengikuti ketentuan yang berlaku di {instansi}.", ""
    kalimat = (
        f"{awal}Keberatan disampaikan kepada {k.kepada.nilai} paling lambat {k.hari.nilai} hari sejak hasil "
        f"{'akhirnya' if sementara else 'ini'} diterima; putusannya {k.putusan.nilai}."
    )
    if ditetapkan:
        akhir = k.hari_terakhir(date.fromisoformat(ditetapkan)).isoformat()
        kalimat += f" Bila diterima pada tanggal penetapannya, {tulis_tanggal(ditetapkan)}, hari terakhirnya {tulis_tanggal(akhir)}."
    return kalimat, f"{k.hari.dasar} ({k.hari.status})"


def judul_naik(perubahan: Perubahan) -> str:
    """Return the head above the figures that lift the predikat, with what else must hold beside each of them."""
    if not perubahan.syarat_perilaku:
        return "Predikat naik bila"
    return f"Bila juga {perubahan.syarat_perilaku}, predikat naik pada"


def kata_naik(peluang: Peluang, desimal: int) -> str:
    """Return the figure that lifts the predikat and what it leads to, or why there is none."""
    if peluang.naik is None or peluang.nhk_naik is None:
        return peluang.alasan or "–"
    return f"{_angka(peluang, peluang.naik)} (NHK {tulis_tetap(peluang.nhk_naik, desimal)}: {peluang.predikat_naik})"


def kata_sekarang(peluang: Peluang, *, panjang: bool) -> str:
    """Return the present figure, with its month where the period (`panjang`) has several."""
    angka = tulis_bilangan(peluang.sekarang)
    return f"{angka} ({peluang.bulan.label})" if panjang else angka


def kata_aman(peluang: Peluang) -> str:
    """Return within which figures the predikat stays, the others unchanged."""
    bawah, atas = peluang.aman_bawah, peluang.aman_atas
    if bawah is None and atas is None:
        return "berapa pun dalam batasnya"
    if bawah is not None and atas is not None:
        return f"{_angka(peluang, bawah)} sampai {_angka(peluang, atas)}"
    return (
        f"paling sedikit {_angka(peluang, bawah)}"
        if bawah is not None
        else f"paling banyak {_angka(peluang, atas or 0.0)}"
    )


def kata_menjadi(butir: ButirBersama, satuan: str = "") -> str:
    """Return an indicator's new figure in a joint change, and the best one, to which its share of the way leads."""
    return f"{_angka(butir, butir.menjadi, satuan)} (terbaik {_angka(butir, butir.terbaik)})"


def _perlu_tanda(milik: Peluang | ButirBersama, angka: float | None) -> bool:
    """Tell whether a figure of an indicator must be typed with its percent sign, to be read as what it is."""
    return milik.bertanda and angka is not None and 0 < angka <= PECAHAN_TERBESAR


def _angka(milik: Peluang | ButirBersama, angka: float, satuan: str = "") -> str:
    """Return a figure to type: with its percent sign where it needs that, else with the unit of measure that is given."""
    tulisan = tulis_angka(angka)
    return f"{tulisan}%" if _perlu_tanda(milik, angka) else f"{tulisan} {satuan}".rstrip()


def sendiri_cukup(perubahan: Perubahan) -> Peluang | None:
    """Return an indicator whose part in the joint change lifts the predikat alone, so that the others need not move."""
    if perubahan.bersama is None:
        return None
    menjadi = {butir.kode: butir.menjadi for butir in perubahan.bersama.butir}
    return next(
        (
            peluang
            for peluang in perubahan.peluang
            if peluang.naik is not None
            and peluang.kode in menjadi
            and abs(peluang.naik - peluang.sekarang) <= abs(menjadi[peluang.kode] - peluang.sekarang)
        ),
        None,
    )


def kata_bersama(perubahan: Perubahan, desimal: int, *, butir: bool = True) -> tuple[str, ...]:
    """Return the least equal share, the figures it takes (unless a table shows them), what it leads to, and what it means.

    Where one indicator's part does it alone, that is said instead; empty where no share is enough.
    """
    bersama, sendiri = perubahan.bersama, sendiri_cukup(perubahan)
    if bersama is None:
        return ()
    syarat = f"; bila juga {perubahan.syarat_perilaku}" if perubahan.syarat_perilaku else ""
    if sendiri and sendiri.naik is not None and sendiri.nhk_naik is not None:
        angka = _angka(sendiri, sendiri.naik, sendiri.satuan)
        kalimat = (
            f"Tidak perlu semua indikator bersama-sama: {sendiri.indikator} dari {tulis_angka(sendiri.sekarang)} "
            f"menjadi {angka} saja sudah cukup. NHK menjadi {tulis_tetap(sendiri.nhk_naik, desimal)}{syarat}, "
            f"predikat {sendiri.predikat_naik}."
        )
        return (kalimat,)
    angka = "; ".join(
        f"{b.indikator} dari {tulis_angka(b.sekarang)} menjadi {kata_menjadi(b, b.satuan)}"
        for b in bersama.butir
        if b.sekarang != b.menjadi
    )
    kalimat = (
        f"Bersama-sama cukup {tulis_angka(bersama.bagian, 1)} persen dari jarak itu"
        f"{f': {angka}' if butir else ' (kolom Bersama-sama)'}. NHK menjadi {tulis_tetap(bersama.nhk, desimal)}{syarat}, "
        f"predikat {bersama.predikat}."
    )
    return kalimat, ARTI_BERSAMA


def kata_tanda(perubahan: Perubahan) -> tuple[str, ...]:
    """Return how the figures with a percent sign are to be typed; empty where none of those that are shown has one."""
    butir = perubahan.bersama.butir if perubahan.bersama and not sendiri_cukup(perubahan) else ()
    sendiri = (_perlu_tanda(p, x) for p in perubahan.peluang for x in (p.naik, p.aman_bawah, p.aman_atas))
    bersama = (_perlu_tanda(b, x) for b in butir for x in (b.menjadi, b.terbaik))
    return (ARTI_TANDA,) if any(sendiri) or any(bersama) else ()
