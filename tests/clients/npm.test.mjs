// Packages that others wrote, against the real server: tests/clients/run npm. No request leaves the machine: the one
// client whose address is fixed is given ours in its place.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

import { Validator } from "@seriousme/openapi-schema-validator";
import * as markdown from "annotatedtext-remark";
import * as html from "annotatedtext-rehype";

const address = process.env.ADDRESS;
const require = createRequire(import.meta.url);

const check = async (fields) => {
  const response = await fetch(`${address}/v2/check`, { method: "POST", body: new URLSearchParams(fields) });
  assert.equal(response.status, 200);
  return response.json();
};

/** What an editor underlines for a check: the words of its own text. */
const underlined = (text, answer, id) =>
  answer.matches.filter((match) => match.rule.id === id).map((match) => text.slice(match.offset, match.offset + match.length));

test("the OpenAPI document is valid", async () => {
  const document = await (await fetch(`${address}/openapi.json`)).json();
  const validator = new Validator();
  const result = await validator.validate(document);
  assert.ok(result.valid, JSON.stringify(result.errors, null, 2));
  assert.equal(validator.version, "3.1");
});

test("every GET of the document that needs no name is answered as it says", async () => {
  const document = await (await fetch(`${address}/openapi.json`)).json();
  let asked = 0;
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!methods.get || path.includes("{") || (methods.get.parameters ?? []).some((one) => one.required)) continue;
    const response = await fetch(address + path, { headers: { Authorization: `Bearer ${process.env.TOKEN}` } });
    const said = methods.get.responses[response.status];
    assert.ok(said, `${path}: ${response.status}`);
    const type = response.headers.get("content-type").split(";")[0];
    assert.ok(Object.keys(said.content).includes(type), `${path}: ${type}`);
    ++asked;
  }
  assert.ok(asked >= 14, `${asked} were asked`);
});

test("languagetool-api shows findings", async () => {
  const request = require("request");
  const id = require.resolve("request");
  const ours = (url, then) => request(url.replace("https://languagetool.org/api", address), then);
  require.cache[id].exports = Object.assign(ours, request);
  const client = require("languagetool-api");
  const text = "The café 😀 is shut, officials said on Monday. Mayor Ana Ruiz said the town would pay.";
  const answer = await new Promise((resolve, reject) =>
    client.check({ language: "en-US", text }, (error, output) => (error ? reject(error) : resolve(output))),
  );
  const mistakes = await new Promise((resolve) => client.showMistakes(answer, resolve));
  assert.ok(mistakes.includes("officials"), JSON.stringify(mistakes));
  assert.deepEqual(underlined(text, answer, "anonymous-source"), ["officials"]);
  const codes = await new Promise((resolve, reject) =>
    client.codes((error, output) => (error ? reject(error) : resolve(output))),
  );
  assert.ok(codes.some((one) => one.longCode === "en-GB"));
});

test("Markdown, annotated as editors do it, is underlined at the right words", async () => {
  const text = [
    "---", "title: Bridge 😀", "---", "",
    "# The *bridge* at Zu\u0308rich 👩‍👧", "",
    "The bridge will stay [shut](https://example.org/a) until spring, **officials** said on Monday.", "",
    "- Mayor Ana Ruiz said the town would pay.", "",
  ].join("\n");
  const answer = await check({ language: "auto", data: JSON.stringify(markdown.build(text)) });
  assert.deepEqual(underlined(text, answer, "anonymous-source"), ["officials"]);
});

test("HTML, annotated likewise, too", async () => {
  const text =
    '<html><body><h1 title="😀">Bridge &amp; dam</h1><p>The bridge will stay shut, <b>officials</b> said on Monday.</p>' +
    "<p>Mayor Ana Ruiz said the town would pay.</p></body></html>";
  const answer = await check({ language: "en-GB", data: JSON.stringify(html.build(text)) });
  assert.deepEqual(underlined(text, answer, "anonymous-source"), ["officials"]);
});

test("a browser's add-on may read the answer, another site may not", async () => {
  const ask = (Origin) => fetch(`${address}/v2/languages`, { headers: { Origin } });
  const addon = "moz-extension://3f6a";
  assert.equal((await ask(addon)).headers.get("access-control-allow-origin"), addon);
  assert.equal((await ask("https://evil.example")).headers.get("access-control-allow-origin"), null);
});
