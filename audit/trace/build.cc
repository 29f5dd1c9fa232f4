// build_trace: for each attribution the attributions it lies in are walked outwards, then their hops are written from
// the article inwards: relays, source, relays of the next, … origin. A source met twice erases the loop between, so a
// chain never visits one twice. Walks and chains are cut at fixed lengths: time is linear in the attributions.
#include "trace/build.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hearsay {
namespace {

constexpr std::size_t kMaxNesting = 16;  // attributions around an attribution; those further out are dropped
constexpr std::size_t kMaxHops = 24;
constexpr std::size_t kMaxLinks = 16;    // per attribution
constexpr std::size_t kMaxScanned = 64;  // links looked at per sentence

/// The attributions around one, innermost first, itself at the front. `within` is not trusted to be acyclic.
struct Nesting {
  std::array<std::uint32_t, kMaxNesting> at{};
  std::size_t size = 0;
};

Nesting nesting_of(const Attributions& attributions, std::uint32_t index) {
  Nesting nesting;
  while (index < attributions.size() && nesting.size < kMaxNesting) {
    const auto end = nesting.at.begin() + static_cast<std::ptrdiff_t>(nesting.size);
    if (std::find(nesting.at.begin(), end, index) != end) break;
    nesting.at[nesting.size++] = index;
    index = attributions[index].within;
  }
  return nesting;
}

std::uint32_t source_of(const Sources& sources, std::uint32_t attribution) {
  if (attribution >= sources.of_attribution.size()) return kNone;
  const std::uint32_t source = sources.of_attribution[attribution];
  return source < sources.all.size() ? source : kNone;
}

void append(std::vector<Hop>& hops, Hop hop) {
  if (hop.source != kNone) {
    const auto again = std::find_if(hops.begin(), hops.end(), [&](const Hop& old) { return old.source == hop.source; });
    if (again != hops.end()) {
      if (again->medium == Medium::none && again + 1 == hops.end()) again->medium = hop.medium;
      hops.erase(again + 1, hops.end());
      return;
    }
  }
  if (hops.size() < kMaxHops) {
    hops.push_back(hop);
  } else {
    hops.back() = hop;  // what is left out is in the middle: the origin stays the last
  }
}

/// Who wonders, believes or disputes what somebody says hands it on to nobody.
bool tells(Stance stance) {
  return stance != Stance::belief && stance != Stance::intention && stance != Stance::ask && stance != Stance::deny &&
         stance != Stance::criticism && stance != Stance::refuse;
}

/// The hops one attribution adds. Its medium is in what its outermost hop reached whoever is before it.
void append_attribution(std::vector<Hop>& hops, const Attributions& attributions, const Sources& sources,
                        std::uint32_t index, std::uint32_t innermost) {
  const Attribution& attribution = attributions[index];
  const Medium settled = index < sources.setting.size() ? sources.setting[index].medium : Medium::none;
  Medium medium = settled != Medium::none ? settled : attribution.medium;
  if (index < sources.via.size()) {
    const std::vector<std::uint32_t>& relays = sources.via[index];
    for (std::size_t i = 0; i < std::min(relays.size(), kMaxHops); ++i) {
      const std::uint32_t relay = relays[i];
      if (relay >= sources.all.size()) continue;
      append(hops, {relay, medium, index});
      medium = Medium::none;
    }
  }
  if (index != innermost && !tells(attribution.stance)) return;
  // What the writer says around another attribution is the article itself, no hop of its own.
  if (attribution.mode == SourceMode::author && index != innermost) return;
  append(hops, {source_of(sources, index), medium, index});
}

void weigh(Chain& chain, const Sources& sources, SourceMode origin_mode) {
  chain.weakest = 'A';
  chain.traced = origin_mode == SourceMode::phrase;
  for (const Hop& hop : chain.hops) {
    if (hop.source == kNone) {
      chain.weakest = 'F';
      chain.traced = false;
      continue;
    }
    const Source& source = sources.all[hop.source];
    const char letter = source.reliability >= 'A' && source.reliability <= 'F' ? source.reliability : 'F';
    chain.weakest = std::max(chain.weakest, source.anonymous ? 'F' : letter);
    switch (source.kind) {
      case SourceKind::named_person:
      case SourceKind::named_organisation:
      case SourceKind::media:
      case SourceKind::document:
        chain.traced = chain.traced && !source.anonymous;
        break;
      default:
        chain.traced = false;
    }
  }
}

bool touches(const Attribution& attribution, const Text& text, Span anchor) {
  for (const TokenRange range : {attribution.cue, attribution.source, attribution.medium_range}) {
    if (!range.empty() && range.end <= text.tokens.size() && span_of(text, range).overlaps(anchor)) return true;
  }
  return false;
}

std::optional<Span> sentence_span(const Attribution& attribution, const Text& text) {
  const std::uint32_t token = attribution.cue.empty() ? attribution.source.begin : attribution.cue.begin;
  if (token >= text.sentence_of.size()) return std::nullopt;
  const std::uint32_t sentence = text.sentence_of[token];
  if (sentence >= text.sentences.size()) return std::nullopt;
  return span_of(text, text.sentences[sentence].tokens);
}

/// A link belongs to the attributions whose own words it stands on; one that stands on none of these, to every
/// attribution of its sentence.
void attach_links(const Document& document, const Text& text, const Attributions& attributions, Trace& trace) {
  if (document.links.empty()) return;
  std::vector<char> standing(document.links.size(), 0);
  const auto for_each_link = [&](const Attribution& attribution, const auto& visit) {
    const std::optional<Span> sentence = sentence_span(attribution, text);
    if (!sentence) return;
    auto link = std::partition_point(document.links.begin(), document.links.end(),
                                     [&](const Link& one) { return one.span.end <= sentence->begin; });
    for (std::size_t seen = 0; link != document.links.end() && link->span.begin < sentence->end && seen < kMaxScanned;
         ++link, ++seen) {
      if (!link->href.empty()) visit(static_cast<std::size_t>(link - document.links.begin()), link->span);
    }
  };
  for (const Attribution& attribution : attributions) {
    for_each_link(attribution, [&](std::size_t index, Span anchor) {
      if (touches(attribution, text, anchor)) standing[index] = 1;
    });
  }
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    std::vector<std::uint32_t>& links = trace.chains[i].links;
    for_each_link(attributions[i], [&](std::size_t index, Span anchor) {
      if (links.size() >= kMaxLinks) return;
      if (standing[index] == 0 || touches(attributions[i], text, anchor))
        links.push_back(static_cast<std::uint32_t>(index));
    });
    if (attributions[i].post >= document.posts.size()) continue;
    const std::uint32_t own = document.posts[attributions[i].post].link;
    if (own < document.links.size() && std::find(links.begin(), links.end(), own) == links.end()) links.push_back(own);
  }
}

/// The agencies the whole story came from stand before every chain, but not where a hop is the agency: who "told
/// Reuters" something in a story of Reuters told it once.
void add_agencies(const Document& document, const Sources& sources, Chain& chain) {
  for (std::uint32_t i = 0; i < document.agencies.size(); ++i) {
    const Agency& agency = document.agencies[i];
    if (agency.role != AgencyRole::source || agency.name == document.outlet) continue;
    const bool again = std::any_of(chain.hops.begin(), chain.hops.end(), [&](const Hop& hop) {
      if (hop.source == kNone) return false;
      const Source& source = sources.all[hop.source];
      return source.name == agency.name ||
             std::find(source.aliases.begin(), source.aliases.end(), agency.name) != source.aliases.end();
    });
    if (!again) chain.agencies.push_back(i);
  }
}

}  // namespace

Trace build_trace(const Article& article, const Attributions& attributions, const Sources& sources) {
  Trace trace;
  trace.chains.resize(attributions.size());
  trace.origin.resize(attributions.size());
  auto unstated = static_cast<std::uint32_t>(sources.all.size());
  for (std::uint32_t i = 0; i < attributions.size(); ++i) {
    Chain& chain = trace.chains[i];
    const Nesting nesting = nesting_of(attributions, i);
    for (std::size_t depth = nesting.size; depth-- > 0;) {
      append_attribution(chain.hops, attributions, sources, nesting.at[depth], i);
    }
    weigh(chain, sources, attributions[i].mode);
    add_agencies(article.document, sources, chain);
    const std::uint32_t origin = chain.hops.back().source;
    trace.origin[i] = origin == kNone ? unstated++ : origin;
  }
  attach_links(article.document, article.text, attributions, trace);
  return trace;
}

}  // namespace hearsay
