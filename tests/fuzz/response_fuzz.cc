// Any bytes as a response that an archive keeps: its body never grows beyond what is allowed.
#include <algorithm>
#include <string_view>

#include "document/http_response.h"
#include "fuzz/holds.h"

namespace hearsay::fuzz {

void fuzz_response(std::string_view bytes) {
  for (const std::size_t most : {std::size_t{100}, std::size_t{1} << 16U}) {
    const HttpResponse response = read_http(bytes, most);
    require(response.body.size() <= std::max(most, bytes.size()));
    require(response.status >= 0 && response.status < 1000);
    require(response.status != 0 || response.body.empty());
    require(response.body.empty() || response.problem.empty());
    require(std::none_of(response.content_type.begin(), response.content_type.end(),
                         [](char c) { return (c >= 'A' && c <= 'Z') || c == ';'; }));
  }
}

}  // namespace hearsay::fuzz
