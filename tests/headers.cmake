# SPDX-License-Identifier: BSL-1.0
# The public headers, as a client of the library meets them:
#  - the one door, tongket.hpp, reaches no header of a dependency and none of the grammars; its compile time is printed
#  - the one door can be used without exceptions
#  - every header compiles alone and without a warning
# COMPILER, SOURCE_DIR and WORK_DIR (made here) are given.
cmake_minimum_required(VERSION 3.22)

set(flags -std=c++20 -I${SOURCE_DIR}/include -Wall -Wextra -Wconversion -Wshadow -Werror)
file(MAKE_DIRECTORY ${WORK_DIR})

file(WRITE ${WORK_DIR}/door.cpp "#include <tongket/tongket.hpp>\n")
execute_process(COMMAND ${COMPILER} ${flags} -M ${WORK_DIR}/door.cpp
  OUTPUT_VARIABLE dependencies COMMAND_ERROR_IS_FATAL ANY)
if(NOT dependencies MATCHES "/tongket/tongket\\.hpp" OR NOT dependencies MATCHES "/string_view")
  message(FATAL_ERROR "This is no list of dependencies:\n${dependencies}")
endif()
string(REGEX MATCHALL "[^ \n]*/(boost|unicode|nlohmann|CLI|tongket/grammar)/[^ \n]*" unwanted "${dependencies}")
if(unwanted)
  list(JOIN unwanted "\n  " unwanted)
  message(FATAL_ERROR "tongket.hpp pulls in\n  ${unwanted}")
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E time ${COMPILER} ${flags} -c ${WORK_DIR}/door.cpp -o ${WORK_DIR}/door.o
  OUTPUT_VARIABLE time COMMAND_ERROR_IS_FATAL ANY)
string(STRIP "${time}" time)
message(STATUS "#include <tongket/tongket.hpp> alone: ${time}")

file(WRITE ${WORK_DIR}/no_exceptions.cpp "#include <tongket/tongket.hpp>
std::size_t count() {
    const tongket::Result<tongket::Report> report = tongket::try_parse(\"12\");
    return report ? report->measures.size() + std::hash<tongket::Report>{}(*report) : report.error().offset();
}
")
execute_process(COMMAND ${COMPILER} ${flags} -fno-exceptions -c ${WORK_DIR}/no_exceptions.cpp -o ${WORK_DIR}/no_exceptions.o
  COMMAND_ERROR_IS_FATAL ANY)

file(GLOB_RECURSE headers RELATIVE ${SOURCE_DIR}/include ${SOURCE_DIR}/include/*.hpp)
foreach(header IN LISTS headers)
  string(MAKE_C_IDENTIFIER ${header} name)
  file(WRITE ${WORK_DIR}/${name}.cpp "#include <${header}>\n#include <${header}>\n")
  execute_process(COMMAND ${COMPILER} ${flags} -fsyntax-only ${WORK_DIR}/${name}.cpp RESULT_VARIABLE failed)
  if(failed)
    message(SEND_ERROR "${header} does not compile alone")
  endif()
endforeach()
