"""Let `python -m asn_nilai` do what the console script does."""

from asn_nilai.cli import main

if __name__ == "__main__":
    main()
