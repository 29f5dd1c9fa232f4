// What the writers of XML put into an element.
#pragma once

#include <cstdint>
#include <pugixml.hpp>

namespace hearsay {

/// A whole number as an attribute.
inline void put_count(pugi::xml_node node, const char* name, std::uint64_t value) {
  node.append_attribute(name).set_value(static_cast<unsigned long long>(value));
}

}  // namespace hearsay
