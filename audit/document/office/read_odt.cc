// read_odt(): walk content.xml once. Deleted text stands apart in text:tracked-changes and is put back at its mark
// where changes are rejected; inserted text is what lies between two marks.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/office_xml.h"
#include "base/utf8.h"
#include "document/author_names.h"
#include "document/office/draft.h"
#include "document/office/read_office.h"

namespace hearsay {
namespace {

using Node = pugi::xml_node;

constexpr std::size_t kMostBlanks = 1000;  // of one text:s

class OdtReader {
 public:
  OdtReader(const ZipParts& zip, const ReadContext& reading, Changes changes)
      : zip_(zip), reading_(reading), changes_(changes) {}

  std::string read(Document& document) {
    pugi::xml_document xml;
    if (!load_part(*zip_.find("content.xml"), xml)) return "its text is no valid XML";
    const Node text = child_of(child_of(xml.document_element(), "body"), "text");
    read_styles(xml);
    read_changes(child_of(text, "tracked-changes"));
    walk(text, 0);
    lay_out(std::move(draft_), reading_.words, document);
    note_changes(tracked_, changes_, document);
    if (document.byline.empty()) document.byline = creator();
    return "";
  }

 private:
  // The family of a style is its parent's: automatic styles are called P1, P2 …
  void read_styles(const pugi::xml_document& xml) {
    for (const Node style : elements_of(xml.root(), {"style"}))
      parents_.emplace(attribute_of(style, "name"), attribute_of(style, "parent-style-name"));
  }

  void read_changes(Node changes) {
    for (const Node region : changes.children()) {
      if (!is_element(region, "changed-region")) continue;
      const std::string id(attribute_of(region, "id"));
      if (child_of(region, "insertion")) {
        inserted_.insert(id);
        ++tracked_;
      } else if (const Node deletion = child_of(region, "deletion")) {
        deleted_.emplace(id, deletion);
        ++tracked_;
      }
    }
  }

  [[nodiscard]] std::optional<BlockKind> kind_of(Node node) const {
    std::string_view style = attribute_of(node, "style-name");
    if (const auto found = parents_.find(style); found != parents_.end() && !found->second.empty())
      style = found->second;
    // Names of built-in styles, English in files of any language.
    if (style == "Title") return BlockKind::headline;
    if (style == "Subtitle") return BlockKind::standfirst;
    if (style == "Quotations") return BlockKind::blockquote;
    if (style == "Caption" || style == "Illustration") return BlockKind::caption;
    if (is_element(node, "h")) return draft_.paragraphs.empty() ? BlockKind::headline : BlockKind::heading;
    return list_ > 0 ? std::optional<BlockKind>(BlockKind::list_item) : std::nullopt;
  }

  [[nodiscard]] bool hidden() const { return skipping_ > 0 && changes_ == Changes::reject; }

  void append(std::string_view words) {
    if (words.empty() || hidden()) return;
    if (draft_.paragraphs.empty()) draft_.paragraphs.emplace_back();
    append_valid(draft_.paragraphs.back().text, words);
  }

  // Line breaks and indents of the file are one blank, as OpenDocument wants it.
  void append_collapsed(std::string_view words) {
    std::string out;
    bool blank = !draft_.paragraphs.empty() && draft_.paragraphs.back().text.ends_with(' ');
    if (draft_.paragraphs.empty() || draft_.paragraphs.back().text.empty()) blank = true;
    for (const char c : words) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space || !blank) out.push_back(space ? ' ' : c);
      blank = space;
    }
    append(out);
  }

  void walk(Node parent, std::uint32_t depth) {
    if (depth > reading_.limits.max_depth) return;
    for (const Node node : parent.children()) {
      if (node.type() == pugi::node_element) {
        visit(node, depth + 1);
      } else if ((node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) && in_paragraph_ > 0) {
        append_collapsed(node.value());
      }
    }
  }

  void visit(Node node, std::uint32_t depth) {
    const std::string_view name = local_name(node);
    if (name == "p" || name == "h") {
      // A paragraph within another's frame is read as a paragraph of its own behind what stood before it.
      if (!joins_) draft_.paragraphs.push_back({.text = {}, .kind = kind_of(node), .apart = box_ > 0});
      joins_ = false;
      ++in_paragraph_;
      walk(node, depth);
      --in_paragraph_;
    } else if (name == "s") {
      const int count = std::atoi(std::string(attribute_of(node, "c")).c_str());
      append(
          std::string(std::clamp<std::size_t>(count < 1 ? 1 : static_cast<std::size_t>(count), 1, kMostBlanks), ' '));
    } else if (name == "tab") {
      append("\t");
    } else if (name == "line-break") {
      append("\n");
    } else if (name == "a") {
      const DraftPlace begin = draft_.here();
      walk(node, depth);
      const DraftPlace end = draft_.here();
      if (!draft_.paragraphs.empty() && begin.paragraph == end.paragraph)
        draft_.paragraphs.back().links.push_back({{begin.byte, end.byte}, valid_words(attribute_of(node, "href"))});
    } else if (name == "list") {
      ++list_;
      walk(node, depth);
      --list_;
    } else if (name == "text-box") {
      ++box_;
      walk(node, depth);
      --box_;
    } else if (name == "annotation" || name == "note") {
      read_note(node);
    } else if (name == "annotation-end") {
      const auto found = open_.find(std::string(attribute_of(node, "name")));
      if (found != open_.end()) draft_.notes[found->second].end = draft_.here();
    } else if (name == "change-start" || name == "change-end") {
      if (inserted_.contains(std::string(attribute_of(node, "change-id"))))
        name == "change-start" ? ++skipping_ : skipping_ -= skipping_ > 0 ? 1 : 0;
    } else if (name == "change") {
      const auto found = deleted_.find(std::string(attribute_of(node, "change-id")));
      if (found != deleted_.end() && changes_ == Changes::reject) put_back(found->second, depth);
    } else if (name != "tracked-changes" && name != "ruby-text" && name != "table-of-content" && name != "title" &&
               name != "desc" && name != "forms") {
      walk(node, depth);
    }
  }

  // The first deleted paragraph goes on with the one it was taken from.
  void put_back(Node deletion, std::uint32_t depth) {
    bool first = in_paragraph_ > 0;
    for (const Node node : deletion.children()) {
      if (!is_element(node, "p") && !is_element(node, "h")) continue;
      joins_ = first;
      first = false;
      visit(node, depth + 1);
    }
    joins_ = false;
  }

  void read_note(Node node) {
    if (hidden()) return;
    DraftNote from;
    Annotation& note = from.note;
    Node body = node;
    if (local_name(node) == "note") {
      body = child_of(node, "note-body");
      note.kind =
          attribute_of(node, "note-class") == "endnote" ? Annotation::Kind::endnote : Annotation::Kind::footnote;
    }
    note.author = valid_words(child_of(node, "creator").text().get());
    note.date = valid_words(child_of(node, "date").text().get());
    for (const Node paragraph : elements_of(body, {"p", "h", "a"})) {
      if (is_element(paragraph, "a")) {
        note.links.push_back(valid_words(attribute_of(paragraph, "href")));
        continue;
      }
      if (!note.text.empty()) note.text += '\n';
      add_words(paragraph, note.text);
    }
    note.text = trim(note.text);
    from.begin = from.end = draft_.here();
    if (const std::string_view name = attribute_of(node, "name"); !name.empty())
      open_.emplace(name, draft_.notes.size());
    draft_.notes.push_back(std::move(from));
  }

  // All character data below a node, blanks and breaks as blanks.
  static void add_words(Node root, std::string& out) {
    Node node = root;
    while (node) {
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) append_valid(out, node.value());
      if (is_element(node, "s") || is_element(node, "tab") || is_element(node, "line-break")) out += ' ';
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
      while (node && node != root && !node.next_sibling()) node = node.parent();
      node = node == root ? Node() : node.next_sibling();
    }
  }

  [[nodiscard]] std::string creator() const {
    const std::string* part = zip_.find("meta.xml");
    pugi::xml_document xml;
    if (part == nullptr || !load_part(*part, xml)) return "";
    const std::vector<Node> found = elements_of(xml.root(), {"initial-creator", "creator"});
    if (found.empty()) return "";
    const std::string name = valid_words(found.front().text().get());
    return trim(name).find(' ') == std::string_view::npos ? "" : join_names({name}, reading_.words);
  }

  const ZipParts& zip_;
  const ReadContext& reading_;
  Changes changes_;
  Draft draft_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::set<std::string> inserted_;
  std::map<std::string, Node> deleted_;
  std::map<std::string, std::size_t> open_;  // comments by name: index of Draft::notes
  std::uint32_t in_paragraph_ = 0, list_ = 0, box_ = 0;
  int skipping_ = 0;    // insertions that are open
  bool joins_ = false;  // the next paragraph goes on with the last
  std::size_t tracked_ = 0;
};

}  // namespace

std::string read_odt(const ZipParts& zip, const ReadContext& reading, Changes changes, Document& document) {
  return OdtReader(zip, reading, changes).read(document);
}

}  // namespace hearsay
