"""Behaviour: `perilaku` the rating of each month, `alasan_perilaku` whether a rating has its reason and another's word behind it."""
