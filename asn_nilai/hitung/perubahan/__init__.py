"""What would change a predikat, found by asking the scoring functions.

- `pengandaian`: an ASN with other figures · `langkah_terkecil`: the smallest change, the largest that is safe
- `perilaku_lain`: other behaviours · `perubahan_predikat`: what it all comes to, with its sentences
- `sebab_simulasi`: which step decided that a predikat is another under another rule
"""
