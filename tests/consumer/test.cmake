# SPDX-License-Identifier: BSL-1.0
# One step of the package tests; everything is made below WORK_DIR.
#   NAME          of the test
#   INSTALL_FROM  a build directory: install it under WORK_DIR/PREFIX, whatever was there before
#   EXPECT        files that are then there, relative to PREFIX, with `:` between them
#   PROJECT       a directory beside this file: configure it to find WORK_DIR/PREFIX, build it, run its programs
#   SOURCE_DIR, GENERATOR, COMPILER, LAUNCHER, BUILD_TYPE  as the build under test has them
cmake_minimum_required(VERSION 3.22)

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(INSTALL_FROM)
  file(REMOVE_RECURSE ${WORK_DIR}/${PREFIX})
  run(${CMAKE_COMMAND} --install ${INSTALL_FROM} --prefix ${WORK_DIR}/${PREFIX} --config ${BUILD_TYPE})
  string(REPLACE ":" ";" expected "${EXPECT}")
  foreach(file IN LISTS expected)
    file(SIZE ${WORK_DIR}/${PREFIX}/${file} size)
    if(size EQUAL 0)
      message(FATAL_ERROR "${file} is empty")
    endif()
  endforeach()
endif()

if(PROJECT)
  set(build_dir ${WORK_DIR}/${NAME})
  # Objects of an earlier run may be kept, what it found may not.
  file(REMOVE ${build_dir}/CMakeCache.txt)
  set(launcher "")
  if(LAUNCHER)
    set(launcher -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER})
  endif()
  run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR}/${PROJECT} -B ${build_dir} -G ${GENERATOR} --no-warn-unused-cli
    -DCMAKE_CXX_COMPILER=${COMPILER} ${launcher} -DCMAKE_BUILD_TYPE=${BUILD_TYPE}
    -DCMAKE_PREFIX_PATH=${WORK_DIR}/${PREFIX} -DTONGKET_SOURCE_DIR=${SOURCE_DIR})
  run(${CMAKE_COMMAND} --build ${build_dir} --config ${BUILD_TYPE})
  set(places ${build_dir} ${build_dir}/${BUILD_TYPE})
  find_program(app app PATHS ${places} NO_DEFAULT_PATH REQUIRED)
  run(${app})
  # Programs that not every project has.
  find_program(extension extension PATHS ${places} NO_DEFAULT_PATH)
  if(extension)
    run(${extension})
  endif()
  find_program(own_rule own_rule PATHS ${places} NO_DEFAULT_PATH)
  if(own_rule)
    file(WRITE ${build_dir}/report.txt "Khắc phục hậu quả cơn bão số 6, nâng cấp Quốc lộ 14 và 30 km đường.\n")
    execute_process(COMMAND ${own_rule} ${build_dir}/report.txt OUTPUT_VARIABLE found COMMAND_ERROR_IS_FATAL ANY)
    if(NOT found STREQUAL "bão số 6\nQuốc lộ 14\n")
      message(FATAL_ERROR "own_rule found: ${found}")
    endif()
  endif()
endif()
