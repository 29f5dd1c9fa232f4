// "METHOD TARGET", lines of headers, an empty line and a body, asked of everything that the server serves, over an
// archive and a draft (/drafts/1): each answer has a status, and a body as its media type says; nothing is the server's
// own fault.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "fuzz/holds.h"
#include "fuzz/input_file.h"
#include "fuzz/shipped_session.h"
#include "read_english.h"
#include "server/answer.h"
#include "server/api.h"
#include "server/archive_routes.h"
#include "server/desk_routes.h"
#include "server/drafts_routes.h"
#include "server/media.h"
#include "server/own_routes.h"
#include "server/router.h"
#include "server/target.h"
#include "store/drafts.h"
#include "store/store.h"

namespace hearsay::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEmpty;
constexpr std::size_t kMostAnswer = 8U << 20U;

/// The server's routes over an archive of two articles; what a request writes into that is undone.
class Served {
 public:
  Served() : store_(file_of(kEmpty, "served.db")), kept_(file_of(kEmpty, "kept.db")) {
    fs::remove(store_);
    StoreWriter writer(store_.string(), {});
    const Engine& engine = *shipped_session().engine;
    int count = 0;
    for (const char* text :
         {"Dam fails again\n\nThe dam at Ellan failed on Monday, an official said. “It was old,” said Ana Ruiz.\n",
          "Ruiz on the dam\n\n“It was old,” Ana Ruiz, the mayor, told Radio Sella. Nobody asked Ben Vega.\n"}) {
      Document document = read_english(text, "a.txt");
      document.outlet = "Cove Herald";
      document.published = "2024-05-06";
      Report report = report_of(analyse(std::move(document), engine), engine);
      report.id = "dam-" + std::to_string(++count);
      PreparedArticle article;
      require(!prepare(std::move(report), "rules-1", article));
      writer.add(std::move(article));
    }
    static_cast<void>(writer.finish());
    DraftStore drafts(store_.string());
    draft_ = drafts.create({.text = "Dam fails\n\n“It was old,” said Ana Ruiz. It cost 300 crowns.\n",
                            .name = "dam.txt",
                            .outlet = "",
                            .by = "jh",
                            .at = "2026-05-04T09:12:00Z"});
    fs::copy_file(store_, kept_, fs::copy_options::overwrite_existing);
    Diagnostics diagnostics;
    desk_ = std::make_unique<Desk>(shipped_settings(), store_.string(), diagnostics);
    append(routes_, own_routes(metrics_));
    append(routes_, api_routes(*desk_));
    append(routes_, desk_routes(*desk_));
    append(routes_, drafts_routes(*desk_));
    append(routes_, archive_routes(*desk_));
    append(routes_, language_tool_routes(*desk_));
    metrics_.count_routes(routes_);
  }

  [[nodiscard]] const Routes& routes() const { return routes_; }
  /// Id of the draft that is kept.
  [[nodiscard]] const std::string& draft() const { return draft_; }
  void restore() {
    for (const char* beside : {"-wal", "-shm", "-journal"}) fs::remove(store_.string() + beside);
    fs::copy_file(kept_, store_, fs::copy_options::overwrite_existing);
  }

 private:
  fs::path store_, kept_;
  std::string draft_;
  Metrics metrics_;
  std::unique_ptr<Desk> desk_;
  Routes routes_;
};

class Kept : public BodySink {
 public:
  bool write(std::string_view piece) override {
    bytes += piece;
    return bytes.size() < kMostAnswer;
  }
  [[nodiscard]] bool open() const override { return bytes.size() < kMostAnswer; }
  std::string bytes;
};

/// The body of a request in pieces of some bytes.
class InPieces : public BodySource {
 public:
  explicit InPieces(std::string_view bytes) : left_(bytes) {}
  bool next(std::string& piece) override {
    piece = left_.substr(0, 100);
    left_.remove_prefix(piece.size());
    return !piece.empty();
  }

 private:
  std::string_view left_;
};

std::string_view next_line(std::string_view& bytes) {
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void check_answer(Response response) {
  require(response.status >= 200 && response.status < 600 && response.status != 500);
  if (response.write) {
    Kept kept;
    response.write(kept);
    response.body = std::move(kept.bytes);
    if (response.body.size() >= kMostAnswer) return;  // cut off
  }
  const std::string head = answer_head(response, {.length = response.body.size()});
  require(head.find("\r\n\r\n") == head.size() - 4);
  const std::string type = media_type_of(response.type).essence;
  if (response.body.empty() || type == "text/event-stream" || type == "text/javascript" || type == "text/css") return;
  if (response.status >= 400 && type == "application/problem+json") require_json(response.body);
  require_type(type, response.body);
}

}  // namespace

void fuzz_routes(std::string_view bytes) {
  static Served served;
  std::string_view line = next_line(bytes);
  Request request;
  request.method = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(request.method.size() + 1, line.size()));
  auto target = decode_target(line);
  if (!target || target->asterisk) return;
  if (target->parts.size() > 1 && target->parts[0] == "drafts" && target->parts[1] == "1")
    target->parts[1] = served.draft();
  request.path = target->path;
  request.query = target->query;
  while (!(line = next_line(bytes)).empty()) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) return;
    request.headers.emplace_back(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
  }
  const Routed routed = find_route(served.routes(), request.method, target->parts);
  if (routed.route == nullptr)
    return require(request.method != "GET" || routed.allowed.find("GET") == std::string::npos);
  if (request.path.starts_with("/api/v1/jobs") && request.method != "GET") return;  // goes on on a thread of its own
  request.parts = routed.parts;
  InPieces pieces(bytes);
  if (routed.route->streams) {
    request.stream = &pieces;
  } else {
    request.body = bytes;
  }
  check_answer(routed.route->answer(request));
  if (request.method != "GET") served.restore();
}

}  // namespace hearsay::fuzz
