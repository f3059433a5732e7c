# SPDX-License-Identifier: BSL-1.0
# The library is quiet: none of its objects refers to the standard streams, prints, opens files, reads the environment,
# asks for the locale, or ends the program. But the file that it is told to read it opens (parsed_document.cpp), and
# std::terminate is named by std::thread (batch.cpp), each of which is joined.
# NM, LIBRARY (a static library), LOUD_LIBRARY (one that does all of that, to see that it is found), ASSERTIONS and
# COMPILER_ID are given.
cmake_minimum_required(VERSION 3.22)

set(forbidden
  # C streams and what writes to them
  stdin stdout stderr printf vprintf fprintf vfprintf dprintf vdprintf puts fputs putc putchar fputc fwrite perror
  __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk __dprintf_chk psignal syslog vsyslog
  wprintf vwprintf fwprintf fputwc fputws putwchar err errx warn warnx error
  # files and the process around the library
  fopen fopen64 freopen freopen64 open open64 openat openat64 write writev pwrite pwrite64 send
  getenv secure_getenv setenv putenv unsetenv environ
  exit _exit _Exit quick_exit abort __assert_fail __assert raise kill signal sigaction atexit system fork execve
  _ZSt9terminatev
  # the locale of the process: C's, C++'s and ICU's. (strtod and localeconv stay: nlohmann-json reads numbers with the
  # one and undoes with the other what the locale does to them.)
  setlocale uselocale newlocale nl_langinfo strcoll strxfrm mbstowcs wcstombs mbrtowc wcrtomb
  isalpha isdigit isalnum isspace isupper islower ispunct iscntrl isprint isxdigit toupper tolower
  __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc
  _ZNSt6localeC1Ev _ZNSt6localeC1EPKc _ZNSt6locale6globalERKS_
  # C++ streams
  _ZSt4cout _ZSt4cerr _ZSt4clog _ZSt3cin _ZSt5wcout _ZSt5wcerr _ZSt5wclog _ZNSt8ios_base4InitC1Ev)
# Streams of one's own format by the global locale or open files.
set(forbidden_pattern "basic_[io]?(string|f)stream|basic_filebuf|(uloc_getDefault|6Locale10getDefault|7toLowerEv|7toUpperEv)")

# In a build with assertions those of the standard library and of the JSON library may end the program. Less optimised
# code, and Clang's, also names std::terminate for destructors, which throw nothing.
if(ASSERTIONS)
  list(REMOVE_ITEM forbidden __assert_fail __assert abort)
endif()
if(ASSERTIONS OR NOT COMPILER_ID STREQUAL GNU)
  list(REMOVE_ITEM forbidden _ZSt9terminatev)
endif()

# find_forbidden(LIBRARY RESULT): the symbols that the library refers to and should not, each `object: symbol`.
function(find_forbidden library result)
  execute_process(COMMAND ${NM} --undefined-only --format=posix ${library}
    OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY)
  string(REPLACE "\n" ";" lines "${listing}")
  set(found "")
  set(object "?")
  foreach(line IN LISTS lines)
    if(line MATCHES "\\[([^]]+)\\]:$")
      set(object ${CMAKE_MATCH_1})
    elseif(line MATCHES "^([^ ]+) [Uuwv]")
      string(REGEX REPLACE "@.*" "" symbol "${CMAKE_MATCH_1}")
      if(object STREQUAL "parsed_document.cpp.o" AND symbol MATCHES "basic_(ifstream|filebuf)")
        continue()
      endif()
      if(object STREQUAL "batch.cpp.o" AND symbol STREQUAL "_ZSt9terminatev")
        continue()
      endif()
      if(symbol IN_LIST forbidden OR symbol MATCHES "${forbidden_pattern}")
        list(APPEND found "${object}: ${symbol}")
      endif()
    endif()
  endforeach()
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

# What is looked for is found where it is.
find_forbidden(${LOUD_LIBRARY} found)
set(expected
  stdout stderr "(__)?printf(_chk)?" puts "(__)?fprintf(_chk)?" fputs write _ZSt4cout _ZSt4cerr _ZSt4clog
  ".*basic_o?stringstream.*" ".*(basic_ifstream|basic_filebuf).*" getenv setlocale _ZNSt6locale6globalERKS_
  toupper ".*6Locale10getDefault.*" exit _Exit)
foreach(symbol IN ITEMS abort _ZSt9terminatev)
  if(symbol IN_LIST forbidden)
    list(APPEND expected ${symbol})
  endif()
endforeach()
foreach(symbol IN LISTS expected)
  if(NOT "${found}" MATCHES "(^|;)[^;]*: ${symbol}(;|$)")
    message(FATAL_ERROR "tests/loud.cpp refers to ${symbol}, which was not found:\n${found}")
  endif()
endforeach()

execute_process(COMMAND ${NM} --defined-only --format=posix ${LIBRARY} OUTPUT_VARIABLE defined
  COMMAND_ERROR_IS_FATAL ANY)
if(NOT defined MATCHES "_ZN7tongket5parseE")
  message(FATAL_ERROR "This is no listing of the library:\n${defined}")
endif()
find_forbidden(${LIBRARY} found)
if(found)
  list(JOIN found "\n  " found)
  message(FATAL_ERROR "The library refers to\n  ${found}")
endif()
