// Entry: prepare. A claim mostly has the very words of an attribution's content: passages are told apart by their
// words, so that these are kept, and searched, once.
#include "store/prepared.h"

#include <fmt/format.h>
#include <zstd.h>

#include <charconv>
#include <unordered_map>
#include <utility>

#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostItems = 999'999;  // a passage's key leaves six digits
constexpr int kLevel = 1;                    // of zstd: 3 saves 1 % and takes twice the time
constexpr std::uint64_t kLongestText = std::uint64_t{1} << 30;

class Passages {
 public:
  Passages(std::string_view text, std::vector<std::string>& all) : index_(text), all_(all) {}

  std::uint32_t number(const CodeSpans& spans) {
    std::string words;
    for (const CodeSpan& span : spans) {
      if (!words.empty()) words += " … ";
      words += index_.slice(span);
    }
    if (words.empty()) return 0;
    const auto [entry, fresh] = numbers_.try_emplace(words, static_cast<std::uint32_t>(all_.size() + 1));
    if (fresh) all_.push_back(std::move(words));
    return entry->second;
  }

 private:
  TextIndex index_;
  std::vector<std::string>& all_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// "" or what is wrong.
template <class Item>
std::string check_ids(const std::vector<Item>& items, char letter) {
  if (items.size() > kMostItems) return fmt::format("there are {} ids of '{}'", items.size(), letter);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (id_number(items[i].id, letter) != i + 1)
      return fmt::format("'{}' stands where {}{} must", items[i].id, letter, i + 1);
  }
  return {};
}

std::string check_references(const std::vector<std::string>& ids, char letter, std::size_t count) {
  for (const std::string& id : ids) {
    const std::uint32_t number = id_number(id, letter);
    if (number == 0 || number > count) return "'" + id + "' names nothing";
  }
  return {};
}

std::string check_attribution(const ReportAttribution& attribution, const Report& report) {
  std::string problem = check_references(attribution.via, 's', report.sources.size());
  if (problem.empty() && !attribution.source.empty())
    problem = check_references({attribution.source}, 's', report.sources.size());
  if (problem.empty() && !attribution.within.empty())
    problem = check_references({attribution.within}, 'a', report.attributions.size());
  for (const ReportHop& hop : attribution.chain) {
    if (problem.empty() && !hop.source.empty()) problem = check_references({hop.source}, 's', report.sources.size());
  }
  return problem;
}

std::string check(const Report& report) {
  if (report.id.empty()) return "it has no id";
  std::string problem = check_ids(report.sources, 's');
  if (problem.empty()) problem = check_ids(report.attributions, 'a');
  if (problem.empty()) problem = check_ids(report.claims, 'c');
  if (report.findings.size() > kMostItems) problem = "there are too many findings";
  for (std::size_t i = 0; problem.empty() && i < report.attributions.size(); ++i)
    problem = check_attribution(report.attributions[i], report);
  for (std::size_t i = 0; problem.empty() && i < report.claims.size(); ++i)
    problem = check_references(report.claims[i].attributions, 'a', report.attributions.size());
  for (std::size_t i = 0; problem.empty() && i < report.findings.size(); ++i)
    problem = check_references(report.findings[i].attributions, 'a', report.attributions.size());
  return problem;
}

}  // namespace

std::optional<Diagnostic> prepare(Report report, std::string rules, PreparedArticle& prepared) {
  if (const std::string problem = check(report); !problem.empty()) {
    return Diagnostic{.file = report.path,
                      .message = "the scorecard of '" + report.id + "' cannot be stored: " + problem,
                      .remedy = "audit the article anew"};
  }
  prepared = {};
  prepared.rules = std::move(rules);
  prepared.bytes = report.text.size();
  prepared.body = pack(report.text);
  Passages passages(report.text, prepared.passages);
  for (const ReportAttribution& attribution : report.attributions)
    prepared.contents.push_back(passages.number(attribution.content));
  for (const ReportClaim& claim : report.claims) prepared.claims.push_back(passages.number(claim.span));
  report.text = {};
  prepared.report = std::move(report);
  if (prepared.passages.size() > kMostItems)
    return Diagnostic{.file = prepared.report.path, .message = "there are too many claims to be stored"};
  return std::nullopt;
}

std::uint32_t id_number(std::string_view id, char letter) {
  if (id.size() < 2 || id.front() != letter || id[1] == '0') return 0;
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() ? number : 0;
}

std::string pack(std::string_view text) {
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), kLevel);
  if (ZSTD_isError(size) != 0) return {};  // no memory; unpack refuses it
  frame.resize(size);
  return frame;
}

bool unpack(std::string_view frame, std::string& text) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLongestText) return false;
  text.resize(size);
  const std::size_t written = ZSTD_decompress(text.data(), text.size(), frame.data(), frame.size());
  return ZSTD_isError(written) == 0 && written == size;
}

}  // namespace hearsay
