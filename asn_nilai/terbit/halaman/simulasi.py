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
                ketentuan.judul,
                ketentuan.lama.isi or "–",
                ketentuan.baru.isi or "–",
                dengan_kecil(ketentuan.dasar, ketentuan.baru.status),
            )
            for ketentuan in simulasi.beda
        ],
        berpindah=[_baris(asn, simulasi) for asn in simulasi.berpindah],
        instansi=simulasi.instansi,
        jumlah=[(ke, sum(hitung[dari, ke] for dari in simulasi.predikat_lama)) for ke in simulasi.predikat_baru],
        kata_lain=simulasi.kata_lain,
        kelas_lama=kelas_predikat(lama),
        kelas=kelas_predikat(baru),
        matriks=matriks,
        bertanda=simulasi.bertanda.items(),
        nhk_berubah=sum(bool(asn.sebab) and not asn.berpindah for asn in simulasi.baris),
        penyebab=[(sebab.kata, sebab.dasar, banyak) for sebab, banyak in simulasi.penyebab],
        periode=simulasi.periode,
        sebaran=[
            ("Semula", sebaran(Counter(b.lama.predikat for b in simulasi.baris), lama)),
            ("Menjadi", sebaran(Counter(b.baru.predikat for b in simulasi.baris), baru)),
        ],
        semua=len(simulasi.baris),
    )  # fmt: skip


def _baris(baris: BarisSimulasi, simulasi: Simulasi) -> tuple[str, ...]:
    lama, baru = (
        _angka(nilai, aturan) for nilai, aturan in ((baris.lama, simulasi.lama), (baris.baru, simulasi.baru))
    )
    siapa = (baris.lama.nip, baris.unit.nama, simulasi.tanda(baris))
    return (
        dengan_kecil(baris.lama.nama, " · ".join(filter(None, siapa))),
        dengan_kecil(baris.lama.predikat, lama),
        dengan_kecil(baris.baru.predikat, baru),
        baris.sebab.kalimat if baris.sebab else "",
    )


def _angka(nilai: NilaiAsn, aturan: Aturan) -> str:
    desimal = aturan.desimal
    nhk = f"NHK {tetap(nilai.nhk, desimal)}"
    return f"{nhk} · nilai akhir {tetap(nilai.nilai_akhir, desimal)}" if aturan.nilai_akhir else nhk
