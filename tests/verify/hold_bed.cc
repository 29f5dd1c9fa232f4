#include "verify/hold_bed.h"

#include "document/transcript/find_turns.h"
#include "document/transcript/read_captions.h"

namespace hearsay {

void BedResult::add(const BedQuotation& quotation, QuotationClass result) {
  ++all;
  if (quotation.label == QuotationClass::verbatim) ++verbatim;
  if (result == quotation.label) {
    ++right;
    return;
  }
  if (result == QuotationClass::verbatim) ++missed;
  if (quotation.label == QuotationClass::verbatim) ++false_alarms;
  const std::string label(quotation_class_name(quotation.label)), is(quotation_class_name(result));
  ++confused[{label, is}];
  wrong.push_back(label + " taken for " + is + " (" + quotation.operation + "): " + quotation.words);
}

Document bed_original(const BedArticle& article) {
  Document document;
  document.path = article.original_name;
  if (is_captions(article.original)) {
    read_captions(article.original, document);
  } else {
    document.text = article.original;
  }
  find_turns(document);
  return document;
}

BedResult hold_bed(const Bed& bed, const LanguageWords& language) {
  BedResult result;
  std::vector<Document> originals;
  for (const BedArticle& article : bed.articles) originals.push_back(bed_original(article));
  for (std::size_t a = 0; a < bed.articles.size(); ++a) {
    const BedArticle& article = bed.articles[a];
    Document draft;
    draft.text = article.text;
    Text text;
    text.language = &language;
    const Tags tags;
    const Mentions mentions;
    std::vector<DraftQuotation> quotations;
    for (const BedQuotation& one : article.quotations) {
      const auto begin = static_cast<std::uint32_t>(one.begin);
      DraftQuotation made{.spans = {{begin, begin + static_cast<std::uint32_t>(one.words.size())}}};
      made.speaker.names = {one.speaker, one.speaker.substr(one.speaker.find(' ') + 1)};
      quotations.push_back(std::move(made));
    }
    Verifier verifier({draft, text, tags, mentions}, std::move(quotations));
    Seeker::Room room = verifier.room();
    // All hearings are originals of all articles, as in a folder.
    for (std::uint32_t i = 0; i < originals.size(); ++i) verifier.take(verifier.scan(originals[i], i, room));
    if (article.original_missing) verifier.miss_original();
    const std::vector<Verification> found = verifier.finish();
    for (std::size_t i = 0; i < found.size(); ++i) result.add(article.quotations[i], found[i].result);
  }
  return result;
}

}  // namespace hearsay
