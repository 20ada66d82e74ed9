"""The table of ASN on a unit's page: each row, and what unfolds beneath it, from the cells to the predikat."""

from collections.abc import Sequence
from math import isnan

from asn_nilai.acuan.baris_ringan import baris_ringan
from asn_nilai.acuan.hasil.hasil_unit import HasilUnit
from asn_nilai.acuan.hasil.kata_penjelasan import sebut_perilaku
from asn_nilai.acuan.hasil.nilai import DINILAI, SEMENTARA, NilaiAsn
from asn_nilai.acuan.hasil.penjelasan import Penjelasan
from asn_nilai.acuan.hasil.ringkas import kutip_kode
from asn_nilai.acuan.profil.aturan import Aturan
from asn_nilai.acuan.tulisan import tulis_angka
from asn_nilai.terbit.halaman.bagan import kelas_predikat, skala, tetap
from asn_nilai.terbit.halaman.unit.kerja import Kerja, kunci_dipakai, rumus_capaian, susun_kerja
from asn_nilai.terbit.halaman.unit.perilaku import TabelPerilaku, susun_perilaku


@baris_ringan
class BarisAsn:
    """One ASN; texts are ready to print, unescaped.

    Attributes:
        asn: the row of the result; `penjelasan` how it came about.
        letak: where the score that the ladder looks at stands, blank without one.
        predikat, kelas: what stands in the column, and its style.
        kerja: the working in each unit that counts; none where no indicator takes part.
        perilaku: what the months' sheets say of behaviour.
        rumus: the formulas that occur in it, with their bases and how sure these are.
        terendah: name and printed capaian of the lowest indicator, blank without one.
        tautan_pindah: address of the page where the score of an ASN who moved stands, else blank.
        jangkar: what links to the row name; blank where the NIP cannot be read or somebody else has it too.
    """

    asn: NilaiAsn
    penjelasan: Penjelasan
    nhk: str
    letak: str
    rating_perilaku: str
    nilai_akhir: str
    predikat: str
    kelas: str
    kerja: list[Kerja]
    perilaku: TabelPerilaku
    rumus: list[str]
    terendah: tuple[str, str]
    tautan_pindah: str
    jangkar: str


def baris_asn(hasil: HasilUnit, penjelasan: Sequence[Penjelasan], aturan: Aturan) -> list[BarisAsn]:
    """Return the rows of the table of ASN, in the order of the register."""
    rumus = {k: f"Rumus {k}: {tulisan} · {dasar}" for k, (tulisan, dasar) in rumus_capaian(aturan).items()}
    kelas, garis, desimal = kelas_predikat(aturan), skala(aturan), aturan.desimal
    semua: list[BarisAsn] = []
    terpakai = {""}
    for asn, urai in zip(hasil.nilai, penjelasan, strict=True):
        dinilai, baris = asn.status == DINILAI, [b for bagian in urai.bagian for b in bagian.baris]
        terendah = min((b for b in baris if not isnan(b.capaian)), key=lambda b: b.capaian, default=None)
        semua.append(
            BarisAsn(
                asn=asn,
                penjelasan=urai,
                nhk=tetap(asn.nhk, desimal),
                letak=garis.letak(asn.nhk if aturan.rating_hasil else asn.nilai_akhir),
                rating_perilaku=sebut_perilaku(asn.perilaku, aturan),
                nilai_akhir="" if isnan(asn.nilai_akhir) else tetap(asn.nilai_akhir, desimal),
                predikat=f"{asn.predikat} (sementara, {asn.kata_sementara})"
                if asn.status == SEMENTARA
                else asn.predikat
                if dinilai
                else asn.status,
                kelas=kelas.get(asn.predikat, "p0") if dinilai else "p0",
                kerja=[susun_kerja(bagian, aturan) for bagian in urai.bagian],
                perilaku=susun_perilaku(urai.perilaku),
                rumus=[rumus[kunci] for kunci in kunci_dipakai(urai, aturan)],
                terendah=("", "")
                if terendah is None
                else (terendah.indikator, tulis_angka(terendah.capaian, 2)),
                tautan_pindah=f"../{kutip_kode(asn.pindah_ke)}/ringkasan.html" if asn.pindah_ke else "",
                jangkar="" if asn.nip in terpakai or not asn.nip.isalnum() else f"a{asn.nip}",
            )
        )
        terpakai.add(asn.nip)
    return semua
