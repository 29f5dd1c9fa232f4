// The bench of the evidence stage: learns from annotated text, cross-validates by publisher, writes what it proposes as
// brat files for a scorer, times the stages. Not installed.
//
//   evidence_study learn    TEXT GOLD SILVER OUT_DIR   [option=value …]   weight files
//   evidence_study cross    TEXT GOLD SILVER OUT_DIR   [option=value …]   brat files; each publisher by a model without
//   it evidence_study propose  TEXT OUT_DIR MODEL         [threshold=…]      brat files of a compiled model
//   evidence_study tags     TEXT SILVER MODEL                             agreement with silver tags
//   evidence_study time     TEXT MODEL                                    microseconds per token
// SILVER may be "-". Options are those of LearnOptions; `parts=3` cross-validates in three groups of publishers,
// `mixed=1` in groups of articles from all, `least=0.2 most=0.6 step=0.04` writes one folder per threshold.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "english_words.h"
#include "evidence/evidence.h"
#include "evidence/frame.h"
#include "evidence/learning/learn.h"
#include "evidence/learning/read_gold.h"
#include "evidence/model_file.h"
#include "evidence/score_cue.h"
#include "evidence/tag.h"
#include "tokens/tokenize.h"

namespace fs = std::filesystem;
using namespace hearsay;

namespace {

using Settings = std::map<std::string, double>;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The text as it is, a paragraph per line, the first line a headline.
Document plain_document(const fs::path& path) {
  Document document;
  document.id = path.stem().string();
  document.text = read_file(path);
  std::size_t begin = 0;
  while (begin < document.text.size()) {
    std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
    if (document.text.find_first_not_of(" \t\r", begin) < end) {
      document.blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                                 document.blocks.empty() ? BlockKind::headline : BlockKind::paragraph});
    }
    begin = end + 1;
  }
  return document;
}

std::vector<fs::path> texts_in(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

fs::path gold_of(const fs::path& folder, const std::string& id) {
  if (fs::exists(folder / (id + ".ann"))) return folder / (id + ".ann");
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().starts_with(id + "_")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found.empty() ? fs::path() : found.front();
}

std::vector<Lesson> read_lessons(const fs::path& texts, const fs::path& golds, const fs::path& silver) {
  std::vector<Lesson> lessons;
  for (const fs::path& path : texts_in(texts)) {
    Lesson lesson;
    lesson.document = plain_document(path);
    const std::string& id = lesson.document.id;
    lesson.text = tokenize(lesson.document, english_vocabulary());
    lesson.publisher = id.substr(0, id.find('_'));
    Diagnostics diagnostics;
    if (!golds.empty())
      lesson.gold = read_gold(read_file(gold_of(golds, id)), lesson.document, lesson.text, diagnostics);
    if (silver != "-") lesson.tags = read_silver(read_file(silver / (id + ".tsv")), lesson.document, lesson.text);
    for (const Diagnostic& one : diagnostics) std::cerr << one.file << ':' << one.line << ": " << one.message << '\n';
    lessons.push_back(std::move(lesson));
  }
  return lessons;
}

class BratWriter {
 public:
  BratWriter(const Lesson& lesson) : lesson_(lesson) {}

  void write(const fs::path& folder, const std::vector<Proposal>& proposals, float threshold) {
    fs::create_directories(folder);
    std::ofstream out(folder / (lesson_.document.id + ".ann"));
    for (const Proposal& one : proposals) {
      if (one.nested || one.cue_probability < threshold) continue;
      std::string event;
      const auto add = [&](std::string_view role, const std::vector<TokenRange>& ranges) {
        if (ranges.empty() || ranges.front().empty()) return;
        out << fmt::format("T{}\t{} {}\tx\n", ++spans_, role, places(ranges));
        event += fmt::format(" {}:T{}", role, spans_);
      };
      add("Source", {one.source});
      add("Cue", {one.cue});
      add("Content", one.content);
      out << fmt::format("T{}\tAttribution {}\tx\nE{}\tAttribution:T{}{}\n", spans_ + 1, places({one.cue}), events_ + 1,
                         spans_ + 1, event);
      ++spans_;
      ++events_;
    }
  }

 private:
  std::string places(const std::vector<TokenRange>& ranges) {
    std::string text;
    for (const TokenRange range : ranges) {
      const Span span = span_of(lesson_.text, range);
      text += fmt::format("{}{} {}", text.empty() ? "" : ";", point(span.begin), point(span.end));
    }
    return text;
  }
  std::uint32_t point(std::uint32_t byte) {
    std::uint32_t points = 0;
    for (std::uint32_t i = 0; i < byte; ++i)
      points += (static_cast<unsigned char>(lesson_.document.text[i]) & 0xC0U) != 0x80U ? 1 : 0;
    return points;
  }
  const Lesson& lesson_;
  std::uint32_t spans_ = 0, events_ = 0;
};

LearnOptions options_of(const Settings& settings) {
  LearnOptions options;
  options.progress = [](const std::string& line) { std::cerr << line << '\n'; };
  const auto set = [&](const char* name, auto& value) {
    if (const auto at = settings.find(name); at != settings.end())
      value = static_cast<std::decay_t<decltype(value)>>(at->second);
  };
  set("threads", options.threads);
  set("folds", options.folds);
  set("publishers", options.publishers);
  set("word_count", options.word_count);
  set("tag_epochs", options.tag_epochs);
  set("tag_count", options.tag_count);
  set("tag_least", options.tag_least);
  set("cue_count", options.cue_count);
  set("cue_epochs", options.cue_epochs);
  set("cue_rate", options.cue_rate);
  set("cue_l1", options.cue_l1);
  set("least_rate", options.least_rate);
  set("span_count", options.span_count);
  set("span_epochs", options.span_epochs);
  set("span_rate", options.span_rate);
  set("span_l2", options.span_l2);
  return options;
}

double setting(const Settings& settings, const char* name, double otherwise) {
  const auto at = settings.find(name);
  return at == settings.end() ? otherwise : at->second;
}

Model need_model(const std::string& path) {
  Diagnostics diagnostics;
  Model model = load_model(path, diagnostics);
  for (const Diagnostic& one : diagnostics) std::cerr << one.file << ": " << one.message << '\n';
  if (model.empty()) std::exit(2);
  return model;
}

void propose_to(const std::vector<Lesson>& lessons, const Model& model, const fs::path& out, const Settings& settings) {
  const double least = setting(settings, "least", -1);
  for (const Lesson& lesson : lessons) {
    const Tags tags = tag(lesson.document, lesson.text, model);
    if (least < 0) {
      const auto threshold =
          static_cast<float>(setting(settings, "threshold", static_cast<double>(model.numbers->cue_threshold)));
      BratWriter(lesson).write(out, propose(lesson.document, lesson.text, tags, model, {.threshold = threshold}),
                               threshold);
      continue;
    }
    for (double t = least; t <= setting(settings, "most", 0.6); t += setting(settings, "step", 0.04)) {
      const auto threshold = static_cast<float>(t);
      BratWriter(lesson).write(fs::path(out.string() + fmt::format("_{:.2f}", t)),
                               propose(lesson.document, lesson.text, tags, model, {.threshold = threshold}), threshold);
    }
  }
}

int cross(const std::vector<Lesson>& lessons, const fs::path& out, const Settings& settings) {
  std::set<std::string> names;
  for (const Lesson& lesson : lessons) names.insert(lesson.publisher);
  const auto parts =
      static_cast<std::size_t>(std::max(1.0, setting(settings, "parts", static_cast<double>(names.size()))));
  const bool mixed = setting(settings, "mixed", 0) > 0;
  std::vector<std::size_t> part;
  for (std::size_t at = 0; at < lessons.size(); ++at) {
    const auto publisher = static_cast<std::size_t>(std::distance(names.begin(), names.find(lessons[at].publisher)));
    part.push_back((mixed ? at : publisher) % parts);
  }
  for (std::size_t left_out = 0; left_out < parts; ++left_out) {
    std::vector<Lesson> others;
    std::vector<Lesson> held;
    for (std::size_t at = 0; at < lessons.size(); ++at) (part[at] == left_out ? held : others).push_back(lessons[at]);
    Diagnostics diagnostics;
    const Model model = model_of(learn(others, options_of(settings)), diagnostics);
    propose_to(held, model, out, settings);
    std::cerr << fmt::format("part {} of {}\n", left_out + 1, parts);
  }
  return 0;
}

int write_weights(const std::vector<Lesson>& lessons, const fs::path& out, const Settings& settings) {
  LearnOptions options = options_of(settings);
  std::set<std::string> names;
  for (const Lesson& lesson : lessons) names.insert(lesson.publisher);
  options.corpus = fmt::format("{} annotated articles of {} publishers", lessons.size(), names.size());
  fs::create_directories(out);
  const Weights weights = learn(lessons, options);
  for (const auto& [name, text] : print_weights(weights)) std::ofstream(out / name, std::ios::binary) << text;
  Diagnostics diagnostics;
  const std::string bytes = compile_weights(weights, diagnostics);
  std::ofstream(out / "evidence.bin", std::ios::binary) << bytes;
  for (const Diagnostic& one : diagnostics) std::cerr << one.file << ": " << one.message << '\n';
  return 0;
}

int agreement(const std::vector<Lesson>& lessons, const Model& model) {
  std::size_t same = 0;
  std::size_t all = 0;
  for (const Lesson& lesson : lessons) {
    const Tags tags = tag(lesson.document, lesson.text, model);
    for (std::size_t t = 0; t < tags.size(); ++t) {
      if (lesson.tags[t] == Tag::none) continue;
      ++all;
      same += tags[t] == lesson.tags[t] ? 1 : 0;
    }
  }
  std::cout << fmt::format("agreement {:.4f} over {} tokens\n", static_cast<double>(same) / static_cast<double>(all),
                           all);
  return 0;
}

/// Time that this thread was running: what other programs do counts less.
double thread_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Job>
double seconds(Job job) {
  double best = 1e9;
  for (int round = 0; round < 7; ++round) {
    const double begin = thread_seconds();
    job();
    best = std::min(best, thread_seconds() - begin);
  }
  return best;
}

int measure(const std::vector<Lesson>& lessons, const std::string& path) {
  const double load = seconds([&] { (void)need_model(path); });
  const Model model = need_model(path);
  std::vector<Tags> tags;
  std::vector<Frames> frames;
  std::size_t tokens = 0;
  for (const Lesson& lesson : lessons) {
    tokens += lesson.text.tokens.size();
    tags.push_back(tag(lesson.document, lesson.text, model));
    frames.push_back(frames_of(lesson.document, lesson.text, tags.back(), model));
  }
  const auto each = [&](auto job) {
    const double all = seconds([&] {
      for (std::size_t at = 0; at < lessons.size(); ++at) job(at);
    });
    return all * 1e6 / static_cast<double>(tokens);
  };
  const double tagging = each([&](std::size_t at) { (void)tag(lessons[at].document, lessons[at].text, model); });
  const double framing =
      each([&](std::size_t at) { (void)frames_of(lessons[at].document, lessons[at].text, tags[at], model); });
  const double cues = each([&](std::size_t at) { (void)score_cues(lessons[at].text, frames[at], model); });
  const double all =
      each([&](std::size_t at) { (void)propose(lessons[at].document, lessons[at].text, tags[at], model); });
  std::cout << fmt::format(
      "load {:.3f} ms; per token: tags {:.3f} us, frames {:.3f}, cues {:.3f}, spans {:.3f}, together {:.3f} ({} "
      "tokens)\n",
      load * 1e3, tagging, framing, cues, all - framing - cues, tagging + all, tokens);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words;
  Settings settings;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (const std::size_t equals = word.find('='); equals != std::string::npos) {
      settings[word.substr(0, equals)] = std::stod(word.substr(equals + 1));
    } else {
      words.push_back(word);
    }
  }
  const std::string verb = words.empty() ? "" : words[0];
  if (verb == "learn" && words.size() == 5)
    return write_weights(read_lessons(words[1], words[2], words[3]), words[4], settings);
  if (verb == "cross" && words.size() == 5)
    return cross(read_lessons(words[1], words[2], words[3]), words[4], settings);
  if (verb == "propose" && words.size() == 4) {
    propose_to(read_lessons(words[1], "", "-"), need_model(words[3]), words[2], settings);
    return 0;
  }
  if (verb == "tags" && words.size() == 4) return agreement(read_lessons(words[1], "", words[2]), need_model(words[3]));
  if (verb == "time" && words.size() == 3) return measure(read_lessons(words[1], "", "-"), words[2]);
  std::cerr << "usage: evidence_study learn|cross|propose|tags|time … (see the head of its source)\n";
  return 2;
}
