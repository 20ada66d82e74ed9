"""rekap.html as text: every number is the recap's, and what is missing is said, never counted as zero."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from math import isnan, nan

import pytest
from isi_html import isi, potong
from rekap_buatan import ganti, rekap

from asn_nilai.acuan.periode import Bulan, Periode
from asn_nilai.acuan.profil.muat_aturan import muat_aturan, profil_bawaan
from asn_nilai.acuan.rekap.baris import TitikUnit
from asn_nilai.acuan.rekap.kedudukan import Kedudukan
from asn_nilai.acuan.rekap.rekap import BulanRekap
from asn_nilai.terbit.halaman.bagan import bertanda, garis, kelas_pita
from asn_nilai.terbit.halaman.rekap import halaman_rekap


def dua(nilai: float) -> str:
    return "–" if isnan(nilai) else f"{nilai:.2f}".replace(".", ",")


def rata_tepat(semua: tuple[float, ...]) -> float:
    """Return a mean to two decimals by the numbers as they are printed; Python's versions add up floats differently."""
    rata = sum(Decimal(repr(angka)) for angka in semua) / len(semua)
    return float(rata.quantize(Decimal("0.01"), ROUND_HALF_UP))


def tanda(nilai: float) -> str:
    return f"{'+' if nilai > 0 else '−' if nilai < 0 else ''}{dua(abs(nilai))}"


def baris(teks: str, bagian: str) -> list[list[str]]:
    return [sel.split("\n") for sel in isi(potong(teks, bagian), "tr")]


def ubah_unit(kota, nomor: int, **isian):
    unit = list(kota.unit)
    ringkas = {k: isian.pop(k) for k in ("status", "jumlah_asn", "dinilai", "nama", "kode") if k in isian}
    unit[nomor] = replace(unit[nomor], ringkas=replace(unit[nomor].ringkas, **ringkas), **isian)
    return ganti(kota, unit=tuple(unit))


@pytest.fixture(scope="module")
def buatan():
    kota = rekap()
    return kota, halaman_rekap(kota)


def test_sekilas_menyebut_jumlah_dan_rata_rata_dari_semua_asn(buatan):
    kota, teks = buatan
    dinilai = [a for u in kota.unit for a in u.asn if a.status == "Dinilai"]
    semua = sum(len(u.asn) for u in kota.unit)
    lengkap = sum(u.ringkas.status == "lengkap" for u in kota.unit)
    nhk = dua(round(sum(a.nhk for a in dinilai) / len(dinilai), 2))
    kartu = isi(teks[: teks.index('id="perlu"')], "b")
    assert kartu[:4] == [str(semua), str(len(dinilai)), nhk, str(lengkap)]
    assert f"{len(dinilai)} dari {semua} ASN telah dinilai, dengan rata-rata NHK {nhk}." in teks
    assert kartu[4:] == [dua(b.rata_rata) for b in kota.bulan]
    assert f"persen dari {semua} ASN" in teks
    legenda = isi(teks, "ul.legenda")[0].split("\n")
    for label, banyak in kota.predikat.items():
        persen = f"{banyak / semua * 100:.1f}".replace(".", ",") if banyak else "0"
        assert f"{label}{banyak}{persen}%" in legenda


def test_peta_menurut_peringkat_dan_setiap_selnya_dari_titik_unit(buatan):
    kota, teks = buatan
    kepala, *isi_tabel, kaki = baris(teks, "peta")
    assert kepala == ["Unit kerja", "Ke-", "Jan*", "Feb", "Mar", "Apr", "Selisih", "Dinilai", "Setoran"]
    urut = sorted(kota.unit, key=lambda u: u.peringkat or 99)
    for unit, sel in zip(urut, isi_tabel, strict=True):
        r = unit.ringkas
        kecil = f" · {unit.tanda}" if unit.tanda else ""
        bintang = ["*" if t.usang else "" for t in unit.bulan]
        dua_bulan = [a.deret[2:] for a in unit.asn if not any(map(isnan, a.deret[2:]))]
        awal, akhir = (rata_tepat(d) for d in zip(*dua_bulan, strict=True)) if dua_bulan else (nan, nan)
        selisih = akhir - awal
        assert sel == [
            r.nama,
            f"{r.kode} · {r.jenis}{kecil}",
            str(unit.peringkat or "–"),
            *(f"{dua(t.rata_rata)}{b}" for t, b in zip(unit.bulan, bintang, strict=True)),
            "–" if isnan(selisih) else tanda(selisih),
            f"{r.dinilai} dari {r.jumlah_asn}",
            r.status.capitalize(),
        ]
    assert kaki[:5] == ["Seluruh unit", *(dua(b.rata_rata) for b in kota.bulan)]
    assert "*" in teks


def test_warna_sel_mengikuti_pita_angkanya_dan_yang_kosong_menyebut_sebabnya(buatan):
    kota, teks = buatan
    peta = potong(teks, "peta")
    sel = re.findall(r'<td class="(p\d)">(\d+,\d\d)', peta)
    kelas = {"p1": lambda x: x > 100, "p2": lambda x: 90 <= x <= 100, "p4": lambda x: x < 90}
    assert {warna for warna, _ in sel} == set(kelas)
    assert all(kelas[warna](float(angka.replace(",", "."))) for warna, angka in sel)
    kosong = sum(isnan(t.rata_rata) for u in kota.unit for t in u.bulan)
    belum = sum(t.status == "belum setor" for u in kota.unit for t in u.bulan)
    assert peta.count('title="belum setor">–<span class="baca"> belum setor</span>') == belum > 0
    assert peta.count('title="hasil dihitung dengan aturan yang lain">–') == len(kota.unit) + 1
    assert kosong == belum + len(kota.unit)
    assert "Hasil Februari 2026 dihitung dengan aturan yang lain." in isi(peta, "p")[-1]


def test_tautan_ke_halaman_unit_baris_asn_dan_bulan_yang_punya_hasil(buatan):
    kota, teks = buatan
    peta = potong(teks, "peta")
    assert re.findall(r'href="(\.\./[^"]+)"', peta) == [f"../2026-0{n}/index.html" for n in (1, 3, 4)]
    for unit in kota.unit:
        assert f'<th scope="row"><a href="{unit.ringkas.kode}/ringkasan.html">' in peta
    g = kota.naik[0]
    assert f'<a href="{g.kode_unit}/ringkasan.html#a{g.nip}">{g.nama}</a>' in teks


def test_yang_memimpin_dan_yang_perlu_dibantu_tidak_bertumpang_tindih(buatan):
    kota, teks = buatan
    daftar = [butir for butir in isi(potong(teks, "unit"), "li") if re.match(r"\d+\. ", butir)]
    urut = [u for u in sorted(kota.unit, key=lambda u: u.peringkat or 99) if u.peringkat]
    tampil = [*urut[: (len(urut) + 1) // 2], *urut[: (len(urut) - 1) // 2 : -1]]
    assert len(tampil) == len(urut) == len(daftar)
    for unit, tulisan in zip(tampil, daftar, strict=True):
        assert tulisan.startswith(f"{unit.peringkat}. {unit.ringkas.nama}{dua(unit.rata_rata)}")
        assert f"{unit.ringkas.dinilai} dari {unit.ringkas.jumlah_asn} ASN dinilai" in tulisan
        assert ("unit kecil" in tulisan) == (unit.tanda == "unit kecil")
        dari, sampai = unit.kedudukan.setara
        assert (f"setara peringkat {dari}–{sampai}" in tulisan) == (dari < sampai)
        assert f"ke-{unit.kedudukan.peringkat_jenis} di antara {unit.ringkas.jenis}" in tulisan


def test_naik_turun_dan_dua_bulan_di_bawah(buatan):
    kota, teks = buatan
    gerak = [b for b in baris(teks, "gerak") if b[0] != "ASN"]
    nama = {u.ringkas.kode: u.ringkas.nama for u in kota.unit}
    harapan = [*kota.naik, *kota.turun, *kota.dua_bulan_bawah]
    assert gerak == [
        [
            g.nama, nama[g.kode_unit], dua(g.nhk_awal), g.predikat_awal, dua(g.nhk_akhir), g.predikat_akhir, tanda(g.selisih),
        ]
        for g in harapan
    ]  # fmt: skip
    assert f"{len(kota.dua_bulan_bawah) - 10} ASN lagi" in teks
    assert ["ASN", "Dari Mar", "Ke Apr", "Poin"] in baris(teks, "gerak")


def test_daftar_panjang_dipotong_dan_sisanya_disebut(buatan):
    kota, _ = buatan
    teks = halaman_rekap(replace(kota, dua_bulan_bawah=kota.dua_bulan_bawah[:1] * 207))
    assert "197 ASN lagi" in teks
    assert "Dan 7 ASN lagi; seluruhnya ada di lembar unit pada rekap.xlsx." in teks
    assert len(baris(teks, "gerak")) == 4 + len(kota.naik) + len(kota.turun) + 200


def test_indikator_yang_tertinggal_dengan_sebutan_dan_tren(buatan):
    kota, teks = buatan
    nama = {u.ringkas.kode: u.ringkas.nama for u in kota.unit}
    tertinggal = [i for i in kota.indikator if i.tertinggal]
    _, *tabel = baris(teks, "indikator")
    assert tertinggal
    for i, sel in zip(tertinggal, tabel, strict=True):
        tiga = sorted(i.unit, key=lambda u: u.rata_rata)[:3]
        tren = f"Jan {dua(i.deret[0])} → Apr {dua(i.deret[-1])} ({tanda(i.deret[-1] - i.deret[0])})"
        assert sel == [
            i.nama, f"{i.kode} · {i.satuan}", dua(i.rata_rata), f"{i.belum_target} dari {i.jumlah_asn}", f"{i.di_bawah} dari {i.jumlah_asn}", tren,
            "; ".join(f"{nama[u.kode_unit]} {dua(u.rata_rata)}" for u in tiga),
        ]  # fmt: skip
    assert f"{len(tertinggal)} dari {len(kota.indikator)} indikator" in teks
    belum = sum(i.rata_rata < 100 for i in kota.indikator)
    assert belum > len(tertinggal)
    assert (
        f"{belum} dari {len(kota.indikator)} indikator belum mencapai target (rata-rata capaiannya di bawah 100%), "
        f"dan {len(tertinggal)} di bawah batas Sesuai Ekspektasi (90)."
    ) in teks


def test_belum_setor_menurut_unit_dan_bulan(buatan):
    kota, teks = buatan
    bagian = potong(teks, "setoran")
    _, *tabel = baris(teks, "setoran")
    absen = {u.ringkas.nama: [b.bulan for b, t in zip(kota.bulan, u.bulan, strict=True) if t.status == "belum setor"] for u in kota.unit}  # fmt: skip
    assert {sel[0]: sel[1:3] for sel in tabel} == {
        nama: [f"{len(bulan)} dari 3 bulan", ", ".join(b.singkatan for b in bulan)]
        for nama, bulan in absen.items()
        if bulan
    }
    menurut = [sum(u.bulan[n].status == "belum setor" for u in kota.unit) for n in range(4)]
    assert isi(bagian, "b") == [str(menurut[0]), "–", *map(str, menurut[2:])]


def test_panduan_di_samping_kenyataan(buatan):
    kota, teks = buatan
    (p,) = kota.panduan
    (_, sel) = baris(teks, "panduan")
    assert sel == [
        "Baik",
        p.panduan.batas,
        f"{p.dasar}; bila predikat organisasi Baik",
        f"{p.banyak} ASN",
        f"{dua(p.persen)}%",
        "sesuai",
    ]
    melenceng = replace(kota, panduan=(replace(p, sesuai=False),))
    assert "di luar panduan" in halaman_rekap(melenceng)
    assert 'id="panduan"' not in halaman_rekap(replace(kota, panduan=(), organisasi=""))


def test_yang_kurang_disebut_namanya_dengan_perintah_yang_memperbaikinya(buatan):
    kota, _ = buatan
    kota = ubah_unit(kota, 0, status="belum setor", belum_setor=2)
    kota = ubah_unit(kota, 1, status="tak terbaca")
    kota = ubah_unit(kota, 2, status="belum dihitung", jumlah_asn=0, dinilai=0)
    kota = ubah_unit(kota, 3, status="ada galat", jumlah_asn=30, dinilai=18)
    teks = halaman_rekap(kota)
    kurang = "\n".join(isi(potong(teks, "perlu"), "li"))
    nama = [u.ringkas.nama for u in kota.unit]
    assert f"1 unit belum setor{nama[0]} (2 kali tahun ini)." in kurang
    assert f"1 unit mengirim berkas yang tidak dapat dipakai{nama[1]}." in kurang
    assert f"1 unit belum dihitung{nama[2]}." in kurang
    assert f"{nama[3]} (12)" in kurang
    assert (
        "1 bulan tanpa hasilHasil Februari 2026 dihitung dengan aturan yang lain. Bila setorannya ada, hitung dengan "
        "asn-nilai hitung --semua, lalu asn-nilai rekap --periode 2026-04."
    ) in kurang
    assert f"capaian/2026-01/U-02.xlsx ({nama[1]})" in kurang
    assert "asn-nilai hitung --periode 2026-01, lalu asn-nilai rekap --periode 2026-04" in kurang
    # A unit that has not been computed has no page to lead to.
    assert f'<th scope="row">{nama[2]}<small>' in potong(teks, "peta")
    assert 'title="belum dihitung"' not in teks


def test_hasil_usang_menyebut_semua_unit_sekali_dan_sisanya_dengan_jumlah():
    kota = rekap(14)
    januari = Periode.dari_teks("2026-01")
    semua = {u.ringkas.kode: ("skema.xlsx",) for u in kota.unit}
    assert "skema.xlsx (semua unit)" in isi(halaman_rekap(ganti(kota, [(januari, semua)])), "ul.kurang")[0]
    semua.popitem()
    sebagian = isi(halaman_rekap(ganti(kota, [(januari, semua)])), "ul.kurang")[0]
    assert "dan 3 unit lagi" in sebagian


def test_bila_tidak_ada_yang_kurang_halaman_mengatakannya():
    kota = rekap(2, "2026-01")
    unit = tuple(replace(u, ringkas=replace(u.ringkas, status="lengkap", jumlah_asn=u.ringkas.dinilai)) for u in kota.unit)  # fmt: skip
    kota = ganti(kota, (), unit=unit, catatan=(), bulan=tuple(replace(b, usang=()) for b in kota.bulan))
    teks = halaman_rekap(kota)
    assert "Tidak ada: semua unit sudah setor" in teks
    assert "Tidak ada unit yang belum setor" in teks
    assert '<section id="perlu" aria' in teks
    assert "judul-catatan" not in teks
    assert "Belum dapat dibandingkan" in teks
    assert "belum ada dua bulan berurutan" in teks
    assert "Selisih" not in teks


def test_periode_panjang_punya_lajur_sendiri_dan_pilihan_unit_disebut():
    kota = replace(rekap(3, "2026-T1"), terpilih=True)
    teks = halaman_rekap(kota)
    kepala, *_, kaki = baris(teks, "peta")
    assert kepala[5:7] == ["Triwulan I 2026", "Dinilai"]
    assert kaki[0] == "Unit pilihan"
    assert "3 unit kerja pilihan, bukan seluruh instansi" in teks


def test_kota_tanpa_satu_nilai_pun_tetap_terbit():
    kosong = rekap(0, "2026-01")
    teks = halaman_rekap(kosong)
    assert "Belum ada ASN yang dinilai." in teks
    assert "Belum ada unit yang dapat diperingkat." in teks
    assert "nan" not in isi(teks, "body")[0].lower().split()
    kota = rekap(1, "2026-01")
    tanpa = replace(
        kota.unit[0],
        ringkas=replace(kota.unit[0].ringkas, dinilai=0, rata_rata_nhk=nan, predikat={}),
        rata_rata=nan, kedudukan=Kedudukan(), bulan=(TitikUnit(jumlah_asn=4, status="ada galat"),),
    )  # fmt: skip
    teks = halaman_rekap(ganti(kota, unit=(tanpa,), indikator=()))
    assert 'class="tanpa" title="belum ada ASN yang dinilai"' in teks
    assert "Belum ada capaian yang dapat dihitung." in teks


def test_indikator_yang_semuanya_cukup_dikatakan(buatan):
    kota, _ = buatan
    cukup = tuple(replace(i, tertinggal=False) for i in kota.indikator)
    assert "dan tidak ada yang di bawah batas Sesuai Ekspektasi (90)." in halaman_rekap(
        ganti(kota, indikator=cukup)
    )


def test_kaki_halaman_mengingatkan_bahwa_ini_tidak_untuk_diumumkan(buatan):
    assert "tidak untuk diumumkan: halaman ini menyebut nama dan nilai orang" in isi(buatan[1], "footer")[0]
    assert "asn-nilai rekap --samarkan" in isi(buatan[1], "footer")[0]


def test_satu_kota_setahun_muat_dalam_satu_halaman_ringan():
    kota = rekap(60, "2026-12", terbesar=60)
    teks = halaman_rekap(kota)
    assert len(teks.encode()) < 400_000
    assert len(baris(teks, "peta")) == 62


@pytest.mark.parametrize("kode", sorted(profil_bawaan()))
def test_setiap_aturan_mewarnai_yang_cukup_hijau_dan_yang_kurang_tidak(kode):
    from asn_nilai.acuan.profil.ekspektasi import ekspektasi

    aturan = muat_aturan(kode)
    kelas, cukup = kelas_pita(aturan), True
    assert list(kelas) == list(aturan.tangga_utama.label)
    assert len(set(kelas.values())) == len(kelas)
    for label, warna in kelas.items():
        assert (warna in {"p1", "p2"}) == cukup
        cukup = cukup and label != ekspektasi(aturan).label
    assert 'class="peta"' in halaman_rekap(replace(rekap(3), aturan=aturan))


def test_garis_terputus_pada_bulan_tanpa_angka(aturan):
    letak = garis([92.0, nan, 94.0, 93.0], aturan)
    assert (letak.bawah, letak.atas) == (91.0, 95.0)
    assert letak.titik == (("12.5", "75.0"), ("62.5", "25.0"), ("87.5", "50.0"))
    assert letak.ruas == (("62.5", "25.0", "87.5", "50.0"),)
    assert letak.batas == ""
    assert garis([88.0, 91.0], aturan).batas == "40.0"
    assert garis([], aturan).titik == ()


def test_selisih_bertanda():
    assert [bertanda(x, 2) for x in (1.5, -0.25, 0.0, nan)] == ["+1,50", "−0,25", "0,00", "–"]


def test_bulan_yang_usang_ditandai_di_kepala_lajurnya():
    kota = rekap(2, "2026-03")
    bulan = (*kota.bulan[:2], BulanRekap(Bulan(2026, 3), usang=("U-01",), rata_rata=95.0))
    kepala = baris(halaman_rekap(ganti(kota, bulan=bulan)), "peta")[0]
    assert kepala[2:5] == ["Jan*", "Feb", "Mar*"]
