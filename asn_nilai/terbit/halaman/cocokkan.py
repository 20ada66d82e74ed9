"""cocokkan.html: what differs from e-Kinerja BKN, on one page."""

from asn_nilai.acuan.hasil.pencocokan import KATA_APA, Pencocokan
from asn_nilai.terbit.halaman.templat import dengan_kecil, rakit


def halaman_cocokkan(cocok: Pencocokan) -> str:
    """Return the page of a comparison as text: self-contained, nothing to load, no script."""
    return rakit(
        "cocokkan.html.j2",
        gaya_tambahan="cocokkan.css",
        aturan=cocok.aturan,
        banyak=[(KATA_APA[apa], banyak) for apa, banyak in cocok.banyak],
        beda=[
            (
                dengan_kecil(beda.nama, " · ".join(filter(None, (beda.nip, beda.kode_unit)))),
                KATA_APA[beda.apa],
                dengan_kecil(beda.kita or "–", str(beda.letak_kita)),
                dengan_kecil(beda.bkn or "–", "; ".join(map(str, beda.letak))),
            )
            for beda in cocok.beda
        ],
        catatan=[(str(temuan.letak), f"{temuan.pesan} {temuan.saran}") for temuan in cocok.temuan],
        cocok=cocok,
        instansi=cocok.instansi,
        periode=cocok.periode,
    )
