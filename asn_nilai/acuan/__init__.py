"""What things mean: periods, NIPs, forms, registers, formulas, rules and findings.

The ground floor. Everything above imports it; it imports nothing of the house, opens no workbook and prints
nothing. Source of the words: docs/ISTILAH.md.
"""
