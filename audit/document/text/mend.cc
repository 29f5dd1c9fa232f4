// Repair: what is found is put right piece by piece; the seams of one repair lead over those of the one before.
#include "document/text/mend.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "base/mojibake.h"
#include "document/text/mended_origins.h"
#include "document/text/quoted_printable.h"
#include "document/wire/link_panels.h"

namespace hearsay {
namespace {

std::string misread(std::size_t count) {
  return fmt::format("{} {} read in a wrong encoding", count, count == 1 ? "character was" : "characters were");
}

}  // namespace

void Repair::unwrap() {
  if (std::optional<Mended> mended = mend_quoted_printable(text_))
    take(std::move(*mended), "saved as mail sends it (quoted-printable)");
}

void Repair::reread() {
  Unread found = mend_mojibake(text_);
  if (found.mended.seams.empty()) return;
  take(std::move(found.mended), misread(found.marks + found.letters));
}

void Repair::unlink(const PageWords& page_words) {
  Unlinked found = cut_link_panels(text_, page_words);
  if (found.panels == 0) return;
  take(std::move(found.mended), fmt::format("{} {} of links to other stories between its words", found.panels,
                                            found.panels == 1 ? "panel" : "panels"));
}

void Repair::reread_plain() {
  Unread found = mend_mojibake(text_);
  if (found.mended.seams.empty() && seams_.empty()) return;
  if (found.marks == 0 && found.letters > 0)
    say(Severity::warning, misread(found.letters) + " and left as it stands, so that places in the file hold",
        "save the file as UTF-8 with the characters that are meant");
  if (found.marks > 0) take(std::move(found.mended), misread(found.marks + found.letters));
  if (!seams_.empty()) document_.origins = origins_of(damaged_, {text_, seams_});
}

void Repair::take(Mended mended, std::string what) {
  if (damaged_.empty()) damaged_ = text_;
  text_ = std::move(mended.text);
  seams_ = seams_.empty() ? std::move(mended.seams) : over_both(seams_, mended.seams);
  say(Severity::note, fmt::format("{}: put right; the text is no longer the file's, letter by letter", what), "");
}

void Repair::say(Severity severity, std::string message, std::string remedy) {
  document_.diagnostics.push_back(
      {.severity = severity, .file = document_.path, .message = std::move(message), .remedy = std::move(remedy)});
}

}  // namespace hearsay
