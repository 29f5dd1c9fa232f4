// axe-core finds nothing: at a desk's and a phone's width, light and dark, as opened and with a card and a list in use.
import { expect, test } from "@playwright/test";
import { joined, long, single, unread } from "./pages.mjs";
import { faults, open } from "./steps.mjs";

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    test.describe(`${width} px, ${scheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme: scheme });

      for (const name of [...single, joined, long, unread]) {
        test(`axe: ${name}`, async ({ page }) => {
          test.slow();
          await open(page, name);
          expect(await faults(page)).toEqual([]);
          if (name !== joined) return;
          for (const mark of [0, 5, 9]) {
            const card = await page.locator(".story .m").nth(mark).getAttribute("href");
            await page.evaluate((hash) => { location.hash = hash; }, card);
            await expect(page.locator(".card:target")).toBeVisible();
            expect(await faults(page)).toEqual([]);
          }
          await page.evaluate(() => { location.hash = "text"; });
          await page.locator(".legend input").first().uncheck();
          await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
          // A bar that stays in sight covers a part of whatever has been scrolled below it.
          await page.evaluate(() => window.scrollTo(0, 0));
          expect(await faults(page)).toEqual([]);
        });
      }
    });
  }
}
