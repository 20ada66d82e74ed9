"""`asn-nilai meja`: the year as a numbered menu, for people who never use a terminal.

- `layani`: the desk itself: shows, asks, runs · `pekerjaan`: what it offers, and what must wait
- `isian`: what a command still needs, asked · `buatan`: the page or folder that a command made
- `ruang`: work folders, and which was open last · `tampilan`: how it looks

Each choice runs its command through the program's own door, with the arguments it shows. All is asked line by line: numbers typed
and Enter work in every console, for a screen reader and through a pipe; what is read stays on the screen.
"""
