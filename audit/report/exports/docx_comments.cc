// Entry: add_comments. Ends of comments are places between bytes of the text; the runs around them are split there,
// from the last place to the first, so that those still to come keep theirs. A comment needs its range in the main
// part, its words in the comments' part, and that part a type and a relation.
#include "report/exports/docx_comments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/office_xml.h"
#include "base/utf8.h"
#include "report/plain.h"

namespace hearsay {
namespace {

using Node = pugi::xml_node;

constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
constexpr std::string_view kCommentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
constexpr const char* kCommentsPart =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="{}"/>)";

// "w:" of <w:document>, or "".
std::string prefix_of(Node root) {
  const std::string_view name = root.name();
  const std::size_t colon = name.find(':');
  return std::string(name.substr(0, colon == std::string_view::npos ? 0 : colon + 1));
}

std::string* part_of(ZipParts& zip, std::string_view name) {
  const auto found = std::find_if(zip.parts.begin(), zip.parts.end(),
                                  [&](const ZipPart& part) { return lower(part.name) == lower(name); });
  return found == zip.parts.end() ? nullptr : &found->bytes;
}

class MainPart {
 public:
  MainPart(pugi::xml_document& xml, const std::vector<RunText>& runs)
      : prefix_(prefix_of(xml.document_element())), texts_(text_elements(xml.root())), runs_(runs) {}

  // Puts the range of comment `id` around the words. Places must come from the last to the first.
  struct Edge {
    std::uint32_t byte = 0;
    std::uint32_t id = 0;
    bool end = false;
  };
  void add(const Edge& edge) {
    const RunText* run = edge.end ? run_before(edge.byte) : run_behind(edge.byte);
    if (run == nullptr || run->element >= texts_.size()) return;
    const Node text = texts_[run->element];
    const Node holder = text.parent();
    if (!is_element(holder, "r")) return;
    const std::uint32_t offset = run->from + std::min(edge.byte - std::min(edge.byte, run->at), run->size);
    const Node right = split(holder, text, offset);
    Node parent = holder.parent();
    if (edge.end) {
      Node end = parent.insert_child_after(pugi::node_element, holder);
      name(end, "commentRangeEnd", edge.id);
      Node mark = parent.insert_child_after(pugi::node_element, end);
      mark.set_name((prefix_ + "r").c_str());
      name(mark.append_child(pugi::node_element), "commentReference", edge.id);
    } else {
      // Where the run ends here already, it is what follows that begins here.
      name(right == holder && offset != 0 ? parent.insert_child_after(pugi::node_element, holder)
                                          : parent.insert_child_before(pugi::node_element, right),
           "commentRangeStart", edge.id);
    }
  }

 private:
  void name(Node node, const char* element, std::uint32_t id) const {
    node.set_name((prefix_ + element).c_str());
    node.append_attribute((prefix_ + "id").c_str()).set_value(id);
  }

  // The run with the byte at `byte`, or the next one.
  [[nodiscard]] const RunText* run_behind(std::uint32_t byte) const {
    const auto found =
        std::partition_point(runs_.begin(), runs_.end(), [&](const RunText& run) { return run.at + run.size <= byte; });
    return found == runs_.end() ? nullptr : &*found;
  }
  // The run with the byte before `byte`, or the one before that.
  [[nodiscard]] const RunText* run_before(std::uint32_t byte) const {
    const auto found =
        std::partition_point(runs_.begin(), runs_.end(), [&](const RunText& run) { return run.at < byte; });
    return found == runs_.begin() ? nullptr : &*(found - 1);
  }

  // Splits a run before byte `offset` of one of its text elements; gives the run that begins there, or the run itself
  // where nothing stands on one of the sides.
  [[nodiscard]] static Node split(Node holder, Node text, std::uint32_t offset) {
    const std::string words(element_words(text));
    const auto stands = [](Node node) { return node.type() == pugi::node_element && !is_element(node, "rPr"); };
    Node side = offset == 0 ? text.previous_sibling() : text.next_sibling();
    while (side && !stands(side)) side = offset == 0 ? side.previous_sibling() : side.next_sibling();
    if (!side && (offset == 0 || offset >= words.size())) return holder;
    Node right = holder.parent().insert_child_after(pugi::node_element, holder);
    right.set_name(holder.name());
    for (const pugi::xml_attribute attribute : holder.attributes()) right.append_copy(attribute);
    if (const Node properties = child_of(holder, "rPr")) right.append_copy(properties);
    Node moved = offset == 0 ? text : text.next_sibling();
    if (offset != 0) {
      if (offset < words.size()) set_words(right.append_copy(text), words.substr(offset));
      set_words(text, words.substr(0, offset));
    }
    while (moved) {
      const Node next = moved.next_sibling();
      right.append_move(moved);
      moved = next;
    }
    return right;
  }

  static void set_words(Node text, const std::string& words) {
    text.text().set(words.c_str());
    if (!text.attribute("xml:space")) text.append_attribute("xml:space");
    text.attribute("xml:space").set_value("preserve");
  }

  std::string prefix_;
  std::vector<Node> texts_;
  const std::vector<RunText>& runs_;
};

// Numbers of comments go on behind the largest there is.
std::uint32_t next_id(Node comments) {
  std::uint32_t next = 0;
  for (const Node comment : elements_of(comments, {"comment"})) {
    const std::string_view id = attribute_of(comment, "id");
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), value);
    if (error == std::errc() && value < 1'000'000'000) next = std::max(next, value + 1);
  }
  return next;
}

void add_comment(Node comments, const DocxComment& from, std::uint32_t id) {
  const std::string w = prefix_of(comments);
  Node comment = comments.append_child((w + "comment").c_str());
  comment.append_attribute((w + "id").c_str()).set_value(id);
  comment.append_attribute((w + "author").c_str()).set_value("hearsay");
  comment.append_attribute((w + "initials").c_str()).set_value("h");
  for (std::size_t at = 0; at <= from.text.size();) {
    const std::size_t end = std::min(from.text.find('\n', at), from.text.size());
    Node text = comment.append_child((w + "p").c_str()).append_child((w + "r").c_str()).append_child((w + "t").c_str());
    text.append_attribute("xml:space").set_value("preserve");
    text.text().set(xml_characters(one_line(std::string_view(from.text).substr(at, end - at))).c_str());
    at = end + 1;
  }
}

// Tells the package of the new part: its type, and that the main part refers to it.
bool announce(ZipParts& zip, const std::string& part, const std::string& main, bool strict) {
  std::string* types = part_of(zip, "[Content_Types].xml");
  pugi::xml_document xml;
  if (types == nullptr || !load_part(*types, xml)) return false;
  Node entry = xml.document_element().append_child("Override");
  entry.append_attribute("PartName").set_value(("/" + part).c_str());
  entry.append_attribute("ContentType").set_value(std::string(kCommentsType).c_str());
  *types = save_part(xml);
  const std::string relations = relationships_part(main);
  if (part_of(zip, relations) == nullptr) {
    zip.parts.push_back({relations, R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns=")"
                                    R"(http://schemas.openxmlformats.org/package/2006/relationships"/>)"});
  }
  std::string* bytes = part_of(zip, relations);
  pugi::xml_document related;
  if (!load_part(*bytes, related)) return false;
  Node relation = related.document_element().append_child("Relationship");
  relation.append_attribute("Id").set_value("rIdHearsayComments");
  relation.append_attribute("Type").set_value(
      strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
             : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments");
  relation.append_attribute("Target").set_value(part.substr(part.find_last_of('/') + 1).c_str());
  *bytes = save_part(related);
  return true;
}

}  // namespace

bool add_comments(const std::vector<DocxComment>& comments, const std::vector<RunText>& runs, ZipParts& zip) {
  const std::string main = main_part(zip);
  pugi::xml_document xml;
  if (main.empty() || !load_part(*part_of(zip, main), xml)) return false;
  if (comments.empty() || runs.empty()) return true;
  const bool strict = part_of(zip, main)->find(kStrict) != std::string::npos;
  std::string part;
  for (const Relationship& one : relationships_of(zip, main)) {
    if (one.type.ends_with("/comments") && zip.find(one.target) != nullptr) part = one.target;
  }
  const std::vector<ZipPart> before = zip.parts;
  if (part.empty()) {
    part = main.substr(0, main.find_last_of('/') + 1) + "comments-hearsay.xml";
    zip.parts.push_back(
        {part, fmt::format(fmt::runtime(kCommentsPart),
                           strict ? kStrict : "http://schemas.openxmlformats.org/wordprocessingml/2006/main")});
    if (!announce(zip, part, main, strict)) {
      zip.parts = before;
      return false;
    }
  }
  pugi::xml_document words;
  if (!load_part(*part_of(zip, part), words)) {
    zip.parts = before;
    return false;
  }
  std::uint32_t id = next_id(words.root());
  std::vector<MainPart::Edge> edges;
  for (const DocxComment& comment : comments) {
    const Span first{runs.front().at, runs.front().at + runs.front().size};
    const Span span = comment.span.empty() ? first : comment.span;
    edges.push_back({span.begin, id, false});
    edges.push_back({span.end, id, true});
    add_comment(words.document_element(), comment, id++);
  }
  std::stable_sort(edges.begin(), edges.end(), [](const MainPart::Edge& a, const MainPart::Edge& b) {
    if (a.byte != b.byte) return a.byte > b.byte;
    return a.end != b.end ? !a.end : a.id > b.id;
  });
  MainPart text(xml, runs);
  for (const MainPart::Edge& edge : edges) text.add(edge);
  *part_of(zip, part) = save_part(words);
  *part_of(zip, main) = save_part(xml);
  return true;
}

}  // namespace hearsay
