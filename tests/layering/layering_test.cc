// The order of the rooms, read from the #include lines: a folder includes itself and lower ones, and across folders
// only headers of nouns, so that stages never call each other. Names whoever breaks it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path kAudit = fs::path(HEARSAY_SOURCE_DIR) / "audit";

// The files of audit/ itself are the pipeline; main is the command line's.
const std::map<std::string, int> kLayers = {
    {"base", 0},      {"language", 1},     {"document", 2}, {"archive", 3},      {"tokens", 3},
    {"rules", 4},     {"mentions", 5},     {"evidence", 6}, {"attributions", 7}, {"sources", 8},
    {"trace", 9},     {"corrections", 10}, {"verify", 10},  {"score", 11},       {"report", 12},
    {"compare", 13},  {"checksheet", 13},  {"store", 14},   {"pipeline", 15},    {"evaluate", 16},
    {"training", 16}, {"service", 17},     {"lsp", 18},     {"server", 18},      {"cli", 18}};

// The front ends know nothing of each other, but that the command line starts one.
const std::set<std::pair<std::string, std::string>> kBeside = {{"cli/lsp.cc", "lsp/server.h"},
                                                               {"cli/serve.cc", "server/serve.h"}};

// Headers that declare values. Everything of base/ and language/ may be used by all.
const std::set<std::string> kNouns = {"document/document.h",
                                      "document/changes.h",
                                      "document/evidence_name.h",
                                      "tokens/token.h",
                                      "tokens/tag.h",
                                      "tokens/vocabulary.h",
                                      "rules/rule.h",
                                      "rules/program.h",
                                      "rules/lexicon.h",
                                      "rules/register.h",
                                      "rules/marks.h",
                                      "rules/confidence.h",
                                      "rules/genre_weights.h",
                                      "mentions/mention.h",
                                      "mentions/article.h",
                                      "mentions/language.h",
                                      "mentions/value_words.h",
                                      "mentions/houses.h",
                                      "evidence/weights.h",
                                      "evidence/feature.h",
                                      "evidence/link_templates.h",
                                      "evidence/hint.h",
                                      "evidence/proposal.h",
                                      "attributions/match.h",
                                      "attributions/attribution.h",
                                      "attributions/occasion.h",
                                      "sources/source.h",
                                      "corrections/correction.h",
                                      "corrections/corrected.h",
                                      "trace/trace.h",
                                      "trace/thread.h",
                                      "verify/verification.h",
                                      "verify/words.h",
                                      "score/scorecard.h",
                                      "score/policy.h",
                                      "score/genre.h",
                                      "report/report.h",
                                      "report/mark_corrected.h",
                                      "report/worst_first.h",  // a finding has one number, whoever tells it
                                      "report/text_index.h",
                                      "report/place.h",
                                      "report/checksheet/checksheet.h",
                                      "report/read_json.h",  // the scorecard as bytes, and back: what a store keeps
                                      "report/write_json.h",
                                      "report/threads/threads.h",
                                      "report/changes/changes.h",
                                      "report/table/table.h",
                                      "report/table/articles.h",
                                      "store/question.h"};

struct File {
  std::string name;  // relative to audit/
  std::string room;
  std::vector<std::string> includes;  // of our own, as written
  std::size_t lines = 0;
};

std::string room_of(const std::string& name) {
  const auto slash = name.find('/');
  if (slash != std::string::npos) return name.substr(0, slash);
  return name == "main.cc" ? "cli" : "pipeline";
}

std::vector<File> read_sources() {
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(kAudit)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".h" && path.extension() != ".cc") continue;
    File file{.name = fs::relative(path, kAudit).generic_string(), .room = "", .includes = {}};
    file.room = room_of(file.name);
    std::ifstream stream(path);
    for (std::string line; std::getline(stream, line); ++file.lines) {
      const std::string start = "#include \"";
      if (line.starts_with(start))
        file.includes.push_back(line.substr(start.size(), line.find('"', start.size()) - start.size()));
    }
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

TEST(Layering, EveryFileIsInARoom) {
  for (const File& file : read_sources()) EXPECT_TRUE(kLayers.contains(file.room)) << "audit/" << file.name;
}

TEST(Layering, NoFileIncludesAHigherRoom) {
  for (const File& file : read_sources()) {
    for (const std::string& include : file.includes) {
      const std::string room = room_of(include);
      if (!kLayers.contains(room) || !kLayers.contains(file.room)) continue;
      const bool allowed =
          room == file.room || kLayers.at(room) < kLayers.at(file.room) || kBeside.contains({file.name, include});
      EXPECT_TRUE(allowed) << "audit/" << file.name << " includes " << include << ", which lies above or beside it";
    }
  }
}

// A stage asks the language of its text, never a certain one.
TEST(Layering, NoRoomButLanguageKnowsALanguage) {
  for (const File& file : read_sources()) {
    for (const std::string& include : file.includes) {
      const bool certain = include.starts_with("language/english/");
      EXPECT_TRUE(!certain || file.room == "language") << "audit/" << file.name << " includes " << include;
    }
  }
}

TEST(Layering, StagesIncludeOnlyNounsOfOthers) {
  for (const File& file : read_sources()) {
    if (file.room == "pipeline" || file.room == "training" || file.room == "archive" || file.room == "service" ||
        file.room == "lsp" || file.room == "server" || file.room == "cli")
      continue;
    for (const std::string& include : file.includes) {
      const std::string room = room_of(include);
      const bool own = room == file.room || room == "base" || room == "language";
      EXPECT_TRUE(own || kNouns.contains(include))
          << "audit/" << file.name << " includes " << include << ", a verb of another room";
    }
  }
}

TEST(Layering, IncludesAreThereAndWrittenFromAudit) {
  for (const File& file : read_sources()) {
    for (const std::string& include : file.includes) {
      const bool generated = include.starts_with("generated/");
      EXPECT_TRUE(generated || fs::exists(kAudit / include)) << "audit/" << file.name << " includes " << include;
    }
  }
}

// What one front end is made with is no business of the other and of the service.
TEST(Layering, LibrariesOfAFrontEndStayThere) {
  const std::map<std::string, std::set<std::string>> rooms = {
      {"<boost/program_options", {"cli"}}, {"<boost/", {"cli", "server"}}, {"<nlohmann/json.hpp>", {"lsp", "server"}}};
  for (const File& file : read_sources()) {
    if (kLayers.at(file.room) < kLayers.at("service")) continue;
    std::ifstream stream(kAudit / file.name);
    for (std::string line; std::getline(stream, line);) {
      for (const auto& [library, homes] : rooms) {
        const bool here = line.starts_with("#include " + library);
        EXPECT_TRUE(!here || homes.contains(file.room)) << "audit/" << file.name << " includes " << library;
      }
    }
  }
}

TEST(Layering, NoCycles) {
  std::map<std::string, std::vector<std::string>> graph;
  for (const File& file : read_sources()) graph[file.name] = file.includes;
  std::map<std::string, int> state;  // 1: being visited, 2: done
  const auto visit = [&](const auto& self, const std::string& name) -> bool {
    if (state[name] == 1) return false;
    if (state[name] == 2 || !graph.contains(name)) return true;
    state[name] = 1;
    for (const std::string& next : graph[name]) {
      EXPECT_TRUE(self(self, next)) << name << " and " << next << " include each other";
    }
    state[name] = 2;
    return true;
  };
  for (const auto& [name, includes] : graph) visit(visit, name);
}

TEST(Layering, FilesStaySmall) {
  for (const File& file : read_sources()) {
    if (file.lines > 400)
      std::printf("note: audit/%s has %zu lines; over 400 it is time to look for a second idea in it\n",
                  file.name.c_str(), file.lines);
    EXPECT_LE(file.lines, 800U) << "audit/" << file.name;
  }
}

// Two types of one name in the one namespace are undefined, however far apart: what a vector does of one may be linked
// for the other.
TEST(Layering, ATypeIsDefinedOnce) {
  std::map<std::string, std::string> defined;
  for (const File& file : read_sources()) {
    if (!file.name.ends_with(".h")) continue;
    std::ifstream stream(kAudit / file.name);
    for (std::string line; std::getline(stream, line);) {
      std::istringstream words(line);
      std::string kind, name;
      words >> kind;
      if (kind != "struct" && kind != "class" && kind != "enum") continue;
      if (line.find(';') < line.find('{') || line.starts_with(' ')) continue;  // declared, or a type's own
      words >> name;
      if (name == "class") words >> name;
      const auto [at, fresh] = defined.emplace(name, file.name);
      EXPECT_TRUE(fresh) << "audit/" << file.name << ": " << name << " is one of audit/" << at->second << ", too";
    }
  }
}

TEST(Layering, HeadersOpenWithWhatTheyAre) {
  for (const File& file : read_sources()) {
    if (!file.name.ends_with(".h")) continue;
    std::ifstream stream(kAudit / file.name);
    std::string first;
    std::getline(stream, first);
    EXPECT_TRUE(first.starts_with("// ")) << "audit/" << file.name;
  }
}

}  // namespace
