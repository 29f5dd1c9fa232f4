// Boost.Beast's parser as a value: heads that the scanner (head.h) let pass, and bodies out of their framing. All of
// Beast is in its .cc.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "server/exchange.h"

namespace hearsay {

/// Of one request.
class RequestParser {
 public:
  RequestParser();
  ~RequestParser();

  /// The whole head, with the empty line at its end. The status to refuse it with: 400, 505; 0 where it is well.
  [[nodiscard]] int head(std::string_view bytes);

  // What it says; "", none before head().
  std::string method, target;
  Fields headers;
  int version = 11;         // 10, 11
  bool keep_alive = false;  // the client wishes it

  /// The body has come to its end, or there is none.
  [[nodiscard]] bool done() const;

  enum class Then { go_on, need_more, broken };
  struct Step {
    std::size_t used = 0;     // of the bytes
    std::size_t decoded = 0;  // into `out`
    Then then = Then::go_on;
  };
  /// A step through the body; nothing of `bytes` is kept: what was not used is to be given again.
  [[nodiscard]] Step body(std::string_view bytes, std::span<char> out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
