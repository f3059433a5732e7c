# SPDX-License-Identifier: BSL-1.0
# The built program has what cmake/hardening.cmake asks for: -DREADELF=... -DPROGRAM=...
execute_process(COMMAND ${READELF} --file-header --dynamic --program-headers --symbols --wide ${PROGRAM}
  OUTPUT_VARIABLE shown COMMAND_ERROR_IS_FATAL ANY)
foreach(wanted IN ITEMS
    "Type: +DYN"        # at a random address
    "FLAGS.*NOW"        # all addresses are found at the start,
    "GNU_RELRO"         # and then read only
    "GNU_STACK +0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ 0x[0-9a-f]+ RW "  # no code on the stack
    "__stack_chk_fail") # guarded stacks
  if(NOT shown MATCHES "${wanted}")
    message(SEND_ERROR "${PROGRAM} lacks: ${wanted}")
  endif()
endforeach()
