"""How an explanation's figures are put into words: one wording for terminal and card."""

from math import isnan

from asn_nilai.acuan.hasil.penjelasan import ButirBersama, Peluang, Penjelasan, Perubahan
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.tulisan import tulis_angka, tulis_tetap

ARTI_BERSAMA = (
    "Bersama-sama berarti: tiap indikator menutup bagian yang sama dari jarak antara angkanya sekarang dan angka yang "
    "memberinya capaian terbaik yang masih mungkin (menurut batas indikator dan plafon capaian)."
)
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
    """Return what the score comes to: titles and values, those alone that the rule knows; NHK first, predikat last."""
    desimal, berangka = aturan.nhk.desimal.nilai, aturan.perilaku_angka
    nilai = (
        ("Rating hasil kerja", p.rating_hasil_kerja, aturan.rating_hasil),
        ("Nilai perilaku", tulis_nhk(p.angka_perilaku, desimal), berangka),
        ("Rating perilaku", p.rating_perilaku, aturan.perilaku.tangga),
        ("Ide baru", "ada" if p.ide_baru else "tidak ada", aturan.perlu_ide_baru),
        ("Nilai akhir", tulis_nhk(p.nilai_akhir, desimal), aturan.nilai_akhir),
    )
    return (
        ("Nilai hasil kerja", tulis_nhk(p.nilai_hasil_kerja, desimal)),
        *((judul, isi) for judul, isi, ada in nilai if ada),
        ("Predikat", p.predikat),
    )


def sebut_perilaku(perilaku: Perilaku, aturan: Aturan) -> str:
    """Return a behaviour as it is printed: the rating, the number, or both; blank without one."""
    if not aturan.perilaku_angka or isnan(perilaku.angka):
        return perilaku.rating
    angka = tulis_tetap(perilaku.angka, aturan.nhk.desimal.nilai)
    return f"{angka} ({perilaku.rating})" if aturan.perilaku.tangga else angka


def judul_naik(perubahan: Perubahan) -> str:
    """Return the head above the figures that lift the predikat, with what else must hold beside each of them."""
    if not perubahan.syarat_perilaku:
        return "Predikat naik bila"
    return f"Bila juga {perubahan.syarat_perilaku}, predikat naik pada"


def kata_naik(peluang: Peluang, desimal: int) -> str:
    """Return the figure that lifts the predikat and what it leads to, or why there is none."""
    if peluang.naik is None or peluang.nhk_naik is None:
        return peluang.alasan or "–"
    return (
        f"{tulis_angka(peluang.naik)} (NHK {tulis_tetap(peluang.nhk_naik, desimal)}: {peluang.predikat_naik})"
    )


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
        return f"{tulis_angka(bawah)} sampai {tulis_angka(atas)}"
    return (
        f"paling sedikit {tulis_angka(bawah)}"
        if bawah is not None
        else f"paling banyak {tulis_angka(atas or 0.0)}"
    )


def kata_menjadi(butir: ButirBersama, satuan: str = "") -> str:
    """Return an indicator's new figure in a joint change, and the best one, to which its share of the way leads."""
    return f"{f'{tulis_angka(butir.menjadi)} {satuan}'.rstrip()} (terbaik {tulis_angka(butir.terbaik)})"


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
        angka = f"{tulis_angka(sendiri.naik)} {sendiri.satuan}".rstrip()
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
