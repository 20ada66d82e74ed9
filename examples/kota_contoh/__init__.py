"""The fictional work folder of the examples: data tables, a plan of numbers, and the workbooks that show them.

Nothing here describes a real person: every name is invented, and every NIP carries a sequence number from
901 to 980 that stands for one person of the tables alone.
"""
