// What the module that knows poppler gives (poppler_module.cc).
#pragma once

#include <cstddef>

namespace hearsay {

enum class PdfPages : int { whole, stopped /* by `take` */, torn, locked, none, too_many, unreadable };

/// The words of the next page, UTF-8; false: no more are wanted. May throw.
using TakePdfPage = bool(void* to, const char* words, std::size_t size);

/// All pages in order. `pages`: how many there are; of more than `most` none is read.
using ReadPdfPages = PdfPages(const char* bytes, std::size_t size, int most, TakePdfPage* take, void* to, int* pages);

inline constexpr const char* kPdfModule = "hearsay_pdf.so";
inline constexpr const char* kReadPdfPages = "hearsay_read_pdf_pages";

}  // namespace hearsay
