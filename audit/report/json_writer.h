// Writes JSON front to back without building a tree: an audit of an archive writes one of these per article, three to
// six times the size of the article, so that it must run at the speed of copying.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Calls must nest: every open_… has its close(). In an object each value is preceded by its key().
class JsonWriter {
 public:
  /// `indent`: spaces per level; 0 = all on one line.
  explicit JsonWriter(std::size_t indent) : indent_(indent) {}
  /// About so many bytes will be written.
  void expect(std::size_t bytes) { out_.reserve(bytes); }

  void open_object() { open('{', '}', indent_ != 0); }
  void open_array() { open('[', ']', indent_ != 0); }
  /// An array that stays on its line in any layout.
  void open_short_array() { open('[', ']', false); }
  void close();
  /// A name of ours that needs no escape.
  JsonWriter& key(std::string_view name);
  void value(std::string_view words);  // bytes that are no UTF-8 become U+FFFD
  void value(const char* words) { value(std::string_view(words)); }
  void value(bool truth);
  void value(double number);  // shortest form that reads back the same; null where it is not finite
  void value(long long number);
  void value(int number) { value(static_cast<long long>(number)); }
  void value(unsigned number) { value(static_cast<long long>(number)); }
  void null();
  void value_or_null(std::string_view words);  // null for ""
  /// What was written since the last time; what comes goes on behind it.
  [[nodiscard]] std::string drain();
  /// What was written; ends with a newline.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    char end;
    bool tall;  // one item per line
    bool empty;
  };
  void open(char begin, char end, bool tall);
  void separate();  // what stands between the item before and the next
  void break_line();

  std::size_t indent_;
  bool after_key_ = false;
  std::vector<Level> levels_;
  std::string out_;
};

}  // namespace hearsay
