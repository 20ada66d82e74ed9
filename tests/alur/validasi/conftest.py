from alur.conftest import hasil_json, jalankan, kota  # noqa: F401 - the same city, the same door
