"""Makes the letters' templates in templates/surat/ anew: Word documents whose {{ … }} the program fills in.

    python docs/susun_surat.py

An office may change them in Word; these are what it starts from. Needs python-docx, which the program uses too.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

TUJUAN = Path(__file__).parents[1] / "templates" / "surat"
HURUF, UKURAN, BAHASA = "Arial", 10.5, "id-ID"
_WARNA = "1F4E5F"
_SIAPA = (
    ("Nama", "{{ asn.nama }}"), ("NIP", "{{ asn.nip }}"), ("Jabatan", "{{ jabatan }}"), ("Unit kerja", "{{ unit }}"),
)  # fmt: skip
"""Whom a letter is about."""
_TENGAH, _KANAN, _RATA = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


def dokumen(*, mendatar: bool = False, berkop: bool = True) -> Dokumen:
    """Return a blank letter on A4, with its head unless that stands on several pages."""
    hasil = Document()
    # A part that Word 2010 alone reads, and that would contradict the styles from here on.
    for nama in [
        nama for nama, hubungan in hasil.part.rels.items() if hubungan.reltype.endswith("/stylesWithEffects")
    ]:
        hasil.part.drop_rel(nama)
        hasil.part.rels.pop(nama, None)
    gaya = hasil.styles["Normal"]
    gaya.font.name, gaya.font.size = HURUF, Pt(UKURAN)
    gaya.element.rPr.rFonts.set(qn("w:eastAsia"), HURUF)
    gaya.paragraph_format.space_after = Pt(6)
    _berbahasa_indonesia(hasil)
    bagian = hasil.sections[0]
    lebar, tinggi = (Cm(29.7), Cm(21.0)) if mendatar else (Cm(21.0), Cm(29.7))
    bagian.page_width, bagian.page_height = lebar, tinggi
    bagian.orientation = WD_ORIENT.LANDSCAPE if mendatar else WD_ORIENT.PORTRAIT
    bagian.left_margin = bagian.right_margin = Cm(1.8 if mendatar else 2.3)
    bagian.top_margin, bagian.bottom_margin = Cm(1.5), Cm(1.6)
    if berkop:
        kop(hasil)
    kaki = bagian.footer.paragraphs[0]
    _tulis(kaki, "{{ instansi }} · {{ periode }} · {{ kunci }}", ukuran=8, warna="666666")
    return hasil


def _berbahasa_indonesia(hasil: Dokumen) -> None:
    """Name the language, for who has a letter read aloud and for Word's spelling; python-docx says English, and names itself."""
    (bahasa,) = hasil.styles.element.iter(qn("w:lang"))
    bahasa.set(qn("w:val"), BAHASA)
    sifat = hasil.core_properties
    sifat.language, sifat.author, sifat.comments = BAHASA, "asn-nilai", ""


def kop(hasil: Dokumen, *, halaman_baru: bool = False) -> None:
    """Add the head, on a new page where it is one of several."""
    kepala = hasil.add_paragraph()
    kepala.paragraph_format.page_break_before = halaman_baru or None
    kepala.alignment = _TENGAH
    kepala.paragraph_format.space_after = Pt(2)
    _tulis(kepala, "{% if logo %}{{ logo }}{% endif %}")
    nama = hasil.add_paragraph()
    nama.alignment = _TENGAH
    nama.paragraph_format.space_after = Pt(0)
    _tulis(nama, "{{ kop.instansi | upper }}", ukuran=15, tebal=True)
    alamat = hasil.add_paragraph()
    alamat.alignment = _TENGAH
    _tulis(alamat, "{{ kop.alamat }}", ukuran=9)
    _garis(alamat)


def _garis(paragraf: Paragraph) -> None:
    """Draw the double line beneath the head."""
    tepi = OxmlElement("w:pBdr")
    bawah = OxmlElement("w:bottom")
    for nama, nilai in (("val", "thinThickSmallGap"), ("sz", "18"), ("space", "4"), ("color", "000000")):
        bawah.set(qn(f"w:{nama}"), nilai)
    tepi.append(bawah)
    sifat = paragraf._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders of its own
    sifat.insert_element_before(
        tepi, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _tulis(
    paragraf: Paragraph,
    teks: str,
    *,
    ukuran: float = UKURAN,
    tebal: bool = False,
    warna: str = "",
    miring: bool = False,
) -> None:
    jalan = paragraf.add_run(teks)
    jalan.font.size, jalan.bold, jalan.italic = Pt(ukuran), tebal or None, miring or None
    if warna:
        jalan.font.color.rgb = RGBColor.from_string(warna)


def alinea(hasil: Dokumen, teks: str, **rupa: bool | str | float) -> Paragraph:
    """Add a paragraph."""
    paragraf = hasil.add_paragraph()
    rata = rupa.pop("rata", "")
    paragraf.alignment = {"tengah": _TENGAH, "kanan": _KANAN, "penuh": _RATA}.get(str(rata))
    if rupa.pop("rapat", False):
        paragraf.paragraph_format.space_after = Pt(0)
    if rupa.pop("bersama", False):
        paragraf.paragraph_format.keep_with_next = True
    if rupa.pop("berjarak", False):
        paragraf.paragraph_format.space_before = Pt(6)
    _tulis(paragraf, teks, **rupa)  # type: ignore[arg-type]
    return paragraf


def judul(hasil: Dokumen, teks: str, anak: str = "") -> None:
    """Add a letter's title."""
    alinea(hasil, teks, rata="tengah", ukuran=13, tebal=True, rapat=True)
    if anak:
        alinea(hasil, anak, rata="tengah")


def keterangan(hasil: Dokumen, baris: list[tuple[str, str]]) -> None:
    """Add lines of label and value."""
    tabel = hasil.add_table(rows=0, cols=2)
    for label, isi in baris:
        sel = tabel.add_row().cells
        _isi(sel[0], label)
        _isi(sel[1], f": {isi}")
    _lebar(tabel, [4.2, 12.2])
    hasil.add_paragraph().paragraph_format.space_after = Pt(0)


def _isi(sel: _Cell, teks: str, **rupa: bool | str | float) -> None:
    paragraf = sel.paragraphs[0]
    paragraf.paragraph_format.space_after = Pt(1)
    rata = rupa.pop("rata", "")
    paragraf.alignment = {"tengah": _TENGAH, "kanan": _KANAN}.get(str(rata))
    _tulis(paragraf, teks, **rupa)  # type: ignore[arg-type]


def _lebar(tabel: Table, sentimeter: list[float]) -> None:
    tabel.autofit = False
    for kolom, lebar in zip(tabel.columns, sentimeter, strict=True):
        kolom.width = Cm(lebar)
        for sel in kolom.cells:
            sel.width = Cm(lebar)


def tabel_berulang(
    hasil: Dokumen,
    kolom: list[tuple[str, str, float]],
    ulang: str,
    *,
    ukuran: float = 9.5,
    tengah: tuple[int, ...] = (0,),
) -> None:
    """Add a table with a row for each item.

    Args:
        hasil: the letter.
        kolom: heading, cell and width (cm) of each column.
        ulang: the loop, `b in baris`.
        ukuran: of the letters.
        tengah: the columns that are centred.
    """
    tabel = hasil.add_table(rows=1, cols=len(kolom))
    tabel.style = "Table Grid"
    for nomor, (kepala, _, _) in enumerate(kolom):
        sel = tabel.rows[0].cells[nomor]
        _isi(sel, kepala, tebal=True, rata="tengah", ukuran=ukuran, warna="FFFFFF")
        _latar(sel)
    _ulangi_kepala(tabel)
    for tanda in (f"{{%tr for {ulang} %}}", None, "{%tr endfor %}"):
        sel = tabel.add_row().cells
        if tanda:
            _isi(sel[0], tanda)
            continue
        for nomor, (_, isi, _) in enumerate(kolom):
            _isi(sel[nomor], isi, ukuran=ukuran, rata="tengah" if nomor in tengah else "")
    for baris in tabel.rows:
        _utuh(baris._tr)  # noqa: SLF001 - likewise
    _lebar(tabel, [lebar for _, _, lebar in kolom])
    hasil.add_paragraph().paragraph_format.space_after = Pt(2)


def _latar(sel: _Cell) -> None:
    latar = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", _WARNA)):
        latar.set(qn(f"w:{nama}"), nilai)
    sel._tc.get_or_add_tcPr().append(latar)  # noqa: SLF001 - likewise


def _ulangi_kepala(tabel: Table) -> None:
    tanda = OxmlElement("w:tblHeader")
    tabel.rows[0]._tr.get_or_add_trPr().append(tanda)  # noqa: SLF001 - likewise


def _utuh(baris: object) -> None:
    """Keep a row on one page."""
    sifat = baris.get_or_add_trPr()  # type: ignore[attr-defined]
    sifat.insert(0, OxmlElement("w:cantSplit"))


def tanda_tangan(hasil: Dokumen, kiri: str, kanan: str, *, tanggal: bool = True) -> None:
    """Add the lines to sign on: names of two officials in the letter's values, the left one may be blank."""
    tabel = hasil.add_table(rows=2, cols=2)
    for nomor, (siapa, atas) in enumerate(((kiri, ""), (kanan, "{{ tempat_tanggal }}" if tanggal else ""))):
        if not siapa:
            continue
        jabatan, nama = (baris.cells[nomor] for baris in tabel.rows)
        _isi(jabatan, atas)
        jabatan.paragraphs[0].paragraph_format.keep_with_next = True
        _baris_tanda_tangan(jabatan.add_paragraph(), f"{{{{ {siapa}.jabatan }}}},")
        # The names stand in a row of their own: side by side also where one office's name takes more lines.
        _baris_tanda_tangan(nama.paragraphs[0], "")
        for teks, tebal in (
            ("", False), ("", False), (f"{{{{ {siapa}.nama }}}}", True), (f"NIP {{{{ {siapa}.nip }}}}", False),
        ):  # fmt: skip
            _baris_tanda_tangan(nama.add_paragraph(), teks, tebal=tebal)
    for baris in tabel.rows:
        _utuh(baris._tr)  # noqa: SLF001 - likewise
    _lebar(tabel, [8.2, 8.2])


def _baris_tanda_tangan(paragraf: Paragraph, teks: str, *, tebal: bool = False) -> None:
    paragraf.paragraph_format.space_after = Pt(0)
    paragraf.paragraph_format.keep_with_next = True
    _tulis(paragraf, teks, tebal=tebal)


@contextmanager
def bila(hasil: Dokumen, syarat: str) -> Iterator[None]:
    """Let what is added meanwhile stand in a letter only where a condition holds."""
    alinea(hasil, f"{{%p if {syarat} %}}")
    yield
    alinea(hasil, "{%p endif %}")


@contextmanager
def tiap(hasil: Dokumen, ulang: str) -> Iterator[None]:
    """Let what is added meanwhile stand in a letter once for each item: `b in baris`."""
    alinea(hasil, f"{{%p for {ulang} %}}")
    yield
    alinea(hasil, "{%p endfor %}")


def halaman_baru(hasil: Dokumen) -> None:
    """Begin a new page."""
    hasil.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def nota_dinas() -> Dokumen:
    """Return the nota dinas."""
    hasil = dokumen()
    judul(hasil, "NOTA DINAS")
    keterangan(hasil, [
        ("Yth.", "{{ kepada }}"), ("Dari", "{{ penanda.jabatan }}"), ("Nomor", "{{ nomor }}"), ("Tanggal", "{{ tempat_tanggal }}"),
        ("Hal", "Penilaian kinerja ASN {{ periode }}"),
    ])  # fmt: skip
    alinea(
        hasil,
        "Dengan hormat, kami sampaikan keadaan penilaian kinerja ASN {{ instansi }} pada {{ periode }} menurut {{ aturan }}.",
        rata="penuh",
    )
    alinea(
        hasil,
        "{{ dinilai }} dari {{ jumlah }} ASN dinilai{% if sementara %}, {{ sementara }} sementara{% endif %}{% if belum != '0' %}; {{ belum }} belum"
        "{% endif %}. {% if rata %}Rata-rata nilai hasil kerja {{ rata }}. Sebaran predikat: {{ sebaran }}.{% endif %}",
        rata="penuh",
    )
    alinea(
        hasil, "{{ memimpin }}{% if bantu %} Yang paling perlu dibantu: {{ bantu }}.{% endif %}", rata="penuh"
    )
    alinea(
        hasil,
        "{{ tindak_lanjut }}",
        rata="penuh",
    )
    with bila(hasil, "kurang"):
        alinea(hasil, "Yang masih kurang:", rapat=True)
        with tiap(hasil, "kalimat in kurang"):
            alinea(hasil, "– {{ kalimat }}", rata="penuh", rapat=True)
    alinea(hasil, "{{ kunci }} Keadaan tiap unit kami lampirkan.", rata="penuh", berjarak=True)
    tanda_tangan(hasil, "", "penanda", tanggal=False)
    halaman_baru(hasil)
    alinea(hasil, "Lampiran: keadaan tiap unit, {{ periode }}", tebal=True)
    tabel_berulang(hasil, [
        ("No", "{{ u.no }}", 1.0), ("Unit kerja", "{{ u.nama }}", 6.1), ("Dinilai", "{{ u.dinilai }} dari {{ u.jumlah }}", 2.5),
        ("Rata-rata", "{{ u.rata }}", 2.0), ("Peringkat", "{{ u.peringkat }}", 2.6), ("Setoran", "{{ u.status }}", 2.2),
    ], "u in unit", tengah=(0, 2, 3, 4))  # fmt: skip
    return hasil


def berita_acara() -> Dokumen:
    """Return the minutes of a period."""
    hasil = dokumen()
    judul(hasil, "BERITA ACARA PENILAIAN KINERJA ASN", "Nomor {{ nomor }}")
    keterangan(
        hasil,
        [
            ("Unit kerja", "{{ unit }} ({{ kode_unit }})"),
            ("Periode", "{{ periode }}"),
            ("Aturan", "{{ aturan }}"),
        ],
    )
    alinea(
        hasil,
        "Pada {{ tempat_tanggal }} ditetapkan hasil penilaian kinerja ASN unit kerja ini sebagaimana tabel di bawah. {{ dinilai }} dari {{ jumlah }} "
        "ASN dinilai, rata-rata nilai hasil kerja {{ rata }}. {{ kunci }}",
        rata="penuh",
    )
    tabel_berulang(hasil, [
        ("No", "{{ b.no }}", 0.9), ("NIP", "{{ b.nip }}", 3.7), ("Nama", "{{ b.nama }}", 4.2), ("Nilai hasil kerja", "{{ b.nhk }}", 1.7),
        ("Predikat", "{{ b.predikat }}", 2.9), ("Keterangan", "{{ b.keterangan }}", 3.0),
    ], "b in baris", ukuran=9, tengah=(0, 3))  # fmt: skip
    alinea(
        hasil,
        "Rincian tiap nilai sampai ke selnya ada pada buku nilai unit. Keberatan disampaikan menurut ketentuan yang berlaku.",
        rata="penuh",
        bersama=True,
    )
    tanda_tangan(hasil, "kepala", "penanda")
    return hasil


def usulan_penghargaan() -> Dokumen:
    """Return the proposals of recognition."""
    hasil = dokumen()
    judul(hasil, "USULAN PENGHARGAAN", "{{ periode }}")
    alinea(
        hasil,
        "Berdasarkan hasil penilaian kinerja menurut {{ aturan }}, kami usulkan penghargaan bagi ASN berikut. {{ kunci }}",
        rata="penuh",
    )
    with bila(hasil, "not baris"):
        alinea(hasil, "{{ tanpa_usulan }}", miring=True)
        alinea(hasil, "{%p else %}")
        tabel_berulang(hasil, [
            ("No", "{{ b.no }}", 0.9), ("Nama dan NIP", "{{ b.nama }}\n{{ b.nip }}", 4.6), ("Jabatan dan unit", "{{ b.jabatan }}\n{{ b.unit }}", 5.0),
            ("Alasan", "{{ b.alasan }}", 5.9),
        ], "b in baris", ukuran=9)  # fmt: skip
    with bila(hasil, "ide"):
        alinea(hasil, "Ide baru yang dicatat pimpinan", tebal=True, rapat=True, bersama=True)
        tabel_berulang(hasil, [
            ("No", "{{ b.no }}", 0.9), ("Nama dan NIP", "{{ b.nama }}\n{{ b.nip }}", 4.6), ("Unit kerja", "{{ b.unit }}", 5.0), ("Ide", "{{ b.alasan }}", 5.9),
        ], "b in ide", ukuran=9)  # fmt: skip
    # The line goes with the signature, which would else stand alone on a page behind a table that fills the one before.
    alinea(hasil, "Demikian usulan ini kami sampaikan untuk menjadi pertimbangan.", bersama=True)
    tanda_tangan(hasil, "", "penanda")
    return hasil


def piagam() -> Dokumen:
    """Return a certificate of appreciation."""
    hasil = dokumen(mendatar=True)
    for _ in range(2):
        hasil.add_paragraph()
    alinea(hasil, "PIAGAM PENGHARGAAN", rata="tengah", ukuran=26, tebal=True, warna=_WARNA)
    alinea(hasil, "diberikan kepada", rata="tengah", ukuran=12)
    alinea(hasil, "{{ nama }}", rata="tengah", ukuran=22, tebal=True)
    alinea(hasil, "NIP {{ nip }} · {{ jabatan }} · {{ unit }}", rata="tengah", ukuran=11)
    alinea(hasil, "atas kinerjanya: {{ alasan }}", rata="tengah", ukuran=12)
    hasil.add_paragraph()
    tanda_tangan(hasil, "", "penanda")
    _lebar(hasil.tables[-1], [16.0, 9.5])
    return hasil


def rencana_perbaikan() -> Dokumen:
    """Return the plan of improvement."""
    hasil = dokumen()
    judul(hasil, "RENCANA PERBAIKAN KINERJA", "{{ periode }}")
    keterangan(hasil, [*_SIAPA, ("Pejabat penilai", "{{ atasan.nama }}")])
    alinea(hasil, "Mengapa rencana ini dibuat: {{ alasan }}. {{ tanpa_indikator }}", rata="penuh")
    tabel_berulang(hasil, [
        ("No", "{{ b.no }}", 0.9), ("Indikator", "{{ b.indikator }}", 4.0), ("Target", "{{ b.target }}", 2.1), ("Realisasi", "{{ b.realisasi }}", 2.1), ("Capaian", "{{ b.capaian }}", 1.7),
        ("Yang disepakati", "", 3.0), ("{% if bulan_berikut %}{{ bulan_berikut }}{% else %}Hasil bulan berikutnya{% endif %}", "{{ b.berikut }}", 2.6),
    ], "b in disepakati", ukuran=9, tengah=(0, 2, 3, 4))  # fmt: skip
    with bila(hasil, "bulan_berikut"):
        alinea(hasil, "Predikat {{ bulan_berikut }}: {{ predikat_berikut }}.")
    keterangan(
        hasil,
        [
            ("Yang membantu", "…" * 30),
            ("Dilihat lagi tanggal", "…" * 20),
            ("Dukungan yang diperlukan", "…" * 30),
        ],
    )
    alinea(
        hasil,
        "Rencana ini untuk membantu, bukan hukuman: isinya disepakati berdua, dan hasilnya dilihat dari capaian bulan berikutnya.",
        miring=True,
    )
    tanda_tangan(hasil, "asn", "atasan")
    return hasil


def undangan() -> Dokumen:
    """Return the invitation to talk about a plan of improvement."""
    hasil = dokumen()
    keterangan(hasil, [("Nomor", "…" * 20), ("Sifat", "Pribadi"), ("Hal", "Undangan dialog kinerja")])
    alinea(hasil, "Yth. {{ asn.nama }}, {{ jabatan }}, {{ unit }}")
    alinea(
        hasil,
        "Dengan hormat, kami mengundang Saudara berbincang tentang kinerja {{ periode }}: {{ alasan }}. {{ tanpa_indikator }}",
        rata="penuh",
    )
    keterangan(hasil, [("Hari, tanggal", "…" * 24), ("Pukul", "…" * 12), ("Tempat", "…" * 24)])
    alinea(hasil, "Yang dibicarakan:", rapat=True)
    with tiap(hasil, "b in rencana"):
        alinea(
            hasil,
            "– {{ b.indikator }}: capaian {{ b.capaian }}, {{ b.realisasi }} dari target {{ b.target }}",
            rapat=True,
        )
    alinea(hasil, "– apa yang menghambat, dan dukungan apa yang diperlukan")
    alinea(
        hasil,
        "Mohon membawa bukti dukung dan usul Saudara sendiri. Bila menurut Saudara ada angka yang keliru, sebutkan selnya: rinciannya ada pada kartu Saudara.",
        rata="penuh",
    )
    tanda_tangan(hasil, "", "atasan")
    return hasil


def target() -> Dokumen:
    """Return the year's targets of a unit for signature."""
    hasil = dokumen(mendatar=True, berkop=False)
    with tiap(hasil, "o in orang"):
        kop(hasil, halaman_baru=True)
        judul(hasil, "TARGET KINERJA TAHUN {{ tahun }}", "{{ unit }}")
        alinea(hasil, "{{ o.asn.nama }} (NIP {{ o.asn.nip }}), {{ o.jabatan }}", tebal=True)
        bulanan = [("{{ bulan[%d] }}" % n, "{{ b.bulanan[%d] }}" % n, 1.25) for n in range(12)]  # noqa: UP031 - braces stand for themselves
        lajur = (
            ("No", "{{ b.no }}"), ("Indikator", "{{ b.kode }} {{ b.indikator }}{{ b.rencana }}"), ("Satuan", "{{ b.satuan }}"),
            ("Bobot", "{{ b.bobot }}"), ("Target tiap bulan", "{{ b.runtun }}"),
        )  # fmt: skip
        runtun = [(*isi, lebar) for isi, lebar in zip(lajur, (1.0, 7.1, 2.4, 1.5, 14.1), strict=True)]
        sebulan = [(*isi, lebar) for isi, lebar in zip(lajur[:4], (0.8, 7.1, 2.0, 1.2), strict=True)]
        with bila(hasil, "o.panjang"):
            tabel_berulang(hasil, runtun, "b in o.baris", ukuran=9, tengah=(0, 3))
            alinea(hasil, "{%p else %}")
            tabel_berulang(
                hasil, [*sebulan, *bulanan], "b in o.baris", ukuran=7.5, tengah=(0, 3, *range(4, 16))
            )
        alinea(
            hasil,
            "Jumlah bobot {{ o.jumlah_bobot }}. Bulan kosong: indikator tidak diukur pada bulan itu.",
            rapat=True,
        )
        tanda_tangan(hasil, "o.asn", "o.atasan")
        _lebar(hasil.tables[-1], [13.0, 12.5])
    with bila(hasil, "not orang"):
        kop(hasil)
        alinea(hasil, "Buku target {{ unit }} belum ada atau tidak dapat dibaca.", miring=True)
    with bila(hasil, "pertanyaan"):
        layak = alinea(hasil, "Yang layak dibicarakan sebelum ditandatangani", tebal=True, rapat=True)
        layak.paragraph_format.page_break_before = True
        alinea(hasil, "Pertanyaan, bukan kesalahan: boleh dijawab dengan alasan.", miring=True)
        with tiap(hasil, "kalimat in pertanyaan"):
            alinea(hasil, "– {{ kalimat }}", rapat=True)
    return hasil


def kartu() -> Dokumen:
    """Return the card of an ASN's year."""
    hasil = dokumen()
    judul(hasil, "KARTU KINERJA {{ tahun }}", "sampai {{ periode }}")
    keterangan(hasil, [*_SIAPA, ("Pejabat penilai", "{{ atasan.nama }}")])
    lajur = (
        ("Bulan", "{{ b.bulan }}"), ("Nilai hasil kerja", "{{ b.nhk }}"), ("Rating hasil kerja", "{{ b.hasil }}"),
        ("Rating perilaku", "{{ b.perilaku }}"), ("Predikat", "{{ b.predikat }}"), ("Angka kredit", "{{ b.kredit }}"),
        ("Terkumpul", "{{ b.terkumpul }}"),
    )  # fmt: skip
    berkredit = [(*isi, lebar) for isi, lebar in zip(lajur, (2.7, 1.7, 2.9, 2.9, 2.5, 1.6, 2.1), strict=True)]
    biasa = [(*isi, lebar) for isi, lebar in zip(lajur[:5], (3.2, 2.0, 3.9, 3.9, 3.4), strict=True)]
    with bila(hasil, "kredit"):
        tabel_berulang(hasil, berkredit, "b in bulan", ukuran=9, tengah=(1, 5, 6))
        alinea(
            hasil,
            "Angka kredit terkumpul sampai {{ periode }}: {{ kredit }} ({{ jenjang }}; setahun pada 100 persen: {{ koefisien }}). "
            "{% if kebutuhan %}{{ kebutuhan }}{% else %}Yang masih "
            "kurang untuk kenaikan pangkat atau jenjang tidak dihitung di sini: angka kredit tahun-tahun sebelumnya tidak ada di ruang kerja ini, "
            "dan angka kebutuhannya belum diperiksa sumbernya.{% endif %}",
            rata="penuh",
        )
        alinea(hasil, "{%p else %}")
        tabel_berulang(hasil, biasa, "b in bulan", ukuran=9, tengah=(1,))
        with bila(hasil, "tanpa_kredit"):
            alinea(hasil, "Angka kredit tidak dihitung. {{ tanpa_kredit }}.")
    with bila(hasil, "ide"):
        alinea(hasil, "Ide baru yang dicatat", tebal=True, rapat=True, bersama=True)
        with tiap(hasil, "ini in ide"):
            alinea(hasil, "– {{ ini }}", rapat=True)
    with bila(hasil, "rencana"):
        alinea(hasil, "Rencana perbaikan dan kelanjutannya", tebal=True, rapat=True, bersama=True)
        tabel_berulang(hasil, [
            ("Bulan", "{{ b.bulan }}", 2.5), ("Yang dikuatkan, dan capaiannya sebulan kemudian", "{{ b.uraian }}", 10.4),
            ("Predikat kemudian", "{{ b.kemudian }}", 3.5),
        ], "b in rencana", ukuran=8.5, tengah=())  # fmt: skip
    alinea(
        hasil,
        "Kehadiran dan masa kerja tidak ikut dihitung. Asal tiap angka sampai ke selnya ada di penjelasan nilai, yang dapat diminta dari pengelola "
        "kepegawaian unit.",
        miring=True,
        berjarak=True,
    )
    return hasil


def keberatan() -> Dokumen:
    """Return the form of an objection."""
    hasil = dokumen()
    judul(hasil, "KEBERATAN ATAS HASIL PENILAIAN KINERJA", "{{ periode }}")
    keterangan(hasil, [
        ("Kepada", "{{ kepada_keberatan }}"), *_SIAPA, ("Hasil", "{{ hasil }}"), ("Hasil diterima", "{{ diterima }}"),
        ("Hari terakhir keberatan", "{{ hari_terakhir }}"),
    ])  # fmt: skip
    alinea(hasil, "{{ tenggat }}", rata="penuh", ukuran=9)
    alinea(
        hasil,
        "Angka yang saya persoalkan. Isi hanya baris yang menurut Saudara keliru; baris lain dibiarkan.",
        rapat=True,
        bersama=True,
    )
    tabel_berulang(hasil, [
        ("No", "{{ b.no }}", 0.9), ("Angka dan yang tertulis", "{{ b.apa }}", 5.2), ("Berkas › lembar › sel", "{{ b.letak }}", 4.0),
        ("Seharusnya", "", 2.3), ("Bukti", "", 4.0),
    ], "b in baris", ukuran=8.5)  # fmt: skip
    with bila(hasil, "selebihnya"):
        alinea(
            hasil,
            "{{ selebihnya }} sel lain ada di cuplikan.xlsx, lembar Daftar Sel; tulis di baris kosong.",
            miring=True,
        )
    keterangan(hasil, [("Penjelasan saya", "…" * 30), ("", "…" * 30), ("Lampiran bukti", "…" * 30)])
    alinea(hasil, "Tempat, tanggal: " + "…" * 20, rata="kanan", rapat=True)
    tanda_tangan(hasil, "", "asn", tanggal=False)
    hasil.add_paragraph()
    alinea(hasil, "Diisi yang memutuskan", tebal=True, rapat=True, bersama=True)
    keterangan(hasil, [
        ("Diterima tanggal", "…" * 16), ("Putusan", "☐ diterima   ☐ diterima sebagian   ☐ ditolak"), ("Alasan", "…" * 30),
        ("Nama, NIP, tanda tangan", "…" * 30),
    ])  # fmt: skip
    return hasil


SEMUA = {
    "nota-dinas": nota_dinas, "berita-acara": berita_acara, "usulan-penghargaan": usulan_penghargaan, "piagam": piagam,
    "rencana-perbaikan": rencana_perbaikan, "undangan": undangan, "target": target, "kartu": kartu,
    "keberatan": keberatan,
}  # fmt: skip


def main(argumen: Sequence[str] = ()) -> int:
    """Write all templates; there is nothing to choose, and a word too many writes none."""
    pengurai = argparse.ArgumentParser(description="Susun kembali semua templat surat di templates/surat/.")
    pengurai.parse_args(argumen)
    TUJUAN.mkdir(parents=True, exist_ok=True)
    for nama, susun in SEMUA.items():
        susun().save(TUJUAN / f"{nama}.docx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
