# SPDX-License-Identifier: BSL-1.0
# What a build makes says nothing of where it was made, and the sources that it writes are the same each time; whether
# two whole builds are, `make reproducible` shows.
#   -DCOMPILER=tongket-compile-lexicon -DGENERATED=folder -DSOURCE_DIR=... -DWORK_DIR=... -DLIBRARY=file -DPROGRAM=file
file(MAKE_DIRECTORY ${WORK_DIR})
execute_process(COMMAND ${COMPILER} lexicon ${WORK_DIR}/lexicon_tables.cpp COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${COMPILER} weights ${SOURCE_DIR}/lib ${WORK_DIR}/weights.cpp COMMAND_ERROR_IS_FATAL ANY)
foreach(name IN ITEMS lexicon_tables.cpp weights.cpp)
  file(SHA256 ${GENERATED}/${name} first)
  file(SHA256 ${WORK_DIR}/${name} second)
  if(NOT first STREQUAL second)
    message(SEND_ERROR "${name} is another each time")
  endif()
endforeach()

string(REGEX REPLACE "([][+.*()^$?|\\])" "\\\\\\1" folder "${SOURCE_DIR}/")
foreach(file IN ITEMS ${LIBRARY} ${PROGRAM})
  file(STRINGS ${file} found LIMIT_COUNT 1 REGEX "${folder}")
  if(found)
    message(SEND_ERROR "${file} says where it was built: ${found}")
  endif()
endforeach()
