// Entry: write_changes_json. Field by field; the keys that others read stand first.
#include "report/changes/write_changes.h"
#include "report/json_writer.h"

namespace hearsay {
namespace {

class ChangesJson {
 public:
  std::string write(const VersionChanges& changes) {
    json_.open_object();
    json_.key("changes").open_array();
    for (const Change& change : changes.changes) put(change);
    json_.close();
    json_.key("correction_noted").value(changes.correction_noted);
    put_or_null("correction", changes.correction);
    json_.key("schema").value("hearsay.changes/1");
    put("old", changes.older);
    put("new", changes.newer);
    json_.key("kept").value(changes.kept);
    json_.close();
    return json_.take();
  }

 private:
  void put_or_null(std::string_view key, const std::string& words) { json_.key(key).value_or_null(words); }

  void put(std::string_view key, const CodeSpans& spans) {
    json_.key(key).open_short_array();
    for (const CodeSpan& span : spans) {
      json_.open_short_array();
      json_.value(span.first);
      json_.value(span.second);
      json_.close();
    }
    json_.close();
  }

  void put(const Change& change) {
    json_.open_object();
    json_.key("kind").value(name_of(change.kind).id);
    put_or_null("old", change.was);
    put_or_null("new", change.is);
    put("old_span", change.old_span);
    put("new_span", change.new_span);
    json_.key("severity").value(severity_name(change.severity));
    put_or_null("source", change.source);
    json_.key("traits").open_short_array();
    for (const std::string& trait : change.traits) json_.value(trait);
    json_.close();
    json_.key("differences").open_array();
    for (const WordDifference& one : change.differences) {
      json_.open_object();
      json_.key("is").value(one.is);
      json_.key("was").value(one.was);
      json_.close();
    }
    json_.close();
    json_.key("why").value(change.why);
    json_.close();
  }

  void put(std::string_view key, const ComparedVersion& version) {
    json_.key(key).open_object();
    json_.key("id").value(version.id);
    put_or_null("path", version.path);
    put_or_null("title", version.title);
    put_or_null("outlet", version.outlet);
    put_or_null("published", version.published);
    put_or_null("url", version.url);
    put_or_null("sha256", version.sha256);
    json_.close();
  }

  JsonWriter json_{2};
};

}  // namespace

std::string write_changes_json(const VersionChanges& changes) {
  return ChangesJson().write(changes);
}

}  // namespace hearsay
