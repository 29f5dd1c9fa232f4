# make package: a Debian package of what `install` installs (the preset `package` builds for /usr and without a way back
# to the sources). What it depends on is asked of the program itself.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hearsay)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The hearsay authors <hearsay@users.noreply.github.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "auditor of news articles: who says what, through whom and in what")
set(CPACK_PACKAGE_DESCRIPTION "hearsay finds every attribution of a news article, traces each claim
back to its named or anonymous source by rule files that an editor can read,
judges the result by a newsroom's policy and writes a scorecard per article.
It works on drafts in many formats and on archives, without any network.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
if(NOT HEARSAY_PACKAGE)
  include(CPack)
  return()
endif()

# What Debian's policy asks of a package besides.
set(debian ${CMAKE_BINARY_DIR}/debian)
execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%cD OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT date)
  string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC)  # obeys SOURCE_DATE_EPOCH
endif()
file(WRITE ${debian}/changelog "hearsay (${PROJECT_VERSION}) unstable; urgency=medium

  * See CHANGELOG.md.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
file(READ ${CMAKE_SOURCE_DIR}/LICENSE licence)
file(WRITE ${debian}/copyright "Upstream-Name: hearsay\n\n${licence}")
foreach(file ${debian}/changelog ${CMAKE_SOURCE_DIR}/docs/hearsay.1)
  get_filename_component(name ${file} NAME)
  execute_process(COMMAND gzip -9nc ${file} OUTPUT_FILE ${debian}/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
endforeach()
install(FILES ${debian}/changelog.gz ${debian}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
include(CPack)
