// A server of our own for the tests of served pages: `hearsay serve` on a free port, ended when the worker ends.
import { expect, test as base } from "@playwright/test";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../build/browser/served", import.meta.url));
const options = ["--settings", "none", ...(process.env.HEARSAY_OPTIONS ?? "").split(" ").filter(Boolean)];

async function serve(words) {
  const child = spawn(process.env.HEARSAY, ["serve", "--port", "0", ...options, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise((done, failed) => {
    let said = "";
    child.stdout.on("data", (piece) => { said += piece; if (said.includes("\n")) done(said.split("\n")[0]); });
    child.on("exit", (code) => failed(new Error(`hearsay serve ended with ${code}`)));
  });
  const address = line.match(/https?:\S+/)[0];
  return { address, origin: new URL(address).origin, end: () => new Promise((done) => { child.removeAllListeners("exit"); child.on("exit", done); child.kill("SIGTERM"); }) };
}

export const test = base.extend({
  // Without a store.
  bare: [async ({}, use) => { const server = await serve([]); await use(server); await server.end(); }, { scope: "worker" }],
  // With the store of the archive's tests, copied.
  kept: [async ({}, use, worker) => {
    fs.mkdirSync(folder, { recursive: true });
    const store = path.join(folder, `store-${worker.workerIndex}.sqlite`);
    fs.copyFileSync(path.join(folder, "..", "archive.sqlite"), store);
    const server = await serve(["--store", store]);
    await use(server);
    await server.end();
  }, { scope: "worker" }],
});

export const article = `Ferry line to close

The ferry to Orle will stop in May, Mara Lind, the harbour master, said on Monday. “We have no pilots left 🚢,” she said.

A senior official said the ministry had known of the shortage since autumn.

The line carried 40,000 people last year.
`;

/// Opens a page of the server: the token is exchanged for the cookie at the first.
export async function visit(page, server, at = "/") {
  page.on("pageerror", (error) => { throw error; });
  page.on("console", (message) => { if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) throw new Error(message.text()); });
  await page.goto(server.address);
  if (at !== "/") await page.goto(server.origin + at);
}

/// Puts a text on the desk as a paste does, and waits for its scorecard.
export async function paste(page, text) {
  await page.locator("#editor").click();
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (document.activeElement.dispatchEvent(event)) document.execCommand("insertText", false, words);
  }, text);
  await expect(page.locator("#panel .badge")).toBeVisible();
}

export async function named(page, name) {
  await page.locator("#by").fill(name);
  await page.locator("#by").blur();
}
