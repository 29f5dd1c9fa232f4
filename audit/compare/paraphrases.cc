// Entry: find_paraphrases. Outside of quotation marks the words are the writer's, and other ones say the same; but for
// a number, a denial, how many of all. What one speaker is said to have said in one sentence is one change.
#include <algorithm>
#include <map>

#include "compare/exchange.h"
#include "compare/sense.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

class Paraphrases {
 public:
  explicit Paraphrases(VersionPair& comparison) : c_(comparison), reader_(*comparison.language) {
    owners(c_.older, older_owner_);
    owners(c_.newer, newer_owner_);
  }

  void run() {
    for (std::uint32_t n = 0; n < c_.newer.text.units.size(); ++n) {
      const std::uint32_t o = c_.newer.other_unit[n];
      if (o == kNoWord || c_.newer_unit_told[n] || c_.older_unit_told[o]) continue;
      groups_.clear();
      for (const Exchange& one : exchanges_of(c_, o, n)) look(one);
      for (auto& [said, group] : groups_) tell(said, group, o, n);
    }
  }

 private:
  struct Group {
    std::vector<Exchange> exchanges;
    Turned turned;
  };

  /// By word outside of quotation marks, the attribution that gives it to somebody.
  static void owners(const Version& version, std::vector<std::uint32_t>& owner) {
    owner.assign(version.text.words.size(), kNobody);
    for (std::uint32_t s = 0; s < version.said.size(); ++s) {
      if (version.said[s].speaker == kNobody) continue;
      for (const std::uint32_t word : version.said[s].content) {
        if (!version.text.words[word].quoted && (owner[word] == kNobody || !version.said[s].inner)) owner[word] = s;
      }
    }
  }

  /// The attribution that all of the words belong to; kNobody: there is none.
  static std::uint32_t owner_of(const std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& owner) {
    if (words.empty()) return kNobody;
    const std::uint32_t first = owner[words.front()];
    const bool one = std::all_of(words.begin(), words.end(), [&](std::uint32_t word) { return owner[word] == first; });
    return one ? first : kNobody;
  }

  void look(const Exchange& one) {
    const std::uint32_t older = owner_of(one.was, older_owner_);
    std::uint32_t newer = owner_of(one.is, newer_owner_);
    if ((older == kNobody && !one.was.empty()) || (newer == kNobody && !one.is.empty())) return;
    if (newer == kNobody) newer = c_.older.said[older].partner;
    if (newer == kNobody || c_.newer.said[newer].partner == kNobody || c_.newer_said_new[newer]) return;
    if (older != kNobody && c_.newer.said[newer].partner != older) return;
    const Turned turned = reader_.turned(c_, one);
    if (!turned.any()) return;
    Group& group = groups_[newer];
    group.exchanges.push_back(one);
    group.turned.number = group.turned.number || turned.number;
    group.turned.negation = group.turned.negation || turned.negation;
    group.turned.quantity = group.turned.quantity || turned.quantity;
  }

  /// What of an attribution's content stands in a sentence.
  static std::vector<std::uint32_t> within(const Version& version, std::uint32_t said, std::uint32_t unit) {
    std::vector<std::uint32_t> words;
    for (const std::uint32_t word : version.said[said].content) {
      if (version.text.words[word].unit == unit) words.push_back(word);
    }
    return words;
  }

  void tell(std::uint32_t said, const Group& group, std::uint32_t older, std::uint32_t newer) {
    const Said& is = c_.newer.said[said];
    Change& change =
        add_change(c_, ChangeKind::paraphrase_changed,
                   {within(c_.older, is.partner, older), within(c_.newer, said, newer)}, c_.newer.name(is.speaker));
    for (const Exchange& one : group.exchanges)
      change.differences.push_back({.is = run_text(c_.newer, one.is), .was = run_text(c_.older, one.was)});
    if (group.turned.number) change.traits.push_back("number");
    if (group.turned.negation) change.traits.push_back("negation");
    if (group.turned.quantity) change.traits.push_back("quantity");
  }

  VersionPair& c_;
  SenseReader reader_;
  std::vector<std::uint32_t> older_owner_, newer_owner_;
  std::map<std::uint32_t, Group> groups_;
};

}  // namespace

void find_paraphrases(VersionPair& comparison) {
  Paraphrases(comparison).run();
}

}  // namespace hearsay
