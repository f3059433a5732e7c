# SPDX-License-Identifier: BSL-1.0
# The library is quiet: none of its objects refers to the standard streams, prints, reads the environment, sets the
# locale, or ends the program.
# NM and LIBRARY (a static library) are given.
cmake_minimum_required(VERSION 3.22)

execute_process(COMMAND ${NM} --undefined-only --format=posix ${LIBRARY} OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${NM} --defined-only --format=posix ${LIBRARY} OUTPUT_VARIABLE defined COMMAND_ERROR_IS_FATAL ANY)
if(NOT listing MATCHES "parser\\.cpp\\.o" OR NOT defined MATCHES "_ZN7tongket5parseE")
  message(FATAL_ERROR "This is no listing of the library:\n${listing}")
endif()

set(forbidden
  # C streams and what writes to them
  stdin stdout stderr printf vprintf fprintf vfprintf puts fputs putchar fputc fwrite perror
  __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk psignal syslog
  # files and the process around the library
  fopen fopen64 freopen open open64 write getenv secure_getenv setenv putenv setlocale uselocale newlocale
  exit _exit _Exit quick_exit abort __assert_fail __assert raise kill signal atexit system fork
  # C++ streams and the global locale
  _ZSt4cout _ZSt4cerr _ZSt4clog _ZSt3cin _ZSt5wcout _ZSt5wcerr _ZNSt8ios_base4InitC1Ev
  _ZNSt6locale6globalERKS_)

# In a build with assertions those of the standard library and of the JSON library may end the program.
if(ASSERTIONS)
  list(REMOVE_ITEM forbidden __assert_fail __assert abort)
endif()

string(REPLACE "\n" ";" lines "${listing}")
set(found "")
set(object "?")
foreach(line IN LISTS lines)
  if(line MATCHES "\\[([^]]+)\\]:$")
    set(object ${CMAKE_MATCH_1})
  elseif(line MATCHES "^([^ ]+) [Uuwv]")
    string(REGEX REPLACE "@.*" "" symbol "${CMAKE_MATCH_1}")
    if(symbol IN_LIST forbidden)
      list(APPEND found "${object}: ${symbol}")
    endif()
  endif()
endforeach()
if(found)
  list(JOIN found "\n  " found)
  message(FATAL_ERROR "The library refers to\n  ${found}")
endif()
