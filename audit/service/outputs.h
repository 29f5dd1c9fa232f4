// The one way to a file that is written: whole or not at all, and never in the place of something that the run reads.
//
// A regular file is written aside in the same folder, brought to the disk and renamed. A link is followed to its
// target. A device, pipe or terminal (also /dev/stdout) is written through and never replaced; for what is neither (a
// folder, a socket, a disk) the output is refused. What a run that was killed left aside goes when the next one writes
// in that folder.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "service/listener.h"
#include "service/read_files.h"

namespace hearsay {

/// Makes the folder and those above it. Throws Fatal where that cannot be done.
void make_folder(const std::string& path);

/// Where the bytes for a path go.
struct OutputPlace {
  std::string path;                   // links followed
  bool stream = false;                // written through: a device, a pipe, a terminal
  std::optional<Diagnostic> problem;  // nothing may be written there
};

/// `read` are the files that must stand; they are asked for what is there and for `aside`, where it is given.
[[nodiscard]] OutputPlace place_of_output(const std::string& path, ReadFiles& read);

/// Opens what is written through; waits for a reader of a pipe unless a signal asks to end. Below 0: errno says why.
[[nodiscard]] int open_stream(const std::string& path);

/// Writes it all; 0 or an errno.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);

/// "cannot be written: No space left on device", with what helps.
[[nodiscard]] Diagnostic not_written(const std::string& path, int error);

/// One file in the making. What is not finished leaves nothing behind, and an older file stands as it was.
class OutputFile {
 public:
  OutputFile(const std::string& path, ReadFiles& read);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// After an error all further calls do nothing.
  void write(std::string_view bytes);
  void finish();
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return problem_; }
  /// Written through: what was handed over is out already.
  [[nodiscard]] bool stream() const { return aside_.empty(); }

 private:
  void open_aside();
  void fail(int error);

  std::string path_, aside_;
  int descriptor_ = -1;
  std::string buffer_;  // not yet handed to the system
  std::optional<Diagnostic> problem_;
};

/// The outputs of one run.
class Outputs {
 public:
  /// Of a run that reads no file that an output could name.
  Outputs() = default;
  explicit Outputs(ReadFiles read) : read_(std::move(read)) {}

  /// Writes `bytes` as `path`. On an error nothing is left behind and an older file stands as it was.
  [[nodiscard]] std::optional<Diagnostic> write(const std::string& path, std::string_view bytes);
  /// The same of bytes that `fill` hands over piece by piece; it tells what kept it from giving them all.
  using Fill = std::function<std::optional<Diagnostic>(const Output&)>;
  [[nodiscard]] std::optional<Diagnostic> write(const std::string& path, const Fill& fill);
  [[nodiscard]] ReadFiles& read() { return read_; }

 private:
  ReadFiles read_;
  std::set<std::string> swept_;  // folders in which nothing of killed runs is left
};

/// Of a run that reads no file that an output could name.
[[nodiscard]] std::optional<Diagnostic> write_file(const std::string& path, std::string_view bytes);

/// Removes what runs that were killed left aside in the folder; what another run is writing stays.
void sweep_folder(const std::string& folder);

/// Throws Fatal where `path` is one of the files that the run reads.
void refuse_input(const std::string& path, ReadFiles& read);

/// Whether both name one existing file.
[[nodiscard]] bool same_file(const std::string& a, const std::string& b);

}  // namespace hearsay
