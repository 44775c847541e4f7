// Printing, copying the address, sharing and reading aloud. A button appears where this browser can do what it says.
"use strict";

(() => {
  const tools = document.querySelector(".g-tools");
  const [print, copy, share, speak] = tools.querySelectorAll("button");
  const news = tools.querySelector("[role=status]");
  const title = document.querySelector(".g-headline__main").textContent.trim();
  const canonical = document.querySelector("link[rel=canonical]");
  const url = canonical ? canonical.href : location.href;

  function offer(button, act) {
    button.hidden = false;
    button.addEventListener("click", act);
  }

  offer(print, () => window.print());

  if (navigator.clipboard) {
    offer(copy, async () => {
      try {
        await navigator.clipboard.writeText(url);
        news.textContent = "网址已复制";
      } catch {
        news.textContent = "浏览器不许复制，请从地址栏复制";
      }
    });
  }

  if (navigator.share) {
    offer(share, () => navigator.share({ title, url }).catch(() => {})); // the reader thought better of it
  }

  const speech = window.speechSynthesis;
  let voice = null;

  function passages() {
    const parts = ".g-headline > *, .g-body :is(p, li, h2, h3, h4, h5, h6, dt, dd, th, td, figcaption)";
    const all = [...document.querySelectorAll(parts)].filter((part) => !part.parentElement.closest("li, dd, td, figcaption"));
    return all.map((part) => part.textContent.trim()).filter(Boolean);
  }

  function hush() {
    speech.cancel();
    speak.setAttribute("aria-pressed", "false");
  }

  function read() {
    const last = passages().map((words) => {
      const spoken = new SpeechSynthesisUtterance(words);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      speech.speak(spoken);
      return spoken;
    }).pop();
    last.addEventListener("end", hush);
    speak.setAttribute("aria-pressed", "true");
  }

  function listen() {
    const isFirst = !voice;
    voice = speech.getVoices().find((each) => /^(zh|cmn)\b/i.test(each.lang)) || voice;
    if (isFirst && voice) offer(speak, () => (speak.getAttribute("aria-pressed") === "true" ? hush() : read()));
  }

  if (speech) {
    listen();
    speech.addEventListener?.("voiceschanged", listen); // browsers look for voices in their own time
    addEventListener("pagehide", hush);
  }
})();
