"""Units whose codes and names would do something if a workbook let them."""

from buku_rekap_buatan import Asn, Unit, nip

NAMA_NAKAL = (
    '=HYPERLINK("http://x","klik")',
    "+1+1",
    "@SUM(A1)",
    "<b>Tebal</b> & 'kutip' \"ganda\"",
    "<r><t>jahat</t></r>",
    "Nama yang sangat panjang " * 8,
    "baris\ndua\x00\x0b",
    "{=1+1}",
    "https://contoh.id",
)
KODE_NAKAL = (
    "Peringkat",
    "ringkasan",
    "history",
    "A/B:C*D?[E]\\F",
    "A-B-C-D--E--F",
    "'pinggir'",
    "KODE-UNIT-YANG-LEBIH-DARI-TIGA-PULUH-SATU",
    "KODE-UNIT-YANG-LEBIH-DARI-TIGA-PULUH-DUA",
    "R1C1",
)


def kota_nakal() -> list[Unit]:
    return [
        Unit(
            kode,
            nama,
            [Asn(nip(10 * nomor), nama, str(90 + nomor), "Baik", bulan=("90", "", "91", str(90 + nomor)))],
            jenis=nama,
        )
        for nomor, (kode, nama) in enumerate(zip(KODE_NAKAL, NAMA_NAKAL, strict=True), 1)
    ]
