// Reloads the page after a good build, lays the findings of a bad one over it. Only the preview server adds this script.
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

  const show = (report) => {
    hide();
    overlay = document.createElement("div");
    overlay.setAttribute("role", "alert");
    overlay.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:70vh;overflow:auto;z-index:2147483647;margin:0;padding:1rem 1.5rem;" +
      "background:#fff;color:#222;border-top:6px solid #b3261e;box-shadow:0 -4px 24px rgba(0,0,0,.3);text-align:left";
    const title = document.createElement("p");
    title.style.cssText = "margin:0 0 .5rem;font:700 18px/1.5 sans-serif;color:#b3261e";
    title.textContent = seen
      ? "内容有错，页面仍是上一次的。改好并保存后会自动更新。"
      : "内容有错，还没有页面可看。改好并保存后会自动出现。";
    const list = document.createElement("pre");
    list.style.cssText = "margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:15px/1.6 monospace";
    list.textContent = report;
    overlay.append(title, list);
    document.body.append(overlay);
  };

  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    if (state.build !== seen) {
      events.close();
      location.reload();
    } else if (state.report) show(state.report);
    else hide();
  };
  addEventListener("pagehide", () => events.close());
})();
