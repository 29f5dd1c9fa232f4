// Makes the pages that the tests open, from the project's own articles: one each; two joined, as long as a piece of a
// newspaper (about 600 words); all of them joined and told again, a piece with more than 150 claims; one that is not audited.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const folder = path.join(root, "build/browser");
const fixtures = path.join(root, "fixtures/articles");

export const single = fs.readdirSync(fixtures).sort().slice(0, 10);
export const joined = "joined", long = "long", unread = "unread";
export const address = (page) => pathToFileURL(path.join(folder, "pages", page + ".html")).href;

const input = (slug) => path.join(fixtures, slug, fs.readdirSync(path.join(fixtures, slug)).find((name) => name.startsWith("input.")));

export default function make() {
  const articles = path.join(folder, "articles");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(articles, { recursive: true });
  const write = (name, text) => fs.writeFileSync(path.join(articles, name + ".txt"), text);
  for (const slug of single) fs.copyFileSync(input(slug), path.join(articles, slug + path.extname(input(slug))));
  const texts = fs.readdirSync(fixtures).sort().map(input).filter((file) => file.endsWith(".txt"))
    .map((file) => fs.readFileSync(file, "utf8")).filter((text) => !/\ufffd|\nCOMMENTS/.test(text));
  write(joined, ["harbour-strike", "quarry-inquiry"].map((slug) => fs.readFileSync(input(slug), "utf8")).join("\n\n"));
  write(long, [...texts, ...texts].join("\n\n"));
  write(unread, "बाँध की मरम्मत अगले साल\n\nबाँध की मरम्मत अगले साल होगी, यह बात मंत्री ने कल कही और फिर सब ठीक होगा।\n");
  execFileSync(process.env.HEARSAY, ["audit", "--settings", "none", "--quiet", "--format", "html",
    ...(process.env.HEARSAY_OPTIONS ?? "").split(" ").filter(Boolean), "--out", path.join(folder, "pages"), articles]);
}
