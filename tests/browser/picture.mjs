// The picture of a page in the README, from one of our own articles: make picture
import { chromium } from "@playwright/test";
import make, { address } from "./pages.mjs";

make();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, colorScheme: "light" });
await page.goto(address("border-talks"));
await page.screenshot({ path: process.argv[2] });
await browser.close();
