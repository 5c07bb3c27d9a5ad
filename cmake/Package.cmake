# `cpack -G DEB` in a build folder makes the package for Debian; scripts/package makes all that a release has.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME docs-lint)
set(CPACK_PACKAGE_VENDOR docs-lint)
set(CPACK_PACKAGE_CONTACT "docs-lint maintainers <maintainers@docs-lint.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Git-native linter for governed Markdown documents")
set(CPACK_PACKAGE_DESCRIPTION
"docs-lint reads documents of a delivery process (gates with sign-offs, filed
records, specs and their fixes), reads what really happened from git, and
names each line where the two disagree. It runs in git hooks, in continuous
integration and by hand.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT) # docs-lint_VERSION_ARCHITECTURE.deb
set(CPACK_DEBIAN_PACKAGE_SECTION vcs)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnupg, openssh-client") # they check signatures of commits
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/DebianLayout.cmake)
include(CPack)
