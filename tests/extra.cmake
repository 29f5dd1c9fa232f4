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

# tests/fuzz/NAME_fuzz.cc defines fuzz_NAME(bytes). With HEARSAY_FUZZ each is a libFuzzer program NAME_fuzz; without, one program runs
# any of them over its seeds, fixtures/fuzz/NAME and fixtures/crashes/NAME, so that fuzzers never rot and a mended crash stays mended.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/*_fuzz.cc)
set(fuzz_shared compressed holds input_file seeds seeds_made shipped_session streamed)
list(TRANSFORM fuzz_shared REPLACE "(.+)" "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/\\1.cc")
add_library(fuzz_shared STATIC EXCLUDE_FROM_ALL ${fuzz_shared} ${CMAKE_CURRENT_SOURCE_DIR}/linear/families.cc)
target_include_directories(fuzz_shared PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(fuzz_shared PUBLIC HEARSAY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(fuzz_shared PUBLIC hearsay_lsp hearsay_server PRIVATE ZLIB::ZLIB PkgConfig::zstd)
hearsay_unity(fuzz_shared)
set(fuzz_names "")
foreach(source IN LISTS fuzz_sources)
  get_filename_component(program ${source} NAME_WE)
  string(REGEX REPLACE "_fuzz$" "" name ${program})
  list(APPEND fuzz_names ${name})
endforeach()
list(TRANSFORM fuzz_names REPLACE "(.+)" "X(\\1)" OUTPUT_VARIABLE fuzz_list)
list(JOIN fuzz_list " " fuzz_list)
add_executable(fuzz_replay ${fuzz_sources} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/mutate.cc ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.cc)
target_compile_definitions(fuzz_replay PRIVATE "HEARSAY_FUZZERS=${fuzz_list}")
target_link_libraries(fuzz_replay PRIVATE fuzz_shared)
hearsay_unity(fuzz_replay)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.cc PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
add_custom_target(fuzzers DEPENDS fuzz_replay)
foreach(name IN LISTS fuzz_names)
  if(HEARSAY_FUZZ)
    add_executable(${name}_fuzz fuzz/${name}_fuzz.cc fuzz/entry.cc)
    target_compile_definitions(${name}_fuzz PRIVATE HEARSAY_FUZZER=fuzz_${name})
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
    target_link_libraries(${name}_fuzz PRIVATE fuzz_shared)
    add_dependencies(fuzzers ${name}_fuzz)
  else()
    add_test(NAME fuzz.${name} COMMAND fuzz_replay ${name} ${CMAKE_SOURCE_DIR}/fixtures/fuzz/${name} ${CMAKE_SOURCE_DIR}/fixtures/crashes/${name})
    set_tests_properties(fuzz.${name} PROPERTIES TIMEOUT 60)
  endif()
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
