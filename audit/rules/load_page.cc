// <page id="en"><phrases role="note-opening">…</phrases><months><month number="1">january jan</month></months></page>
#include "rules/load_page.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "rules/pack_files.h"
#include "rules/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostUnnamed = 8;  // missing roles in one message

// One per line; an underline at either end is a blank that belongs to the phrase.
std::vector<std::string> phrase_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (line.front() == '_') line.front() = ' ';
    if (line.back() == '_') line.back() = ' ';
    lines.push_back(std::move(line));
  }
  return lines;
}

class PageLoader {
 public:
  PageLoader(const SourceFile& file, PageWords& into, Diagnostics& diagnostics)
      : file_(file), into_(into), diagnostics_(diagnostics) {}

  void load(pugi::xml_node page) {
    const std::string language = page.attribute("id").as_string();
    for (const pugi::xml_node node : page.children()) {
      const std::string_view name = node.name();
      if (node.type() != pugi::node_element) continue;
      if (name == "words" || name == "phrases") {
        add_list(node, name == "words");
      } else if (name == "months") {
        add_months(node);
      } else if (name == "agency") {
        for (const std::string& form : phrase_lines(node.child_value()))
          into_.agencies.emplace(form, node.attribute("name").as_string());
      } else if (name == "byline") {
        for (std::string& words : phrase_lines(node.child_value()))
          into_.byline_openings.push_back({language, std::move(words)});
      } else {
        complain(node, "", "unknown element <" + std::string(name) + ">",
                 "a page holds <words>, <phrases>, <months>, <byline> and <agency>");
      }
    }
  }

 private:
  void complain(pugi::xml_node node, std::string_view attribute, std::string message, std::string remedy) {
    const Place place = attribute.empty() ? file_.place(node) : file_.place(node, attribute);
    diagnostics_.push_back(file_.error(place, std::move(message), std::move(remedy)));
  }

  void add_list(pugi::xml_node node, bool words) {
    const std::string_view name = node.attribute("role").as_string();
    const std::optional<PageRole> role = page_role_named(name);
    if (!role) {
      return complain(node, "role", "the readers ask for no role \"" + std::string(name) + "\"",
                      "audit/language/page_role.h lists the roles");
    }
    into_.given.set(static_cast<std::size_t>(*role));
    PagePhrases& list = into_.phrases[static_cast<std::size_t>(*role)];
    if (words) {
      for (const std::string_view word : split_list(node.child_value())) list.add(word);
    } else {
      for (const std::string& phrase : phrase_lines(node.child_value())) list.add(phrase);
    }
  }

  void add_months(pugi::xml_node node) {
    const bool behind = std::string_view(node.attribute("stand").as_string()) == "behind-day";
    PageMonths& months = behind ? into_.months_behind_day : into_.months;
    for (const pugi::xml_node month : node.children("month")) {
      const int number = month.attribute("number").as_int();
      if (number < 1 || number > 12) {
        complain(month, "", "a month has a number from 1 to 12", "");
        continue;
      }
      for (const std::string_view word : split_list(month.child_value())) months.add(lower(word), number);
    }
  }

  const SourceFile& file_;
  PageWords& into_;
  Diagnostics& diagnostics_;
};

std::vector<std::filesystem::path> page_files(const std::filesystem::path& root) {
  std::vector<std::filesystem::path> files;
  std::error_code failure;
  for (auto at = std::filesystem::directory_iterator(root, failure);
       !failure && at != std::filesystem::directory_iterator(); at.increment(failure)) {
    std::error_code ignored;
    const std::filesystem::path path = at->path() / "page.xml";
    if (std::filesystem::is_regular_file(path, ignored)) files.push_back(path);
  }
  std::sort(files.begin(), files.end());
  std::error_code ignored;
  if (std::filesystem::is_regular_file(root / "pages.xml", ignored)) files.push_back(root / "pages.xml");
  return files;
}

void require_roles(const PageWords& words, const std::filesystem::path& root) {
  std::string missing;
  std::size_t count = 0;
  for (std::size_t role = 0; role < kPageRoleCount; ++role) {
    if (words.given.test(role)) continue;
    if (++count <= kMostUnnamed)
      missing += (missing.empty() ? "" : ", ") + std::string(page_role_name(static_cast<PageRole>(role)));
  }
  if (count == 0) return;
  if (count > kMostUnnamed) missing += " and " + std::to_string(count - kMostUnnamed) + " more";
  throw Fatal({.file = root.string(),
               .message = "no page.xml here has the page words " + missing,
               .remedy = "take page.xml and pages.xml from the program's own rules"});
}

}  // namespace

PageWords load_page_words(const std::filesystem::path& root, Diagnostics& diagnostics) {
  PackFiles files;
  for (const std::filesystem::path& path : page_files(root)) files.read(path, diagnostics);
  PageWords words;
  for (const auto& file : files.all()) {
    PageLoader loader(*file, words, diagnostics);
    if (std::string_view(file->root().name()) == "page") loader.load(file->root());
    for (const pugi::xml_node page : file->root().children("page")) loader.load(page);
  }
  require_roles(words, root);
  return words;
}

}  // namespace hearsay
