// load_model: map, check header, size and sum, point the tables into the bytes.
#include "evidence/model_file.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "base/mapped_file.h"
#include "base/quick_sum.h"
#include "evidence/model_layout.h"

namespace hearsay {
namespace {

struct MappedModel : ModelStorage {
  explicit MappedModel(const std::string& path) : file(path) {}
  MappedFile file;
};

/// Keeps bytes on a boundary that every table may stand on.
class OwnedBytes : public ModelStorage {
 public:
  explicit OwnedBytes(std::string_view bytes) : words_((bytes.size() + 7) / 8), size_(bytes.size()) {
    if (!bytes.empty()) std::memcpy(words_.data(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::string_view bytes() const { return {reinterpret_cast<const char*>(words_.data()), size_}; }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

template <class Entry>
bool table(std::string_view bytes, const TableEntry& entry, std::span<const Entry>& out) {
  if (entry.begin % 8 != 0 || entry.begin > bytes.size() || entry.count > (bytes.size() - entry.begin) / sizeof(Entry))
    return false;
  out = {reinterpret_cast<const Entry*>(bytes.data() + entry.begin), static_cast<std::size_t>(entry.count)};
  return true;
}

/// "" where the bytes are a model, else what is wrong with them.
std::string read_tables(std::string_view bytes, Model& model) {
  ModelHeader header;
  if (bytes.size() < sizeof header) return "the file is too short to be a compiled model";
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kModelMagic) return "the file is no compiled model";
  if (header.edition != kModelEdition || header.header_size != sizeof header ||
      header.signature != templates_signature()) {
    return "the model was compiled for another version of the program";
  }
  if (header.size != bytes.size())
    return fmt::format("the file has {} bytes and should have {}", bytes.size(), header.size);
  if (header.sum != quick_sum(bytes.substr(sizeof header))) return "the file is damaged: its sum is wrong";
  std::span<const ModelNumbers> numbers;
  const auto sized = [](std::size_t count) { return std::has_single_bit(count) && count >= 16; };
  // Turns, checks and rows follow each other.
  const auto keyed = [&](std::uint32_t first, KeyTable& keys, auto& rows) {
    if (!table(bytes, header.tables[first], keys.turns) || !table(bytes, header.tables[first + 1], keys.checks) ||
        !table(bytes, header.tables[first + 2], rows) || !sized(keys.turns.size()) || keys.checks.empty() ||
        rows.size() != keys.checks.size() + 1)
      return false;
    keys.shift = static_cast<std::uint32_t>(64 - std::countr_zero(keys.turns.size()));
    return true;
  };
  const bool good =
      table(bytes, header.tables[kWordTable], model.words) && table(bytes, header.tables[kStemTable], model.stems) &&
      keyed(kTagTurns, model.tag_keys, model.tag_rows) && keyed(kCueTurns, model.cue_keys, model.cue_rows) &&
      keyed(kSpanTurns, model.span_keys, model.span_rows) &&
      keyed(kReadingTurns, model.reading_keys, model.reading_rows) &&
      keyed(kLinkTurns, model.link_keys, model.link_rows) && table(bytes, header.tables[kNumberTable], numbers) &&
      numbers.size() == 1;
  if (!good || !sized(model.words.size()) || !sized(model.stems.size())) {
    return "the file is damaged: a table lies outside it";
  }
  model.numbers = numbers.data();
  return {};
}

Model refused(const std::string& name, std::string message, Diagnostics& diagnostics) {
  diagnostics.push_back({.severity = Severity::warning,
                         .file = name,
                         .message = std::move(message),
                         .remedy = "going on with rules alone; build the program again to compile its weights",
                         .source_line = {}});
  return {};
}

}  // namespace

Model model_from_bytes(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) {
  Model model;
  auto owned = std::make_unique<OwnedBytes>(bytes);
  if (std::string error = read_tables(owned->bytes(), model); !error.empty())
    return refused(name, std::move(error), diagnostics);
  model.storage = std::move(owned);
  return model;
}

Model load_model(const std::string& path, Diagnostics& diagnostics) {
  auto mapped = std::make_unique<MappedModel>(path);
  if (mapped->file.bytes().empty()) return refused(path, "the compiled model cannot be read", diagnostics);
  Model model;
  if (std::string error = read_tables(mapped->file.bytes(), model); !error.empty()) {
    return refused(path, std::move(error), diagnostics);
  }
  model.storage = std::move(mapped);
  return model;
}

}  // namespace hearsay
