#include "report/exports/write_jsonld.h"

#include "report/exports/linked_data.h"
#include "report/genre.h"
#include "report/index.h"
#include "report/json_writer.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

class LinkedDataWriter {
 public:
  explicit LinkedDataWriter(const Report& report) : report_(report), text_(report.text), index_(report), json_(1) {}

  std::string write() {
    json_.open_object();
    json_.key("@context").value("https://schema.org");
    json_.key("@type").value(genre_schema_type(report_.genre));
    json_.key("@id").value(thing_urn(report_, ""));
    put("headline", report_.title);
    put("datePublished", report_.published);
    put("inLanguage", report_.language);
    put("url", web_uri(report_.url));
    if (!report_.byline.empty()) put_named("author", "Person", report_.byline);
    if (!report_.outlet.empty()) put_named("publisher", "NewsMediaOrganization", report_.outlet);
    json_.key("hasPart").open_array();
    for (const ReportAttribution& attribution : report_.attributions) {
      if (attribution.statement && attribution.type != "indirect") add_quotation(attribution);
    }
    json_.close();
    json_.key("mentions").open_array();
    for (const ReportClaim& claim : report_.claims) add_claim(claim);
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void put(const char* key, const std::string& words) {
    if (!words.empty()) json_.key(key).value(one_line(words));
  }

  void put_named(const char* key, const char* type, const std::string& name) {
    json_.key(key).open_object();
    json_.key("@type").value(type);
    put("name", name);
    json_.close();
  }

  // An anonymous source has a description and no name.
  void put_source(const char* key, const ReportSource& source) {
    json_.key(key).open_object();
    json_.key("@type").value(is_person(source)           ? "Person"
                             : source.kind == "media"    ? "NewsMediaOrganization"
                             : source.kind == "document" ? "CreativeWork"
                                                         : "Organization");
    json_.key("@id").value(thing_urn(report_, source.id));
    put(source.anonymous ? "description" : "name", source.name);
    if (!source.anonymous) put("description", source.description.value_or(""));
    if (const std::string body = source.affiliation.value_or(""); !body.empty()) {
      if (is_person(source)) put_named("affiliation", "Organization", body);
    }
    json_.close();
  }

  // What stands between the article and the origin, nearest first.
  void put_relays(const ReportAttribution& attribution) {
    const ReportHop* relay = nullptr;
    for (const ReportHop& hop : attribution.chain) {
      if (relay == nullptr && hop.source != attribution.source) relay = &hop;
    }
    if (relay == nullptr && attribution.medium.empty()) return;
    json_.key("isBasedOn").open_object();
    json_.key("@type").value("CreativeWork");
    put("additionalType", attribution.medium);
    if (relay != nullptr) {
      const ReportSource* source = index_.source(relay->source);
      if (source != nullptr && !source->anonymous) put("creditText", source->name);
    }
    json_.close();
  }

  [[nodiscard]] std::string words_of(const CodeSpans& spans) const {
    std::string words;
    for (const CodeSpan& span : spans) words += (words.empty() ? "" : " … ") + std::string(text_.slice(span));
    return words;
  }

  void add_quotation(const ReportAttribution& attribution) {
    json_.open_object();
    json_.key("@type").value("Quotation");
    json_.key("@id").value(thing_urn(report_, attribution.id));
    put("text", words_of(attribution.content));
    if (const ReportSource* source = index_.source(attribution.source)) put_source("spokenByCharacter", *source);
    put_relays(attribution);
    json_.close();
  }

  void add_claim(const ReportClaim& claim) {
    json_.open_object();
    json_.key("@type").value("Claim");
    json_.key("@id").value(thing_urn(report_, claim.id));
    put("text", words_of(claim.span));
    const ReportAttribution* first =
        claim.attributions.empty() ? nullptr : index_.attribution(claim.attributions.front());
    if (first != nullptr) {
      if (const ReportSource* source = index_.source(first->source)) put_source("author", *source);
    }
    json_.key("appearance").open_object();
    json_.key("@id").value(thing_urn(report_, ""));
    json_.close();
    json_.close();
  }

  const Report& report_;
  TextIndex text_;
  ReportIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string write_jsonld(const Report& report) {
  return LinkedDataWriter(report).write();
}

}  // namespace hearsay
