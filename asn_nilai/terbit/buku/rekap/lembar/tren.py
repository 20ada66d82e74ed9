"""The sheet Tren: units × months of mean NHK, and below it who rose, who fell, and who stays below what is expected.

Means are formulas over the sums and counts beside the printed page. A month without figures is an empty cell, never a
zero: text or zero would bend the lines. Figures older than their inputs carry an asterisk.
"""

from collections.abc import Sequence
from fractions import Fraction

from asn_nilai.acuan.hasil.nilai import DINILAI, PINDAH
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.periode import Bulan
from asn_nilai.acuan.rekap.baris import BELUM_DIHITUNG, AsnRekap, TitikUnit, UnitRekap
from asn_nilai.acuan.rekap.kedudukan import AsnSama
from asn_nilai.acuan.rekap.rekap import Gerak
from asn_nilai.acuan.rumus.rumus import bulatkan_excel
from asn_nilai.acuan.setoran.status import BELUM_SETOR, TAK_TERBACA
from asn_nilai.terbit.buku.blok import PenulisBlok
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.bagan import SkalaBatang, batang_bulan
from asn_nilai.terbit.buku.rekap.keterangan_bulan import tulis_bulan_hilang, tulis_hasil_usang
from asn_nilai.terbit.buku.rekap.kolom import KUNCI_SAMA, kunci_bulan
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap
from asn_nilai.terbit.buku.tata import ada

_BACA = (
    "rata-rata NHK tiap unit dari bulan ke bulan, urutan unit sama dengan lembar Peringkat. Sel bergaris berarti tidak ada nilai (bukan "
    "nol), tanda * berarti masukannya berubah sesudah dihitung. Perubahan dihitung dari ASN yang dinilai pada kedua bulan saja. Di bawah tabel: ASN yang paling naik, paling turun, dan yang perlu dibantu."
)

_TANPA_ISI = (BELUM_SETOR, TAK_TERBACA, BELUM_DIHITUNG)


class _PenulisTren:
    def __init__(self, lembar: Lembar, tata_letak: TataLetakRekap) -> None:
        self.lembar, self.tata_letak, self.tata = lembar, tata_letak, tata_letak.tata_tren
        self.letak = {baris.bulan: nomor for nomor, baris in enumerate(tata_letak.rekap.bulan)}
        self.bandingkan = tata_letak.rekap.dibandingkan or ()

    def kolom(self, nomor: int, apa: str = "bulan") -> int:
        return self.tata.nomor[kunci_bulan(nomor, apa)]

    def unit(self, unit: UnitRekap) -> None:
        tata_letak, lembar, gaya, kode = self.tata_letak, self.lembar, self.lembar.gaya, unit.ringkas.kode
        baris = tata_letak.baris[kode]
        lembar.angka(baris, 0, baris - BARIS_KEPALA, gaya("umum", "tengah"))
        teks = {"nama": unit.ringkas.nama, "keterangan": self.keterangan(unit)}
        tata_letak.nama_unit(
            lembar, baris, unit, *((isi, self.tata.lebar(kunci)) for kunci, isi in teks.items())
        )
        for nomor, titik in enumerate(unit.bulan):
            self.dasar(baris, nomor, titik)
            self.bulan(baris, nomor, titik)
        lembar.teks(baris, self.tata.nomor["grafik"], "", gaya("sel"))
        self.dasar_sama(baris, unit)
        self.sama(baris, unit.sama)
        lembar.teks(baris, self.tata.nomor["keterangan"], teks["keterangan"], gaya("teks", "kecil"))

    def bulan(self, baris: int, nomor: int, titik: TitikUnit) -> None:
        gaya = self.lembar.gaya
        if titik.dinilai:
            atas, bawah = (self.tata.sel(kunci_bulan(nomor, apa), baris) for apa in ("jumlah", "dinilai"))
            bentuk = gaya("dua", "usang") if titik.usang else gaya("dua")
            rumus = self.tata_letak.rumus_bagi(atas, bawah)
            self.lembar.rumus(baris, self.kolom(nomor), rumus, bentuk, titik.rata_rata)
        else:
            self.lembar.teks(baris, self.kolom(nomor), "", gaya("sel", "kosong"))

    def dasar(self, baris: int, nomor: int, titik: TitikUnit) -> None:
        """Write sum and count of a month: of the period's own month those of Peringkat."""
        periode, gaya = self.tata_letak.rekap.periode, self.lembar.gaya
        sendiri = periode.bulan == (self.tata_letak.rekap.bulan[nomor].bulan,)
        for apa, nilai, bentuk in (("jumlah", titik.jumlah_nhk, "dua"), ("dinilai", titik.dinilai, "bulat")):
            kolom, rupa = self.kolom(nomor, apa), gaya(bentuk, "pudar")
            if not titik.dinilai:
                self.lembar.teks(baris, kolom, "", rupa)
            elif sendiri:
                self.lembar.rumus(baris, kolom, self.tata_letak.di_peringkat(apa, baris), rupa, nilai)
            else:
                self.lembar.angka(baris, kolom, nilai, rupa)

    def dasar_sama(self, baris: int, unit: UnitRekap) -> None:
        """Write how many of the unit's ASN were scored in both compared months, and the sums of their NHK."""
        if not self.bandingkan:
            return
        tata_letak, pudar = self.tata_letak, self.lembar.gaya("dua", "pudar")
        sendiri = [tata_letak.rekap.periode.bulan == (bulan,) for bulan in self.bandingkan]
        nhk = [
            tata_letak.di_unit(unit, "nhk" if ini else kunci_bulan(self.letak[bulan]))
            for bulan, ini in zip(self.bandingkan, sendiri, strict=True)
        ]
        status = tata_letak.di_unit(unit, "status")
        siapa = f'({status}="{DINILAI}")' if any(sendiri) else f'({status}<>"{PINDAH}")'
        keduanya = f"{siapa}*ISNUMBER({nhk[0]})*ISNUMBER({nhk[1]})"
        kali = ("", *(f"*{sel}" for sel in nhk))
        for kunci, faktor, nilai in zip(KUNCI_SAMA, kali, self.nilai_sama(unit), strict=True):
            rumus = f"SUMPRODUCT({keduanya}{faktor})"
            self.lembar.rumus(baris, self.tata.nomor[kunci], rumus, pudar, float(nilai))

    def nilai_sama(self, unit: UnitRekap) -> tuple[Fraction, Fraction, Fraction]:
        """Return how many were scored in both compared months, and the sums of their NHK in each."""
        a, z = (self.letak[bulan] for bulan in self.bandingkan)
        dua = [(asn.deret[a], asn.deret[z]) for asn in unit.asn if asn.status != PINDAH]
        dua = [nhk for nhk in dua if all(map(ada, nhk))]
        awal, akhir = (sum((pecahan(nhk[ke]) for nhk in dua), Fraction(0)) for ke in range(2))
        return Fraction(len(dua)), awal, akhir

    def sama(self, baris: int, sama: AsnSama | None, *gaya: str) -> None:
        """Write how the mean of who was scored in both compared months changed."""
        kolom, rupa = self.tata.nomor["perubahan"], self.lembar.gaya("selisih", *gaya)
        if sama is None:
            self.lembar.teks(baris, kolom, "", rupa)
            return
        banyak, awal, akhir = (self.tata.sel(kunci, baris) for kunci in KUNCI_SAMA)
        rata = [
            bulatkan_excel(f"{jumlah}/{banyak}", str(self.tata_letak.desimal)) for jumlah in (akhir, awal)
        ]
        selisih = bulatkan_excel("-".join(rata), str(self.tata_letak.desimal))
        self.lembar.rumus(baris, kolom, f'IF({banyak}=0,"",{selisih})', rupa, sama.selisih)

    def perubahan(self, baris: int, nilai: float, dua: Sequence[Bulan], *gaya: str) -> None:
        """Write the difference between the two months that are compared, where both have a figure."""
        kolom, rupa = self.tata.nomor["perubahan"], self.lembar.gaya("selisih", *gaya)
        if not ada(nilai):
            self.lembar.teks(baris, kolom, "", rupa)
            return
        awal, akhir = (self.tata.sel(kunci_bulan(self.letak[bulan]), baris) for bulan in dua)
        selisih = f"{akhir}-{awal}"
        rumus = f'IF(COUNT({awal},{akhir})=2,{bulatkan_excel(selisih, str(self.tata_letak.desimal))},"")'
        self.lembar.rumus(baris, kolom, rumus, rupa, nilai)

    def keterangan(self, unit: UnitRekap) -> str:
        isi = []
        for bulan, titik in zip(self.tata_letak.rekap.bulan, unit.bulan, strict=True):
            if not titik.dinilai and not bulan.sebab:
                sebab = titik.status if titik.status in _TANPA_ISI else "tak ada yang dinilai"
                isi.append(f"{bulan.bulan.singkatan}: {sebab}")
            elif titik.usang:
                isi.append(f"{bulan.bulan.singkatan}: hasil lama (*)")
        return "; ".join(isi)

    def jumlah(self) -> None:
        """Write mean and count of all units by month, below the units."""
        tata_letak, lembar, gaya, atas = (
            self.tata_letak,
            self.lembar,
            self.lembar.gaya,
            self.tata_letak.baris_jumlah,
        )
        latar = (("latar", "tebal", "awal"), ("latar", "pudar"))
        for baris, (teks, rupa) in enumerate(
            zip((tata_letak.sebutan, "ASN dinilai"), latar, strict=True), atas
        ):
            for kolom in range(self.tata.nomor["sela"]):
                lembar.teks(baris, kolom, teks if kolom == 2 else "", gaya("teks", *rupa))
        for nomor, (jumlah, dinilai) in enumerate(tata_letak.rekap.bagian_bulan):
            for apa, nilai, bentuk in (("jumlah", float(jumlah), "dua"), ("dinilai", dinilai, "bulat")):
                rumus = f"SUM({self.tata.rentang(kunci_bulan(nomor, apa), BARIS_KEPALA + 1, atas - 1)})"
                lembar.rumus(atas, self.kolom(nomor, apa), rumus, gaya(bentuk, "pudar", *latar[0]), nilai)
            if not dinilai:
                continue
            sel = [self.tata.sel(kunci_bulan(nomor, apa), atas) for apa in ("jumlah", "dinilai")]
            rata = tata_letak.rekap.bulan[nomor].rata_rata
            lembar.rumus(atas, self.kolom(nomor), tata_letak.rumus_bagi(*sel), gaya("dua", *latar[0]), rata)
            lembar.rumus(atas + 1, self.kolom(nomor), sel[1], gaya("bulat", *latar[1]), dinilai)
        for kunci in KUNCI_SAMA if self.bandingkan else ():
            isi = sum((self.nilai_sama(u)[KUNCI_SAMA.index(kunci)] for u in tata_letak.urutan), Fraction(0))
            rumus = f"SUM({self.tata.rentang(kunci, BARIS_KEPALA + 1, atas - 1)})"
            lembar.rumus(atas, self.tata.nomor[kunci], rumus, gaya("dua", "pudar", *latar[0]), float(isi))
        self.sama(atas, tata_letak.rekap.asn_sama, *latar[0])

    def gerak(self, blok: PenulisBlok, judul: str, semua: Sequence[Gerak], kosong: str) -> None:
        """Write a list of ASN in the columns of the months."""
        blok.judul(judul)
        if not semua:
            blok.kalimat(kosong, "miring")
            return
        lembar, tata_letak, gaya, nomor = self.lembar, self.tata_letak, self.lembar.gaya, self.tata.nomor
        siapa = {(unit.ringkas.kode, asn.nip): asn for unit in tata_letak.rekap.unit for asn in unit.asn}
        semua_deret = [self.deret(g, siapa.get((g.kode_unit, g.nip))) for g in semua]
        skala = SkalaBatang.dari(semua_deret)
        blok.kepala_tabel(lambda: self.kepala_gerak(blok.baris, skala))
        semua_baris = []
        for urutan, (g, deret) in enumerate(zip(semua, semua_deret, strict=True), 1):
            blok.lanjut(2)
            baris = blok.baris
            lembar.angka(baris, 0, urutan, gaya("umum", "tengah"))
            tata_letak.tautan_unit(lembar, baris, g.kode_unit)
            lembar.teks(baris, 2, f"{g.nama}\n{g.nip}", gaya("teks"))
            for letak, angka in enumerate(deret, self.kolom(0)):
                lembar.angka(baris, letak, angka, gaya("dua") if ada(angka) else gaya("sel", "kosong"))
            lembar.teks(baris, nomor["grafik"], "", gaya("sel"))
            self.perubahan(baris, g.selisih, (g.awal, g.akhir), "tebal")
            pindah = dict.fromkeys((g.predikat_awal, g.predikat_akhir))
            lembar.teks(baris, nomor["keterangan"], " → ".join(pindah), gaya("teks"))
            semua_baris.append(baris)
            blok.selesai(2)
        batang_bulan(lembar, self.tata, semua_baris, skala)

    def kepala_gerak(self, baris: int, skala: SkalaBatang) -> None:
        lain = {"kode": "Unit", "nama": "Nama dan NIP", "grafik": skala.judul, "keterangan": "Predikat"}
        for letak, kolom in enumerate(self.tata.kolom[: self.tata.nomor["sela"]]):
            self.lembar.teks(baris, letak, lain.get(kolom.kunci, kolom.judul), self.lembar.gaya("kepala"))

    def deret(self, gerak: Gerak, asn: AsnRekap | None) -> list[float]:
        """Return the ASN's months; those that are compared as the list has them."""
        kosong = [float("nan")] * len(self.tata_letak.rekap.bulan)
        hasil = list(asn.deret) if asn and asn.deret else kosong
        for bulan, angka in ((gerak.awal, gerak.nhk_awal), (gerak.akhir, gerak.nhk_akhir)):
            hasil[self.letak[bulan]] = angka
        return hasil


def sel_kota(tata_letak: TataLetakRekap, bulan: Bulan) -> str:
    """Return the cell of a month's mean over all units, as other sheets name it."""
    nomor = [baris.bulan for baris in tata_letak.rekap.bulan].index(bulan)
    return f"Tren!${tata_letak.tata_tren.huruf[kunci_bulan(nomor)]}${tata_letak.baris_jumlah + 1}"


def _blok_gerak(penulis: _PenulisTren, blok: PenulisBlok) -> None:
    """Write who rose, who fell and who stays below."""
    rekap = penulis.tata_letak.rekap
    if rekap.dibandingkan is None:
        blok.judul("Naik dan turun")
        blok.kalimat("Belum ada dua bulan berisi hasil yang dapat dibandingkan.", "miring")
    else:
        awal, akhir = rekap.dibandingkan
        antara = f"dari {awal.label} ke {akhir.label}"
        for kata, semua in (("naik", rekap.naik), ("turun", rekap.turun)):
            judul, kosong = f"Paling {kata} {antara}", f"Tidak ada ASN yang NHK-nya {kata}."
            penulis.gerak(blok, judul, semua, kosong)
    bawah = rekap.dua_bulan_bawah
    bulan = f" ({bawah[0].awal.label} dan {bawah[0].akhir.label}): utamakan bantuan" if bawah else ""
    kosong = "Tidak ada ASN yang dua bulan terakhir berturut-turut di bawah ekspektasi."
    penulis.gerak(blok, f"Dua bulan di bawah ekspektasi{bulan}", bawah, kosong)


def tulis_tren(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Tren."""
    tata, penulis = tata_letak.tata_tren, _PenulisTren(lembar, tata_letak)
    cetak = tata.kolom[: tata.nomor["sela"]]
    kepala = tata_letak.kepala(lembar, "Tren Bulanan", _BACA, cetak)
    lembar.kepala_tabel(kepala, tata.kolom)
    lembar.teks(kepala, tata.nomor["sela"], "", lembar.gaya())
    for u in tata_letak.urutan:
        penulis.unit(u)
    penulis.jumlah()
    lembar.dalam.set_row(tata_letak.baris_jumlah, 20)
    lembar.dalam.autofilter(kepala, 0, tata_letak.baris_jumlah - 1, len(cetak) - 1)
    blok = PenulisBlok(lembar, cetak, tata_letak.baris_jumlah + 2)
    # above the lists' own headers that of the units would be a second one
    blok.ulang = 0 if blok.sehalaman else kepala
    tulis_bulan_hilang(blok, tata_letak)
    tulis_hasil_usang(blok, tata_letak)
    _blok_gerak(penulis, blok)
    unit = [tata_letak.baris[u.ringkas.kode] for u in tata_letak.urutan if any(t.dinilai for t in u.bulan)]
    skala = SkalaBatang.dari([titik.rata_rata for titik in u.bulan] for u in tata_letak.urutan)
    batang_bulan(lembar, tata, [*unit, *([tata_letak.baris_jumlah] if unit else [])], skala)
    lembar.teks(kepala, tata.nomor["grafik"], skala.judul, lembar.gaya("kepala"))
    lembar.dalam.freeze_panes(kepala + 1, 3)
    lembar.tanpa_sudut_hijau(rumus=tata.rentang("no", kepala + 1, blok.baris, tata.kolom[-1].kunci))
    lembar.siapkan_cetak(blok.ulang, blok.baris - 1, len(cetak) - 1, tata_letak.kaki)
    blok.bagi_halaman()
    lembar.lindungi()
