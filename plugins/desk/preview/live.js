// Reloads the page after a good build, or goes on to the story just saved; lays findings over it while there are errors.
// Only the preview server adds this script.
"use strict";
(() => {
  const script = document.currentScript;
  const seen = Number(script.dataset.build);
  const events = new EventSource(new URL("events", script.src));
  let overlay = null;

  const hide = () => {
    if (overlay) overlay.remove();
    overlay = null;
  };

  // The report, in which each code leads to its page.
  const linked = (report) =>
    report.split(/(?<=^\S.*: (?:错误|提醒) )([A-Z]{2}\d{2})(?= )/m).map((part, index) => {
      if (index % 2 === 0) return part;
      const link = document.createElement("a");
      link.href = new URL(`docs/codes/${part}.md`, script.src);
      link.target = "_blank";
      link.style.cssText = "color:#b3261e;text-decoration:underline";
      link.textContent = part;
      return link;
    });

  const show = (state) => {
    hide();
    overlay = document.createElement("div");
    overlay.setAttribute("role", "alert");
    overlay.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:2147483647;margin:0;padding:1rem 1.5rem;" +
      "background:#fff;color:#222;border-top:6px solid #b3261e;box-shadow:0 -4px 24px rgba(0,0,0,.3);text-align:left";
    const details = document.createElement("details");
    details.open = state.open;
    const title = document.createElement("summary");
    title.style.cssText = "margin:0;font:700 18px/1.5 sans-serif;color:#b3261e;cursor:pointer";
    title.textContent = seen
      ? "内容有错：有错的稿件，页面仍是上一次的，或者还没有显示；其余都是最新的。点这里收起或展开。"
      : "内容有错，还没有页面可看。改好并保存后会自动出现。";
    const list = document.createElement("pre");
    list.style.cssText = "margin:.5rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.6 monospace";
    list.append(...linked(state.report));
    details.append(title, list);
    overlay.append(details);
    document.body.append(overlay);
  };

  const goOn = async () => {
    let address = "/";
    if ("follows" in script.dataset) {
      const saved = await fetch(new URL("saved", script.src)).catch(() => null);
      if (saved && saved.ok) address = await saved.json();
    }
    if (address === "/" || address === location.pathname) location.reload();
    else location.assign(address);
  };

  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== seen) {
      events.close();
      goOn();
    } else if (state.report) show(state);
    else hide();
  };
  addEventListener("pagehide", () => events.close());
})();
