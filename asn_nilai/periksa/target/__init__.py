"""What was promised.

`target` its figures, `bobot` their weights, `rencana` their optional context, `target_awal` what was made easier or harder
since it was first read, `bobot_awal` what was shared out otherwise.
"""
