// The file that a run's records go to: written aside as FILE.part, renamed when whole, and resumable, since records
// stand in the order of the input. The part of another run that is going on is not touched.
#pragma once

#include <sys/types.h>

#include <fstream>
#include <string>
#include <string_view>

#include "archive/raw_article.h"
#include "service/read_files.h"

namespace hearsay {

/// What `--out` means for records: a name that ends in ".jsonl", or that is a device or a pipe, is the file; any other
/// is a folder, made where it is not there, and the file in it is "articles.jsonl" or "articles.3-of-8.jsonl".
[[nodiscard]] std::string record_path(const std::string& out, const Shard& shard);

class RecordFile {
 public:
  enum class Start { anew, resume };

  /// Opens FILE.part, beside the target where FILE is a link; a device or pipe is written through. To resume, a last
  /// line that broke off is cut away, and so is all from a line on that power left torn. Throws Fatal where it cannot
  /// be written, is a file that the run reads or another run is writing it, as do all below.
  RecordFile(const std::string& path, Start start, ReadFiles& read);
  ~RecordFile();
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;

  /// To resume, and FILE itself is there: nothing is left to do.
  [[nodiscard]] bool whole() const { return whole_; }

  /// To resume: is the next record of the part that of the article with these bytes? False once all were asked for.
  /// Throws where it is the record of something else. May be called by one thread while another appends.
  [[nodiscard]] bool has_next(std::string_view article);

  /// `record` ends with a newline.
  void append(std::string_view record);
  void flush();
  /// Everything reaches the disk, then the part gets its name.
  void finish();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& aside() const { return aside_; }
  /// Written through: nothing is renamed and nothing can be resumed.
  [[nodiscard]] bool stream() const { return stream_; }

 private:
  [[noreturn]] void fail(const std::string& what) const;
  void cut_earlier();
  void cut_to(off_t keep);

  std::string path_, aside_;
  bool whole_ = false, stream_ = false;
  int file_ = -1;
  std::string buffer_;              // not yet handed to the system
  std::ifstream earlier_;           // the records of the run before
  std::uint64_t earlier_left_ = 0;  // bytes of them
  std::string line_;                // buffer of has_next
  std::string rules_;               // that made them: the "rules" of a record
};

}  // namespace hearsay
