# Data files as bytes of the program: hearsay_embed(NAME HEADER FILE…) makes NAME.cc in the build tree, which defines
# what HEADER declares, a function per file. Included by the root CMakeLists.txt, for the page's files at once; run by
# itself (cmake -P, with OUT, HEADER and FILES) it is the step that writes the file.
cmake_minimum_required(VERSION 3.25)

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  set(body "// Made by reports/embed.cmake; not to be edited.\n#include \"${HEADER}\"\n\nnamespace hearsay {\n\nnamespace {\n\n")
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

function(hearsay_embed name header)
  set(out ${CMAKE_BINARY_DIR}/generated/${name}.cc)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DHEADER=${header} "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/reports/embed.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/reports/embed.cmake
    COMMENT "Embedding the files of ${header}"
    VERBATIM)
  target_sources(hearsay_engine PRIVATE ${out})
endfunction()

set(page ${CMAKE_SOURCE_DIR}/reports)
hearsay_embed(report_assets report/html/assets.h ${page}/page.html ${page}/page.css ${page}/page.js
              ${page}/threads.html ${page}/threads.css ${page}/table.html ${page}/table.css ${page}/table.js
              ${page}/changes.html ${page}/changes_body.html ${page}/changes.css ${page}/verification.html ${page}/verification.css ${page}/checksheet.css ${page}/checksheet.js)
hearsay_embed(desk_assets server/desk_assets.h ${page}/live.html ${page}/live.css ${page}/desk.html ${page}/desk.css
              ${page}/desk.js ${page}/marks.js ${page}/kept_sheet.js)
