// Starting libgit2 reads and parses all certificates of the machine, which costs more than all else that a
// commit hook does. docs-lint never opens a connection, so it needs none: where libgit2 was built with
// mbedTLS, as in Debian, the program's own functions stand before the library's. Built into the program
// itself, not into a library.

extern "C" {

struct mbedtls_x509_crt;

int mbedtls_x509_crt_parse_file(mbedtls_x509_crt*, const char*);
int mbedtls_x509_crt_parse_path(mbedtls_x509_crt*, const char*);

int mbedtls_x509_crt_parse_file(mbedtls_x509_crt*, const char*) {
    return 0;
}

int mbedtls_x509_crt_parse_path(mbedtls_x509_crt*, const char*) {
    return 0;
}
}
