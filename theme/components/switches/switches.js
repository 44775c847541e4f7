// Remembers what the reader chose at the switches. A page drawn later has it from inline/recall.js before it is seen.
"use strict";

(() => {
  const place = "guancheng.reading";
  const root = document.documentElement;
  let chosen = {};

  function recall() {
    try {
      chosen = Object(JSON.parse(localStorage.getItem(place)));
    } catch {
      // nothing can be kept here: the switches work on this page only
    }
    set();
  }

  function keep() {
    try {
      localStorage.setItem(place, JSON.stringify(chosen));
    } catch {
      // as above
    }
  }

  function set() {
    for (const name of ["size", "contrast", "scheme"]) {
      if (chosen[name]) root.dataset[name] = chosen[name];
      else delete root.dataset[name];
    }
    for (const input of document.querySelectorAll(".g-switches__choice")) {
      input.checked = input.value === (chosen[input.name] || "");
    }
    for (const frame of document.querySelectorAll("meta[name=theme-color]")) {
      frame.dataset.own ??= frame.content;
      frame.content = chosen.scheme || chosen.contrast ? getComputedStyle(root).backgroundColor : frame.dataset.own;
    }
  }

  recall();
  document.querySelector(".g-switches").addEventListener("change", ({ target }) => {
    chosen[target.name] = target.checked ? target.value : "";
    set();
    keep();
  });
  addEventListener("pageshow", recall); // a page gone back to may be older than the last choice
  addEventListener("storage", recall);
})();
