// Any bytes as an archive of parts: its limits hold, each name comes once, and what is written of the parts reads back.
#include <set>
#include <string>
#include <string_view>

#include "base/zip.h"
#include "fuzz/holds.h"
#include "read_english.h"

namespace hearsay::fuzz {

void fuzz_zip(std::string_view bytes) {
  const ZipLimits limits{.part_bytes = 1U << 16U, .total_bytes = 1U << 18U, .parts = 40};
  const ZipParts zip = read_zip(bytes, limits);
  require(zip.parts.size() <= limits.parts);
  std::uint64_t total = 0;
  std::set<std::string> names;
  for (const ZipPart& part : zip.parts) {
    require(!part.name.empty() && names.insert(part.name).second);
    require(part.bytes.size() <= limits.part_bytes);
    total += part.bytes.size();
  }
  require(total <= limits.total_bytes);
  if (!zip.parts.empty()) {
    const ZipParts again = read_zip(write_zip(zip.parts), limits);
    require(again.problem.empty() && !again.endless && again.parts.size() == zip.parts.size());
    for (std::size_t i = 0; i < zip.parts.size(); ++i)
      require(again.parts[i].name == zip.parts[i].name && again.parts[i].bytes == zip.parts[i].bytes);
  }
  require_whole(read_english(bytes, "fuzz.docx"));
}

}  // namespace hearsay::fuzz
