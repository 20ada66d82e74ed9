"""`jelaskan` beside results already published: of an ASN who moved, only the row of the unit that settles counts."""

import json

MEI, TRIWULAN = "2026-05", "2026-T1"
PINDAH = "200103182022041954"


def terbit(jalankan, kota, nip, periode) -> str:
    return json.loads(jalankan("jelaskan", nip, kota, "--periode", periode, "--json")[1])["hasil_terbit"]


def ganti(kota, periode, lama, baru) -> None:
    berkas = kota / "hasil" / periode / "nilai.csv"
    isi = berkas.read_text(encoding="utf-8")
    assert isi.count(lama) == 1, lama
    berkas.write_text(isi.replace(lama, baru), encoding="utf-8", newline="")


def sanggahan(kota, periode: str, nhk: str, predikat: str) -> str:
    return (
        f"hasil/{periode}/nilai.csv mencatat NHK {nhk} dan predikat {predikat}: masukan atau aturannya lain sejak itu. "
        f"Penjelasan ini dihitung dari masukan yang sekarang. Menyegarkannya: asn-nilai hitung {kota} --periode {periode}"
    )


def test_asn_pindah_dibandingkan_dengan_baris_unit_terakhirnya_saja(kota, jalankan):
    jalankan("hitung", kota, "--periode", TRIWULAN)
    assert terbit(jalankan, kota, PINDAH, TRIWULAN) == ""
    ganti(
        kota, TRIWULAN, ",3,98.66,,,,,Pindah,pindah ke DISKOMINFO", ",3,12.34,,,,,Pindah,pindah ke DISKOMINFO"
    )
    assert terbit(jalankan, kota, PINDAH, TRIWULAN) == ""
    milik = f'DISKOMINFO,{PINDAH},"Arifmuldani Piliang, A.Md.Kom.",Pranata Komputer Terampil,3,'
    ganti(kota, TRIWULAN, f"{milik}100.14,", f"{milik}56.78,")
    assert terbit(jalankan, kota, PINDAH, TRIWULAN) == sanggahan(kota, TRIWULAN, "56,78", "Baik")
    ganti(kota, TRIWULAN, f"{milik}56.78,", f"{milik},")
    assert terbit(jalankan, kota, PINDAH, TRIWULAN) == sanggahan(kota, TRIWULAN, "kosong", "Baik")


def test_predikat_yang_lain_saja_pun_disebut(kota, jalankan):
    nip, predikat = "199302052018042912", "Butuh Perbaikan,Dinilai,"
    jalankan("hitung", kota, "--periode", MEI)
    isi = (kota / "hasil" / MEI / "nilai.csv").read_text(encoding="utf-8")
    baris = next(b for b in isi.splitlines() if nip in b)
    ganti(kota, MEI, baris, baris.replace(f",,{predikat}", ",,Baik,Dinilai,"))
    assert terbit(jalankan, kota, nip, MEI) == sanggahan(kota, MEI, "82,17", "Baik")


def test_program_yang_gagal_disebut_dengan_alasan_yang_sama_seperti_di_hasil(kota, jalankan, monkeypatch):
    def gagal(*_):
        raise ZeroDivisionError

    monkeypatch.delenv("ASN_NILAI_TELUSUR", raising=False)
    monkeypatch.setattr("asn_nilai.alur.masukan.pemeriksaan.susun", gagal)
    jalankan("hitung", kota, "--periode", MEI, "--paralel", 1)
    status, keluar, pesan = jalankan("jelaskan", PINDAH, kota, "--periode", MEI, "--json")
    assert status == 1, pesan
    assert [ini["kode"] for ini in json.loads(keluar)["halangan"]] == ["program-gagal"]
    assert "program-gagal" in (kota / "hasil" / MEI / "nilai.csv").read_text(encoding="utf-8")
