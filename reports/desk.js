// The desk: a text that is typed and its scorecard, which follows when the typing pauses; what people say of the
// machine's readings; and, where the server keeps drafts, versions and what others say meanwhile. The scorecard is the
// server's own (page.js walks and filters it); nothing here is written as markup but what the server sends escaped.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var start = JSON.parse(byId("start").textContent);
  var editor = byId("editor"), panel = byId("panel"), dialog = byId("correct");
  var kPause = 350, kPoll = 2000, kMostBytes = start.most_bytes;
  var narrow = window.matchMedia("(max-width: 61.99rem)");

  var name = start.name || "", outlet = start.outlet || "", draft = start.draft || null, version = start.version || 0;
  var corrections = [];         // without a store: those of this page
  var originals = [];           // beside the draft: {id, name, file, problem, tries}; `file` is not there after a reload
  var answer = null;            // the last from the server
  var seen = null;              // the editor's text as it was read for it
  var saved_text = null, seq = 0, busy = null, timer = 0, stamp = "", start_panel = panel.innerHTML;

  try { editor.contentEditable = "plaintext-only"; } catch (unknown) { /* all is typed as text, all the same */ }

  function make(tag, properties, words) {
    var made = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (key) {
      if (key === "onclick") made.addEventListener("click", properties[key]); else made.setAttribute(key, properties[key]);
    });
    if (words !== undefined) made.textContent = words;
    return made;
  }

  function say(words, trouble) {
    byId("state").textContent = words;
    byId("state").classList.toggle("trouble", Boolean(trouble));
  }

  function ask(method, path, body, more) {
    var options = { method: method, headers: { "Accept": "application/json" }, credentials: "same-origin" };
    Object.assign(options, more);
    if (body !== undefined && body !== null) {
      if (body instanceof Blob) options.body = body;
      else { options.body = JSON.stringify(body); options.headers["Content-Type"] = "application/json"; }
    }
    return fetch(path, options).then(function (got) {
      if (got.status === 204) return {};
      return got.json().catch(function () { return {}; }).then(function (json) {
        if (got.ok) return json;
        var failed = new Error([json.detail || json.title || "the server answered " + got.status, json.remedy].filter(Boolean).join(": "));
        failed.status = got.status;
        failed.json = json;
        throw failed;
      });
    });
  }

  // ---- Who is here

  var who = byId("by");
  function kept(key, value) {
    try {
      if (value !== undefined) localStorage.setItem(key, value);
      return localStorage.getItem(key) || "";
    } catch (refused) { return ""; }
  }
  who.value = kept("hearsay.who");
  who.addEventListener("change", function () { kept("hearsay.who", who.value.trim()); });

  // ---- The text, and the scorecard that follows it

  function audit_soon() {
    clearTimeout(timer);
    timer = setTimeout(audit, kPause);
  }

  function audit() {
    clearTimeout(timer);
    var read = Marks.read(editor), mine = ++seq;
    if (busy) busy.abort();
    busy = null;
    if (!read.text.trim()) {
      answer = null;
      seen = read;
      render_nothing();
      say("");
      return Promise.resolve();
    }
    busy = new AbortController();
    say("reading…");
    // What no text holds would be read as something else; its places stay.
    var text = read.text.replace(/[\u0000-\u0008\u000b-\u001f\ufeff]/g, " ");
    var body = { text: text, name: name, outlet: outlet };
    if (draft) body.draft = draft; else body.corrections = corrections;
    if (originals.length) body.originals = originals.map(function (one) { return one.id; });
    return ask("POST", "/desk/audit", body, { signal: busy.signal }).then(function (got) {
      if (mine !== seq) return;
      busy = null;
      if (got.instead !== undefined && got.instead.trim() !== read.text.trim()) {  // markup was pasted: on with its text
        editor.textContent = got.instead;
        return audit();
      }
      answer = got;
      stamp = got.stamp || "";
      seen = Marks.read(editor);
      if (seen.text !== read.text) return audit_soon();  // typed on meanwhile
      render();
      say(saved_words());
      if (got.originals && got.originals.unknown.length) send_again(got.originals.unknown);
    }).catch(function (failed) {
      if (failed.name === "AbortError" || mine !== seq) return;
      busy = null;
      say(failed.status ? failed.message : "the server does not answer: what you type stays here", true);
    });
  }

  function saved_words() {
    if (!start.store) return "";
    if (!draft) return "not kept yet";
    return changed() ? "changed since version " + version : "version " + version + ", kept";
  }
  function changed() { return saved_text !== null ? Marks.read(editor).text.trim() !== saved_text.trim() : Boolean(Marks.read(editor).text.trim()); }

  function load(text, called, from, keep) {
    editor.textContent = text;
    name = called || "";
    outlet = from || "";
    if (!keep) corrections = [];
    stamp = "";
    editor.scrollTop = byId("text").scrollTop = 0;
    byId("fresh").hidden = false;
    return audit();
  }

  // ---- Rendering: what is the same stays in the page

  function fragment(html) {
    var made = document.createElement("template");
    made.innerHTML = html;
    return made.content;
  }

  var raw = new WeakMap();  // what the server wrote of a part, before anything was added to it
  function key_of(part) {
    var target = target_of(part.id);
    return target ? part.id[0] + target.fingerprint : part.id;
  }
  // Cards, findings and sources that are written as before are taken over with all that was done to them.
  function take_over(next) {
    var old = {}, open = {}, focus = document.activeElement, focus_in = null, inside = panel.contains(focus);
    panel.querySelectorAll(".card, .finding[id], .source[id]").forEach(function (part) {
      var key = part.dataset.key || part.id;
      old[key] = part;
      if (part.open) open[key] = true;
      if (part.contains(focus)) focus_in = { key: key, at: Array.prototype.indexOf.call(part.querySelectorAll("a, button, select, summary, textarea, input"), focus) };
    });
    var folds = {};
    panel.querySelectorAll("details:not(.card)").forEach(function (fold, i) { folds[fold.className + (fold.id || i)] = fold.open; });
    next.querySelectorAll(".card, .finding[id], .source[id]").forEach(function (part) {
      // What people said stands on the card, too, and what originals say.
      var html = part.outerHTML + JSON.stringify([corrections_of(part.id, mark_of(part.id)), held_of(part.id)]);
      var key = part.dataset.key = key_of(part), before = old[key];
      if (before && raw.get(before) === html && before.id === part.id) { part.replaceWith(before); return; }
      raw.set(part, html);
      if (open[key]) part.open = true;
      decorate(part);
    });
    next.querySelectorAll("details:not(.card)").forEach(function (fold, i) {
      var was = folds[fold.className + (fold.id || i)];
      if (was) fold.open = true;
    });
    return function () {
      if (!inside || document.activeElement === focus) return;
      var part = focus_in && panel.querySelector('[data-key="' + CSS.escape(focus_in.key) + '"]');
      var again = part && part.querySelectorAll("a, button, select, summary, textarea, input")[Math.max(0, focus_in.at)];
      if (again) again.focus({ preventScroll: true });
      // What was in focus is gone or folded away: its keys are those of the scorecard.
      if (!again || document.activeElement !== again) panel.focus({ preventScroll: true });
    };
  }

  function render() {
    document.body.classList.toggle("unread", answer.state === "unread");
    document.body.classList.remove("empty");
    document.title = answer.title + " · hearsay";
    var next = fragment(answer.panel), top = panel.scrollTop, refocus = take_over(next);
    list_corrections(next);
    tell_held(next);
    panel.replaceChildren(next);
    panel.scrollTop = top;
    refocus();
    var legend = fragment(answer.story), paper = byId("paper");
    var switches = {};
    document.querySelectorAll("#legend input").forEach(function (one) { switches[one.id] = one.checked; });
    var fieldset = legend.querySelector(".legend");
    fieldset.querySelectorAll("input").forEach(function (one) { if (switches[one.id] === false) one.checked = false; });
    byId("legend").replaceChildren(fieldset);
    paper.replaceChildren(legend);
    mark();
    tell_read();
    list_originals();
    if (reading) show_original(reading.id, reading.at, true);
    byId("checks").hidden = false;
    document.dispatchEvent(new Event("scorecard"));
    arrived();
  }

  function render_nothing() {
    document.body.classList.add("empty");
    document.title = "hearsay: the desk";
    panel.innerHTML = start_panel;
    byId("legend").replaceChildren();
    byId("paper").replaceChildren();
    byId("flags").replaceChildren();
    byId("labels").replaceChildren();
    Marks.paint(seen, []);
    Marks.put("lit", [], 6);
    byId("under").hidden = true;
    byId("checks").hidden = true;
    list_originals();
    document.dispatchEvent(new Event("scorecard"));
  }

  function shown_marks() {
    return answer.marks.filter(function (one) {
      var tone = byId("show-" + one.tone);
      return !tone || tone.checked;
    });
  }

  function mark() {
    Marks.paint(seen, shown_marks());
    place_margins();
  }

  // Numbers of findings left of their lines, labels of claims right of them.
  function place_margins() {
    var to_unit = Marks.units(seen.text), top = editor.getBoundingClientRect().top;
    function place(gutter, things, link) {
      var lines = new Map();
      things.forEach(function (thing) {
        var unit = to_unit(thing.at), range = Marks.range(seen, unit, Math.min(unit + 1, seen.text.length));
        var box = range && range.getClientRects()[0];
        if (!box) return;
        var y = Math.round((box.top - top) / 6) * 6;
        if (!lines.has(y)) lines.set(y, []);
        lines.get(y).push(thing);
      });
      var made = [];
      lines.forEach(function (here, y) {
        var line = make("p", {});
        line.style.top = y + "px";
        here.forEach(function (thing) { line.append(link(thing)); });
        made.push(line);
      });
      gutter.replaceChildren.apply(gutter, made);
    }
    place(byId("flags"), answer.flags, function (flag) {
      return make("a", { "class": "flag " + flag.severity, href: "#" + flag.id, "aria-label": "Finding " + flag.id.slice(1) + ", " + flag.severity + ": " + flag.message, title: flag.message }, flag.id.slice(1));
    });
    place(byId("labels"), shown_marks(), function (one) {
      return make("a", { "class": "tag " + one.tone + (one.unsure ? " unsure" : ""), href: "#" + one.id, tabindex: "-1", "aria-label": one.label + ": " + one.who, title: one.who }, one.label);
    });
  }
  if (window.ResizeObserver) new ResizeObserver(function () { if (answer) place_margins(); }).observe(editor);

  function tell_read() {
    byId("read").hidden = !answer.remarks.length;
    byId("read").textContent = answer.remarks.join(" ");
  }

  // ---- From the text to the card and back

  function mark_of(id) { return answer && answer.marks.find(function (one) { return one.id === id; }); }
  function flag_of(id) { return answer && answer.flags.find(function (one) { return one.id === id; }); }
  function spans_of(id) {
    var mark = mark_of(id), flag = flag_of(id), held = /^q/.test(id) && held_by_id(id);
    if (held) return held.span;
    return mark ? (mark.content.length ? mark.content : mark.cue) : flag ? flag.span : [];
  }
  function current() { return decodeURIComponent(location.hash.slice(1)); }

  function light(id) {
    var to_unit = Marks.units(seen.text);
    var ranges = spans_of(id).map(function (span) { return Marks.range(seen, to_unit(span[0]), to_unit(span[1])); }).filter(Boolean);
    Marks.put("lit", ranges, 6);
    return ranges[0];
  }

  function bring(range) {
    var box = range.getBoundingClientRect(), view = narrow.matches ? { top: 0, bottom: innerHeight * .35 } : byId("text").getBoundingClientRect();
    if (box.top > view.top + 60 && box.bottom < view.bottom - 40) return;
    var by = box.top - view.top - (view.bottom - view.top) / 3;
    (narrow.matches ? window : byId("text")).scrollBy({ top: by, behavior: "auto" });
  }

  // What the address names is lit in the text.
  function arrived() {
    if (!answer) return;
    var id = current().replace(/^in-/, "");
    panel.querySelectorAll(".here").forEach(function (one) { one.classList.remove("here"); });
    var range = light(id);
    if (range && id !== skip_bring) bring(range);
    skip_bring = "";
    if (byId(id)) byId(id).classList.add("here");
    if (range && /^in-/.test(current())) caret_to(range);
  }
  var skip_bring = "";
  window.addEventListener("hashchange", arrived);

  function caret_to(range) {
    editor.focus({ preventScroll: true });
    getSelection().collapse(range.startContainer, range.startOffset);
    bring(range);
  }

  // Links into the text lead to the text that is typed, not to the paper's.
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || !answer) return;
    var id = link.getAttribute("href").slice(1);
    if (/^in-p[0-9]+$/.test(id)) {
      event.preventDefault();
      var span = answer.perhaps[id.slice(4) - 1], to_unit = Marks.units(seen.text);
      var range = span && span.length && Marks.range(seen, to_unit(span[0][0]), to_unit(span[0][1]));
      if (range) { Marks.put("lit", [range], 6); caret_to(range); }
    } else if (id === current()) {
      arrived();
    }
    if (/^[acf][0-9]+$/.test(id) && reading) close_reader();  // its card is what is asked for
  });

  function caret() {
    var selection = getSelection();
    if (!selection.rangeCount || !editor.contains(selection.focusNode)) return -1;
    var read = Marks.read(editor);
    return Marks.unit_of(read, selection.focusNode, selection.focusOffset);
  }

  // The innermost mark at a place of the text.
  function mark_at(unit) {
    if (!answer || unit < 0) return null;
    var to_unit = Marks.units(seen.text), best = null, size = Infinity;
    shown_marks().forEach(function (one) {
      [one.content, one.cue, one.source].forEach(function (spans) {
        spans.forEach(function (span) {
          var begin = to_unit(span[0]), end = to_unit(span[1]);
          if (begin <= unit && unit <= end && end - begin < size) { best = one; size = end - begin; }
        });
      });
    });
    return best;
  }

  // What stands at the cursor, said below the text: a link to its card that covers nothing.
  function tell_under() {
    var under = byId("under"), unit = document.activeElement === editor ? caret() : -1, one = mark_at(unit);
    under.hidden = !one;
    if (!one) return;
    under.replaceChildren(make("a", { href: "#" + one.id }, one.label + " · " + one.who), document.createTextNode(" " + one.how));
    under.className = "under " + one.tone;
  }
  document.addEventListener("selectionchange", tell_under);
  editor.addEventListener("blur", function () { setTimeout(tell_under, 200); });

  editor.addEventListener("click", function () {
    if (narrow.matches || !getSelection().isCollapsed) return;
    var one = mark_at(caret());
    if (reading && one && read_along(one.id)) return;
    if (!one || current() === one.id) return;
    skip_bring = one.id;
    history.replaceState(null, "", "#" + one.id);
    document.dispatchEvent(new Event("scorecard"));
    arrived();
    if (byId(one.id)) { byId(one.id).open = true; byId(one.id).scrollIntoView({ block: "nearest" }); }
  });

  function to_panel() {
    var here = byId(current()), focus = here && (here.querySelector("summary") || here);
    if (focus && panel.contains(focus)) { if (focus === here) focus.setAttribute("tabindex", "-1"); focus.focus(); } else panel.focus();
  }

  function walk_findings(step) {
    if (!answer || !answer.flags.length) return;
    var unit = caret(), to_unit = Marks.units(seen.text);
    var places = answer.flags.map(function (flag) { return { id: flag.id, unit: to_unit(flag.at) }; }).sort(function (a, b) { return a.unit - b.unit; });
    var next = step > 0 ? places.find(function (one) { return one.unit > unit; }) || places[0]
      : places.slice().reverse().find(function (one) { return one.unit < unit; }) || places[places.length - 1];
    location.hash = "in-" + next.id;
    arrived();
    say("Finding " + next.id.slice(1) + ": " + flag_of(next.id).message);
  }

  editor.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    if (event.key === "F8") walk_findings(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") to_panel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      var one = mark_at(caret());
      if (one) { location.hash = one.id; arrived(); setTimeout(to_panel, 0); } else say("No claim stands at the cursor.");
    } else return;
    event.preventDefault();
  });
  // The panel's keys are page.js's, but for those that lead to the text.
  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (start.store) save(); else if (corrections.length) download();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.isContentEditable || event.target.closest("dialog, input, select, textarea")) return;
    if (event.key !== "t" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!byId("sheet").hidden) { if (event.key === "Escape") close_sheet(); return; }
    if (reading && event.key === "Escape") { close_reader(); panel.focus(); return; }
    var id = current().replace(/^in-/, ""), range = answer && event.key === "Escape" && light(id);
    if (range) caret_to(range); else editor.focus();
  }, true);

  // ---- Typing, pasting, dropping, opening

  editor.addEventListener("input", function () {
    byId("fresh").hidden = false;
    audit_soon();
  });
  document.addEventListener("change", function (event) {
    if (event.target.closest("#legend") && answer) mark();
  });

  function take_file(file) {
    if (file.size > kMostBytes) {
      say(file.name + " is larger than " + Math.round(kMostBytes / 1048576) + " MB, which is the most for one article", true);
      return Promise.resolve();
    }
    if (!may_leave()) return Promise.resolve();
    say("reading " + file.name + "…");
    return ask("POST", "/desk/read?name=" + encodeURIComponent(file.name), file).then(function (got) {
      if (draft) { draft = null; version = 0; saved_text = null; history.replaceState(null, "", "/"); tools(); }
      return load(got.text, file.name, got.outlet).then(function () {
        if (got.told) { byId("read").hidden = false; byId("read").textContent = got.told; }
        editor.focus({ preventScroll: true });
      });
    }).catch(function (failed) { say(file.name + ": " + failed.message, true); });
  }
  function may_leave() {
    if (!Marks.read(editor).text.trim() || !unkept()) return true;
    return window.confirm("What is on the desk is not kept. Put it away?");
  }
  function unkept() { return (start.store ? changed() : corrections.length > 0) || sheet_changed; }

  byId("open").addEventListener("click", function () { byId("pick").click(); });
  byId("pick").addEventListener("change", function () {
    var file = byId("pick").files[0];
    byId("pick").value = "";
    if (file) take_file(file);
  });
  document.addEventListener("dragover", function (event) {
    if (!event.dataTransfer || Array.prototype.indexOf.call(event.dataTransfer.types, "Files") < 0) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", function (event) { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  document.addEventListener("drop", function (event) {
    document.body.classList.remove("dropping");
    var files = event.dataTransfer ? Array.prototype.slice.call(event.dataTransfer.files) : [];
    if (!files.length) return;
    event.preventDefault();
    var beside = event.target.closest && event.target.closest("#originals, #reader, #panel");
    if (beside || files.length > 1) add_originals(files); else take_file(files[0]);
  });
  editor.addEventListener("paste", function (event) {
    var file = event.clipboardData && event.clipboardData.files[0];
    if (file && !event.clipboardData.getData("text/plain")) { event.preventDefault(); take_file(file); }
  });
  byId("fresh").addEventListener("click", function () {
    if (!may_leave()) return;
    sheet_changed = false;
    sheet_csv = "";
    forget_originals();
    if (draft || location.pathname !== "/") { saved_text = Marks.read(editor).text; location.href = "/"; return; }
    load("", "", "").then(function () { byId("fresh").hidden = true; editor.focus(); });
  });
  window.addEventListener("beforeunload", function (event) { if (unkept()) event.preventDefault(); });

  // ---- Originals beside the draft: held by the program's memory, sent again where it has let them go

  var kMostOriginals = start.most_originals, reading = null;
  var kClasses = { "verbatim": "verbatim", "marked-change": "marked change", "disfluency": "disfluency left out", "small-edit": "small edit",
    "unmarked-omission": "words left out", "number-changed": "number differs", "name-changed": "name differs", "negation-changed": "negation differs",
    "other-speaker": "another speaker", "spliced": "spliced", "paraphrase": "other words", "not-found": "not found", "too-short": "too short to say", "unverified": "unverified" };
  function class_words(held) { return kClasses[held.result] || held.result; }
  function all_held() { return (answer && answer.originals && answer.originals.held) || []; }
  function held_of(id) { return all_held().filter(function (one) { return id && one.attribution === id; }); }
  function held_by_id(id) { return all_held().find(function (one) { return one.id === id; }); }
  function original_of(id) { return originals.find(function (one) { return one.id === id; }); }

  function add_originals(files) {
    var room = kMostOriginals - originals.length, taken = files.slice(0, Math.max(0, room));
    if (taken.length < files.length) say("At most " + kMostOriginals + " originals lie beside a draft; hearsay verify takes archives of them.", true);
    return taken.reduce(function (before, file) { return before.then(function () { return send_original(file); }); }, Promise.resolve())
      .then(function () { list_originals(); keep_ids(); return audit(); });
  }
  function send_original(file) {
    if (file.size > kMostBytes) {
      say(file.name + " is larger than " + Math.round(kMostBytes / 1048576) + " MB, which is the most for an original", true);
      return Promise.resolve();
    }
    say("reading " + file.name + "…");
    return ask("PUT", "/desk/originals?name=" + encodeURIComponent(file.name), file).then(function (got) {
      var known = original_of(got.id);
      if (known) { known.file = file; known.problem = got.problem; }
      else originals.push({ id: got.id, name: got.name, file: file, problem: got.problem, tries: 0 });
    }, function (failed) { say(file.name + ": " + failed.message, true); });
  }
  // The program has let some go: they are sent again, but not for ever.
  function send_again(ids) {
    var lost = [], again = [];
    ids.forEach(function (id) {
      var one = original_of(id);
      if (!one) return;
      if (one.file && one.tries < 3) { one.tries += 1; again.push(one.file); } else lost.push(one);
    });
    originals = originals.filter(function (one) { return lost.indexOf(one) < 0; });
    if (reading && !original_of(reading.id)) close_reader();
    again.reduce(function (before, file) { return before.then(function () { return send_original(file); }); }, Promise.resolve())
      .then(function () { if (again.length) return audit(); })
      .then(function () {
        list_originals();
        keep_ids();
        if (lost.length) say(lost.map(function (one) { return one.name; }).join(", ") + ": not held any longer, lay it beside the draft again", true);
      });
  }
  function remove_original(one) {
    originals = originals.filter(function (other) { return other !== one; });
    if (reading && reading.id === one.id) close_reader();
    ask("DELETE", "/desk/originals/" + one.id).catch(function () { /* gone already */ });
    list_originals();
    keep_ids();
    byId("add-originals").focus();
    return audit();
  }
  function forget_originals() {
    originals.slice().forEach(function (one) { ask("DELETE", "/desk/originals/" + one.id).catch(function () { /* gone already */ }); });
    originals = [];
    close_reader();
    keep_ids();
  }
  // What a reload of a kept draft finds again in the program's memory: ids and names, in this tab alone.
  function keep_ids() {
    try {
      sessionStorage.setItem("hearsay.originals", JSON.stringify({ draft: draft, originals: originals.map(function (one) { return { id: one.id, name: one.name, problem: one.problem }; }) }));
    } catch (refused) { /* then they are laid there again */ }
  }
  function found_ids() {
    try {
      var found = JSON.parse(sessionStorage.getItem("hearsay.originals") || "null");
      if (found && draft && found.draft === draft) originals = found.originals.map(function (one) { return { id: one.id, name: one.name, problem: one.problem, tries: 0 }; });
    } catch (refused) { /* none */ }
  }

  function rests_on(one) {
    return all_held().filter(function (held) { return held.passages.some(function (passage) { return passage.original === one.id; }); });
  }
  function unheld(one) { return Boolean(answer && answer.originals && answer.originals.unheld.indexOf(one.id) >= 0); }
  function list_originals() {
    var list = byId("originals-list"), focus = document.activeElement && document.activeElement.dataset && document.activeElement.dataset.key;
    list.hidden = !originals.length;
    byId("originals-hint").hidden = Boolean(originals.length);
    list.replaceChildren.apply(list, originals.map(function (one) {
      var line = make("li", {}), held = rests_on(one).filter(function (held) { return held.quoted; }).length;
      if (one.problem) line.append(make("span", { "class": "name", dir: "auto" }, one.name));
      else line.append(make("button", { type: "button", "class": "name", dir: "auto", "data-key": "read-" + one.id, onclick: function () { show_original(one.id, first_at(one)); } }, one.name));
      line.append(make("span", { "class": "count" }, one.problem ? "no text: " + one.problem : unheld(one) ? "not looked through: too much beside the others" : answer ? held + (held === 1 ? " quotation" : " quotations") : ""));
      line.append(make("button", { type: "button", "class": "away", "aria-label": "Take away " + one.name, "data-key": "away-" + one.id, onclick: function () { remove_original(one); } }, "×"));
      return line;
    }));
    if (focus) { var again = list.querySelector('[data-key="' + CSS.escape(focus) + '"]'); if (again) again.focus({ preventScroll: true }); }
  }
  function first_at(one) {
    var held = rests_on(one)[0];
    return held ? held.passages.find(function (passage) { return passage.original === one.id; }).at[0] : 0;
  }

  // On the card: the class beside its name, and below both texts side by side, with the way to the passage.
  function show_held(card, id) {
    var held = held_of(id).filter(function (one) { return one.quoted || one.severity; });
    if (!held.length) return;
    var title = card.querySelector("summary h3") || card.querySelector("summary"), box = make("div", { "class": "held-box" });
    held.forEach(function (one) {
      title.append(" ", make("span", { "class": "class " + (one.severity || "allowed") }, class_words(one)));
      var part = fragment(one.html), where = part.querySelectorAll(".where");
      part.querySelector("h3").replaceWith(make("p", { "class": "held-title" }, "Held against originals: " + class_words(one)));
      Array.prototype.forEach.call(part.querySelectorAll("h4"), function (heading) { heading.replaceWith(make("p", { "class": "side" }, heading.textContent)); });
      one.passages.forEach(function (passage, i) {
        if (!where[i] || !passage.original) return;
        where[i].append(" ", make("button", { type: "button", "aria-label": "Show " + passage.document + ", " + passage.place + " in the original", onclick: function () { show_original(passage.original, passage.at[0]); byId("reader").focus({ preventScroll: true }); } }, "In the original"));
      });
      box.append(part);
    });
    var after = card.querySelector(".back");
    if (after) after.after(box); else card.append(box);
  }

  // What the scorecard's own list says of them stands on their cards here.
  function tell_held(next) {
    var section = next.querySelector("#verification");
    if (!section) return;
    var list = section.querySelector("ul"), counts = {};
    if (list) list.remove();
    all_held().forEach(function (one) {
      if (one.quoted) (counts[one.result] = counts[one.result] || []).push(one);
    });
    var made = make("ul", { "class": "classes" });
    Object.keys(kClasses).forEach(function (result) {
      if (!counts[result]) return;
      var line = make("li", {}, counts[result].length + " " + kClasses[result] + ": ");
      counts[result].slice(0, 12).forEach(function (one, i) {
        var mark = mark_of(one.attribution);
        line.append(i ? ", " : "", make("a", { href: "#" + (mark ? one.attribution : "in-" + one.id) }, mark ? mark.label : "in the text"));
      });
      if (counts[result].length > 12) line.append(" …");
      made.append(line);
    });
    section.append(made);
  }

  // The original beside the draft: its text with what the draft rests on marked; each leads to the draft's words.
  function show_original(id, at, quietly) {
    var one = original_of(id);
    if (!one) return Promise.resolve();
    var same = reading && reading.id === id && reading.text && at >= reading.text.begin && (at < reading.text.end || !at);
    var got = same ? Promise.resolve(reading.text) : ask("GET", "/desk/originals/" + id + "?at=" + at);
    return got.then(function (text) {
      var drawn = JSON.stringify([id, text.begin, rests_on(one)]);  // nothing new: what has the focus stays
      var fresh = !reading || reading.drawn !== drawn;
      reading = { id: id, at: at, text: text, drawn: drawn };
      if (fresh) draw_original(one, text);
      panel.hidden = true;
      byId("reader").hidden = false;
      if (!quietly) bring_passage(at);
    }, function (failed) { say(failed.message, true); });
  }
  function draw_original(one, text) {
    var reader = byId("reader"), top = reader.scrollTop, chars = Array.from(text.text), stretches = [], cuts = [];
    rests_on(one).forEach(function (held) {
      held.passages.forEach(function (passage) {
        if (passage.original !== one.id || passage.at[1] <= text.begin || passage.at[0] >= text.end || passage.at[0] === passage.at[1]) return;
        if (!held.quoted && !held.severity) return;
        stretches.push({ begin: passage.at[0] - text.begin, end: passage.at[1] - text.begin, held: held });
      });
    });
    stretches.sort(function (a, b) { return a.begin - b.begin || a.end - b.end; });
    var words = make("div", { "class": "original", dir: "auto" }), place = 0, last = 0;
    text.places.forEach(function (mark) { cuts.push({ at: mark.at - text.begin, place: mark.place }); });
    function put(parent, end) {  // plain words up to there, with pages and times where they begin
      while (place < cuts.length && cuts[place].at <= end) {
        if (cuts[place].at > last) parent.append(chars.slice(last, cuts[place].at).join(""));
        last = Math.max(last, cuts[place].at);
        if (parent === words) parent.append(make("span", { "class": "place" }, cuts[place].place));
        place += 1;
      }
      if (end > last) parent.append(chars.slice(last, end).join(""));
      last = Math.max(last, end);
    }
    stretches.forEach(function (stretch) {
      if (stretch.end <= last) return;
      put(words, Math.max(stretch.begin, last));
      var mark = mark_of(stretch.held.attribution), label = mark ? mark.label : "";
      var link = make("a", { "class": "rest " + (stretch.held.severity || "allowed"), href: "#in-" + stretch.held.id, "data-at": String(stretch.begin + text.begin), title: class_words(stretch.held) + (label ? ", " + label : "") });
      put(link, stretch.end);
      words.append(make("span", { "class": "tag-of", "aria-hidden": "true" }, (label ? label + " " : "") + class_words(stretch.held)), link);
    });
    put(words, chars.length);
    var head = make("div", { "class": "readerbar" });
    head.append(make("h2", { dir: "auto" }, one.name), make("button", { type: "button", id: "reader-close", onclick: function () { close_reader(); panel.focus(); } }, "Back to the scorecard"));
    var held = rests_on(one).length;
    var told = make("p", { "class": "small" }, stretches.length ? "What the draft rests on is marked; each leads to the draft’s words." : held ? "What the draft rests on stands elsewhere in it." : "Nothing of the draft was found in it.");
    var parts = [head, told];
    if (text.begin > 0) parts.push(make("button", { type: "button", onclick: function () { show_original(one.id, Math.max(0, text.begin - 1)); } }, "What stands before"));
    parts.push(words);
    if (text.end < text.size) parts.push(make("button", { type: "button", onclick: function () { show_original(one.id, text.end + 1); } }, "What follows"));
    reader.setAttribute("aria-label", "Original: " + one.name);
    reader.replaceChildren.apply(reader, parts);
    reader.scrollTop = top;
  }
  function bring_passage(at) {
    var reader = byId("reader"), here = null;
    reader.querySelectorAll(".rest").forEach(function (one) {
      one.classList.remove("here");
      if (Number(one.dataset.at) === at) here = one;
    });
    if (!here) { reader.scrollTop = 0; return; }
    here.classList.add("here");
    if (narrow.matches) { here.scrollIntoView({ block: "center" }); return; }
    reader.scrollTop += here.getBoundingClientRect().top - reader.getBoundingClientRect().top - reader.clientHeight / 3;
  }
  // From the words in the draft to the passage beside them.
  function read_along(id) {
    var held = held_of(id).find(function (one) { return one.passages.some(function (passage) { return passage.original; }); });
    if (!held) return false;
    var passage = held.passages.find(function (one) { return one.original === reading.id; }) || held.passages[0];
    Marks.put("lit", held.span.map(function (span) { var to_unit = Marks.units(seen.text); return Marks.range(seen, to_unit(span[0]), to_unit(span[1])); }).filter(Boolean), 6);
    show_original(passage.original, passage.at[0]);
    return true;
  }
  function close_reader() {
    reading = null;
    byId("reader").hidden = true;
    panel.hidden = false;
  }
  byId("add-originals").addEventListener("click", function () { byId("pick-originals").click(); });
  byId("pick-originals").addEventListener("change", function () {
    var files = Array.prototype.slice.call(byId("pick-originals").files);
    byId("pick-originals").value = "";
    if (files.length) add_originals(files);
  });

  // ---- The check sheet of what is typed: what is entered stays in the page and goes on to the text as it is then

  var sheet = null, sheet_csv = "", sheet_changed = false;
  function sheet_body() {
    var body = { text: Marks.read(editor).text, name: name, outlet: outlet, corrections: all_corrections().map(plain), sheet: sheet ? sheet.csv() : sheet_csv };
    if (originals.length) body.originals = originals.map(function (one) { return one.id; });
    return body;
  }
  function open_sheet() {
    if (draft && !changed()) { location.href = "/drafts/" + draft + "/checksheet"; return; }
    if (draft) { say("Save the version first: its check sheet is kept with it.", true); return; }
    say("making the check sheet…");
    ask("POST", "/desk/checksheet", sheet_body()).then(function (got) {
      byId("sheet-items").replaceChildren(fragment(got.html));
      byId("sheet-told").textContent = got.reopened ? got.reopened + (got.reopened === 1 ? " item has" : " items have") + " changed since and " + (got.reopened === 1 ? "is" : "are") + " open again." : "";
      byId("sheet").hidden = false;
      byId("text").hidden = true;  // one main part at a time
      document.body.classList.add("checking-off");
      sheet = CheckSheet.open(byId("sheet"), { entered: function () { sheet_changed = true; } });
      say("");
      byId("sheet").focus();
    }, trouble);
  }
  function close_sheet() {
    if (sheet) sheet_csv = sheet.csv();
    sheet = null;
    byId("sheet").hidden = true;
    byId("sheet-items").replaceChildren();
    byId("text").hidden = false;
    document.body.classList.remove("checking-off");
    byId("checks").focus();
  }
  function download_sheet(format) {
    fetch("/desk/checksheet?format=" + format, { method: "POST", body: JSON.stringify(sheet_body()), headers: { "Content-Type": "application/json" }, credentials: "same-origin" }).then(function (got) {
      if (!got.ok) throw new Error("the sheet cannot be made: the server answered " + got.status);
      return got.blob();
    }).then(function (blob) {
      save_as(blob, (name.replace(/\.[^.]*$/, "") || "draft") + "-checks." + format);
      sheet_changed = false;
    }).catch(trouble);
  }
  function save_as(blob, called) {
    var address = URL.createObjectURL(blob), link = make("a", { href: address, download: called });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
  }
  byId("checks").addEventListener("click", open_sheet);
  byId("sheet-close").addEventListener("click", close_sheet);
  byId("sheet-csv").addEventListener("click", function () { download_sheet("csv"); });
  byId("sheet-xlsx").addEventListener("click", function () { download_sheet("xlsx"); });

  // ---- Corrections

  function target_of(id) {
    if (!answer || !id) return null;
    var targets = answer.targets;
    if (/^a[0-9]+$/.test(id)) return targets.attributions[id];
    if (/^s[0-9]+$/.test(id)) return targets.sources[id];
    if (/^c[0-9]+$/.test(id)) return targets.claims[id];
    if (/^f[0-9]+$/.test(id)) return targets.findings[id.slice(1) - 1];
    return null;
  }

  function all_corrections() { return (answer && answer.corrections) || []; }

  function time_now() { return new Date().toISOString().replace(/\.[0-9]+Z$/, "Z"); }

  function correct(kind, id, value, more) {
    var target = typeof id === "string" ? target_of(id) : id;
    var made = Object.assign({ kind: kind, target: { fingerprint: target.fingerprint, words: target.words }, value: value, by: who.value.trim(), at: time_now() }, more);
    return add(made);
  }

  function add(made) {
    if (draft) return ask("POST", "/drafts/" + draft + "/corrections", { corrections: [made] }).then(audit, trouble);
    corrections = corrections.concat([made]);
    tools();
    return audit();
  }
  function undo(correction) {
    if (draft) return ask("DELETE", "/drafts/" + draft + "/corrections/" + correction.id).then(audit, trouble);
    corrections = all_corrections().filter(function (one) { return one.id !== correction.id; }).map(plain);
    tools();
    return audit();
  }
  function trouble(failed) { say(failed.message, true); }

  // As it was given, without what the server found out about it.
  function plain(correction) {
    var copy = Object.assign({}, correction);
    ["state", "why", "of"].forEach(function (key) { delete copy[key]; });
    return copy;
  }

  // One question to the person: what to say, and who says it.
  function ask_person(title, of, fields, done) {
    byId("correct-title").textContent = title;
    byId("correct-of").textContent = of || "";
    byId("correct-fields").replaceChildren.apply(byId("correct-fields"), fields);
    byId("correct-by").hidden = Boolean(who.value.trim());
    byId("correct-who").required = !who.value.trim();
    byId("correct-who").value = who.value;
    dialog.returnValue = "";
    dialog.onclose = null;
    byId("correct-form").onsubmit = function (event) {
      event.preventDefault();
      if (!byId("correct-by").hidden) { who.value = byId("correct-who").value.trim(); kept("hearsay.who", who.value); }
      if (!who.value.trim()) return;
      dialog.close();
      done();
    };
    dialog.showModal();
  }
  byId("correct-no").addEventListener("click", function () { dialog.close(); });

  function field(label, element) {
    var made = make("label", {}, label + " ");
    made.append(element);
    return made;
  }
  function note_field(label, required) {
    var area = make("textarea", { rows: "3", maxlength: "1000" });
    if (required) area.required = true;
    return { area: area, label: field(label, area) };
  }
  function with_reason(more, reason) {
    return reason.trim() ? Object.assign({ reason: reason.trim() }, more) : more || {};
  }
  function known(done) {  // what needs no words needs a name all the same
    if (who.value.trim()) done(); else ask_person("Who are you?", "Your name stands beside what you say.", [], done);
  }

  function decorate(part) {
    var id = part.id, bar = make("div", { "class": "correct" });
    if (!target_of(id)) return;
    var it = target_of(id), words = it.words;  // as it is now: numbers change while somebody thinks
    if (part.classList.contains("finding")) {
      var settled = all_corrections().find(function (one) {
        return one.kind === "finding" && one.state === "met" && one.value === "settled" && one.target.fingerprint === target_of(id).fingerprint;
      });
      if (settled) bar.append(make("button", { type: "button", onclick: function () { undo(settled); } }, "Open it again"));
      else bar.append(make("button", { type: "button", onclick: function () {
        var note = note_field("Why it may stand", true);
        ask_person("Settle this finding", words, [note.label], function () { correct("finding", it, "settled", with_reason({}, note.area.value)); });
      } }, "Settle…"));
      part.querySelectorAll("td")[1].append(bar);
      return;
    }
    if (part.classList.contains("source")) {
      var source = answer.sources.find(function (one) { return one.id === id; });
      if (!source || source.kind === "author") return;
      var now = source.anonymous ? "named" : "not-named";
      bar.append(make("button", { type: "button", onclick: function () {
        known(function () { correct("named", it, now); });
      } }, source.anonymous ? "Is named" : "Is not named"));
      part.querySelector("th").append(bar);
      return;
    }
    var mark = mark_of(id), claim = mark && mark.claim;
    show_held(part, id);
    if (claim && target_of(claim)) bar.append(status_of(claim));
    if (/^a/.test(id)) {
      bar.append(make("button", { type: "button", onclick: function () {
        var note = note_field("Why (may stay empty)");
        ask_person("Nobody is given for anything here", words, [note.label], function () { correct("reading", it, "wrong", with_reason({}, note.area.value)); });
      } }, "Wrong reading"));
      bar.append(make("button", { type: "button", onclick: function () { ask_source(id, words, mark); } }, "The source is…"));
      if (mark.unsure) bar.append(make("button", { type: "button", onclick: function () { known(function () { correct("reading", it, "right"); }); } }, "It is right"));
    }
    var said = corrections_of(id, mark);
    said.forEach(function (one) { bar.append(correction_line(one)); });
    part.append(bar);
  }

  function ask_source(id, words, mark) {
    var it = target_of(id), choice = make("select", {});
    choice.append(new Option("somebody else: type the name", ""));
    answer.sources.forEach(function (one) {
      if (one.kind !== "author") choice.append(new Option(one.name + (one.anonymous ? " (not named)" : ""), one.name));
    });
    choice.append(new Option("the writer", "\u0001author"), new Option("nobody is given", "\u0001unstated"));
    var typed = make("input", { maxlength: "300", autocomplete: "off" });
    var kind = make("select", {});
    [["named-person", "a person"], ["named-organisation", "an organisation"], ["document", "a document"], ["media", "a medium"], ["unnamed-person", "somebody not named"], ["unnamed-group", "some not named"], ["collective", "the public"]]
      .forEach(function (one) { kind.append(new Option(one[1], one[0])); });
    var note = note_field("Why (may stay empty)");
    var typed_label = field("Name", typed), kind_label = field("Who is", kind);
    function chosen() {
      typed_label.hidden = kind_label.hidden = choice.value !== "";
      typed.required = choice.value === "";
    }
    choice.onchange = chosen;
    if (mark.who_name) choice.value = mark.who_name;
    chosen();
    ask_person("Whose words are these?", words, [field("The source is", choice), typed_label, kind_label, note.label], function () {
      var value = choice.value || typed.value.trim(), more = {};
      if (!choice.value) more.source_kind = kind.value;
      if (value[0] === "\u0001") { more.source_kind = value.slice(1); value = ""; }
      correct("source", it, value, with_reason(more, note.area.value));
    });
  }

  var kStatuses = [["open", "open"], ["confirmed", "confirmed"], ["changed", "changed"], ["query", "query to the writer"], ["cannot-verify", "cannot verify"], ["cut", "cut"]];
  function check_of(claim) {
    return all_corrections().find(function (one) { return one.kind === "claim" && one.of === claim && one.state === "met"; });
  }
  function status_of(claim) {
    var it = target_of(claim), now = check_of(claim), select = make("select", {}), label = make("label", { "class": "status" }, "Check: ");
    kStatuses.forEach(function (one) { select.append(new Option(one[1], one[0])); });
    select.value = now ? now.value : "open";
    select.addEventListener("change", function () {
      known(function () { correct("claim", it, select.value, now && now.reason ? { reason: now.reason } : {}); });
    });
    label.append(select);
    var box = make("span", { "class": "checking" });
    box.append(label, make("button", { type: "button", onclick: function () {
      var note = note_field("Note"), evidence = make("input", { maxlength: "1000", autocomplete: "off", placeholder: "an address, a call, a page" });
      if (now) { note.area.value = now.reason || ""; evidence.value = now.evidence || ""; }
      ask_person("Note on this claim", it.words, [note.label, field("What shows it", evidence)], function () {
        var more = with_reason({}, note.area.value);
        if (evidence.value.trim()) more.evidence = evidence.value.trim();
        correct("claim", it, select.value, more);
      });
    } }, now && now.reason ? "Note ✓" : "Note…"));
    return box;
  }

  function corrections_of(id, mark) {
    return all_corrections().filter(function (one) {
      return one.state === "met" && (one.of === id || (mark && mark.claim && one.of === mark.claim));
    });
  }

  var kKinds = { reading: "Reading", source: "Source", named: "Naming", "source-kind": "Kind of source", finding: "Finding", claim: "Claim" };
  function value_words(one) {
    if (one.kind === "source") return one.value ? "is " + one.value : one.source_kind === "author" ? "is the writer" : "nobody is given";
    return one.value.replace(/-/g, " ");
  }
  function correction_line(one) {
    var line = make("p", { "class": "correction " + one.state });
    line.append(make("b", {}, kKinds[one.kind] + " " + value_words(one)), document.createTextNode(" by " + one.by + ", " + one.at.slice(0, 16).replace("T", " ")));
    if (one.reason) line.append(make("span", { "class": "why" }, " “" + one.reason + "”"));
    if (one.evidence) line.append(make("span", { "class": "why" }, " [" + one.evidence + "]"));
    line.append(" ", make("button", { type: "button", "aria-label": "Undo: " + kKinds[one.kind] + " " + value_words(one) + ", " + (one.target.words || ""), onclick: function () { undo(one); } }, "Undo"));
    return line;
  }

  // All that people said, below the summary: what was struck out has no card to be undone on.
  function list_corrections(next) {
    var all = all_corrections(), printed = next.querySelector("#corrections");
    if (printed) printed.remove();  // the same without a way to take it back
    if (!all.length) return;
    var section = make("section", { id: "corrected", "aria-labelledby": "corrected-title" });
    section.append(make("h2", { id: "corrected-title" }, all.length === 1 ? "1 correction" : all.length + " corrections"));
    all.slice().sort(function (a, b) { return a.at < b.at ? 1 : a.at > b.at ? -1 : 0; }).forEach(function (one) {
      var line = correction_line(one);
      line.prepend(make("span", { "class": "said", dir: "auto" }, one.target.words || ""));
      if (one.state !== "met") line.append(make("span", { "class": "maybe" }, one.state === "superseded" ? "superseded" : "not met: " + (one.why || "its words are not there")));
      section.append(line);
    });
    var before = next.querySelector("#sources");
    if (before) before.before(section); else next.append(section);
  }

  function download() {
    ask("POST", "/desk/sidecar", { name: name, text: Marks.read(editor).text, corrections: corrections }).then(function (got) {
      var link = make("a", { href: URL.createObjectURL(new Blob([got.xml], { type: "application/xml" })), download: got.name });
      document.body.append(link);
      link.click();
      link.remove();
      corrections = corrections.slice();
      say(got.name + " downloaded: put it beside the article, and every audit reads it");
    }, trouble);
  }
  byId("sidecar").addEventListener("click", download);

  // ---- Drafts that are kept: versions, and others who work on the same

  function tools() {
    byId("save").hidden = !start.store;
    byId("sidecar").hidden = Boolean(draft) || !corrections.length;
    var title = byId("versions");
    if (title) title.hidden = !draft;
    if (draft && !title) {
      title = make("a", { id: "versions" }, "Versions");
      byId("save").after(title, " ", make("a", { id: "what-changed" }, "What changed"));
    }
    if (!draft) { if (byId("what-changed")) byId("what-changed").hidden = true; return; }
    title.setAttribute("href", "/drafts/" + draft + "/versions");
    byId("what-changed").setAttribute("href", "/drafts/" + draft + "/compare");
    byId("what-changed").hidden = version < 2;
  }

  function save(over) {
    var text = Marks.read(editor).text;
    if (!text.trim()) { say("There is nothing to keep yet."); return; }
    if (draft && !changed()) { say("Version " + version + " is kept as it is."); return; }
    known(function () {
      name = name || text.trim().split("\n")[0].slice(0, 80);  // its headline, until it is called otherwise
      var body = { text: text, name: name, outlet: outlet, by: who.value.trim(), at: time_now() };
      if (draft) body.base = over || version; else body.corrections = corrections;
      ask("POST", draft ? "/drafts/" + draft + "/versions" : "/drafts", body).then(function (got) {
        draft = got.id;
        version = got.version;
        saved_text = text;
        corrections = [];
        keep_ids();
        byId("other").hidden = true;
        if (location.pathname !== "/drafts/" + draft) history.pushState(null, "", "/drafts/" + draft + location.hash);
        tools();
        stamp = "";
        return audit();
      }, function (failed) {
        if (failed.status !== 409) return trouble(failed);
        other_version(failed.json);
      });
    });
  }
  byId("save").addEventListener("click", function () { save(); });

  // Somebody else kept a version meanwhile: nobody's work is overwritten.
  function other_version(there) {
    var other = byId("other");
    if (other.dataset.version === String(there.version) && !other.hidden) return;
    other.dataset.version = there.version;
    other.hidden = false;
    var mine = changed();
    other.replaceChildren(document.createTextNode((there.by || "Somebody") + " kept version " + there.version + " meanwhile. "),
      make("button", { type: "button", onclick: function () {
        ask("GET", "/drafts/" + draft + ".json").then(function (got) {
          version = got.version;
          saved_text = got.text;
          other.hidden = true;
          load(got.text, got.name, got.outlet, true);
        }, trouble);
      } }, mine ? "Take theirs, leave mine" : "Show it"));
    if (mine) other.append(" ", make("button", { type: "button", onclick: function () { save(there.version); } }, "Keep mine as version " + (there.version + 1)),
      " ", make("a", { href: "/drafts/" + draft + "/versions/" + there.version, target: "_blank", rel: "noopener" }, "Look at theirs"));
  }

  function poll() {
    if (!draft || document.hidden || busy) return;
    var of = draft;
    ask("GET", "/drafts/" + draft + "/state").then(function (got) {
      if (of !== draft) return;
      if (got.version > version) other_version(got);
      if (got.stamp !== stamp && !dialog.open && answer) audit();
    }, function () { /* the next one may get through */ });
  }
  if (start.store) setInterval(poll, kPoll);
  document.addEventListener("visibilitychange", poll);
  window.addEventListener("popstate", function () {
    if (location.pathname !== (draft ? "/drafts/" + draft : "/")) location.reload();
  });

  // ---- The beginning

  document.body.classList.add("empty");
  found_ids();
  tools();
  seen = Marks.read(editor);
  if (draft) saved_text = start.text;
  if (start.text) load(start.text, name, outlet);
  else render_nothing();
  if (location.search) history.replaceState(null, "", location.pathname + location.hash);
  if (!location.hash) editor.focus({ preventScroll: true });
})();
