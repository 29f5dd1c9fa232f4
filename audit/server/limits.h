// How much and how long a client may: all that bounds the server's memory and time. Tests make them short.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace hearsay {

struct Limits {
  using Time = std::chrono::milliseconds;

  std::size_t head_bytes = 32U << 10U;          // of request line and headers together; more: 431
  std::size_t target_bytes = 8U << 10U;         // of the request line; more: 414
  std::size_t fields = 100;                     // headers; more: 431
  std::uint64_t body_bytes = 64ULL << 20U;      // of one body, as the readers of articles have it; more: 413
  std::uint64_t bodies_bytes = 512ULL << 20U;   // of all bodies that are held whole; more: 503
  std::size_t answer_bytes = 256U << 10U;       // of a streamed answer or body that wait for the other side
  std::uint64_t drained_bytes = 256ULL << 20U;  // of a refused body that are read and thrown away

  std::size_t connections = 512;  // more: the one idle longest is closed, or the new one is answered 503
  std::size_t waiting = 512;      // requests that wait for a worker; more: 503
  std::size_t threads = 0;        // that audit; 0: as many as there are cores
  std::size_t streams = 64;       // bodies and answers that are streamed at once; more: 503

  Time head{10'000};    // from the first byte of a request, or the connection, to the end of its headers; else 408
  Time body{20'000};    // without a byte of a body; else 408
  Time whole{120'000};  // for a body that is held whole; else 408
  Time idle{60'000};    // between requests; then closed
  Time write{30'000};   // in which a client takes nothing of its answer; then closed
  Time drain{5'000};    // of reading what a refused client still sends
  Time stop{5'000};     // for what is under way when the server stops
  Time tick{100};       // how often all this is looked at
};

}  // namespace hearsay
