"""Processes side by side.

`proses_paralel` one per core (`antaran`: how a new one gets what it works on; `kelompok`: how much at a time), `klaster` on other
machines (`pelaksana_klaster` gives them a run's work; `pekerja`: what runs there; `bekal`: what it is
given; `jati_diri`: whether they are this program), `kunci_periode` one run at a time, `folder_sementara` a computation aside, `papan` what is done and what
each process is at.
"""
