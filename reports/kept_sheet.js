// The check sheet of a draft that is kept: each entry is sent when it is made, what others enter comes in every few
// seconds, into fields that nobody is typing in.
(function () {
  "use strict";
  var byId = function (id) { return document.getElementById(id); };
  var main = byId("answer"), address = "/drafts/" + main.dataset.draft + "/checksheet";
  var number = Number(main.dataset.number), version = Number(main.dataset.version);
  var kPoll = 3000, kEntered = ["evidence", "status", "checker", "date", "note"], busy = 0;
  var who = byId("by");

  function remembered(value) {
    try {
      if (value !== undefined) localStorage.setItem("hearsay.who", value);
      return localStorage.getItem("hearsay.who") || "";
    } catch (refused) { return ""; }
  }
  who.value = remembered();
  who.addEventListener("change", function () { remembered(who.value.trim()); });

  function say(words, trouble) {
    byId("state").textContent = words;
    byId("state").classList.toggle("trouble", Boolean(trouble));
  }

  function ask(method, path, body) {
    var options = { method: method, headers: { "Accept": "application/json" }, credentials: "same-origin" };
    if (body) { options.body = JSON.stringify(body); options.headers["Content-Type"] = "application/json"; }
    return fetch(path, options).then(function (got) {
      return got.json().catch(function () { return {}; }).then(function (json) {
        if (got.ok) return json;
        throw new Error([json.detail || json.title || "the server answered " + got.status, json.remedy].filter(Boolean).join(": "));
      });
    });
  }

  function id_of(item) { return item.querySelector('[data-column="id"]').textContent; }

  // What others see, put into the fields; not into the one that is being typed in, nor one whose entry is on its way.
  function take(item, entry) {
    kEntered.forEach(function (name) {
      var field = CheckSheet.field(item, name);
      if (field === document.activeElement || field.dataset.sending || field.value === entry[name]) return;
      field.value = entry[name];
      if (name === "status") item.setAttribute("data-status", entry[name]);
    });
  }

  // A status is somebody's, of a day: both are filled in where they are empty, and go with it.
  function entered(item, field) {
    var body = { item: id_of(item) }, sent = [field];
    if (field.name === "status") {
      var checker = CheckSheet.field(item, "checker"), date = CheckSheet.field(item, "date");
      if (field.value !== "open" && !checker.value && who.value.trim()) { checker.value = who.value.trim(); sent.push(checker); }
      if (field.value !== "open" && !date.value) {
        var now = new Date();
        date.value = now.getFullYear() + "-" + String(now.getMonth() + 1).padStart(2, "0") + "-" + String(now.getDate()).padStart(2, "0");
        sent.push(date);
      }
    }
    sent.forEach(function (one) { body[one.name] = one.value; one.dataset.sending = "yes"; });
    busy += 1;
    say("keeping…");
    ask("POST", address, body).then(function (got) {
      number = got.number;
      sent.forEach(function (one) { delete one.dataset.sending; });
      say("kept");
    }, function (failed) {
      sent.forEach(function (one) { delete one.dataset.sending; });
      say(failed.message, true);
    }).finally(function () { busy -= 1; });
  }

  var sheet = CheckSheet.open(document, { entered: entered });

  function poll() {
    if (document.hidden || busy) return;
    ask("GET", address + "/state").then(function (got) {
      if (got.version !== version) {
        say("There is version " + got.version + " of the draft: load the page anew.", true);
        return;
      }
      if (got.number === number || busy) return;
      return ask("GET", address + ".json").then(function (all) {
        if (busy) return;
        number = all.number;
        var entries = {};
        all.entries.forEach(function (entry) { entries[entry.id] = entry; });
        sheet.items.forEach(function (item) {
          var entry = entries[id_of(item)];
          if (entry) take(item, entry);
        });
        sheet.count();
      });
    }).catch(function () { /* the next one may get through */ });
  }
  setInterval(poll, kPoll);
  document.addEventListener("visibilitychange", poll);
  window.addEventListener("beforeunload", function (event) { if (busy) event.preventDefault(); });
})();
