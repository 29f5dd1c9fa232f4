// A record names its article by the digest of its bytes, so that an input that changed meanwhile is told. Our own
// records are searched for keys as bytes: inside a JSON string no quotation mark stands without a backslash.
#include "service/record_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/diagnostic.h"
#include "base/digest.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRecordBuffer = 256U << 10U;  // bytes that a kill -9 may cost

// Bytes up to and with the last line end of the file.
std::uint64_t whole_lines(int file) {
  const off_t size = lseek(file, 0, SEEK_END);
  char piece[4096];
  for (off_t end = size; end > 0;) {
    const off_t begin = std::max<off_t>(0, end - static_cast<off_t>(sizeof piece));
    const ssize_t count = pread(file, piece, static_cast<std::size_t>(end - begin), begin);
    if (count <= 0) return 0;
    const std::size_t last = std::string_view(piece, static_cast<std::size_t>(count)).rfind('\n');
    if (last != std::string_view::npos) return static_cast<std::uint64_t>(begin) + last + 1;
    end = begin;
  }
  return 0;
}

// The value of `key` up to `end`, "" where it is not there.
std::string_view value_of(std::string_view record, std::string_view key, char end) {
  const std::size_t at = record.find(key);
  if (at == std::string_view::npos) return {};
  record.remove_prefix(at + key.size());
  return record.substr(0, record.find(end));
}

// Where power went, blocks of the part may be zeros or never have been written.
bool is_whole_record(std::string_view line) {
  return line.starts_with("{\"schema\":\"hearsay.") && line.ends_with('}') && line.find('\0') == std::string_view::npos;
}

std::string_view rules_of(std::string_view record) {
  return value_of(record, "\"rules\":[", ']');
}

}  // namespace

std::string record_path(const std::string& out, const Shard& shard) {
  std::error_code error;
  const fs::file_status there = fs::status(out, error);
  if (out.ends_with(".jsonl") && !fs::is_directory(there)) return out;
  if (fs::exists(there) && !fs::is_directory(there) && !fs::is_regular_file(there)) return out;
  make_folder(out);
  std::string name = "articles";
  if (shard.count > 1) name += '.' + std::to_string(shard.index) + "-of-" + std::to_string(shard.count);
  return (fs::path(out) / (name + ".jsonl")).string();
}

RecordFile::RecordFile(const std::string& path, Start start, ReadFiles& read) : path_(path), aside_(path) {
  const OutputPlace place = place_of_output(path, read);
  if (place.problem) throw Fatal(*place.problem);
  stream_ = place.stream;
  if (stream_) {
    if (start == Start::resume)
      throw Fatal({.file = path,
                   .message = "what is written through cannot be resumed",
                   .remedy = "leave --resume out, or give the name of a file"});
    file_ = open_stream(place.path);
    if (file_ < 0) fail(std::strerror(errno));
    return;
  }
  path_ = place.path;
  aside_ = path_ + ".part";
  std::error_code error;
  whole_ = start == Start::resume && fs::exists(path_, error);
  if (whole_) return;
  if (read.has(aside_))
    throw Fatal({.file = aside_,
                 .message = "this file is written before it gets its name, and the run reads it",
                 .remedy = "give another --out, or move the file away"});
  file_ = open(aside_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
  if (file_ < 0) fail(std::strerror(errno));
  struct stat status {};
  if (fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) fail("it is no regular file");
  if (flock(file_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    close(std::exchange(file_, -1));
    throw Fatal({.file = aside_,
                 .message = "another run is writing this file",
                 .remedy = "wait for it, or give another --out"});
  }
  earlier_left_ = start == Start::resume ? whole_lines(file_) : 0;
  cut_to(static_cast<off_t>(earlier_left_));
  if (earlier_left_ != 0) earlier_.open(aside_, std::ios::binary);
}

RecordFile::~RecordFile() {
  if (file_ < 0) return;
  // What a run that ends by an error has made is there to resume.
  static_cast<void>(write_all(file_, buffer_));
  close(file_);
}

void RecordFile::fail(const std::string& what) const {
  throw Fatal({.file = aside_,
               .message = "cannot be written: " + what,
               .remedy = "check the folder, its permissions and the space left; --resume goes on from what is there"});
}

bool RecordFile::has_next(std::string_view article) {
  if (earlier_left_ == 0) return false;
  if (!std::getline(earlier_, line_)) fail("it was changed meanwhile");
  if (!is_whole_record(line_)) {
    cut_earlier();
    return false;
  }
  earlier_left_ -= std::min<std::uint64_t>(earlier_left_, line_.size() + 1);
  const std::string_view digest = value_of(line_, "\"sha256\":\"", '"');
  // A record without a digest is of an article whose bytes could not be had.
  if (!digest.empty() && digest != sha256_hex(article)) {
    throw Fatal({.file = aside_,
                 .message = "its records are of other articles than the input holds",
                 .remedy = "give the input as it was, or remove the file to begin anew"});
  }
  if (const std::string_view rules = rules_of(line_); !rules.empty()) rules_ = rules;
  return true;
}

// Nothing was appended yet: the first record that is appended is of the first article that has none here.
void RecordFile::cut_earlier() {
  const off_t end = lseek(file_, 0, SEEK_END);
  const off_t keep = end - static_cast<off_t>(earlier_left_);
  if (end < 0 || keep < 0) fail(std::strerror(errno));
  cut_to(keep);
  earlier_left_ = 0;
}

// What is cut must be gone from the disk before anything is written in its place: a second loss of power could else
// bring blocks of it back into the middle of a new record, where nothing tells them from it.
void RecordFile::cut_to(off_t keep) {
  const off_t end = lseek(file_, 0, SEEK_END);
  if (end < 0) fail(std::strerror(errno));
  if (end == keep) return;
  if (ftruncate(file_, keep) != 0 || fsync(file_) != 0 || lseek(file_, keep, SEEK_SET) < 0) fail(std::strerror(errno));
}

void RecordFile::append(std::string_view record) {
  if (!rules_.empty()) {
    const std::string_view rules = rules_of(record);
    if (!rules.empty() && rules != rules_) {
      throw Fatal({.file = aside_,
                   .message = "its records were made by other rules",
                   .remedy = "use the same rules, or remove the file to begin anew"});
    }
    if (!rules.empty()) rules_.clear();  // asked once
  }
  buffer_ += record;
  if (buffer_.size() >= kRecordBuffer) flush();
}

void RecordFile::flush() {
  const int error = write_all(file_, buffer_);
  buffer_.clear();
  if (error != 0) fail(std::strerror(error));
}

void RecordFile::finish() {
  if (earlier_left_ != 0) {
    throw Fatal({.file = aside_,
                 .message = "it holds records of more articles than the input does",
                 .remedy = "give the input as it was, or remove the file to begin anew"});
  }
  flush();
  if (stream_) return;
  if (fsync(file_) != 0 && errno != EINVAL) fail(std::strerror(errno));
  if (std::rename(aside_.c_str(), path_.c_str()) != 0) fail(std::strerror(errno));
}

}  // namespace hearsay
