// What a preview adds to each page: it asks the server how things stand, loads the page again when
// there is a newer one, and shows the errors that keep a newer one from being made. Text only.
"use strict";
(() => {
  const own = document.currentScript.dataset.version;
  const folder = new URL(".", document.currentScript.src).href;
  const state = `${folder}state?page=${encodeURIComponent(location.pathname)}`;
  let source = null;
  let shown = "";

  const make = (name, text, className) => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const describe = (fault) => {
    const item = document.createElement("li");
    if (fault.place) item.append(make("code", fault.place, "place"));
    if (fault.rule) item.append(" ", make("code", `error[${fault.rule}]`, "rule"));
    item.append(make("p", fault.message, "message"));
    if (fault.help) item.append(make("p", `help: ${fault.help}`, "help"));
    return item;
  };

  const close = () => document.getElementById("briefwright-preview")?.remove();

  const show = (faults, more) => {
    const said = JSON.stringify([faults, more]);
    if (said === shown) return; // also where the reader has closed it
    shown = said;
    close();
    if (!faults.length) return;
    const host = document.createElement("div");
    host.id = "briefwright-preview";
    const root = host.attachShadow({ mode: "open" });
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = `${folder}preview.css`;
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", "Errors in the records");
    const button = make("button", "Close", "close");
    button.type = "button";
    button.addEventListener("click", close);
    const list = document.createElement("ul");
    list.append(...faults.map(describe));
    const errors = faults.length === 1 && !more ? "An error" : "Errors";
    box.append(make("h2", `${errors}: this is the last good page`), button, list);
    if (more) box.append(make("p", more, "more"));
    box.hidden = true;
    sheet.addEventListener("load", () => { box.hidden = false; });
    root.append(sheet, box);
    document.body.append(host);
  };

  // A page that nobody sees asks for nothing: a browser has few connections to one host.
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = null;
    } else if (!source) {
      source = new EventSource(state);
      source.addEventListener("message", (event) => {
        const news = JSON.parse(event.data);
        if (news.version !== own) location.reload();
        else show(news.faults, news.more);
      });
    }
  };
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => { source?.close(); source = null; });
  window.addEventListener("pageshow", listen);
  listen();
})();
