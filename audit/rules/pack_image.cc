// One walk over all fields (pack_fields.h), through a door that writes or one that reads. Numbers and runs of plain
// values are copied as they lie in memory, little-endian as everywhere here; all else field by field, so that nothing
// undefined between fields gets into the file and the same pack gives the same bytes.
#include "rules/pack_image.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <map>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/quick_sum.h"
#include "rules/pack_fields.h"

namespace hearsay {
namespace {

/// Names the sources that the form of an image and its numbers follow from (CMakeLists.txt makes it of their bytes).
constexpr std::string_view kEdition = HEARSAY_PACK_EDITION;
constexpr std::size_t kMostNested = 64;  // elements within elements; files allow half of it

template <class T>
constexpr bool kPlain = std::is_arithmetic_v<T> || std::is_enum_v<T> ||
                        (std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>);

/// What both doors have: which way a value takes.
template <class Door>
class Walk {
 public:
  template <class... Fields>
  void operator()(Fields&... fields) {
    (take(fields), ...);
  }

 private:
  Door& door() { return static_cast<Door&>(*this); }

  template <class T>
  void take(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t byte = value ? 1 : 0;
      door().copy(&byte, 1);
      value = byte != 0;
    } else if constexpr (kPlain<T>) {
      door().copy(&value, sizeof value);
    } else {
      if (++nested_ <= kMostNested) {
        PackFields::of(door(), value);
      } else {
        door().fail();
      }
      --nested_;
    }
  }
  template <std::size_t size>
  void take(std::bitset<size>& bits) {
    door().copy(&bits, sizeof bits);
  }
  void take(std::string& text) { take_run(text); }
  template <class T>
  void take(std::vector<T>& all) {
    if constexpr (kPlain<T> && !std::is_same_v<T, bool>) {
      take_run(all);
    } else {
      std::uint64_t count = all.size();
      door().count(count, 1);
      all.resize(count);
      for (T& one : all) take(one);
    }
  }
  template <std::size_t size>
  void take(std::vector<std::bitset<size>>& all) {
    take_run(all);
  }
  template <class T, std::size_t size>
  void take(std::array<T, size>& all) {
    for (T& one : all) take(one);
  }
  template <class Key, class Value, class Less>
  void take(std::map<Key, Value, Less>& all) {
    std::uint64_t count = all.size();
    door().count(count, 1);
    if constexpr (Door::kReads) {
      for (std::uint64_t i = 0; i < count; ++i) {
        Key key{};
        Value value{};
        operator()(key, value);
        all.emplace_hint(all.end(), std::move(key), std::move(value));
      }
    } else {
      for (auto& [key, value] : all) operator()(const_cast<Key&>(key), value);
    }
  }
  void take(Place& place) {
    door().file(place.file);
    operator()(place.line, place.column);
  }
  void take(const Morphology*& morphology) { door().language(morphology); }

  /// Values that lie side by side.
  template <class Run>
  void take_run(Run& run) {
    using Value = typename Run::value_type;
    std::uint64_t count = run.size();
    door().count(count, sizeof(Value));
    run.resize(count);
    door().copy(run.data(), count * sizeof(Value));
  }

  std::size_t nested_ = 0;
};

class Writer : public Walk<Writer> {
 public:
  static constexpr bool kReads = false;

  Writer(std::string& out, const LoadOptions& options) : out_(out), options_(options) {}

  void copy(const void* from, std::size_t size) { out_.append(static_cast<const char*>(from), size); }
  void count(std::uint64_t& number, std::size_t) { copy(&number, sizeof number); }
  void fail() {}
  void file(const std::string& path) {
    std::string below = path.empty() ? path : std::filesystem::path(path).lexically_relative(options_.root).string();
    operator()(below);
  }
  void language(const Morphology* morphology) {
    bool own = morphology == &morphology_of(options_.language);
    operator()(own);
  }

 private:
  std::string& out_;
  const LoadOptions& options_;
};

class Reader : public Walk<Reader> {
 public:
  static constexpr bool kReads = true;

  Reader(std::string_view bytes, const LoadOptions& options)
      : rest_(bytes), root_(options.root.string()), language_(options.language) {
    if (!root_.ends_with('/')) root_ += '/';
  }

  [[nodiscard]] bool whole() const { return !failed_ && rest_.empty(); }

  void copy(void* to, std::size_t size) {
    if (size > rest_.size()) {
      fail();
      return;
    }
    if (size != 0) std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  /// Of things that take at least `each` bytes: never more than there are.
  void count(std::uint64_t& number, std::size_t each) {
    number = 0;
    copy(&number, sizeof number);
    if (number > rest_.size() / each) fail();
    if (failed_) number = 0;
  }
  void fail() {
    failed_ = true;
    rest_ = {};
  }
  void file(std::string& path) {
    std::string below;
    operator()(below);
    path = below.empty() ? below : root_ + below;
  }
  void language(const Morphology*& morphology) {
    bool own = false;
    operator()(own);
    morphology = own ? &morphology_of(language_) : &plain_morphology();
  }

 private:
  std::string_view rest_;
  std::string root_, language_;
  bool failed_ = false;
};

/// What an image begins with: the sum of all that follows, then edition and digest of the files.
constexpr std::size_t kSumBytes = sizeof(std::uint64_t);

}  // namespace

std::string write_pack_image(const Pack& pack, const LoadOptions& options, std::string_view files) {
  std::string out(kSumBytes, '\0');
  Writer door(out, options);
  std::string edition(kEdition);
  std::string digest(files);
  door(edition, digest, const_cast<Pack&>(pack));  // one list of fields serves both ways; this one changes nothing
  const std::uint64_t sum = quick_sum(std::string_view(out).substr(kSumBytes));
  std::memcpy(out.data(), &sum, sizeof sum);
  return out;
}

std::optional<Pack> read_pack_image(std::string_view bytes, const LoadOptions& options, std::string_view files) {
  std::uint64_t sum = 0;
  if (bytes.size() < kSumBytes) return std::nullopt;
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(kSumBytes);
  Reader door(bytes, options);
  std::string edition;
  std::string digest;
  door(edition, digest);
  if (edition != kEdition || digest != files || sum != quick_sum(bytes)) return std::nullopt;
  std::optional<Pack> pack(std::in_place);
  door(*pack);
  if (!door.whole()) pack.reset();
  return pack;
}

}  // namespace hearsay
