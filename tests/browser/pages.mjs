// Makes the pages that the tests open, from the project's own articles: one each; two joined, as long as a piece of a
// newspaper (about 600 words); all of them joined and told again, a piece with more than 150 claims; one that is not audited.
// And an archive: all of our articles, one that another outlet printed too and one that is not audited, with the pages of
// every question over it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const folder = path.join(root, "build/browser");
const fixtures = path.join(root, "fixtures/articles");

export const single = fs.readdirSync(fixtures).sort().slice(0, 10);
export const joined = "joined", long = "long", unread = "unread";
export const archive = { articles: fs.readdirSync(fixtures).length + 2 };
export const address = (page) => pathToFileURL(path.join(folder, "pages", page + ".html")).href;

/// Of the archive's pages one of each kind: the index of its scorecards, each question, the first page of each folder that
/// they link to, a call sheet and a search. To be read once the pages are made.
export const kinds = () => {
  const within = fs.readdirSync(path.join(folder, "report"), { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  const first = (name) => fs.readdirSync(path.join(folder, "report", name)).filter((one) => one.endsWith(".html")).sort()[0];
  const pages = within.filter((one) => one.isDirectory()).map((one) => one.name + "/" + first(one.name))
    .concat(within.map((one) => one.name).filter((name) => name.endsWith(".html"))).map((name) => "report/" + name);
  return ["scorecards/index.html", ...pages, "callsheet.html", "search.html", "compare.html"].map((name) => "../" + name.replace(/\.html$/, ""));
};

const input = (slug) => path.join(fixtures, slug, fs.readdirSync(path.join(fixtures, slug)).find((name) => name.startsWith("input.")));
const not_audited = "बाँध की मरम्मत अगले साल\n\nबाँध की मरम्मत अगले साल होगी, यह बात मंत्री ने कल कही और फिर सब ठीक होगा।\n";
const run = (...words) => execFileSync(process.env.HEARSAY, words);
const options = ["--settings", "none", "--quiet", "--format", "html", ...(process.env.HEARSAY_OPTIONS ?? "").split(" ").filter(Boolean)];

function make_archive() {
  const articles = path.join(folder, "archive"), store = path.join(folder, "archive.sqlite");
  fs.mkdirSync(articles);
  for (const slug of fs.readdirSync(fixtures)) fs.copyFileSync(input(slug), path.join(articles, slug + path.extname(input(slug))));
  // Two versions of one piece: what compare shows, with each severity.
  const strike = fs.readFileSync(input("harbour-strike"), "utf8");
  const older = path.join(folder, "older.txt"), newer = path.join(folder, "newer.txt");
  fs.writeFileSync(older, strike);
  fs.writeFileSync(newer, strike.replace("eleven months", "nine months").replace("Vale told reporters that", "Vale admitted that")
    .replace("The ministry declined to comment.", "The ministry declined to comment.\n\n“It is a long way to Monday,” said Mirela Tost, a pilot."));
  run("compare", older, newer, "--settings", "none", "--quiet", "--format", "html", "--out", path.join(folder, "compare.html"));
  // The same piece in another outlet, some words changed: what threads are of.
  const again = fs.readFileSync(input("ferry-fares"), "utf8");
  fs.writeFileSync(path.join(articles, "ferry-fares-again.html"), again.replaceAll("The Outer Mail", "The Far Bell")
    .replaceAll("outermail", "farbell").replace("went to the printer on Friday", "went to our printer on Friday"));
  fs.writeFileSync(path.join(articles, "not-audited.txt"), not_audited);
  run("audit", ...options, "--store", store, "--out", path.join(folder, "scorecards"), articles);
  run("report", "--store", store, "--out", path.join(folder, "report"));
  run("report", "callsheet", "ferry-fares", "--store", store, "--format", "html", "--out", path.join(folder, "callsheet.html"));
  run("report", "search", "said", "--store", store, "--format", "html", "--out", path.join(folder, "search.html"));
}

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
  write(unread, not_audited);
  run("audit", ...options, "--out", path.join(folder, "pages"), articles);
  make_archive();
}
