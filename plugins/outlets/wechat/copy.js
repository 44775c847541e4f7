
"use strict";
(() => {
  const light = document.getElementById("light");
  const said = document.getElementById("said");

  // Pictures stand in the page once; the dark phone borrows them.
  const pictures = light.querySelectorAll("img");
  document.querySelectorAll("#dark img").forEach((image, index) => { image.src = pictures[index].src; });

  const byEvent = (html, text) => {
    const put = (event) => {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", put);
    if (!done) throw new Error("copy");
  };

  const copy = async (html, text) => {
    const blob = (words, type) => new Blob([words], { type });
    try {
      const item = { "text/html": blob(html, "text/html"), "text/plain": blob(text, "text/plain") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    } catch {
      byEvent(html, text);
    }
  };

  const act = async (html, text, done) => {
    try {
      await copy(html, text);
      said.textContent = done;
    } catch {
      said.textContent = "浏览器不让复制。请换用 Chrome 或 Edge 打开这个文件再试。";
    }
  };

  document.getElementById("copy").addEventListener("click", () =>
    act(light.innerHTML, light.innerText, "全文已复制。到公众号编辑器的正文里粘贴就行。"));
  for (const button of document.querySelectorAll("[data-copies]")) {
    const words = document.getElementById(button.dataset.copies).textContent;
    const escaped = words.replace(/[&<>]/g, (sign) => "&#" + sign.charCodeAt(0) + ";");
    button.addEventListener("click", () => act(escaped, words, "已复制：" + words));
  }
})();
