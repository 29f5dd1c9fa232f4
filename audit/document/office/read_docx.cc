// read_docx(): walk the main part once. Runs are joined to paragraphs whatever stands between them; fields show their
// result; of AlternateContent one branch is read; text boxes become paragraphs behind the one they are anchored in.
// Comments and notes are gathered from their own parts and hung on the place that refers to them.
#include <map>
#include <unordered_map>
#include <utility>

#include "base/office_xml.h"
#include "base/utf8.h"
#include "document/author_names.h"
#include "document/office/draft.h"
#include "document/office/read_office.h"

namespace hearsay {
namespace {

using Node = pugi::xml_node;

bool is_on(Node property) {
  const std::string_view value = attribute_of(property, "val");
  return property && value != "0" && value != "false" && value != "off" && value != "none";
}

// The address of a field's instruction: HYPERLINK "http://…" \h.
std::string field_address(std::string_view instruction) {
  const std::size_t word = instruction.find("HYPERLINK");
  if (word == std::string_view::npos) return "";
  const std::size_t begin = instruction.find('"', word);
  if (begin == std::string_view::npos) return "";
  const std::string_view rest = instruction.substr(begin + 1);
  const std::string_view address = rest.substr(0, rest.find('"'));
  return address.find("://") == std::string_view::npos ? "" : valid_words(address);
}

// The names of paragraph styles, lower case; ids are in the language of the office program.
std::map<std::string, std::string, std::less<>> style_names(const ZipParts& zip, const std::vector<Relationship>& all) {
  std::map<std::string, std::string, std::less<>> names;
  for (const Relationship& one : all) {
    const std::string* part = one.type.ends_with("/styles") ? zip.find(one.target) : nullptr;
    pugi::xml_document xml;
    if (part == nullptr || !load_part(*part, xml)) continue;
    for (const Node style : elements_of(xml.root(), {"style"})) {
      names.emplace(attribute_of(style, "styleId"), lower(attribute_of(child_of(style, "name"), "val")));
    }
  }
  return names;
}

std::optional<BlockKind> kind_of_style(std::string_view name) {
  // Names of built-in styles are English in files of any language: keywords of the format.
  if (name == "title" || name == "headline") return BlockKind::headline;
  if (name == "subtitle" || name == "standfirst") return BlockKind::standfirst;
  if (name.starts_with("heading ") || name == "heading") return BlockKind::heading;
  if (name == "quote" || name == "intense quote" || name == "block text" || name == "quotations")
    return BlockKind::blockquote;
  if (name == "caption") return BlockKind::caption;
  return std::nullopt;
}

class DocxReader {
 public:
  DocxReader(const ZipParts& zip, const ReadContext& reading, Changes changes)
      : zip_(zip), reading_(reading), changes_(changes) {}

  // "" or why not.
  std::string read(Document& document) {
    const std::string part = main_part(zip_);
    pugi::xml_document xml;
    if (!load_part(*zip_.find(part), xml)) return "its text is no valid XML";
    const std::vector<Relationship> all = relationships_of(zip_, part);
    for (const Relationship& one : all) {
      if (one.external) addresses_.emplace(one.id, one.target);
    }
    styles_ = style_names(zip_, all);
    const std::vector<Node> texts = text_elements(xml.root());
    for (std::uint32_t i = 0; i < texts.size(); ++i) element_.emplace(texts[i].hash_value(), i);
    for (const Relationship& one : all) read_notes(one);
    walk(child_of(xml.document_element(), "body"), 0);
    for (auto& [key, note] : notes_) {
      if (note.placed) draft_.notes.push_back(std::move(note.draft));
    }
    lay_out(std::move(draft_), reading_.words, document);
    note_changes(tracked_, changes_, document);
    if (document.byline.empty()) document.byline = creator();
    return "";
  }

 private:
  struct Note {
    DraftNote draft;
    bool opened = false;  // its range has begun
    bool placed = false;  // the text refers to it
  };
  using NoteKey = std::pair<Annotation::Kind, std::string>;
  struct Field {
    std::string instruction;
    bool result = false;
    DraftPlace begin;
  };

  // Comments, footnotes or endnotes, in a part of their own with links of its own.
  void read_notes(const Relationship& from) {
    const bool comments = from.type.ends_with("/comments");
    const bool footnotes = from.type.ends_with("/footnotes");
    if (!comments && !footnotes && !from.type.ends_with("/endnotes")) return;
    const std::string* part = zip_.find(from.target);
    pugi::xml_document xml;
    if (part == nullptr || !load_part(*part, xml)) return;
    std::map<std::string, std::string, std::less<>> addresses;
    for (const Relationship& one : relationships_of(zip_, from.target)) {
      if (one.external) addresses.emplace(one.id, one.target);
    }
    for (const Node node : elements_of(xml.root(), {"comment", "footnote", "endnote"})) {
      if (const std::string_view type = attribute_of(node, "type"); !type.empty() && type != "normal") continue;
      Annotation note;
      note.kind =
          comments ? Annotation::Kind::comment : (footnotes ? Annotation::Kind::footnote : Annotation::Kind::endnote);
      note.author = valid_words(attribute_of(node, "author"));
      note.date = valid_words(attribute_of(node, "date"));
      for (const Node one : elements_of(node, {"p", "t", "hyperlink", "instrText", "tab", "br"})) {
        const std::string_view name = local_name(one);
        if (name == "p" && !note.text.empty()) {
          note.text += '\n';
        } else if (name == "tab" || name == "br") {
          note.text += ' ';
        } else if (name == "t") {
          append_valid(note.text, element_words(one));
        } else if (name == "instrText") {
          add_link(note, field_address(one.text().get()));
        } else if (name == "hyperlink") {
          const auto found = addresses.find(attribute_of(one, "id"));
          if (found != addresses.end()) add_link(note, valid_words(found->second));
        }
      }
      note.text = trim(note.text);
      notes_[{note.kind, std::string(attribute_of(node, "id"))}].draft.note = std::move(note);
    }
  }

  static void add_link(Annotation& note, std::string address) {
    if (!address.empty()) note.links.push_back(std::move(address));
  }

  void walk(Node parent, std::uint32_t depth) {
    if (depth > reading_.limits.max_depth) return;
    for (const Node node : parent.children()) {
      if (node.type() == pugi::node_element) visit(node, depth + 1);
    }
  }

  void visit(Node node, std::uint32_t depth) {
    const std::string_view name = local_name(node);
    if (name == "p") return read_paragraph(node, depth);
    if (name == "r") return read_run(node, depth);
    if (name == "AlternateContent") {
      const Node choice = child_of(node, "Choice");
      return walk(choice ? choice : child_of(node, "Fallback"), depth);
    }
    if (name == "ins" || name == "moveTo" || name == "del" || name == "moveFrom") {
      const bool added = name == "ins" || name == "moveTo";
      tracked_ += elements_of(node, {"r"}).empty() ? 0U : 1U;
      if (added == (changes_ == Changes::accept)) walk(node, depth);
      return;
    }
    if (name == "hyperlink") {
      const auto found = addresses_.find(attribute_of(node, "id"));
      const DraftPlace begin = draft_.here();
      walk(node, depth);
      if (found != addresses_.end()) add_link(begin, valid_words(found->second));
      return;
    }
    if (name == "fldSimple") {
      const DraftPlace begin = draft_.here();
      walk(node, depth);
      return add_link(begin, field_address(attribute_of(node, "instr")));
    }
    if (name == "commentRangeStart") return open_note(node);
    if (name == "commentRangeEnd") return place_note(Annotation::Kind::comment, node);
    // Containers of what is text; properties and drawings are none.
    if (name == "tbl" || name == "tr" || name == "tc" || name == "sdt" || name == "sdtContent" || name == "smartTag" ||
        name == "customXml" || name == "bdo" || name == "dir" || name == "oMath" || name == "oMathPara")
      walk(node, depth);
  }

  void read_paragraph(Node node, std::uint32_t depth) {
    const Node properties = child_of(node, "pPr");
    if (!joined_ || draft_.paragraphs.empty()) {
      DraftParagraph paragraph;
      paragraph.apart = box_ != 0;
      const auto style = styles_.find(attribute_of(child_of(properties, "pStyle"), "val"));
      if (style != styles_.end()) paragraph.kind = kind_of_style(style->second);
      const std::string_view list = attribute_of(child_of(child_of(properties, "numPr"), "numId"), "val");
      if (!paragraph.kind && !list.empty() && list != "0") paragraph.kind = BlockKind::list_item;
      // A draft without a title begins with its first heading.
      if (paragraph.kind == BlockKind::heading && draft_.paragraphs.empty()) paragraph.kind = BlockKind::headline;
      draft_.paragraphs.push_back(std::move(paragraph));
    }
    joined_ = false;
    walk(node, depth);
    const Node mark = child_of(properties, "rPr");
    joined_ = static_cast<bool>(child_of(mark, changes_ == Changes::accept ? "del" : "ins"));
    if (box_ == 0) read_boxes(depth);
  }

  // Boxes found in the paragraph that has just ended.
  void read_boxes(std::uint32_t depth) {
    const std::vector<Node> boxes = std::exchange(boxes_, {});
    if (boxes.empty()) return;
    const bool joined = std::exchange(joined_, false);
    ++box_;
    for (const Node box : boxes) walk(box, depth + 1);
    --box_;
    joined_ = joined && boxes.empty();
  }

  [[nodiscard]] bool hides_text() const { return !fields_.empty() && !fields_.back().result; }

  void append(std::string_view words, std::uint32_t element) {
    if (words.empty() || hides_text()) return;
    if (draft_.paragraphs.empty()) draft_.paragraphs.emplace_back();
    DraftParagraph& paragraph = draft_.paragraphs.back();
    if (element != kNone) {
      paragraph.runs.push_back({.at = static_cast<std::uint32_t>(paragraph.text.size()),
                                .size = static_cast<std::uint32_t>(words.size()),
                                .element = element});
    }
    append_valid(paragraph.text, words);
  }

  void read_run(Node run, std::uint32_t depth) {
    if (is_on(child_of(child_of(run, "rPr"), "vanish"))) return;
    for (const Node node : run.children()) {
      if (node.type() != pugi::node_element) continue;
      const std::string_view name = local_name(node);
      if (name == "t" || (name == "delText" && changes_ == Changes::reject)) {
        const auto at = element_.find(node.hash_value());
        append(element_words(node), at == element_.end() ? kNone : at->second);
      } else if (name == "tab" || name == "ptab") {
        append("\t", kNone);
      } else if (name == "br" || name == "cr") {
        const std::string_view type = attribute_of(node, "type");
        append(type.empty() || type == "textWrapping" ? "\n" : " ", kNone);
      } else if (name == "noBreakHyphen") {
        append("-", kNone);
      } else if (name == "fldChar") {
        read_field(attribute_of(node, "fldCharType"));
      } else if (name == "instrText") {
        if (!fields_.empty()) fields_.back().instruction += node.text().get();
      } else if (name == "commentReference") {
        place_note(Annotation::Kind::comment, node);
      } else if (name == "footnoteReference") {
        place_note(Annotation::Kind::footnote, node);
      } else if (name == "endnoteReference") {
        place_note(Annotation::Kind::endnote, node);
      } else if (name == "AlternateContent" || name == "drawing" || name == "pict" || name == "object") {
        find_boxes(node, depth);
      }
    }
  }

  // Of each AlternateContent one branch.
  void find_boxes(Node node, std::uint32_t depth) {
    if (depth > reading_.limits.max_depth) return;
    if (is_element(node, "AlternateContent")) {
      const Node choice = child_of(node, "Choice");
      node = choice ? choice : child_of(node, "Fallback");
    }
    for (const Node child : node.children()) {
      if (is_element(child, "txbxContent")) {
        if (box_ == 0) boxes_.push_back(child);
      } else if (child.type() == pugi::node_element) {
        find_boxes(child, depth + 1);
      }
    }
  }

  void read_field(std::string_view type) {
    if (type == "begin" && fields_.size() < reading_.limits.max_depth) {
      fields_.push_back({});
    } else if (type == "separate" && !fields_.empty()) {
      fields_.back().result = true;
      fields_.back().begin = draft_.here();
    } else if (type == "end" && !fields_.empty()) {
      const Field field = std::move(fields_.back());
      fields_.pop_back();
      if (field.result) add_link(field.begin, field_address(field.instruction));
    }
  }

  // From `begin` to here, where both are in one paragraph.
  void add_link(DraftPlace begin, std::string address) {
    const DraftPlace end = draft_.here();
    if (draft_.paragraphs.empty() || address.empty() || begin.paragraph != end.paragraph) return;
    draft_.paragraphs.back().links.push_back({{begin.byte, end.byte}, std::move(address)});
  }

  void open_note(Node node) {
    const auto found = notes_.find({Annotation::Kind::comment, std::string(attribute_of(node, "id"))});
    if (found == notes_.end()) return;
    found->second.opened = true;
    found->second.draft.begin = draft_.here();
  }

  void place_note(Annotation::Kind kind, Node node) {
    const auto found = notes_.find({kind, std::string(attribute_of(node, "id"))});
    if (found == notes_.end() || found->second.placed) return;
    Note& note = found->second;
    note.placed = true;
    note.draft.end = draft_.here();
    if (!note.opened) note.draft.begin = note.draft.end;
  }

  // The author of the file, where that is somebody's name and not the program's.
  [[nodiscard]] std::string creator() const {
    const std::string* part = zip_.find("docProps/core.xml");
    pugi::xml_document xml;
    if (part == nullptr || !load_part(*part, xml)) return "";
    const std::vector<Node> found = elements_of(xml.root(), {"creator"});
    if (found.empty()) return "";
    const std::string name = valid_words(found.front().text().get());
    const std::string known = lower(name);
    // What programs write in place of a name.
    for (const std::string_view program : {"user", "microsoft", "python", "admin", "office", "author", "http"}) {
      if (known.find(program) != std::string::npos) return "";
    }
    return trim(name).find(' ') == std::string_view::npos ? "" : join_names({name}, reading_.words);
  }

  const ZipParts& zip_;
  const ReadContext& reading_;
  Changes changes_;
  Draft draft_;
  std::map<std::string, std::string, std::less<>> addresses_, styles_;
  std::unordered_map<std::size_t, std::uint32_t> element_;  // number of a text element by its node
  std::map<NoteKey, Note> notes_;
  std::vector<Field> fields_;  // open ones, the innermost last
  std::vector<Node> boxes_;    // text boxes to be read behind the paragraph
  std::uint32_t box_ = 0;      // depth in boxes
  bool joined_ = false;        // the mark of the last paragraph is a change that is not there
  std::size_t tracked_ = 0;
};

}  // namespace

std::string read_docx(const ZipParts& zip, const ReadContext& reading, Changes changes, Document& document) {
  return DocxReader(zip, reading, changes).read(document);
}

}  // namespace hearsay
