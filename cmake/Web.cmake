# The board: web/ built by Vite, and its files put into the binary. Without Node.js the binary is built without it; the API
# works all the same, and says so.
find_program(QANAT_NODE NAMES node nodejs)
find_program(QANAT_NPM npm)
set(found OFF)
if(QANAT_NODE AND QANAT_NPM)
  execute_process(COMMAND ${QANAT_NODE} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REGEX REPLACE "^v" "" version "${version}")
  if(version VERSION_GREATER_EQUAL 18)
    set(found ON)
  endif()
endif()
option(QANAT_BOARD "Build the board into the binary (needs Node.js 18 and npm)" ${found})
if(NOT QANAT_BOARD)
  message(NOTICE "qanat is built without the board; with Node.js 18 and npm, -DQANAT_BOARD=ON builds it in")
  return()
endif()
if(NOT found)
  message(FATAL_ERROR "QANAT_BOARD is on, but Node.js 18 or later with npm is not there; install nodejs and npm, or "
    "build with -DQANAT_BOARD=OFF")
endif()

set(web ${CMAKE_SOURCE_DIR}/web)
set(dist ${CMAKE_BINARY_DIR}/web/dist)
set(out ${CMAKE_BINARY_DIR}/web/embedded)
set(installed ${web}/node_modules/.package-lock.json)
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${web}/src/*.ts ${web}/src/*.tsx ${web}/src/*.css ${web}/public/*)
list(FILTER web_sources EXCLUDE REGEX "schema\\.d\\.ts$")

add_custom_command(OUTPUT ${installed}
  COMMAND ${QANAT_NPM} ci --no-audit --no-fund --loglevel=error
  COMMAND ${CMAKE_COMMAND} -E touch ${installed}
  DEPENDS ${web}/package.json ${web}/package-lock.json
  WORKING_DIRECTORY ${web} COMMENT "npm ci (without a network: -DQANAT_BOARD=OFF)" VERBATIM)
add_custom_command(OUTPUT ${out}/web_assets.cc ${out}/web_assets.S
  COMMAND ${QANAT_NPM} run --silent build -- --outDir ${dist} --logLevel warn
  COMMAND ${QANAT_NODE} ${web}/scripts/embed.mjs ${dist} ${out}
  DEPENDS ${installed} ${web_sources} ${web}/index.html ${web}/vite.config.ts ${web}/tsconfig.json
    ${web}/scripts/embed.mjs
  WORKING_DIRECTORY ${web} COMMENT "Building the board" VERBATIM)

# Into the executable and not into its library: a definition among the objects comes before the weak one in the archive.
enable_language(ASM)
set_source_files_properties(${out}/web_assets.S PROPERTIES OBJECT_DEPENDS ${out}/web_assets.cc)
target_sources(qanat PRIVATE ${out}/web_assets.cc ${out}/web_assets.S)
