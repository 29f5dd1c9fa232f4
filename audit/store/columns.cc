#include "store/columns.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/fingerprint.h"
#include "store/prepared.h"

namespace hearsay {
namespace {

using Json = nlohmann::json;

// The items of a JSON array, or of nothing.
Json list_of(std::string_view column) {
  Json json = Json::parse(column, nullptr, false);
  return json.is_array() ? json : Json::array();
}

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_number(const Json& json) {
  return json.is_number_unsigned() && json.get<std::uint64_t>() <= 0xffffffffU;
}

}  // namespace

std::string spans_column(const CodeSpans& spans) {
  std::string column = "[";
  for (const CodeSpan& span : spans) {
    fmt::format_to(std::back_inserter(column), "{}[{},{}]", column.size() == 1 ? "" : ",", span.first, span.second);
  }
  return column + "]";
}

CodeSpans spans_of(std::string_view column) {
  CodeSpans spans;
  for (const Json& item : list_of(column)) {
    if (item.is_array() && item.size() == 2 && is_number(item[0]) && is_number(item[1]))
      spans.emplace_back(item[0].get<std::uint32_t>(), item[1].get<std::uint32_t>());
  }
  return spans;
}

std::string words_column(const std::vector<std::string>& words) {
  return dump(Json(words));
}

std::vector<std::string> words_of(std::string_view column) {
  std::vector<std::string> words;
  for (const Json& item : list_of(column)) {
    if (item.is_string()) words.push_back(item.get<std::string>());
  }
  return words;
}

std::string judgement_column(const ReportSource& source) {
  if (source.reliability_by.empty() && !source.judgement) return {};
  std::vector<std::string> words{source.reliability_by};
  if (source.judgement) {
    words.insert(words.end(), {source.judgement->by, source.judgement->licence, source.judgement->page});
    for (const ReportVerdict& verdict : source.judgement->verdicts)
      words.insert(words.end(), {verdict.says, verdict.scope, verdict.discussed});
  }
  return words_column(words);
}

void read_judgement_column(std::string_view column, ReportSource& source) {
  const std::vector<std::string> words = words_of(column);
  if (!words.empty()) source.reliability_by = words[0];
  if (words.size() < 4) return;
  ReportJudgement& judgement = source.judgement.emplace();
  judgement.by = words[1];
  judgement.licence = words[2];
  judgement.page = words[3];
  for (std::size_t i = 4; i + 2 < words.size(); i += 3)
    judgement.verdicts.push_back({.says = words[i], .scope = words[i + 1], .discussed = words[i + 2]});
}

std::string genre_column(const Report& report) {
  if (report.genre_source.empty()) return {};
  return words_column(
      {report.genre_source, report.genre_how, report.genre_detail, fmt::format("{}", report.genre_certainty)});
}

void read_genre_column(std::string_view column, Report& report) {
  const std::vector<std::string> words = words_of(column);
  if (words.size() != 4) return;
  report.genre_source = words[0];
  report.genre_how = words[1];
  report.genre_detail = words[2];
  const double certainty = std::strtod(words[3].c_str(), nullptr);
  report.genre_certainty = certainty >= 0 && certainty <= 1 ? certainty : 0;
}

std::string blocks_column(const std::vector<ReportBlock>& blocks) {
  std::string column = "[";
  for (const ReportBlock& block : blocks) {
    fmt::format_to(std::back_inserter(column), "{}[{},{},{}]", column.size() == 1 ? "" : ",", dump(block.kind),
                   block.span.first, block.span.second);
  }
  return column + "]";
}

std::vector<ReportBlock> blocks_of(std::string_view column) {
  std::vector<ReportBlock> blocks;
  for (const Json& item : list_of(column)) {
    if (item.is_array() && item.size() == 3 && item[0].is_string() && is_number(item[1]) && is_number(item[2])) {
      blocks.push_back({{item[1].get<std::uint32_t>(), item[2].get<std::uint32_t>()}, item[0].get<std::string>()});
    }
  }
  return blocks;
}

std::string chain_column(const std::vector<ReportHop>& chain) {
  Json column = Json::array();
  for (const ReportHop& hop : chain) {
    const std::uint32_t source = id_number(hop.source, 's');
    column.push_back(Json::array({source == 0 ? Json() : Json(source), hop.name, hop.medium}));
  }
  return dump(column);
}

std::vector<ReportHop> chain_of(std::string_view column) {
  std::vector<ReportHop> chain;
  for (const Json& item : list_of(column)) {
    if (!item.is_array() || item.size() != 3 || !item[1].is_string() || !item[2].is_string()) continue;
    chain.push_back({.source = is_number(item[0]) ? fmt::format("s{}", item[0].get<std::uint32_t>()) : std::string(),
                     .name = item[1].get<std::string>(),
                     .medium = item[2].get<std::string>()});
  }
  return chain;
}

std::string notes_column(const std::vector<ReportNote>& notes) {
  Json column = Json::array();
  for (const ReportNote& note : notes) {
    column.push_back(Json::array({note.id, note.kind, Json(note.span.first), Json(note.span.second), note.author,
                                  note.date, note.text, Json(note.links), note.evidence}));
  }
  return dump(column);
}

std::vector<ReportNote> notes_of(std::string_view column) {
  std::vector<ReportNote> notes;
  for (const Json& item : list_of(column)) {
    if (!item.is_array() || item.size() != 9 || !is_number(item[2]) || !is_number(item[3]) || !item[7].is_array())
      continue;
    ReportNote& note = notes.emplace_back();
    const auto take = [&](std::size_t at, std::string& words) {
      if (item[at].is_string()) words = item[at].get<std::string>();
    };
    take(0, note.id);
    take(1, note.kind);
    note.span = {item[2].get<std::uint32_t>(), item[3].get<std::uint32_t>()};
    take(4, note.author);
    take(5, note.date);
    take(6, note.text);
    note.links = words_of(item[7].dump());
    take(8, note.evidence);
  }
  return notes;
}

std::string findings_column(const std::vector<ReportFinding>& findings) {
  Json column = Json::array();
  for (const ReportFinding& one : findings) {
    Json reasons = Json::array();
    for (const ReportReason& reason : one.reasons) reasons.push_back(Json::array({reason.id, reason.says}));
    column.push_back({{"check", one.check},
                      {"kind", one.kind},
                      {"severity", one.severity},
                      {"certainty", one.certainty},
                      {"likelihood", one.likelihood},
                      {"reasons", std::move(reasons)},
                      {"message", one.message},
                      {"span", Json::parse(spans_column(one.span))},
                      {"attributions", one.attributions},
                      {"fingerprint", one.fingerprint},
                      {"why", one.why},
                      {"page", one.page},
                      {"title", one.title},
                      {"line", one.line},
                      {"column", one.column},
                      {"paragraph", one.paragraph},
                      {"opening", one.opening},
                      {"suppressed", one.suppressed}});
  }
  return dump(column);
}

std::vector<ReportFinding> findings_of(std::string_view column) {
  std::vector<ReportFinding> findings;
  for (const Json& item : list_of(column)) {
    if (!item.is_object()) continue;
    ReportFinding& one = findings.emplace_back();
    const auto words = [&](const char* key, std::string& into) {
      if (const auto at = item.find(key); at != item.end() && at->is_string()) into = at->get<std::string>();
    };
    const auto count = [&](const char* key, std::uint32_t& into) {
      if (const auto at = item.find(key); at != item.end() && is_number(*at)) into = at->get<std::uint32_t>();
    };
    const auto share = [&](const char* key, double& into) {
      if (const auto at = item.find(key); at != item.end() && at->is_number()) into = at->get<double>();
    };
    for (const auto& [key, into] :
         {std::pair("check", &one.check), std::pair("kind", &one.kind), std::pair("severity", &one.severity),
          std::pair("message", &one.message), std::pair("fingerprint", &one.fingerprint), std::pair("why", &one.why),
          std::pair("page", &one.page), std::pair("title", &one.title), std::pair("opening", &one.opening),
          std::pair("suppressed", &one.suppressed)})
      words(key, *into);
    count("line", one.line);
    count("column", one.column);
    count("paragraph", one.paragraph);
    share("certainty", one.certainty);
    share("likelihood", one.likelihood);
    if (const auto at = item.find("span"); at != item.end()) one.span = spans_of(at->dump());
    if (const auto at = item.find("attributions"); at != item.end()) one.attributions = words_of(at->dump());
    const auto reasons = item.find("reasons");
    if (reasons == item.end() || !reasons->is_array()) continue;
    for (const Json& reason : *reasons) {
      const std::vector<std::string> both = words_of(reason.dump());
      if (both.size() == 2) one.reasons.push_back({.id = both[0], .says = both[1]});
    }
  }
  return findings;
}

std::string corrections_column(const std::vector<ReportCorrection>& corrections) {
  Json column = Json::array();
  for (const ReportCorrection& one : corrections) {
    Json item = {{"id", one.said.id},
                 {"kind", correction_kind_name(one.said.kind)},
                 {"target", {{"fingerprint", fingerprint_text(one.said.target)}, {"words", one.said.words}}}};
    for_each_words(one.said, [&](const char* key, const std::string& words) { item[key] = words; });
    item["state"] = one.state;
    item["why"] = one.why;
    item["of"] = one.of;
    column.push_back(std::move(item));
  }
  return dump(column);
}

std::vector<ReportCorrection> corrections_of(std::string_view column) {
  std::vector<ReportCorrection> corrections;
  for (const Json& item : list_of(column)) {
    if (!item.is_object()) continue;
    ReportCorrection one;
    const auto words = [](const Json& from, const char* key, std::string& into) {
      if (const auto at = from.find(key); at != from.end() && at->is_string()) into = at->get<std::string>();
    };
    std::string kind, fingerprint;
    words(item, "kind", kind);
    if (const auto target = item.find("target"); target != item.end() && target->is_object()) {
      words(*target, "fingerprint", fingerprint);
      words(*target, "words", one.said.words);
    }
    const auto known = correction_kind_named(kind);
    const auto print = read_fingerprint(fingerprint);
    if (!known || !print) continue;
    one.said.kind = *known;
    one.said.target = *print;
    words(item, "id", one.said.id);
    for_each_words(one.said, [&](const char* key, std::string& into) { words(item, key, into); });
    words(item, "state", one.state);
    words(item, "why", one.why);
    words(item, "of", one.of);
    corrections.push_back(std::move(one));
  }
  return corrections;
}

std::string keys_column(const std::vector<std::uint64_t>& keys) {
  std::string column;
  column.reserve(keys.size() * 8);
  for (const std::uint64_t key : keys) {
    for (unsigned shift = 64; shift > 0; shift -= 8) column += static_cast<char>((key >> (shift - 8)) & 0xff);
  }
  return column;
}

std::vector<std::uint64_t> keys_of(std::string_view column) {
  std::vector<std::uint64_t> keys(column.size() / 8);
  for (std::size_t i = 0; i < keys.size() * 8; ++i)
    keys[i / 8] = keys[i / 8] << 8 | static_cast<std::uint8_t>(column[i]);
  return keys;
}

}  // namespace hearsay
