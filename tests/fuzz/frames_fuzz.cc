// Any bytes as a stream of the language server protocol: the same messages however they arrive, none larger than
// allowed, and a message behind them is met.
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/holds.h"
#include "lsp/frames.h"

namespace hearsay::fuzz {
namespace {

constexpr std::uint64_t kMostFrame = 300;

std::vector<std::string> frames_of(std::string_view bytes, std::size_t piece) {
  LspFrames frames(kMostFrame);
  std::vector<std::string> bodies;
  while (!bytes.empty()) {
    frames.feed(bytes.substr(0, piece));
    bytes.remove_prefix(std::min(piece, bytes.size()));
    while (auto frame = frames.next()) {
      require(frame->body.size() <= kMostFrame);
      require(frame->problem.empty() || frame->body.empty());
      bodies.push_back(frame->problem.empty() ? std::move(frame->body) : "problem: " + frame->problem);
    }
  }
  return bodies;
}

}  // namespace

void fuzz_frames(std::string_view bytes) {
  const std::vector<std::string> whole = frames_of(bytes, bytes.size() + 1);
  require(whole == frames_of(bytes, 1));
  require(whole == frames_of(bytes, 7));
  std::string sent;
  std::vector<std::string> messages;
  for (const std::string_view piece : pieces_of(bytes, 4)) {
    messages.emplace_back(piece.substr(0, kMostFrame));
    sent += lsp_frame(messages.back());
  }
  require(frames_of(sent, 5) == messages);
}

}  // namespace hearsay::fuzz
