// Over a previewed page: a new edition takes its place, problems are shown above it.
"use strict";
(() => {
  const OWN = "/__xem-truoc/";
  let edition = null;
  const box = document.createElement("section");
  const shadow = box.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 1rem/1.6 system-ui, sans-serif; }
    div { max-height: 60vh; overflow: auto; padding: 0.75rem 1rem; background: #fff8e1; color: #1a1a1a;
      border-top: 4px solid #8a6100; }
    div.error { background: #fdecea; border-color: #a3170b; }
    h2 { font-size: 1.1rem; margin: 0 0 0.5rem; }
    li { margin: 0.4rem 0; overflow-wrap: anywhere; }
    summary { cursor: pointer; font-weight: bold; }
    :host(.quiet) { inset: auto auto 0.75rem 0.75rem; max-width: min(40rem, calc(100% - 1.5rem)); }
    :host(.quiet) div { padding: 0.25rem 0.75rem; border: 1px solid #8a6100; border-radius: 4px; }
    @media print { :host { display: none; } }
  `);
  shadow.adoptedStyleSheets = [sheet];
  box.setAttribute("role", "status");
  box.setAttribute("aria-label", "Kiểm tra nội dung");

  function element(name, text) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  function list(problems) {
    const items = element("ul");
    for (const problem of problems) items.append(element("li", problem.line));
    return items;
  }

  function show(news) {
    const open = Boolean(shadow.querySelector("details[open]"));
    shadow.replaceChildren();
    const errors = news.problems.filter((one) => one.severity === "error");
    const warnings = news.problems.filter((one) => one.severity !== "error");
    if (!errors.length && !news.failed) warnings.push(...news.remarks);
    if (!errors.length && !warnings.length && !news.failed) {
      box.remove();
      return;
    }
    const panel = element("div");
    if (errors.length || news.failed) {
      panel.className = "error";
      panel.append(element("h2", errors.length
        ? "Có lỗi: phía trên vẫn là bản xem trước gần nhất không có lỗi"
        : "Không dựng được trang: xem cửa sổ đang chạy lệnh xem trước"), list(errors));
    }
    if (warnings.length) {
      const more = element("details");
      more.open = open;
      more.append(element("summary", `${warnings.length} điều nên xem lại`), list(warnings));
      panel.append(more);
    }
    box.className = errors.length || news.failed ? "" : "quiet";
    shadow.append(panel);
    document.body.append(box);
  }

  // The new edition's page in the place of this one, which is quicker than loading it and keeps
  // where the reader was. Scripts in the page run again; one with a file of its own is loaded once
  // only, so such a page is loaded anew.
  async function renew() {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const files = [...document.scripts, ...page.scripts].map((one) => one.getAttribute("src"));
    if (files.some((file) => file && !file.startsWith(OWN))) location.reload();
    document.head.replaceWith(page.head);
    document.body.replaceWith(page.body);
    for (const still of document.querySelectorAll("body script:not([src])")) {
      const running = element("script", still.textContent);
      if (still.type) running.type = still.type;
      still.replaceWith(running);
    }
  }

  let taken = Promise.resolve();
  new EventSource(`${OWN}news?page=${encodeURIComponent(location.pathname)}`).onmessage = (message) => {
    taken = taken.then(() => take(JSON.parse(message.data)));
  };

  async function take(news) {
    const old = edition !== null && news.edition !== edition;
    edition = news.edition;
    if (old) await renew().catch(() => location.reload());
    show(news);
  }
})();
