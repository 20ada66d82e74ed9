"""The sheet Peringkat: the units by mean NHK, every count and mean a formula over the unit's own sheet."""

from asn_nilai.acuan.hasil.kata_keadaan import LEBIH_LAMA
from asn_nilai.acuan.hasil.nilai import BELUM_DINILAI, DINILAI, SEMENTARA
from asn_nilai.acuan.pecahan import pecahan
from asn_nilai.acuan.rekap.baris import BELUM_DIPERINGKAT, TERANGKAT, UNIT_KECIL, UnitRekap
from asn_nilai.acuan.rekap.kata_kedudukan import keterangan_kedudukan, sebut_setara
from asn_nilai.acuan.rekap.kedudukan import BATAS_KEBETULAN
from asn_nilai.acuan.setoran.status import LENGKAP
from asn_nilai.terbit.buku.gaya import Lembar
from asn_nilai.terbit.buku.rekap.kolom import kunci_predikat
from asn_nilai.terbit.buku.rekap.tata_letak import BARIS_KEPALA, TataLetakRekap

USANG = f"hasil {LEBIH_LAMA}"
_BACA = (
    "unit diurutkan menurut rata-rata nilai hasil kerja (NHK) ASN yang sudah dinilai; rata-rata yang sama berbagi peringkat. Unit yang "
    "kurang dari {cakupan} persen ASN-nya dinilai belum diperingkat. Setara: tempat-tempat yang masih mungkin karena kebetulan saja; unit yang "
    "setara jangan dibedakan. Unit kecil (kurang dari {batas} ASN dinilai) mudah digeser satu orang. Klik kode unit untuk daftar ASN-nya."
)
TANPA_JENIS = "–"


def keterangan_unit(unit: UnitRekap, desimal: int) -> str:
    """Return what the reader must know of a unit's figures."""
    ringkas = unit.ringkas
    isi = [ringkas.status] if ringkas.status != LENGKAP else []
    isi += [USANG] if unit.usang else []
    isi += keterangan_kedudukan(unit, desimal)
    isi += [f"{ringkas.pindah} ASN pindah, dihitung di unit terakhir"] if ringkas.pindah else []
    return "; ".join(isi)


class _PenulisPeringkat:
    def __init__(self, lembar: Lembar, tata_letak: TataLetakRekap) -> None:
        self.lembar, self.tata_letak, self.tata = lembar, tata_letak, tata_letak.tata_peringkat
        self.predikat = tuple(enumerate(tata_letak.rekap.aturan.predikat.urutan))

    def rumus(self, baris: int, kunci: str, rumus: str, nilai: object, *gaya: str) -> None:
        self.lembar.rumus(baris, self.tata.nomor[kunci], rumus, self.lembar.gaya(*gaya), nilai)

    def unit(self, baris: int, unit: UnitRekap) -> None:
        tata_letak, lembar, ringkas, gaya = self.tata_letak, self.lembar, unit.ringkas, self.lembar.gaya
        teks = {
            "nama": ringkas.nama,
            "keterangan": keterangan_unit(unit, tata_letak.desimal),
            "jenis": ringkas.jenis,
        }
        tata_letak.nama_unit(
            lembar, baris, unit, *((isi, self.tata.lebar(kunci)) for kunci, isi in teks.items())
        )
        lembar.teks(baris, 3, ringkas.jenis or TANPA_JENIS, gaya("teks"))
        status, nhk, predikat = (tata_letak.di_unit(unit, kunci) for kunci in ("status", "nhk", "predikat"))
        asn, dinilai, jumlah = (self.tata.sel(kunci, baris) for kunci in ("asn", "dinilai", "jumlah"))
        berstatus = (DINILAI, BELUM_DINILAI, *((SEMENTARA,) if "sementara" in self.tata.nomor else ()))
        semua = "+".join(f'COUNTIF({status},"{kata}")' for kata in berstatus)
        self.rumus(baris, "asn", semua, ringkas.jumlah_asn, "bulat")
        self.rumus(baris, "dinilai", f'COUNTIF({status},"{DINILAI}")', ringkas.dinilai, "bulat")
        sisa = f"{asn}-{dinilai}"
        if "sementara" in self.tata.nomor:
            self.rumus(baris, "sementara", f'COUNTIF({status},"{SEMENTARA}")', ringkas.sementara, "bulat")
            sisa += f"-{self.tata.sel('sementara', baris)}"
        self.rumus(baris, "belum", sisa, ringkas.belum_dinilai, "bulat")
        persen = tata_letak.persen(ringkas.dinilai, ringkas.jumlah_asn)
        self.rumus(baris, "persen", tata_letak.rumus_persen(dinilai, asn), persen, "dua")
        self.rumus(baris, "rata", tata_letak.rumus_bagi(jumlah, dinilai), unit.rata_rata, "dua", "tebal")
        for nomor, label in self.predikat:
            kunci = kunci_predikat(nomor)
            cocok = f'COUNTIFS({predikat},{self.tata.huruf[kunci]}${BARIS_KEPALA + 1},{status},"{DINILAI}")'
            self.rumus(baris, kunci, cocok, ringkas.predikat.get(label, 0), "bulat")
        lembar.teks(baris, self.tata.nomor["keterangan"], teks["keterangan"], gaya("teks"))
        self.dasar(baris, unit, status, nhk)
        self.tempat(baris, unit)
        self.tanda(baris, unit)

    def dasar(self, baris: int, unit: UnitRekap, status: str, nhk: str) -> None:
        """Write beside the page what places are counted from: sums, deviations, and whether the unit is ranked."""
        bagian, cakupan = (
            self.tata_letak.bagian[unit.ringkas.kode],
            self.tata_letak.rekap.pengaturan.cakupan_peringkat,
        )
        asn, dinilai, jumlah, tepat = (self.tata.sel(k, baris) for k in ("asn", "dinilai", "jumlah", "tepat"))
        semua = f'SUMIFS({nhk},{status},"{DINILAI}")'
        self.rumus(baris, "jumlah", semua, float(bagian[0]), "dua", "pudar")
        rata = float(bagian[0] / bagian[1]) if bagian[1] else 0
        self.rumus(baris, "tepat", f"IF({dinilai}=0,0,{jumlah}/{dinilai})", rata, "rinci", "pudar")
        simpangan = sum(
            (pecahan(a.nhk) - bagian[0] / bagian[1]) ** 2 for a in unit.asn if a.status == DINILAI
        )
        rumus = f'SUMPRODUCT(({status}="{DINILAI}")*({nhk}-{tepat})^2)'
        self.rumus(baris, "simpangan", rumus, float(simpangan), "rinci", "pudar")
        cukup = f"IF({dinilai}=0,0,IF({dinilai}*100>={cakupan}*{asn},1,0))"
        self.rumus(baris, "ikut", cukup, int(unit.peringkat is not None), "bulat", "pudar")

    def tempat(self, baris: int, unit: UnitRekap) -> None:
        """Write the ranks, the places that chance leaves open, and an order without equal places for Ringkasan."""
        kedudukan = unit.kedudukan
        semua = {k: self.rentang(k) for k in ("ikut", "rata", "jenis")}
        ini = {
            k: self.tata.sel(k, baris) for k in ("ikut", "rata", "jenis", "peringkat", "terbaik", "terburuk")
        }
        lebih = f"({semua['ikut']}=1)*({semua['rata']}>{ini['rata']})"
        sejenis = f"({semua['jenis']}={ini['jenis']})"
        bila = f'IF({ini["ikut"]}=1,{{}},"")'
        self.rumus(
            baris,
            "peringkat",
            bila.format(f"1+SUMPRODUCT({lebih})"),
            unit.peringkat,
            "bulat",
            "tengah",
            "tebal",
        )
        jenis = f'IF({ini["jenis"]}="{TANPA_JENIS}","",1+SUMPRODUCT({lebih}*{sejenis}))'
        self.rumus(baris, "dalam_jenis", bila.format(jenis), kedudukan.peringkat_jenis, "bulat", "tengah")
        terbaik, terburuk = kedudukan.setara or (None, None)
        self.rumus(baris, "terbaik", bila.format(f"1+{self.jelas(baris, '>')}"), terbaik, "bulat", "pudar")
        jelas = f"SUM({semua['ikut']})-{self.jelas(baris, '<')}"
        self.rumus(baris, "terburuk", bila.format(jelas), terburuk, "bulat", "pudar")
        a, b = ini["terbaik"], ini["terburuk"]
        setara = f'IF({a}={b},{a}&"",{a}&"–"&{b})'
        self.rumus(baris, "setara", bila.format(setara), sebut_setara(unit), "umum", "tengah")
        letak, huruf = ini["peringkat"], self.tata.huruf["peringkat"]
        urutan = bila.format(f"{letak}+COUNTIF({huruf}${BARIS_KEPALA + 2}:{letak},{letak})-1")
        tempat = None if unit.peringkat is None else baris - BARIS_KEPALA
        self.rumus(baris, "urutan", urutan, tempat, "bulat", "pudar")

    def jelas(self, baris: int, arah: str) -> str:
        """Return the formula of how many ranked units lie above (`>`) or below this one by more than chance makes."""
        ikut, rata, orang, beda2 = (self.rentang(k) for k in ("ikut", "tepat", "dinilai", "simpangan"))
        m, n, s = (self.tata.sel(k, baris) for k in ("tepat", "dinilai", "simpangan"))
        jarak = f"({rata}-{m})^2*{orang}*{n}"
        batas = f"{BATAS_KEBETULAN}^2*(({orang}+{n})*({beda2}+{s})+{jarak})"
        return f"SUMPRODUCT(({ikut}=1)*({rata}{arah}{m})*({jarak}*({orang}+{n}-1)>{batas}))"

    def rentang(self, kunci: str) -> str:
        """Return the units' cells of a column."""
        return self.tata.rentang_tetap(kunci, BARIS_KEPALA + 1, self.tata_letak.baris_jumlah - 1)

    def tanda(self, baris: int, unit: UnitRekap) -> None:
        """Write why the unit's mean is not to be trusted like that of others."""
        if not unit.ringkas.kode:
            self.lembar.teks(baris, self.tata.nomor["ukuran"], "", self.lembar.gaya("teks"))
            return
        asn, dinilai, ikut = (self.tata.sel(k, baris) for k in ("asn", "dinilai", "ikut"))
        lain = TERANGKAT if unit.kedudukan.terangkat else ""
        kecil = f'IF({dinilai}<{self.tata_letak.rekap.pengaturan.unit_kecil},"{UNIT_KECIL}","{lain}")'
        rumus = f'IF({asn}=0,"",IF({ikut}=0,"{BELUM_DIPERINGKAT}",{kecil}))'
        tegur = ("tegur",) if unit.tanda in {BELUM_DIPERINGKAT, TERANGKAT} else ()
        self.rumus(baris, "ukuran", rumus, unit.tanda, "teks", *tegur)

    def jumlah(self) -> None:
        """Write the totals of all units."""
        tata_letak, rekap, baris = self.tata_letak, self.tata_letak.rekap, self.tata_letak.baris_jumlah
        latar = ("latar", "tebal", "awal")
        for kunci, kolom in self.tata.nomor.items():
            if kolom < self.tata.nomor["sela"]:
                teks = tata_letak.sebutan if kunci == "nama" else ""
                self.lembar.teks(baris, kolom, teks, self.lembar.gaya("teks", *latar))
        hitung = {"asn": rekap.jumlah_asn, "dinilai": rekap.dinilai, "belum": rekap.belum_dinilai}
        hitung |= {"sementara": rekap.sementara} if "sementara" in self.tata.nomor else {}
        hitung |= {kunci_predikat(nomor): rekap.predikat[label] for nomor, label in self.predikat}
        for kunci, nilai in hitung.items():
            self.rumus(baris, kunci, self.sum(kunci), nilai, "bulat", *latar)
        jumlah = float(sum(jumlah for jumlah, _ in tata_letak.bagian.values()))
        self.rumus(baris, "jumlah", self.sum("jumlah"), jumlah, "dua", "pudar", *latar)
        dinilai, asn = (self.tata.sel(kunci, baris) for kunci in ("dinilai", "asn"))
        persen = tata_letak.persen(rekap.dinilai, rekap.jumlah_asn)
        self.rumus(baris, "persen", tata_letak.rumus_persen(dinilai, asn), persen, "dua", *latar)
        rata = tata_letak.rumus_bagi(self.tata.sel("jumlah", baris), dinilai)
        self.rumus(baris, "rata", rata, rekap.rata_rata, "dua", *latar)

    def sum(self, kunci: str) -> str:
        return f"SUM({self.tata.rentang(kunci, BARIS_KEPALA + 1, self.tata_letak.baris_jumlah - 1)})"


def tulis_peringkat(lembar: Lembar, tata_letak: TataLetakRekap) -> None:
    """Write the sheet Peringkat."""
    tata = tata_letak.tata_peringkat
    cetak = tata.nomor["sela"]
    atur = tata_letak.rekap.pengaturan
    kalimat = _BACA.format(batas=atur.unit_kecil, cakupan=atur.cakupan_peringkat)
    kepala = tata_letak.kepala(lembar, "Peringkat Unit Kerja", kalimat, tata.kolom[:cetak])
    lembar.kepala_tabel(kepala, tata.kolom)
    lembar.teks(kepala, cetak, "", lembar.gaya())
    penulis = _PenulisPeringkat(lembar, tata_letak)
    for unit in tata_letak.urutan:
        penulis.unit(tata_letak.baris[unit.ringkas.kode], unit)
    penulis.jumlah()
    lembar.dalam.set_row(tata_letak.baris_jumlah, 20)
    lembar.dalam.autofilter(kepala, 0, tata_letak.baris_jumlah - 1, cetak - 1)
    lembar.dalam.freeze_panes(kepala + 1, 3)
    hitung = tata.rentang("peringkat", kepala + 1, tata_letak.baris_jumlah, "urutan")
    lembar.tanpa_sudut_hijau(rumus=hitung)
    lembar.siapkan_cetak(kepala, tata_letak.baris_jumlah, cetak - 1, tata_letak.kaki)
    lembar.lindungi()
