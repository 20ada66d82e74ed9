"""Made-up results of a unit, and an independent, exact calculation of what they must be.

Nothing here comes from the program: the arithmetic is written anew on fractions from the contract's words.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from nilai_buatan import MARET, nilai_indikator, perilaku_aspek, perilaku_pimpinan
from nilai_buatan import hasil_unit as buat_hasil
from nilai_buatan import nilai_asn as buat_asn

from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.nilai import BagianNilai, NilaiIndikator
from asn_nilai.acuan.isian.register.penandatangan import Pejabat, Penandatangan
from asn_nilai.acuan.isian.skema import Penempatan, Unit
from asn_nilai.acuan.letak import Letak
from asn_nilai.acuan.setoran.perilaku import Perilaku
from asn_nilai.acuan.temuan import Temuan, temuan

ATAS, SESUAI, BAWAH = "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Di Bawah Ekspektasi"
NAN = float("nan")


@dataclass
class Angka:
    """The figures of the rule, as the issue states them."""

    lantai: Fraction = Fraction(0)
    plafon: Fraction = Fraction(120)
    titik: tuple = ((Fraction(0), Fraction(0)), (Fraction(90), Fraction(100)), (Fraction(100), Fraction(120)))
    desimal: int = 2
    batas: tuple = (Fraction(100), Fraction(90))
    matriks: dict = field(
        default_factory=lambda: {
            ATAS: {BAWAH: "Kurang", SESUAI: "Baik", ATAS: "Sangat Baik"},
            SESUAI: {BAWAH: "Kurang", SESUAI: "Baik", ATAS: "Baik"},
            BAWAH: {BAWAH: "Sangat Kurang", SESUAI: "Butuh Perbaikan", ATAS: "Butuh Perbaikan"},
        }
    )


@dataclass
class Indikator:
    """One row: figures as typed, so that they are exact."""

    polaritas: str
    bobot: str
    target: str
    realisasi: str | None
    terburuk: str | None = None
    kode: str = "IK-01"
    nama: str = "Persentase layanan yang selesai tepat waktu"
    satuan: str = "persen"


@dataclass
class Asn:
    nip: str
    nama: str
    indikator: list
    perilaku: str = SESUAI
    aspek: tuple = ()
    """The seven aspects that give `perilaku`; empty where the leader wrote it."""
    jabatan: str = "Analis Kebijakan Ahli Muda"
    halangan: str = ""
    """Code of a finding that keeps the score back whatever the figures."""
    pindah: tuple = ()
    """(unit, NHK, months) of the other units; ends with this unit's months as an int."""
    status: str = ""


def capaian(baris: Indikator, angka: Angka) -> Fraction | None:
    if baris.realisasi is None:
        return None
    t, r = Fraction(baris.target), Fraction(baris.realisasi)
    if baris.polaritas == "Maksimal":
        if t == 0:
            return None
        hasil = (1 + (1 - r / t)) * 100 if t < 0 else r / t * 100
    elif baris.polaritas == "Minimal":
        if t == 0:
            if baris.terburuk is None:
                return None
            w = Fraction(baris.terburuk)
            hasil = (w - r) / w * 100
        else:
            hasil = (1 + (1 - r / t)) * 100
    else:
        x = r / t * 100 if r <= t else 200 - r / t * 100
        (x1, y1), (x2, y2), (x3, y3) = angka.titik
        hasil = y1 + (x - x1) * (y2 - y1) / (x2 - x1) if x <= x2 else y2 + (x - x2) * (y3 - y2) / (x3 - x2)
    return max(angka.lantai, min(angka.plafon, hasil))


def bulat(nilai: Fraction, desimal: int) -> Fraction:
    kali = 10**desimal
    tanda = -1 if nilai < 0 else 1
    return tanda * Fraction(int(abs(nilai) * kali + Fraction(1, 2)), kali)


def nhk(semua: list, angka: Angka) -> Fraction | None:
    hasil = [capaian(baris, angka) for baris in semua]
    if not hasil or None in hasil:
        return None
    bobot = [Fraction(baris.bobot) for baris in semua]
    return bulat(sum(b * c for b, c in zip(bobot, hasil, strict=True)) / sum(bobot), angka.desimal)


def rating(nilai: Fraction | None, angka: Angka) -> str:
    if nilai is None:
        return ""
    if nilai > angka.batas[0]:
        return ATAS
    return SESUAI if nilai >= angka.batas[1] else BAWAH


def nilai_asn(asn: Asn, angka: Angka) -> tuple[Fraction | None, Fraction | None, str, str]:
    """Return (own NHK, printed NHK, rating, predikat)."""
    sendiri = None if asn.halangan else nhk(asn.indikator, angka)
    cetak = sendiri
    if asn.pindah and asn.status != "Pindah":
        *lain, bulan = asn.pindah
        bagian = [(Fraction(str(n)), m) for _, n, m in lain]
        if sendiri is not None:
            bagian.append((sendiri, bulan))
            cetak = bulat(sum(n * m for n, m in bagian) / sum(m for _, m in bagian), angka.desimal)
    label = rating(cetak, angka)
    predikat = angka.matriks[label][asn.perilaku] if label and asn.perilaku else "Belum Dinilai"
    return (sendiri, cetak, "", "") if asn.status == "Pindah" else (sendiri, cetak, label, predikat)


def _angka(nilai) -> float:
    return NAN if nilai is None else float(Fraction(nilai))


@dataclass
class _Pembuat:
    """Makes the rows of one unit, ASN after ASN."""

    unit: Unit
    angka: Angka
    nilai: list = field(default_factory=list)
    temuan: list = field(default_factory=list)
    baris: int = 8
    """Row of the next indicator on the unit's sheets."""

    def asn(self, asn: Asn) -> None:
        sendiri, cetak, label, predikat = nilai_asn(asn, self.angka)
        awal = self.baris
        rincian = [self._indikator(asn, ind) for ind in asn.indikator]
        indikator = tuple(milik for milik, _ in rincian)
        alasan = [temuan for _, temuan in rincian if temuan] + self._halangan(asn, awal)
        bagian = ()
        if asn.pindah and asn.status != "Pindah":
            *lain, bulan = asn.pindah
            bagian = (
                *(BagianNilai(Unit(k, k), float(n), m, ()) for k, n, m in lain),
                BagianNilai(self.unit, _angka(sendiri), bulan, indikator),
            )
        self.nilai.append(
            buat_asn(
                Penempatan(asn.nip, asn.nama, self.unit.kode, golongan="III/c", jabatan=asn.jabatan),
                indikator=indikator,
                nhk=_angka(cetak),
                rating_hasil=label,
                perilaku=self._perilaku(asn, self._letak("Perilaku", f"N{awal}")),
                predikat=predikat,
                alasan=alasan,
                bagian=bagian,
                pindah_ke="BKPSDM" if asn.status == "Pindah" else "",
            )
        )

    def _perilaku(self, asn: Asn, letak: Letak) -> Perilaku:
        if not asn.aspek:
            return perilaku_pimpinan(asn.perilaku, letak)
        return perilaku_aspek(asn.perilaku, asn.aspek, {BAWAH: 1.0, SESUAI: 2.0, ATAS: 3.0}, letak)

    def _indikator(self, asn: Asn, ind: Indikator) -> tuple[NilaiIndikator, Temuan | None]:
        nomor, self.baris = self.baris, self.baris + 1
        alasan, c = None, capaian(ind, self.angka)
        if c is None:
            jenis = "realisasi-kosong" if ind.realisasi is None else "target-nol"
            alasan = self._temuan(asn, jenis, "Capaian", f"H{nomor}", indikator=ind.nama, teks="")
        bobot = Fraction(ind.bobot)
        milik = nilai_indikator(
            ind.kode, nama=ind.nama, satuan=ind.satuan, polaritas=ind.polaritas,
            terburuk=None if ind.terburuk is None else _angka(ind.terburuk), bobot=_angka(bobot),
            target=_angka(ind.target), realisasi=_angka(ind.realisasi), capaian=_angka(c),
            tertimbang=_angka(None if c is None else bobot * c / sum(Fraction(b.bobot) for b in asn.indikator)),
            sel_target=[self._letak("Target", f"J{nomor}")], sel_realisasi=[self._letak("Capaian", f"H{nomor}")],
        )  # fmt: skip
        return milik, alasan

    def _halangan(self, asn: Asn, awal: int) -> list[Temuan]:
        alasan = []
        if asn.halangan:
            alasan.append(self._temuan(asn, asn.halangan, "Target", f"G{awal}", jumlah="95"))
        if asn.status != "Pindah" and not asn.perilaku:
            alasan.append(self._temuan(asn, "perilaku-kosong", "Perilaku", "", kurang="Loyal"))
        return alasan

    def _letak(self, lembar: str, sel: str) -> Letak:
        folder = "target" if lembar == "Target" else "capaian/2026-03"
        return Letak(f"{folder}/{self.unit.kode}.xlsx", lembar, sel)

    def _temuan(self, asn: Asn, jenis: str, lembar: str, sel: str, **isi: str) -> Temuan:
        isi |= {"nama": asn.nama, "periode": MARET.label}
        hasil = temuan(jenis, self._letak(lembar, sel), unit=self.unit.kode, nip=asn.nip, **isi)
        self.temuan.append(hasil)
        return hasil


def hasil_unit(
    semua: list, *, kode="DISDIK", nama="Dinas Pendidikan", kepala="", angka=None, temuan_lain=()
) -> HasilUnit:
    """Return the results of a unit as scoring hands them to publication."""
    pembuat = _Pembuat(Unit(kode, nama, "Dinas", kepala), angka or Angka())
    for asn in semua:
        pembuat.asn(asn)
    hasil = buat_hasil(pembuat.nilai, unit=pembuat.unit, temuan=[*pembuat.temuan, *temuan_lain])
    nama_kepala = next((asn.nama for asn in semua if asn.nip == kepala), "")
    return replace(hasil, penandatangan=Penandatangan(Pejabat(nama_kepala, kepala)))


def nip(nomor: int) -> str:
    return f"19800101200501{1 + nomor % 2}{nomor:03d}"


def unit_lengkap() -> list[Asn]:
    """Return ASN that meet every polarity, sign, tie and gap."""
    m, n, s = "Maksimal", "Minimal", "Stabil"
    return [
        Asn(nip(1), "Siti Rahmawati", [Indikator(m, "40", "100", "95"), Indikator(n, "35", "5", "4"), Indikator(s, "25", "50", "52")]),
        Asn(nip(2), "Budi Santoso", [Indikator(m, "100", "200", "179.99")]),  # 89.995 → 90.00
        Asn(nip(3), "Citra Dewi", [Indikator(m, "100", "100000", "89994.9")], perilaku=ATAS),  # 89.9949 → 89.99
        Asn(nip(4), "Dedi Kurnia", [Indikator(m, "100", "100", "100.005")], perilaku=ATAS),  # 100.005 → 100.01
        Asn(nip(5), "Eka Putri", [Indikator(m, "100", "100", "100.004")], perilaku=BAWAH),  # 100.00
        Asn(nip(6), "Fajar Nugroho", [Indikator(m, "50", "-10", "-8"), Indikator(m, "50", "-10", "-13.7")]),
        Asn(nip(7), "Gita Lestari", [Indikator(n, "60", "0", "2", "10"), Indikator(n, "40", "0", "0", "10")]),
        Asn(nip(8), "Hadi Wijaya", [Indikator(n, "60", "5", "11"), Indikator(n, "40", "7", "0")], perilaku=BAWAH),
        Asn(nip(9), "Indah Sari", [Indikator(s, "30", "90", "81"), Indikator(s, "30", "90", "90"), Indikator(s, "40", "90", "99.1")]),
        Asn(nip(10), "Joko Susilo", [Indikator(s, "50", "10", "25"), Indikator(s, "50", "10", "10.4")], perilaku=ATAS),
        Asn(nip(11), "Kartika", [Indikator(m, "50", "10", "9"), Indikator(m, "50", "10", None)]),
        Asn(nip(12), "Lukman Hakim", [Indikator(m, "60", "10", "9"), Indikator(m, "35", "10", "11")], halangan="bobot-tidak-100"),
        Asn(nip(13), "Maya Anggraini", [Indikator(m, "50", "3", "2"), Indikator(m, "50", "0", "4")]),
        Asn(nip(14), "Nanda", [Indikator(m, "100", "3", "2.9")], perilaku=""),
        Asn(nip(15), "Oki Pratama", [Indikator(m, "100", "100", "93.335")], pindah=(("BKPSDM", "88.17", 2), 1)),
        Asn(nip(16), "Putri Ayu", [Indikator(m, "100", "100", "99.5")], status="Pindah", perilaku=""),
        Asn(nip(17), "Rahmat", [Indikator(m, "50", "10", None)], pindah=(("BKPSDM", "88.17", 2), 1)),
        Asn(nip(18), "Sinta", [], halangan="asn-tanpa-target"),
        Asn(nip(19), "Tono", [Indikator(m, "60", "10", None), Indikator(m, "35", "10", "11")], halangan="bobot-tidak-100"),
        Asn(nip(20), "Umar", [Indikator(m, "33.33", "3", "1"), Indikator(m, "33.33", "7", "6"), Indikator(s, "33.34", "11", "9.7")], aspek=(*[ATAS] * 3, *[SESUAI] * 4)),  # 17/7
        Asn(nip(21), "Vina", [Indikator(m, "50", "-3", "7.777"), Indikator(n, "50", "0.3", "0.1")], perilaku=BAWAH),
    ]  # fmt: skip
