"""simulasi.html: the same data under another rule, for showing around while the rule is being explained."""

from collections import Counter

from asn_nilai.acuan.hasil.nilai import NilaiAsn
from asn_nilai.acuan.hasil.simulasi import BarisSimulasi, Simulasi
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.terbit.halaman.bagan import kelas_predikat, sebaran, tetap
from asn_nilai.terbit.halaman.templat import dengan_kecil, rakit


def halaman_simulasi(simulasi: Simulasi) -> str:
    """Return the page of a simulation as text: self-contained, nothing to load, no script."""
    hitung, lama, baru = simulasi.perpindahan, simulasi.lama, simulasi.baru
    matriks = [
        (dari, [(ke, hitung[dari, ke]) for ke in simulasi.predikat_baru], sum(hitung[dari, ke] for ke in simulasi.predikat_baru))
        for dari in simulasi.predikat_lama
    ]  # fmt: skip
    return rakit(
        "simulasi.html.j2",
        arah=simulasi.arah,
        aturan=baru,
        aturan_lama=lama,
        beda=[
            (
                satu.judul,
                satu.isi_lama or "–",
                satu.isi_baru or "–",
                dengan_kecil(satu.dasar_baru or satu.dasar_lama, satu.status_baru),
            )
            for satu in simulasi.beda
        ],
        berpindah=[_baris(satu, simulasi) for satu in simulasi.baris if satu.berpindah],
        instansi=simulasi.instansi,
        jumlah=[(ke, sum(hitung[dari, ke] for dari in simulasi.predikat_lama)) for ke in simulasi.predikat_baru],
        kata_lain=simulasi.kata_lain,
        kelas_lama=kelas_predikat(lama),
        kelas=kelas_predikat(baru),
        matriks=matriks,
        nhk_berubah=sum(bool(satu.sebab) and not satu.berpindah for satu in simulasi.baris),
        periode=simulasi.periode,
        sebaran=[
            ("Semula", sebaran(Counter(b.lama.predikat for b in simulasi.baris), lama)),
            ("Menjadi", sebaran(Counter(b.baru.predikat for b in simulasi.baris), baru)),
        ],
        semua=len(simulasi.baris),
    )  # fmt: skip


def _baris(satu: BarisSimulasi, simulasi: Simulasi) -> tuple[str, ...]:
    lama, baru = (
        _angka(nilai, aturan) for nilai, aturan in ((satu.lama, simulasi.lama), (satu.baru, simulasi.baru))
    )
    return (
        dengan_kecil(satu.lama.nama, f"{satu.lama.nip} · {satu.unit.nama}"),
        dengan_kecil(satu.lama.predikat, lama),
        dengan_kecil(satu.baru.predikat, baru),
        satu.sebab,
    )


def _angka(nilai: NilaiAsn, aturan: Aturan) -> str:
    desimal = aturan.nhk.desimal.nilai
    nhk = f"NHK {tetap(nilai.nhk, desimal)}"
    return f"{nhk} · nilai akhir {tetap(nilai.nilai_akhir, desimal)}" if aturan.nilai_akhir else nhk
