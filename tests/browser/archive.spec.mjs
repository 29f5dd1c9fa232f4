// Many articles at once: the index of scorecards, the pages that `report` writes over an archive, its threads. axe-core finds
// nothing on any kind of page, wide and narrow, light and dark; keys are enough; without the script nothing is missing.
import { expect, test } from "@playwright/test";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { address, archive, kinds } from "./pages.mjs";
import { faults, open } from "./steps.mjs";

const index = "../scorecards/index", outlets = "../report/outlets", threads = "../report/threads";
const rows = (page) => page.locator("tbody > tr:visible");
const column = (page, n) => page.locator(`tbody > tr:visible > :nth-child(${n})`).evaluateAll((cells) => cells.map((cell) => cell.dataset.key));
const focused = (page) => page.evaluate(() => document.activeElement.textContent);

/// By the tab key alone to the heading with these words.
async function tab_to(page, words) {
  for (let i = 0; i < 40; ++i) {
    if (await focused(page) === words) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no way by keys to ${words}`);
}

/// In light all of axe-core, in dark what dark can change.
async function faults_light_and_dark(page) {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await faults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  return [...light, ...await faults(page, ["color-contrast"])];
}

for (const width of [1280, 390]) {
  test.describe(`${width} px, light and dark`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("axe: each kind of page", async ({ page }) => {
      test.slow();
      const found = {};
      for (const name of kinds()) {
        if (name.includes("/articles/")) continue;  // a scorecard: axe.spec.mjs
        await open(page, name);
        const all = await faults_light_and_dark(page);
        if (all.length > 0) found[name] = all;
      }
      expect(found).toEqual({});
    });

    test("axe: the index sorted and filtered, threads looked through", async ({ page }) => {
      await open(page, index);
      await page.locator("thead button").first().press("Enter");
      await page.locator(".filter select").last().selectOption({ index: 1 });
      expect(await rows(page).count()).toBeLessThan(archive.articles);
      expect(await faults_light_and_dark(page)).toEqual([]);
      await open(page, threads);
      await page.locator(".filter input").fill("printer");
      expect(await faults_light_and_dark(page)).toEqual([]);
    });
  });
}

test("there is a page of each kind", () => {
  const names = kinds().join(" ");
  for (const part of ["articles/", "outlets/", "findings/", "sources/", "report/threads", "report/index", "report/anonymous", "callsheet"]) {
    expect(names).toContain(part);
  }
});

for (const width of [1280, 390]) {
  test(`the index sorts and filters by keys, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await open(page, index);
    await expect(rows(page)).toHaveCount(archive.articles);
    await tab_to(page, "Score");
    const button = page.locator("thead button:focus");
    await expect(button).toBeInViewport();
    const box = await button.boundingBox();
    expect(await page.evaluate(([x, y]) => document.elementFromPoint(x, y) === document.activeElement,
      [box.x + box.width / 2, box.y + box.height / 2])).toBe(true);  // seen, not only there
    await page.keyboard.press("Enter");
    await expect(page.locator("[aria-sort='ascending']")).toHaveText("Score");
    const scores = (await column(page, 4)).filter(Boolean).map(Number);
    expect(scores.length).toBeGreaterThan(5);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    await page.keyboard.press("Space");
    await expect(page.locator("[aria-sort='descending']")).toHaveText("Score");
    expect((await column(page, 4)).filter(Boolean).map(Number)).toEqual(scores.reverse());
    expect(await focused(page)).toBe("Score");

    await page.locator("main .filter input").focus();
    await page.keyboard.type("ferry");
    const left = await rows(page).count();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(archive.articles);
    await expect(page.locator(".shown")).toHaveText(`${left} of ${archive.articles} rows`);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Tab");
    for (let i = 0; i < 9 && await page.locator("select:focus").inputValue() !== "The Far Bell"; ++i) await page.keyboard.press("ArrowDown");
    await expect(rows(page)).toHaveCount(1);
    await page.reload();  // what is chosen stands in the address
    await expect(rows(page)).toHaveCount(1);
    await expect(page.locator("[aria-sort='descending']")).toHaveText("Score");
  });
}

test("threads are looked through by keys", async ({ page }) => {
  await open(page, threads);
  const all = await page.locator("section.thread").count();
  expect(all).toBeGreaterThan(2);
  await tab_to(page, await page.locator(".skip").textContent());
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator(".filter input")).toBeFocused();
  await page.keyboard.type(await page.locator("section.thread h2").first().textContent());
  const left = await page.locator("section.thread:visible").count();
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(all);
  await expect(page.locator(".shown")).toHaveText(`${left} of ${all} shown`);
});

test("nothing is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of kinds()) {
    await open(page, name);
    expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 390]);
    const out = await page.locator("body *:visible").evaluateAll((all) => all.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 1 && box.right > 391 && !one.closest("thead:not(:has(button, a)), caption, .skip, nav ul");  // these are clipped, and links scroll
    }).map((one) => one.outerHTML.slice(0, 120)));
    expect([name, out]).toEqual([name, []]);
  }
});

test("on a phone the links are one row, with where one is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ["../report/findings", "../report/threads", "../report/changes"]) {
    await open(page, name);
    expect((await page.locator("nav ul").boundingBox()).height).toBeLessThan(60);
    const here = await page.locator("nav [aria-current]").boundingBox();
    expect(here.x).toBeGreaterThanOrEqual(0);
    expect(here.x + here.width).toBeLessThanOrEqual(390);
    await page.locator("nav a").last().focus();  // what is focused comes into sight
    const last = await page.locator("nav a:focus").boundingBox();
    expect(last.x + last.width).toBeLessThanOrEqual(390);
  }
});

test("a page leads to the others, and they lie there", async ({ page }) => {
  for (const name of kinds()) {
    await open(page, name);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((one) => one.href).filter((href) => href.startsWith("file:")));
    for (const link of new Set(links.map((one) => one.split("#")[0]))) expect([name, link, fs.existsSync(fileURLToPath(link))]).toEqual([name, link, true]);
  }
});

test.describe("without the script", () => {
  test.use({ javaScriptEnabled: false });

  test("all rows are there, and nothing that does nothing", async ({ page }) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(address(index));
      await expect(rows(page)).toHaveCount(archive.articles);
      await expect(page.locator("button, input, select")).toHaveCount(0);
      await page.goto(address(outlets));
      expect(await rows(page).count()).toBeGreaterThan(3);
      await page.goto(address(threads));
      const all = await page.locator("section.thread").count();
      expect(all).toBeGreaterThan(2);
      await expect(page.locator("section.thread:visible")).toHaveCount(all);
    }
  });
});
