// Who is used as a source in the articles of a question's scope, over all of them: each person and body once, whatever
// its articles call it. What is gathered grows with the number of names, not of articles' words. Of this folder alone.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/questions/asking.h"

namespace hearsay {

struct HeardVoice {
  std::string key;                             // name_key of its fullest name
  std::string name;                            // as it is written most often
  std::string kind;                            // as it is read most often
  std::vector<std::string> also;               // other names that were put to it, the most used first
  std::map<std::string, std::uint64_t> forms;  // whole names of sources in articles, by how much is said by them
  std::vector<std::int64_t> articles;          // sorted, each once
  std::set<std::string> outlets;
  std::uint64_t quotations = 0, reported = 0;  // statements with words in quotation marks, and without
};

class Voices {
 public:
  /// Sources that have a name (names.h) and are not the outlet itself. A name of several persons counts for each of
  /// them.
  explicit Voices(const Asking& asking);

  [[nodiscard]] const std::vector<HeardVoice>& all() const { return all_; }
  /// Of this name or any that was put to it; nullptr: nobody is called so.
  [[nodiscard]] const HeardVoice* find(std::string_view name) const;

 private:
  std::vector<HeardVoice> all_;  // by key
  std::unordered_map<std::string, std::size_t> by_key_;
};

}  // namespace hearsay
