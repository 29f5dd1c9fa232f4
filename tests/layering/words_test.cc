// No word of a language stands in a stage: what is asked of words is a role, and the packs say which words have it.
// Reads the string literals of the stages and names those that are made of closed words of any pack alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rules/load_language.h"
#include "rules/pack_files.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

struct Literal {
  std::size_t line = 0;
  std::string_view before;  // what stands before it in its line
  std::string text;
};

/// The string literals of a C++ source, comments and #include lines left out.
std::vector<Literal> literals_of(std::string_view source) {
  std::vector<Literal> found;
  std::size_t line = 1;
  std::size_t line_begin = 0;
  for (std::size_t at = 0; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '\n') {
      ++line;
      line_begin = at + 1;
    } else if (source.substr(at, 2) == "//" || (c == '#' && at == line_begin)) {
      at = std::min(source.find('\n', at), source.size()) - 1;
    } else if (source.substr(at, 2) == "/*") {
      const std::size_t end = source.find("*/", at);
      line += static_cast<std::size_t>(std::count(source.begin() + static_cast<std::ptrdiff_t>(at),
                                                  source.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      at = end + 1;
    } else if (c == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(source[at - 1])) == 0) {
      at += source[at + 1] == '\\' ? 2 : 1;  // a character; its closing mark follows
      while (at < source.size() && source[at] != '\'') ++at;
    } else if (source.substr(at, 3) == "R\"(") {
      const std::size_t end = source.find(")\"", at);
      found.push_back(
          {line, source.substr(line_begin, at - line_begin), std::string(source.substr(at + 3, end - at - 3))});
      line += static_cast<std::size_t>(std::count(source.begin() + static_cast<std::ptrdiff_t>(at),
                                                  source.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      at = end + 1;
    } else if (c == '"') {
      Literal literal{line, source.substr(line_begin, at - line_begin), ""};
      for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] == '\\') ++at;
        literal.text += source[at];
      }
      found.push_back(std::move(literal));
    }
  }
  return found;
}

std::string lowered(std::string_view words) {
  std::string lower(words);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

/// Whether all of it is closed words, and not a single letter.
bool is_language(const std::string& literal, const std::set<std::string, std::less<>>& closed) {
  std::istringstream words(lowered(literal));
  std::size_t letters = 0;
  for (std::string word; words >> word;) {
    while (!word.empty() && std::string_view(",.;:!?").find(word.back()) != std::string_view::npos) word.pop_back();
    if (word.empty()) continue;
    if (!closed.contains(word)) return false;
    for (const char c : word) letters += std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 ? 1U : 0U;
  }
  return letters > 1;
}

/// Words with a role in any pack. Those by which versions are compared are of the open classes and no grammar: half the
/// names of stages are among them.
std::set<std::string, std::less<>> closed_words() {
  std::set<std::string, std::less<>> closed;
  for (const auto& pack : fs::directory_iterator(fs::path(HEARSAY_SOURCE_DIR) / "rules")) {
    if (!fs::is_directory(pack.path() / "language")) continue;
    Diagnostics diagnostics;
    PackFiles files;
    files.read(pack.path() / "language", diagnostics);
    LanguageWords words;
    for (const auto& file : files.all()) load_language(*file, words, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << pack.path();
    for (std::size_t role = 0; role < static_cast<std::size_t>(Role::cue_plain); ++role)
      for (const std::string& word : words.closed.words_of(static_cast<Role>(role))) closed.insert(word);
  }
  return closed;
}

/// The stages, and the readers before them. What front ends and reports say to people is in English and no rule of it.
const std::set<std::string> kRooms = {"document",     "tokens",  "rules", "mentions", "evidence",
                                      "attributions", "sources", "trace", "score"};

/// Names of ours that are words too, by the room or file that gives them.
struct OwnNames {
  std::string_view where;  // begin of the path
  std::string_view why;
  std::set<std::string, std::less<>> names;
};

const std::vector<OwnNames>& own_names() {
  static const std::vector<OwnNames> kOwn = {
      {"attributions/", "lexicons and values of rules", {"ask", "that", "any", "say", "show"}},
      {"document/html/html_c", "class names and elements of pages", {"*"}},
      {"document/html/", "class names and values of attributes", {"ad", "people", "by"}},
      {"document/mail/", "headers of mail", {"*"}},
      {"document/mail/", "fields of messages", {"*"}},
      {"document/office/", "keywords of formats: elements, keys, styles", {"*"}},
      {"document/sniff.cc", "a message", {" of "}},
      {"document/text/encoding.cc", "a message", {"a program"}},
      {"document/author_names.h", "how names are joined", {" and "}},
      {"document/wire/", "keywords of formats: elements, keys, labels", {"*"}},
      {"document/xml_tree.cc", "elements", {"*"}},
      {"evidence/feature.cc", "templates of features", {"nobody", "st", "outside", "others", "inside"}},
      {"evidence/frame.cc", "kinds of words", {"other", "that", "to", "who", "by", "time", "of", "not", "det"}},
      {"evidence/weights_text.cc", "a mark of weight files", {"none"}},
      {"mentions/", "ids of lexicons, names of kinds", {"first", "to", "media", "other", "time"}},
      {"rules/",
       "the language of rules and packs, messages",
       {"any", "before", "late", "from",  "to",   "other", " and ", " more",   " or ",           "where",
        "at",  "after",  "none", "media", "says", "why",   "ask",   "that",    "cannot be read", "via",
        "pos", "not",    "yes",  "no",    "or",   "max",   "ing",   "known: ", "known here: ",   ", first at "}},
      {"score/",
       "facts, the language of policies, words for readers",
       {"none",
        "late",
        "declined",
        "own",
        "answered",
        "who speak at least once",
        "says who wrote it",
        "day",
        "reported",
        "nobody",
        "all",
        "any",
        "not",
        "is",
        "says",
        "other",
        "why",
        "named",
        "a press release",
        ", told by ",
        "here",
        "there"}},
      {"sources/", "attributes of lexicons, how names are joined", {"to", " and ", "percent"}},
      {"tokens/tag.cc", "tags of the Penn Treebank", {"in", "md", "to", "dt", "pos"}},
      {"trace/thread.cc", "a word of reports", {"via"}},
  };
  return kOwn;
}

/// What is asked for by a call is an id; `before` is what stands before the literal.
bool is_own_name(const std::string& file, const Literal& literal) {
  for (const std::string_view call : {"named(", "attribute(", "child(", "children("})
    if (literal.before.ends_with(call)) return true;
  return std::any_of(own_names().begin(), own_names().end(), [&](const OwnNames& own) {
    return file.starts_with(own.where) && (own.names.contains("*") || own.names.contains(lowered(literal.text)));
  });
}

std::vector<std::string> offences(const std::string& file, std::string_view source,
                                  const std::set<std::string, std::less<>>& closed) {
  std::vector<std::string> found;
  for (const Literal& literal : literals_of(source)) {
    if (is_language(literal.text, closed) && !is_own_name(file, literal))
      found.push_back(file + ":" + std::to_string(literal.line) + ": \"" + literal.text + "\"");
  }
  return found;
}

TEST(Words, AnOffenceIsSeen) {
  const std::set<std::string, std::less<>> closed = {"himself", "the", "of", "that"};
  EXPECT_EQ(offences("a.cc", "int x = f(\"himself\");  // \"that\"\n", closed).size(), 1U);
  EXPECT_EQ(offences("a.cc", "f('\"', \"The of\");", closed), std::vector<std::string>{"a.cc:1: \"The of\""});
  EXPECT_TRUE(offences("a.cc", "f(\"the pack lacks\"); /* \"the\" */ lexicons.named(\"that\");", closed).empty());
}

TEST(Words, NoStageHoldsAWordOfALanguage) {
  const std::set<std::string, std::less<>> closed = closed_words();
  ASSERT_GT(closed.size(), 300U);
  const fs::path audit = fs::path(HEARSAY_SOURCE_DIR) / "audit";
  for (const auto& entry : fs::recursive_directory_iterator(audit)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cc") continue;
    const std::string name = fs::relative(path, audit).generic_string();
    if (!kRooms.contains(name.substr(0, name.find('/')))) continue;
    std::ifstream stream(path);
    const std::string source((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    for (const std::string& offence : offences(name, source, closed)) ADD_FAILURE() << "audit/" << offence;
  }
}

}  // namespace
}  // namespace hearsay
