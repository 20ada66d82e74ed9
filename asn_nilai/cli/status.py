"""The exit status that findings lead to, and the sentence where something could not be written."""

from collections.abc import Iterable, Mapping

from asn_nilai.acuan.temuan import Tingkat

BELUM_SELESAI = (
    "BELUM SELESAI: yang disebut di atas masih yang lama. Jalankan perintah ini lagi sebelum dibagikan."
)


def status_akhir(temuan: Iterable[Mapping[str, str]], *, ketat: bool, gagal_tulis: bool = False) -> int:
    """Return 1 where there is a `galat` (with `ketat` also a `peringatan`) or something was not written, else 0."""
    berat = {Tingkat.GALAT, Tingkat.PERINGATAN} if ketat else {Tingkat.GALAT}
    return int(gagal_tulis or any(baris["tingkat"] in berat for baris in temuan))
