// Entries become senses of single words or sequences of words; finish() sorts both for look-up by WordId.
#include "rules/compile_lexicons.h"

#include <algorithm>
#include <array>

#include "base/word_hash.h"
#include "rules/names.h"
#include "rules/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxEntryWords = 16;

/// "Their first word is inflected for verbs, the last for nouns": "points out", "chief executives"; but "heads of
/// state".
std::size_t inflected_word(const std::vector<std::string>& words, WordClass pos, const ClosedWords& closed) {
  if (pos != WordClass::noun) return 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (closed.has(words[i], Role::ends_noun_head)) return i - 1;
  }
  return words.size() - 1;
}

}  // namespace

std::string_view form_name(Form form) {
  return kFormNames[static_cast<std::size_t>(form)];
}

bool form_named(std::string_view name, Form& form) {
  for (std::size_t i = 0; i < kFormNames.size(); ++i) {
    if (kFormNames[i] == name) {
      form = static_cast<Form>(i);
      return true;
    }
  }
  return false;
}

LexiconBuilder::LexiconBuilder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  lexicons_.entries_.reserve(16384);
  single_.reserve(32768);
}

LexiconId LexiconBuilder::lexicon(std::string_view id) {
  if (const LexiconId known = lexicons_.named(id); known != kNoLexicon) return known;
  if (lexicons_.names_.size() >= kMaxLexicons) return kNoLexicon;
  const auto next = static_cast<LexiconId>(lexicons_.names_.size());
  lexicons_.by_name_[lexicons_.slot_of(id)] = next;
  lexicons_.names_.emplace_back(id);
  return next;
}

void LexiconBuilder::add_form(std::string_view word, std::size_t position, Sense sense) {
  if (words_.size() == 1) {
    single_.push_back({vocabulary_.add(word), sense});
    return;
  }
  phrases_.push_back({.begin = static_cast<std::uint32_t>(phrase_words_.size()),
                      .length = static_cast<std::uint32_t>(words_.size()),
                      .value = static_cast<std::uint32_t>(phrase_senses_.size())});
  phrase_senses_.push_back(sense);
  for (std::size_t i = 0; i < words_.size(); ++i)
    phrase_words_.push_back(vocabulary_.add(i == position ? word : words_[i]));
}

/// `spellings` of one form, divided by "/": "learned/learnt".
void LexiconBuilder::add_forms(std::string_view spellings, std::size_t position, Sense sense) {
  while (!spellings.empty()) {
    const std::size_t end = std::min(spellings.find('/'), spellings.size());
    if (end > 0) add_form(lower_words(spellings.substr(0, end)), position, sense);
    spellings.remove_prefix(std::min(end + 1, spellings.size()));
  }
}

std::string LexiconBuilder::add(Entry entry, std::string_view forms) {
  cut_words(entry.lemma, vocabulary_.language, words_);
  if (words_.empty()) return "empty entry";
  if (words_.size() > kMaxEntryWords) return "entry of more than 16 words";
  const std::vector<std::string_view> given = split_list(forms);
  const bool bare = given.size() == 1 && given[0] == "-";
  if (!given.empty() && !bare) {
    if (entry.pos == WordClass::verb && given.size() != 3 && given.size() != 4) {
      return "forms of a verb are \"third ing past\" or \"third ing past participle\"";
    }
    if (entry.pos == WordClass::noun && given.size() != 1) return "forms of a noun is its plural";
    if (entry.pos != WordClass::verb && entry.pos != WordClass::noun) return "forms are for verbs and nouns";
  }
  entry.lemma.clear();
  for (const std::string& word : words_) {
    if (!entry.lemma.empty()) entry.lemma += ' ';
    entry.lemma += word;
  }
  const auto index = static_cast<std::uint32_t>(lexicons_.entries_.size());
  const std::size_t position = inflected_word(words_, entry.pos, vocabulary_.language.closed);
  const std::string stem = words_[position];
  const auto put = [&](Form form, std::size_t nth) {
    const Sense sense{.entry = index, .lexicon = entry.lexicon, .form = form};
    if (!given.empty()) {
      add_forms(given[std::min(nth, given.size() - 1)], position, sense);
      return;
    }
    const Spelling spelling = vocabulary_.language.morphology->inflect(stem, form);
    if (!spelling.first.empty()) add_form(spelling.first, position, sense);
    if (!spelling.second.empty()) add_form(spelling.second, position, sense);
  };
  add_form(stem, position, {.entry = index, .lexicon = entry.lexicon, .form = Form::base});
  if (!bare && entry.pos == WordClass::verb) {
    put(Form::third, 0);
    put(Form::ing, 1);
    put(Form::past, 2);
    put(Form::participle, 3);
  } else if (!bare && entry.pos == WordClass::noun) {
    put(Form::plural, 0);
  }
  // The matcher compares prepositions by id.
  for (const std::string_view word : split_list(entry.attribute("prep"))) vocabulary_.add(lower_words(word));
  lexicons_.entries_.push_back(std::move(entry));
  return {};
}

Lexicons LexiconBuilder::finish() {
  Lexicons& out = lexicons_;
  // Counting sort by word keeps the order of loading within a word.
  out.sets_.assign(vocabulary_.size(), LexiconSet{});
  out.sense_begin_.assign(vocabulary_.size() + 1, 0);
  for (const Pending& pending : single_) ++out.sense_begin_[pending.word + 1];
  for (std::size_t i = 1; i < out.sense_begin_.size(); ++i) out.sense_begin_[i] += out.sense_begin_[i - 1];
  out.senses_.resize(single_.size());
  std::vector<std::uint32_t> next(out.sense_begin_.begin(), out.sense_begin_.end());
  for (const Pending& pending : single_) {
    out.senses_[next[pending.word]++] = pending.sense;
    out.sets_[pending.word].add(pending.sense.lexicon);
  }
  out.starts_.resize(out.names_.size());
  out.longest_.assign(out.names_.size(), 1);
  for (const Pending& pending : single_) out.starts_[pending.sense.lexicon].push_back(pending.word);
  for (const WordSequence& phrase : phrases_) {
    const LexiconId lexicon = phrase_senses_[phrase.value].lexicon;
    out.starts_[lexicon].push_back(phrase_words_[phrase.begin]);
    out.longest_[lexicon] = std::max(out.longest_[lexicon], phrase.length);
  }
  for (auto& words : out.starts_) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }
  const auto order = [](const Sense& left, const Sense& right) {
    if (left.lexicon != right.lexicon) return left.lexicon < right.lexicon;
    return left.form != right.form ? left.form < right.form : left.entry < right.entry;
  };
  for (std::size_t word = 0; word + 1 < out.sense_begin_.size(); ++word) {
    const auto first = out.senses_.begin() + out.sense_begin_[word];
    const auto last = out.senses_.begin() + out.sense_begin_[word + 1];
    if (last - first > 1) std::sort(first, last, order);
  }
  build_trie(phrases_, phrase_words_, out.phrases_,
             [&](Lexicons::PhraseNode& node, std::uint32_t value) { node.senses.push_back(phrase_senses_[value]); });
  out.phrase_root_.assign(vocabulary_.size(), 0);
  for (std::uint32_t i = 0; i < out.phrases_[0].child_count; ++i) {
    const std::uint32_t child = out.phrases_[0].first_child + i;
    out.phrase_root_[out.phrases_[child].word] = child;
  }
  out.phrase_sets_.assign(out.phrases_[0].first_child + out.phrases_[0].child_count, LexiconSet{});
  for (const WordSequence& phrase : phrases_)
    out.phrase_sets_[out.phrase_root_[phrase_words_[phrase.begin]]].add(phrase_senses_[phrase.value].lexicon);
  return std::move(lexicons_);
}

}  // namespace hearsay
