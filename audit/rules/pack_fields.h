// What a compiled pack consists of: one list of fields for each type, for whoever writes or reads all of them
// (pack_image.cc). A field that is missing here is missing in the image; tests/rules/image_test.cc compares what both
// ways of loading find.
#pragma once

#include "rules/load.h"

namespace hearsay {

struct PackFields {
  template <class Door>
  static void of(Door& door, Pack& x) {
    door(x.program, x.registers);
  }
  template <class Door>
  static void of(Door& door, Program& x) {
    door(x.rules, x.patterns, x.code, x.constraints, x.lexicons, x.vocabulary, x.confidence, x.genre, x.packs, x.marks,
         x.anchor_begin, x.anchors, x.verb_anchored);
  }

  // Rules as written.
  template <class Door>
  static void of(Door& door, Rule& x) {
    door(x.id, x.name, x.pack, x.family, x.type, x.kind, x.keeps_spans, x.keeps_source, x.confidence, x.support,
         x.precision, x.patterns, x.examples, x.place);
  }
  template <class Door>
  static void of(Door& door, Pattern& x) {
    door(x.elements, x.orders, x.invert, x.takes, x.medium, x.stance, x.where, x.at, x.no_source, x.author,
         x.shared_source, x.needs_quote, x.place);
  }
  template <class Door>
  static void of(Door& door, Element& x) {
    door(x.kind, x.slot, x.text, x.lexicons, x.barred, x.forms, x.kinds, x.prep, x.takes, x.voice, x.pos, x.pronouns,
         x.max, x.children, x.place);
  }
  template <class Door>
  static void of(Door& door, Example& x) {
    door(x.pass, x.pieces, x.why, x.medium, x.chain, x.anonymous, x.title, x.place);
  }
  template <class Door>
  static void of(Door& door, ExamplePiece& x) {
    door(x.text, x.tagged, x.slot, x.resolves);
  }

  // Rules compiled.
  template <class Door>
  static void of(Door& door, CompiledPattern& x) {
    door(x.rule, x.pattern, x.inverted, x.left, x.right, x.anchor_slot, x.anchor_voice, x.anchor_forms, x.anchor,
         x.base, x.size, x.group, x.takes_prep, x.needs_prep, x.content_before, x.content_after);
  }
  template <class Door>
  static void of(Door& door, Instruction& x) {
    door(x.op, x.a, x.b, x.next, x.other);
  }
  template <class Door>
  static void of(Door& door, PhraseConstraint& x) {
    door(x.lexicons, x.barred, x.kinds, x.pronouns, x.house);
  }
  template <class Door>
  static void of(Door& door, Confidence& x) {
    door(x.rows_, x.offsets_);
  }
  template <class Door>
  static void of(Door& door, Confidence::Row& x) {
    door(x.key, x.precision);
  }
  template <class Door>
  static void of(Door& door, GenreWeights& x) {
    door(x.bias, x.least_words, x.weights);
  }
  template <class Door>
  static void of(Door& door, GenreWeight& x) {
    door(x.feature, x.half, x.weight, x.opinion, x.other);
  }
  template <class Door>
  static void of(Door& door, PackInfo& x) {
    door(x.name, x.version, x.sha256, x.title, x.graded);
  }

  // Words.
  template <class Door>
  static void of(Door& door, Lexicons& x) {
    door(x.names_, x.by_name_, x.entries_, x.starts_, x.longest_, x.sets_, x.sense_begin_, x.senses_, x.phrases_,
         x.phrase_root_, x.phrase_sets_);
  }
  template <class Door>
  static void of(Door& door, Entry& x) {
    door(x.lemma, x.lexicon, x.pos, x.attributes);
  }
  template <class Door>
  static void of(Door& door, Sense& x) {
    door(x.entry, x.lexicon, x.form);
  }
  template <class Door>
  static void of(Door& door, Lexicons::PhraseNode& x) {
    door(x.word, x.first_child, x.child_count, x.senses);
  }
  template <class Door>
  static void of(Door& door, Vocabulary& x) {
    door(x.words_, x.slots_, x.language);
  }
  template <class Door>
  static void of(Door& door, LanguageWords& x) {
    door(x.closed, x.compared, x.endings, x.lemmas, x.numbers, x.contractions, x.morphology, x.given, x.given_endings);
  }
  template <class Door>
  static void of(Door& door, ClosedWords& x) {
    door(x.slots_, x.mask_, x.roles_, x.words_);
  }
  template <class Door>
  static void of(Door& door, ClosedWords::Slot& x) {
    door(x.hash, x.row);
  }

  // The world.
  template <class Door>
  static void of(Door& door, Register& x) {
    door(x.entries_, x.nodes_, x.root_index_, x.ids_, x.accounts_, x.domains_, x.judges_, x.judgements_,
         x.judged_names_, x.judged_domains_);
  }
  template <class Door>
  static void of(Door& door, RegisterEntry& x) {
    door(x.id, x.name, x.kind, x.aliases, x.affiliation, x.country, x.reliability, x.judge, x.medium, x.valid_from,
         x.valid_to, x.accounts, x.domains, x.columns, x.place);
  }
  template <class Door>
  static void of(Door& door, Register::Node& x) {
    door(x.word, x.first_child, x.child_count, x.entry, x.ambiguous);
  }
  template <class Door>
  static void of(Door& door, Grader& x) {
    door(x.by, x.date, x.licence, x.page);
  }
  template <class Door>
  static void of(Door& door, Judgement& x) {
    door(x.judge, x.country, x.names, x.domains, x.verdicts);
  }
  template <class Door>
  static void of(Door& door, Verdict& x) {
    door(x.says, x.scope, x.discussed, x.letter);
  }
  template <class Door, class First, class Second>
  static void of(Door& door, std::pair<First, Second>& x) {
    door(x.first, x.second);
  }
};

}  // namespace hearsay
