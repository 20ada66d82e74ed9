"use strict";
// Unpacks the working of ASN on the page of a large unit: what is opened, or all of it for paper.
{
const { sekali, isi } = JSON.parse(document.getElementById("bungkusan").textContent);
const wadah = [...document.querySelectorAll(".hitungan")];
const urutan = new Map(wadah.map((hitungan, nomor) => [hitungan.parentElement, nomor]));
const kabar = document.getElementById("kabar");
const centang = document.getElementById("cetak-semua");
const lot = [];
const sehalaman = 3000; // letters of working on a sheet of A4: a month's of one ASN, a third of a year's

async function bongkar(nomor) {
  const bita = Uint8Array.from(atob(isi[nomor]), (huruf) => huruf.charCodeAt(0));
  const aliran = new Blob([bita]).stream().pipeThrough(new DecompressionStream("deflate"));
  const semua = await new Response(aliran).json();
  semua.forEach((tulisan, urut) => { wadah[nomor * sekali + urut].innerHTML = tulisan; });
}

// Each lot once, whoever asks for it; one that failed may be asked for again.
function minta(nomor) {
  lot[nomor] ??= bongkar(nomor).catch(() => {
    lot[nomor] = undefined;
    kabar.textContent = "Peramban ini tidak dapat membuka hitungan. Seluruhnya ada di nilai.xlsx, lembar Rincian dan Perilaku.";
  });
  return lot[nomor];
}

document.addEventListener("toggle", ({ target }) => {
  if (target.open && urutan.has(target)) minta(Math.floor(urutan.get(target) / sekali));
}, true);

centang.addEventListener("change", async () => {
  if (!centang.checked) { kabar.textContent = ""; return; }
  kabar.textContent = "Hitungan sedang disiapkan untuk dicetak …";
  await Promise.all(isi.map((_, nomor) => minta(nomor)));
  if (wadah.every((hitungan) => hitungan.hasChildNodes())) {
    const huruf = wadah.reduce((jumlah, hitungan) => jumlah + hitungan.textContent.length, 0);
    const lembar = Math.ceil(huruf / sehalaman).toLocaleString("id");
    kabar.textContent = `Siap dicetak: hitungan ${wadah.length.toLocaleString("id")} ASN, kira-kira ${lembar} halaman.`;
  }
});
}
