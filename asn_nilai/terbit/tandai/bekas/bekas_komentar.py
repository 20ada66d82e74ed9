"""Comments of ours taken away again, and our words cut from comments of other people.

We are known by the author's name; where a program has dropped it, by how a comment of ours begins and by its last line.
"""

from asn_nilai.acuan.temuan import Tingkat
from asn_nilai.terbit.tandai.bekas.bekas_lembar import isi_teks, unsur_teks
from asn_nilai.terbit.tandai.galat import TidakDapatDitandaiError
from asn_nilai.terbit.tandai.paket.hubungan import Hubungan, lupakan
from asn_nilai.terbit.tandai.paket.lembar_sunting import LembarSunting
from asn_nilai.terbit.tandai.paket.naskah import Naskah, Unsur
from asn_nilai.terbit.tandai.paket.paket import Paket
from asn_nilai.terbit.tandai.sisipan.komentar import daftar_komentar
from asn_nilai.terbit.tandai.tanda import PEMISAH, PENULIS, Sel, nomor_dalam_komentar

_AWAL = tuple(tingkat.value.upper() for tingkat in Tingkat)


def lepas_komentar(paket: Paket, bagian: str) -> dict[Sel, int]:
    """Note that our comments on a sheet go.

    Args:
        paket: the package.
        bagian: the sheet's part.

    Returns:
        For each cell that had our words, the number of the first finding they named.
    """
    hubungan = Hubungan(paket, bagian)
    komentar = hubungan.menurut_jenis("comments")
    if komentar not in paket or PENULIS.encode() not in paket.baca(komentar):
        return {}
    naskah = paket.naskah(komentar)
    nomor: dict[Sel, int] = {}
    dibuang: set[Sel] = set()
    semua = daftar_komentar(naskah)
    for sel, unsur, penulis in semua:
        teks = isi_teks(naskah, unsur)
        nomor_temuan = nomor_dalam_komentar(teks)
        if PEMISAH in teks:
            _potong(naskah, unsur)
        elif penulis == PENULIS or (nomor_temuan is not None and teks.lstrip().startswith(_AWAL)):
            naskah.hapus(unsur)
            dibuang.add(sel)
        else:
            continue
        if nomor_temuan is not None:
            nomor[sel] = nomor_temuan
    habis = len(dibuang) == len(semua)
    if habis:
        hubungan.lepas(hubungan.id_jenis("comments"))
        lupakan(paket, komentar)
    _lepas_gambar(paket, bagian, hubungan, dibuang, habis=habis)
    return nomor


def _potong(naskah: Naskah, komentar: Unsur) -> None:
    """Note that a comment ends before the line that parts its words from ours."""
    lewat = False
    for unsur in unsur_teks(naskah, komentar):
        letak = naskah.asli.find(PEMISAH.encode(), unsur.isi, unsur.isi_akhir)
        if lewat:
            naskah.ganti(unsur.isi, unsur.isi_akhir, b"")
        elif letak >= 0:
            lewat = True
            sebelum = naskah.asli[unsur.isi : letak]
            for baris_baru in (b"\n", b"&#10;", b"&#xA;", b"_x000a_", b"\r"):
                sebelum = sebelum.removesuffix(baris_baru)
            naskah.ganti(unsur.isi, unsur.isi_akhir, sebelum)


def _lepas_gambar(paket: Paket, bagian: str, hubungan: Hubungan, dibuang: set[Sel], *, habis: bool) -> None:
    """Note that the boxes of comments go; the whole drawing where it held nothing else."""
    gambar = hubungan.menurut_jenis("vmlDrawing")
    if gambar not in paket or not dibuang:
        return
    try:
        naskah = paket.naskah(gambar)
    except TidakDapatDitandaiError:
        return
    kotak = list(naskah.semua("shape"))
    milik_kami = [bentuk for bentuk in kotak if _sel_kotak(naskah, bentuk) in dibuang]
    if habis and len(milik_kami) == len(kotak):
        LembarSunting(paket.naskah(bagian)).lepas_gambar_catatan()
        hubungan.lepas(hubungan.id_jenis("vmlDrawing"))
        lupakan(paket, gambar)
        return
    for bentuk in milik_kami:
        naskah.hapus(bentuk)


def _sel_kotak(naskah: Naskah, kotak: Unsur) -> Sel | None:
    """Return the cell whose comment a box shows."""
    letak = []
    for nama in ("Row", "Column"):
        unsur = next(naskah.semua(nama, kotak.isi, kotak.isi_akhir), None)
        angka = naskah.isi_teks(unsur).strip() if unsur else ""
        if not angka.isdecimal():
            return None
        letak.append(int(angka))
    return letak[0], letak[1]
