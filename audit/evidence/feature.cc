// The templates by name, in the order of their enums.
#include "evidence/feature.h"

#include "evidence/cue_features.h"
#include "evidence/link_templates.h"
#include "evidence/reading_features.h"
#include "evidence/span_features.h"
#include "evidence/tag_features.h"

namespace hearsay {
namespace {

constexpr std::array<FeatureTemplate, kLinkTemplateCount> kLinkTemplates = {{
    {"nobody", "n"},
    {"nobody_count", "nn"},
    {"nobody_head", "nnn"},
    {"nobody_head_count", "nnn"},
    {"nobody_place", "nnn"},
    {"nobody_function", "nnn"},
    {"nobody_quoted", "nnn"},
    {"nobody_office", "nnn"},
    {"kind", "nnn"},
    {"gender", "nnn"},
    {"mentions", "nn"},
    {"main", "nnn"},
    {"weak", "nnnn"},
    {"salience_function", "nnnn"},
    {"form", "nnn"},
    {"ahead", "nnn"},
    {"ahead_comma", "nnnn"},
    {"ahead_early", "nnn"},
    {"ahead_speaks", "nnnn"},
    {"rank_sentences", "nnn"},
    {"functions", "nnnn"},
    {"clauses", "nnnn"},
    {"opens", "nnn"},
    {"last_subject", "nnn"},
    {"pronouns", "nnn"},
    {"rank_form", "nnn"},
    {"subjects", "nnnn"},
    {"subjects_holder", "nnnnn"},
    {"subjects_joint", "nnnnn"},
    {"subjects_clauses", "nnnn"},
    {"joint", "nnnn"},
    {"holder", "nnnn"},
    {"its_clause", "nnnn"},
    {"last_pronoun", "nnnn"},
    {"subject_near", "nnn"},
    {"recent", "nnn"},
    {"topic", "nnn"},
    {"part", "nnnn"},
    {"functions_rank", "nnnnn"},
    {"quotes", "nnn"},
    {"voice", "nnn"},
    {"speaks", "nnnn"},
    {"last_speaker", "nnnn"},
    {"head", "nnn"},
    {"head_ahead", "nnnn"},
    {"head_form", "nnn"},
    {"head_best", "nnnn"},
    {"shared", "nnn"},
    {"clash", "nnn"},
    {"role_known", "nnnn"},
    {"office", "nnnn"},
    {"office_role", "nnnn"},
    {"head_kind", "nnn"},
    {"sure_by", "n"},
    {"sure_link", "nn"},
    {"sure_kind", "nn"},
    {"sure_confidence", "n"},
    {"sure_type", "nn"},
    {"sure_within", "n"},
}};

constexpr std::array<FeatureTemplate, kTagTemplateCount> kTagTemplates = {{
    {"bias", ""},
    {"word", "w"},
    {"ending", "x"},
    {"ending_shape", "xn"},
    {"shape", "n"},
    {"previous", "t"},
    {"previous_two", "tt"},
    {"previous_word", "tw"},
    {"word_before", "w"},
    {"word_after", "w"},
    {"ending_before", "x"},
    {"ending_after", "xn"},
    {"previous_word_after", "tw"},
    {"word_word_after", "ww"},
    {"ending_previous", "xt"},
    {"word_before_word", "ww"},
}};

constexpr std::array<FeatureTemplate, kCueTemplateCount> kCueTemplates = {{
    {"bias", ""},
    {"stem", "s"},
    {"word", "w"},
    {"stem_tag", "st"},
    {"stem_quoted", "sn"},
    {"stem_scare", "sn"},
    {"tag_shape", "tn"},
    {"word_3_before", "w"},
    {"word_2_before", "w"},
    {"word_1_before", "w"},
    {"word_1_after", "w"},
    {"word_2_after", "w"},
    {"word_3_after", "w"},
    {"words_around", "ww"},
    {"words_after", "ww"},
    {"words_before", "ww"},
    {"word_before_stem", "ws"},
    {"word_after_stem", "ws"},
    {"tag_3_before", "t"},
    {"tag_2_before", "t"},
    {"tag_2_after", "t"},
    {"tag_3_after", "t"},
    {"tags_around", "ttt"},
    {"tags_two_right", "ttt"},
    {"tags_two_left", "ttt"},
    {"tag_before_stem", "ts"},
    {"tag_after_stem", "ts"},
    {"tag_quote", "tnn"},
    {"neighbours", "kk"},
    {"quote_near", "n"},
    {"place", "n"},
    {"rest", "n"},
    {"that_near", "n"},
    {"stem_next", "sk"},
    {"stem_previous", "sk"},
    {"stem_quote_near", "sn"},
    {"stem_that", "sn"},
    {"rate", "n"},
    {"left", "nn"},
    {"rate_right", "nn"},
    {"rate_next", "nk"},
    {"rate_quote", "nn"},
    {"rate_tag_before", "ntt"},
    {"rate_tag_after", "nt"},
    {"nest", "nn"},
    {"nest_rate", "nnn"},
    {"nest_tag", "nnt"},
    {"nest_stem", "ns"},
    {"after_tag", "nkt"},
    {"verb_group_stem", "ns"},
    {"verb_group_rate", "nnt"},
    {"subject_rate", "nn"},
    {"subject_stem", "ns"},
    {"subject_group", "nnn"},
    {"rate_headline", "nnt"},
    {"hint", "wn"},
    {"hint_family", "wnn"},
    {"hint_surety", "nnn"},
    {"hint_stem", "ws"},
    {"hint_rate", "nnn"},
    {"hint_tag", "wtn"},
    {"hint_nest", "nnnn"},
    {"hint_rule_nest", "wnn"},
    {"hint_quote", "wnn"},
    {"covered", "nsn"},
    {"hint_headline", "wn"},
    {"who_stem", "ns"},
    {"who_rate", "nnn"},
    {"who_rule", "nw"},
    {"whom_stem", "ns"},
    {"whom_rate", "nnt"},
    {"who_whom", "nnn"},
}};

constexpr std::array<FeatureTemplate, kSpanTemplateCount> kSpanTemplates = {{
    {"bias", ""},
    {"word_side", "wnn"},
    {"word_before_side", "wn"},
    {"word_after_side", "wn"},
    {"tag_2_before", "tn"},
    {"tag_2_after", "tn"},
    {"tags_before", "ttn"},
    {"tags_after", "ttn"},
    {"tag_distance", "tn"},
    {"tag_place", "tnnn"},
    {"frame_distance", "kkn"},
    {"marker_next", "nnkkn"},
    {"next_previous", "kkknn"},
    {"stem_next", "snk"},
    {"stem_word", "sw"},
    {"stem_around", "skk"},
    {"tail_quote", "nnnn"},
    {"rest", "nnk"},
    {"rest_tag", "nntn"},
    {"quote_unit_frame", "nnnk"},
    {"chunk", "nnn"},
    {"hint_family", "wnnn"},
    {"hint_kind", "nnkkn"},
    {"hint_kind_before", "nnkkn"},
    {"hint_quote", "nnnnn"},
    {"who_before", "nnnn"},
    {"who_distance", "nnn"},
    {"phrase_ends", "nnknn"},
    {"ahead", "nknn"},
    {"ahead_before", "nkkn"},
    {"ahead_segment", "nnkn"},
    {"object", "wwn"},
    {"outside", "nktn"},
    {"join", "nkkn"},
    {"hint_stem", "snn"},
    {"tags_distance", "ttn"},
    {"stem_distance", "sn"},
    {"object_stem", "wsn"},
    {"object_object", "wknn"},
}};

constexpr std::array<FeatureTemplate, kReadingTemplateCount> kReadingTemplates = {{
    {"rank", "nn"},
    {"order", "nn"},
    {"order_group", "nnt"},
    {"order_stem", "ns"},
    {"order_rule", "nw"},
    {"order_form", "nwn"},
    {"order_quotes", "nn"},
    {"order_quotes_stem", "nns"},
    {"order_quotes_next", "nnkn"},
    {"order_who", "nnn"},
    {"who_rule", "nwn"},
    {"source_gap", "nnn"},
    {"source_size", "nnnn"},
    {"source_after", "knnn"},
    {"source_marks", "nns"},
    {"source_edge", "wnn"},
    {"content_start", "knnn"},
    {"content_start_group", "knnn"},
    {"end", "kkkn"},
    {"end_size", "knkn"},
    {"end_word", "wnnk"},
    {"end_start", "kkknn"},
    {"size_stem", "ns"},
    {"size_order", "nn"},
    {"size_start", "nknk"},
    {"others", "nnn"},
    {"verbs", "nnk"},
    {"verbs_stem", "nsn"},
    {"commas", "nnk"},
    {"pieces", "nnn"},
    {"agrees", "nnn"},
    {"agrees_rule", "nw"},
    {"agrees_stem", "nws"},
    {"cue_end", "kknn"},
    {"cue_end_stem", "ksn"},
    {"cue_start", "knt"},
    {"tag_order", "tnk"},
    {"phrase", "nkkn"},
    {"far", "nn"},
    {"far_order", "nnn"},
    {"outer", "nnntn"},
    {"outer_stem", "nns"},
    {"tail", "nkkn"},
    {"tail_stem", "nks"},
    {"tail_word", "nwn"},
    {"tail_tags", "tttn"},
    {"end_word_stem", "wsk"},
    {"end_word_size", "wnnn"},
    {"inside", "nknn"},
    {"inside_tail", "nnkn"},
    {"left", "knkn"},
    {"left_start", "wnnn"},
    {"cue_word", "wns"},
    {"cue_after", "wnk"},
    {"source_others", "nnnn"},
    {"cue_shape", "kkknt"},
    {"probability", "nn"},
    {"covered", "nnn"},
    {"covered_stem", "ns"},
    {"covered_rule", "nw"},
    {"covers", "nnn"},
    {"covers_stem", "ns"},
    {"span_probability", "nn"},
}};

std::uint64_t sign(std::uint64_t key, std::span<const FeatureTemplate> templates) {
  for (const FeatureTemplate& one : templates) key = scattered(scattered(key ^ hash_of(one.name)) ^ hash_of(one.slots));
  return key;
}

}  // namespace

std::span<const FeatureTemplate> tag_templates() {
  return kTagTemplates;
}
std::span<const FeatureTemplate> cue_templates() {
  return kCueTemplates;
}
std::span<const FeatureTemplate> span_templates() {
  return kSpanTemplates;
}

std::span<const FeatureTemplate> reading_templates() {
  return kReadingTemplates;
}

std::span<const FeatureTemplate> link_templates() {
  return kLinkTemplates;
}

std::uint64_t templates_signature() {
  constexpr std::uint64_t kEdition = 1;  // raise it where the meaning of a value changes
  std::uint64_t key = kEdition;
  for (const auto templates :
       {tag_templates(), cue_templates(), span_templates(), reading_templates(), link_templates()})
    key = sign(key, templates);
  return key;
}

}  // namespace hearsay
