// A baseline in the making: findings go to the disk as they come and are sorted there, so that memory does not grow
// with the archive.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "base/record_sort.h"
#include "report/report.h"
#include "service/baseline.h"
#include "service/listener.h"

namespace hearsay {

/// All below throw Fatal where the temporary folder takes no more.
class BaselineWriter {
 public:
  /// Of what is to be written as FILE.
  explicit BaselineWriter(const std::filesystem::path& file, RecordSort::Held held = {})
      : folder_(folder_of_baseline(file)), entries_(held) {}

  /// Keeps the findings that are not suppressed.
  void add(const Report& report);
  void add(std::string_view article, const BaselineEntry& entry);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// XML with rules/baseline.xsd; articles by path, findings in text order. The same findings give the same bytes.
  /// Once, after all were added.
  void write(const Output& out);

 private:
  std::filesystem::path folder_;
  RecordSort entries_;  // by article
};

}  // namespace hearsay
