# Makes report_assets.cc in the build tree: the page's files as bytes, so that the program carries them. Included by the
# root CMakeLists.txt; run by itself (cmake -P, with OUT and FILES) it is the step that writes the file.
cmake_minimum_required(VERSION 3.25)

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(body "// Made by reports/embed.cmake; not to be edited.\n#include \"report/assets.h\"\n\nnamespace hearsay {\n\nnamespace {\n\n")
  set(accessors "")
  foreach(path IN LISTS FILES)
    get_filename_component(name ${path} NAME)
    string(REPLACE "." "_" name ${name})
    file(READ ${path} hex HEX)
    file(SIZE ${path} size)
    # A char per byte, as an escape, in short string literals.
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
    string(REGEX REPLACE "(\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f]\\\\x[0-9a-f][0-9a-f])" "    \"\\1\"\n" bytes "${bytes}")
    string(REGEX REPLACE "\n(\\\\x[^\n\"]*)$" "\n    \"\\1\"" bytes "${bytes}")
    string(APPEND body "constexpr char k_${name}[] =\n${bytes};\n\n")
    string(APPEND accessors "std::string_view ${name}() { return {k_${name}, ${size}}; }\n")
  endforeach()
  file(WRITE ${OUT} "${body}}  // namespace\n\n${accessors}\n}  // namespace hearsay\n")
  return()
endif()

set(report_assets ${CMAKE_CURRENT_LIST_DIR}/page.html ${CMAKE_CURRENT_LIST_DIR}/page.css ${CMAKE_CURRENT_LIST_DIR}/page.js
    ${CMAKE_CURRENT_LIST_DIR}/threads.html ${CMAKE_CURRENT_LIST_DIR}/threads.css)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/generated/report_assets.cc
  COMMAND ${CMAKE_COMMAND} -DOUT=${CMAKE_BINARY_DIR}/generated/report_assets.cc "-DFILES=${report_assets}" -P
          ${CMAKE_CURRENT_LIST_DIR}/embed.cmake
  DEPENDS ${report_assets} ${CMAKE_CURRENT_LIST_DIR}/embed.cmake
  COMMENT "Embedding the page's files"
  VERBATIM)
target_sources(hearsay_engine PRIVATE ${CMAKE_BINARY_DIR}/generated/report_assets.cc)
