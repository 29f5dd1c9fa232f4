#include "service/originals.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "archive/article_stream.h"
#include "archive/inputs.h"
#include "archive/interrupt.h"
#include "archive/ordered.h"
#include "report/verification/make_verifications.h"
#include "service/hold_draft.h"
#include "service/outputs.h"
#include "service/read_article.h"
#include "service/stored.h"
#include "store/store.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostStamped = 10'000;  // files
constexpr std::uint64_t kMostWaitingOriginals = 64U << 20U;

/// One original read and gone through.
struct HeldOriginal {
  std::string path;
  bool text = false;
  Seeker::Hits hits;
  std::optional<Document> document;  // where it may be kept
  Diagnostics diagnostics;
};
struct HeldBatch {
  Diagnostics notes;
  std::vector<HeldOriginal> originals;
  std::uint64_t bytes = 0;
};

std::uint64_t bytes_of(const Document& document) {
  return sizeof document + document.text.size() + 64 * document.turns.size() + 48 * document.marks.size();
}

/// A draft is no original of itself, neither as it is nor, with `changes`, as it was saved, nor as a store has it:
/// there an article is known by its address, and without one by its id. Records share a path.
bool is_draft(const Document& original, const Document& draft, bool changes, bool stored) {
  if (!original.sha256.empty() && original.sha256 == draft.sha256) return true;
  if (original.text == draft.text) return true;
  if (stored && (original.url.empty() ? original.id == draft.id : original.url == draft.url)) return true;
  const auto name = [](const std::string& path) { return path.substr(path.find_last_of('/') + 1); };
  return changes && !draft.path.empty() && name(original.path) == name(draft.path) &&
         same_file(original.path, draft.path);
}

}  // namespace

Originals::Originals(OriginalsChoice choice, const Session& session, std::uint64_t kept_bytes)
    : choice_(std::move(choice)), session_(session), room_(kept_bytes) {}

void Originals::miss(const std::string& path) {
  missing_.push_back(path);
}

void Originals::keep(Document&& document, bool stored) {
  const std::uint64_t bytes = bytes_of(document);
  if (!whole_ || bytes > room_) {
    whole_ = false;
    kept_.clear();
    kept_.shrink_to_fit();
    return;
  }
  room_ -= bytes;
  kept_.push_back({std::move(document), stored});
}

void Originals::add_store(const std::string& path, Verifier& verifier, const Document& draft, Listener* listener) {
  Diagnostics diagnostics;
  Seeker::Room room = verifier.room();
  std::uint32_t number = static_cast<std::uint32_t>(count_);
  const StoreReader::Take take = [&](Report&& report, const std::string&) {
    Document document;
    document.id = report.id;
    document.url = report.url;
    document.path = path + ": " + report.id;
    document.sha256 = report.sha256;
    document.text = std::move(report.text);
    document.places = PlaceForm::paragraphs;
    document = prepared_original(std::move(document));
    if (!is_draft(document, draft, choice_.drafts_change, true)) verifier.take(verifier.scan(document, number, room));
    ++number;
    if (!read_) {
      ++count_;
      keep(std::move(document), true);
    }
  };
  try {
    StoreReader(path).for_each(take, diagnostics);
  } catch (const Fatal& fatal) {  // this store; the other originals go on
    diagnostics.push_back(fatal.diagnostic());
  }
  for (const Diagnostic& diagnostic : diagnostics) {
    if (!read_ && diagnostic.severity == Severity::error) {
      miss(path);
      break;
    }
  }
  if (!read_ && listener != nullptr) listener->report(diagnostics);
}

void Originals::stream(Verifier& verifier, const Document& draft, Listener* listener) {
  std::vector<std::string> files;
  for (const std::string& path : choice_.paths) {
    if (is_store(path)) {
      add_store(path, verifier, draft, listener);
    } else {
      files.push_back(path);
    }
  }
  if (files.empty()) return;
  const Interrupt interrupt;
  ArticleStream stream(files, {.from = choice_.from, .interrupt = &interrupt, .page_words = session_.engine->page});
  std::uint32_t numbers = static_cast<std::uint32_t>(count_);
  struct Numbered {
    RawBatch batch;
    std::uint32_t first = 0;
  };
  const auto pull = [&]() -> std::optional<Numbered> {
    Numbered next;
    if (!stream.pull(next.batch) && next.batch.notes.empty()) return std::nullopt;
    next.first = numbers;
    numbers += static_cast<std::uint32_t>(next.batch.articles.size());
    return next;
  };
  const bool first_time = !read_;
  const auto make_work = [&] {
    return [&, reader = ArticleReader(), room = verifier.room()](Numbered&& item) mutable {
      HeldBatch out{.notes = std::move(item.batch.notes), .originals = {}, .bytes = 0};
      for (std::uint32_t i = 0; i < item.batch.articles.size(); ++i) {
        const RawArticle& article = item.batch.articles[i];
        HeldOriginal held{.path = item.batch.files[article.file].path};
        if (article.problem) {
          held.diagnostics.push_back(*article.problem);
        } else {
          Document document = prepared_original(reader.read(item.batch, article, session_));
          held.path = document.path;
          held.diagnostics = std::move(document.diagnostics);
          held.text = !document.text.empty();
          if (held.text && !is_draft(document, draft, choice_.drafts_change, false))
            held.hits = verifier.scan(document, item.first + i, room);
          if (first_time && held.text) held.document = std::move(document);
        }
        out.bytes += held.document ? bytes_of(*held.document) : 0;
        out.originals.push_back(std::move(held));
      }
      return out;
    };
  };
  const auto take = [&](HeldBatch&& batch) {
    if (first_time) {
      if (listener != nullptr) listener->report(batch.notes);
      for (const Diagnostic& note : batch.notes) {  // what is not there can hold anything
        if (note.severity == Severity::error) miss(note.file);
      }
    }
    for (HeldOriginal& one : batch.originals) {
      verifier.take(std::move(one.hits));
      if (!first_time) continue;
      for (const Diagnostic& diagnostic : one.diagnostics) {
        if (listener != nullptr && diagnostic.severity != Severity::note) listener->report(diagnostic);
      }
      ++count_;
      if (!one.text) miss(one.path);
      if (one.document) keep(std::move(*one.document), false);
    }
  };
  const auto weigh = [](const auto& of) -> std::uint64_t {
    if constexpr (requires { of.batch; }) {
      return of.batch.bytes.size();
    } else {
      return of.bytes;
    }
  };
  pull_in_order({.threads = session_.settings.threads, .weight = kMostWaitingOriginals}, pull, make_work, take, weigh,
                [] {});
}

void Originals::prepare(Listener& listener) {
  const std::scoped_lock lock(mutex_);
  if (read_) return;
  const Document document;
  const Text text;
  const Tags tags;
  const Mentions mentions;
  Verifier nothing({document, text, tags, mentions}, {});
  stream(nothing, document, &listener);
  read_ = true;
}

std::vector<ReportVerification> Originals::hold(const Analysis& draft, const Session& session, Listener* listener) {
  Verifier verifier(draft.article(), gather_quotations(draft.article(), draft.attributions, draft.sources));
  const auto from_kept = [&] {
    Seeker::Room room = verifier.room();
    for (std::uint32_t i = 0; i < kept_.size(); ++i) {
      const auto& [original, stored] = kept_[i];
      if (!is_draft(original, draft.document, choice_.drafts_change, stored))
        verifier.take(verifier.scan(original, i, room));
    }
  };
  {
    std::unique_lock lock(mutex_);
    if (read_ && whole_) {
      lock.unlock();  // nobody changes them any more
      from_kept();
    } else {
      stream(verifier, draft.document, listener);
      read_ = true;
    }
  }
  if (!missing_.empty()) verifier.miss_original();
  return make_verifications(draft.document, finish_held(verifier, session), session.engine->policy.quotations);
}

void Originals::add_to(Report& report, const Analysis& draft, const Session& session) {
  add_held(draft.document, hold(draft, session), report);
}

std::uint64_t stamp_of_originals(const std::vector<std::string>& paths) {
  std::uint64_t stamp = 0xcbf29ce484222325ULL;
  const auto add = [&](std::uint64_t value) { stamp = (stamp ^ value) * 0x100000001b3ULL; };
  InputWalk walk(paths);
  Diagnostics ignored;  // they are told when it is read
  for (std::size_t i = 0; i < kMostStamped; ++i) {
    const std::optional<std::string> path = walk.next(ignored);
    if (!path) break;
    std::error_code error;
    for (const char c : *path) add(static_cast<unsigned char>(c));
    add(std::filesystem::file_size(*path, error));
    const auto written = std::filesystem::last_write_time(*path, error);
    add(error ? 0 : static_cast<std::uint64_t>(written.time_since_epoch().count()));
  }
  return stamp;
}

}  // namespace hearsay
