# Tests and programs that are no GoogleTest of a folder: fuzzers, benchmarks, the checks of the house.

# Preloaded into the program by tests/cli, which lets calls of the system fail; sanitizers bring their own.
if(NOT HEARSAY_SANITIZE AND NOT HEARSAY_TSAN)
  add_library(fail_nth MODULE ${CMAKE_CURRENT_SOURCE_DIR}/faults/fail_nth.cc)
  target_link_libraries(fail_nth PRIVATE ${CMAKE_DL_LIBS})
  add_dependencies(cli_test fail_nth)
  add_library(lose_power MODULE ${CMAKE_CURRENT_SOURCE_DIR}/faults/lose_power.cc)  # of tests/bench/kills
  target_link_libraries(lose_power PRIVATE ${CMAKE_DL_LIBS})
  target_compile_definitions(cli_test PRIVATE HEARSAY_FAIL_NTH="$<TARGET_FILE:fail_nth>")
endif()
if(TARGET evidence_model)
  add_dependencies(linear_test evidence_model)
endif()

# tests/fuzz/NAME_fuzz.cc defines fuzz_NAME(bytes). fuzz_replay runs any of them over its seeds, fixtures/fuzz/NAME and
# fixtures/crashes/NAME, so that fuzzers never rot and a mended crash stays mended; with HEARSAY_FUZZ, fuzz is a program of libFuzzer.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*.cc)
list(FILTER fuzz_sources EXCLUDE REGEX "/(replay|libfuzzer)\\.cc$")
set(fuzz_names ${fuzz_sources})
list(FILTER fuzz_names INCLUDE REGEX "_fuzz\\.cc$")
list(TRANSFORM fuzz_names REPLACE ".*/(.+)_fuzz\\.cc" "\\1")
list(TRANSFORM fuzz_names REPLACE "(.+)" "X(\\1)" OUTPUT_VARIABLE fuzz_list)
list(JOIN fuzz_list " " fuzz_list)
add_library(fuzz_all OBJECT ${fuzz_sources} ${CMAKE_CURRENT_SOURCE_DIR}/linear/families.cc)
target_include_directories(fuzz_all PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(fuzz_all PRIVATE HEARSAY_SOURCE_DIR="${CMAKE_SOURCE_DIR}" "HEARSAY_FUZZERS=${fuzz_list}")
target_link_libraries(fuzz_all PUBLIC hearsay_lsp hearsay_server ZLIB::ZLIB PkgConfig::zstd)
hearsay_unity(fuzz_all)
add_executable(fuzz_replay fuzz/replay.cc)
target_link_libraries(fuzz_replay PRIVATE fuzz_all)
if(HEARSAY_FUZZ)
  add_executable(fuzz fuzz/libfuzzer.cc)
  target_link_options(fuzz PRIVATE -fsanitize=fuzzer)
  target_link_libraries(fuzz PRIVATE fuzz_all)
endif()
foreach(name IN LISTS fuzz_names)
  add_test(NAME fuzz.${name} COMMAND fuzz_replay ${name} ${CMAKE_SOURCE_DIR}/fixtures/fuzz/${name} ${CMAKE_SOURCE_DIR}/fixtures/crashes/${name})
  set_tests_properties(fuzz.${name} PROPERTIES TIMEOUT 120)
endforeach()

# tests/bench/NAME_bench.cc: Google Benchmark, where it is installed. Never a test: timing is for the eye.
add_custom_target(benchmarks)
add_executable(token_loop EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/bench/peers/token_loop.cc)
target_link_libraries(token_loop PRIVATE hearsay_settings)
add_dependencies(benchmarks token_loop hearsay)
find_package(benchmark QUIET)
if(benchmark_FOUND)
  file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/bench/*_bench.cc)
  foreach(source IN LISTS bench_sources)
    get_filename_component(program ${source} NAME_WE)
    add_executable(${program} EXCLUDE_FROM_ALL ${source})
    target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_compile_definitions(${program} PRIVATE HEARSAY_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
      HEARSAY_BENCH_MODEL="${CMAKE_BINARY_DIR}/rules/en/evidence/evidence.bin")
    target_link_libraries(${program} PRIVATE hearsay_engine GTest::gtest benchmark::benchmark benchmark::benchmark_main)
    add_dependencies(benchmarks ${program})
  endforeach()
endif()

# The layout of the source, where the tool is of the version that .clang-format was written for.
find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT)
  execute_process(COMMAND ${CLANG_FORMAT} --version OUTPUT_VARIABLE clang_format_version)
  if(clang_format_version MATCHES "version 14\\.")
    add_test(NAME house.format COMMAND ${CMAKE_COMMAND} -DCLANG_FORMAT=${CLANG_FORMAT} -DSOURCE=${CMAKE_SOURCE_DIR}
      -P ${CMAKE_CURRENT_SOURCE_DIR}/layering/check_format.cmake)
  endif()
endif()

# An installed program finds its rules, from anywhere.
add_test(NAME house.install COMMAND ${CMAKE_COMMAND} -DBUILD=${CMAKE_BINARY_DIR} -DSOURCE=${CMAKE_SOURCE_DIR}
  -P ${CMAKE_CURRENT_SOURCE_DIR}/cli/check_install.cmake)

# Rule files, policies and settings against their schemas.
find_program(XMLLINT xmllint)
if(XMLLINT)
  add_test(NAME house.schemas COMMAND ${CMAKE_COMMAND} -DXMLLINT=${XMLLINT} -DSOURCE=${CMAKE_SOURCE_DIR}
    -P ${CMAKE_CURRENT_SOURCE_DIR}/layering/check_schemas.cmake)
endif()
