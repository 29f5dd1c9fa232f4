// The templates by name, in the order of their enums.
#include "evidence/feature.h"

#include "evidence/cue_features.h"
#include "evidence/span_features.h"
#include "evidence/tag_features.h"

namespace hearsay {
namespace {

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
    {"word_two_before", "w"},
    {"word_after", "w"},
    {"word_two_after", "w"},
    {"ending_before", "x"},
    {"ending_after", "xn"},
    {"previous_word_after", "tw"},
    {"word_word_after", "ww"},
    {"ending_previous", "xt"},
    {"shapes", "nnn"},
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
    {"shape", "n"},
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
    {"tag_1_before", "t"},
    {"tag", "t"},
    {"tag_1_after", "t"},
    {"tag_2_after", "t"},
    {"tag_3_after", "t"},
    {"tags_left", "tt"},
    {"tags_right", "tt"},
    {"tags_around", "ttt"},
    {"tags_two_right", "ttt"},
    {"tags_two_left", "ttt"},
    {"tag_before_stem", "ts"},
    {"tag_after_stem", "ts"},
    {"tag_neighbours", "tkk"},
    {"tags_next", "ttk"},
    {"tag_quote", "tnn"},
    {"next", "k"},
    {"previous", "k"},
    {"neighbours", "kk"},
    {"quote_near", "n"},
    {"quoted", "nn"},
    {"place", "n"},
    {"rest", "n"},
    {"headline", "nk"},
    {"that_near", "n"},
    {"stem_next", "sk"},
    {"stem_previous", "sk"},
    {"stem_quote_near", "sn"},
    {"stem_that", "sn"},
    {"rate", "n"},
    {"left", "nn"},
    {"right", "n"},
    {"rate_left", "nn"},
    {"rate_right", "nn"},
    {"rate_next", "nk"},
    {"rate_quote", "nn"},
    {"rate_tag", "nt"},
    {"rate_tag_before", "ntt"},
    {"rate_tag_after", "nt"},
    {"nest", "nn"},
    {"nest_rate", "nnn"},
    {"nest_tag", "nnt"},
    {"nest_stem", "ns"},
    {"after_tag", "nkt"},
    {"verb_group", "nt"},
    {"verb_group_stem", "ns"},
    {"verb_group_rate", "nnt"},
    {"subject", "nt"},
    {"subject_rate", "nn"},
    {"subject_stem", "ns"},
    {"subject_group", "nnn"},
    {"stem_two_after", "sww"},
    {"rate_headline", "nnt"},
    {"hint", "wn"},
    {"hint_family", "wnn"},
    {"hint_surety", "nnn"},
    {"hint_stem", "ws"},
    {"hint_family_stem", "wsn"},
    {"hint_rate", "nnn"},
    {"hint_tag", "wtn"},
    {"hint_next", "wkk"},
    {"hint_nest", "nnnn"},
    {"hint_rule_nest", "wnn"},
    {"hint_quote", "wnn"},
    {"covered", "nsn"},
    {"hint_headline", "wn"},
    {"hint_group", "wnn"},
    {"covered_rate", "nnt"},
}};

constexpr std::array<FeatureTemplate, kSpanTemplateCount> kSpanTemplates = {{
    {"bias", ""},
    {"word_side", "wnn"},
    {"word_before_side", "wn"},
    {"word_after_side", "wn"},
    {"words_before", "wwn"},
    {"words_after", "wwn"},
    {"tag_2_before", "tn"},
    {"tag", "tn"},
    {"tag_2_after", "tn"},
    {"tags_before", "ttn"},
    {"tags_after", "ttn"},
    {"tags_around", "tttn"},
    {"tag_distance", "tn"},
    {"tag_place", "tnnn"},
    {"tag_head", "ttnkk"},
    {"tags_distance", "ttn"},
    {"place_quoted", "nnnn"},
    {"frame_place", "kknn"},
    {"frame_distance", "kkn"},
    {"commas", "nnnn"},
    {"marker_next", "nnkkn"},
    {"next_previous", "kkknn"},
    {"frame_two", "kknn"},
    {"frame_quoted", "knnnn"},
    {"around", "kkkn"},
    {"headline", "nnkn"},
    {"stem_side", "snn"},
    {"stem_distance", "sn"},
    {"stem_next", "snk"},
    {"stem_word", "sw"},
    {"stem_frame", "sknnn"},
    {"stem_commas", "snnn"},
    {"stem_around", "skk"},
    {"stem_segment", "skn"},
    {"other", "nn"},
    {"others_marker", "nnnn"},
    {"others_distance", "nn"},
    {"head_rate", "nnkn"},
    {"tail_quote", "nnnn"},
    {"segment_verb", "nknk"},
    {"segment_frame", "nknkt"},
    {"segment_tail", "nnnnn"},
    {"rest", "nnk"},
    {"rest_tag", "nntn"},
    {"quote_unit", "nnnn"},
    {"quote_unit_frame", "nnnk"},
    {"quote_unit_stem", "nsnn"},
    {"group", "nnkk"},
    {"chunk", "nnn"},
    {"chunk_frame", "nnkkn"},
    {"hint", "wnn"},
    {"hint_before", "wnn"},
    {"hint_family", "wnnn"},
    {"hint_surety", "nnnn"},
    {"hint_kind", "nnkkn"},
    {"hint_kind_before", "nnkkn"},
    {"hint_tag", "nnttn"},
    {"hint_rule_kind", "wnk"},
    {"hint_quote", "nnnnn"},
    {"hint_stem", "snn"},
    {"hint_segment", "nnkn"},
    {"hint_place", "nnnk"},
    {"hint_others", "nnnn"},
}};

std::uint64_t sign(std::uint64_t key, std::span<const FeatureTemplate> templates) {
  for (const FeatureTemplate& one : templates) key = fold_value(fold_value(key, hash_of(one.name)), hash_of(one.slots));
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

std::uint64_t templates_signature() {
  constexpr std::uint64_t kEdition = 1;  // raise it where the meaning of a value changes
  return sign(sign(sign(kEdition, tag_templates()), cue_templates()), span_templates());
}

}  // namespace hearsay
