// What the tests of pages do again and again.
import { expect } from "@playwright/test";
import fs from "node:fs";
import { createRequire } from "node:module";
import { address } from "./pages.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/// Opens one of our pages; anything it writes on the console is a fault.
export async function open(page, name) {
  page.on("console", (message) => expect(message.text()).toBe(""));
  page.on("pageerror", (error) => { throw error; });
  await page.goto("about:blank");
  await page.goto(address(name));
}

export const visible_cards = (page) => page.locator(".card:visible").count();

/// How many pages it prints.
export async function pages_of(page) {
  const pdf = await page.pdf({ preferCSSPageSize: false, format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g).length;
}

/// What axe-core finds, in words, by `only` these rules where they are given; empty where all is well.
export async function faults(page, only) {
  // Evaluated, not added as a script, which the page's policy would refuse.
  await page.evaluate(axe);
  const result = await page.evaluate((only) => window.axe.run(document, only ? { runOnly: only } : {
    rules: { "target-size": { enabled: true }, "label-content-name-mismatch": { enabled: true } },
  }), only);
  return result.violations.map((fault) => `${fault.id}: ${fault.nodes.length}, ${fault.nodes[0].html}\n${fault.nodes[0].failureSummary}`);
}
