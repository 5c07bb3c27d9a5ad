// docs-lint opens no connection. libgit2's transports have names only in the static program, which stays
// small and starts sooner: nobody gathers randomness for TLS, and no archives of SSH and GSSAPI are needed.

#include <cstdlib>

// A macro, since all that matters of each is its name.
#define NEVER_CALLED(name)                                                                                   \
    void name();                                                                                             \
    void name() {                                                                                            \
        std::abort();                                                                                        \
    }

extern "C" {

// Called when libgit2 starts.
int git_mbedtls_stream_global_init();
int git_mbedtls_stream_global_init() {
    return 0;
}
int git_transport_ssh_global_init();
int git_transport_ssh_global_init() {
    return 0;
}

// What its options set.
bool git_http__expect_continue = false;
bool git_smart__ofs_delta_enabled = true;

NEVER_CALLED(git_mbedtls__set_cert_location)
NEVER_CALLED(git_smart_subtransport_git)
NEVER_CALLED(git_smart_subtransport_http)
NEVER_CALLED(git_smart_subtransport_ssh)
NEVER_CALLED(git_transport_local)
NEVER_CALLED(git_transport_smart)
}
