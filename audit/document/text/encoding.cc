// to_utf8() picks one encoding in the order of trust given in the header, then converts: UTF-8 by hand (checking),
// everything else by iconv, which replaces what it cannot read byte by byte.
#include "document/text/encoding.h"

#include <fmt/format.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/utf8.h"

namespace hearsay {
namespace {

// How much of it reads as UTF-8.
struct Utf8Count {
  std::size_t multibyte = 0;
  std::size_t invalid = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const CodePoint here = decode(bytes, at);
    ++(here.valid ? count.multibyte : count.invalid);
    at += here.length;
  }
  return count;
}

// As the WHATWG encoding standard reads labels, where it differs from iconv. "" for labels that cannot be meant.
std::string canonical_label(std::string_view label) {
  std::string name = lower(trim(label));
  static constexpr std::array<std::string_view, 10> kWesternLabels = {
      "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp1252", "x-cp1252"};
  if (std::find(kWesternLabels.begin(), kWesternLabels.end(), name) != kWesternLabels.end()) return "windows-1252";
  if (name == "utf8" || name == "unicode-1-1-utf-8") return "utf-8";
  if (name == "gb2312" || name == "gbk" || name == "x-gbk") return "gb18030";
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "shift_jis" || name == "sjis" || name == "x-sjis") return "cp932";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "cp949";
  if (name == "tis-620" || name == "iso-8859-11") return "cp874";
  // A file whose label could be read byte by byte is not in one of these.
  if (name == "utf-16" || name == "utf-16le" || name == "utf-16be" || name == "utf-7" || name.size() > 40) return "";
  return name;
}

struct IconvClose {
  void operator()(void* handle) const { iconv_close(handle); }
};
using IconvHandle = std::unique_ptr<void, IconvClose>;

IconvHandle open_iconv(const std::string& from) {
  iconv_t handle = iconv_open("UTF-8", from.c_str());
  if (handle == reinterpret_cast<iconv_t>(-1)) return nullptr;  // NOLINT: iconv's own error value
  return IconvHandle(handle);
}

// Appends to `out`; gives the number of bytes that could not be read, which come in units of `unit`.
std::size_t convert(iconv_t handle, std::string_view bytes, std::size_t unit, std::string& out) {
  std::size_t replaced = 0;
  std::array<char, 16384> buffer{};
  char* in = const_cast<char*>(bytes.data());  // iconv reads only
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(handle, &in, &left, &to, &room);
    const int error = errno;
    out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
    if (result != static_cast<std::size_t>(-1)) break;
    if (error == E2BIG) continue;
    out += kReplacementBytes;
    const std::size_t passed = std::min(unit, left);
    replaced += passed;
    in += passed;
    left -= passed;
  }
  return replaced;
}

std::size_t copy_utf8(std::string_view bytes, std::string& out) {
  std::size_t replaced = 0;
  while (!bytes.empty()) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    out.append(bytes.substr(0, valid));
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    out += kReplacementBytes;
    ++replaced;
    bytes.remove_prefix(1);
  }
  return replaced;
}

std::string guess(std::string_view bytes) {
  const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min<std::size_t>(bytes.size(), 1U << 20U));
  uchardet_data_end(detector.get());
  return canonical_label(uchardet_get_charset(detector.get()));
}

// Two-byte text without a mark: nearly every second byte is zero.
std::string unmarked_utf16(std::string_view bytes) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (size < 16 || bytes.substr(0, size).find('\0') == std::string_view::npos) return "";
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  if (zeros[1] * 10 > size * 4 && zeros[0] * 50 < size) return "utf-16le";
  if (zeros[0] * 10 > size * 4 && zeros[1] * 50 < size) return "utf-16be";
  return "";
}

// Below one high byte in a hundred the guesser has nothing to go by; such text is western with curly quotes.
bool nearly_ascii(std::string_view bytes) {
  const auto high =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  return static_cast<std::size_t>(high) * 100 < bytes.size();
}

// By its mark, with which UTF-16 begins too: but for an empty character behind it, which no text has.
bool is_utf32(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("\xff\xfe\0\0"sv) || bytes.starts_with("\0\0\xfe\xff"sv);
}

struct Choice {
  std::string encoding;
  std::size_t skip = 0;  // bytes of the mark
};

Choice choose(std::string_view bytes, const std::string& declared) {
  if (bytes.starts_with(kByteOrderMark)) return {"utf-8", kByteOrderMark.size()};
  if (is_utf32(bytes)) return {bytes.front() == '\xff' ? "utf-32le" : "utf-32be", 4};
  if (bytes.starts_with("\xff\xfe")) return {"utf-16le", 2};
  if (bytes.starts_with("\xfe\xff")) return {"utf-16be", 2};
  if (std::string wide = unmarked_utf16(bytes); !wide.empty()) return {std::move(wide), 0};
  const Utf8Count count = count_utf8(bytes);
  const bool escapes = declared == "iso-2022-jp";
  if (count.invalid == 0 && (count.multibyte > 0 || !escapes)) return {"utf-8", 0};
  if (count.invalid * 10 <= count.multibyte) return {"utf-8", 0};  // UTF-8 with a wound
  if (!declared.empty() && declared != "utf-8" && open_iconv(declared) != nullptr) return {declared, 0};
  if (nearly_ascii(bytes)) return {"windows-1252", 0};
  if (std::string guessed = guess(bytes); !guessed.empty() && guessed != "utf-8" && open_iconv(guessed) != nullptr) {
    return {std::move(guessed), 0};
  }
  return {"windows-1252", 0};
}

void replace_nul(std::string& text) {
  if (text.find('\0') == std::string::npos) return;
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    if (c == '\0') {
      out += kReplacementBytes;
    } else {
      out.push_back(c);
    }
  }
  text = std::move(out);
}

}  // namespace

Decoded to_utf8(std::string_view bytes, std::string_view declared, std::string_view path) {
  Decoded out;
  const std::string label = canonical_label(declared);
  Choice choice = choose(bytes, label);
  std::string_view rest = bytes.substr(choice.skip);
  out.text.reserve(rest.size() + rest.size() / 8);
  std::size_t replaced = 0;
  if (choice.encoding == "utf-8") {
    replaced = copy_utf8(rest, out.text);
  } else if (const IconvHandle handle = open_iconv(choice.encoding); handle != nullptr) {
    replaced = convert(handle.get(), rest,
                       choice.encoding.starts_with("utf-32")   ? 4
                       : choice.encoding.starts_with("utf-16") ? 2
                                                               : 1,
                       out.text);
  } else {
    choice.encoding = "utf-8";
    replaced = copy_utf8(rest, out.text);
  }
  replace_nul(out.text);
  out.encoding = choice.encoding;
  const auto say = [&](Severity severity, std::string message, std::string remedy) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.file = path;
    diagnostic.message = std::move(message);
    diagnostic.remedy = std::move(remedy);
    out.diagnostics.push_back(std::move(diagnostic));
  };
  if (!label.empty() && label != choice.encoding && skip_ascii(bytes, 0) != bytes.size()) {
    say(Severity::note, fmt::format("declares {} but was read as {}", trim(declared), choice.encoding), "");
  }
  if (replaced > 0) {
    say(Severity::warning, fmt::format("{} byte(s) that are no valid {} were replaced", replaced, choice.encoding),
        "save the file as UTF-8");
  }
  return out;
}

std::string declared_encoding(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  std::size_t at = 0;
  if (head.starts_with("<?xml")) {
    const std::size_t end = head.find("?>");
    at = head.find("encoding");
    if (at == std::string::npos || at > end) at = 0;
    if (at != 0) at += 8;
  }
  for (std::size_t meta = head.find("<meta"); at == 0 && meta != std::string::npos;
       meta = head.find("<meta", meta + 5)) {
    const std::size_t end = std::min(head.find('>', meta), head.size());
    const std::size_t charset = head.find("charset", meta);
    if (charset < end) at = charset + 7;
  }
  if (at == 0) return "";
  at = head.find_first_not_of(" \t\r\n=\"'", at);
  if (at == std::string::npos) return "";
  return head.substr(at, head.find_first_of(" \t\r\n\"'/>;?", at) - at);
}

std::string binary_kind(std::string_view bytes) {
  struct Magic {
    std::string_view bytes;
    std::string_view kind;
  };
  static constexpr std::array<Magic, 9> kMagic = {{{"PK\x03\x04", "a ZIP archive or office document"},
                                                   {"%PDF-", "a PDF document"},
                                                   {"\x89PNG", "a PNG picture"},
                                                   {"GIF8", "a GIF picture"},
                                                   {"\xff\xd8\xff", "a JPEG picture"},
                                                   {"\x1f\x8b", "gzip-compressed data"},
                                                   {"\x28\xb5\x2f\xfd", "zstd-compressed data"},
                                                   {"\x7f"
                                                    "ELF",
                                                    "a program"},
                                                   {"{\\rtf", "an RTF document"}}};
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return std::string(magic.kind);
  }
  const bool marked = is_utf32(bytes) || bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  if (marked || !unmarked_utf16(bytes).empty()) return "";
  std::size_t nul = 0;
  std::size_t control = 0;
  // Counted in bytes, block by block, so that the compiler takes many at once.
  constexpr std::size_t kBlock = 128;
  for (std::size_t begin = 0; begin < bytes.size(); begin += kBlock) {
    std::uint8_t nuls = 0;
    std::uint8_t controls = 0;
    for (const char c : bytes.substr(begin, kBlock)) {
      const auto byte = static_cast<unsigned char>(c);
      nuls = static_cast<std::uint8_t>(nuls + (byte == 0 ? 1 : 0));
      const bool control_byte = (byte < 0x20U) & ((byte < '\t') | (byte > '\r')) & (byte != 0x1bU);
      controls = static_cast<std::uint8_t>(controls + (control_byte ? 1 : 0));
    }
    nul += nuls;
    control += controls;
  }
  // A page may hold a few that its editors never saw.
  if (trim(bytes.substr(0, 64)).starts_with("<")) return control * 10 > bytes.size() ? "binary data" : "";
  return nul * 1000 > bytes.size() || control * 50 > bytes.size() ? "binary data" : "";
}

}  // namespace hearsay
