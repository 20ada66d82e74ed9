"""An objection played through: what lies in the package is one ASN's alone, stands where it stood, and says what is signed."""

import csv
import hashlib
import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from alur.riwayat.buku_uji import baris_milik, kepala, ubah
from docx import Document
from keluaran_beku import buku as buku_beku
from keluaran_beku import cocokkan, isi_surat
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openxml_audit import OpenXmlValidator

MEI = ("--periode", "2026-05")
NIP, KODE = "198604092024212934", "KES-04"
CAPAIAN, TARGET = "capaian/2026-05/PKM-TB.xlsx", "target/PKM-TB.xlsx"
LEMBAR = {
    "Target": (TARGET, "Target"),
    "Capaian 2026-05": (CAPAIAN, "Capaian"),
    "Perilaku 2026-05": (CAPAIAN, "Perilaku"),
}
KUNING, JINGGA = "FFFFF4CC", "FFF2CBB0"


def paket(kota: Path, nip: str = NIP) -> dict[str, bytes]:
    with zipfile.ZipFile(kota / f"dokumen/2026-05/keberatan_{nip}.zip") as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def urai(nama: str, isi: bytes) -> dict[str, str]:
    """Return every part of the package as text, those of documents within it too."""
    if not isi.startswith(b"PK"):
        return {nama: isi.decode()}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert not arsip.comment
        dalam = [(bagian, arsip.read(bagian)) for bagian in arsip.namelist()]
    return {f"{nama}/{bagian}": teks for bagian, isi in dalam for teks in [isi.decode("utf-8", "replace")]}


def orang(kota: Path) -> dict[str, str]:
    """Return the names of the register by NIP, as a witness of its own reads it."""
    lembar = openpyxl.load_workbook(kota / "skema.xlsx")["Pegawai"]
    nip, nama = kepala(lembar, "NIP"), kepala(lembar, "Nama")
    baris = range(nip.row + 1, lembar.max_row + 1)
    isi = {str(lembar.cell(b, nip.column).value): str(lembar.cell(b, nama.column).value) for b in baris}
    return {nomor: siapa for nomor, siapa in isi.items() if len(nomor) == 18}


def buku(isi: dict[str, bytes]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi["cuplikan.xlsx"]))


def versi(kota: Path, nomor: int) -> dict:
    return json.loads((kota / f"riwayat/2026-05/v{nomor}/manifes.json").read_text(encoding="utf-8"))


def baca(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as sumber:
        return list(csv.DictReader(sumber))


def test_dari_paket_sampai_versi_kedua(terkunci, jalankan):
    status, _, pesan = jalankan("keberatan", NIP, terkunci, *MEI, "--diterima", "8 Juni 2026")
    assert status == 0
    assert "hari terakhirnya 22 Juni 2026" in " ".join(pesan.split())
    pertama = paket(terkunci)
    assert json.loads(pertama["manifes.json"])["versi"] == "1"
    nilai_lama = next(b for b in baca(terkunci / "hasil/2026-05/nilai.csv") if b["nip"] == NIP)

    sel, semula, _ = ubah(terkunci / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 5)
    assert jalankan("hitung", terkunci, *MEI, "--paralel", 1)[0] == 2
    # What is objected to stays what was signed, also while the book already says something else.
    assert jalankan("keberatan", NIP, terkunci, *MEI, "--diterima", "8 Juni 2026")[0] == 0
    assert paket(terkunci) == pertama

    assert jalankan("hitung", terkunci, *MEI, "--paralel", 1, "--koreksi", "Keberatan diterima")[0] == 0
    (berubah,) = [b for b in baca(terkunci / "hasil/2026-05/perubahan.csv") if b["apa"] == "realisasi"]
    assert (berubah["nip"], berubah["kode_indikator"], berubah["versi"]) == (NIP, KODE, "2")
    assert berubah["alasan"] == "Keberatan diterima"
    assert berubah["sel"].endswith(f"Capaian › {sel}")
    register = (terkunci / "riwayat/2026-05.jsonl").read_text(encoding="utf-8").splitlines()
    (baris,) = [json.loads(b) for b in register if '"realisasi"' in b]
    assert (baris["alasan"], float(baris["semula"])) == ("Keberatan diterima", semula)

    assert jalankan("jelaskan", NIP, terkunci, *MEI)[0] == 0
    kartu = (terkunci / f"hasil/2026-05/kartu/kartu-{NIP}.html").read_text(encoding="utf-8")
    tulisan = f"versi 2 · kode {versi(terkunci, 2)['kode']}"
    assert tulisan in kartu
    nilai_baru = next(b for b in baca(terkunci / "hasil/2026-05/nilai.csv") if b["nip"] == NIP)
    assert nilai_baru["nilai_hasil_kerja"] != nilai_lama["nilai_hasil_kerja"]

    assert jalankan("keberatan", NIP, terkunci, *MEI)[0] == 0
    kedua = paket(terkunci)
    manifes = json.loads(kedua["manifes.json"])
    assert (manifes["versi"], manifes["kode_kunci"]) == ("2", versi(terkunci, 2)["kode"])
    assert tulisan in kedua["baca-dahulu.txt"].decode()
    assert tulisan in kedua["penjelasan.html"].decode()
    assert "Versi 2 tetap tersimpan, versi 3 dikunci" in " ".join(kedua["baca-dahulu.txt"].decode().split())
    assert buku(kedua)["Capaian 2026-05"][sel].value == semula + 5


def test_tidak_satu_bita_pun_tentang_orang_lain(kota, jalankan):
    semua = orang(kota)
    lain = next(nip for nip, nama in semua.items() if nip != NIP and baris_ada(kota, nip))
    catatan = f"dikerjakan bersama {semua[lain]} (NIP {lain}) dan {semua[lain].partition(',')[0].upper()}"
    ubah(kota / CAPAIAN, "Capaian", "Keterangan", NIP, KODE, catatan)
    ubah(kota / CAPAIAN, "Capaian", "Keterangan", lain, "", "rahasia orang lain")
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", lain, "", 73.918264)
    buku_lain = openpyxl.load_workbook(kota / CAPAIAN)
    buku_lain["Capaian"].cell(baris_milik(buku_lain["Capaian"], NIP), 40).value = "catatan di luar tabel"
    buku_lain.save(kota / CAPAIAN)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert jalankan("keberatan", NIP, kota, *MEI)[0] in {0, 1}
    bagian = {n: t for nama, isi in paket(kota).items() for n, t in urai(nama, isi).items()}
    assert len(bagian) > 30
    assert any(NIP in teks for teks in bagian.values())
    for nip, nama in semua.items():
        if nip == NIP:
            continue
        for kata in (nip, nama, nama.replace("'", "&#39;"), nama.partition(",")[0]):
            ketahuan = [n for n, teks in bagian.items() if kata.casefold() in teks.casefold()]
            assert not ketahuan, (kata, ketahuan)
    for kata in ("rahasia orang lain", "73.918264", "73,918264", "catatan di luar tabel"):
        assert not [n for n, teks in bagian.items() if kata in teks], kata
    keterangan = [
        sel.value for b in buku(paket(kota))["Capaian 2026-05"].iter_rows() for sel in b if sel.value
    ]
    assert "dikerjakan bersama (ASN lain) (NIP (NIP ASN lain)) dan (ASN lain)" in keterangan


def ejaan(nama: str, nip: str) -> str:
    """Return somebody named as people type it in haste, copy it from elsewhere, or would hide it."""
    inti = nama.partition(",")[0].split()
    return "; ".join(
        (
            "  ".join(inti).upper(), "\u00a0".join(inti), "\n".join(inti).lower(), f"Drs. H. {nama}, M.Si.", f"dr {' '.join(inti)}",
            ", ".join((inti[-1], " ".join(inti[:-1]))), f"{nip[:8]}-{nip[8:14]}-{nip[14]}-{nip[15:]}", " ".join(nip), ".".join(nip),
            f"{nip[:8]}\u00a0{nip[8:14]}\n{nip[14]} {nip[15:]}",
        )
    )  # fmt: skip


def tersamar(teks: str) -> str:
    """Return a text as somebody compares it who looks for a name: letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", teks.casefold())


def test_ejaan_apa_pun_di_mana_pun_tidak_ikut(kota, jalankan):
    """A colleague stands in cells, remarks, names and margins of the book, and in the template's own margins."""
    semua = orang(kota)
    lain = next(
        nip
        for nip in semua
        if nip != NIP and baris_ada(kota, nip) and len(semua[nip].partition(",")[0].split()) > 1
    )
    jahat, nama = ejaan(semua[lain], lain), semua[lain].partition(",")[0]
    ubah(kota / CAPAIAN, "Capaian", "Keterangan", NIP, KODE, jahat)
    ubah(kota / CAPAIAN, "Perilaku", "Catatan", NIP, "", jahat)
    ubah(kota / CAPAIAN, "Capaian", "Bukti Dukung", NIP, KODE, float(lain))
    isi = openpyxl.load_workbook(kota / CAPAIAN)
    lembar = isi["Capaian"]
    lembar.cell(baris_milik(lembar, NIP), kepala(lembar, "Realisasi").column).comment = Comment(jahat, nama)
    lembar.oddHeader.center.text = lembar.oddFooter.center.text = nama
    isi["Perilaku"].title = f"Perilaku {nama}"
    isi.defined_names["Rekan"] = DefinedName("Rekan", attr_text=f'"{nama} {lain}"')
    isi.properties.creator = isi.properties.lastModifiedBy = isi.properties.title = nama
    isi.save(kota / CAPAIAN)
    templat = kota / "surat" / "keberatan.docx"
    templat.parent.mkdir(parents=True)
    naskah = Document(Path(__file__).parents[3] / "templates/surat/keberatan.docx")
    naskah.core_properties.author = naskah.core_properties.last_modified_by = naskah.core_properties.title = (
        nama
    )
    naskah.save(templat)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert jalankan("keberatan", NIP, kota, *MEI)[0] in {0, 1}
    bagian = {n: t for berkas, i in paket(kota).items() for n, t in urai(berkas, i).items()}
    assert any("(ASN lain)" in teks for teks in bagian.values())
    assert any("Perilaku (ASN lain)" in teks for teks in bagian.values())
    for kata in (lain, lain[:15], nama, "".join(nama.split()[-1:] + nama.split()[:-1])):
        ketahuan = [
            n for n, teks in bagian.items() if tersamar(kata) in tersamar(re.sub(r"<[^>]*>", "", teks))
        ]
        assert not ketahuan, (kata, ketahuan)
        assert not [n for n, teks in bagian.items() if tersamar(kata) in tersamar(teks)], kata


def baris_ada(kota: Path, nip: str) -> bool:
    try:
        return bool(baris_milik(openpyxl.load_workbook(kota / CAPAIAN)["Capaian"], nip))
    except LookupError:
        return False


@pytest.mark.usefixtures("mei")
def test_cuplikan_sama_dengan_setoran_di_alamat_yang_sama(kota, jalankan):
    jalankan("keberatan", NIP, kota, *MEI)
    isi = buku(paket(kota))
    assert isi.sheetnames == ["Daftar Sel", *LEMBAR, "Aturan"]
    for nama, (berkas, asal) in LEMBAR.items():
        setoran, baris = openpyxl.load_workbook(kota / berkas, data_only=True)[asal], set()
        for sel in (sel for b in isi[nama].iter_rows() for sel in b if sel.value is not None):
            assert sel.value == setoran[sel.coordinate].value, (nama, sel.coordinate)
            baris.add(sel.row)
        kolom = kepala(setoran, "NIP")
        milik = {
            b
            for b in range(kolom.row + 1, setoran.max_row + 1)
            if str(setoran.cell(b, kolom.column).value) == NIP
        }
        assert milik
        assert {b for b in baris if b > kolom.row} == milik
        for sel in setoran[kolom.row]:
            assert isi[nama].cell(sel.row, sel.column).value == sel.value
            for b in milik if sel.value else ():
                assert isi[nama].cell(b, sel.column).value == setoran.cell(b, sel.column).value, (
                    nama,
                    b,
                    sel.value,
                )
        assert isi[nama].sheet_format.zeroHeight


@pytest.mark.usefixtures("mei")
def test_sel_yang_dihitung_ditandai_dan_disebut(kota, jalankan):
    jalankan("keberatan", NIP, kota, *MEI)
    isi = buku(paket(kota))
    daftar = [b for b in isi["Daftar Sel"].iter_rows(values_only=True) if isinstance(b[0], int)]
    disebut = {(b[3], b[4], b[5]) for b in daftar}
    rincian = [b for b in baca(kota / "hasil/2026-05/rincian.csv") if b["nip"] == NIP]
    for baris in rincian:
        for kolom in ("sel_target", "sel_realisasi"):
            berkas, lembar, alamat = baris[kolom].split(" › ")
            assert {(berkas, lembar, sel) for sel in alamat.split(" ÷ ")} <= disebut
    assert sum(b[1].startswith("Bobot ") for b in daftar) == len(rincian)
    kuning = {
        (*LEMBAR[nama], sel.coordinate)
        for nama in LEMBAR for b in isi[nama].iter_rows() for sel in b if sel.fill.fgColor.rgb in {KUNING, JINGGA}
    }  # fmt: skip
    assert kuning == {sel for sel in disebut if sel[2]}
    for b in daftar:
        assert b[6] == f"{next(n for n, asal in LEMBAR.items() if asal == (b[3], b[4]))} {b[5]}"


@pytest.mark.usefixtures("mei")
def test_paket_sah_dan_manifesnya_benar(kota, jalankan, tmp_path):
    jalankan("keberatan", NIP, kota, *MEI, "--diterima", "2026-06-03")
    isi = paket(kota)
    susun = {".xlsx": buku_beku, ".docx": lambda isi: isi_surat(io.BytesIO(isi)), ".html": lambda _: ""}
    bagian = {
        nama: susun.get(Path(nama).suffix, bytes.decode)(berkas)
        for nama, berkas in isi.items()
        if nama != "manifes.json"
    }
    cocokkan("keberatan.txt", "".join(f"== {nama}\n{teks}\n" for nama, teks in bagian.items()))
    for nama in ("cuplikan.xlsx", "formulir-keberatan.docx"):
        (tmp_path / nama).write_bytes(isi[nama])
        assert not OpenXmlValidator().validate(str(tmp_path / nama)).errors, nama
    manifes = json.loads(isi["manifes.json"])
    assert manifes["berkas"] == {
        nama: hashlib.sha256(berkas).hexdigest() for nama, berkas in isi.items() if nama != "manifes.json"
    }
    assert manifes["masukan"] == {
        nama: hashlib.sha256((kota / nama).read_bytes()).hexdigest()
        for nama in ("skema.xlsx", TARGET, CAPAIAN)
    }
    assert (manifes["nip"], manifes["periode"], manifes["versi"]) == (NIP, "2026-05", "")
    assert (manifes["diterima"], manifes["hari_terakhir"]) == ("2026-06-03", "2026-06-17")
    surat = Document(tmp_path / "formulir-keberatan.docx")
    kata = " ".join(
        [p.text for p in surat.paragraphs] + [s.text for t in surat.tables for b in t.rows for s in b.cells]
    )
    for harus in (
        "17 Juni 2026",
        "PP 30/2019 Pasal 59",
        "sekunder",
        "Atasan pejabat penilai",
        NIP,
        "Seharusnya",
        "Bukti",
    ):
        assert harus in kata
    assert "{{" not in kata
    aturan = isi["aturan.txt"].decode()
    assert "Tenggat keberatan" in aturan
    assert {"teks", "sekunder", "kebijakan"} <= set(re.findall(r"\((\S+)\)$", aturan, re.MULTILINE))
    sekali = paket(kota)
    jalankan("keberatan", NIP, kota, *MEI, "--diterima", "03/06/2026")
    assert paket(kota) == sekali


@pytest.mark.usefixtures("mei")
def test_nama_jahat_tidak_berbuat_apa_pun(kota, jalankan):
    jahat = '=HYPERLINK("http://x")<script>{{ 7*7 }}</script>../../a:b'
    for berkas, lembar in (
        (kota / "skema.xlsx", "Pegawai"),
        (kota / TARGET, "Target"),
        (kota / CAPAIAN, "Capaian"),
    ):
        isi = openpyxl.load_workbook(berkas)
        baris = baris_milik(isi[lembar], NIP)
        sel = isi[lembar].cell(baris, kepala(isi[lembar], "Nama").column)
        sel.value, sel.data_type = jahat, "s"
        isi.save(berkas)
    jalankan("hitung", kota, *MEI, "--paralel", 1)
    assert jalankan("keberatan", NIP, kota, *MEI)[0] in {0, 1}
    assert [f.name for f in (kota / "dokumen").rglob("*") if f.is_file()] == [f"keberatan_{NIP}.zip"]
    isi = paket(kota)
    assert all(re.fullmatch(r"[a-z-]+\.(txt|json|xlsx|docx|html)", nama) for nama in isi)
    assert b"<script" not in isi["penjelasan.html"]
    surat = Document(io.BytesIO(isi["formulir-keberatan.docx"]))
    assert jahat in [s.text.removeprefix(": ") for t in surat.tables for b in t.rows for s in b.cells]
    lembar = buku(isi)["Capaian 2026-05"]
    tertulis = [sel for b in lembar.iter_rows() for sel in b if sel.value == jahat]
    assert tertulis
    assert {sel.data_type for sel in tertulis} == {"s"}


@pytest.mark.usefixtures("mei")
def test_yang_tidak_dapat_dibuat_dikatakan(kota, jalankan):
    for argumen, kata in (
        (("198604092024212935", kota, *MEI), "tidak ada pada lembar Pegawai"),
        ((NIP, kota, "--periode", "2026-04"), "Jalankan dahulu: asn-nilai hitung"),
        ((NIP, kota, *MEI, "--diterima", "besok"), "Tanggal 'besok' tidak dikenal"),
        ((NIP, kota, *MEI, "--diterima", "08/06/2025"), "mendahului Mei 2026"),
        ((NIP, kota, *MEI, "--diterima", "1 Januari 2027"), "1 Januari 2027 belum tiba"),
        ((), "NIP belum ditulis"),
    ):
        status, _, pesan = jalankan("keberatan", *argumen)
        assert status == 2, argumen
        assert kata in " ".join(pesan.split()), argumen
    assert not (kota / "dokumen").exists()


@pytest.mark.usefixtures("mei")
def test_logo_yang_hilang_disebut_bukan_templatnya(kota, jalankan):
    toml = kota / "asn-nilai.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + '\n[surat]\nlogo = "lambang.png"\n', encoding="utf-8")
    status, _, pesan = jalankan("keberatan", NIP, kota, *MEI)
    assert (status, " ".join(pesan.split())) == (
        2,
        f"Logo {kota / 'lambang.png'} tidak ada. Perbaiki [surat] logo di asn-nilai.toml, atau kosongkan.",
    )


def test_simpanan_yang_diubah_ditolak(terkunci, jalankan):
    ubah(terkunci / "riwayat/2026-05/v1/masukan" / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, 1)
    status, _, pesan = jalankan("keberatan", NIP, terkunci, *MEI)
    assert status == 2
    assert "Simpanan versi 1 tidak utuh" in pesan


@pytest.mark.parametrize("nama", [CAPAIAN, "target/PKM-TB.xlsx"])
def test_simpanan_yang_tidak_lengkap_ditolak(terkunci, jalankan, nama):
    """In a folder riwayat that was copied half the unit would look as if it had never submitted."""
    (terkunci / "riwayat/2026-05/v1/masukan" / nama).unlink()
    status, _, pesan = jalankan("keberatan", NIP, terkunci, *MEI)
    assert status == 2
    assert f"Simpanan versi 1 tidak utuh: {nama} bukan lagi yang dikunci." in " ".join(pesan.split())
    assert not (terkunci / "dokumen").exists()


@pytest.mark.usefixtures("mei")
def test_hasil_yang_lain_daripada_masukannya_disebut(kota, jalankan):
    ubah(kota / CAPAIAN, "Capaian", "Realisasi", NIP, KODE, lambda isi: isi + 5)
    status, _, pesan = jalankan("keberatan", NIP, kota, *MEI)
    assert status == 1
    assert "nilai.csv mencatat NHK" in pesan
    assert "Menyegarkannya: asn-nilai hitung" in pesan
    baca_dahulu = " ".join(paket(kota)["baca-dahulu.txt"].decode().split())
    assert ("nilai.csv mencatat NHK" in baca_dahulu, "Menyegarkannya" in baca_dahulu) == (True, False)
