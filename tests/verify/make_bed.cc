// make_bed: sentences are rows of pieces (words with a kind), so that an operation alters what it says it alters.
#include "verify/make_bed.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <set>
#include <string_view>

namespace hearsay {
namespace {

/// SplitMix64: the standard's distributions differ between libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  template <class List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t state_;
};

enum class Sort { word, number, name, negation, condition, optional, little, verb };
struct Piece {
  std::string text;
  Sort sort = Sort::word;
};
using Sentence = std::vector<Piece>;

const std::vector<std::string> kFirst = {"Tilda",  "Ivo",    "Selma", "Oskar", "Runa",  "Bento",
                                         "Mirela", "Anselm", "Dorit", "Yusra", "Pavel", "Ngozi",
                                         "Henk",   "Liora",  "Tomas", "Esi",   "Marek", "Iria"};
const std::vector<std::string> kLast = {"Marn",        "Oduya",     "Hallgrim",  "Pereska", "Vandermolen", "Okonta",
                                        "Brightwater", "Suarto",    "Lindqvast", "Tarkowa", "Ashgrove",    "Belmaren",
                                        "Corvane",     "Dunsterby", "Eskelund",  "Farouqi", "Gartenau",    "Hobrecker"};
const std::vector<std::string> kPlaces = {"Varnhaven",  "Ostermoor", "Kelsby",     "Port Idris",
                                          "Lower Tann", "Millbrae",  "Sankt Erno", "Quarry Hill"};
const std::vector<std::string> kNouns = {"ferry",       "lighthouse", "reservoir",     "tramline",      "library",
                                         "hospital",    "sea wall",   "market hall",   "power station", "school",
                                         "archive",     "bridge",     "quay",          "laboratory",    "theatre",
                                         "water tower", "rail yard",  "fish hatchery", "signal box",    "orchard"};
const std::vector<std::string> kAdjectives = {"old",       "northern", "damaged",   "municipal", "private", "flooded",
                                              "temporary", "wooden",   "abandoned", "expensive", "famous",  "rusted"};
const std::vector<std::string> kGroups = {"engineers", "inspectors", "tenants",   "divers",
                                          "teachers",  "farmers",    "pilots",    "nurses",
                                          "surveyors", "volunteers", "merchants", "electricians"};
const std::vector<std::string> kThings = {"pumps",      "valves",     "cables",  "roof beams", "ledgers",
                                          "lamps",      "turbines",   "fences",  "samples",    "permits",
                                          "timetables", "generators", "windows", "boats"};
const std::vector<std::string> kActs = {"repaired", "inspected", "replaced", "counted",      "painted",
                                        "removed",  "delivered", "rebuilt",  "photographed", "insured"};
const std::vector<std::string> kTimes = {"before the winter", "during the night",   "after the storm",
                                         "last spring",       "in the second week", "at the public hearing",
                                         "over the holidays"};
const std::vector<std::string> kReasons = {"because the insurance had run out", "because the river keeps rising",
                                           "since the budget was approved",     "because nobody answered the letters",
                                           "since the contractor went home",    "because the ground has moved again"};
const std::vector<std::string> kNumberWords = {"twelve",      "seventeen",    "forty",  "ninety",      "thirty-one",
                                               "six hundred", "two thousand", "eleven", "twenty-four", "fifty"};
const std::vector<std::string> kNumberFigures = {"12", "17", "40", "90", "31", "600", "2,000", "11", "24", "50"};
const std::vector<std::string> kOddNumbers = {"14", "19", "43", "95", "36", "650", "2,300", "8", "27", "58"};

class BedMaker {
 public:
  explicit BedMaker(std::uint64_t seed) : dice_(seed) {}

  Bed run() {
    // 31 each, a few more of what is gravest; unverified come from the articles whose second original is missing.
    std::vector<QuotationClass> labels;
    const auto many = [&](QuotationClass label, int count) {
      for (int i = 0; i < count; ++i) labels.push_back(label);
    };
    using Class = QuotationClass;
    for (const Class one :
         {Class::too_short, Class::other_speaker, Class::spliced, Class::name_changed, Class::unmarked_omission,
          Class::paraphrase, Class::small_edit, Class::disfluency, Class::marked_change})
      many(one, 30);
    many(Class::negation_changed, 38);
    many(Class::number_changed, 36);
    many(Class::not_found, 30);
    many(Class::verbatim, 200);
    for (std::size_t i = labels.size(); i > 1; --i) std::swap(labels[i - 1], labels[dice_.below(i)]);
    // What is left of the 600: those of the two articles with an original that has no text.
    const std::size_t rest = 600 - labels.size();
    for (std::size_t a = 0; a < 40; ++a) {
      std::vector<QuotationClass> own;
      for (std::size_t k = 0; k < 15; ++k) {
        const std::size_t at = a * 15 + k;
        if (at < rest) {
          own.push_back(QuotationClass::unverified);
        } else {
          own.push_back(labels[at - rest]);
        }
      }
      // An article whose originals are not whole cannot say that anything is not found.
      const bool missing = a * 15 < rest;
      for (QuotationClass& one : own) {
        if (missing && one == QuotationClass::not_found) one = QuotationClass::unverified;
      }
      article(a, own, missing);
    }
    return std::move(bed_);
  }

 private:
  Piece word(std::string text, Sort sort = Sort::word) { return {std::move(text), sort}; }
  void add(Sentence& into, std::string_view words, Sort sort = Sort::word) {
    std::size_t at = 0;
    while (at < words.size()) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      into.push_back(word(std::string(words.substr(at, end - at)), sort));
      at = end + 1;
    }
  }
  std::string person() { return dice_.of(kFirst) + ' ' + dice_.of(kLast); }

  /// A sentence nobody has said yet, with whatever an operation needs.
  Sentence sentence(bool number, bool name, bool negation) {
    for (;;) {
      Sentence out = draft_sentence(number, name, negation);
      if (said_.insert(joined(out)).second) return out;
    }
  }
  Sentence draft_sentence(bool number, bool name, bool negation) {
    Sentence s;
    const std::string adjective = dice_.of(kAdjectives), noun = dice_.of(kNouns), things = dice_.of(kThings);
    const auto count = [&] {
      if (number) {
        last_number_ = dice_.below(kNumberWords.size());
        s.push_back({dice_.below(2) == 0 ? kNumberWords[last_number_] : kNumberFigures[last_number_], Sort::number});
      } else {
        s.push_back({"several", Sort::word});
      }
    };
    const auto not_maybe = [&] {
      if (negation) s.push_back({dice_.below(3) == 0 ? "never" : "not", Sort::negation});
    };
    switch (dice_.below(6)) {
      case 0:
        add(s, "The", Sort::little);
        add(s, dice_.of(kGroups));
        add(s, "have", Sort::little);
        not_maybe();
        add(s, dice_.of(kActs), Sort::verb);
        count();
        add(s, things);
        add(s, "at the", Sort::little);
        add(s, adjective);
        add(s, noun);
        break;
      case 1:
        add(s, "We will", Sort::little);
        not_maybe();
        add(s, "pay for", Sort::verb);
        count();
        add(s, things);
        add(s, "and for the", Sort::little);
        add(s, adjective);
        add(s, noun);
        add(s, "that our", Sort::little);
        add(s, dice_.of(kGroups));
        add(s, "asked about");
        break;
      case 2:
        add(s, "It is", Sort::little);
        not_maybe();
        add(s, "true that", Sort::little);
        count();
        add(s, dice_.of(kGroups));
        add(s, "left the", Sort::verb);
        add(s, adjective);
        add(s, noun);
        break;
      case 3:
        add(s, "Our", Sort::little);
        add(s, dice_.of(kGroups));
        add(s, "did", Sort::little);
        not_maybe();
        add(s, "see", Sort::verb);
        count();
        add(s, things);
        add(s, "inside the", Sort::little);
        add(s, adjective);
        add(s, noun);
        break;
      case 4:
        add(s, "I am", Sort::little);
        not_maybe();
        add(s, "going to sell", Sort::verb);
        add(s, "the", Sort::little);
        add(s, adjective);
        add(s, noun);
        add(s, "to", Sort::little);
        count();
        add(s, dice_.of(kGroups));
        break;
      default:
        add(s, "They were", Sort::little);
        not_maybe();
        add(s, "looking at", Sort::verb);
        count();
        add(s, things);
        add(s, "when the", Sort::little);
        add(s, adjective);
        add(s, noun);
        add(s, "caught fire");
        break;
    }
    if (name) {
      add(s, "near", Sort::little);
      s.push_back({dice_.below(2) == 0 ? dice_.of(kPlaces) : dice_.of(kLast) + " Street", Sort::name});
    }
    add(s, dice_.of(kTimes), Sort::optional);
    add(s, dice_.of(kReasons), Sort::optional);
    return s;
  }

  static std::string joined(const Sentence& sentence) {
    std::string out;
    for (const Piece& piece : sentence) {
      if (piece.text.empty()) continue;
      if (!out.empty() && piece.text != "," && piece.text.front() != ',') out += ' ';
      out += piece.text;
    }
    return out;
  }
  static std::size_t find(const Sentence& sentence, Sort sort) {
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      if (sentence[i].sort == sort) return i;
    }
    return sentence.size();
  }
  static std::string capital(std::string words) {
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
  }

  struct Turn {
    std::size_t speaker = 0;  // 0, 1; 2: the moderator
    std::vector<std::string> sentences;
  };

  void article(std::size_t number, const std::vector<QuotationClass>& labels, bool missing) {
    people_[0] = person();
    do people_[1] = person();
    while (last_name(0) == last_name(1));
    turns_.clear();
    BedArticle out;
    out.name = "article-" + std::to_string(number + 1) + ".txt";
    out.original_missing = missing;
    out.text = capital(dice_.of(kNouns)) + " debate goes on in " + dice_.of(kPlaces) + "\n\n" + people_[0] +
               ", the mayor, and " + people_[1] + ", the chief engineer, spoke at a public hearing on Monday.\n\n";
    for (const QuotationClass label : labels) quotation(label, out);
    write_original(number, out);
    bed_.articles.push_back(std::move(out));
  }
  [[nodiscard]] std::string last_name(std::size_t who) const { return people_[who].substr(people_[who].find(' ') + 1); }

  /// Said in a turn of its own, with another sentence before or behind.
  void say(std::size_t speaker, std::vector<std::string> sentences) {
    if (dice_.below(3) == 0) sentences.insert(sentences.begin(), capital(joined(sentence(false, false, false))) + ".");
    if (dice_.below(3) == 0) sentences.push_back(capital(joined(sentence(true, false, false))) + ".");
    turns_.push_back({speaker, std::move(sentences)});
    if (dice_.below(4) == 0) turns_.push_back({2, {"Thank you. The next question comes from the gallery."}});
  }

  void quotation(QuotationClass label, BedArticle& out) {
    using Class = QuotationClass;
    const std::size_t who = dice_.below(2);
    BedQuotation made{.speaker = people_[who], .label = label};
    const bool number = label == Class::number_changed || dice_.below(3) == 0;
    const bool name = label == Class::name_changed || dice_.below(4) == 0;
    const bool negation = label != Class::negation_changed && dice_.below(6) == 0;
    Sentence s = sentence(number, name, negation);
    switch (label) {
      case Class::verbatim:
        verbatim(s, who, made);
        break;
      case Class::marked_change:
        marked(s, who, made);
        break;
      case Class::disfluency:
        disfluent(s, who, made);
        break;
      case Class::small_edit:
        edited(s, who, made);
        break;
      case Class::number_changed:
        renumbered(s, who, made);
        break;
      case Class::name_changed:
        renamed(s, who, made);
        break;
      case Class::negation_changed:
        denied(who, made);
        break;
      case Class::unmarked_omission:
        omitted(s, who, made);
        break;
      case Class::spliced:
        spliced(s, who, made);
        break;
      case Class::other_speaker:
        say(1 - who, {capital(joined(s)) + "."});
        made.words = joined(s);
        made.operation = "gives them to the other speaker";
        break;
      case Class::paraphrase:
        reworded(s, who, made);
        break;
      case Class::not_found:
      case Class::unverified:
        made.words = invented();
        made.operation = "said by nobody";
        break;
      case Class::too_short: {
        say(who, {capital(joined(s)) + "."});
        const std::size_t from = dice_.below(s.size() - 3);
        made.words = joined(
            Sentence(s.begin() + static_cast<std::ptrdiff_t>(from), s.begin() + static_cast<std::ptrdiff_t>(from + 2)));
        made.operation = "two words";
        break;
      }
    }
    made.words = capital(made.words);
    write_quotation(std::move(made), out);
  }

  void verbatim(const Sentence& s, std::size_t who, BedQuotation& made) {
    const std::string words = joined(s);
    switch (dice_.below(5)) {
      case 0: {  // two sentences of one turn
        const std::string next = capital(joined(sentence(false, true, false)));
        say(who, {capital(words) + ".", next + "."});
        made.words = words + ". " + next;
        made.operation = "two sentences as said";
        break;
      }
      case 1: {  // typography and commas
        std::string there = words;
        if (const std::size_t at = there.find(" because"); at != std::string::npos) there.insert(at, ",");
        say(who, {capital(there) + "."});
        made.words = words;
        made.operation = "other punctuation";
        break;
      }
      case 2: {  // the number in figures
        Sentence there = s;
        made.operation = "as said";
        if (const std::size_t at = find(there, Sort::number); at != there.size()) {
          const auto index = static_cast<std::size_t>(
              std::find(kNumberWords.begin(), kNumberWords.end(), there[at].text) - kNumberWords.begin());
          if (index < kNumberFigures.size()) {
            there[at].text = kNumberFigures[index];
            made.operation = "number in words";
          }
        }
        say(who, {capital(joined(there)) + "."});
        made.words = words;
        break;
      }
      default:
        say(who, {capital(words) + "."});
        made.words = words;
        made.operation = "as said";
    }
  }

  void marked(Sentence s, std::size_t who, BedQuotation& made) {
    say(who, {capital(joined(s)) + "."});
    const std::size_t first = find(s, Sort::optional);
    if (dice_.below(2) == 0) {
      // The first of the two phrases goes, a mark in its place.
      std::size_t end = first;
      while (end < s.size() && s[end].text != "because" && s[end].text != "since") ++end;
      s.erase(s.begin() + static_cast<std::ptrdiff_t>(first), s.begin() + static_cast<std::ptrdiff_t>(end));
      s.insert(s.begin() + static_cast<std::ptrdiff_t>(first), {dice_.below(2) == 0 ? "…" : "[...]", Sort::word});
      made.operation = "a phrase left out with an ellipsis";
    } else {
      s.insert(s.begin() + static_cast<std::ptrdiff_t>(first), {"[as the council knows]", Sort::word});
      made.operation = "words put in brackets";
    }
    made.words = joined(s);
  }

  void disfluent(const Sentence& s, std::size_t who, BedQuotation& made) {
    Sentence there = s;
    const std::size_t at = 2 + dice_.below(there.size() - 4);
    const auto insert = [&](std::string_view words) {
      Sentence more;
      add(more, words);
      there.insert(there.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
    };
    switch (dice_.below(5)) {
      case 0:
        insert(", um,");
        break;
      case 1:
        insert(", uh, you know,");
        break;
      case 2:
        insert(there[at].text);  // said twice
        break;
      case 3:
        insert(there[at].text + " " + there[at + 1].text + " –");
        break;
      default:
        insert(", I mean,");
    }
    say(who, {capital(joined(there)) + "."});
    made.words = joined(s);
    made.operation = "hesitations left out";
  }

  void edited(const Sentence& s, std::size_t who, BedQuotation& made) {
    Sentence there = s;
    static const std::array<std::pair<std::string_view, std::string_view>, 10> kTurns = {{{"have", "had"},
                                                                                          {"will", "would"},
                                                                                          {"is", "was"},
                                                                                          {"am", "was"},
                                                                                          {"were", "are"},
                                                                                          {"the", "that"},
                                                                                          {"our", "the"},
                                                                                          {"asked", "ask"},
                                                                                          {"left", "leave"},
                                                                                          {"see", "find"}}};
    made.operation = "a word in another form";
    bool done = false;
    if (dice_.below(4) == 0) {
      const std::size_t at = find(there, Sort::little);
      if (at + 1 < there.size() && there[at].text == "We" && there[at + 1].text == "will") {
        there[at].text = "We'll";
        there[at + 1].text = "";
        done = true;
      } else if (there[at].text == "It" || there[at].text == "I") {
        there[at].text = there[at].text == "It" ? "It's" : "I'm";
        there[at + 1].text = "";
        done = true;
      }
      if (done) made.operation = "a contraction written out";
    }
    for (std::size_t i = dice_.below(2); i < there.size() && !done; ++i) {
      for (const auto& [from, to] : kTurns) {
        if (there[i].text != from) continue;
        there[i].text = to;
        done = true;
        break;
      }
    }
    say(who, {capital(joined(there)) + "."});
    made.words = joined(s);
  }

  void renumbered(Sentence s, std::size_t who, BedQuotation& made) {
    say(who, {capital(joined(s)) + "."});
    s[find(s, Sort::number)].text = dice_.of(kOddNumbers);
    made.words = joined(s);
    made.operation = "another number";
  }

  void renamed(Sentence s, std::size_t who, BedQuotation& made) {
    say(who, {capital(joined(s)) + "."});
    Piece& name = s[find(s, Sort::name)];
    const std::string before = name.text;
    while (name.text == before) name.text = dice_.below(2) == 0 ? dice_.of(kPlaces) : dice_.of(kLast) + " Street";
    made.words = joined(s);
    made.operation = "another name";
  }

  void denied(std::size_t who, BedQuotation& made) {
    Sentence s = sentence(false, dice_.below(3) == 0, true);
    const std::size_t at = find(s, Sort::negation);
    Sentence plain = s;
    plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(at));
    switch (dice_.below(4)) {
      case 0:
        say(who, {capital(joined(plain)) + "."});
        made.words = joined(s);
        made.operation = "a negation put in";
        break;
      case 1:
        say(who, {capital(joined(s)) + "."});
        plain.insert(plain.begin() + static_cast<std::ptrdiff_t>(at), {"…", Sort::word});
        made.words = joined(plain);
        made.operation = "an ellipsis swallows a negation";
        break;
      case 2: {
        Sentence there;
        add(there, "I do not believe that");
        Sentence claim = sentence(false, false, false);
        claim[0].text = claim[0].text == "I" ? "I"
                                             : std::string(1, static_cast<char>(std::tolower(claim[0].text[0]))) +
                                                   claim[0].text.substr(1);
        there.insert(there.end(), claim.begin(), claim.end());
        say(who, {joined(there) + "."});
        made.words = joined(claim);
        made.operation = "a negation cut off with the beginning";
        break;
      }
      default:
        say(who, {capital(joined(s)) + "."});
        made.words = joined(plain);
        made.operation = "a negation left out";
    }
  }

  void omitted(Sentence s, std::size_t who, BedQuotation& made) {
    if (dice_.below(4) == 0) {
      std::string words = joined(s);
      words[0] = static_cast<char>(s[0].text == "I" ? 'I' : std::tolower(words[0]));
      say(who, {"If the council agrees, " + words + "."});
      made.words = joined(s);
      made.operation = "a condition cut off";
      return;
    }
    say(who, {capital(joined(s)) + "."});
    const std::size_t first = find(s, Sort::optional);
    std::size_t end = first;
    while (end < s.size() && s[end].text != "because" && s[end].text != "since") ++end;
    s.erase(s.begin() + static_cast<std::ptrdiff_t>(first), s.begin() + static_cast<std::ptrdiff_t>(end));
    if (end - first < 3) {  // more of it
      const std::size_t from = find(s, Sort::verb);
      s.erase(s.begin() + static_cast<std::ptrdiff_t>(from), s.begin() + static_cast<std::ptrdiff_t>(from + 4));
    }
    made.words = joined(s);
    made.operation = "words left out without a mark";
  }

  void spliced(const Sentence& s, std::size_t who, BedQuotation& made) {
    const Sentence t = sentence(true, false, false);
    if (dice_.below(3) == 0) {
      say(who, {capital(joined(s)) + ".", capital(joined(t)) + "."});
      made.words = joined(t) + ". " + capital(joined(s));
      made.operation = "sentences in reverse";
      return;
    }
    say(who, {capital(joined(s)) + "."});
    turns_.push_back({2, {"We have to move on to the next point."}});
    for (int i = 0; i < 3; ++i) say(dice_.below(2), {capital(joined(sentence(false, false, false))) + "."});
    say(who, {capital(joined(t)) + "."});
    if (dice_.below(2) == 0) {
      made.words = joined(s) + ". " + capital(joined(t));
      made.operation = "sentences of two turns";
    } else {
      const Sentence half(s.begin(), s.begin() + static_cast<std::ptrdiff_t>(s.size() / 2 + 2));
      const Sentence rest(t.begin() + 2, t.end());
      made.words = joined(half) + " " + joined(rest);
      made.operation = "halves of two turns";
    }
  }

  /// The same content words, few of them in their place.
  void reworded(const Sentence& s, std::size_t who, BedQuotation& made) {
    say(who, {capital(joined(s)) + "."});
    std::vector<std::string> content;
    for (const Piece& piece : s) {
      if (piece.sort == Sort::word || piece.sort == Sort::number || piece.sort == Sort::name)
        content.push_back(piece.text);
    }
    static const std::array<std::string_view, 8> kBetween = {
        "there was talk of the", "which concerned",  "as regards",      "together with",
        "so people mention",     "in view of those", "beside whatever", "once more about"};
    std::string words;
    for (std::size_t i = content.size(); i-- > 0;) {
      words += (words.empty() ? "" : " ") + std::string(i % 2 == 0 ? kBetween[dice_.below(8)] : std::string_view()) +
               (i % 2 == 0 ? " " : "") + content[i];
    }
    made.words = words;
    made.operation = "other words around the same nouns";
  }

  std::string invented() {
    static const std::array<std::string_view, 6> kOpen = {"Honesty", "Patience",  "Music",
                                                          "Gravity", "Breakfast", "Silence"};
    static const std::array<std::string_view, 6> kDoes = {"teaches",  "frightens", "comforts",
                                                          "outlives", "bewilders", "rewards"};
    static const std::array<std::string_view, 6> kWhom = {
        "every stubborn grandmother", "even clever politicians", "young violinists",
        "tired astronomers",          "careless poets",          "generous strangers"};
    static const std::array<std::string_view, 6> kHow = {"whenever laughter fades", "beyond any doubt",
                                                         "like thunder over glass", "without ceremony or applause",
                                                         "until daylight returns",  "as moonlight does"};
    return std::string(dice_.of(kOpen)) + ' ' + std::string(dice_.of(kDoes)) + ' ' + std::string(dice_.of(kWhom)) +
           ' ' + std::string(dice_.of(kHow));
  }

  void write_quotation(BedQuotation made, BedArticle& out) {
    const bool straight = dice_.below(3) == 0;
    const std::string open = straight ? "\"" : "“", close = straight ? "\"" : "”";
    const std::string who = dice_.below(2) == 0 ? made.speaker : made.speaker.substr(made.speaker.find(' ') + 1);
    std::string before, after;
    switch (dice_.below(3)) {
      case 0:
        before = open;
        after = "," + close + " " + who + " said.";
        break;
      case 1:
        before = who + " said: " + open;
        after = "." + close;
        break;
      default:
        before = open;
        after = "," + close + " said " + who + ".";
    }
    made.begin = out.text.size() + before.size();
    out.text += before + made.words + after + "\n\n";
    out.quotations.push_back(std::move(made));
  }

  void write_original(std::size_t number, BedArticle& out) {
    std::string& text = out.original;
    const std::size_t kind = number % 4;
    out.original_name = "hearing-" + std::to_string(number + 1) + (kind == 0 ? ".vtt" : kind == 1 ? ".srt" : ".txt");
    const auto upper = [](std::string words) {
      for (char& c : words) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      return words;
    };
    const auto label = [&](std::size_t who) -> std::string {
      if (who == 2) return kind == 3 ? "Q" : "MODERATOR";
      return kind == 3 ? (who == 0 ? "MAYOR " : "MS. ") + upper(last_name(who)) : people_[who];
    };
    if (kind <= 1) {
      if (kind == 0) text = "WEBVTT\n\nNOTE made for a test\n\n";
      std::size_t second = 1, cue = 0;
      const auto stamp = [&](std::size_t s) {
        const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(s / 3600) + ":" + two(s / 60 % 60) + ":" + two(s % 60) + (kind == 0 ? "." : ",") + "000";
      };
      for (const Turn& turn : turns_) {
        std::string words;
        for (const std::string& one : turn.sentences) words += (words.empty() ? "" : " ") + one;
        // Lines of some 40 letters, two to a cue.
        std::vector<std::string> lines(1);
        for (std::size_t at = 0; at < words.size();) {
          const std::size_t end = std::min(words.find(' ', at), words.size());
          if (lines.back().size() + end - at > 40) lines.emplace_back();
          lines.back() += (lines.back().empty() ? "" : " ") + words.substr(at, end - at);
          at = end + 1;
        }
        for (std::size_t i = 0; i < lines.size(); i += 2) {
          if (kind == 1) text += std::to_string(++cue) + "\n";
          text += stamp(second) + " --> " + stamp(second + 3) + (kind == 0 ? " align:start" : "") + "\n";
          second += 3;
          if (kind == 0) {
            text += "<v " + label(turn.speaker) + ">";
          } else if (i == 0) {
            text += upper(label(turn.speaker)) + ": ";
          }
          text += lines[i] + "\n";
          if (i + 1 < lines.size()) text += lines[i + 1] + "\n";
          text += "\n";
        }
      }
      return;
    }
    text = "PUBLIC HEARING\n\n";
    for (const Turn& turn : turns_) {
      text += label(turn.speaker) + (kind == 3 && turn.speaker == 2 ? ". " : ": ");
      std::size_t column = text.size();
      for (const std::string& one : turn.sentences) {
        for (const char c : one + " ") {
          const bool wrap = c == ' ' && text.size() > column + 70;
          text += wrap ? '\n' : c;
          if (wrap) column = text.size();
        }
      }
      text += dice_.below(6) == 0 ? "[Applause]\n\n" : "\n\n";
    }
  }

  Dice dice_;
  Bed bed_;
  std::set<std::string> said_;
  std::array<std::string, 2> people_;
  std::vector<Turn> turns_;
  std::size_t last_number_ = 0;
};

}  // namespace

Bed make_bed(std::uint64_t seed) {
  return BedMaker(seed).run();
}

}  // namespace hearsay
