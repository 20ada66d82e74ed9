"""A figure that says where it comes from: its legal basis, how sure it is, and since when it holds."""

from typing import Annotated, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from asn_nilai.acuan.baris_ringan import baris_ringan

T = TypeVar("T")
TANGGAL = r"^\d{4}(-\d{2}-\d{2})?$"
"""A year or a date."""
_DESIMAL_TERBANYAK = 6
Titik = tuple[float, float]
Status = Literal["teks", "resmi", "sekunder", "kebijakan", "belum-diperiksa"]
"""How sure a figure is: seen in the regulation, explained by an official body, told by others, the instansi's own
choice, or not yet checked."""


class Ketat(BaseModel):
    """A part that refuses keys it does not know, and cannot be changed."""

    # A profile is checked as a whole: a validator of each part by itself would be built for nobody.
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True)

    def __copy__(self) -> Self:
        """Copy the fields alone, not what was worked out from them: a copy may get others."""
        salinan = super().__copy__()
        for nama in salinan.__dict__.keys() - type(self).model_fields.keys():
            del salinan.__dict__[nama]
        return salinan


@baris_ringan
class Ketentuan(Generic[T]):
    """A figure (or list or table of figures) with its basis, certainty and validity.

    One class for every kind of figure: a model would be made anew for each, for a quarter of a millisecond.
    """

    __pydantic_config__: ClassVar = Ketat.model_config

    nilai: T
    dasar: Annotated[str, Field(min_length=1)]
    status: Status
    judul: str = ""
    berlaku_sejak: Annotated[str, Field(pattern=rf"{TANGGAL}|^$")] = ""
    berlaku_sampai: Annotated[str, Field(pattern=rf"{TANGGAL}|^$")] = ""


def periksa_desimal(ketentuan: Ketentuan[int]) -> None:
    """Refuse a number of decimals that no float holds beside a score.

    Raises:
        ValueError: fewer than none, or too many.
    """
    if not 0 <= ketentuan.nilai <= _DESIMAL_TERBANYAK:
        raise ValueError(f"banyaknya desimal harus 0 sampai {_DESIMAL_TERBANYAK}, bukan {ketentuan.nilai}")
