// Comfort only: the page reads without it. Headings become buttons that sort; a table of some length gets a filter and a
// choice among the values of its facets. What is chosen stands in the address, so that it can be kept and sent.
(function () {
  "use strict";
  var kLeastRows = 6; // of a table worth a filter
  var kMostChoices = 200;

  function list(of) { return Array.prototype.slice.call(of); }

  function make(tag, properties, words) {
    var made = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (name) { made.setAttribute(name, properties[name]); });
    if (words) made.textContent = words;
    return made;
  }

  function state() { return new URLSearchParams(location.hash.slice(1)); }

  function keep(name, value) {
    var all = state();
    if (value) all.set(name, value); else all.delete(name);
    var hash = all.toString();
    try { history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search); } catch (refused) { /* a file in a frame */ }
  }

  // On a phone the pages beside are one row that scrolls: to where one is.
  var here = document.querySelector("nav [aria-current]");
  if (here) {
    var bar = here.closest("ul");
    bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;
  }

  // A list that is no table: what its sections hold is looked through, too.
  document.querySelectorAll("[data-filter]").forEach(function (all) {
    var parts = list(all.querySelectorAll(all.getAttribute("data-filter")));
    if (parts.length < 2) return;
    var form = make("form", { "class": "filter", role: "search" });
    var label = make("label", {}, "Find ");
    var input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    var shown = make("p", { "class": "shown", role: "status" });
    label.appendChild(input);
    form.appendChild(label);
    form.appendChild(shown);
    function filter() {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var count = 0;
      parts.forEach(function (part) {
        if (!part.filterWords) part.filterWords = part.textContent.toLowerCase();
        part.hidden = !wanted.every(function (word) { return part.filterWords.indexOf(word) !== -1; });
        if (!part.hidden) count += 1;
      });
      shown.textContent = count === parts.length ? count + " shown" : count + " of " + parts.length + " shown";
    }
    input.value = state().get("q") || "";
    input.addEventListener("input", function () { filter(); keep("q", input.value); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    all.insertBefore(form, all.firstChild);
    filter();
  });

  document.querySelectorAll("table").forEach(function (table) {
    var body = table.tBodies[0];
    var heads = list(table.tHead.rows[0].cells);
    var rows = list(body.rows);
    var words = new Intl.Collator("en", { numeric: true });
    if (rows.length < 2) return;

    function key(row, column) { return row.cells[column].getAttribute("data-key"); }

    function sort(column, falling) {
      var numbers = heads[column].hasAttribute("data-numbers");
      rows.sort(function (a, b) {
        var x = key(a, column), y = key(b, column);
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
        var order = numbers ? x - y : words.compare(x, y);
        return falling ? -order : order;
      });
      var sorted = document.createDocumentFragment();
      rows.forEach(function (row) { sorted.appendChild(row); });
      body.appendChild(sorted);
      heads.forEach(function (head, i) {
        if (i === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    heads.forEach(function (head, column) {
      if (head.querySelector("a")) return; // the server sorts: not all rows are here
      var button = make("button", { type: "button" });
      while (head.firstChild) button.appendChild(head.firstChild);
      button.addEventListener("click", function () {
        var sorted = head.getAttribute("aria-sort");
        var falling = sorted ? sorted === "ascending" : head.hasAttribute("data-falls");
        sort(column, falling);
        keep("sort", (falling ? "-" : "") + head.getAttribute("data-id"));
      });
      head.appendChild(button);
    });

    var given = state();
    var by = given.get("sort");
    heads.forEach(function (head, column) {
      if (by && !head.querySelector("a") && by.replace(/^-/, "") === head.getAttribute("data-id")) sort(column, by.charAt(0) === "-");
    });
    if (rows.length < kLeastRows || table.classList.contains("slim")) return;

    // What of a cell is chosen by: of a finding its severity, of a date its month.
    function value(row, column) {
      var cell = row.cells[column];
      if (cell.classList.contains("date")) return cell.textContent.trim().slice(0, 7);
      var severity = cell.querySelector(".severity");
      return (severity || cell).textContent.trim();
    }

    var form = make("form", { "class": "filter", role: "search" });
    var label = make("label", {}, "Filter ");
    var input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    var shown = make("p", { "class": "shown", role: "status" });
    var facets = [];
    label.appendChild(input);
    form.appendChild(label);
    heads.forEach(function (head, column) {
      // A served page has links for it, over all pages of the list.
      if (!head.hasAttribute("data-facet") || document.querySelector('.facet[data-facet="' + head.getAttribute("data-id") + '"]')) return;
      var counts = new Map();
      rows.forEach(function (row) { var one = value(row, column); counts.set(one, (counts.get(one) || 0) + 1); });
      if (counts.size < 2 || counts.size > kMostChoices) return;
      var choice = make("label", {}, head.textContent + " ");
      var select = make("select");
      select.appendChild(make("option", { value: "" }, "all"));
      Array.from(counts.keys()).sort(words.compare).forEach(function (one) {
        if (one) select.appendChild(make("option", { value: one }, one + " (" + counts.get(one) + ")"));
      });
      choice.appendChild(select);
      form.appendChild(choice);
      facets.push({ select: select, column: column, id: head.getAttribute("data-id") });
    });
    form.appendChild(shown);

    function filter() {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var count = 0;
      rows.forEach(function (row) {
        if (!row.filterWords) row.filterWords = row.textContent.toLowerCase();
        var here = wanted.every(function (word) { return row.filterWords.indexOf(word) !== -1; }) &&
          facets.every(function (facet) { return !facet.select.value || value(row, facet.column) === facet.select.value; });
        row.hidden = !here;
        if (here) count += 1;
      });
      var left = table.getAttribute("data-left");
      shown.textContent = (count === rows.length ? rows.length + " rows" : count + " of " + rows.length + " rows") +
        (left ? "; " + left + " more are not on this page" : "");
    }

    function changed() {
      filter();
      keep("q", input.value);
      facets.forEach(function (facet) { keep(facet.id, facet.select.value); });
    }

    input.value = given.get("q") || "";
    facets.forEach(function (facet) {
      var chosen = given.get(facet.id);
      if (chosen) facet.select.value = chosen;
      facet.select.addEventListener("change", changed);
    });
    input.addEventListener("input", changed);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    table.parentNode.insertBefore(form, table);
    filter();
  });
})();
