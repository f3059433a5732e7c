// SPDX-License-Identifier: BSL-1.0
// Everything that a quiet library does not do, to see that tests/quiet.cmake finds it. Never run.
#include <stdio.h>
#include <stdlib.h>
#include <unicode/locid.h>
#include <unistd.h>

#include <cctype>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <locale>
#include <sstream>
#include <string>

namespace loud {

void print_to_standard_output(int n) { std::printf("%d\n", n); }
void print_line(const char* text) { std::puts(text); }
void print_to_standard_error(int n) { std::fprintf(stderr, "%d\n", n); }
void put_to_standard_output(const char* text) { std::fputs(text, stdout); }
long write_to_descriptor(const char* text) { return write(STDOUT_FILENO, text, 1); }
void insert_into_cout(int n) { std::cout << n; }
void insert_into_cerr(int n) { std::cerr << n; }
void insert_into_clog(int n) { std::clog << n; }
int format_by_global_locale(int n) {
    std::ostringstream out;
    out << n;
    return static_cast<int>(out.str().size());
}
bool open_file(const char* name) { return std::ifstream(name).good(); }
const char* read_environment() { return std::getenv("HOME"); }
const char* set_locale() { return std::setlocale(LC_ALL, ""); }
void set_cpp_locale() { std::locale::global(std::locale("")); }
int capital_by_locale(int c) { return std::toupper(c); }
const char* locale_of_icu() { return icu::Locale::getDefault().getName(); }
void end_by_abort() { std::abort(); }
void end_by_exit() { std::exit(1); }
void end_by_quick_exit() { std::_Exit(1); }
void end_by_terminate() { std::terminate(); }

}  // namespace loud
