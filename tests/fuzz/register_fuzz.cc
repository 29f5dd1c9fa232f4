// Any bytes as a register, XML where they begin with "<", else CSV: what the table becomes is XML, ids come once, and
// whatever is taken is found again by its id and domains.
#include <set>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "english_words.h"
#include "fuzz/holds.h"
#include "rules/csv_register.h"
#include "rules/load_register.h"
#include "rules/source_file.h"

namespace hearsay::fuzz {

void fuzz_register(std::string_view bytes) {
  Diagnostics diagnostics;
  std::string xml(bytes);
  if (!bytes.starts_with('<')) {
    xml = csv_register(bytes, "fuzz.csv", "fuzz", diagnostics);
    if (xml.empty()) return;
    require_xml(xml);
  }
  const SourceFile file("fuzz.xml", xml, diagnostics);
  require(file.ok() || bytes.starts_with('<') || xml.size() > kMaxFileBytes);
  if (!file.ok()) return require(!diagnostics.empty());
  Vocabulary vocabulary;
  vocabulary.language = english_vocabulary().language;
  RegisterBuilder builder(vocabulary);
  builder.load(file, diagnostics);
  const Register made = builder.finish(diagnostics);
  std::set<std::string_view> ids;
  for (const RegisterEntry& entry : made.entries()) {
    require(!entry.id.empty());
    require(ids.insert(entry.id).second || !diagnostics.empty());  // one that is given twice is told
    const auto found = made.by_id(entry.id);
    require(found && made.entry(*found).id == entry.id);
    require(entry.affiliation.empty() || made.by_id(entry.affiliation).has_value());
    require(entry.reliability == 0 || (entry.reliability >= 'A' && entry.reliability <= 'F'));
    require(is_valid_utf8(entry.name));
    for (const std::string& domain : entry.domains) require(made.by_domain(domain).has_value());
    for (const std::string& account : entry.accounts) require(made.by_account(account).has_value());
  }
  for (const Judgement& judgement : made.judgements()) {
    require(!judgement.verdicts.empty());
    require(!made.judge(judgement.judge).by.empty());
    require(made.judgement(judgement.domains, judgement.names).has_value());
  }
}

}  // namespace hearsay::fuzz
