// Debian's Chromium, no browser of Playwright's own. What the tests leave behind lies under build/.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../../build/browser/results",
  globalSetup: "./pages.mjs",
  fullyParallel: true,
  forbidOnly: true,
  reporter: "list",
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    },
  },
});
