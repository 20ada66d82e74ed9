"""Terminal, page and chat text tell of the same findings: the same cells and sentences in the same order, on real June."""

import html
import re

import pytest

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import ikhtisar, kelompokkan_sebab
from asn_nilai.acuan.temuan import temuan
from asn_nilai.cli.layar import Layar

JUNI = ("--periode", "2026-06", "--paralel", "1")
Butir = tuple[str, str, str, str]
"""Sheet, cells, sentence, advice."""


def dari_layar(teks: str) -> dict[str, list[Butir]]:
    """Read what the terminal shows: by unit, what does more than inform."""
    semua: dict[str, list[Butir]] = {}
    unit = lembar = tingkat = ""
    butir: list[tuple[str, str]] = []
    for baris in teks.splitlines():
        if kepala := re.fullmatch(r"\S.* \(([A-Z-]+)\), (?:lengkap|ada galat|belum setor)", baris):
            unit = kepala[1]
        elif tempat := re.fullmatch(r"  (\S+)(?: › (\S+))?", baris):
            lembar = tempat[2] or ""
        elif jenis := re.match(r"    (galat|peringatan|info) ", baris):
            tingkat, butir = jenis[1], []
        elif saran := re.fullmatch(r"      → (.+)", baris):
            if tingkat != "info":
                semua.setdefault(unit, []).extend((lembar, *isi, saran[1]) for isi in butir)
        elif sebab := re.fullmatch(r"      (?:([A-Z]+\d\S*): )?(.+)", baris):
            butir.append((sebab[1] or "", sebab[2]))
    return semua


def dari_halaman(teks: str) -> dict[str, list[Butir]]:
    """Read the same from validasi.html."""
    semua: dict[str, list[Butir]] = {}
    for bagian in re.findall(r'<section id="u\d+".*?</section>', teks, re.DOTALL):
        unit = re.search(r"<small>([A-Z-]+) ·", bagian)[1]
        for hal in re.findall(r"<li>\s*<h3>.*?(?=<li>\s*<h3>|</ol>)", bagian, re.DOTALL):
            if 'class="tingkat info"' in hal:
                continue
            letak = re.search(r'<p class="letak">(.*?)</p>', hal)[1]
            (saran,) = re.findall(r'<p class="saran">(.*?)</p>', hal)
            for sel, pesan in re.findall(
                r'<li>(?:<span class="sel">(.*?)</span> )?<span class="isi">(.*?)</span>', hal
            ):
                lembar = letak.split(" › ")[1] if " › " in letak else ""
                semua.setdefault(unit, []).append(tuple(map(html.unescape, (lembar, sel, pesan, saran))))
    return semua


def dari_pesan(teks: str) -> list[Butir]:
    """Read the same from a unit's chat text."""
    pola = r"\d+\. (?:Lembar (\w+), sel (\S+): )?(.+)\n   → (.+)"
    return re.findall(pola, teks)


def tanpa_saran(butir: list[Butir]) -> list[tuple[str, ...]]:
    return [isi[:3] for isi in butir]


def test_layar_halaman_dan_pesan_menceritakan_temuan_yang_sama(kota, jalankan):
    _, _, layar = jalankan("validasi", kota, *JUNI)
    hasil = kota / "hasil/2026-06"
    di_layar, di_halaman = (
        dari_layar(layar),
        dari_halaman((hasil / "validasi.html").read_text(encoding="utf-8")),
    )
    assert di_layar == di_halaman
    assert list(di_layar) == ["DINKES", "PKM-TB", "PKM-MDG", "KEL-TD", "KEL-PPK", "DISKOMINFO", "DPMPTSP"]
    assert [len(butir) for butir in di_layar.values()] == [1, 8, 2, 3, 2, 7, 1]
    for kode, butir in di_layar.items():
        pesan = dari_pesan((hasil / f"pesan/{kode}.txt").read_text(encoding="utf-8"))
        assert tanpa_saran(pesan) == tanpa_saran(butir), kode


def test_layar_dan_halaman_hitung_mengelompokkan_menurut_jenis_dengan_cara_yang_sama(kota, jalankan):
    _, _, layar = jalankan("hitung", kota, *JUNI)
    for kode in ("PKM-TB", "KEL-PPK"):
        halaman = (kota / f"hasil/2026-06/{kode}/ringkasan.html").read_text(encoding="utf-8")
        bagian = re.search(r'<section id="temuan".*?</section>', halaman, re.DOTALL)[0]
        butir = re.findall(r'<li>(?:<b>[^<]*</b>: )?([^<]*) <span class="letak">(.*?)</span>', bagian)
        assert butir
        urut = [
            layar.index(f"\n  {html.unescape(letak)}: {html.unescape(pesan)}\n") for pesan, letak in butir
        ]
        tingkat = re.findall(r'class="tingkat (\w+)"', bagian)
        assert tingkat == sorted(tingkat, key=["galat", "peringatan", "info"].index)
        assert len(set(urut)) == len(butir)
    assert "KEL-PPK.xls › Capaian › D37–D39: NIP tersimpan sebagai bilangan" in layar


def satuan(nomor: int, teks: str, satuan_benar: str = "kunjungan"):
    letak = Letak("capaian/2026-03/PKM.xlsx", "Capaian", f"G{nomor}")
    return temuan("satuan-berbeda", letak, unit="PKM", teks=teks, satuan=satuan_benar)


def test_saran_yang_berbeda_berdiri_di_bawah_sebabnya(capsys):
    semua = [satuan(9, "orang"), satuan(10, "kali", "dokumen")]
    Layar().kelompok("PKM", kelompokkan_sebab(semua))
    layar = capsys.readouterr().err
    assert (
        "      G10: Satuan tertulis 'kali', di daftar indikator 'dokumen'.\n"
        "        → Pastikan angkanya dalam dokumen, lalu betulkan satuannya.\n"
    ) in layar
    Layar().temuan(t.sebagai_dict() for t in semua)
    layar = capsys.readouterr().err
    assert (
        "  capaian/2026-03/PKM.xlsx › Capaian › G9: Satuan tertulis 'orang', di daftar indikator 'kunjungan'.\n"
        "    → Pastikan angkanya dalam kunjungan, lalu betulkan satuannya.\n"
    ) in layar
    assert "dan seterusnya" not in layar


@pytest.mark.parametrize(("banyak", "sisa"), [(5, 0), (6, 2), (7, 4)])
def test_yang_tidak_muat_di_layar_dihitung_temuannya(capsys, banyak, sisa):
    semua = [satuan(100 * n + m, f"satuan-{n}") for n in range(1, banyak + 1) for m in (1, 2)]
    Layar().temuan(t.sebagai_dict() for t in semua)
    layar = capsys.readouterr().err
    assert (f"({2 * banyak})" in layar, f"… dan {sisa} lagi" in layar) == (True, bool(sisa))
    assert "G101–G102: Satuan tertulis 'satuan-1'" in layar


def test_ikhtisar_tidak_mencampur_orang_lembar_dan_jenis():
    letak = Letak("a.xlsx", "Capaian", "I9")
    semua = [
        temuan("bukti-kosong", letak, unit="A", nip="1", indikator="KJ"),
        temuan("bukti-kosong", Letak("a.xlsx", "Capaian", "I10"), unit="A", nip="1", indikator="KJ"),
        temuan("bukti-kosong", Letak("a.xlsx", "Capaian", "I11"), unit="A", nip="2", indikator="KJ"),
        temuan("bukti-kosong", Letak("b.xlsx", "Capaian", "I12"), unit="B", nip="1", indikator="KJ"),
        temuan("sel-galat", letak, unit="A", teks="#REF!"),
        temuan("baris-tersembunyi", letak, unit="A", baris="9"),
    ]
    hasil = ikhtisar(t.sebagai_dict() for t in semua)
    assert [(isi.jenis.kode, isi.jumlah) for isi in hasil] == [
        ("sel-galat", 1),
        ("bukti-kosong", 4),
        ("baris-tersembunyi", 1),
    ]
    assert [(sebab.letak.sel, sebab.nip, sebab.jumlah) for sebab in hasil[1].sebab] == [
        ("I9–I10", "1", 2),
        ("I11", "2", 1),
        ("I12", "1", 1),
    ]
