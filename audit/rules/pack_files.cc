// Depth first through <include>; a file that is met again while its own includes are being read closes a cycle.
#include "rules/pack_files.h"

#include <algorithm>
#include <cstdio>

#include "rules/csv_register.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMaxIncludeDepth = 16;
constexpr std::size_t kMaxFiles = 1000;
constexpr std::size_t kFirstPiece = 64U << 10U;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Diagnostic file_error(const std::filesystem::path& path, std::string message, std::string remedy = {}) {
  return {.file = path.string(), .message = std::move(message), .remedy = std::move(remedy), .source_line = {}};
}

}  // namespace

std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> found;
  std::error_code failure;
  for (auto at = std::filesystem::directory_iterator(folder, failure);
       !failure && at != std::filesystem::directory_iterator(); at.increment(failure)) {
    if (at->path().extension() == ".xml") found.push_back(at->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool read_bytes(const std::filesystem::path& path, std::string& bytes) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return false;
  bytes.clear();
  std::error_code failure;
  const std::uintmax_t known = std::filesystem::file_size(path, failure);  // of a pipe or device none
  std::size_t size = 0;
  do {
    const std::size_t first = failure ? kFirstPiece : std::min<std::uintmax_t>(known, kMaxFileBytes) + 1;
    bytes.resize(size + (size == 0 ? first : size));
    size += std::fread(bytes.data() + size, 1, bytes.size() - size, file.get());
  } while (size == bytes.size() && size <= kMaxFileBytes);
  bytes.resize(size);
  return std::ferror(file.get()) == 0;
}

void PackFiles::read(const std::filesystem::path& path, Diagnostics& diagnostics) {
  std::error_code failure;
  if (!std::filesystem::is_directory(path, failure)) {
    read_file(path, diagnostics);
    return;
  }
  for (const auto& file : xml_files(path)) read_file(file, diagnostics);
}

PackFiles::Seen* PackFiles::find_seen(const std::string& key) {
  const auto at = std::find_if(seen_.begin(), seen_.end(), [&](const Seen& seen) { return seen.key == key; });
  return at == seen_.end() ? nullptr : &*at;
}

void PackFiles::read_file(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const std::string key = std::filesystem::absolute(path).lexically_normal().string();
  if (find_seen(key) != nullptr) return;
  if (seen_.size() >= kMaxFiles) {
    diagnostics.push_back(file_error(path, "more than 1000 files in a pack"));
    return;
  }
  seen_.push_back({.key = key, .open = true});
  std::string bytes;
  std::error_code failure;
  if (std::filesystem::exists(path, failure) && !std::filesystem::is_regular_file(path, failure)) {
    diagnostics.push_back(file_error(path, "is no regular file", "name an XML or CSV file"));
  } else if (!read_bytes(path, bytes)) {
    diagnostics.push_back(file_error(path, "cannot be read"));
  } else {
    const bool table = path.extension() == ".csv";
    std::string written;
    if (table) {
      written = std::move(bytes);
      bytes = csv_register(written, path.string(), path.stem().string(), diagnostics);
      if (bytes.empty()) return close(key);
    }
    auto file = std::make_unique<SourceFile>(path.string(), std::move(bytes), diagnostics);
    if (table) file->set_written(std::move(written));
    if (file->ok()) {
      read_includes(*file, diagnostics);
      files_.push_back(std::move(file));
    }
  }
  close(key);
}

void PackFiles::close(const std::string& key) {
  find_seen(key)->open = false;
}

void PackFiles::read_includes(const SourceFile& file, Diagnostics& diagnostics) {
  for (const pugi::xml_node node : file.root().children("include")) {
    const std::string href = node.attribute("href").value();
    if (!file.check_attributes(node, {"href"}, diagnostics)) continue;
    if (href.empty()) {
      diagnostics.push_back(file.error(file.place(node), "<include> without href"));
      continue;
    }
    const std::filesystem::path target = (std::filesystem::path(file.path()).parent_path() / href).lexically_normal();
    const std::string key = std::filesystem::absolute(target).lexically_normal().string();
    const Seen* seen = find_seen(key);
    if (seen != nullptr && seen->open) {
      diagnostics.push_back(file.error(file.place(node, "href"), "include cycle: \"" + href + "\" includes this file",
                                       "remove one of the two"));
      continue;
    }
    std::error_code failure;
    if (seen == nullptr && !std::filesystem::is_regular_file(target, failure)) {
      diagnostics.push_back(file.error(file.place(node, "href"), "included file \"" + href + "\" is missing"));
      continue;
    }
    if (depth_ >= kMaxIncludeDepth) {
      diagnostics.push_back(file.error(file.place(node, "href"), "includes are nested more than 16 deep"));
      continue;
    }
    ++depth_;
    read_file(target, diagnostics);
    --depth_;
  }
}

}  // namespace hearsay
