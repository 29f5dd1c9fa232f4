// The desk as people use it, on the real server: paste, drop, type on, correct, undo, keep, reload, a new version, two at
// once, by keys alone, on a phone; axe-core finds nothing.
import { expect } from "@playwright/test";
import { article, named, paste, test, visit } from "./served.mjs";
import { faults } from "./steps.mjs";

const cards = (page) => page.locator("#claims .card");
const painted = (page, name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
const card_by = (page, who) => page.locator("#claims .card", { hasText: who }).first();

test("pasted text is marked, and typing on keeps the marks of what did not change", async ({ page, bare }) => {
  await visit(page, bare);
  await expect(page.locator("#kept")).toContainText("Nothing is kept");
  await paste(page, article);
  await expect(cards(page)).not.toHaveCount(0);
  expect((await painted(page, "named")).join("|")).toContain("We have no pilots left 🚢");
  const kept = await page.evaluate(() => { const one = document.querySelector("#claims .card"); one.dataset.seen = "yes"; return one.dataset.key; });
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type("“Nobody asked the islanders,” said Jon Tarn, a fisherman.");
  await expect(card_by(page, "Jon Tarn")).toBeVisible();
  // The card of unchanged words is the same element as before.
  expect(await page.evaluate((key) => document.querySelector(`#claims .card[data-key="${key}"]`)?.dataset.seen, kept)).toBe("yes");
  expect((await painted(page, "named")).join("|")).toContain("Nobody asked the islanders");
  await page.keyboard.press("Control+z");  // undo is the browser's own
  await expect(page.locator("#editor")).not.toContainText("a fisherman.");
});

test("a pause is enough, and each is asked about once", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, article);
  const asked = [];
  page.on("request", (request) => { if (request.url().endsWith("/desk/audit")) asked.push(request.postDataJSON().text); });
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type("Rita Holm, a pilot, said the pay was low.");
  const wait = await page.evaluate(() => new Promise((done) => {  // from the last letter to the question, as the page has it
    const begun = performance.now();
    new PerformanceObserver((all) => { if (all.getEntries().some((one) => one.name.endsWith("/desk/audit"))) done(performance.getEntriesByType("resource").at(-1).startTime - begun); }).observe({ type: "resource" });
    document.getElementById("editor").dispatchEvent(new InputEvent("input"));
  }));
  expect(wait).toBeLessThan(700);
  await expect(card_by(page, "Rita Holm")).toBeVisible();
  expect(asked.at(-1)).toContain("the pay was low.");
  expect(asked.length).toBeLessThan(20);  // of 41 letters: not at each of them
});

test("a file is dropped or picked, and shown as its text", async ({ page, bare }) => {
  await visit(page, bare);
  const html = "<!doctype html><html><body><nav>Home Sport</nav><article><h1>Quay shut</h1><p>The quay is shut, Mara Lind, the harbour master, told everyone who asked on Monday.</p></article></body></html>";
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.items.add(new File([html], "quay.html", { type: "text/html" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, html);
  await expect(page.locator("#editor")).toContainText("The quay is shut, Mara Lind");
  await expect(page.locator("#editor")).not.toContainText("Sport");
  await expect(page.locator("#read")).toContainText("Shown as its text");
  await expect(card_by(page, "Mara Lind")).toBeVisible();
  await page.locator("#pick").setInputFiles({ name: "ferry.txt", mimeType: "text/plain", buffer: Buffer.from(article) });
  await expect(page.locator("#editor")).toContainText("A senior official");
  await page.locator("#pick").setInputFiles({ name: "x.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") });
  await expect(page.locator("#state")).toContainText("x.png");
  await expect(page.locator("#editor")).toContainText("A senior official");  // what was there stays
});

test("a finding leads to its words and a card back to the text", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, article);
  const finding = page.locator('#findings a[href^="#in-f"]').first();
  await finding.click();
  await expect(page.locator("#editor")).toBeFocused();
  expect((await painted(page, "lit")).length).toBeGreaterThan(0);
  const card = cards(page).first();
  await card.locator("summary").click();
  await card.locator(".back a").first().click();
  await expect(page.locator("#editor")).toBeFocused();
  await page.locator("#flags .flag").first().click();
  await expect(page.locator(".finding.here")).toBeVisible();
});

test("corrections change the score at once, and are undone", async ({ page, bare }) => {
  await visit(page, bare);
  await named(page, "jh");
  await paste(page, article);
  const official = card_by(page, "senior official");
  await official.locator("summary").click();
  await official.getByRole("button", { name: "The source is" }).click();
  await page.locator("dialog select").first().selectOption({ label: "Mara Lind" });
  await page.locator("dialog textarea").fill("She told us on the phone");
  await page.locator("#correct-ok").click();
  await expect(page.locator("#corrected")).toContainText("Source is Mara Lind");
  await expect(page.locator("#sources-unnamed, .source.anonymous")).toHaveCount(0);
  await page.locator("#corrected button", { hasText: "Undo" }).click();
  await expect(card_by(page, "senior official")).toBeVisible();
  await expect(page.locator("#corrected")).toHaveCount(0);

  const findings = await page.locator(".finding[id]").count();
  await page.locator(".finding[id] button", { hasText: "Settle" }).first().click();
  await page.locator("dialog textarea").fill("Agreed with the desk");
  await page.locator("#correct-ok").click();
  await expect(page.locator("#corrected")).toContainText("settled");
  await expect(page.locator(".finding[id] button", { hasText: "Settle" })).toHaveCount(findings - 1);
  const in_panel = () => page.evaluate(() => document.getElementById("panel").contains(document.activeElement));
  expect(await in_panel()).toBe(true);  // its keys go on, though the button is folded away
  await expect(page.locator("#panel a[href='#findings']").first()).toContainText(`${findings - 1} finding`);
  await page.locator("#panel summary", { hasText: "1 settled" }).click();
  await page.locator(".finding[id] button", { hasText: "Open it again" }).click();
  await expect(page.locator(".finding[id] button", { hasText: "Settle" })).toHaveCount(findings);
  expect(await in_panel()).toBe(true);

  const card = cards(page).first();
  if (!await card.evaluate((one) => one.open)) await card.locator("summary").click();
  await card.locator(".status select").selectOption("confirmed");
  await expect(cards(page).first().locator(".correction")).toContainText("Claim confirmed by jh");

  const waited = page.waitForEvent("download");
  await page.locator("#sidecar").click();
  expect((await waited).suggestedFilename()).toMatch(/\.hearsay\.xml$/);
});

test("keys are enough", async ({ page, bare }) => {
  await visit(page, bare);
  await expect(page.locator("#editor")).toBeFocused();
  await page.keyboard.insertText(article);
  await expect(cards(page)).not.toHaveCount(0);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  expect((await painted(page, "lit")).length).toBeGreaterThan(0);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#under")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("#panel summary:focus")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.locator("#editor")).toBeFocused();
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.getElementById("panel").contains(document.activeElement))).toBe(true);
  await page.keyboard.press("n");
  await expect(page.locator("#panel summary:focus")).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.locator("#editor")).toBeFocused();
  await page.keyboard.type("j");  // letters are letters here
  await expect(page.locator("#editor")).toContainText("j");
});

test("versions are kept, reloaded and shown; nothing of two people at once is lost", async ({ browser, kept }) => {
  const one = await (await browser.newContext()).newPage(), two = await (await browser.newContext()).newPage();
  await visit(one, kept);
  await named(one, "Ida");
  await paste(one, article);
  await one.locator("#save").click();
  await expect(one).toHaveURL(/\/drafts\/[0-9a-f]+/);
  await expect(one.locator("#state")).toContainText("version 1, kept");
  const draft = new URL(one.url()).pathname;
  await one.reload();
  await expect(one.locator("#editor")).toContainText("A senior official");

  await visit(two, kept, draft);
  await named(two, "Per");
  await expect(cards(two)).not.toHaveCount(0);
  // What one says the other sees within seconds.
  const card = card_by(one, "senior official");
  await card.locator("summary").click();
  await card.getByRole("button", { name: "Wrong reading" }).click();
  await one.locator("#correct-ok").click();
  await expect(two.locator("#corrected")).toContainText("Reading wrong by Ida", { timeout: 20_000 });
  await expect(card_by(two, "senior official")).toHaveCount(0);
  // Both say something at once.
  const says = async (page, status) => {
    const first = cards(page).first();
    if (!await first.evaluate((it) => it.open)) await first.locator("summary").click();
    await first.locator(".status select").selectOption(status);
  };
  await Promise.all([says(one, "confirmed"), says(two, "query")]);
  for (const page of [one, two]) await expect(page.locator("#corrected .correction")).toHaveCount(3, { timeout: 20_000 });

  // A version upon one that the writer did not see is no version.
  await one.locator("#editor").press("Control+End");
  await one.keyboard.insertText("Ida’s last line.");
  await two.locator("#editor").press("Control+End");
  await two.keyboard.insertText("Per’s last line.");
  await one.locator("#save").click();
  await expect(one.locator("#state")).toContainText("version 2, kept");
  await expect(two.locator("#other")).toContainText("Ida kept version 2", { timeout: 20_000 });
  await two.locator("#save").click();
  await expect(two.locator("#other")).toBeVisible();
  await two.locator("#other button", { hasText: "Keep mine as version 3" }).click();
  await expect(two.locator("#state")).toContainText("version 3, kept");
  await two.goto(kept.origin + draft + "/versions");
  await expect(two.locator("tbody tr")).toHaveCount(3);
  await two.goto(kept.origin + draft + "/versions/2");
  await expect(two.locator(".story")).toContainText("Ida’s last line.");
  await two.goto(kept.origin + draft + "/versions/1");
  await expect(two.locator(".story")).not.toContainText("Ida’s last line.");
  await two.goto(kept.origin + "/drafts");
  await expect(two.locator("tbody tr").first()).toContainText("Per");
});

test("hostile words stay words", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, 'Ana <img src=x onerror="window.hit=1"> Ruiz said “<script>window.hit=1</script>” on Monday.\n\nA senior official said <b>no</b>.');
  expect(await page.evaluate(() => window.hit)).toBeUndefined();
  expect(await page.locator("#panel img, #panel script, #paper img").count()).toBe(0);
});

test("on paper it is the scorecard", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, article);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#editor")).toBeHidden();
  await expect(page.locator("#paper .story")).toBeVisible();
  await expect(page.locator(".deskbar")).toBeHidden();
});

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    test.describe(`${width} px, ${scheme}`, () => {
      test.use({ viewport: { width, height: 844 }, colorScheme: scheme });

      test("axe: the desk empty, with a draft, with a card, a dialog and corrections", async ({ page, kept }) => {
        test.slow();
        await visit(page, kept);
        expect(await faults(page)).toEqual([]);
        await named(page, "jh");
        await paste(page, article);
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await cards(page).first().locator("summary").click();
        expect(await faults(page)).toEqual([]);
        await page.locator(".finding[id] button").first().click();
        expect(await faults(page)).toEqual([]);
        await page.locator("dialog textarea").fill("agreed");
        await page.locator("#correct-ok").click();
        await expect(page.locator("#corrected")).toBeVisible();
        expect(await faults(page)).toEqual([]);
        await page.locator("#save").click();
        await expect(page).toHaveURL(/drafts/);
        for (const at of ["/drafts", new URL(page.url()).pathname + "/versions", new URL(page.url()).pathname + "/versions/1"]) {
          await page.goto(kept.origin + at);
          expect([at, await faults(page)]).toEqual([at, []]);
        }
      });
    });
  }
}
