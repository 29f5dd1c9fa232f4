# Weight files are read by people, evidence.bin by the program: compiled here, mapped at start.
add_executable(compile_evidence ${CMAKE_SOURCE_DIR}/audit/evidence/compile_main.cc)
target_link_libraries(compile_evidence PRIVATE hearsay_engine)
file(GLOB weight_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/en/evidence/*.tsv)
if(weight_files)
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/rules/en/evidence/evidence.bin
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/rules/en/evidence
    COMMAND compile_evidence ${CMAKE_SOURCE_DIR}/rules/en/evidence ${CMAKE_BINARY_DIR}/rules/en/evidence/evidence.bin
    DEPENDS compile_evidence ${weight_files} COMMENT "Compiling the evidence weights")
  add_custom_target(evidence_model ALL DEPENDS ${CMAKE_BINARY_DIR}/rules/en/evidence/evidence.bin)
  install(FILES ${CMAKE_BINARY_DIR}/rules/en/evidence/evidence.bin DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay/rules/en/evidence)
endif()

# The bench that learns, cross-validates and times; built on demand.
add_executable(evidence_study EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/evidence_study.cc)
target_include_directories(evidence_study PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(evidence_study PRIVATE HEARSAY_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
target_link_libraries(evidence_study PRIVATE hearsay_engine)
