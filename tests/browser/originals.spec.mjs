// Originals beside a draft, its check sheet and its versions compared, on the real server; axe-core finds nothing.
import { expect } from "@playwright/test";
import { named, paste, test, visit } from "./served.mjs";
import { faults } from "./steps.mjs";

const draft = `Ferry line to close

The ferry to Orle will stop in May, Mara Lind, the harbour master, said on Monday. “We have no pilots left 🚢 for the winter,” she said. “The council gave us forty days to find a new crew,” Lind said.

The line carried 40,000 people last year.
`;
const recording = `WEBVTT

00:00:01.000 --> 00:00:05.000
<v Mara Lind>🚢 Good morning. We have no pilots left for the winter.

00:01:02.000 --> 00:01:09.000
<v Mara Lind>The council gave us fourteen days to find a new crew.
`;
const vtt = { name: "hearing.vtt", mimeType: "text/vtt", buffer: Buffer.from(recording) };
const lit = (page) => page.evaluate(() => [...(CSS.highlights.get("lit") ?? [])].map(String).join("|"));
const card = (page, words) => page.locator("#claims .card", { hasText: words }).first();

async function retype(page, changes) {
  await page.evaluate((changes) => {
    const editor = document.getElementById("editor");
    editor.textContent = changes.reduce((text, [was, is]) => text.replace(was, is), Marks.read(editor).text);
    editor.dispatchEvent(new InputEvent("input"));
  }, changes);
}

async function lay(page) {
  await page.locator("#pick-originals").setInputFiles(vtt);
  await expect(page.locator("#originals-list li")).toHaveCount(1);
  await expect(card(page, "forty days").locator("summary .class")).toHaveText("number differs");
}

test("quotations are held against an original, and lead to it and back", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, draft);
  await lay(page);
  await expect(page.locator("#originals-list")).toContainText("2 quotations");
  const differs = card(page, "forty days");
  await differs.locator("summary").click();
  await expect(differs.locator(".held ins")).toHaveText("forty");
  await expect(differs.locator(".held del")).toHaveText("fourteen");
  await expect(differs.locator(".held .where")).toContainText("hearing.vtt, 00:01:02, Mara Lind");
  await differs.getByRole("button", { name: /in the original/i }).click();
  await expect(page.locator("#reader")).toBeVisible();
  await expect(page.locator("#panel")).toBeHidden();
  await expect(page.locator("#reader .rest.here")).toContainText("fourteen days");
  // From the passage to the draft's words, and from those to the passage.
  await page.locator("#reader .rest", { hasText: "no pilots" }).click();
  expect(await lit(page)).toContain("We have no pilots left 🚢 for the winter");
  await expect(page.locator("#editor")).toBeFocused();
  await page.keyboard.press("Escape");
  await page.locator("#originals-list .name").click();
  const words = await page.evaluate(() => {  // a click on the words in the draft
    const walk = document.createTreeWalker(document.getElementById("editor"), NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walk.nextNode() && !walk.currentNode.data.includes("forty days"));
    const at = walk.currentNode.data.indexOf("forty days");
    range.setStart(walk.currentNode, at), range.setEnd(walk.currentNode, at + 5);
    const box = range.getBoundingClientRect();
    return { x: box.x + 4, y: box.y + box.height / 2 };
  });
  await page.mouse.click(words.x, words.y);
  await expect(page.locator("#reader .rest.here")).toContainText("fourteen days");
  expect(await lit(page)).toContain("forty days");
  await page.locator("#reader-close").click();
  await expect(page.locator("#panel")).toBeVisible();
  // What is mended is held anew; what is taken away is no original any more.
  await retype(page, [["forty days", "fourteen days"]]);
  await expect(card(page, "fourteen days").locator("summary .class")).toHaveText("verbatim");
  await page.getByRole("button", { name: "Take away hearing.vtt" }).click();
  await expect(page.locator(".class")).toHaveCount(0);
});

test("originals are dropped, and sent again where the program has let them go", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, draft);
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.items.add(new File([words], "hearing.vtt", { type: "text/vtt" }));
    document.getElementById("originals").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, recording);
  await expect(card(page, "forty days").locator("summary .class")).toHaveText("number differs");
  await expect(page.locator("#editor")).toContainText("Ferry line to close");  // the draft is what it was
  const asked = page.waitForRequest((request) => request.method() === "PUT" && request.url().includes("/desk/originals"));
  await page.evaluate(async () => {
    const held = await (await fetch("/desk/audit", { method: "POST", body: JSON.stringify({ text: "x", originals: [] }) })).status;
    const found = JSON.parse(sessionStorage.getItem("hearsay.originals")).originals[0].id;
    await fetch("/desk/originals/" + found, { method: "DELETE" });
    document.getElementById("editor").dispatchEvent(new InputEvent("input"));
    return held;
  });
  await asked;
  await expect(card(page, "forty days").locator("summary .class")).toHaveText("number differs");
  await page.locator("#pick-originals").setInputFiles({ name: "scan.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") });
  await expect(page.locator("#originals-list")).toContainText("no text");
});

test("the check sheet of a typed draft keeps entries over an edit, and is downloaded", async ({ page, bare }) => {
  await visit(page, bare);
  await paste(page, draft);
  await page.locator("#checks").click();
  const items = page.locator("#sheet .item"), left = page.locator("#left");
  await expect(items).not.toHaveCount(0);
  const all = await items.count();
  await expect(left).toHaveText(`${all} left of ${all}`);
  const pilots = page.locator('#sheet .item[data-kind="quotation"]', { hasText: "no pilots" });
  await pilots.locator("[name=status]").selectOption("confirmed");
  await pilots.locator("[name=note]").fill("heard it");
  await pilots.locator("[name=note]").blur();
  await expect(left).toHaveText(`${all - 1} left of ${all}`);
  const waited = page.waitForEvent("download");
  await page.locator("#sheet-csv").click();
  expect((await waited).suggestedFilename()).toBe("draft-checks.csv");
  await page.keyboard.press("Escape");
  await expect(page.locator("#sheet")).toBeHidden();
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type("Jon Tarn, a fisherman, said nobody had asked him.");
  await expect(card(page, "nobody had asked")).toBeVisible();
  await page.locator("#checks").click();
  await expect(page.locator('#sheet .item[data-kind="quotation"]', { hasText: "no pilots" }).locator("[name=note]")).toHaveValue("heard it");
});

test("two people tick one kept sheet, and it goes on to the next version", async ({ page, browser, kept }) => {
  test.slow();
  await visit(page, kept);
  await named(page, "jh");
  await paste(page, draft);
  await page.locator("#save").click();
  await expect(page).toHaveURL(/drafts/);
  await expect(page.locator("#state")).toContainText("version 1");
  const at = new URL(page.url()).pathname;
  await page.locator("#checks").click();
  await expect(page).toHaveURL(/checksheet$/);
  const quotation = (of) => of.locator('.item[data-kind="quotation"]', { hasText: "no pilots" });
  const other = await browser.newContext(), theirs = await other.newPage();
  await visit(theirs, kept, at + "/checksheet");
  await quotation(page).locator("[name=status]").selectOption("confirmed");
  await expect(page.locator("#state")).toHaveText("kept");
  await expect(quotation(page).locator("[name=checker]")).toHaveValue("jh");
  await expect(quotation(theirs).locator("[name=status]")).toHaveValue("confirmed", { timeout: 15_000 });
  await quotation(theirs).locator("[name=note]").fill("the tape has it");
  await quotation(theirs).locator("[name=note]").blur();
  await expect(theirs.locator("#state")).toHaveText("kept");
  await other.close();

  await page.goto(kept.origin + at);
  await expect(page.locator("#panel .badge")).toBeVisible();
  await expect(page.locator("#what-changed")).toBeHidden();
  await retype(page, [["Mara Lind, the harbour master,", "a senior official"], ["Lind said", "the official said"], ["40,000", "41,000"]]);
  await expect(page.locator("#state")).toContainText("changed since version 1");
  await page.locator("#save").click();
  await expect(page.locator("#state")).toContainText("version 2");
  await page.locator("#what-changed").click();
  await expect(page).toHaveURL(/compare$/);
  await expect(page.locator(".change").first()).toBeVisible();
  await expect(page.locator("del").first()).toBeVisible();
  await page.locator("select[name=old]").selectOption("2");
  await page.locator("select[name=new]").selectOption("1");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/old=2&new=1/);
  await page.goto(kept.origin + at + "/checksheet");
  await expect(quotation(page).locator("[name=note]")).toHaveValue(/the tape has it/);
});

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    test.describe(`${width} px, ${scheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme: scheme });

      test("axe: originals, the original beside the draft, the sheets, two versions", async ({ page, kept }) => {
        test.slow();
        await visit(page, kept);
        await named(page, "jh");
        await paste(page, draft);
        await lay(page);
        await card(page, "forty days").locator("summary").click();
        expect(await faults(page)).toEqual([]);
        await card(page, "forty days").getByRole("button", { name: /in the original/i }).click();
        await expect(page.locator("#reader .rest").first()).toBeVisible();
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.locator("#reader-close").click();
        await page.locator("#checks").click();
        await expect(page.locator("#sheet .item").first()).toBeVisible();
        expect(await faults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        await page.locator("#sheet-close").click();
        await page.locator("#save").click();
        await expect(page).toHaveURL(/drafts/);
        await expect(page.locator("#state")).toContainText("version 1");
        await page.locator("#editor").press("Control+End");
        await page.keyboard.type("A senior official said the council had known.");
        await expect(page.locator("#state")).toContainText("changed since version 1");
        await page.locator("#save").click();
        await expect(page.locator("#state")).toContainText("version 2");
        const at = new URL(page.url()).pathname;
        for (const end of ["/checksheet", "/compare", "/versions"]) {
          await page.goto(kept.origin + at + end);
          await expect(page.locator("h1")).toBeVisible();
          expect([end, await faults(page)]).toEqual([end, []]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        }
      });
    });
  }
}
