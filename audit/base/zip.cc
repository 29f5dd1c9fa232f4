// Entries: read_zip, write_zip, repack_zip. libarchive reads by the directory at the archive's end where that is there,
// else from the start; either way a part is taken in pieces and given up when it grows beyond its bound.
#include "base/zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <functional>
#include <memory>
#include <unordered_set>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::int64_t kFirstDay = 315532800;  // 1980-01-01, the oldest date a ZIP can hold: reports have no clock

constexpr const char* kDamaged = "the archive is damaged or cut off";

struct CloseReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct CloseWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct CloseEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

// "" or what is wrong.
std::string read_part(archive* reader, const ZipLimits& limits, std::uint64_t& total, std::string& bytes) {
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
    if (count == 0) return "";
    if (count < 0) return kDamaged;
    total += static_cast<std::uint64_t>(count);
    if (bytes.size() + static_cast<std::size_t>(count) > limits.part_bytes || total > limits.total_bytes)
      return "the archive unpacks to more than an article can be";
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

/// Packs parts one after the other. Nothing is thrown through the library: what `take` throws waits for `rethrow`, and
/// the library is told that all went well, for in its fatal state it frees nothing.
class ZipPacker {
 public:
  explicit ZipPacker(const std::function<void(std::string_view)>& take) : take_(take), writer_(archive_write_new()) {
    ready_ = writer_ != nullptr && archive_write_set_format_zip(writer_.get()) == ARCHIVE_OK &&
             archive_write_set_bytes_per_block(writer_.get(), 0) == ARCHIVE_OK &&
             archive_write_open(writer_.get(), this, nullptr, hand_over, nullptr) == ARCHIVE_OK;
  }

  [[nodiscard]] bool begin(const std::string& name, std::uint64_t size) {
    if (!ready_) return false;
    const std::unique_ptr<archive_entry, CloseEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), kFirstDay, 0);
    return archive_write_header(writer_.get(), entry.get()) == ARCHIVE_OK;
  }
  [[nodiscard]] bool add(std::string_view bytes) {
    return !thrown_ &&
           archive_write_data(writer_.get(), bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size());
  }
  [[nodiscard]] bool end() { return ready_ && !thrown_ && archive_write_close(writer_.get()) == ARCHIVE_OK; }
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  static la_ssize_t hand_over(archive* /*writer*/, void* self, const void* bytes, std::size_t size) {
    auto* packer = static_cast<ZipPacker*>(self);
    try {
      if (!packer->thrown_) packer->take_({static_cast<const char*>(bytes), size});
    } catch (...) {
      packer->thrown_ = std::current_exception();
    }
    return static_cast<la_ssize_t>(size);
  }

  const std::function<void(std::string_view)>& take_;
  std::exception_ptr thrown_;  // before the writer, which writes its end when it goes
  std::unique_ptr<archive, CloseWriter> writer_;
  bool ready_ = false;
};

/// One part, whole.
bool repack_part(archive* reader, archive_entry* entry, ZipPacker& packer,
                 const std::function<void(std::string_view name, std::string_view bytes)>& look) {
  const char* path = archive_entry_pathname(entry);
  if (path == nullptr || archive_entry_size_is_set(entry) == 0) return false;
  const std::string name = path;
  const auto size = static_cast<std::uint64_t>(archive_entry_size(entry));
  if (!packer.begin(name, size)) return false;
  std::uint64_t done = 0;
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
    if (count < 0) return false;
    if (count == 0) return done == size;
    const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
    done += bytes.size();
    look(name, bytes);
    if (!packer.add(bytes)) return false;
  }
}

bool repack_parts(archive* reader, ZipPacker& packer,
                  const std::function<void(std::string_view name, std::string_view bytes)>& look) {
  for (;;) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader, &entry);
    if (result == ARCHIVE_EOF) return packer.end();
    if (result != ARCHIVE_OK || !repack_part(reader, entry, packer, look)) return false;
  }
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

const std::string* ZipParts::find(std::string_view name) const {
  const std::string wanted = lower(name);
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const ZipPart& part) { return lower(part.name) == wanted; });
  return found == parts.end() ? nullptr : &found->bytes;
}

ZipParts read_zip(std::string_view bytes, const ZipLimits& limits) {
  ZipParts zip;
  // The directory's end stands within so many bytes of the archive's: its own, and the longest comment.
  constexpr std::size_t kEndReach = 22 + 65535;
  constexpr std::string_view kEnd("PK\x05\x06", 4);
  zip.endless = bytes.substr(bytes.size() - std::min(bytes.size(), kEndReach)).find(kEnd) == std::string_view::npos;
  std::string padded;
  if (zip.endless) {  // what follows a part is looked at before the part is given out
    padded.assign(bytes).append(64, '\0');
    bytes = padded;
  }
  const std::unique_ptr<archive, CloseReader> reader(archive_read_new());
  if (reader == nullptr || archive_read_support_format_zip(reader.get()) != ARCHIVE_OK ||
      archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) {
    zip.problem = kDamaged;
    return zip;
  }
  std::uint64_t total = 0;
  std::unordered_set<std::string> names;
  for (std::uint32_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(reader.get(), &entry);
    if (result == ARCHIVE_EOF) break;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) {
      if (zip.endless && !zip.parts.empty()) break;  // what stands before the missing end is whole
      zip.problem = kDamaged;
      break;
    }
    if (count == limits.parts) {
      zip.problem = fmt::format("the archive has more than {} parts", limits.parts);
      break;
    }
    if (archive_entry_is_encrypted(entry) != 0) {
      zip.problem = "protected by a password";
      break;
    }
    const char* name = archive_entry_pathname(entry);
    if (name == nullptr || archive_entry_filetype(entry) != AE_IFREG) continue;
    ZipPart part{.name = name, .bytes = {}};
    zip.problem = read_part(reader.get(), limits, total, part.bytes);
    if (!zip.problem.empty()) break;
    if (!part.name.empty() && names.insert(lower(part.name)).second) zip.parts.push_back(std::move(part));
  }
  if (zip.parts.empty() && zip.problem.empty()) zip.problem = "the archive is empty";
  return zip;
}

std::string write_zip(const std::vector<ZipPart>& parts) {
  std::string out;
  const std::function<void(std::string_view)> append = [&](std::string_view bytes) { out += bytes; };
  ZipPacker packer(append);
  bool whole = true;
  for (const ZipPart& part : parts)
    whole = whole && packer.begin(part.name, part.bytes.size()) && packer.add(part.bytes);
  whole = whole && packer.end();
  packer.rethrow();
  return whole ? out : std::string();
}

bool repack_zip(int file, const std::function<void(std::string_view)>& take,
                const std::function<void(std::string_view name, std::string_view bytes)>& look) {
  constexpr std::size_t kBlock = 1U << 16U;
  const std::unique_ptr<archive, CloseReader> reader(archive_read_new());
  if (reader == nullptr || archive_read_support_format_zip(reader.get()) != ARCHIVE_OK ||
      archive_read_open_fd(reader.get(), file, kBlock) != ARCHIVE_OK)
    return false;
  ZipPacker packer(take);
  const bool whole = repack_parts(reader.get(), packer, look);
  packer.rethrow();
  return whole;
}

}  // namespace hearsay
