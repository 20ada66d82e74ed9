"""What may be typed into the open cells of the sheet Aturan: figures in order with their neighbours."""

from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.profil.nama_excel import Angka, nama_batas, nama_skor, nama_titik_stabil
from asn_nilai.acuan.rumus.konversi import nama_titik_ruas

_PETUNJUK = "Mengubah sel ini hanya memperlihatkan akibatnya di buku ini; hasil resmi tidak berubah."


def isian(jenis: str, judul: str) -> dict[str, object]:
    """Return what every validation of an open cell says."""
    return {
        "validate": jenis,
        "input_title": judul[:32],
        "input_message": _PETUNJUK,
        "error_title": "Isian tidak sah",
        "ignore_blank": False,
    }


def batas_isian(angka: Angka, aturan: Aturan) -> dict[str, object]:
    """Return the validation of a figure: a number in order with its neighbours, or whole decimals."""
    if angka.desimal:
        pesan = "Isi bilangan bulat 0 sampai 10."
        return {
            **isian("integer", "Desimal"),
            "criteria": "between",
            "minimum": 0,
            "maximum": 10,
            "error_message": pesan,
        }
    bawah, atas = _tetangga(angka.nama, aturan)
    batas = {(True, True): "between", (True, False): ">", (False, True): "<"}.get((bool(bawah), bool(atas)))
    batasan: dict[str, object] = {**isian("decimal", "Angka aturan"), "criteria": batas or "between"}
    if batas == "between":
        return {
            **batasan,
            "minimum": f"={bawah}",
            "maximum": f"={atas}",
            "error_message": f"Isi angka antara {bawah} dan {atas}.",
        }
    if batas:
        arah = "lebih besar" if bawah else "lebih kecil"
        return {
            **batasan,
            "value": f"={bawah or atas}",
            "error_message": f"Isi angka yang {arah} daripada {bawah or atas}.",
        }
    return {**batasan, "minimum": -1e9, "maximum": 1e9, "error_message": "Isi sebuah angka."}


def _tetangga(nama: str, aturan: Aturan) -> tuple[str, str]:
    """Return the names of the figures just below and just above, blank at an end or where order does not matter."""
    konversi = aturan.capaian.konversi
    ruas = nama_titik_ruas(konversi)[::-1] if konversi else ()
    for urutan in (
        ("lantai_capaian", "plafon_capaian"),
        tuple(x for x, _ in nama_titik_stabil(aturan.capaian)),
        tuple(x for titik in ruas for x, _ in titik),
        nama_batas("hasil", aturan.rating_hasil)[::-1],
        nama_skor(aturan.perilaku),
        nama_batas("perilaku", aturan.perilaku.tangga)[::-1],
        nama_batas("predikat", aturan.predikat.tangga)[::-1],
    ):
        if nama in urutan:
            letak = urutan.index(nama)
            return urutan[letak - 1] if letak else "", urutan[letak + 1] if letak + 1 < len(urutan) else ""
    return "", ""
