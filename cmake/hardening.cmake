# SPDX-License-Identifier: BSL-1.0
# What compiler and linker do against faults that nobody has found yet: checked copies into buffers, guarded and probed
# stacks, branch targets that are marked, programs at random addresses, and tables of addresses that are read-only once
# the program runs. docs/performance.md has the cost.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

# tongket_find_hardening(): sets tongket_hardening_compile and tongket_hardening_link to what this compiler has.
function(tongket_find_hardening)
  check_pie_supported(LANGUAGES CXX)
  set(compile "")
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "TONGKET_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND compile ${flag})
    endif()
  endforeach()
  # It needs an optimised build, and takes the place of calls that a sanitizer looks at. A compiler that has no level 3
  # takes it for 2.
  if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    list(APPEND compile $<$<CONFIG:Release,MinSizeRel>:-U_FORTIFY_SOURCE> $<$<CONFIG:Release,MinSizeRel>:-D_FORTIFY_SOURCE=3>)
  endif()
  set(link "")
  foreach(flag IN ITEMS relro now noexecstack)
    check_linker_flag(CXX "LINKER:-z,${flag}" TONGKET_LINKER_HAS_${flag})
    if(TONGKET_LINKER_HAS_${flag})
      list(APPEND link "LINKER:-z,${flag}")
    endif()
  endforeach()
  set(tongket_hardening_compile "${compile}" PARENT_SCOPE)
  set(tongket_hardening_link "${link}" PARENT_SCOPE)
endfunction()

# tongket_harden(TARGET)
function(tongket_harden target)
  target_compile_options(${target} PRIVATE ${tongket_hardening_compile})
  # A static library and objects are linked by others, who have flags of their own.
  get_target_property(type ${target} TYPE)
  if(type MATCHES "^(EXECUTABLE|SHARED_LIBRARY|MODULE_LIBRARY)$")
    target_link_options(${target} PRIVATE ${tongket_hardening_link})
  endif()
endfunction()
