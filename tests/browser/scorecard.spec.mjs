// The scorecard as a reader has it: seen, narrowed, walked by keys, on a phone, printed, and without its script.
import { expect, test } from "@playwright/test";
import { address, joined, long, single, unread } from "./pages.mjs";
import { open, pages_of, visible_cards } from "./steps.mjs";

test("one label means one thing, and all counts are of the same", async ({ page }) => {
  for (const one of [single[0], joined, long]) {
    await open(page, one);
    const labels = await page.locator(".card h3 > .tag").allTextContents();
    expect(new Set(labels.map((label) => label.replace("?", ""))).size).toBe(labels.length);
    const in_text = await page.locator(".story .tag").allTextContents();
    expect(in_text.sort()).toEqual(labels.sort());
    const counts = await page.locator(".legend label .count").allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(labels.length);
    await expect(page.locator(".told")).toContainText(`${labels.length} claims`);
    const nobody = labels.filter((label) => label.startsWith("U")).length;
    await expect(page.locator(".voices .none b")).toHaveText(String(nobody));
  }
});

test("the first screen says who speaks, what to do and the score", async ({ page }) => {
  for (const size of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await open(page, joined);
    for (const part of [".voices", ".findings .finding >> nth=0", ".total"]) {
      await expect(page.locator(part).first()).toBeInViewport();
    }
  }
});

test("what to do first leads into the text", async ({ page }) => {
  await open(page, joined);
  const numbers = await page.locator(".findings .finding[id] .flag").allTextContents();
  expect(numbers).toEqual(numbers.map((_, i) => String(i + 1)));
  const link = page.locator(".findings .finding a[href^='#in-f']").first();
  await link.click();
  await expect(page.locator(".story .flag:target, .story span:target + *").first()).toBeInViewport();
});

test("the legend filters cards and sources as well as marks", async ({ page }) => {
  await open(page, long);
  const cards = await page.locator(".card").count();
  const named = await page.locator(".card.named").count();
  await page.locator("#show-named").uncheck();
  expect(await visible_cards(page)).toBe(cards - named);
  await expect(page.locator(".source.named:visible")).toHaveCount(0);
  await expect(page.locator("#shown")).toContainText(`${cards - named} of ${cards} claims`);
  await page.locator("#all").click();
  await expect(page.locator("#shown")).toHaveText("");
  await expect(page.locator("#show-named")).toBeChecked();
});

test("lists narrow by kind, source, words and what is unsure", async ({ page }) => {
  await open(page, long);
  const cards = await page.locator(".card").count();
  expect(cards).toBeGreaterThan(150);
  await page.locator("#by-kind").selectOption("none");
  expect(await visible_cards(page)).toBe(await page.locator(".card.none").count());
  await page.locator("#by-kind").selectOption("");
  const source = await page.locator("#by-source option").nth(1).getAttribute("value");
  await page.locator("#by-source").selectOption(source);
  await expect(page.locator(".source:visible")).toHaveCount(1);
  expect(await visible_cards(page)).toBe(await page.locator(`.card[data-s="${source}"]`).count());
  await page.locator("#by-source").selectOption("");
  await page.locator("#by-unsure").check();
  expect(await visible_cards(page)).toBe(await page.locator(".card.unsure").count());
  await page.locator("#by-unsure").uncheck();
  await page.locator("#find").fill("no such words stand here");
  expect(await visible_cards(page)).toBe(0);
  await expect(page.locator("#shown")).toContainText(`0 of ${cards} claims`);
  await page.locator("#all").click();
  await expect(page.locator("#shown")).toHaveText("");
  await expect(page.locator(".card:visible").first()).toBeVisible();
});

test("a source leads to its claims", async ({ page }) => {
  await open(page, long);
  const link = page.locator("[data-only]").first();
  const source = await link.getAttribute("data-only");
  await link.click();
  expect(await visible_cards(page)).toBe(await page.locator(`.card[data-s="${source}"]`).count());
});

test("claims without a source are one click away", async ({ page }) => {
  await open(page, joined);
  await page.locator(".voices .none a").click();
  expect(await visible_cards(page)).toBe(await page.locator(".card.none").count());
});

test("a link to a card that is filtered away shows it all the same", async ({ page }) => {
  await open(page, joined);
  await page.locator("#find").fill("no such words stand here");
  const id = await page.locator(".card").first().getAttribute("id");
  await page.evaluate((hash) => { location.hash = hash; }, id);
  await expect(page.locator("#" + id)).toBeVisible();
  await expect(page.locator("#" + id)).toHaveAttribute("open", "");
});

for (const scheme of ["light", "dark"]) {
  test(`no words are ever invisible, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, joined);
    for (const kind of await page.locator(".legend input").evaluateAll((all) => all.map((one) => one.id.slice(5)))) {
      const mark = page.locator(`.story .m.${kind}`).first();
      if (await mark.count() === 0) continue;
      await mark.click();
      await page.locator("#show-" + kind).uncheck();
      const same = await page.locator(".story .m").evaluateAll((marks) => marks.filter((one) => {
        let ground = one, fill = "rgba(0, 0, 0, 0)";
        for (; ground && /^rgba\(.*, 0\)$|\/ 0\)$/.test(fill); ground = ground.parentElement) fill = getComputedStyle(ground).backgroundColor;
        return getComputedStyle(one).color === fill;
      }).length);
      expect(same).toBe(0);
      await page.locator("#show-" + kind).check();
    }
  });
}

test("keys alone are enough", async ({ page }) => {
  await open(page, joined);
  await expect(page.locator("#keys")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.locator(".card").first()).toHaveAttribute("open", "");
  await expect(page.locator(".card").first().locator("summary")).toBeFocused();
  await expect(page.locator(".story .m.lit").first()).toBeInViewport();
  await page.keyboard.press("n");
  await expect(page.locator(".card").nth(1)).toHaveAttribute("open", "");
  await page.keyboard.press("p");
  await expect(page.locator(".card").first().locator("summary")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/#in-[ac]\d+$/);
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/#f\d+$/);
  await page.keyboard.press("/");
  await expect(page.locator("#find")).toBeFocused();
  await page.keyboard.type("n");  // a letter, not a key of the page
  await expect(page.locator("#find")).toHaveValue("n");
  await page.keyboard.press("Escape");
  await expect(page.locator("#find")).toHaveValue("");
  await page.keyboard.press("?");
  await expect(page.locator("#help")).toHaveAttribute("open", "");
});

test("the tab key gets through a page of 150 claims and more", async ({ page }) => {
  await open(page, long);
  await page.evaluate(() => { document.activeElement.blur(); });
  await page.keyboard.press("Tab");
  const seen = [];
  for (let i = 0; i < 30; ++i) {
    seen.push(await page.evaluate(() => document.activeElement.className + "#" + document.activeElement.id));
    await page.keyboard.press("Tab");
  }
  expect(new Set(seen).size).toBeGreaterThan(3);
  // In the text findings alone are stops; a claim is one, its card.
  const in_text = await page.locator(".story a[href]:not([tabindex='-1'])").count();
  expect(in_text).toBe(await page.locator(".story .flag").count());
  const stops = await page.evaluate(() => Array.from(document.querySelectorAll("a[href], input, select, button, summary, [tabindex]"))
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility({ contentVisibilityAuto: true })).length);
  expect(stops).toBeLessThan(200);
});

test("on a phone a mark brings up its card, and the card closes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, joined);
  const mark = page.locator(".story .m").nth(4);
  await mark.click();
  const sheet = page.locator(".card:target");
  await expect(sheet).toBeInViewport();
  expect(await sheet.evaluate((card) => getComputedStyle(card).position)).toBe("fixed");
  await sheet.locator(".close").click();
  await expect(page.locator(".card:target")).toHaveCount(0);
  await mark.click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".card:target")).toHaveCount(0);
});

test("nothing is wider than a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const one of [joined, long, unread, ...single]) {
    await open(page, one);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});

test("more than 150 claims are no wall on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, long);
  const lists = await page.locator("#claims").evaluate((section) => section.scrollHeight);
  expect(lists).toBeLessThan(8 * 844);
  await page.locator("#claims .later > summary").first().click();
  await expect(page.locator("#claims .later .card").first()).toBeVisible();
  await page.locator("#find").fill("harbour");
  await expect(page.locator("#shown")).toContainText(/\d+ of \d+ claims/);
});

test("a piece of 600 words is two or three pages on paper", async ({ page }) => {
  await open(page, joined);
  expect(await pages_of(page)).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".finding >> nth=0")).toBeVisible();
  await expect(page.locator(".source >> nth=0")).toBeVisible();
  await expect(page.locator(".chain:visible")).toHaveCount(0);
  await expect(page.locator("#filter")).toBeHidden();
});

test("it asks for nothing", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, joined);
  await page.locator(".story .m").first().click();
  expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([address(joined)]);
});

test.describe("without the script", () => {
  test.use({ javaScriptEnabled: false });

  test("all can be read and opened", async ({ page }) => {
    await page.goto(address(joined));
    await expect(page.locator("#filter")).toBeHidden();
    await expect(page.locator("#keys")).toBeHidden();
    await expect(page.locator(".card summary").first()).toBeVisible();
    await page.locator(".card summary").first().click();
    await expect(page.locator(".card").first().locator("dl")).toBeVisible();
    await page.locator(".card summary").first().click();
    await expect(page.locator(".card").first().locator("dl")).toBeHidden();
    await page.locator(".story .tag").nth(2).click();
    await expect(page.locator(".card:target dl")).toBeVisible();
  });

  test("the legend filters all the same", async ({ page }) => {
    await page.goto(address(joined));
    await page.locator("#show-named").uncheck();
    await expect(page.locator(".card.named:visible")).toHaveCount(0);
  });
});

test("what is not audited says so at once", async ({ page }) => {
  await open(page, unread);
  await expect(page.locator(".withheld")).toContainText("Not audited");
  await expect(page.locator(".withheld")).toBeInViewport();
});
