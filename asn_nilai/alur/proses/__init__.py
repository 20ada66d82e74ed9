"""Processes side by side: `proses_paralel` one per core, `kunci_periode` one run at a time."""
