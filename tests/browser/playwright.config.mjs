// Debian's Chromium, no browser of Playwright's own. What the tests leave behind lies under build/.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../build/browser/results",
  globalSetup: "./pages.mjs",
  fullyParallel: true,
  forbidOnly: true,
  workers: "100%",
  reporter: [["list"], ["./within_time.mjs"]],
  timeout: 60_000,
  globalTimeout: 1000 * Number(process.env.BROWSER_SECONDS ?? 0),
  // What people do with the pages comes first, where the time does not suffice for all.
  projects: [{ name: "use", grepInvert: /axe:/ }, { name: "axe", grep: /axe:/ }],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    },
  },
});
