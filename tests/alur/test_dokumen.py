"""Letters: what they say is what the results say, an office's own template works, and a broken one is named with its place."""

import csv
import datetime as dt
import hashlib
import json
import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from keluaran_beku import cocokkan, isi_surat
from laju import bertingkat
from openxml_audit import OpenXmlValidator
from salinan_contoh import salin_contoh

from asn_nilai.acuan.kata.jenis_surat import JenisSurat
from asn_nilai.acuan.program import PROGRAM
from asn_nilai.acuan.temuan import katalog
from asn_nilai.acuan.tulisan import tulis_tetap
from asn_nilai.alur.konteks import PenggunaanError
from asn_nilai.alur.masukan.setahun_asn import PembacaSetahun
from asn_nilai.alur.perintah.dokumen import tulis_dokumen
from asn_nilai.alur.perintah.hitung import hitung_kota
from asn_nilai.alur.perintah.isi_surat import JENIS_SURAT
from asn_nilai.alur.siapkan import siapkan
from asn_nilai.alur.terbitan.sidik_surat import SidikSurat
from asn_nilai.cli import main
from asn_nilai.terbit.berkas import BerkasTerkunciError
from asn_nilai.terbit.surat import pdf
from asn_nilai.terbit.surat.kop import GARIS

AKAR = Path(__file__).parents[2]
TANGGAL = dt.date(2026, 7, 3)
SURAT = '\n[surat]\nalamat = "Jalan Contoh 1"\nkota = "Bukittinggi"\nkepada = "Wali Kota Contoh"\njabatan = "Kepala Badan"\nnama = "Nama <b>Contoh</b> & Co"\nnip = "1"\n'


@pytest.fixture(scope="module")
def terhitung(tmp_path_factory):
    kota = tmp_path_factory.mktemp("dokumen") / "kota"
    salin_contoh(kota)
    with (kota / "asn-nilai.toml").open("a", encoding="utf-8") as berkas:
        berkas.write(SURAT)
    for periode in ("2026-05", "2026-06"):
        konteks = siapkan(kota, periode)
        hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    return kota


@pytest.fixture
def tanpa_pdf(monkeypatch):
    monkeypatch.setattr(pdf, "cari_libreoffice", lambda: None)


@pytest.fixture
def libreoffice_tiruan(monkeypatch):
    """A LibreOffice that writes a PDF of each letter but of those in `gagal`; it notes what it was asked."""
    tiruan = SimpleNamespace(gagal=set(), lari=[], habis_waktu=False)

    def jalankan(perintah, **_):
        tujuan = Path(perintah[perintah.index("--outdir") + 1])
        surat = [Path(kata) for kata in perintah[perintah.index("--outdir") + 2 :]]
        tiruan.lari.append(surat)
        for berkas in surat:
            if berkas.stem in tiruan.gagal:
                (tujuan / f"{berkas.stem}.pdf").write_bytes(b"%PDF-1.7 setengah")
            else:
                (tujuan / f"{berkas.stem}.pdf").write_bytes(
                    b"%PDF-1.7 " + berkas.name.encode() + b"\n%%EOF\n"
                )
        if tiruan.habis_waktu:
            raise subprocess.TimeoutExpired(perintah, 1)

    for modul in ("asn_nilai.alur.perintah.dokumen", "asn_nilai.terbit.surat.pdf"):
        monkeypatch.setattr(f"{modul}.cari_libreoffice", lambda: "soffice")
    monkeypatch.setattr(pdf.subprocess, "run", jalankan)
    return tiruan


def salin(kota, tujuan):
    """Return a copy of a city without letters."""
    return Path(shutil.copytree(kota, tujuan / "kota", ignore=shutil.ignore_patterns("dokumen")))


def nilai(kota, periode):
    with (kota / "hasil" / periode / "nilai.csv").open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def tulis(kota, jenis, periode="2026-05", unit=()):
    konteks = siapkan(kota, periode)
    return tulis_dokumen(konteks, JenisSurat(jenis), unit or list(konteks.skema.unit), TANGGAL)


def teks(berkas):
    """Return all that a document says: its paragraphs and the cells of its tables, in order, with head and foot."""
    dokumen = Document(berkas)
    isi = [p.text for p in dokumen.paragraphs]
    isi += [sel.text for t in dokumen.tables for b in t.rows for sel in b.cells]
    return "\n".join([*isi, *(p.text for b in dokumen.sections for p in b.footer.paragraphs)])


def tabel(berkas, kepala):
    """Return the rows of the table whose header begins so."""
    for t in Document(berkas).tables:
        baris = [tuple(sel.text for sel in b.cells) for b in t.rows]
        if baris[0][: len(kepala)] == kepala:
            return baris[1:]
    raise AssertionError(kepala)


@pytest.mark.usefixtures("tanpa_pdf")
@pytest.mark.parametrize("jenis", bertingkat(JenisSurat, 3))
def test_setiap_surat_sah_dan_tidak_menyisakan_tanda_templat(terhitung, jenis):
    semua_unit = jenis in {JenisSurat.NOTA_DINAS, JenisSurat.USULAN_PENGHARGAAN}
    hasil = tulis(terhitung, jenis, "2026-06", () if semua_unit else ["PKM-TB"])
    assert hasil.surat
    assert not hasil.pesan
    cocokkan(f"surat-{jenis}.txt", f"{hasil.surat[0].name}\n{isi_surat(hasil.surat[0])}")
    for surat in hasil.surat[:3]:
        assert not OpenXmlValidator().validate(surat).errors, surat
        isi = teks(surat)
        assert "{{" not in isi
        assert "{%" not in isi
        assert "PEMERINTAH KOTA BUKITTINGGI (CONTOH FIKTIF)" in isi.upper()


@pytest.mark.usefixtures("tanpa_pdf")
def test_berita_acara_memuat_setiap_asn_dengan_nilai_dan_predikatnya(terhitung):
    hasil = tulis(terhitung, "berita-acara", "2026-06")
    semua = nilai(terhitung, "2026-06")
    tertulis = {}
    for surat in hasil.surat:
        for _, nip, nama, nhk, predikat, keterangan in tabel(surat, ("No", "NIP", "Nama")):
            tertulis[surat.stem.partition("_")[2], nip] = (nama, nhk, predikat, keterangan)
    assert tertulis == {
        (b["kode_unit"], b["nip"]): (
            b["nama"],
            tulis_tetap(float(b["nilai_hasil_kerja"])) if b["nilai_hasil_kerja"] else "–",
            b["predikat"],
            "; ".join(
                dict.fromkeys(katalog()[kode].judul for kode in re.findall(r"([a-z-]+) \(", b["alasan"]))
            ),
        )
        for b in semua
    }
    contoh = teks(hasil.surat[0])
    for kata in ("Pada Bukittinggi, 3 Juli 2026 ditetapkan", "Nama <b>Contoh</b> & Co", "belum dikunci"):
        assert kata in contoh


@pytest.mark.usefixtures("tanpa_pdf")
def test_nota_dinas_menyebut_setiap_unit_dan_berapa_yang_dinilai(terhitung):
    (surat,) = tulis(terhitung, "nota-dinas", "2026-06").surat
    semua = nilai(terhitung, "2026-06")
    hitung = {}
    for b in semua:
        if b["status"] != "Pindah":
            dinilai, jumlah = hitung.get(b["kode_unit"], (0, 0))
            hitung[b["kode_unit"]] = (dinilai + (b["status"] == "Dinilai"), jumlah + 1)
    baris = tabel(surat, ("No", "Unit kerja"))
    assert sorted(b[2] for b in baris) == sorted(f"{d} dari {j}" for d, j in hitung.values())
    isi = teks(surat)
    dinilai, jumlah = (sum(angka) for angka in zip(*hitung.values(), strict=True))
    assert f"{dinilai} dari {jumlah} ASN dinilai; {jumlah - dinilai} belum." in isi
    assert "1 unit belum menyetor: Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu." in isi
    assert "Wali Kota Contoh" in isi


@pytest.mark.usefixtures("tanpa_pdf")
def test_piagam_dan_usulan_untuk_orang_yang_sama(terhitung):
    hasil = tulis(terhitung, "usulan-penghargaan")
    with (terhitung / "hasil" / "2026-05" / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as berkas:
        diusulkan = [b for b in csv.DictReader(berkas) if b["jenis"] == "penghargaan"]
    assert [s.stem for s in hasil.surat] == ["usulan-penghargaan", *(f"piagam_{b['nip']}" for b in diusulkan)]
    for surat, usulan in zip(hasil.surat[1:], diusulkan, strict=True):
        assert usulan["nama"] in teks(surat)
        assert usulan["alasan"] in teks(surat)
        assert usulan["nip"] in teks(hasil.surat[0])


@pytest.mark.usefixtures("tanpa_pdf")
def test_usulan_bagi_unit_yang_diminta_berdiri_di_samping_yang_seluruhnya(terhitung, tmp_path):
    kota = tmp_path / "kota"
    shutil.copytree(terhitung, kota, ignore=shutil.ignore_patterns("dokumen"))
    semua = tulis(kota, "usulan-penghargaan").surat[0]
    sebelum = semua.read_bytes()
    with (kota / "hasil" / "2026-05" / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as berkas:
        diusulkan = [b for b in csv.DictReader(berkas) if b["jenis"] == "penghargaan"]
    unit = [*dict.fromkeys(b["kode_unit"] for b in diusulkan)][:2]
    (tanpa, *_) = siapkan(kota, "2026-05").skema.unit.keys() - {b["kode_unit"] for b in diusulkan}
    hasil = tulis(kota, "usulan-penghargaan", unit=[*unit, tanpa])
    harap = []
    for kode in unit:
        milik = [b["nip"] for b in diusulkan if b["kode_unit"] == kode]
        harap += [f"usulan-penghargaan_{kode}", *(f"piagam_{nip}" for nip in milik)]
        (daftar,) = [s for s in hasil.surat if s.stem == f"usulan-penghargaan_{kode}"]
        assert [b[1].splitlines()[1] for b in tabel(daftar, ("No", "Nama dan NIP"))] == milik
    assert [s.stem for s in hasil.surat] == harap
    assert semua.read_bytes() == sebelum


def test_nota_dinas_bagi_sebagian_unit_ditolak(terhitung, tmp_path, capsys):
    kota = tmp_path / "kota"
    shutil.copytree(terhitung, kota, ignore=shutil.ignore_patterns("dokumen"))
    with pytest.raises(SystemExit) as akhir:
        main(["dokumen", "nota-dinas", str(kota), "--periode", "2026-05", "--unit", "PKM-TB,DINKES"])
    assert akhir.value.code == 2
    kalimat = " ".join(capsys.readouterr().err.split())
    assert "Nota dinas memuat semua unit, tidak DINKES, PKM-TB saja: tulis tanpa --unit." in kalimat
    assert "asn-nilai dokumen berita-acara" in kalimat
    assert not (kota / "dokumen").exists()


@pytest.mark.usefixtures("tanpa_pdf")
def test_rencana_perbaikan_menunjukkan_hasil_bulan_berikutnya_bila_ada(terhitung):
    with (terhitung / "hasil" / "2026-05" / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as berkas:
        perlu = [b for b in csv.DictReader(berkas) if b["jenis"] == "pembinaan"]
    hasil = tulis(terhitung, "rencana-perbaikan")
    assert [s.stem for s in hasil.surat] == [
        f"{jenis}_{b['nip']}" for b in perlu for jenis in ("rencana-perbaikan", "undangan")
    ]
    with (terhitung / "hasil" / "2026-06" / "rincian.csv").open(encoding="utf-8", newline="") as berkas:
        juni = {(b["nip"], b["kode_indikator"]): b["capaian"] for b in csv.DictReader(berkas) if b["capaian"]}
    dilihat = 0
    for usulan, surat in zip(perlu, hasil.surat[::2], strict=True):
        for _, indikator, _, _, _, _, berikut in tabel(surat, ("No", "Indikator", "Target")):
            if not usulan["indikator"]:  # a row to write on what is agreed about behaviour
                assert (indikator, berikut) == ("Perilaku kerja", "")
                continue
            kode = indikator.partition(" ")[0]
            assert f"{kode} " in usulan["indikator"]
            capaian = juni.get((usulan["nip"], kode))
            assert berikut.endswith(f"capaian {tulis_tetap(float(capaian))}") if capaian else berikut == ""
            dilihat += bool(capaian)
    assert dilihat
    atasan = {p.nip_atasan for p in siapkan(terhitung, "2026-05").skema.penempatan}
    orang = {b["nip"] for b in nilai(terhitung, "2026-05")} - atasan
    for surat in hasil.surat:  # for one person's eyes
        isi, milik = teks(surat), surat.stem.rpartition("_")[2]
        assert not any(nip in isi for nip in orang - {milik})


@pytest.mark.usefixtures("tanpa_pdf")
@pytest.mark.parametrize(
    ("aturan", "kalimat"),
    [
        ("permenpanrb-6-2022", "Tidak ada yang perlu ditulis untuk periode ini."),
        ("pp-30-2019", "Aturan PP 30/2019 belum memuat kriteria pembinaan, jadi tidak ada rencana perbaikan menurut aturan."),
    ],
)  # fmt: skip
def test_tanpa_kriteria_tidak_dikatakan_bahwa_tidak_ada_yang_perlu(
    terhitung, tmp_path, capsys, aturan, kalimat
):
    kota = salin(terhitung, tmp_path)
    atur = kota / "asn-nilai.toml"
    isi = atur.read_text(encoding="utf-8")
    assert isi.count('"permenpanrb-6-2022"') == 1
    atur.write_text(isi.replace("permenpanrb-6-2022", aturan), encoding="utf-8")
    shutil.rmtree(kota / "hasil" / "2026-06")  # of the rule that was
    with suppress(SystemExit):
        main(["hitung", str(kota), "--periode", "2026-05", "--unit", "DINKES", "--paralel", "1"])
    with pytest.raises(SystemExit):
        main(["dokumen", "rencana-perbaikan", str(kota), "--periode", "2026-05", "--unit", "DINKES"])
    assert kalimat in capsys.readouterr().err.splitlines()


@pytest.mark.usefixtures("tanpa_pdf")
def test_kartu_memuat_bulan_bulannya(terhitung):
    hasil = tulis(terhitung, "kartu", "2026-06", ["PKM-TB"])
    assert len(hasil.surat) == 12
    nip = "196905251992012925"
    surat = next(s for s in hasil.surat if s.stem == f"kartu_{nip}")
    bulan = {b[0]: (b[1], b[4]) for b in tabel(surat, ("Bulan", "Nilai hasil kerja"))}
    for periode, label in (("2026-05", "Mei 2026"), ("2026-06", "Juni 2026")):
        (milik,) = [b for b in nilai(terhitung, periode) if b["nip"] == nip]
        assert bulan[label] == (tulis_tetap(float(milik["nilai_hasil_kerja"])), milik["predikat"])
    assert bulan["Januari 2026"] == ("", "belum ada hasil")


@pytest.mark.usefixtures("tanpa_pdf")
def test_kartu_membedakan_bulan_tanpa_hasil_dari_bulan_tanpa_penempatan(terhitung):
    """She came in April; April itself is not computed in this work folder."""
    hasil = tulis(terhitung, "kartu", "2026-06", ["PKM-MDG"])
    surat = next(s for s in hasil.surat if s.stem == "kartu_199810222026212946")
    bulan = {b[0]: b[4] for b in tabel(surat, ("Bulan", "Nilai hasil kerja"))}
    assert (bulan["Maret 2026"], bulan["April 2026"]) == ("tidak ditempatkan", "belum ada hasil")


def test_penilai_di_kartu_dan_surat_target_ialah_yang_menilai_waktu_itu(terhitung):
    """Her assessor of May is not the one who came in July; and whom the register names as his own superior has none."""
    konteks = siapkan(terhitung, "2026-05")
    lama, sendiri, baru = (konteks.skema.unit[kode].nip_kepala for kode in ("PKM-TB", "DINKES", "BKPSDM"))
    tempat = []
    for p in konteks.skema.penempatan:
        if p.nip == "198203182009012927":
            sampai, sejak = dt.date(2026, 6, 30), dt.date(2026, 7, 1)
            tempat += [p._replace(selesai=sampai), p._replace(nip_atasan=baru, mulai=sejak)]
        else:
            tempat.append(p._replace(nip_atasan=p.nip) if p.nip == sendiri else p)
    konteks = replace(konteks, skema=replace(konteks.skema, penempatan=tuple(tempat)))
    atasan = {
        asn.nip: asn.nip_atasan
        for kode in ("PKM-TB", "DINKES")
        for asn in PembacaSetahun(konteks).unit(konteks.unit(kode))
    }
    assert (atasan["198203182009012927"], atasan[sendiri]) == (lama, "")
    surat = next(JENIS_SURAT[JenisSurat.TARGET](konteks, ["DINKES"], TANGGAL))
    kepala = next(asn for asn in surat.isi["orang"] if asn["asn"]["nip"] == sendiri)
    assert kepala["atasan"]["nip"] == GARIS


def lanjutan(kota, periode, jenis):
    with (kota / "hasil" / periode / "tindak_lanjut.csv").open(encoding="utf-8", newline="") as berkas:
        return {b["nip"]: b for b in csv.DictReader(berkas) if b["jenis"] == jenis}


@pytest.mark.menyeluruh
@pytest.mark.usefixtures("tanpa_pdf")
@pytest.mark.usefixtures("libreoffice_tiruan")
def test_surat_yang_menyebut_bulan_lain_mengatakan_bila_hasilnya_usang(terhitung, tmp_path, capsys):
    kota = shutil.copytree(terhitung, tmp_path / "kota")
    capaian = kota / "capaian/2026-05/KEL-TD.xlsx"
    buku = openpyxl.load_workbook(capaian)
    buku["Capaian"]["H15"] = 19.6
    buku.save(capaian)
    kata = (
        "Hasil bulan lain yang disebut di dalamnya belum mutakhir: Mei 2026 lebih lama daripada masukannya."
    )
    for jenis, disebut in (("kartu", True), ("rencana-perbaikan", True), ("berita-acara", False)):
        with pytest.raises(SystemExit):
            main(["dokumen", jenis, str(kota), "--periode", "2026-06", "--unit", "KEL-TD"])
        assert (kata in " ".join(capsys.readouterr().err.split())) is disebut
    with pytest.raises(SystemExit):
        main(["dokumen", "kartu", str(kota), "--periode", "2026-05", "--unit", "KEL-TD"])
    assert "bulan lain" not in capsys.readouterr().err
    with (kota / "capaian/2026-06/BKPSDM.xlsx").open("ab") as juni:
        juni.write(b"\0")
    with pytest.raises(SystemExit):
        main(["dokumen", "kartu", str(kota), "--periode", "2026-05", "--unit", "KEL-TD"])
    kata = f"Juni 2026 lebih lama daripada masukannya. Karena itu jangan bagikan kartu ini sebelum menjalankan asn-nilai hitung {kota} --semua"  # what became of May's plans stands in June
    assert kata in " ".join(capsys.readouterr().err.split())


@pytest.mark.usefixtures("libreoffice_tiruan")
def test_surat_menyebut_mengapa_hasilnya_belum_mutakhir(terhitung, tmp_path, capsys):
    kota = shutil.copytree(terhitung, tmp_path / "kota")
    for periode, program in (("2026-06", "0.0.9"), ("2026-05", "0.0.8")):
        manifes = kota / "hasil" / periode / "manifes.json"
        isi = manifes.read_text("utf-8").replace(PROGRAM, f"asn-nilai {program}")
        manifes.write_text(isi, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["dokumen", "kartu", str(kota), "--periode", "2026-06", "--unit", "KEL-TD"])
    layar = " ".join(capsys.readouterr().err.split())
    assert "Hasil periode ini ditulis asn-nilai 0.0.9: jangan bagikan kartu ini" in layar
    assert "belum mutakhir: Mei 2026 ditulis asn-nilai 0.0.8. Karena itu jangan bagikan" in layar


def test_kartu_menyebut_rencana_tiap_bulan_dan_apa_jadinya(terhitung):
    hasil = tulis(terhitung, "kartu", "2026-06")
    mei, juni = (lanjutan(terhitung, periode, "pembinaan") for periode in ("2026-05", "2026-06"))
    predikat = {b["nip"]: b["predikat"] for b in nilai(terhitung, "2026-06") if b["status"] != "Pindah"}
    with (terhitung / "hasil/2026-06/rincian.csv").open(encoding="utf-8", newline="") as berkas:
        capaian = {
            (b["nip"], b["kode_indikator"]): b["capaian"] for b in csv.DictReader(berkas) if b["capaian"]
        }
    dilihat = 0
    for surat in hasil.surat:
        nip = surat.stem.removeprefix("kartu_")
        if nip not in mei and nip not in juni:
            assert "Rencana perbaikan" not in teks(surat)
            continue
        baris = {
            b[0]: b[1:] for b in tabel(surat, ("Bulan", "Yang dikuatkan, dan capaiannya sebulan kemudian"))
        }
        assert baris.keys() == {
            label for label, semua in (("Mei 2026", mei), ("Juni 2026", juni)) if nip in semua
        }
        if nip in juni:
            assert baris["Juni 2026"][1] == "belum ada hasilnya"
        if nip in mei:
            uraian, kemudian = baris["Mei 2026"]
            assert kemudian == f"Juni 2026: {predikat[nip]}"
            for kalimat in uraian.split("\n") if mei[nip]["indikator"] else ():
                kode = kalimat.partition(" ")[0]
                assert f"{kode} " in mei[nip]["indikator"]
                sesudah = capaian.get((nip, kode))
                assert (
                    kalimat.partition("; kemudian ")[2].endswith(f"capaian {tulis_tetap(float(sesudah))}")
                    if sesudah
                    else "kemudian" not in kalimat
                )
                dilihat += bool(sesudah)
            if not mei[nip]["indikator"]:
                assert uraian == "Perilaku kerja"
    assert dilihat > 3


@pytest.mark.usefixtures("tanpa_pdf")
def test_kartu_menghadapkan_angka_kredit_dengan_yang_dibutuhkan(terhitung, tmp_path):
    """The skema says what was collected before and what is needed; results computed before that still stand."""
    kota = tmp_path / "kota"
    shutil.copytree(terhitung, kota)
    juni = {nip: b for nip, b in lanjutan(kota, "2026-06", "angka kredit").items() if b["angka_kredit"]}
    penuh, kurang, sebagian, lain = list(juni)[:4]
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    kepala = next(b for b in lembar.iter_rows() if "NIP" in [sel.value for sel in b])
    kolom = {sel.value: sel.column for sel in kepala if sel.value}
    for ke, label in enumerate(("Angka Kredit Awal", "Angka Kredit Dibutuhkan"), lembar.max_column + 1):
        kolom.setdefault(label, ke)
        lembar.cell(kepala[0].row, kolom[label]).value = label
    isi = {penuh: (100, 100), kurang: ("48,5", 100), sebagian: (10, None), lain: (None, 200)}
    for baris in range(kepala[0].row + 1, lembar.max_row + 1):
        awal, dibutuhkan = isi.get(lembar.cell(baris, kolom["NIP"]).value, (None, None))
        lembar.cell(baris, kolom["Angka Kredit Awal"]).value = awal
        lembar.cell(baris, kolom["Angka Kredit Dibutuhkan"]).value = dibutuhkan
    buku.save(kota / "skema.xlsx")
    hasil = tulis(kota, "kartu", "2026-06")
    kartu = {surat.stem.removeprefix("kartu_"): teks(surat) for surat in hasil.surat}
    mei = lanjutan(kota, "2026-05", "angka kredit")
    tahun_ini = {
        nip: sum(Fraction(b[nip]["angka_kredit"] or 0) for b in (juni, mei) if nip in b) for nip in isi
    }

    def tertulis(nip, angka):
        return tulis_tetap(float(angka + tahun_ini[nip]))

    asal = (
        "Angka tahun-tahun sebelumnya dan kebutuhannya menurut instansi (skema.xlsx, lembar Pegawai). "
        "Bulan yang belum ada hasilnya belum ikut terkumpul."
    )
    assert (
        f"Bersama 100,00 dari tahun-tahun sebelumnya terkumpul {tertulis(penuh, 100)} dari 100,00 yang dibutuhkan; terpenuhi. {asal}"
        in kartu[penuh]
    )
    sisa = tulis_tetap(float(Fraction("51.5") - tahun_ini[kurang]))
    assert (
        f"Bersama 48,50 dari tahun-tahun sebelumnya terkumpul {tertulis(kurang, Fraction('48.5'))} dari 100,00 yang dibutuhkan; kurang {sisa}. {asal}"
        in kartu[kurang]
    )
    assert (
        f"terkumpul {tertulis(sebagian, 10)}. Berapa yang masih kurang tidak dihitung, karena Angka Kredit Dibutuhkan"
        in kartu[sebagian]
    )
    assert (
        "Dibutuhkan 200,00; berapa yang masih kurang belum dapat dihitung, karena Angka Kredit Awal"
        in kartu[lain]
    )
    for nip in isi:
        assert "tidak dihitung di sini" not in kartu[nip]
    berangka = {*juni, *(nip for nip, b in mei.items() if b["angka_kredit"])}
    assert {nip for nip, kata in kartu.items() if "tidak dihitung di sini" in kata} == berangka - isi.keys()


@pytest.mark.usefixtures("tanpa_pdf")
def test_kartu_menjumlahkan_angka_kredit_dan_menyebut_yang_tidak_dihitung(terhitung):
    hasil = tulis(terhitung, "kartu", "2026-06", ["BKPSDM"])
    kredit = [lanjutan(terhitung, periode, "angka kredit") for periode in ("2026-05", "2026-06")]
    berangka = tanpa = 0
    for surat in hasil.surat:
        nip, isi = surat.stem.removeprefix("kartu_"), teks(surat)
        angka = [bulan.get(nip, {}).get("angka_kredit", "") for bulan in kredit]
        assert ("Yang masih kurang untuk kenaikan pangkat atau jenjang tidak dihitung di sini" in isi) == any(
            angka
        )
        if any(angka):
            baris = {b[0]: b[5:] for b in tabel(surat, ("Bulan", "Nilai hasil kerja"))}
            jumlah = [tulis_tetap(float(sum(Fraction(a or 0) for a in angka[:n]))) for n in (1, 2)]
            assert baris["Juni 2026"] == (tulis_tetap(float(angka[1])) if angka[1] else "", jumlah[1])
            assert baris["Mei 2026"] == (tulis_tetap(float(angka[0])), jumlah[0])
            assert baris["April 2026"] == ("", "")
            assert f"Angka kredit terkumpul sampai Juni 2026: {jumlah[1]} (" in isi
            berangka += 1
        elif alasan := [bulan[nip]["alasan"] for bulan in kredit if nip in bulan]:
            assert f"Angka kredit tidak dihitung. {alasan[-1]}" in isi
            tanpa += 1
        else:
            assert "Angka kredit" not in isi
    assert berangka > 2
    assert tanpa > 0


@pytest.mark.usefixtures("tanpa_pdf")
def test_surat_target_memuat_setiap_indikator_dan_pertanyaannya(terhitung, tmp_path):
    import openpyxl

    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    berkas = kota / "target" / "PKM-TB.xlsx"
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Target"]
    baris = next(b for b in lembar.iter_rows() if b[3].value == "KES-03")
    for sel, isi in zip(baris[7:19], range(30, 90, 5), strict=True):
        sel.value = isi
    buku.save(berkas)
    (surat,) = tulis(kota, "target", unit=["PKM-TB"]).surat
    isi = teks(surat)
    skema = siapkan(kota, "2026-05").skema
    assert {p.nama for p in skema.penempatan if p.kode_unit == "PKM-TB"} <= set(
        isi.replace(" (NIP", "\n").split("\n")
    )
    assert "Yang layak dibicarakan sebelum ditandatangani" in isi
    assert "KES-03" in isi.partition("Yang layak dibicarakan")[2]


@pytest.mark.usefixtures("tanpa_pdf")
def test_target_yang_tidak_terbaca_bukan_bulan_kosong_di_suratnya(terhitung, tmp_path, capsys):
    kota = salin(terhitung, tmp_path)
    buku = openpyxl.load_workbook(kota / "target" / "KEL-TD.xlsx")
    baris = next(b for b in buku["Target"].iter_rows() if b[3].value == "UMM-01")
    for sel, isi in zip(baris[7:11], (None, "-", "80–90", "dua puluh"), strict=True):
        sel.value = isi
    baris[6].value = "sisa"
    buku.save(kota / "target" / "KEL-TD.xlsx")
    hasil = tulis(kota, "target", unit=["KEL-TD", "KEL-PPK"])
    assert [berkas.stem for berkas in hasil.tak_terbaca] == ["target_KEL-TD"]
    semua = ([sel.text for sel in b.cells] for tabel in Document(hasil.surat[0]).tables for b in tabel.rows)
    isi = next(b for b in semua if "UMM-01" in b[1])
    assert isi[3:8] == ["tidak terbaca", "", "", "tidak terbaca", "tidak terbaca"]
    kata = teks(hasil.surat[0])
    assert kata.count("betulkan di sana sebelum ditandatangani. Bulan kosong: indikator tidak diukur") == 1
    assert "tidak terbaca" not in teks(hasil.surat[1])
    with pytest.raises(SystemExit, match=r"^0$"):
        main(["dokumen", "target", str(kota), "--periode", "2026-05", "--unit", "KEL-TD,KEL-PPK"])
    assert "di suratnya tertulis 'tidak terbaca': target_KEL-TD" in capsys.readouterr().err


@pytest.mark.usefixtures("tanpa_pdf")
def test_angka_target_yang_panjang_tidak_terpenggal_di_suratnya(terhitung, tmp_path):
    """A month's column is six characters wide: who has a longer figure reads the months in runs instead, the others as before."""
    kota = salin(terhitung, tmp_path)
    buku = openpyxl.load_workbook(kota / "target" / "KEL-TD.xlsx")
    milik = [b for b in buku["Target"].iter_rows(min_row=9) if b[3].value]
    nip = milik[0][1].value
    for sel in milik[0][7:13]:
        sel.value = 1250000.5
    for sel in milik[0][13:19]:
        sel.value = None
    buku.save(kota / "target" / "KEL-TD.xlsx")
    (surat,) = tulis(kota, "target", unit=["KEL-TD"]).surat
    assert not OpenXmlValidator().validate(surat).errors
    tabel = [[[sel.text for sel in b.cells] for b in isi.rows] for isi in Document(surat).tables]
    panjang, *lain = [isi for isi in tabel if isi[0][0] == "No"]
    assert panjang[0] == ["No", "Indikator", "Satuan", "Bobot", "Target tiap bulan"]
    assert panjang[1][4] == "Jan–Jun: 1.250.000,5"
    assert len(panjang) == 1 + sum(b[1].value == nip for b in milik)
    assert {tuple(isi[0][4:6]) for isi in lain} == {("Jan", "Feb")}


@pytest.mark.usefixtures("tanpa_pdf")
def test_nama_penanda_tangan_sejajar(terhitung):
    """Also where one office's name takes more lines than the other's: the names stand in a row of their own."""
    for surat in tulis(terhitung, "berita-acara", unit=["KEL-TD"]).surat:
        jabatan, nama = ([sel.text.strip("\n") for sel in b.cells] for b in Document(surat).tables[-1].rows)
        assert jabatan[0].startswith("Kepala ")
        assert [isi.partition("\n")[2][:4] for isi in nama] == ["NIP ", "NIP "]


@pytest.mark.usefixtures("tanpa_pdf")
def test_surat_target_berkop_di_halaman_setiap_asn(terhitung, tmp_path):
    kota = salin(terhitung, tmp_path)
    shutil.copy(AKAR / "docs" / "gambar" / "nilai.png", kota / "lambang.png")
    toml = kota / "asn-nilai.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + 'logo = "lambang.png"\n', encoding="utf-8")
    (surat,) = tulis(kota, "target", unit=["KEL-TD"]).surat
    assert not OpenXmlValidator().validate(surat).errors
    dokumen = Document(surat)
    kop = [p for p in dokumen.paragraphs if p.text == "PEMERINTAH KOTA BUKITTINGGI (CONTOH FIKTIF)"]
    halaman = [p for p in dokumen.paragraphs if p.paragraph_format.page_break_before]
    orang = {p.nip for p in siapkan(kota, "2026").skema.penempatan if p.kode_unit == "KEL-TD"}
    assert len(kop) == len(dokumen.inline_shapes) == len(orang) == 7
    assert len(halaman) == len(orang) + ("Yang layak dibicarakan" in teks(surat))
    kaki = dokumen.sections[0].footer.paragraphs[0].text
    assert kaki == "Pemerintah Kota Bukittinggi (contoh fiktif) · 2026 · Target kinerja setahun"


@pytest.mark.usefixtures("tanpa_pdf")
def test_templat_yang_diubah_kantor_dipakai(terhitung, tmp_path):
    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    (kota / "surat").mkdir()
    dokumen = Document(AKAR / "templates" / "surat" / "nota-dinas.docx")
    dokumen.add_paragraph("Tembusan: Inspektorat, {{ periode }}")
    dokumen.save(kota / "surat" / "nota-dinas.docx")
    (surat,) = tulis(kota, "nota-dinas").surat
    assert "Tembusan: Inspektorat, Mei 2026" in teks(surat)


@pytest.mark.usefixtures("tanpa_pdf")
@pytest.mark.parametrize(
    ("kalimat", "kata"),
    [
        ("{{ tidak_ada }}", "isian 'tidak_ada' tidak dikenal"),
        ("Tembusan {{ periode ", "tidak utuh"),
        ("{% for x in %}", "tidak utuh"),
        ("{{ ''.__class__.__mro__ }}", "meminta yang tidak boleh"),
    ],
)
def test_templat_yang_rusak_disebut_dengan_tempatnya(terhitung, tmp_path, kalimat, kata):
    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    (kota / "surat").mkdir()
    dokumen = Document()
    dokumen.add_paragraph(kalimat)
    dokumen.save(kota / "surat" / "nota-dinas.docx")
    with pytest.raises(PenggunaanError, match=kata) as galat:
        tulis(kota, "nota-dinas")
    assert str(kota / "surat" / "nota-dinas.docx") in str(galat.value)
    assert not (kota / "dokumen" / "2026-05" / "nota-dinas.docx").exists()


@pytest.mark.usefixtures("tanpa_pdf")
def test_berkas_yang_bukan_word_dan_logo_yang_hilang(terhitung, tmp_path):
    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    (kota / "surat").mkdir()
    (kota / "surat" / "nota-dinas.docx").write_bytes(b"bukan dokumen")
    with pytest.raises(PenggunaanError, match=r"tidak dapat dibaca\. Simpan ulang"):
        tulis(kota, "nota-dinas")
    (kota / "surat" / "nota-dinas.docx").unlink()
    toml = kota / "asn-nilai.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + 'logo = "lambang.png"\n', encoding="utf-8")
    with pytest.raises(PenggunaanError, match=r"Logo .*lambang\.png tidak ada"):
        tulis(kota, "nota-dinas")
    shutil.copy(AKAR / "docs" / "gambar" / "nilai.png", kota / "lambang.png")
    (surat,) = tulis(kota, "nota-dinas").surat
    assert any("image" in bagian.partname for bagian in Document(surat).part.package.iter_parts())
    (kota / "lambang.png").write_bytes(b"bukan gambar")
    with pytest.raises(PenggunaanError, match=r"Logo .* tidak dapat dibaca"):
        tulis(kota, "nota-dinas")


@pytest.mark.usefixtures("libreoffice_tiruan")
def test_surat_yang_tidak_perlu_lagi_disebut(terhitung, tmp_path, capsys):
    """An objection that was upheld leaves no plan of improvement behind for somebody to send."""
    kota = salin(terhitung, tmp_path)
    asn, lain = "199302052018042912", "198604092024212934"
    hasil = tulis(kota, "rencana-perbaikan")
    assert {f"undangan_{nip}.docx" for nip in (asn, lain)} <= {surat.name for surat in hasil.surat}
    assert hasil.tertinggal == []
    assert tulis(kota, "kartu", unit=("BKPSDM",)).tertinggal == []
    berkas = kota / "capaian/2026-05/BKPSDM.xlsx"
    buku = openpyxl.load_workbook(berkas)
    buku["Capaian"]["H48"].value = 19
    buku.save(berkas)
    konteks = siapkan(kota, "2026-05")
    hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    tinggal = [
        f"{awal}_{asn}.{jenis}" for awal in ("rencana-perbaikan", "undangan") for jenis in ("docx", "pdf")
    ]
    assert tulis(kota, "rencana-perbaikan").tertinggal == tinggal
    assert tulis(kota, "rencana-perbaikan", unit=("BKPSDM",)).tertinggal == tinggal
    assert tulis(kota, "rencana-perbaikan", unit=("DINKES",)).tertinggal == []
    with pytest.raises(SystemExit):
        main(["dokumen", "rencana-perbaikan", str(kota), "--periode", "2026-05", "--unit", "BKPSDM"])
    folder = kota / "dokumen/2026-05"
    assert (
        f"Ditulis dahulu dan sekarang tidak lagi, tetapi masih ada di {folder}: {', '.join(tinggal)}. Jangan dikirim; bila sudah "
        "dikirim, tarik."
    ) in " ".join(capsys.readouterr().err.split())


@pytest.mark.usefixtures("libreoffice_tiruan")
def test_pdf_dari_surat_yang_ditulis_lagi_bukan_surat_yang_tertinggal(terhitung, tmp_path, monkeypatch):
    """On a computer without LibreOffice the letters that were sent are as good as before: nobody is to call them back."""
    kota = salin(terhitung, tmp_path)
    assert tulis(kota, "kartu", unit=("BKPSDM",)).pdf
    monkeypatch.setattr("asn_nilai.terbit.surat.pdf.cari_libreoffice", lambda: None)
    hasil = tulis(kota, "kartu", unit=("BKPSDM",))
    assert (hasil.pdf, hasil.tertinggal) == ([], [])
    toml = kota / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("Jalan Contoh 1", "Jalan Lain 2"), encoding="utf-8"
    )
    hasil = tulis(kota, "kartu", unit=("BKPSDM",))
    assert hasil.tertinggal == sorted(f"{surat.stem}.pdf" for surat in hasil.surat)


@pytest.mark.usefixtures("tanpa_pdf")
def test_usulan_satu_unit_bukan_surat_yang_tertinggal(terhitung, tmp_path):
    kota = salin(terhitung, tmp_path)
    assert tulis(kota, "usulan-penghargaan", unit=("BKPSDM",)).tertinggal == []
    assert tulis(kota, "usulan-penghargaan").tertinggal == []
    assert tulis(kota, "usulan-penghargaan", unit=("BKPSDM",)).tertinggal == []


@pytest.mark.usefixtures("tanpa_pdf")
def test_yang_sudah_diisi_tangan_tidak_pernah_ditimpa(terhitung, tmp_path, capsys):
    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    surat = tulis(kota, "rencana-perbaikan").surat[0]
    assert tulis(kota, "rencana-perbaikan").surat[0] == surat  # written again, for nobody has touched it
    for ke, nama in enumerate((surat.name, f"{surat.stem}_baru.docx", f"{surat.stem}_baru_2.docx")):
        dokumen = Document(surat.with_name(nama))
        dokumen.add_paragraph(f"Disepakati bersama {ke}")
        dokumen.save(surat.with_name(nama))
        isi = surat.with_name(nama).read_bytes()
        hasil = tulis(kota, "rencana-perbaikan")
        assert surat.with_name(nama).read_bytes() == isi
        assert hasil.dijaga == [hasil.surat[0]]
        assert hasil.tertinggal == []
    assert "Disepakati bersama 0" in teks(surat)
    with pytest.raises(SystemExit):
        main(["dokumen", "rencana-perbaikan", str(kota), "--periode", "2026-05"])
    assert f"1 berkas ditulis di samping yang lama ({surat.stem}_baru_3.docx)" in capsys.readouterr().err


def test_pdf_yang_sudah_ditandatangani_tidak_pernah_ditimpa(terhitung, tmp_path, libreoffice_tiruan, capsys):
    kota = salin(terhitung, tmp_path)
    (lama,) = tulis(kota, "nota-dinas").pdf
    assert tulis(kota, "nota-dinas").pdf == [lama]  # written again, for nobody has touched it
    lama.write_bytes(b"pindaian bertanda tangan")
    for nama in ("nota-dinas_baru.pdf", "nota-dinas_baru.pdf"):
        hasil = tulis(kota, "nota-dinas")
        assert [berkas.name for berkas in (*hasil.surat, *hasil.pdf)] == ["nota-dinas.docx", nama]
        assert hasil.dijaga == hasil.pdf
    assert lama.read_bytes() == b"pindaian bertanda tangan"
    with pytest.raises(SystemExit) as akhir:
        main(["dokumen", "nota-dinas", str(kota), "--periode", "2026-05"])
    assert akhir.value.code == 0
    layar = capsys.readouterr().err
    assert "1 berkas ditulis di samping yang lama (nota-dinas_baru.pdf)" in layar
    assert "Juga sebagai .pdf." in layar
    assert len(libreoffice_tiruan.lari) == 5


def test_pdf_ditulis_serombongan_demi_serombongan(tmp_path, libreoffice_tiruan):
    surat = [tmp_path / f"kartu_{nomor:03}.docx" for nomor in range(250)]
    with pdf.pdf_dari(surat) as semua:
        jadi = list(semua)
        assert [berkas for berkas, _ in jadi] == surat
        assert all(hasil.read_bytes().startswith(b"%PDF-1.7 kartu_") for _, hasil in jadi)
    assert [len(rombongan) for rombongan in libreoffice_tiruan.lari] == [100, 100, 50]
    libreoffice_tiruan.lari.clear()
    jauh = [tmp_path / ("x" * 200) / ("y" * 200) / f"{nomor}.docx" for nomor in range(200)]
    with pdf.pdf_dari(jauh) as semua:
        assert [berkas for berkas, _ in semua] == jauh
    assert [berkas for rombongan in libreoffice_tiruan.lari for berkas in rombongan] == jauh
    assert len(libreoffice_tiruan.lari) > 3
    assert (
        max(len(" ".join(map(str, rombongan))) for rombongan in libreoffice_tiruan.lari) < 25_000
    )  # Windows: 32,767


def test_yang_tidak_menjadi_pdf_disebut_namanya(terhitung, tmp_path, libreoffice_tiruan, capsys):
    kota = salin(terhitung, tmp_path)
    libreoffice_tiruan.habis_waktu = True
    libreoffice_tiruan.gagal = {"berita-acara_DINKES"}
    with pytest.raises(SystemExit):
        main(["dokumen", "berita-acara", str(kota), "--periode", "2026-05"])
    assert (
        "Tidak semuanya menjadi .pdf: LibreOffice Writer tidak dapat menulis 1 surat (berita-acara_DINKES.docx). Buka .docx di Word"
        in " ".join(capsys.readouterr().err.split())
    )
    assert {berkas.stem for berkas in (kota / "dokumen/2026-05").glob("*.pdf")} == {
        f"berita-acara_{unit}" for unit in siapkan(kota, "2026-05").skema.unit if unit != "DINKES"
    }


def test_bila_tidak_satu_pun_menjadi_pdf(terhitung, tmp_path, libreoffice_tiruan, capsys):
    kota = salin(terhitung, tmp_path)
    libreoffice_tiruan.gagal = {"nota-dinas"}
    with pytest.raises(SystemExit):
        main(["dokumen", "nota-dinas", str(kota), "--periode", "2026-05"])
    assert "Tidak ada yang menjadi .pdf: LibreOffice Writer tidak dapat menulis 1 surat" in " ".join(
        capsys.readouterr().err.split()
    )


@pytest.mark.parametrize(("sistem", "di_jalur", "harap"), [
    ("nt", {}, "kedua.exe"), ("posix", {}, None), ("nt", {"libreoffice": "jalur"}, "jalur"),
    ("posix", {"soffice": "s", "libreoffice": "l"}, "s"),
])  # fmt: skip
def test_libreoffice_dicari_di_jalur_lalu_di_tempat_lazimnya_di_windows(
    tmp_path, monkeypatch, sistem, di_jalur, harap
):
    monkeypatch.setattr(pdf, "os", SimpleNamespace(name=sistem))
    monkeypatch.setattr(pdf.shutil, "which", di_jalur.get)
    assert pdf._DI_WINDOWS == (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    )
    monkeypatch.setattr(pdf, "_DI_WINDOWS", [str(tmp_path / nama) for nama in ("pertama.exe", "kedua.exe")])
    (tmp_path / "kedua.exe").write_bytes(b"")
    ada = pdf.cari_libreoffice()
    assert (ada and Path(ada).name) == harap


def test_libreoffice_yang_tidak_menghasilkan_apa_pun_tidak_ditanya_lagi(tmp_path, libreoffice_tiruan):
    surat = [tmp_path / f"{nomor}.docx" for nomor in range(150)]
    libreoffice_tiruan.gagal = {berkas.stem for berkas in surat}
    with pdf.pdf_dari(surat) as semua:
        assert list(semua) == [(berkas, None) for berkas in surat]
    assert len(libreoffice_tiruan.lari) == 1


def test_pdf_yang_tidak_dapat_ditulis_disebut(terhitung, tmp_path, libreoffice_tiruan):
    kota = salin(terhitung, tmp_path)
    (kota / "dokumen/2026-05/nota-dinas.pdf").mkdir(parents=True)
    hasil = tulis(kota, "nota-dinas")
    assert [surat.name for surat in hasil.surat] == ["nota-dinas.docx"]
    assert not hasil.pdf
    assert not hasil.tanpa_pdf
    assert "nota-dinas.pdf tidak dapat ditulis" in hasil.pesan[0]
    assert len(libreoffice_tiruan.lari) == 1


@pytest.mark.usefixtures("tanpa_pdf")
def test_yang_tertulis_sebelum_templatnya_gagal_tidak_dikira_diubah(terhitung, tmp_path):
    kota = salin(terhitung, tmp_path)
    (kota / "surat").mkdir()
    dokumen = Document()
    dokumen.add_paragraph("{{ tidak_ada }}")
    dokumen.save(kota / "surat" / "undangan.docx")
    with pytest.raises(PenggunaanError):
        tulis(kota, "rencana-perbaikan")
    (ditulis,) = (kota / "dokumen/2026-05").glob("*.docx")
    (kota / "surat" / "undangan.docx").unlink()
    hasil = tulis(kota, "rencana-perbaikan")
    assert hasil.surat[0] == ditulis
    assert not hasil.dijaga


def test_surat_dari_perintah_yang_dibunuh_tidak_dikira_diubah(
    terhitung, tmp_path, monkeypatch, libreoffice_tiruan
):
    kota = salin(terhitung, tmp_path)
    with monkeypatch.context() as tambal:
        tambal.setattr(SidikSurat, "simpan", lambda _: None)  # it never came to that
        sebelum = tulis(kota, "nota-dinas")
    folder = kota / "dokumen/2026-05"
    (folder / ".nota-dinas.docx.0123abcd.sementara").write_bytes(b"separuh")
    with (folder / ".sidik-surat.jsonl").open("a", encoding="utf-8") as catatan:
        catatan.write('["kartu_19')
    sesudah = tulis(kota, "nota-dinas")
    assert (sesudah.surat, sesudah.pdf, sesudah.dijaga) == (sebelum.surat, sebelum.pdf, [])
    assert sorted(f.name for f in folder.iterdir() if not f.name.endswith(".lock")) == [
        ".sidik-surat.json", "nota-dinas.docx", "nota-dinas.pdf",
    ]  # fmt: skip
    assert len(libreoffice_tiruan.lari) == 2


def test_surat_yang_diubah_sesudah_perintahnya_dibunuh_tetap_dijaga(tmp_path):
    tercatat = SidikSurat(tmp_path)
    (tujuan := tercatat.tempat("nota-dinas")).write_bytes(b"baru")
    tercatat.akan_ditulis(tujuan, tujuan)
    assert SidikSurat(tmp_path).tempat("nota-dinas") == tujuan
    (lain := tmp_path / "lain").write_bytes(b"lebih baru")
    SidikSurat(tmp_path).akan_ditulis(tujuan, lain)  # killed once more, before it got its name
    assert SidikSurat(tmp_path).tempat("nota-dinas") == tujuan
    tercatat.simpan()  # as after Ctrl+C, which came right then
    assert SidikSurat(tmp_path).tempat("nota-dinas") == tujuan
    tujuan.write_bytes(b"diisi tangan")
    assert SidikSurat(tmp_path).tempat("nota-dinas").name == "nota-dinas_baru.docx"


@pytest.mark.parametrize("baris", ['[1, "a"]', '["a"]', '["a", null]', '{"a": "b"}', "[" * 100_000])
def test_catatan_surat_yang_rusak_dilewati(tmp_path, baris):
    tercatat = SidikSurat(tmp_path)
    (tujuan := tercatat.tempat("nota-dinas")).write_bytes(b"isi")
    tercatat.akan_ditulis(tujuan, tujuan)
    catatan = tmp_path / ".sidik-surat.jsonl"
    catatan.write_text(f"{baris}\n{catatan.read_text(encoding='utf-8')}", encoding="utf-8")
    assert SidikSurat(tmp_path).tempat("nota-dinas") == tujuan


@pytest.mark.usefixtures("tanpa_pdf")
def test_kode_unit_yang_berakhir_baru_bukan_surat_di_samping(tmp_path):
    tercatat = SidikSurat(tmp_path)
    assert not tercatat.di_samping(tercatat.tempat("berita-acara_DINAS_baru"))
    (tmp_path / "berita-acara_PKM.docx").write_bytes(b"diisi tangan")
    di_samping, milik_lain = tercatat.tempat("berita-acara_PKM"), tercatat.tempat("berita-acara_PKM_baru")
    assert tercatat.di_samping(di_samping)
    assert di_samping != milik_lain


@pytest.mark.usefixtures("tanpa_pdf")
def test_surat_mencetak_desimal_menurut_aturannya(terhitung, tmp_path):
    kota = Path(
        shutil.copytree(terhitung, tmp_path / "kota", ignore=shutil.ignore_patterns("hasil", "riwayat"))
    )
    bawaan = (AKAR / "asn_nilai/acuan/profil/aturan/permenpanrb-6-2022.toml").read_text(encoding="utf-8")
    sebelum, kepala, sesudah = bawaan.partition("[nhk.desimal]")
    (kota / "satu-desimal.toml").write_text(
        sebelum + kepala + sesudah.replace("nilai = 2", "nilai = 1", 1), encoding="utf-8"
    )
    toml = kota / "asn-nilai.toml"
    toml.write_text(
        toml.read_text(encoding="utf-8").replace('"permenpanrb-6-2022"', '"satu-desimal.toml"'),
        encoding="utf-8",
    )
    konteks = siapkan(kota, "2026-05")
    hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    (milik,) = [b for b in nilai(kota, "2026-05") if b["nip"] == "196905251992012925"]
    surat = next(s for s in tulis(kota, "kartu", unit=["PKM-TB"]).surat if milik["nip"] in s.stem)
    bulan = {b[0]: b[1] for b in tabel(surat, ("Bulan", "Nilai hasil kerja"))}
    assert bulan["Mei 2026"] == tulis_tetap(float(milik["nilai_hasil_kerja"]), 1)
    rencana = tulis(kota, "rencana-perbaikan").surat[0]
    assert all(len(b[4].partition(",")[2]) == 1 for b in tabel(rencana, ("No", "Indikator", "Target")))


@pytest.mark.menyeluruh
@pytest.mark.usefixtures("tanpa_pdf")
def test_orang_tanpa_nip_dan_tanpa_unit_pun_mempunyai_kartu_sendiri(terhitung, tmp_path):
    """Nobody shares a card, and nobody is left without: a card for each person of nilai.csv, with that person's months."""
    kota = tmp_path / "kota"
    shutil.copytree(terhitung, kota, ignore=shutil.ignore_patterns("dokumen"))
    buku = openpyxl.load_workbook(kota / "skema.xlsx")
    lembar = buku["Pegawai"]
    judul = next(b for b in lembar.iter_rows() if "NIP" in [s.value for s in b])
    letak = {sel.value: sel.column for sel in judul}
    awal = judul[0].row + 1
    nama = [lembar.cell(awal + ke, letak["Nama"]).value for ke in range(3)]
    for ke in (0, 1):
        lembar.cell(awal + ke, letak["NIP"]).value = None
    lembar.cell(awal + 2, letak["Kode Unit"]).value = "ENTAH"
    buku.save(kota / "skema.xlsx")
    konteks = siapkan(kota, "2026-05")
    hitung_kota(konteks, list(konteks.skema.unit), lambda _: None, paralel=1)
    baris = [b for b in nilai(kota, "2026-05") if b["status"] != "Pindah"]
    assert {b["kode_unit"] for b in baris} >= {""}
    hasil = tulis(kota, "kartu")
    assert len({surat.name for surat in hasil.surat}) == len(hasil.surat) == len(baris)
    isi = [teks(surat) for surat in hasil.surat]
    for siapa in nama:
        assert sum(siapa in kartu for kartu in isi) == 1, siapa
    bulan = {}
    for surat, kartu in zip(hasil.surat, isi, strict=True):
        for siapa in nama:
            if siapa in kartu:
                bulan[siapa] = {b[0]: b[4] for b in tabel(surat, ("Bulan", "Nilai hasil kerja"))}["Mei 2026"]
    assert bulan == dict.fromkeys(nama, "Belum Dinilai")


def test_dua_orang_yang_nipnya_tidak_terbaca_masing_masing_mempunyai_surat(tmp_path):
    tercatat = SidikSurat(tmp_path)
    assert [tercatat.tempat("kartu_tanpa-nip").name for _ in range(3)] == [
        "kartu_tanpa-nip.docx", "kartu_tanpa-nip_2.docx", "kartu_tanpa-nip_3.docx",
    ]  # fmt: skip


@pytest.mark.parametrize("nama", [".sidik-surat.json", ".sidik-surat.jsonl"])
def test_catatan_surat_yang_dipegang_program_lain_tidak_disangka_tidak_ada(tmp_path, monkeypatch, nama):
    asli = Path.read_bytes

    def baca(ini):
        if ini.name == nama:
            raise PermissionError(13, "Permission denied", str(ini))
        return asli(ini)

    monkeypatch.setattr(Path, "read_bytes", baca)
    with pytest.raises(PenggunaanError, match=r"sidik-surat.* tidak dapat dibaca \(tidak diizinkan\)"):
        SidikSurat(tmp_path)


def test_surat_yang_dipegang_program_lain_tidak_disangka_diubah(tmp_path, monkeypatch):
    """Nor is it left behind: it is told, and neither a second one beside it nor the old one is called out of date."""
    (tmp_path / "nota-dinas.docx").write_bytes(b"surat")
    sidik = {"nota-dinas.docx": hashlib.sha256(b"surat").hexdigest()}
    (tmp_path / ".sidik-surat.json").write_text(json.dumps(sidik), encoding="utf-8")
    tercatat, asli = SidikSurat(tmp_path), Path.open

    def buka(ini, *argumen, **pilihan):
        if ini.name == "nota-dinas.docx":
            raise PermissionError(13, "Permission denied", str(ini))
        return asli(ini, *argumen, **pilihan)

    monkeypatch.setattr(Path, "open", buka)
    with pytest.raises(
        BerkasTerkunciError, match=r"nota-dinas\.docx tidak dapat dibaca, .* sedang dibuka di program lain"
    ):
        tercatat.tempat("nota-dinas")
    assert tercatat.tertinggal() == []


@pytest.mark.parametrize("isi", ["", "[]", "bukan json", "[" * 100_000])
def test_catatan_surat_yang_rusak_membuat_semuanya_dijaga(tmp_path, isi):
    (tmp_path / ".sidik-surat.json").write_text(isi, encoding="utf-8")
    (tmp_path / "nota-dinas.docx").write_bytes(b"lama")
    assert SidikSurat(tmp_path).tempat("nota-dinas").name == "nota-dinas_baru.docx"


def test_nama_yang_jahil_tertulis_apa_adanya(tmp_path):
    from asn_nilai.terbit.surat.naskah import Surat, tulis_surat

    jahil = '{{ 7*7 }} <w:p/> & "x" \x07 =1+1'
    dokumen = Document()
    dokumen.add_paragraph("{{ nama }}")
    dokumen.save(tmp_path / "uji.docx")
    with (tmp_path / "jadi.docx").open("wb") as berkas:
        tulis_surat(berkas, Surat("uji", "uji", {"nama": jahil}), tmp_path)
    assert Document(tmp_path / "jadi.docx").paragraphs[0].text == jahil.replace("\x07", "")


def test_periode_yang_belum_dihitung_dan_jenis_yang_asing(terhitung, capsys):
    with pytest.raises(PenggunaanError, match="Jalankan dahulu: asn-nilai hitung"):
        tulis(terhitung, "kartu", "2026-04")
    with pytest.raises(SystemExit) as akhir:
        main(["dokumen", "surat-cinta", str(terhitung)])
    assert akhir.value.code == 2
    assert "Yang ada: nota-dinas, berita-acara" in capsys.readouterr().err


def test_terkunci_berita_acara_menyebut_nomor_dan_kode(terhitung, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(pdf, "cari_libreoffice", lambda: None)
    monkeypatch.setattr("asn_nilai.alur.perintah.dokumen.cari_libreoffice", lambda: None)
    kota = Path(shutil.copytree(terhitung, tmp_path / "kota"))
    with pytest.raises(SystemExit):
        main(
            [
                "kunci",
                str(kota),
                "--periode",
                "2026-05",
                "--nomor",
                "800/12/BKPSDM",
                "--tanggal",
                "2026-06-08",
            ]
        )
    with pytest.raises(SystemExit) as akhir:
        main(["dokumen", "berita-acara", str(kota), "--periode", "2026-05", "--unit", "PKM-TB"])
    assert akhir.value.code == 0
    layar = capsys.readouterr().err
    assert "1 surat ditulis di" in layar
    assert "LibreOffice tidak ada di komputer ini" in layar
    isi = teks(kota / "dokumen" / "2026-05" / "berita-acara_PKM-TB.docx")
    assert "Nomor 800/12/BKPSDM" in isi
    assert "8 Juni 2026 ditetapkan" in isi
    kode = next((kota / "riwayat" / "2026-05" / "v1").glob("manifes.json")).read_text(encoding="utf-8")
    assert next(b.split('"')[3] for b in kode.splitlines() if '"kode"' in b) in isi


@pytest.mark.skipif(
    not os.environ.get("CI") and pdf.cari_libreoffice() is None, reason="LibreOffice tidak ada di sini"
)
def test_pdf_memuat_kata_yang_sama(terhitung, tmp_path):
    hasil = tulis(salin(terhitung, tmp_path), "nota-dinas")
    (jadi,) = hasil.pdf
    isi = subprocess.run(["pdftotext", str(jadi), "-"], capture_output=True, text=True, check=True).stdout
    assert "NOTA DINAS" in isi
    assert "Lampiran: keadaan tiap unit, Mei 2026" in isi
    assert b"/Lang(id-ID)" in jadi.read_bytes()
    assert not list(hasil.folder.glob("*.sementara"))


@pytest.mark.usefixtures("tanpa_pdf")
def test_surat_yang_tidak_dapat_ditulis_tidak_dikatakan_tidak_perlu(terhitung, tmp_path, capsys):
    kota = salin(terhitung, tmp_path)
    (kota / "dokumen/2026-05/nota-dinas.docx").mkdir(parents=True)
    with pytest.raises(SystemExit) as akhir:
        main(["dokumen", "nota-dinas", str(kota), "--periode", "2026-05"])
    assert akhir.value.code == 1
    kata = " ".join(capsys.readouterr().err.split())
    assert "nota-dinas.docx tidak dapat ditulis (itu folder, bukan berkas)" in kata
    assert kata.endswith("Tidak ada surat yang ditulis.")


def test_templat_bawaan_adalah_yang_disusun_naskahnya(tmp_path, monkeypatch):
    """What stands in templates/surat is what docs/susun_surat.py makes, word by word."""
    monkeypatch.syspath_prepend(str(AKAR / "docs"))
    import susun_surat

    monkeypatch.setattr(susun_surat, "TUJUAN", tmp_path)
    assert susun_surat.main() == 0
    for berkas in tmp_path.glob("*.docx"):
        bawaan = Document(AKAR / "templates" / "surat" / berkas.name)
        assert Document(berkas).element.xml == bawaan.element.xml, berkas.name
    assert {b.name for b in tmp_path.glob("*.docx")} == {
        b.name for b in (AKAR / "templates" / "surat").glob("*.docx")
    }


@pytest.mark.usefixtures("tanpa_pdf")
def test_setiap_surat_menyebut_bahasanya(terhitung, tmp_path):
    """Read aloud as English, "Nilai" is no word; and Word underlined the whole letter."""
    surat = tulis(salin(terhitung, tmp_path), "nota-dinas").surat
    for berkas in (*surat, *(AKAR / "templates" / "surat").glob("*.docx")):
        isi = Document(berkas)
        (bahasa,) = isi.styles.element.iter(qn("w:lang"))
        assert (bahasa.get(qn("w:val")), isi.core_properties.language) == ("id-ID", "id-ID"), berkas
        assert "python-docx" not in f"{isi.core_properties.author} {isi.core_properties.comments}"


@pytest.mark.parametrize(("argumen", "status"), [("--help", 0), ("-x", 2), ("piagam", 2)])
def test_penyusun_templat_tidak_menulis_apa_pun_bila_ditanya_lain(
    argumen, status, tmp_path, monkeypatch, capsys
):
    """`--help` wrote all of them anew, over what an office had changed."""
    monkeypatch.syspath_prepend(str(AKAR / "docs"))
    import susun_surat

    monkeypatch.setattr(susun_surat, "TUJUAN", tmp_path)
    with pytest.raises(SystemExit) as keluar:
        susun_surat.main([argumen])
    assert keluar.value.code == status
    assert "usage:" in "".join(capsys.readouterr())
    assert not [*tmp_path.iterdir()]


def test_surat_target_awal_tahun_tidak_menunggu_capaian(tmp_path, capsys):
    """Targets are signed before a month has come in; a letter about results still says what is missing."""
    kota = salin_contoh(tmp_path / "kota", "capaian")
    with pytest.raises(SystemExit, match=r"^0$"):
        main(["dokumen", "target", str(kota), "--unit", "KEL-TD"])
    assert (kota / "dokumen" / "2026" / "target_KEL-TD.docx").is_file()
    with pytest.raises(SystemExit, match=r"^2$"):
        main(["dokumen", "nota-dinas", str(kota)])
    assert "Belum ada berkas capaian" in capsys.readouterr().err
