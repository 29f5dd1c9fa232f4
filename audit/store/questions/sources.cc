// Entry: answer_sources. The voices of the scope (voices.h), a row each.
#include <fmt/format.h>

#include "store/questions/asking.h"
#include "store/questions/voices.h"

namespace hearsay {
namespace {

/// "Staying", "Blast": a word that one article uses once is as likely no name at all.
bool is_doubtful(const HeardVoice& voice) {
  return voice.quotations + voice.reported == 1 && voice.also.empty() && voice.kind == "named-person" &&
         voice.name.find(' ') == std::string::npos;
}

}  // namespace

Table answer_sources(const Asking& asking) {
  Table table{.id = "sources",
              .title = "Who is quoted most, and in how many outlets",
              .notes = {"Quotations: attributions with words in quotation marks; reported: those without. Words of "
                        "several persons together count for each.",
                        "Put together as one are other spellings, initials and middle names left out, first names that "
                        "are short for another where the office agrees, and a surname alone with the only person of "
                        "that name, or with one used five times as often as all others of it together; “Also as” shows "
                        "what was put together.",
                        "Left out: an outlet as a source of its own articles, those whom their articles only describe, "
                        "and single words that one article names once."},
              .columns = {{"source", "Source", ColumnKind::text},
                          {"kind", "Kind", ColumnKind::text, true, true},
                          {"quotations", "Quotations", ColumnKind::number},
                          {"reported", "Reported", ColumnKind::number},
                          {"articles", "Articles", ColumnKind::number},
                          {"outlets", "Outlets", ColumnKind::number},
                          {"also", "Also as", ColumnKind::text, true}},
              .rows = {}};
  for (const HeardVoice& voice : asking.voices().all()) {
    if (voice.articles.size() < asking.question().min_articles || is_doubtful(voice)) continue;
    table.rows.push_back(
        {.cells = {LinkCell{voice.name, "", Refers::source, voice.name}, titled(voice.kind), voice.quotations,
                   voice.reported, std::uint64_t{voice.articles.size()}, std::uint64_t{voice.outlets.size()},
                   fmt::format("{}", fmt::join(voice.also, "; "))}});
  }
  for (const char* column : {"reported", "outlets", "quotations"}) sort_rows(table, column);
  return table;
}

}  // namespace hearsay
