#include "base/record_sort.h"

#include <algorithm>
#include <utility>

#include "base/packed.h"

namespace hearsay {
namespace {

void append_keyed(Spool& spool, std::string& scratch, std::string_view key, std::string_view value) {
  scratch.clear();
  pack_letters(scratch, key);
  scratch += value;
  append_record(spool, scratch);
}

}  // namespace

void RecordSort::add(std::string_view key, std::string_view value) {
  const std::size_t more = key.size() + value.size() + sizeof(Waiting);
  if (!waiting_.empty() && bytes_.size() + waiting_.size() * sizeof(Waiting) + more > held_.bytes) put_away();
  waiting_.push_back({.at = bytes_.size(),
                      .key = static_cast<std::uint32_t>(key.size()),
                      .value = static_cast<std::uint32_t>(value.size())});
  bytes_.append(key).append(value);
  ++size_;
}

void RecordSort::put_away() {
  const std::string_view bytes = bytes_;
  const auto key = [&](const Waiting& one) { return bytes.substr(one.at, one.key); };
  std::sort(waiting_.begin(), waiting_.end(), [&](const Waiting& a, const Waiting& b) {
    const int order = key(a).compare(key(b));
    return order != 0 ? order < 0 : a.at < b.at;
  });
  std::string scratch;
  for (const Waiting& one : waiting_) append_keyed(runs_, scratch, key(one), bytes.substr(one.at + one.key, one.value));
  ends_.push_back(runs_.size());
  waiting_.clear();
  bytes_.clear();
  if (ends_.size() >= std::max<std::size_t>(2, held_.runs)) merge_runs();
}

// So that the windows of a merge do not grow with the archive either.
void RecordSort::merge_runs() {
  Spool merged(held_.bytes);
  std::string scratch;
  for (Cursor cursor(*this); cursor.next();) append_keyed(merged, scratch, cursor.key(), cursor.value());
  runs_ = std::move(merged);
  ends_ = {runs_.size()};
}

void RecordSort::finish() {
  if (!waiting_.empty()) put_away();
  waiting_ = {};
  bytes_ = {};
}

RecordSort::Cursor::Cursor(const RecordSort& sort) {
  heads_.reserve(sort.ends_.size());
  heap_.reserve(sort.ends_.size());
  std::uint64_t begin = 0;
  for (const std::uint64_t end : sort.ends_) {
    heads_.push_back({.reader = RecordReader(sort.runs_, begin, end), .key = {}, .value = {}});
    begin = end;
  }
}

bool RecordSort::Cursor::advance(std::size_t run) {
  Head& head = heads_[run];
  const auto record = head.reader.next();
  if (!record) return false;
  Unpacker fields(*record);
  head.key = fields.letters();
  head.value = record->substr(sizeof(std::uint32_t) + head.key.size());
  return true;
}

bool RecordSort::Cursor::next() {
  // A run that came earlier has the earlier ones of a key.
  const auto later = [this](std::size_t a, std::size_t b) {
    const int order = heads_[a].key.compare(heads_[b].key);
    return order != 0 ? order > 0 : a > b;
  };
  if (!begun_) {
    begun_ = true;
    for (std::size_t run = 0; run < heads_.size(); ++run) {
      if (advance(run)) heap_.push_back(run);
    }
    std::make_heap(heap_.begin(), heap_.end(), later);
  } else if (!heap_.empty()) {
    if (advance(heap_.back())) {
      std::push_heap(heap_.begin(), heap_.end(), later);
    } else {
      heap_.pop_back();
    }
  }
  if (heap_.empty()) return false;
  std::pop_heap(heap_.begin(), heap_.end(), later);
  return true;
}

}  // namespace hearsay
