# SPDX-License-Identifier: BSL-1.0
# nanoarrow, which builds and reads the structures of Arrow's C interface: its release on PyPI, checked. Debian 12 has no
# package of it, and what PyPI has lacks a part of nanoarrow's own build. Its names begin with `Tongket`, so that another
# nanoarrow in the same process is not met.
include(FetchContent)
enable_language(C)

set(TONGKET_NANOARROW_VERSION 0.9.0)
FetchContent_Declare(nanoarrow
  URL https://files.pythonhosted.org/packages/bc/b2/8fedfa966cc25126e1c9090e6d9fed75dab4e1d2716e3ca2d18ea2d6f438/nanoarrow-${TONGKET_NANOARROW_VERSION}.tar.gz
  URL_HASH SHA256=1ce15bbed8532839347faa78824c5dbd3769bff60661003e34c6fba5dd881bd3
  SOURCE_SUBDIR none)
FetchContent_MakeAvailable(nanoarrow)

set(nanoarrow_dir ${nanoarrow_SOURCE_DIR}/subprojects/arrow-nanoarrow/src)
string(REPLACE "." ";" nanoarrow_version_parts ${TONGKET_NANOARROW_VERSION})
list(GET nanoarrow_version_parts 0 NANOARROW_VERSION_MAJOR)
list(GET nanoarrow_version_parts 1 NANOARROW_VERSION_MINOR)
list(GET nanoarrow_version_parts 2 NANOARROW_VERSION_PATCH)
set(NANOARROW_VERSION ${TONGKET_NANOARROW_VERSION})
set(NANOARROW_NAMESPACE_DEFINE "#define NANOARROW_NAMESPACE Tongket")
configure_file(${nanoarrow_dir}/nanoarrow/nanoarrow_config.h.in ${nanoarrow_BINARY_DIR}/include/nanoarrow/nanoarrow_config.h)

add_library(tongket_nanoarrow OBJECT
  ${nanoarrow_dir}/nanoarrow/common/array.c
  ${nanoarrow_dir}/nanoarrow/common/array_stream.c
  ${nanoarrow_dir}/nanoarrow/common/schema.c
  ${nanoarrow_dir}/nanoarrow/common/utils.c)
# Not held to our warnings.
target_include_directories(tongket_nanoarrow SYSTEM PUBLIC ${nanoarrow_dir} ${nanoarrow_BINARY_DIR}/include)
set_target_properties(tongket_nanoarrow PROPERTIES
  C_STANDARD 99 C_VISIBILITY_PRESET hidden POSITION_INDEPENDENT_CODE ON)
