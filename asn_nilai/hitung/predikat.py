"""From a printed NHK and a behaviour rating to the predikat, by the bands and the matrix of the aturan."""

import numpy as np

from asn_nilai.acuan.aturan import Aturan
from asn_nilai.acuan.hasil import BELUM_DINILAI
from asn_nilai.acuan.rumus import Larik


def rating_hasil(nhk: Larik, aturan: Aturan) -> Larik:
    """Return each NHK's rating hasil kerja; blank where the NHK is NaN."""
    return aturan.rating_hasil.beri_label(nhk)


def predikat(hasil: Larik, perilaku: Larik, aturan: Aturan) -> Larik:
    """Return the predikat of each pair of ratings; `Belum Dinilai` where one of them is blank."""
    matriks = aturan.predikat.matriks.nilai
    pasangan = zip(hasil, perilaku, strict=True)
    label = [matriks[h][p] if h and p else BELUM_DINILAI for h, p in pasangan]
    return np.array(label, dtype=object)
