// In what an audited article can be answered: every format of a scorecard and of a run of checks (report/formats.h), by
// one name each.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/formats.h"
#include "server/route.h"
#include "service/session.h"

namespace hearsay {

struct OfferedFormat {
  std::string id;  // as in the table; "check-text" where a scorecard's has that name already
  std::string_view media_type, extension, what;
  const ReportFormat* report = nullptr;  // one of the two
  const RunFormat* run = nullptr;
};

/// JSON first: what is answered where nothing is asked for. `stored`: those that need the article's own file are left
/// out.
[[nodiscard]] std::vector<OfferedFormat> article_formats(bool stored = false);

/// "format", with the names of these.
[[nodiscard]] Parameter format_parameter(std::span<const OfferedFormat> formats);

/// By ?format=, else by Accept; else 406 with all there are.
[[nodiscard]] std::variant<OfferedFormat, Response> asked_format(const Request& request,
                                                                 std::span<const OfferedFormat> formats);

/// 406: what can be had, as "formats": [{"id", "media_type", "what"}].
[[nodiscard]] Response not_acceptable(std::span<const OfferedFormat> formats);

/// Of a stored article `document` is an empty one. 500 where memory lacked.
[[nodiscard]] Response article_answer(const OfferedFormat& format, const Report& report, const Document& document,
                                      const Session& session);

/// Headers for a page with a script and style of its own: wherever it is opened, it is nobody's origin and asks for
/// nothing.
[[nodiscard]] Fields page_headers();

}  // namespace hearsay
