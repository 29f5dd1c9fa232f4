// <register id= name=><entry id= kind= …><name>…</name><alias>…</alias><account>…</account><domain>…</domain>
// <column name=>…</column></entry>…
// or <judgement name=><name>…</name><domain>…</domain><verdict says= scope= discussed= letter=/>…</judgement>…
// Entries are read as they come; finish() finds owners of one alias while it builds the trie.
#include "rules/load_register.h"

#include <algorithm>
#include <array>
#include <optional>

#include "rules/words.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 8> kKinds = {"person",     "organisation", "media",    "agency",
                                                    "government", "place",        "platform", "document"};

std::optional<RegisterKind> kind_named(std::string_view name) {
  const auto* at = std::find(kKinds.begin(), kKinds.end(), name);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<RegisterKind>(at - kKinds.begin());
}

/// "2021", "2021-08" or "2021-08-15".
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : (text[i] < '0' || text[i] > '9')) return false;
  }
  return true;
}

bool is_true(pugi::xml_node node, const char* attribute) {
  return std::string_view(node.attribute(attribute).value()) == "true";
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

void RegisterBuilder::load(const SourceFile& file, Diagnostics& diagnostics) {
  if (!file.check_attributes(file.root(), {"id", "name", "version", "judge", "judged", "licence", "page"}, diagnostics))
    return;
  load_judge(file);
  for (const pugi::xml_node child : file.root().children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    if (name == "entry") {
      load_entry(file, child, diagnostics);
    } else if (name == "judgement") {
      load_judgement(file, child, diagnostics);
    } else if (name != "include") {
      diagnostics.push_back(file.error(file.place(child), "unknown element <" + std::string(name) + "> in <register>",
                                       "known here: entry, judgement or include"));
    }
  }
}

void RegisterBuilder::load_judge(const SourceFile& file) {
  const pugi::xml_node root = file.root();
  Grader judge{.by = root.attribute("judge").value(),
               .date = root.attribute("judged").value(),
               .licence = root.attribute("licence").value(),
               .page = root.attribute("page").value()};
  if (judge.by.empty()) judge.by = root.attribute("name").value();
  if (judge.by.empty()) judge.by = root.attribute("id").value();
  register_.judges_.push_back(std::move(judge));
}

void RegisterBuilder::load_judgement(const SourceFile& file, pugi::xml_node node, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  const auto wrong = [&](const Place& place, std::string message, std::string remedy = {}) {
    diagnostics.push_back(file.error(place, std::move(message), std::move(remedy)));
  };
  file.check_attributes(node, {"country"}, diagnostics);
  Judgement judgement;
  judgement.country = node.attribute("country").value();
  judgement.judge = static_cast<std::uint32_t>(register_.judges_.size() - 1);
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view element = child.name();
    if (element == "name" || element == "domain") {
      file.check_attributes(child, {}, diagnostics);
      const std::string_view text = trimmed(child.child_value());
      if (text.empty()) wrong(file.place(child), "empty <" + std::string(element) + ">");
      (element == "name" ? judgement.names : judgement.domains).emplace_back(text);
      continue;
    }
    if (element != "verdict") {
      wrong(file.place(child), "unknown element <" + std::string(element) + "> in <judgement>",
            "known here: name, domain or verdict");
      continue;
    }
    file.check_attributes(child, {"says", "scope", "discussed", "letter"}, diagnostics);
    const std::string_view letter = child.attribute("letter").value();
    if (!letter.empty() && (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'F'))
      wrong(file.place(child, "letter"), "letter is one from A to F");
    judgement.verdicts.push_back({.says = child.attribute("says").value(),
                                  .scope = child.attribute("scope").value(),
                                  .discussed = child.attribute("discussed").value(),
                                  .letter = letter.empty() ? '\0' : letter[0]});
    if (judgement.verdicts.back().says.empty()) wrong(file.place(child), "<verdict> without says");
  }
  if (judgement.names.empty()) wrong(file.place(node), "<judgement> without <name>");
  if (judgement.verdicts.empty()) wrong(file.place(node), "<judgement> without <verdict>");
  if (diagnostics.size() == before) register_.judgements_.push_back(std::move(judgement));
}

void RegisterBuilder::add_alias(std::string_view text, Alias alias) {
  cut_words(text, vocabulary_.language, words_);
  if (words_.empty()) return;
  sequences_.push_back({.begin = static_cast<std::uint32_t>(alias_words_.size()),
                        .length = static_cast<std::uint32_t>(words_.size()),
                        .value = static_cast<std::uint32_t>(aliases_.size())});
  for (const std::string& word : words_) alias_words_.push_back(vocabulary_.add(word));
  aliases_.push_back(alias);
}

void RegisterBuilder::load_column(const SourceFile& file, pugi::xml_node node, RegisterEntry& entry,
                                  Diagnostics& diagnostics) {
  file.check_attributes(node, {"name"}, diagnostics);
  const std::string_view name = trimmed(node.attribute("name").value());
  const std::string_view text = trimmed(node.child_value());
  const auto known =
      std::find_if(entry.columns.begin(), entry.columns.end(), [&](const auto& one) { return one.first == name; });
  if (name.empty()) {
    diagnostics.push_back(file.error(file.place(node), "<column> without name"));
  } else if (text.empty()) {
    diagnostics.push_back(file.error(file.place(node), "empty <column>"));
  } else if (known != entry.columns.end()) {
    diagnostics.push_back(file.error(file.place(node), "second <column> \"" + std::string(name) + "\""));
  } else {
    entry.columns.emplace_back(name, text);
  }
}

void RegisterBuilder::load_entry(const SourceFile& file, pugi::xml_node node, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  const auto wrong = [&](const Place& place, std::string message, std::string remedy = {}) {
    diagnostics.push_back(file.error(place, std::move(message), std::move(remedy)));
  };
  file.check_attributes(
      node, {"id", "kind", "country", "reliability", "affiliation", "medium", "from", "to", "ambiguous"}, diagnostics);
  RegisterEntry entry;
  entry.place = file.place(node);
  entry.id = node.attribute("id").value();
  entry.affiliation = node.attribute("affiliation").value();
  entry.country = node.attribute("country").value();
  entry.medium = node.attribute("medium").value();
  entry.valid_from = node.attribute("from").value();
  entry.valid_to = node.attribute("to").value();
  if (entry.id.empty()) wrong(entry.place, "<entry> without id");
  const auto kind = kind_named(node.attribute("kind").value());
  if (!kind) {
    wrong(file.place(node, "kind"),
          std::string("unknown kind \"") + node.attribute("kind").value() + "\" of a register entry",
          "known: person, organisation, media, agency, government, place, platform or document");
  } else {
    entry.kind = *kind;
  }
  const std::string_view reliability = node.attribute("reliability").value();
  if (!reliability.empty()) {
    if (reliability.size() != 1 || reliability[0] < 'A' || reliability[0] > 'F') {
      wrong(file.place(node, "reliability"), "reliability is a letter from A to F");
    } else {
      entry.reliability = reliability[0];
      entry.judge = static_cast<std::uint32_t>(register_.judges_.size() - 1);
    }
  }
  for (const auto* date : {"from", "to"}) {
    const std::string_view value = node.attribute(date).value();
    if (!value.empty() && !is_date(value))
      wrong(file.place(node, date), "a date is written 2021, 2021-08 or 2021-08-15");
  }
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    const std::string_view text = trimmed(child.child_value());
    if (name == "column") {
      load_column(file, child, entry, diagnostics);
      continue;
    }
    file.check_attributes(child, {"ambiguous"}, diagnostics);
    if (text.empty()) {
      wrong(file.place(child), "empty <" + std::string(name) + ">");
    } else if (name == "name") {
      if (!entry.name.empty()) wrong(file.place(child), "second <name>", "write the others as <alias>");
      entry.name = text;
    } else if (name == "alias") {
      entry.aliases.emplace_back(text);
    } else if (name == "account") {
      entry.accounts.emplace_back(text);
    } else if (name == "domain") {
      entry.domains.emplace_back(text);
    } else {
      wrong(file.place(child), "unknown element <" + std::string(name) + "> in <entry>",
            "known here: name, alias, account, domain or column");
    }
  }
  if (entry.name.empty()) wrong(entry.place, "<entry> without <name>");
  if (diagnostics.size() != before) return;
  const auto index = static_cast<std::uint32_t>(register_.entries_.size());
  const bool ambiguous = is_true(node, "ambiguous");
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = child.name();
    if (name != "name" && name != "alias") continue;
    add_alias(child.child_value(),
              {.entry = index, .ambiguous = ambiguous || is_true(child, "ambiguous"), .node = child});
  }
  register_.entries_.push_back(std::move(entry));
  files_.push_back(&file);
}

void RegisterBuilder::check_affiliations(Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < register_.entries_.size(); ++i) {
    RegisterEntry& entry = register_.entries_[i];
    if (entry.affiliation.empty() || register_.by_id(entry.affiliation)) continue;
    diagnostics.push_back(files_[i]->error(entry.place, "affiliation \"" + entry.affiliation + "\" is no entry's id"));
    entry.affiliation.clear();
  }
}

Register RegisterBuilder::finish(Diagnostics& diagnostics) {
  Register& out = register_;
  const auto where = [](const Place& place) { return place.file + ":" + std::to_string(place.line); };
  const auto wrong = [&](const Alias& alias, std::string message) {
    const SourceFile& file = *files_[alias.entry];
    diagnostics.push_back(file.error(file.place(alias.node), std::move(message)));
  };
  build_trie(sequences_, alias_words_, out.nodes_, [&](Register::Node& node, std::uint32_t value) {
    const Alias& alias = aliases_[value];
    if (node.entry == alias.entry) {
      node.ambiguous = node.ambiguous && alias.ambiguous;
      return;
    }
    if (node.entry != Register::kNoEntry && node.ambiguous == alias.ambiguous) {
      const RegisterEntry& first = out.entries_[node.entry];
      wrong(alias, "alias of \"" + out.entries_[alias.entry].id + "\" belongs to \"" + first.id + "\" already (" +
                       where(first.place) + ")");
      return;
    }
    // A sure owner wins over one for whom the word is ambiguous.
    if (node.entry == Register::kNoEntry || node.ambiguous) {
      node.entry = alias.entry;
      node.ambiguous = alias.ambiguous;
    }
  });
  out.root_index_.assign(vocabulary_.size(), Register::kNoEntry);
  for (std::uint32_t i = 0; i < out.nodes_[0].child_count; ++i) {
    const std::uint32_t child = out.nodes_[0].first_child + i;
    out.root_index_[out.nodes_[child].word] = child;
  }
  for (std::uint32_t i = 0; i < out.entries_.size(); ++i) {
    const RegisterEntry& entry = out.entries_[i];
    out.ids_.emplace_back(entry.id, i);
    for (std::string_view account : entry.accounts) {
      if (account.starts_with('@')) account.remove_prefix(1);
      out.accounts_.emplace_back(lower_words(account), i);
    }
    for (const std::string& domain : entry.domains) out.domains_.emplace_back(lower_words(domain), i);
  }
  for (std::uint32_t i = 0; i < out.judgements_.size(); ++i) {
    // Where a country is given, others have the same name: its address alone tells it.
    if (out.judgements_[i].country.empty()) {
      for (const std::string& name : out.judgements_[i].names) out.judged_names_.emplace_back(lower_words(name), i);
    }
    for (const std::string& domain : out.judgements_[i].domains)
      out.judged_domains_.emplace_back(lower_words(domain), i);
  }
  // Of two on one outlet the first loaded holds.
  std::sort(out.judged_names_.begin(), out.judged_names_.end());
  std::sort(out.judged_domains_.begin(), out.judged_domains_.end());
  const auto sort_keys = [&](std::vector<Register::Key>& keys, const char* what) {
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (keys[i].first != keys[i - 1].first || (keys[i].second == keys[i - 1].second)) continue;
      const RegisterEntry& entry = out.entries_[keys[i].second];
      diagnostics.push_back(files_[keys[i].second]->error(
          entry.place, std::string(what) + " \"" + keys[i].first + "\" is given twice, first at " +
                           where(out.entries_[keys[i - 1].second].place)));
    }
  };
  sort_keys(out.ids_, "id");
  sort_keys(out.accounts_, "account");
  sort_keys(out.domains_, "domain");
  check_affiliations(diagnostics);
  return std::move(register_);
}

}  // namespace hearsay
