// ByteSource::read(): plain bytes come from the system as they are; compressed ones through a decoder that pulls its
// own input. Errors of zlib and zstd end here. Several members or frames behind each other are one stream, as gzip and
// zstd have it; zeros behind the last one are padding.
#include "archive/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "archive/interrupt.h"

namespace hearsay {
namespace {

constexpr std::size_t kInput = 128U << 10U;  // compressed bytes read at once
constexpr std::string_view kGzip("\x1f\x8b\x08", 3);
constexpr std::string_view kZstd("\x28\xb5\x2f\xfd", 4);
constexpr std::size_t kMagic = 4;
constexpr std::string_view kBlankLine = "\r\n\r\n";

}  // namespace

Diagnostic unreadable(const std::string& path, int error) {
  const char* remedy = "check the path";
  if (error == EACCES || error == EPERM) remedy = "check its permissions";
  if (path.starts_with("http://") || path.starts_with("https://"))
    remedy = "nothing is fetched: save the page and name its file";
  if (error == EISDIR) remedy = "give a file, or the folder as it stands on the command line";
  return {.file = path, .message = std::string("cannot be read: ") + std::strerror(error), .remedy = remedy};
}

// Takes compressed bytes from the source it belongs to.
class ByteSource::Decoder {
 public:
  explicit Decoder(ByteSource& source) : source_(source), input_(kInput) {}
  virtual ~Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual std::size_t read(char* into, std::size_t size) = 0;

 protected:
  // What is there of the input, more where all is used; empty at the end.
  std::string_view available() {
    if (begin_ == end_) {
      begin_ = 0;
      end_ = source_.read_raw(input_.data(), input_.size());
    }
    return {input_.data() + begin_, end_ - begin_};
  }
  void use(std::size_t count) { begin_ += count; }
  void fail(std::string message) { source_.fail(std::move(message), "get the file again; what came before was read"); }
  [[nodiscard]] bool ended_early() const { return !source_.cut_short(); }
  // Padding behind the last member: nothing but zeros up to the end.
  bool only_zeros_follow() {
    for (;;) {
      const std::string_view rest = available();
      if (rest.empty()) return true;
      if (rest.find_first_not_of('\0') != std::string_view::npos) return false;
      use(rest.size());
    }
  }

 private:
  ByteSource& source_;
  std::vector<char> input_;
  std::size_t begin_ = 0, end_ = 0;
};

class ByteSource::Gzip : public Decoder {
 public:
  explicit Gzip(ByteSource& source) : Decoder(source) { ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK; }
  ~Gzip() override { inflateEnd(&stream_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    if (!ready_ || done_) return 0;
    stream_.next_out = reinterpret_cast<Bytef*>(into);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (!seam_.empty()) {
        const std::size_t count = std::min(size, seam_.size());
        seam_.copy(into, count);
        seam_.erase(0, count);
        return count;
      }
      const std::string_view input = available();
      if (input.empty()) {
        end();
        return 0;
      }
      if (lost_) {
        find_member();
        continue;
      }
      if (!inside_ && members_ > 0 && static_cast<unsigned char>(input.front()) != 0x1fU) {
        done_ = true;
        if (!only_zeros_follow()) fail("bytes that are no gzip stand behind the gzip stream");
        return 0;
      }
      inside_ = true;
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
      stream_.avail_in = static_cast<uInt>(input.size());
      const int state = inflate(&stream_, Z_NO_FLUSH);
      use(input.size() - stream_.avail_in);
      if (state == Z_STREAM_END) {
        inside_ = false;
        ++members_;
        inflateReset(&stream_);
      } else if (state != Z_OK && state != Z_BUF_ERROR) {
        ++damaged_;
        lost_ = true;
        inside_ = false;
        why_ = stream_.msg != nullptr ? stream_.msg : zError(state);
        inflateReset(&stream_);
        seam_ = std::string(kBlankLine).append(kDamage).append(kBlankLine);
      }
    }
    return size - stream_.avail_out;
  }

 private:
  // Behind a damaged member: passes over bytes to where the next one may begin, if that is in what is there. Data that
  // looks like a beginning is damaged in its turn.
  void find_member() {
    const std::string_view rest = available();
    const std::size_t at = std::min(rest.find(kGzip.front()), rest.size());
    use(at);
    const std::string_view head = rest.substr(at, kGzip.size() + 1);
    const bool begins = kGzip.starts_with(head.substr(0, kGzip.size())) &&  // at the end of the bytes at hand: try
                        (head.size() <= kGzip.size() || static_cast<unsigned char>(head.back()) < 0x20U);
    if (begins && !head.empty()) {
      lost_ = false;
    } else if (!head.empty()) {
      use(1);
    }
  }

  void end() {
    done_ = true;
    if (damaged_ == 0 && inside_ && ended_early()) return fail("the gzip stream breaks off");
    if (damaged_ == 0) return;
    if (lost_) return fail("the gzip stream is damaged: " + why_);
    fail("the gzip stream is damaged in places; what could be read on both sides was");
  }

  z_stream stream_{};
  bool ready_ = false;
  bool done_ = false;
  bool inside_ = false;  // of a member
  bool lost_ = false;    // behind a damaged one
  std::string why_;      // it is damaged
  std::string seam_;     // to be given out before what follows
  std::uint64_t members_ = 0, damaged_ = 0;
};

class ByteSource::Zstd : public Decoder {
 public:
  explicit Zstd(ByteSource& source) : Decoder(source), stream_(ZSTD_createDStream()) {}
  ~Zstd() override { ZSTD_freeDStream(stream_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    if (stream_ == nullptr || done_) return 0;
    ZSTD_outBuffer out{into, size, 0};
    while (out.pos == 0) {
      const std::string_view input = available();
      ZSTD_inBuffer in{input.data(), input.size(), 0};
      const std::size_t before = in.pos;
      const std::size_t wanted = ZSTD_decompressStream(stream_, &out, &in);
      use(in.pos);
      if (ZSTD_isError(wanted) != 0U) {
        done_ = true;
        fail(std::string("the zstd stream is damaged: ") + ZSTD_getErrorName(wanted));
        return 0;
      }
      if (input.empty() && out.pos == 0 && in.pos == before) {
        done_ = true;
        if (inside_ && ended_early()) fail("the zstd stream breaks off");
        return 0;
      }
      inside_ = wanted != 0;
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* stream_;
  bool done_ = false;
  bool inside_ = false;  // of a frame
};

ByteSource::ByteSource(const std::string& path, const Interrupt* interrupt)
    : path_(path),
      // A pipe is opened without waiting for whoever writes: only poll() below hears of a signal.
      descriptor_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)),
      interrupt_(interrupt) {
  struct stat status {};
  if (descriptor_ < 0 || fstat(descriptor_, &status) != 0) {
    problem_ = unreadable(path, errno);
  } else if (S_ISDIR(status.st_mode)) {
    problem_ = unreadable(path, EISDIR);
  }
  regular_ = S_ISREG(status.st_mode);
}

ByteSource::ByteSource(ByteFeed feed) : path_(std::move(feed.name)), feed_(std::move(feed.read)) {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) close(descriptor_);
}

void ByteSource::fail(std::string message, std::string remedy) {
  if (!problem_) problem_ = Diagnostic{.file = path_, .message = std::move(message), .remedy = std::move(remedy)};
}

std::size_t ByteSource::read_raw(char* into, std::size_t size) {
  if (head_given_ < head_.size()) {
    const std::size_t count = std::min(size, head_.size() - head_given_);
    std::memcpy(into, head_.data() + head_given_, count);
    head_given_ += count;
    return count;
  }
  if (feed_) {
    const std::size_t count = feed_(into, size);
    consumed_ += count;
    return count;
  }
  while (!problem_) {
    if (!regular_) {
      // A descriptor below 0 is passed over.
      pollfd wait[2] = {{descriptor_, POLLIN, 0}, {interrupt_ != nullptr ? interrupt_->descriptor() : -1, POLLIN, 0}};
      if (poll(wait, 2, -1) < 0 && errno != EINTR) return fail(std::strerror(errno), "try again"), 0;
      if (interrupt_ != nullptr && interrupt_->requested()) {
        interrupted_ = true;
        return 0;
      }
      if (wait[0].revents == 0) continue;
    }
    const ssize_t count = ::read(descriptor_, into, size);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count < 0) {
      problem_ = unreadable(path_, errno);
      return 0;
    }
    consumed_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }
  return 0;
}

void ByteSource::sniff() {
  sniffed_ = true;
  std::string head(kMagic, '\0');
  std::size_t filled = 0;
  while (filled < kMagic) {
    const std::size_t count = read_raw(head.data() + filled, kMagic - filled);
    if (count == 0) break;
    filled += count;
    const std::string_view so_far(head.data(), filled);
    if (!kGzip.starts_with(so_far.substr(0, kGzip.size())) && !kZstd.starts_with(so_far)) break;
  }
  head.resize(filled);
  head_ = std::move(head);
  if (head_.starts_with(kGzip)) decoder_ = std::make_unique<Gzip>(*this);
  if (head_.starts_with(kZstd)) decoder_ = std::make_unique<Zstd>(*this);
}

std::size_t ByteSource::read(char* into, std::size_t size) {
  if (problem_) return 0;
  if (!sniffed_) sniff();
  if (decoder_ != nullptr) return decoder_->read(into, size);
  // The few bytes of the head and what follows in one piece.
  const std::size_t first = read_raw(into, size);
  if (first == 0 || first >= size || first > kMagic || !regular_) return first;
  return first + read_raw(into + first, size - first);
}

}  // namespace hearsay
