// Entries: threads_json, write_threads_json. Field by field; what was added since stands behind, so that older readers
// find their keys.
#include "report/json_writer.h"
#include "report/threads/write_threads.h"

namespace hearsay {
namespace {

class JsonThreads : public ThreadsWriter {
 public:
  JsonThreads() {
    json_.open_object();
    json_.key("threads").open_array();
    head_ = json_.drain();
  }

  std::string head(const ThreadsTotals& /* totals */) override { return head_; }

  std::string add(const ReportThread& thread) override {
    put(thread);
    return json_.drain();
  }

  std::string tail(const ThreadsTotals& totals) override {
    json_.close();
    json_.key("schema").value("hearsay.threads/1");
    put_count("articles", totals.articles);
    put_count("utterances", totals.utterances);
    json_.close();
    return json_.take();
  }

 private:
  void put_count(std::string_view key, std::size_t count) { json_.key(key).value(static_cast<long long>(count)); }

  void put_or_null(std::string_view key, const std::string& words) { json_.key(key).value_or_null(words); }

  void put_words(std::string_view key, const std::vector<std::string>& list) {
    json_.key(key).open_short_array();
    for (const std::string& words : list) json_.value(words);
    json_.close();
  }

  void put(const ReportThread& thread) {
    json_.open_object();
    json_.key("id").value(thread.id);
    json_.key("kind").value(thread.kind);
    json_.key("members").open_array();
    for (const ReportMember& member : thread.members) put(member);
    json_.close();
    put_words("differs", thread.differs);
    json_.key("confidence").value(thread.confidence);
    put_count("articles", thread.articles);
    put_count("outlets", thread.outlets);
    put_count("independent", thread.independent);
    json_.key("credibility").value(thread.credibility);
    json_.close();
  }

  void put(const ReportMember& member) {
    json_.open_object();
    json_.key("article").value(member.article);
    put_or_null("outlet", member.outlet);
    put_or_null("published", member.published);
    put_or_null("attribution", member.attribution);
    json_.key("text").value(member.text);
    put_or_null("source", member.source);
    put_words("via", member.via);
    json_.key("medium").value(member.medium);
    json_.key("anonymous").value(member.anonymous);
    json_.key("changed").open_short_array();
    for (const CodeSpan& span : member.changed) {
      json_.open_short_array();
      json_.value(span.first);
      json_.value(span.second);
      json_.close();
    }
    json_.close();
    put_or_null("title", member.title);
    put_or_null("url", member.url);
    json_.close();
  }

  JsonWriter json_{2};
  std::string head_;
};

}  // namespace

std::unique_ptr<ThreadsWriter> threads_json() {
  return std::make_unique<JsonThreads>();
}

std::string write_threads_json(const ThreadsReport& report) {
  return write_threads(*threads_json(), report);
}

}  // namespace hearsay
