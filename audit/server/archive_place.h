// An address below /archive taken apart, and put together: which question it asks, of what, in which form. Plain
// values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/table/page_place.h"
#include "server/exchange.h"
#include "store/question.h"

namespace hearsay {

enum class AnswerForm : std::uint8_t { html, json, csv };

struct ArchivePlace {
  std::string path;     // without extension and query: "/archive/sources/Ana%20Ruiz", as it is linked
  std::string section;  // "" (overview), "articles", "sources" …: the first part
  std::string operand;  // the rest, decoded: "Ana Ruiz"; or what `q` asks
  AnswerForm form = AnswerForm::html;
  Question question;
  std::string query;         // the rest of the address, from "?" on; "" = none
  std::string problem = {};  // a value that cannot be; "" = all is well
};

/// Nothing where there is no such section.
[[nodiscard]] std::optional<ArchivePlace> archive_place(const Request& request);

/// "/archive/articles?outlet=Sella%20Wire": the place with one of the question's values set ("": taken out). Numbers of
/// rows start anew.
[[nodiscard]] std::string with_value(const ArchivePlace& place, std::string_view name, std::string_view value);
/// The same page as data: ".json", ".csv".
[[nodiscard]] std::string as_data(const ArchivePlace& place, std::string_view extension);

/// The pages of the archive, for the navigation, with the desk in front.
[[nodiscard]] const std::vector<PageLink>& archive_links();
/// Where a cell leads to.
[[nodiscard]] std::string archive_page_of(Refers refers, const std::string& id);

}  // namespace hearsay
