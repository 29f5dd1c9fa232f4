# A pack's files are read by people, its image by the program: compiled here for each language (rules/pack_image.h).
file(GLOB_RECURSE pack_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/audit/rules/*.h ${CMAKE_SOURCE_DIR}/audit/rules/*.cc
     ${CMAKE_SOURCE_DIR}/audit/language/*.h ${CMAKE_SOURCE_DIR}/audit/tokens/vocabulary.* ${CMAKE_SOURCE_DIR}/audit/base/word_hash.h)
set(edition "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}")
foreach(source IN LISTS pack_sources)
  file(SHA256 ${source} digest)
  string(APPEND edition " ${digest}")
endforeach()
string(SHA256 edition "${edition}")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${pack_sources})
set_source_files_properties(${CMAKE_SOURCE_DIR}/audit/rules/pack_image.cc PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON
  COMPILE_DEFINITIONS "HEARSAY_PACK_EDITION=\"${edition}\"")

add_executable(compile_pack ${CMAKE_SOURCE_DIR}/audit/rules/compile_pack_main.cc)
target_link_libraries(compile_pack PRIVATE hearsay_engine)
file(GLOB packs ${CMAKE_SOURCE_DIR}/rules/*/pack.xml)
file(GLOB_RECURSE pack_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/*.xml ${CMAKE_SOURCE_DIR}/rules/*.tsv)
set(images)
foreach(pack IN LISTS packs)
  get_filename_component(language ${pack} DIRECTORY)
  get_filename_component(language ${language} NAME)
  set(image ${CMAKE_BINARY_DIR}/rules/${language}/pack.bin)
  add_custom_command(OUTPUT ${image}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/rules/${language}
    COMMAND compile_pack ${CMAKE_SOURCE_DIR}/rules ${language} ${image}
    DEPENDS compile_pack ${pack_files} COMMENT "Compiling the ${language} pack")
  install(FILES ${image} DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay/rules/${language})
  list(APPEND images ${image})
endforeach()
add_custom_target(pack_images ALL DEPENDS ${images})
