// read_check_order(): fields of a form into what is asked, or into the error that LanguageTool's clients show.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/plain.h"
#include "server/asked_settings.h"
#include "server/language_tool.h"
#include "server/media.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostWordsOfList = 1000;

bool is_yes(std::string_view word) {
  return word == "true" || word == "yes";
}

/// Of a list with commas, without spaces around each.
std::vector<std::string> words_of_list(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty() && words.size() < kMostWordsOfList) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view word = trim(list.substr(0, end));
    if (!word.empty()) words.emplace_back(word);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

/// "" where all is well.
std::string read_annotation(const OrderedJson& piece, MarkedText& text) {
  const auto string = [&](const char* name) -> const std::string* {
    const auto at = piece.find(name);
    return at == piece.end() || !at->is_string() ? nullptr : at->get_ptr<const std::string*>();
  };
  if (!piece.is_object()) return "each annotation is an object with 'text' or 'markup'";
  const std::string* words = string("text");
  const std::string* markup = string("markup");
  const std::string* read_as = string("interpretAs");
  if ((words == nullptr) == (markup == nullptr)) return "each annotation has either 'text' or 'markup'";
  if (words != nullptr && read_as != nullptr) return "'interpretAs' goes with 'markup' only";
  if (words != nullptr) text.add_words(*words);
  if (markup != nullptr) text.add_markup(*markup, read_as == nullptr ? std::string_view() : *read_as);
  return "";
}

std::string read_data(std::string_view data, MarkedText& text) {
  const OrderedJson json = OrderedJson::parse(data, nullptr, false);
  if (json.is_discarded()) return "'data' is no JSON";
  if (!json.is_object()) return "'data' is an object with 'annotation' or 'text'";
  const auto words = json.find("text");
  const auto pieces = json.find("annotation");
  if ((words == json.end()) == (pieces == json.end())) return "'data' has either 'annotation' or 'text'";
  if (words != json.end()) {
    if (!words->is_string()) return "'text' of 'data' is a string";
    text.add_words(words->get_ref<const std::string&>());
    return "";
  }
  if (!pieces->is_array()) return "'annotation' is an array";
  for (const OrderedJson& piece : *pieces) {
    if (std::string wrong = read_annotation(piece, text); !wrong.empty()) return wrong;
  }
  return "";
}

/// The pack of "en-GB": "en". Nothing where nobody knows such a language.
bool read_language(const Desk& desk, CheckOrder& order) {
  if (hearsay::lower(order.language) == "auto") return true;
  const std::string code =
      hearsay::lower(std::string_view(order.language).substr(0, order.language.find_first_of("-_")));
  const auto& all = desk.session().engine->languages.all;
  if (std::none_of(all.begin(), all.end(), [&](const WrittenLanguage& one) { return one.code == code; })) return false;
  const std::vector<std::string> packs = pack_codes(desk);
  order.without_pack = std::find(packs.begin(), packs.end(), code) == packs.end();
  order.pack = code;
  return true;
}

}  // namespace

Response tool_error(int status, std::string_view message) {
  return {.status = status,
          .type = "text/plain; charset=utf-8",
          .body = fmt::format("Error: {}\n", one_line(message)),  // a client's words may be in it
          .headers = {},
          .write = {}};
}

std::variant<CheckOrder, Response> read_check_order(const Fields& fields, const Desk& desk) {
  const auto has = [&](std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
  };
  CheckOrder order;
  if (has("text") && has("data")) return tool_error(400, "Set only 'text' or 'data' parameter, not both");
  if (!has("text") && !has("data")) return tool_error(400, "Missing 'text' or 'data' parameter");
  order.language = std::string(trim(value_of(fields, "language")));
  if (order.language.empty())
    return tool_error(400, "Missing 'language' parameter, e.g. 'language=en-US' or 'language=auto'");
  if (has("text")) order.text.add_words(value_of(fields, "text"));
  if (has("data")) {
    if (const std::string wrong = read_data(value_of(fields, "data"), order.text); !wrong.empty())
      return tool_error(400, wrong);
  }
  if (const std::uint32_t length = utf16_length(order.text.whole()); length > kMostCheckedText)
    return tool_error(413, fmt::format("Your text exceeds the limit of {} characters (it's {} characters)",
                                       kMostCheckedText, length));
  if (!read_language(desk, order)) {
    return tool_error(400, fmt::format("'{}' is not a language code known to hearsay; it audits {}", order.language,
                                       fmt::join(pack_codes(desk), ", ")));
  }
  order.preferred = words_of_list(value_of(fields, "preferredVariants"));
  order.enabled_rules = words_of_list(value_of(fields, "enabledRules"));
  order.disabled_rules = words_of_list(value_of(fields, "disabledRules"));
  order.enabled_categories = words_of_list(value_of(fields, "enabledCategories"));
  order.disabled_categories = words_of_list(value_of(fields, "disabledCategories"));
  order.enabled_only = is_yes(value_of(fields, "enabledOnly"));
  order.picky = value_of(fields, "level") == "picky";
  if (order.enabled_only && (!order.disabled_rules.empty() || !order.disabled_categories.empty()))
    return tool_error(400, "You cannot specify disabledRules or disabledCategories using enabledOnly=true");
  if (order.enabled_only && order.enabled_rules.empty() && order.enabled_categories.empty())
    return tool_error(400, "You must specify enabledRules or enabledCategories when using enabledOnly=true");
  return order;
}

}  // namespace hearsay
