#include "fuzz/compressed.h"

#include <zlib.h>
#include <zstd.h>

#include "fuzz/holds.h"

namespace hearsay::fuzz {
namespace {

std::string gzip_member(std::string_view bytes) {
  z_stream stream{};
  require(deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  require(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd_frame(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  require(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

}  // namespace

std::string as_gzip(std::string_view bytes) {
  const std::size_t half = bytes.size() / 2;
  return gzip_member(bytes.substr(0, half)) + gzip_member(bytes.substr(half));
}

std::string as_zstd(std::string_view bytes) {
  const std::size_t half = bytes.size() / 2;
  return zstd_frame(bytes.substr(0, half)) + zstd_frame(bytes.substr(half));
}

}  // namespace hearsay::fuzz
