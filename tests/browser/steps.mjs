// What the tests of pages do again and again.
import { expect } from "@playwright/test";
import { address } from "./pages.mjs";

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
