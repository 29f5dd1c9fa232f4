// A pugixml tree. Children of an element stand in the order that the schema asks for: label, type, value, then ours.
#include "report/exports/write_prov.h"

#include <map>
#include <pugixml.hpp>

#include "base/xml_text.h"
#include "report/exports/linked_data.h"
#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

using Node = pugi::xml_node;

class ProvWriter {
 public:
  explicit ProvWriter(const Report& report) : report_(report), text_(report.text), index_(report) {
    Node declaration = document_.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    root_ = document_.append_child("prov:document");
    root_.append_attribute("xmlns:prov").set_value("http://www.w3.org/ns/prov#");
    root_.append_attribute("xmlns:xsi").set_value("http://www.w3.org/2001/XMLSchema-instance");
    root_.append_attribute("xmlns:xsd").set_value("http://www.w3.org/2001/XMLSchema");
    root_.append_attribute("xmlns:hs").set_value((thing_urn(report, "") + '#').c_str());
  }

  std::string write() {
    Node article = add("prov:entity", "article");
    put_label(article, report_.title);
    put_type(article, "NewsArticle");
    if (!report_.outlet.empty()) {
      Node outlet = add("prov:agent", "outlet");
      put_label(outlet, report_.outlet);
      put_agent_type(outlet, "prov:Organization");
      relate("prov:wasAttributedTo", {{"prov:entity", "article"}, {"prov:agent", "outlet"}});
    }
    for (const ReportSource& source : report_.sources) add_agent(source);
    for (const ReportSource& source : report_.sources) add_affiliation(source);
    for (const ReportAttribution& attribution : report_.attributions) {
      if (attribution.statement) add_attribution(attribution);
    }
    return xml_text(document_);
  }

 private:
  Node add(const char* name, const std::string& id) {
    Node node = root_.append_child(name);
    node.append_attribute("prov:id").set_value(("hs:" + id).c_str());
    return node;
  }
  static void put_label(Node node, const std::string& words) {
    if (const std::string line = one_line(words); !line.empty())
      node.append_child("prov:label").text().set(xml_characters(line).c_str());
  }
  static void put_type(Node node, const char* words) {
    Node type = node.append_child("prov:type");
    type.append_attribute("xsi:type").set_value("xsd:string");
    type.text().set(words);
  }
  static void put_agent_type(Node node, const char* name) {
    Node type = node.append_child("prov:type");
    type.append_attribute("xsi:type").set_value("xsd:QName");
    type.text().set(name);
  }
  void put_value(Node node, const CodeSpans& spans) {
    std::string words;
    for (const CodeSpan& span : spans) words += (words.empty() ? "" : " … ") + std::string(text_.slice(span));
    Node value = node.append_child("prov:value");
    value.append_attribute("xsi:type").set_value("xsd:string");
    value.text().set(xml_characters(one_line(words)).c_str());
  }
  void relate(const char* name, std::initializer_list<std::pair<const char*, std::string>> ends) {
    Node relation = root_.append_child(name);
    for (const auto& [role, id] : ends)
      relation.append_child(role).append_attribute("prov:ref").set_value(("hs:" + id).c_str());
  }

  void add_agent(const ReportSource& source) {
    Node agent = add("prov:agent", source.id);
    if (!source.anonymous) put_label(agent, source.name);
    if (is_person(source)) {
      put_agent_type(agent, "prov:Person");
    } else if (source.kind != "document") {
      put_agent_type(agent, "prov:Organization");
    }
    put_type(agent, source.kind.c_str());
    const std::string description = source.anonymous ? source.name : source.description.value_or("");
    if (!description.empty())
      agent.append_child("hs:description").text().set(xml_characters(one_line(description)).c_str());
  }

  // Whoever speaks for a body acts on its behalf.
  void add_affiliation(const ReportSource& source) {
    const std::string body = source.affiliation.value_or("");
    if (body.empty()) return;
    std::string id;
    for (const ReportSource& other : report_.sources) {
      if (other.name == body && other.id != source.id) id = other.id;
    }
    if (id.empty()) {
      const auto [known, fresh] = bodies_.try_emplace(body, "body" + std::to_string(bodies_.size() + 1));
      id = known->second;
      if (fresh) {
        Node agent = add("prov:agent", id);
        put_label(agent, body);
        put_agent_type(agent, "prov:Organization");
      }
    }
    relate("prov:actedOnBehalfOf", {{"prov:delegate", source.id}, {"prov:responsible", id}});
  }

  void add_attribution(const ReportAttribution& attribution) {
    Node words = add("prov:entity", attribution.id);
    put_type(words, attribution.type == "indirect" ? "Paraphrase" : "Quotation");
    put_value(words, attribution.content);
    relate("prov:wasDerivedFrom", {{"prov:generatedEntity", "article"}, {"prov:usedEntity", attribution.id}});
    std::string nearer = attribution.id;
    for (std::size_t i = 0; i < attribution.chain.size(); ++i) {
      const ReportHop& hop = attribution.chain[i];
      const std::string id = attribution.id + ".h" + std::to_string(i + 1);
      Node said = add("prov:entity", id);
      const ReportSource* source = index_.source(hop.source);
      if (source == nullptr || !source->anonymous) put_label(said, hop.name);
      put_type(said, hop.medium.empty() ? "Utterance" : hop.medium.c_str());
      relate("prov:wasQuotedFrom", {{"prov:generatedEntity", nearer}, {"prov:usedEntity", id}});
      if (source != nullptr) relate("prov:wasAttributedTo", {{"prov:entity", id}, {"prov:agent", hop.source}});
      nearer = id;
    }
    if (attribution.traced && !attribution.chain.empty())
      relate("prov:hadPrimarySource", {{"prov:generatedEntity", attribution.id}, {"prov:usedEntity", nearer}});
  }

  const Report& report_;
  TextIndex text_;
  ReportIndex index_;
  pugi::xml_document document_;
  Node root_;
  std::map<std::string, std::string> bodies_;  // agents of affiliations that are no sources
};

}  // namespace

std::string write_prov(const Report& report) {
  return ProvWriter(report).write();
}

}  // namespace hearsay
