// The check sheet of a draft, new or carried over from an earlier version's, and sheets read back from files.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/checksheet/checksheet.h"
#include "report/formats.h"
#include "service/choices.h"
#include "service/listener.h"
#include "service/originals.h"
#include "service/session.h"

namespace hearsay {

struct CheckSheetChoice {
  const CheckSheetFormat* format = nullptr;  // null: as `out`, else `update` is called, else the first
  std::optional<std::string> update;         // a sheet of an earlier version: file
  std::optional<std::string> out;            // file
  OriginalsChoice originals = {};            // that its quotations are held against; no paths: none
};

/// Of an analysed article, and what originals say of its words: what stands there is documented by document and place;
/// what differs is noted, and nothing but people closes an item.
[[nodiscard]] CheckSheet checksheet_of(const Analysis& analysis, const Session& session,
                                       std::span<const ReportVerification> held = {});

/// The sheet in a file. Throws Fatal with its place where it cannot be read whole; further errors are reported.
[[nodiscard]] CheckSheet load_checksheet(const std::string& path, Listener& listener);

/// Of the one draft; to `out`, or to the file. What is left, kept and reopened is said. Nothing is written where the
/// draft or the earlier sheet cannot be read. False after an interrupt.
[[nodiscard]] bool make_checksheet_file(const CheckSheetChoice& choice, const InputChoice& input,
                                        const Session& session, Listener& listener, const Output& out);

}  // namespace hearsay
