// Between a text as it is counted in data, in code points, and an element that holds it as people edit it: places as
// ranges of the document, marks painted without touching it (CSS highlights), so that the cursor, undo and the words of
// unchanged paragraphs stay as they are.
var Marks = (function () {
  "use strict";
  var kTones = ["named", "institution", "anonymous", "none", "general"];
  var kBreaks = /^(DIV|P|LI|PRE|BLOCKQUOTE|H[1-6])$/;

  // The text of an element and its text nodes with where each begins: what one sees is what is sent.
  function read(element) {
    var nodes = [], starts = [], text = "";
    (function walk(parent) {
      for (var node = parent.firstChild; node; node = node.nextSibling) {
        if (node.nodeType === 3) {
          nodes.push(node);
          starts.push(text.length);
          text += node.data;
        } else if (node.nodeName === "BR") {
          text += "\n";
        } else if (node.nodeType === 1) {
          if (kBreaks.test(node.nodeName) && text && text.slice(-1) !== "\n") text += "\n";
          walk(node);
        }
      }
    })(element);
    return { text: text, nodes: nodes, starts: starts };
  }

  // From code points to units of the text as the browser counts them.
  function units(text) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return function (point) { return point; };
    var at = [], unit = 0;
    for (var point = 0; unit < text.length; ++point) {
      at[point] = unit;
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    at[point] = unit;
    return function (point) { return point < at.length ? at[point] : text.length; };
  }

  function node_at(read, unit, end) {
    var low = 0, high = read.starts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (read.starts[middle] < unit || (!end && read.starts[middle] === unit)) low = middle; else high = middle - 1;
    }
    return low;
  }

  // A range of units; null where the text is too short.
  function range(read, begin, end) {
    if (!read.nodes.length) return null;
    var from = node_at(read, begin, false), to = node_at(read, end, true), made = document.createRange();
    if (begin - read.starts[from] > read.nodes[from].length || end - read.starts[to] > read.nodes[to].length) return null;
    made.setStart(read.nodes[from], begin - read.starts[from]);
    made.setEnd(read.nodes[to], end - read.starts[to]);
    return made;
  }

  // Where a place of the document stands in the text, in units; -1: not in it.
  function unit_of(read, node, offset) {
    if (node.nodeType === 3) {
      var at = read.nodes.indexOf(node);
      return at < 0 ? -1 : read.starts[at] + offset;
    }
    var child = node.childNodes[offset];
    while (child && child.nodeType !== 3) child = child.firstChild || child.nextSibling;
    if (child) return unit_of(read, child, 0);
    return read.text.length;
  }

  var can_paint = typeof Highlight === "function" && Boolean(window.CSS && CSS.highlights);

  // Paints `marks` ({tone, unsure, content, cue, source}: spans in code points) over the text of an element. Words within
  // another's words are painted above them.
  function paint(read, marks) {
    if (!can_paint) return;
    var to_unit = units(read.text), lists = {};
    function add(name, spans) {
      (spans || []).forEach(function (span) {
        var made = range(read, to_unit(span[0]), to_unit(span[1]));
        if (made) (lists[name] = lists[name] || []).push(made);
      });
    }
    function holds(outer, inner) {
      return outer !== inner && outer.content.some(function (o) {
        return inner.content.some(function (i) { return o[0] <= i[0] && i[1] <= o[1] && o[1] - o[0] > i[1] - i[0]; });
      });
    }
    var sorted = marks.slice().sort(function (a, b) { return a.begin - b.begin; });
    sorted.forEach(function (mark, i) {
      var nested = false;
      for (var k = i - 1; k >= 0 && k > i - 12 && !nested; --k) nested = holds(sorted[k], mark);
      for (k = i + 1; k < sorted.length && sorted[k].begin === mark.begin && !nested; ++k) nested = holds(sorted[k], mark);
      var tone = mark.tone + (mark.unsure ? "-unsure" : "");
      add((nested ? "in-" : "") + tone, mark.content);
      add("cue-" + mark.tone, mark.cue);
      add("source-" + mark.tone, mark.source);
    });
    kTones.forEach(function (tone) {
      [["", 0], ["in-", 2]].forEach(function (level) {
        ["", "-unsure"].forEach(function (sure) { put(level[0] + tone + sure, lists[level[0] + tone + sure], level[1]); });
      });
      put("cue-" + tone, lists["cue-" + tone], 4);
      put("source-" + tone, lists["source-" + tone], 4);
    });
  }

  function put(name, ranges, priority) {
    if (!can_paint) return;
    if (!ranges || !ranges.length) {
      CSS.highlights.delete(name);
      return;
    }
    var made = new Highlight();
    ranges.forEach(function (one) { made.add(one); });
    made.priority = priority;
    CSS.highlights.set(name, made);
  }

  return { read: read, units: units, range: range, unit_of: unit_of, paint: paint, put: put };
})();
