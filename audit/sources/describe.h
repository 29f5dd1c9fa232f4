// What a report says of an entity: its name, kind and other names, whether the reader can identify it, and how much is
// told of it. Reads the table; joins nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attributions/attribution.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "rules/register.h"
#include "sources/entities.h"
#include "sources/naming.h"
#include "sources/source.h"

namespace hearsay {

/// Holds references; lives within one call.
class Describer {
 public:
  Describer(const Language& language, const Mentions& mentions, const EntityTable& table, const Naming& naming,
            const Register& registers)
      : language_(language),
        mentions_(mentions),
        table_(table),
        naming_(naming),
        registers_(registers),
        call_out_(language.lexicons().named("call-out")),
        modal_(language.lexicons().named("modal")) {}

  /// The source that an entity is; `says` are the attributions of its own.
  [[nodiscard]] Source describe(std::uint32_t entity, const std::vector<const Attribution*>& says) const;

 private:
  [[nodiscard]] bool is_anonymous(const Entity& entity, SourceKind kind,
                                  const std::vector<const Attribution*>& says) const;
  [[nodiscard]] bool in_own_words(const Entity& entity, const Attribution& attribution) const;
  [[nodiscard]] bool is_caucus(const Mention& mention) const;
  [[nodiscard]] bool informs(const Attribution& attribution) const;
  [[nodiscard]] bool holds_sole_office(const Entity& entity) const;
  [[nodiscard]] bool is_kin_of_somebody(const Entity& entity) const;
  [[nodiscard]] SourceKind kind_of(const Entity& entity) const;
  [[nodiscard]] SourceKind kind_of_thing(const Mention& mention) const;
  [[nodiscard]] bool is_kin(const Mention& mention) const;
  void grade(const Entity& entity, Source& source) const;
  void read_mention(const Mention& mention, Source& source) const;

  const Language& language_;
  const Mentions& mentions_;
  const EntityTable& table_;
  const Naming& naming_;
  const Register& registers_;
  LexiconId call_out_ = kNoLexicon;
  LexiconId modal_ = kNoLexicon;
};

/// Adds another name of a source, unless it has that or too many.
void add_alias(Source& source, std::string alias);

}  // namespace hearsay
