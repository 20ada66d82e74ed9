"""Whole columns, typed: `kolom_angka` numbers (`angka_polos`: the plain ones at a stroke), `kolom_nip` NIPs, `kolom_campuran` ratings or numbers."""
