// Comfort only: the page reads without it. Headings become buttons that sort.
(function () {
  "use strict";
  document.querySelectorAll("table").forEach(function (table) {
    var body = table.tBodies[0];
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var words = new Intl.Collator("en", { numeric: true });

    function key(row, column) { return row.cells[column].getAttribute("data-key"); }

    function sort(column, falling) {
      var numbers = heads[column].hasAttribute("data-numbers");
      var rows = Array.prototype.slice.call(body.rows);
      rows.sort(function (a, b) {
        var x = key(a, column), y = key(b, column);
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1);
        var order = numbers ? x - y : words.compare(x, y);
        return falling ? -order : order;
      });
      rows.forEach(function (row) { body.appendChild(row); });
      heads.forEach(function (head, i) {
        if (i === column) head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    if (body.rows.length < 2) return;
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      button.addEventListener("click", function () {
        var sorted = head.getAttribute("aria-sort");
        sort(column, sorted ? sorted === "ascending" : head.hasAttribute("data-numbers"));
      });
      head.appendChild(button);
    });
  });
})();
