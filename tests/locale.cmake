# SPDX-License-Identifier: BSL-1.0
# Makes a locale in a directory, for which LOCPATH then stands; the machine itself stays as it is.
# NAME, DIRECTORY and LOCALEDEF (glibc's program, or empty) are given.
cmake_minimum_required(VERSION 3.22)

if(EXISTS ${DIRECTORY}/${NAME}/LC_CTYPE)
  return()
endif()
if(NOT LOCALEDEF)
  message(FATAL_ERROR "localedef is missing")
endif()
file(MAKE_DIRECTORY ${DIRECTORY})
string(REPLACE "." ";" parts ${NAME})
list(POP_FRONT parts language charset)
execute_process(
  COMMAND ${LOCALEDEF} --no-archive -i ${language} -f ${charset} ${DIRECTORY}/${NAME}
  RESULT_VARIABLE result ERROR_VARIABLE error)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "${error}\nThe definitions of locales are in Debian's package `locales`: .ci/deps test")
endif()
