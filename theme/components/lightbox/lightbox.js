// Shows the photos of a story as large as the screen. Where it does not run, their links open the pictures themselves.
"use strict";

(() => {
  const dialog = document.querySelector(".g-lightbox");
  const links = [...document.querySelectorAll(".g-figure__open")];
  if (!dialog || !dialog.showModal || !links.length) return;
  const [stage, caption, place] = ["stage", "caption", "place"].map((part) => dialog.querySelector(`.g-lightbox__${part}`));
  const steps = [...dialog.querySelectorAll("button[value]")];
  let shown = 0;

  function show(index) {
    shown = index;
    const picture = links[index].querySelector("picture").cloneNode(true);
    for (const part of picture.children) {
      part.removeAttribute("loading");
      part.removeAttribute("class");
      part.sizes = "100vw";
    }
    stage.replaceChildren(picture);
    const words = links[index].closest("figure").querySelector("figcaption");
    caption.replaceChildren(...[...words.childNodes].map((node) => node.cloneNode(true)));
    place.textContent = `${index + 1} / ${links.length}`;
    for (const step of steps) step.disabled = !links[index + Number(step.value)];
  }

  function go(step) {
    if (links[shown + step]) show(shown + step);
  }

  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // another tab was asked for
      event.preventDefault();
      show(index);
      dialog.showModal();
    });
  });
  for (const step of steps) {
    step.hidden = links.length < 2;
    step.addEventListener("click", () => go(Number(step.value)));
  }
  place.hidden = links.length < 2;
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") go(-1);
    if (event.key === "ArrowRight") go(1);
  });
  stage.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    stage.replaceChildren();
    links[shown].focus();
  });
})();
