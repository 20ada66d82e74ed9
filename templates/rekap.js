"use strict";
// Sorts and filters the table of units. Without it the page is complete: controls are shown, and made, here alone.
{
const tabel = document.getElementById("peta-unit");
const badan = tabel.tBodies[0];
const kepala = [...tabel.tHead.rows[0].cells];
const saring = document.getElementById("saring");
const [cari, jenis, setoran] = saring.querySelectorAll("input, select");
const abjad = new Intl.Collator("id", { numeric: true });

// Numbers as Indonesians write them; what begins with no number has none.
const angka = (teks) => parseFloat(teks.trim().replaceAll(".", "").replace(",", ".").replace("−", "-"));
const kosong = (nilai) => nilai === "" || Number.isNaN(nilai);

// Equal rows keep their order, and rows without a value stay last in both directions.
function urutkan(satu) {
  const naik = satu.getAttribute("aria-sort") !== "ascending";
  const baca = satu.classList.contains("angka") ? angka : (teks) => teks.trim();
  const nilai = new Map([...badan.rows].map((baris) => [baris, baca(baris.cells[satu.cellIndex].textContent)]));
  const banding = (x, y) => (typeof x === "number" ? x - y : abjad.compare(x, y)) * (naik ? 1 : -1);
  badan.append(...[...badan.rows].sort((a, b) => {
    const x = nilai.get(a), y = nilai.get(b);
    return kosong(x) || kosong(y) ? kosong(x) - kosong(y) : banding(x, y);
  }));
  kepala.forEach((lain) => lain.removeAttribute("aria-sort"));
  satu.setAttribute("aria-sort", naik ? "ascending" : "descending");
  kabarkan();
}

function saringkan() {
  const kata = cari.value.trim().toLocaleLowerCase("id");
  for (const baris of badan.rows) {
    baris.hidden = !baris.cells[0].textContent.toLocaleLowerCase("id").includes(kata)
      || (jenis.value !== "" && baris.dataset.jenis !== jenis.value)
      || (setoran.value !== "" && baris.dataset.setoran !== setoran.value);
  }
  kabarkan();
}

function kabarkan() {
  const tampil = [...badan.rows].filter((baris) => !baris.hidden).length;
  const urut = kepala.find((satu) => satu.hasAttribute("aria-sort"));
  const arah = urut.getAttribute("aria-sort") === "ascending" ? "menaik" : "menurun";
  document.getElementById("kabar").textContent =
    `${tampil} dari ${badan.rows.length} unit tampil, urut ${arah} menurut ${urut.dataset.nama}.`;
}

for (const satu of kepala) {
  const tombol = document.createElement("button");
  tombol.type = "button";
  tombol.className = "urut";
  tombol.setAttribute("aria-label", `Urutkan menurut ${satu.dataset.nama}`);
  tombol.addEventListener("click", () => urutkan(satu));
  satu.append(tombol);
}
saring.addEventListener("input", saringkan);
saring.querySelector("button").addEventListener("click", () => {
  cari.value = jenis.value = setoran.value = "";
  saringkan();
});
saring.hidden = false;
saringkan();
}
