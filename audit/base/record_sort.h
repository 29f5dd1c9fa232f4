// Records in the order of their keys, more of them than memory should hold: an external merge sort. Records of one key
// stay in the order in which they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/spool.h"
#include "base/spooled_records.h"

namespace hearsay {

/// All below throw Fatal as Spool does.
class RecordSort {
 public:
  struct Held {
    std::size_t bytes = 1U << 21U;  // of records that wait in memory before they are sorted and go to a temporary file
    std::size_t runs = 256;         // that are merged at once, each through a window
  };
  RecordSort() : RecordSort(Held{}) {}
  explicit RecordSort(Held held) : held_(held), runs_(held.bytes) {}

  void add(std::string_view key, std::string_view value);
  [[nodiscard]] std::size_t size() const { return size_; }
  /// All were added: before the first Cursor.
  void finish();

  /// Goes over the records in order; several may at once. The sort must outlive it and stay where it is.
  class Cursor {
   public:
    explicit Cursor(const RecordSort& sort);
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    /// False at the end.
    [[nodiscard]] bool next();
    /// Of the record that `next` went to, until it is called again.
    [[nodiscard]] std::string_view key() const { return heads_[front()].key; }
    [[nodiscard]] std::string_view value() const { return heads_[front()].value; }

   private:
    struct Head {
      RecordReader reader;
      std::string_view key, value;
    };
    [[nodiscard]] std::size_t front() const { return heap_.back(); }
    [[nodiscard]] bool advance(std::size_t run);

    std::vector<Head> heads_;        // a run each
    std::vector<std::size_t> heap_;  // of runs, but for the last, which is that of the record
    bool begun_ = false;
  };

 private:
  struct Waiting {
    std::size_t at = 0;  // in the bytes
    std::uint32_t key = 0, value = 0;
  };
  void put_away();
  void merge_runs();

  Held held_;
  std::string bytes_;  // keys and values that wait
  std::vector<Waiting> waiting_;
  Spool runs_;
  std::vector<std::uint64_t> ends_;  // of the sorted runs, in bytes
  std::size_t size_ = 0;
};

}  // namespace hearsay
