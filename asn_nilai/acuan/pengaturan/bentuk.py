"""What every table of settings is: strict, unchangeable, its keys written with `-`."""

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Banyak = Annotated[int, Field(ge=1)]
Bulat = Annotated[int, Field(ge=0)]
Angka = Annotated[float, Field(ge=0)]
Teks = Annotated[str, StringConstraints(strip_whitespace=True)]


class PengaturanKetat(BaseModel):
    """Settings that take each value as it is written, and cannot be changed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", allow_inf_nan=False)


class TabelPengaturan(PengaturanKetat):
    """A table of the file; `berisi` shows what stands in it."""

    model_config = ConfigDict(alias_generator=lambda nama: nama.replace("_", "-"), populate_by_name=True)
    berisi: ClassVar[str] = "nama = angka"
