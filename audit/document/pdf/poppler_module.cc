// The module hearsay_pdf.so: the one file that calls poppler, whose exceptions and messages end here.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <exception>
#include <memory>
#include <string>

#include "document/pdf/pdf_pages.h"

namespace {

void silent(const std::string& /*message*/, void* /*closure*/) {}

}  // namespace

extern "C" hearsay::PdfPages hearsay_read_pdf_pages(const char* bytes, std::size_t size, int most,
                                                    hearsay::TakePdfPage* take, void* to, int* pages) {
  using hearsay::PdfPages;
  poppler::set_debug_error_function(silent, nullptr);
  std::unique_ptr<poppler::document> pdf;
  try {
    pdf.reset(poppler::document::load_from_raw_data(bytes, static_cast<int>(size)));
    if (pdf == nullptr) return PdfPages::torn;
    if (pdf->is_locked()) return PdfPages::locked;
    *pages = pdf->pages();
  } catch (const std::exception&) {
    return PdfPages::unreadable;
  }
  if (*pages <= 0) return PdfPages::none;
  if (*pages > most) return PdfPages::too_many;
  for (int i = 0; i < *pages; ++i) {
    poppler::byte_array words;
    try {
      const std::unique_ptr<poppler::page> page(pdf->create_page(i));
      if (page != nullptr) words = page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    } catch (const std::exception&) {
      return PdfPages::unreadable;
    }
    if (!take(to, words.data(), words.size())) return PdfPages::stopped;
  }
  return PdfPages::whole;
}
