// Comfort only: the page can be read without it. Cards open when something leads to them, their words are lit in the
// text, lists narrow, keys walk. A page that makes its scorecard anew says so (the event "scorecard"): then its parts are
// gathered again.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var findings, cards, rows, marks, switches, form, gone = {};
  var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var smooth = { block: "center", behavior: calm ? "auto" : "smooth" };

  function current() { return decodeURIComponent(location.hash.slice(1)); }

  // What the address names: its card is opened, its words are lit.
  function arrived() {
    var id = current().replace(/^in-/, "");
    all(".lit").forEach(function (lit) { lit.classList.remove("lit"); });
    if (/^[ac][0-9]+$/.test(id)) {
      marks.forEach(function (mark) {
        if (mark.matches('.m[data-c~="' + id + '"]')) mark.classList.add("lit");
      });
      if (id === current() && byId(id)) byId(id).open = true;
    }
    var flag = /^f[0-9]+$/.test(id) && byId("in-" + id);
    if (flag) flag.classList.add("lit");
    for (var fold = byId(id) && byId(id).parentElement; fold; fold = fold.parentElement) {
      if (fold.tagName === "DETAILS") fold.open = true;
      fold.hidden = false;
    }
  }

  function show(id) {
    location.hash = id;
    arrived();
    var there = byId("in-" + id), item = byId(id);
    if (there) (there.nextElementSibling || there).scrollIntoView(smooth);
    if (!item) return;
    var focus = item.querySelector("summary");
    if (!focus) { item.setAttribute("tabindex", "-1"); focus = item; }
    focus.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  function walk(list, step) {
    var seen = list.filter(function (item) { return item.id === current() || !gone[item.id]; });
    var id = current().replace(/^in-/, "");
    var at = seen.findIndex(function (item) { return item.id === id; });
    if (seen.length) show(seen[at < 0 ? (step > 0 ? 0 : seen.length - 1) : (at + step + seen.length) % seen.length].id);
  }

  // The lists. A kind is chosen by the legend's switches, wherever it is chosen.
  function narrow() {
    var words = byId("find").value.trim().toLowerCase();
    var source = byId("by-source").value, unsure = byId("by-unsure").checked;
    var kinds = switches.filter(function (one) { return one.checked; }).map(function (one) { return one.id.slice(5); });
    var every = kinds.length === switches.length;
    var seen = { source: 0, card: 0 }, of = { source: 0, card: 0 };
    gone = {};
    rows.forEach(function (row) {
      var list = row.classList.contains("card") ? "card" : "source";
      var wanted = (!source || row.dataset.s === source) && (!unsure || row.classList.contains("unsure")) &&
        (!words || row.textContent.toLowerCase().indexOf(words) >= 0);
      var shown = wanted && (kinds.indexOf(row.dataset.k) >= 0);
      row.classList.toggle("off", !wanted);
      of[list] += 1;
      seen[list] += shown ? 1 : 0;
      if (!shown) gone[row.id] = true;
    });
    marks.forEach(function (mark) {
      mark.classList.toggle("off", mark.dataset.c.split(" ").every(function (id) { return gone[id]; }));
    });
    var narrowed = Boolean(words || source || unsure || !every);
    all(".group, #claims .later, #sources .later").forEach(function (part) {
      part.hidden = !Array.prototype.some.call(part.querySelectorAll("[data-l]"), function (row) { return !gone[row.id]; });
      if (part.tagName === "DETAILS") part.open = narrowed;
    });
    byId("shown").textContent = narrowed
      ? seen.source + " of " + of.source + " sources, " + seen.card + " of " + of.card + " claims" : "";
    byId("all").hidden = !narrowed;
    byId("by-kind").value = every ? "" : kinds.length === 1 ? kinds[0] : "several";
  }
  function choose(kind) {
    switches.forEach(function (one) { one.checked = !kind || one.id === "show-" + kind; });
    narrow();
  }
  function gather() {
    findings = all(".finding[id]"), cards = all(".card"), rows = all("[data-l]");
    marks = all(".story [data-c]"), switches = all(".legend input");
    form = byId("filter"), gone = {};
    if (byId("keys")) byId("keys").hidden = false;
    if (!form) return;
    form.hidden = false;
    byId("by-kind").add(new Option("several kinds", "several"));
    byId("by-kind").options[byId("by-kind").length - 1].hidden = true;
    form.addEventListener("input", function (event) {
      if (event.target.id === "by-kind") choose(event.target.value); else narrow();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    switches.forEach(function (one) { one.onchange = narrow; });
    byId("all").addEventListener("click", function () { form.reset(); choose(""); byId("find").focus(); });
    all('a[href="#claims-none"]').forEach(function (link) { link.onclick = function () { choose("none"); }; });
    all("[data-only]").forEach(function (link) {
      link.onclick = function () { byId("by-source").value = link.dataset.only; narrow(); };
    });
    narrow();
  }

  function back() {
    var id = current();
    if (/^[ac][0-9]+$/.test(id)) show("in-" + id);
    else if (id) { location.hash = "text"; byId("text").focus({ preventScroll: true }); }
    arrived();
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || event.target.isContentEditable || event.target.closest("dialog")) return;
    if (event.key !== "Escape" && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
    switch (event.key) {
      case "j": walk(findings, 1); break;
      case "k": walk(findings, -1); break;
      case "n": walk(cards, 1); break;
      case "p": walk(cards, -1); break;
      case "/": if (!form) return; byId("find").focus(); byId("find").scrollIntoView({ block: "nearest" }); break;
      case "s": location.hash = "glance"; byId("panel").focus({ preventScroll: true }); break;
      case "t": location.hash = "text"; byId("text").focus({ preventScroll: true }); break;
      case "?": byId("help").open = !byId("help").open; byId("help").scrollIntoView(smooth); break;
      case "Escape": if (event.target.id === "find") { event.target.value = ""; narrow(); event.target.blur(); } else back(); break;
      default: return;
    }
    event.preventDefault();
  });
  window.addEventListener("hashchange", arrived);
  window.addEventListener("beforeprint", function () { all(".later").forEach(function (fold) { fold.open = true; }); });
  document.addEventListener("scorecard", function () { gather(); arrived(); });
  gather();
  arrived();
  // The article scrolls by the keyboard at once; a region that was not chosen shows no focus.
  var text = byId("text");
  text.addEventListener("blur", function () { text.classList.remove("quiet"); });
  if (!location.hash && !document.body.classList.contains("desk")) { text.classList.add("quiet"); text.focus({ preventScroll: true }); }
})();
