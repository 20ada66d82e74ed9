// A page opened from a folder may start no worker: run the search's script in a hidden frame instead. As between threads,
// messages arrive later and as copies.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(alamat) {
      this.menunggu = [];
      this.bingkai = document.createElement("iframe");
      this.bingkai.hidden = true;
      document.body.append(this.bingkai);
      const dalam = this.bingkai.contentWindow;
      dalam.postMessage = (data) => setTimeout(() => this.onmessage?.({ data: structuredClone(data) }));
      const naskah = dalam.document.createElement("script");
      naskah.src = new URL(alamat, document.baseURI);
      naskah.onload = () => {
        const tertunda = this.menunggu;
        this.menunggu = null;
        tertunda.forEach((data) => this.postMessage(data));
      };
      naskah.onerror = (kejadian) => this.onerror?.(kejadian);
      dalam.document.body.append(naskah);
    }
    postMessage(data) {
      if (this.menunggu) {
        this.menunggu.push(data);
        return;
      }
      const salinan = structuredClone(data);
      setTimeout(() => this.bingkai.contentWindow?.dispatchEvent(new MessageEvent("message", { data: salinan })));
    }
    terminate() {
      this.bingkai.remove();
    }
  };
}
