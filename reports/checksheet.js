// Counts what is left, filters by kind and status, keeps entries while the page lives, and gives the sheet back as CSV. Nothing
// is asked for and nothing sent; a page that keeps entries itself opens the sheet with `entered` and hears of each.
var CheckSheet = (function () {
  "use strict";
  var kEntered = ["evidence", "status", "checker", "date", "note"];

  function make(tag, properties, words) {
    var made = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (name) { made.setAttribute(name, properties[name]); });
    if (words) made.textContent = words;
    return made;
  }
  function field(item, name) { return item.querySelector("[name=" + name + "]"); }

  // `options.entered(item, field)`: whoever keeps what is entered.
  function open(root, options) {
    options = options || {};
    var items = Array.prototype.slice.call(root.querySelectorAll(".item"));
    var left = root.querySelector("#left");
    var changed = false;

    function count() {
      var open = items.filter(function (item) {
        var status = field(item, "status").value;
        return status === "open" || status === "query";
      }).length;
      var shown = items.filter(function (item) { return !item.hidden; }).length;
      left.textContent = open + " left of " + items.length + (shown === items.length ? "" : " · " + shown + " shown");
    }

    function choice(label, values) {
      var select = make("select");
      select.appendChild(make("option", { value: "" }, "all"));
      values.forEach(function (one) { select.appendChild(make("option", { value: one }, one)); });
      var holder = make("label", {}, label + " ");
      holder.appendChild(select);
      form.appendChild(holder);
      select.addEventListener("change", filter);
      return select;
    }

    function filter() {
      var wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      items.forEach(function (item) {
        var status = field(item, "status").value;
        var words = item.words || (item.words = item.querySelector(".passage").textContent.toLowerCase());
        item.hidden = (kind.value !== "" && item.getAttribute("data-kind") !== kind.value) ||
          (state.value !== "" && status !== state.value) ||
          !wanted.every(function (word) { return words.indexOf(word) !== -1; });
      });
      count();
    }

    // As RFC 4180 has it; what a spreadsheet would run is written as words.
    function cell(words) {
      if (/^[=+\-@\t\r]/.test(words)) words = "'" + words;
      return /[",;\r\n]|^ /.test(words) ? '"' + words.replace(/"/g, '""') + '"' : words;
    }

    function sheet() {
      function cells(item) { return Array.prototype.slice.call(item.querySelectorAll("[data-column]")); }
      function heading(one) { return one.getAttribute("data-column"); }
      var rows = items.length ? [cells(items[0]).map(heading).map(cell).join(",")] : [];
      items.forEach(function (item) {
        rows.push(cells(item).map(function (one) {
          var entered = kEntered.indexOf(heading(one)) === -1 ? null : field(item, heading(one));
          return cell(entered ? entered.value : one.textContent);
        }).join(","));
      });
      return rows.join("\r\n") + "\r\n";
    }

    var form = make("form", { "class": "filter", role: "search" });
    var find = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    var label = make("label", {}, "Find ");
    label.appendChild(find);
    form.appendChild(label);
    var kinds = items.map(function (item) { return item.getAttribute("data-kind"); })
      .filter(function (one, at, all) { return all.indexOf(one) === at; });
    var states = items.length ? Array.prototype.map.call(field(items[0], "status").options, function (one) { return one.text; }) : [];
    var kind = choice("Kind", kinds);
    var state = choice("Status", states);
    var save = make("button", { type: "button" }, "Download as CSV");
    if (!options.entered) form.appendChild(save);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    find.addEventListener("input", filter);
    save.addEventListener("click", function () {
      var address = URL.createObjectURL(new Blob([sheet()], { type: "text/csv" }));
      var link = make("a", { href: address, download: "checksheet.csv" });
      document.body.appendChild(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
      changed = false;
    });
    left.parentNode.insertBefore(form, left);

    items.forEach(function (item) {
      item.addEventListener("input", function (event) {
        changed = true;
        if (event.target.name !== "status") return;
        item.setAttribute("data-status", event.target.value);
        count();
      });
      item.addEventListener("change", function (event) { if (options.entered && event.target.name) options.entered(item, event.target); });
    });
    if (!options.entered) window.addEventListener("beforeunload", function (event) { if (changed) event.preventDefault(); });
    count();
    return { csv: sheet, count: count, items: items };
  }

  return { open: open, field: field };
})();
if (document.getElementById("left") && !document.body.classList.contains("kept")) CheckSheet.open(document);
