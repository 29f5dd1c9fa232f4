// read_http(): headers, then chunks, then compression, each checked by what the bytes are.
#include "document/http_response.h"

#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

// Where the headers end, and where the body begins.
struct Head {
  std::size_t end = std::string_view::npos;
  std::size_t body = std::string_view::npos;
};

Head find_head(std::string_view bytes) {
  const std::size_t strict = bytes.find("\r\n\r\n");
  const std::size_t loose = bytes.find("\n\n");
  if (strict == std::string_view::npos && loose == std::string_view::npos) return {bytes.size(), bytes.size()};
  return strict < loose ? Head{strict, strict + 4} : Head{loose, loose + 2};
}

// False where the body is not in chunks whatever its header says. `torn`: the last chunk, which is empty, is not there.
bool join_chunks(std::string_view body, std::string& joined, bool& torn) {
  while (!body.empty()) {
    std::size_t size = 0;
    const auto [end, error] =
        std::from_chars(body.data(), body.data() + std::min<std::size_t>(body.size(), 16), size, 16);
    if (error != std::errc()) return false;
    const std::size_t line = body.find('\n', static_cast<std::size_t>(end - body.data()));
    if (line > 256) return false;  // or no line at all
    body.remove_prefix(line + 1);
    if (size == 0) return true;
    joined += body.substr(0, size);
    torn = size >= body.size();  // what is there counts
    if (torn) return true;
    body.remove_prefix(size);
    while (!body.empty() && (body.front() == '\r' || body.front() == '\n')) body.remove_prefix(1);
  }
  torn = !joined.empty();
  return torn;
}

// Bytes of a body that its header counts and that are not there. Archives that undo compression leave the count as it
// was: a longer body says nothing.
std::uint64_t missing_bytes(std::string_view headers, std::size_t there) {
  constexpr std::uint64_t kFew = 16;  // who counts wrongly is off by these; nothing of the article is missing
  const std::string_view value = header_value(headers, "content-length");
  std::uint64_t promised = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), promised);
  return error == std::errc() && promised > there + kFew ? promised - there : 0;
}

enum class Wrapper { gzip_or_zlib, bare };

struct Inflated {
  std::string bytes;
  bool torn = false, too_long = false;
};

Inflated inflated(std::string_view body, std::size_t max_bytes, Wrapper wrapper) {
  z_stream stream{};
  if (inflateInit2(&stream, wrapper == Wrapper::bare ? -MAX_WBITS : 32 + MAX_WBITS) != Z_OK) return {};
  Inflated result;
  std::string& out = result.bytes;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  int state = Z_OK;
  while (state == Z_OK && out.size() < max_bytes) {
    const std::size_t filled = out.size();
    out.resize(std::min(max_bytes, filled + std::max<std::size_t>(16384, filled)));
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + filled);
    stream.avail_out = static_cast<uInt>(out.size() - filled);
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (out.size() == filled) break;
  }
  if (state != Z_STREAM_END && out.size() == max_bytes) {
    char more = 0;  // is there any?
    stream.next_out = reinterpret_cast<Bytef*>(&more);
    stream.avail_out = 1;
    state = inflate(&stream, Z_NO_FLUSH);
    result.too_long = stream.avail_out == 0;
  }
  result.torn = state != Z_STREAM_END && !result.too_long;
  inflateEnd(&stream);
  return result;
}

void decompress(const std::string& coding, std::size_t max_bytes, HttpResponse& response) {
  const std::string_view body = response.body;
  const auto take = [&](Inflated&& found) {
    response.torn = response.torn || found.torn;
    response.too_long = found.too_long;
    response.body = std::move(found.bytes);
  };
  if (coding.find("gzip") != std::string::npos) {
    if (body.starts_with("\x1f\x8b")) take(inflated(body, max_bytes, Wrapper::gzip_or_zlib));
  } else if (coding.find("deflate") != std::string::npos) {
    if (trim(body).starts_with("<")) return;
    Inflated out = inflated(body, max_bytes, Wrapper::gzip_or_zlib);
    take(out.bytes.empty() ? inflated(body, max_bytes, Wrapper::bare) : std::move(out));
  } else if (coding == "br" || coding == "zstd") {
    if (trim(body).starts_with("<")) return;
    response.problem = "compressed by " + coding;
    response.body.clear();
    return;
  }
  if (response.body.empty()) response.problem = "its compressed body cannot be read";
}

}  // namespace

std::string_view header_value(std::string_view headers, std::string_view name) {
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find('\n'), headers.size());
    const std::string_view line = headers.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon == name.size() && lower(line.substr(0, colon)) == lower(name)) return trim(line.substr(colon + 1));
    headers.remove_prefix(std::min(end + 1, headers.size()));
  }
  return {};
}

HttpResponse read_http(std::string_view bytes, std::size_t max_bytes) {
  HttpResponse response;
  if (!bytes.starts_with("HTTP/")) return response;
  const Head head = find_head(bytes);
  const std::string_view headers = bytes.substr(0, head.end);
  if (const std::size_t blank = headers.find(' '); blank != std::string_view::npos)
    std::from_chars(headers.data() + blank + 1, headers.data() + headers.size(), response.status);
  if (response.status < 100 || response.status > 999) return {};
  const std::string type = lower(header_value(headers, "content-type"));
  response.content_type = std::string(trim(std::string_view(type).substr(0, type.find(';'))));
  if (const std::size_t at = type.find("charset="); at != std::string::npos) {
    const std::string_view label = std::string_view(type).substr(at + 8);
    response.charset = std::string(trim(label.substr(0, label.find(';'))));
    std::erase(response.charset, '"');
  }
  std::string_view body = bytes.substr(std::min(head.body, bytes.size()));
  std::string joined;
  const std::string coding = lower(header_value(headers, "content-encoding"));
  const bool chunked = lower(header_value(headers, "transfer-encoding")) == "chunked";
  if (coding.empty() && !chunked) response.missing = missing_bytes(headers, body.size());
  if (chunked && join_chunks(body, joined, response.torn)) body = joined;
  response.body = std::string(body);
  if (!coding.empty() && !response.body.empty()) decompress(coding, max_bytes, response);
  return response;
}

}  // namespace hearsay
