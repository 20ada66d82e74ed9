"""What `mulai` and the desk ask, word for word: each question with what Enter takes, its choices, and what is said of a wrong answer."""

import re
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from keluaran_beku import cocokkan, tenang

from asn_nilai.acuan import jam
from asn_nilai.acuan.isian.skema import Penempatan, Skema, Unit
from asn_nilai.acuan.periode import Periode
from asn_nilai.acuan.rekap.keadaan_tahun import KeadaanPeriode, KeadaanTahun
from asn_nilai.cli import tanya
from asn_nilai.cli.layar import Layar
from asn_nilai.cli.meja import isian
from asn_nilai.cli.perintah import mulai

MEI, JUN, T2 = (
    KeadaanPeriode(Periode.dari_teks(teks), 2, 3, ("C",), galat=4, dihitung=True)
    for teks in ("2026-05", "2026-06", "2026-T2")
)
ORANG = [Penempatan(f"19850101201001{n:04}", f"Siti {chr(65 + n)}", "KEL" * (n != 3)) for n in range(17)]
SKEMA = Skema({"KEL": Unit("KEL", "Kelurahan")}, tuple(ORANG), {})


@pytest.fixture
def tanya_jawab(monkeypatch, tmp_path, capsys):
    """Answer one question after another, note what was asked; an answer that is refused is noted with its refusal."""
    kata = []

    class TanyaJawab:
        jawaban: list[str]

        def ketik(self, pertanyaan, bawaan="", periksa=None):
            kata.append(f"? {pertanyaan} [{bawaan}]")
            while True:
                jawab = self.jawaban.pop(0)
                isi = jawab or bawaan
                keluhan = periksa(isi) if periksa else ""
                kata.append(f"  {isi!r}{' ditolak: ' + keluhan if keluhan else ''}")
                if not keluhan:
                    return isi

        def pilih(self, pertanyaan, jawaban, bawaan=""):
            kata.append(f"? {pertanyaan} [{bawaan}]")
            kata.extend(f"  - {nilai}: {label}" for nilai, label in jawaban)
            return self.jawaban.pop(0)

        def setuju(self, pertanyaan, *, bawaan):
            kata.append(f"? {pertanyaan} [{'ya' if bawaan else 'tidak'}]")
            return self.jawaban.pop(0) == "y"

        def __call__(self, judul, tanyakan, *jawaban):
            kata.append(f"# {judul}")
            self.jawaban = [*jawaban]
            hasil = tanyakan()
            assert not self.jawaban
            kata.append(f"= {hasil}\n{capsys.readouterr().err}")

        def banding(self, nama):
            kini = f"[{jam.kini().year}]"
            teks = tenang("\n".join(kata), tmp_path).replace(
                f"Tahun penilaian: {kini}", "Tahun penilaian: [TAHUN INI]"
            )
            cocokkan(f"layar-pertanyaan-{nama}.txt", re.sub("(Posix|Windows)Path", "Path", teks))

    ini = TanyaJawab()
    for nama in ("ketik", "pilih", "setuju"):
        monkeypatch.setattr(tanya, nama, getattr(ini, nama))
    monkeypatch.chdir(tmp_path)
    return ini


def test_mulai(tanya_jawab, tmp_path):
    (tmp_path / "berisi").mkdir()
    (tmp_path / "berisi/a.txt").touch()
    kosong = (None, None, None, None, ())
    semua = ("26", "1999", "2100", "dua ribu", "2099", "", "Kota", "tiada.xlsx", "", "", "buku", "")
    tanya_jawab("baru", lambda: mulai._tanyakan(mulai._Pilihan(Path("baru"), *kosong)), *semua)
    tanya_jawab(
        "berisi, tahun dan instansi sudah ditulis",
        lambda: mulai._tanyakan(mulai._Pilihan(Path("berisi"), 2000, "Kota", None, None, ())),
        "y", "", "", "kosong",
    )  # fmt: skip
    tanya_jawab(
        "semua sudah ditulis",
        lambda: mulai._tanyakan(
            mulai._Pilihan(Path(), 2026, "Kota", Path("a.xlsx"), Path("b.xlsx"), ("semua",))
        ),
        "y",
    )
    tanya_jawab(
        "unit tidak ditanyakan bila pegawai ada",
        lambda: mulai._tanyakan(mulai._Pilihan(Path("baru"), 2026, "Kota", Path("a.xlsx"), None, ("semua",))),
    )
    with pytest.raises(KeyboardInterrupt):
        tanya_jawab("tidak jadi", lambda: mulai._tanyakan(mulai._Pilihan(Path("berisi"), *kosong)), "t")
    tanya_jawab.banding("mulai")


def test_meja(tanya_jawab, monkeypatch, tmp_path):
    monkeypatch.setattr(isian, "siapkan_tahun", lambda _: SimpleNamespace(skema=SKEMA))
    monkeypatch.setattr(jam, "kini", lambda: datetime(2026, 6, 5).astimezone())
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "rumah")
    (tmp_path / "kota").mkdir()
    (tmp_path / "kota/asn-nilai.toml").touch()
    (tmp_path / "berkas").touch()
    tahun = KeadaanTahun("Kota", 2026, "Aturan", (MEI, KeadaanPeriode(JUN.periode, 0, 3)), (), target=0)
    siap = KeadaanTahun("Kota", 2026, "Aturan", (MEI, KeadaanPeriode(JUN.periode, 0, 3)), (), target=2)
    layar, kunci = Layar(), ("kunci", "--periode", "2026-05")
    bersih = KeadaanPeriode(MEI.periode, 3, 3, dihitung=True)
    for judul, tanyakan, jawaban in (
        ("periode", lambda: isian.tanya_periode(MEI.periode, 2026), ("0", "13", "2025", "T9", "bulan lalu", "12")),
        ("periode yang sama", lambda: isian.tanya_periode(MEI.periode, 2026), ("",)),
        ("templat, tanpa target", lambda: isian.tanya_templat(tahun, MEI), ("target",)),
        ("templat", lambda: isian.tanya_templat(siap, MEI), ("2026-06",)),
        ("templat, periode panjang", lambda: isian.tanya_templat(siap, T2), ("",)),
        ("surat", lambda: isian.tanya_surat(MEI), ("nota-dinas",)),
        ("surat sebelum dihitung", lambda: isian.tanya_surat(KeadaanPeriode(MEI.periode, 2, 3)), ("",)),
        ("asn", lambda: isian.tanya_asn(layar, Path(), MEI.periode), ("siti", "xyz", "sitti b", "lagi", "198501012010010003")),
        ("dua belas orang dipilih", lambda: isian.tanya_asn(layar, Path(), MEI.periode), ("19850101201001000", ORANG[4].nip)),
        ("tidak jadi", lambda: isian.tanya_asn(layar, Path(), MEI.periode), ("",)),
        ("telaah", lambda: isian.tanya_telaah(layar, Path(), MEI), ("riwayat",)),
        ("keberatan", lambda: isian.tanya_telaah(layar, Path(), MEI), ("keberatan", "siti d", "2026", "05/07/2026")),
        ("keberatan hari ini", lambda: isian.tanya_telaah(layar, Path(), MEI), ("keberatan", "siti d", "")),
        ("kunci", lambda: isian.lengkapi(layar, bersih, kunci), ("", "kemarin", "05/02/2026")),
        ("kunci dengan galat", lambda: isian.lengkapi(layar, MEI, kunci), ('Unit "A" lebur', "800/1", "")),
        ("kunci dengan galat, semua setor", lambda: isian.lengkapi(layar, KeadaanPeriode(MEI.periode, 3, 3, galat=1), kunci), ("",)),
        ("koreksi", lambda: isian.lengkapi(layar, MEI, ("hitung", "--koreksi", "…")), ("Salah",)),
        ("koreksi tidak jadi", lambda: isian.lengkapi(layar, MEI, ("hitung", "--koreksi", "…")), ("",)),
        ("folder baru", lambda: isian.tanya_folder_baru(contoh=False), ("kota", "berkas", "0")),
        ("folder contoh", lambda: isian.tanya_folder_baru(contoh=True), ("",)),
        ("peringatan", lambda: [isian.peringatan(ini) for ini in (kunci, ("hitung", "--koreksi", "x"), ("rekap", "--samarkan"), ("hitung",), ())], ()),
    ):  # fmt: skip
        tanya_jawab(judul, tanyakan, *jawaban)
    (tmp_path / "rumah/Documents").mkdir(parents=True)
    tanya_jawab("folder baru di Documents", lambda: isian.tanya_folder_baru(contoh=False), "")
    tanya_jawab.banding("meja")
