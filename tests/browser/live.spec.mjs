// The archive over HTTP, on the real server and a store of our own articles: facets, search, dossiers, the same as data;
// axe-core finds nothing on any page; nothing is wider than a phone; it works without the script.
import { expect } from "@playwright/test";
import { test, visit } from "./served.mjs";
import { faults } from "./steps.mjs";

const pages = ["/archive", "/archive/articles", "/archive/outlets", "/archive/bylines", "/archive/months", "/archive/anonymous",
  "/archive/sources", "/archive/named", "/archive/findings", "/archive/threads", "/archive/search", "/archive/search?q=said",
  "/archive/articles/ferry-fares", "/archive/callsheets/ferry-fares"];
const rows = (page) => page.locator("tbody > tr");

test("facets narrow the articles and can be taken out", async ({ page, kept }) => {
  await visit(page, kept, "/archive/articles");
  const all = await rows(page).count();
  await expect(page.locator("main :is(summary, label)", { hasText: "Outlet" })).toHaveCount(1);  // one way to choose
  await page.locator(".facet summary", { hasText: "Outlet" }).click();
  const value = page.locator(".facet[open] a", { hasText: "The Far Bell" });
  const count = Number(await value.locator(".of").textContent());
  await value.click();
  await expect(rows(page)).toHaveCount(count);
  expect(count).toBeLessThan(all);
  await expect(page.locator(".chosen")).toContainText("The Far Bell");
  const kept_address = page.url();
  await page.goto(kept.origin + "/archive");
  await page.goto(kept_address);  // it stays
  await expect(rows(page)).toHaveCount(count);
  await page.locator(".chosen a").click();
  await expect(rows(page)).toHaveCount(all);
});

test("a search leads to a scorecard, and that to the desk", async ({ page, kept }) => {
  await visit(page, kept, "/archive/search");
  await page.locator("main .ask input").fill("printer");
  await page.keyboard.press("Enter");
  await expect(rows(page)).not.toHaveCount(0);
  await page.locator("tbody a[href^='/archive/articles/']").first().click();
  await expect(page.locator(".story .m.lit, .story .m").first()).toBeVisible();
  await page.locator(".beside a", { hasText: "Open at the desk" }).click();
  await expect(page.locator("#editor")).not.toBeEmpty();
  await expect(page.locator("#panel .badge")).toBeVisible();
});

test("a name opens its dossier", async ({ page, kept }) => {
  await visit(page, kept, "/archive/sources");
  const name = await rows(page).first().locator("th a").textContent();
  await page.locator(".ask input").fill(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/archive\/sources\/./);
  await expect(page.locator("h1")).toContainText(name);
});

test("each page is there as data", async ({ page, kept }) => {
  await visit(page, kept);
  for (const at of pages) {
    await page.goto(kept.origin + at);
    for (const extension of [".json", ".csv"]) {
      const link = await page.locator(`a[href*="${extension}"]`).first().getAttribute("href");
      const got = await page.request.get(kept.origin + link);
      expect([link, got.status()]).toEqual([link, 200]);
      if (extension === ".json") JSON.parse(await got.text());
    }
  }
});

for (const width of [1280, 390]) {
  for (const at of [...pages, "/drafts", "/archive/nothing"]) {
    test(`axe: ${at}, ${width} px, light and dark`, async ({ page, kept }) => {
      test.slow();
      await page.setViewportSize({ width, height: 844 });
      await visit(page, kept, at);
      expect(await faults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await faults(page, ["color-contrast"])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test.describe("without the script", () => {
  test.use({ javaScriptEnabled: false });

  test("facets, search and scorecards work", async ({ page, kept }) => {
    await page.goto(kept.address);
    await page.goto(kept.origin + "/archive/articles");
    const all = await rows(page).count();
    await page.locator(".facet summary", { hasText: "Finding" }).click();
    await page.locator(".facet[open] a").first().click();
    expect(await rows(page).count()).toBeLessThan(all);
    await page.goto(kept.origin + "/archive/articles/ferry-fares");
    await expect(page.locator(".story")).toBeVisible();
  });
});
