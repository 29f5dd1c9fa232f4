// The chains of an article as W3C PROV-XML: its words are quoted from reports, these from the origin; who is behind
// each is an agent. Valid against W3C's prov.xsd.
#pragma once

#include <string>

#include "report/report.h"

namespace hearsay {

/// Entities: hs:article, an attribution's words hs:a1, and what a hop of its chain said, hs:a1.h1 (nearest the article)
/// …. The last one is the primary source where the chain is traced. Agents: hs:s1 …, an anonymous one without a name.
/// hs: is urn:uuid: of the article's bytes.
[[nodiscard]] std::string write_prov(const Report& report);

}  // namespace hearsay
