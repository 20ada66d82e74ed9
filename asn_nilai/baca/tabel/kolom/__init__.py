"""Whole columns, typed: `kolom_angka` numbers, `kolom_nip` NIPs, `kolom_campuran` ratings or numbers."""
