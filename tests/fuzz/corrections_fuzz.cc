// Any bytes as corrections, JSON where they begin with "{", else XML: what is taken is sound, in order, and the same
// again in either form.
#include <algorithm>
#include <string>
#include <string_view>

#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "fuzz/holds.h"

namespace hearsay::fuzz {

void fuzz_corrections(std::string_view bytes) {
  Corrections read;
  Diagnostics diagnostics;
  if (bytes.starts_with('{')) {
    const auto fault = read_correction_list(bytes, read);
    if (fault) return require(!fault->message.empty() && read.empty());
  } else {
    read = read_correction_xml(bytes, "fuzz.hearsay.xml", diagnostics);
  }
  require(read.size() <= kMostCorrections);
  for (const Correction& one : read) require(!fault_of(one) && one.id == correction_id(one));
  Corrections sorted = read;
  put_in_order(sorted);
  require(sorted == read);
  const std::string xml = write_correction_xml(read);
  require_xml(xml);
  diagnostics.clear();
  require(read_correction_xml(xml, "fuzz.hearsay.xml", diagnostics) == read && diagnostics.empty());
  const std::string json = write_correction_list(read);
  require_json(json);
  Corrections again;
  require(!read_correction_list(json, again) && again == read);
}

}  // namespace hearsay::fuzz
