"""Findings folded under their causes."""

from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.pesan.akar_temuan import dengan_menunggu, lipat
from asn_nilai.acuan.setoran.pesan.kelompok_temuan import kelompokkan_sebab
from asn_nilai.acuan.setoran.pesan.pesan_pengelola import hitung_temuan, pesan_pengelola
from asn_nilai.acuan.temuan import Temuan, temuan


def sebab(sel: str, teks: str = "x") -> Temuan:
    letak = Letak("skema.xlsx", "Indikator", sel)
    return temuan("skema-tidak-sah", letak, kolom="Polaritas", isi=f"berisi '{teks}'", dikenal="Maksimal")


def akibat(sel: str, akar: Temuan | None, nip: str = "1") -> Temuan:
    letak = Letak("target/A.xlsx", "Target", sel)
    return temuan("indikator-tidak-dikenal", letak, unit="A", nip=nip, akar=akar, teks="KJ-1")


def test_akibat_dihitung_pada_sebabnya_dan_tidak_diceritakan():
    satu, lain, asing = sebab("F5"), sebab("F6"), sebab("F9")
    semua = [
        satu,
        akibat("D9", satu),
        akibat("D9", satu),
        akibat("D10", satu),
        akibat("D11", asing),
        akibat("D12", None),
        lain,
    ]
    sendiri, menunggu = lipat(semua)
    assert [(t.kode, t.letak.sel, t.menunggu) for t in sendiri] == [
        ("skema-tidak-sah", "F5", 2),
        ("indikator-tidak-dikenal", "D12", 0),
        ("skema-tidak-sah", "F6", 0),
    ]
    assert menunggu == {"skema.xlsx › Indikator › F5": 2, "skema.xlsx › Indikator › F9": 1}
    assert sendiri[0].pesan.endswith("Maksimal. 2 baris menunggu ini.")
    assert sendiri[2].pesan.endswith("Maksimal.")


def test_yang_menunggu_dari_beberapa_tempat_dijumlahkan_pada_temuan_pertama_di_sel_itu():
    pertama, kedua = sebab("F5"), sebab("F5", "y")
    menunggu = {str(pertama.letak): 3}
    sekali = dengan_menunggu([pertama, kedua], menunggu)
    assert [t.menunggu for t in dengan_menunggu(sekali, menunggu)] == [6, 0]
    assert menunggu == {str(pertama.letak): 3}


def test_pesan_pengelola_menyebut_semuanya():
    semua = [sebab(f"F{nomor}", f"kata {nomor}") for nomor in range(1, 300)]
    semua.append(temuan("berkas-lain", Letak("capaian/2026-05/x.pdf"), jenis=".pdf"))
    kepala = [
        temuan("kepala-kosong", Letak("skema.xlsx", "Unit", "D5"), unit_kerja="Dinas"),
        temuan("folder-tahun-lain", Letak("capaian/2025-05"), tahun_folder="2025", tahun="2026", banyak="1"),
        temuan("folder-tahun-lain", Letak("capaian/2025-05"), tahun_folder="2024", tahun="2026", banyak="1"),
    ]
    kelompok = kelompokkan_sebab([*semua, *kepala])
    teks = pesan_pengelola("Kota", "Mei 2026", kelompok)
    assert hitung_temuan(kelompok) == "299 galat, 3 peringatan, 1 info"
    assert teks.startswith(
        "Skema dan ruang kerja Kota, Mei 2026\n\n299 galat, 3 peringatan, 1 info.\nPerbaiki galatnya dahulu"
    )
    assert all(f"   - F{nomor}: Polaritas berisi 'kata {nomor}'." in teks for nomor in range(1, 300))
    assert teks.count("   → Perbaiki sel ini pada skema.\n") == 1
    assert "     → Pindahkan ke ruang kerja tahun 2025" in teks
    assert "\ncapaian/2026-05/x.pdf\n4. Berkas lain di antara setoran (info)\n   - Berkas .pdf ini" in teks
    assert "Perbaiki galatnya" not in pesan_pengelola("Kota", "Mei 2026", kelompokkan_sebab(kepala))
