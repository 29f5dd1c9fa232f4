// The least that any reader of words can do: one pass over the bytes of a file, each word in lower case hashed and
// looked up in a table of cue words.
//
//   token_loop CUES FILE
//
// Prints how many words were read and how many of them are cues. What it has to do with hearsay: nothing is faster.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr std::array<unsigned char, 256> kLower = [] {
  std::array<unsigned char, 256> lower{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) lower[c] = static_cast<unsigned char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) lower[c] = static_cast<unsigned char>(c + ('a' - 'A'));
  for (std::size_t c = 0x80; c < 0x100; ++c) lower[c] = static_cast<unsigned char>(c);
  return lower;
}();

constexpr std::uint64_t kSeed = 0xcbf29ce484222325ULL;
constexpr std::uint64_t kPrime = 0x100000001b3ULL;

class Table {
 public:
  explicit Table(const std::vector<std::uint64_t>& hashes) {
    while (slots_.size() < 4 * hashes.size() + 16) slots_.resize(2 * slots_.size());
    for (const std::uint64_t hash : hashes) slots_[place(hash)] = hash;
  }
  [[nodiscard]] bool holds(std::uint64_t hash) const { return slots_[place(hash)] == hash; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(16);
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::vector<std::uint64_t> hashes;
  std::ifstream cues(argv[1]);
  for (std::string line; std::getline(cues, line);) {
    std::uint64_t hash = kSeed;
    for (const char c : line) hash = (hash ^ kLower[static_cast<unsigned char>(c)]) * kPrime;
    hashes.push_back(hash);
  }
  const Table table(hashes);
  std::FILE* file = std::fopen(argv[2], "rb");
  if (file == nullptr) return 2;
  std::vector<unsigned char> buffer(std::size_t{1} << 18U);
  std::uint64_t hash = kSeed;
  std::size_t words = 0;
  std::size_t found = 0;
  for (;;) {
    const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file);
    for (std::size_t i = 0; i < size; ++i) {
      const unsigned char c = kLower[buffer[i]];
      if (c != 0) {
        hash = (hash ^ c) * kPrime;
      } else if (hash != kSeed) {
        ++words;
        found += table.holds(hash) ? 1U : 0U;
        hash = kSeed;
      }
    }
    if (size == 0) break;
  }
  std::fclose(file);
  std::printf("%zu words, %zu cues\n", words, found);
  return 0;
}
