// container_kind(): JSON by its brackets, web archives by their version line, XML by its first element.
#include "archive/container.h"

#include "archive/item_cutter.h"
#include "archive/record_cutter.h"
#include "archive/warc_cutter.h"
#include "base/utf8.h"
#include "base/zip.h"
#include "document/sniff.h"

namespace hearsay {

ContainerKind container_kind(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  if (is_zip(head)) return ContainerKind::items;
  if (head.starts_with("WARC/")) return ContainerKind::warc;
  if (const ContainerKind records = record_layout(head); records != ContainerKind::none) return records;
  return holds_items(sniff_format(head)) ? ContainerKind::items : ContainerKind::none;
}

std::unique_ptr<Container> open_container(ContainerKind kind, ByteSource& source, std::string head, CutLimits limits,
                                          const PageWords& page_words) {
  if (kind == ContainerKind::warc) return std::make_unique<WarcCutter>(source, std::move(head), limits);
  if (kind == ContainerKind::items) return std::make_unique<ItemCutter>(source, std::move(head), limits, page_words);
  return std::make_unique<RecordCutter>(source, kind, std::move(head), limits);
}

}  // namespace hearsay
