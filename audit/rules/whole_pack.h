// Whether a pack has what an audit needs. A pack that lacks a lexicon still compiles, and then finds less without a
// word: so it says itself what it must have (pack.xml), and is refused where that is not there.
#pragma once

#include "base/diagnostic.h"
#include "rules/load.h"

namespace hearsay {

/// Throws Fatal with what is missing where `options` name a pack without pack.xml, without rules, without a lexicon
/// that pack.xml names, or without a role or endings that the program asks for (language/role.h). Whether the evidence
/// is there is for its loader to say: `wants_evidence`.
void require_whole(const LoadOptions& options, const Pack& pack, Diagnostics& diagnostics);

/// Whether pack.xml names evidence.
[[nodiscard]] bool wants_evidence(const LoadOptions& options);

/// Whether a rules folder holds the pack of a language. `language` is a code of languages.xml; anything else: false.
[[nodiscard]] bool has_pack(const std::filesystem::path& root, std::string_view language);

/// The packs below a rules folder, as "en, fr"; "" = none.
[[nodiscard]] std::string packs_in(const std::filesystem::path& root);

}  // namespace hearsay
