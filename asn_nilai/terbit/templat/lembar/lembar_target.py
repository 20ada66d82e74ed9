"""The sheet Target of a template: each ASN with room for indicators, to be chosen by code.

NIP and name are merged over an ASN's rows, as people draw such forms: a row left blank then claims nothing and is read
as no row at all.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asn_nilai.acuan.isian.formulir.formulir import KUNCI_BULAN, KUNCI_RENCANA
from asn_nilai.acuan.isian.formulir.rencana_kerja import JenisKinerja
from asn_nilai.acuan.isian.indikator.indikator import Agregasi
from asn_nilai.terbit.buku.gaya import tinggi_baris
from asn_nilai.terbit.buku.tata import Kolom, Tata, ada, lebar_angka
from asn_nilai.terbit.templat.bahan import Asn, BahanTarget
from asn_nilai.terbit.templat.lembar.isi_target import PECAHAN, TANPA_KODE, IsiTarget
from asn_nilai.terbit.templat.lembar.lembar import BARIS_KEPALA, LENGKAP, LembarTemplat, kolom_formulir
from asn_nilai.terbit.templat.lembar.lembar_indikator import NAMA_KODE, cari

BARIS_PER_ASN = 10
"""How many indicators an ASN has room for. Rows cannot be inserted: LibreOffice would dissolve the merged NIP."""
PENUH = 100
"""All weights of an ASN together, in percent."""
_LEBAR = {
    "no": 5, "nip": 20.5, "nama": 25, "kode_indikator": 15, "indikator": 44, "satuan": 12, "bobot": 8.5,
    **dict.fromkeys(KUNCI_BULAN, 10), "target_tahunan": 11,
}  # fmt: skip
_KOLOM = kolom_formulir(
    "Target", _LEBAR, (Kolom("jumlah_bobot", "Jumlah Bobot", 9), Kolom("periksa", "Periksa", 40))
)
_LEBAR_RENCANA = dict(zip(KUNCI_RENCANA, (40, 40, 12), strict=True))
_KOLOM_RENCANA = kolom_formulir("Target", _LEBAR_RENCANA, ())
"""Behind all others, where they move nothing, and only where somebody wants them."""
_TATA = Tata.susun((*_KOLOM, *_KOLOM_RENCANA))
_BANTU = 2
_ULANG = _TATA.nomor["indikator"]
"""Columns that stand on both pages of a row: whose, and which indicator. On one page the months would be printed as dust."""
_NO, _NIP, _NAMA = ("umum", "tengah", "awal", "atas"), ("nip", "awal", "atas"), ("teks", "awal", "atas")
_SARAN = "Isi sel kuning saja, mulai dari baris pertama tiap ASN. Bobot tiap ASN berjumlah 100. Lihat lembar Petunjuk."


@dataclass(frozen=True, slots=True)
class _Blok:
    """An ASN's rows, 0-based, both included."""

    asn: Asn
    awal: int
    akhir: int

    def rentang(self, kunci: str) -> str:
        huruf = _TATA.huruf[kunci]
        return f"{huruf}${self.awal + 1}:{huruf}${self.akhir + 1}"


def baris_tiap_asn(bahan: BahanTarget) -> int:
    """Return how many rows each ASN has: no more than there are indicators to choose from, but what is filled stands."""
    terisi = max((len(bahan.terisi.get(asn.nip, ())) for asn in bahan.asn), default=0)
    return max(1, terisi, min(BARIS_PER_ASN, len(bahan.indikator)))


def kolom_target(semua: Iterable[IsiTarget]) -> tuple[Kolom, ...]:
    """Return the columns, all months as wide as the longest target that stands there already."""
    terisi = [(asn, asn.baris(nomor)) for asn in semua for nomor in range(len(asn.terisi))]
    bulan = lebar_angka(angka for _, baris in terisi for angka in baris.bulan)
    setahun = lebar_angka(float(a) for a in (asn.setahun(baris) for asn, baris in terisi) if ada(a))
    perlu = {**dict.fromkeys(KUNCI_BULAN, bulan), "target_tahunan": setahun}
    return Tata.susun(_KOLOM).melebar(perlu).kolom


def tulis_target(lembar: LembarTemplat, bahan: BahanTarget) -> None:
    """Write the sheet."""
    daftar = {indikator.kode: indikator for indikator in bahan.indikator}
    isi_asn = [
        IsiTarget(bahan.terisi.get(asn.nip, ()), daftar, asn, bahan.pecahan_sampai) for asn in bahan.asn
    ]
    lembar.kepala_isian(bahan.judul, bahan, _SARAN, _KOLOM)
    lembar.kepala_bertabel(kolom_target(isi_asn), _BANTU)
    if bahan.berencana:
        lembar.kepala_tambahan(len(_KOLOM), _KOLOM_RENCANA)
    banyak = baris_tiap_asn(bahan)
    awal = BARIS_KEPALA + 1
    semua = [_Blok(asn, awal + i * banyak, awal + (i + 1) * banyak - 1) for i, asn in enumerate(bahan.asn)]
    for blok, isi_blok in zip(semua, isi_asn, strict=True):
        _tulis_blok(lembar, blok, isi_blok, bahan)
    akhir = semua[-1].akhir if semua else awal
    if not semua:
        lembar.teks(
            awal, 0, "Tidak ada ASN yang ditempatkan di unit ini pada tahun ini.", lembar.gaya("saran")
        )
    _ringkas(lembar, akhir, isi_asn)
    _validasi(lembar, awal, akhir)
    if bahan.berencana:
        _validasi_rencana(lembar, awal, akhir)
    lembar.warnai(awal, akhir, _TATA.nomor["periksa"], {LENGKAP: "#D9EEE2", "*": "#FBE8C3"})
    _warnai_bobot(lembar, awal, akhir)
    lembar.ribuan((awal, _TATA.nomor[KUNCI_BULAN[0]]), (akhir, _TATA.nomor["target_tahunan"]))
    lembar.dalam.freeze_panes(BARIS_KEPALA + 1, 0)
    lembar.dalam.ignore_errors(
        {
            "number_stored_as_text": _TATA.rentang("nip", awal, akhir),
            "formula_range": _TATA.rentang("no", awal, akhir, "periksa"),
        }
    )
    kaki = (f"{bahan.unit.nama} · {bahan.judul}", bahan.identitas.pembuat)
    lembar.siapkan_cetak(BARIS_KEPALA, akhir, _TATA.nomor["target_tahunan"], kaki, ulang_kolom=_ULANG)
    lembar.kunci()


def _tulis_blok(lembar: LembarTemplat, blok: _Blok, isi: IsiTarget, bahan: BahanTarget) -> None:
    gaya = lembar.gaya
    nomor = (blok.awal - BARIS_KEPALA - 1) // (blok.akhir - blok.awal + 1) + 1
    for kunci, corak in (("no", _NO), ("nip", _NIP), ("nama", _NAMA)):
        lembar.sel_gabung(blok.awal, blok.akhir, _TATA.nomor[kunci], gaya(*corak))
    lembar.angka(blok.awal, _TATA.nomor["no"], nomor, gaya(*_NO))
    lembar.teks(blok.awal, _TATA.nomor["nip"], blok.asn.nip, gaya(*_NIP))
    lembar.teks(blok.awal, _TATA.nomor["nama"], blok.asn.nama, gaya(*_NAMA))
    corak_bobot = gaya("umum", "tengah", "awal", "tebal", "atas")
    lembar.sel_gabung(blok.awal, blok.akhir, _TATA.nomor["jumlah_bobot"], corak_bobot)
    lembar.rumus(
        blok.awal,
        _TATA.nomor["jumlah_bobot"],
        f"ROUND(SUM({blok.rentang('bobot')}),6)",
        corak_bobot,
        isi.jumlah_bobot,
    )
    tinggi = max(
        (tinggi_baris(i.nama, _LEBAR["indikator"], paling_sedikit=20) for i in bahan.indikator),
        default=20,
    )
    for baris in range(blok.awal, blok.akhir + 1):
        rencana = dict(zip(KUNCI_RENCANA, isi.baris(baris - blok.awal).rencana, strict=True))
        lembar.dalam.set_row(
            baris, max(tinggi, *(tinggi_baris(teks, _LEBAR_RENCANA[k]) for k, teks in rencana.items()))
        )
        _tulis_baris(lembar, blok, baris, isi)
        for kunci, teks in rencana.items() if bahan.berencana else ():
            tepi = ("awal",) if baris == blok.awal else ()
            lembar.teks(baris, _TATA.nomor[kunci], teks, gaya("teks", "isian_teks", "isian", *tepi))


def _tulis_baris(lembar: LembarTemplat, blok: _Blok, baris: int, isi_asn: IsiTarget) -> None:
    terisi = isi_asn.baris(baris - blok.awal)
    gaya, tepi = lembar.gaya, ("awal",) if baris == blok.awal else ()
    kode = f"${_TATA.sel('kode_indikator', baris)}"
    bulan = _TATA.rentang(KUNCI_BULAN[0], baris, baris, KUNCI_BULAN[-1])
    lembar.teks(baris, _TATA.nomor["kode_indikator"], terisi.kode, gaya("teks", "isian_teks", "isian", *tepi))
    for kunci in ("indikator", "satuan"):
        isi = f'IF({kode}="","",IFERROR({cari(kode, kunci)},"{TANPA_KODE}"))'
        lembar.rumus(baris, _TATA.nomor[kunci], isi, gaya("teks", *tepi), isi_asn.cari(terisi, kunci))
    lembar.angka(baris, _TATA.nomor["bobot"], terisi.bobot, gaya("umum", "tengah", "isian", *tepi))
    for nomor, kunci in enumerate(KUNCI_BULAN, 1):
        corak = ("umum", "tengah", "susut", "isian") if isi_asn.di_sini(nomor) else ("umum", "kosong")
        lembar.angka(baris, _TATA.nomor[kunci], terisi.bulan[nomor - 1], gaya(*corak, *tepi))
    setahun, periksa = _setahun(kode, bulan), _periksa(blok, baris, kode, bulan)
    corak = gaya("umum", "tengah", "susut", *tepi)
    lembar.rumus(baris, _TATA.nomor["target_tahunan"], setahun, corak, isi_asn.setahun(terisi))
    lembar.rumus(
        baris, _TATA.nomor["periksa"], periksa, gaya("teks", "periksa", *tepi), isi_asn.periksa(terisi)
    )


def _setahun(kode: str, bulan: str) -> str:
    """Return the formula of the year's target: what the months give by the indicator's aggregation."""
    terakhir = f'INDEX({bulan},1,SUMPRODUCT(MAX(({bulan}<>"")*(COLUMN({bulan})-{_TATA.nomor["jan"]}))))'
    agregasi = cari(kode, "agregasi")
    isi = f'IF({agregasi}="{Agregasi.JUMLAH}",SUM({bulan}),IF({agregasi}="{Agregasi.NILAI_AKHIR}",{terakhir},AVERAGE({bulan})))'
    return f'IF(OR({kode}="",COUNT({bulan})=0),"",IFERROR({isi},""))'


def _periksa(blok: _Blok, baris: int, kode: str, bulan: str) -> str:
    bobot = _TATA.sel("bobot", baris)
    kode_blok = blok.rentang("kode_indikator")
    kosong = f'IF(COUNT({bobot},{bulan})>0,"Pilih kode indikator","")'
    if baris == blok.awal:
        kosong = f'IF(COUNTA({kode_blok})>0,"Isi dahulu baris pertama",{kosong})'
    pecahan = f"AND(MAX({bulan})>0,MAX({bulan})<={cari(kode, 'pecahan')})"
    isi = (
        f'IF(COUNTIF({kode_blok},{kode})>1,"Kode berulang",IF(COUNT({bobot})=0,"Isi bobot",'
        f'IF(COUNT({bulan})=0,"Isi target bulanan",IF({pecahan},"{PECAHAN}","{LENGKAP}"))))'
    )
    return f'IF({kode}="",{kosong},IF(ISNA({cari(kode, "kode_indikator")}),"Kode tidak ada di daftar",{isi}))'


def _ringkas(lembar: LembarTemplat, akhir: int, isi: Sequence[IsiTarget]) -> None:
    banyak, penuh = len(isi), sum(asn.jumlah_bobot == PENUH for asn in isi)
    perlu = sum(asn.periksa(baris) != LENGKAP for asn in isi for baris in asn.terisi)

    periksa, bobot = (_TATA.rentang(kunci, BARIS_KEPALA + 1, akhir) for kunci in ("periksa", "jumlah_bobot"))
    lembar.ringkas(
        [
            ("ASN yang bobotnya sudah 100", f"COUNTIF({bobot},{PENUH})", penuh),
            (
                "ASN yang bobotnya belum 100",
                f"{banyak}-COUNTIF({bobot},{PENUH})",
                banyak - penuh,
            ),
            ("Baris yang perlu dilengkapi", f'SUMPRODUCT(({periksa}<>"")*({periksa}<>"{LENGKAP}"))', perlu),
        ]
    )


def _validasi(lembar: LembarTemplat, awal: int, akhir: int) -> None:
    def rentang(dari: str, sampai: str) -> list[tuple[int, int, int, int]]:
        return [(awal, _TATA.nomor[dari], akhir, _TATA.nomor[sampai])]

    lembar.validasi(
        rentang("kode_indikator", "kode_indikator"),
        {"validate": "list", "source": f"={NAMA_KODE}"},
        "Kode Indikator",
        "Pilih dari daftar. Nama indikator dan satuannya muncul sendiri. Arti tiap kode ada di lembar Indikator.",
        "Kode ini tidak ada di daftar. Pilih dari daftar; daftar lengkapnya di lembar Indikator.",
    )
    lembar.validasi(
        rentang("bobot", "bobot"),
        {"validate": "decimal", "criteria": "between", "minimum": 0.0001, "maximum": PENUH},
        "Bobot",
        "Ketik angka saja: bobot 25% diketik 25. Semua bobot satu ASN berjumlah 100.",
        "Bobot harus angka di atas 0 dan paling banyak 100. Bobot 25% diketik 25.",
    )
    sel, kode = _TATA.sel("jan", awal), f"${_TATA.sel('kode_indikator', awal)}"
    utuh = f"OR({cari(kode, 'bulat')}=0,{sel}=INT({sel}))"
    lembar.validasi(
        rentang("jan", "des"),
        {
            "validate": "custom",
            "value": f"=AND(ISNUMBER({sel}),{sel}>={cari(kode, 'terendah')},{sel}<={cari(kode, 'tertinggi')},{utuh})",
        },
        "Target bulan ini",
        "Ketik angka saja; 95% diketik 95. Kosongkan bulan yang tidak diukur. Batasnya ada di lembar Indikator.",
        "Pilih dahulu Kode Indikator, lalu ketik angka dalam batas indikator itu (lihat lembar Indikator). "
        "Indikator berjenis Bulat hanya menerima bilangan bulat. 95% diketik 95.",
    )
    _luar_frekuensi(lembar, awal, akhir, kode, sel)


def _validasi_rencana(lembar: LembarTemplat, awal: int, akhir: int) -> None:
    nomor = _TATA.nomor["jenis"]
    dikenal = " atau ".join(JenisKinerja)
    lembar.validasi(
        [(awal, nomor, akhir, nomor)],
        {"validate": "list", "source": list(map(str, JenisKinerja))},
        "Jenis",
        f"Pilih {dikenal}, atau kosongkan. Tidak mengubah nilai.",
        f"Pilih {dikenal}, atau kosongkan.",
    )


def _luar_frekuensi(lembar: LembarTemplat, awal: int, akhir: int, kode: str, sel: str) -> None:
    """Shade the months in which the chosen indicator is not measured."""
    bulan = f"(COLUMN({sel})-{_TATA.nomor['jan']})"
    syarat = f'=IF({kode}="",FALSE,IFERROR(MOD({bulan},{cari(kode, "jarak")})<>0,FALSE))'
    gaya = lembar.gaya.bersyarat({"bg_color": "#DDE2E6"})
    lembar.dalam.conditional_format(
        awal,
        _TATA.nomor["jan"],
        akhir,
        _TATA.nomor["des"],
        {"type": "formula", "criteria": syarat, "format": gaya},
    )


def _warnai_bobot(lembar: LembarTemplat, awal: int, akhir: int) -> None:
    kolom, sel = _TATA.nomor["jumlah_bobot"], _TATA.sel("jumlah_bobot", awal)
    for syarat, latar in (
        (f"={sel}={PENUH}", "#D9EEE2"),
        (f"=AND(ISNUMBER({sel}),{sel}<>0,{sel}<>{PENUH})", "#F2CBB0"),
    ):
        gaya = lembar.gaya.bersyarat({"bg_color": latar})
        aturan = {"type": "formula", "criteria": syarat, "format": gaya}
        lembar.dalam.conditional_format(awal, kolom, akhir, kolom, aturan)
