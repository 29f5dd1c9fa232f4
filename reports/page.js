// Comfort only: the page works without it. Keys to walk findings and claims, the card's words lit up in the text.
(function () {
  "use strict";
  var flags = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card"));
  var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  var smooth = { block: "center", behavior: calm ? "auto" : "smooth" };

  function light(id) {
    document.querySelectorAll(".m.lit").forEach(function (mark) { mark.classList.remove("lit"); });
    if (!id) return;
    document.querySelectorAll('.m[data-c~="' + id + '"]').forEach(function (mark) { mark.classList.add("lit"); });
  }

  function current() { return decodeURIComponent(location.hash.slice(1)); }

  function arrived() {
    var id = current();
    var card = /^[acf][0-9]+$/.test(id) ? id : id.replace(/^in-/, "");
    light(/^[ac][0-9]+$/.test(card) ? card : "");
    document.querySelectorAll(".flag.lit").forEach(function (flag) { flag.classList.remove("lit"); });
    var flag = /^f[0-9]+$/.test(card) && document.getElementById("in-" + card);
    if (flag) flag.classList.add("lit");
  }

  function go(list, step) {
    if (!list.length) return;
    var id = current().replace(/^in-/, "");
    var at = list.findIndex(function (item) { return item.id === id; });
    var next = at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length;
    show(list[next].id);
  }

  function show(id) {
    location.hash = id;
    var there = document.getElementById("in-" + id);
    if (there) (there.nextElementSibling || there).scrollIntoView(smooth);
    var item = document.getElementById(id);
    if (item) { item.setAttribute("tabindex", "-1"); item.focus({ preventScroll: true }); }
  }

  function help() {
    var page = document.getElementById("help");
    page.open = !page.open;
    if (page.open) page.scrollIntoView(smooth);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    switch (event.key) {
      case "j": go(flags, 1); break;
      case "k": go(flags, -1); break;
      case "n": go(cards, 1); break;
      case "p": go(cards, -1); break;
      case "s": location.hash = "score"; break;
      case "t": location.hash = "text"; break;
      case "?": help(); break;
      case "Escape": location.hash = /^[ac][0-9]+$/.test(current()) ? "in-" + current() : "text"; light(""); break;
      default: return;
    }
    event.preventDefault();
  });
  window.addEventListener("hashchange", arrived);
  window.addEventListener("beforeprint", function () { document.getElementById("help").open = true; });
  arrived();
  // The article scrolls by the keyboard at once; a region that was not chosen shows no focus.
  var text = document.getElementById("text");
  text.addEventListener("blur", function () { text.classList.remove("quiet"); });
  if (!location.hash) { text.classList.add("quiet"); text.focus({ preventScroll: true }); }
})();
