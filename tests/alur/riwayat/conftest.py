from alur.conftest import hasil_json, hasil_mei, jalankan, kota, mei  # noqa: F401 - the same city, the same door
