// docs-lint opens no connection. What libgit2's transports ask for has names only in the static program,
// which stays small, and needs no archive of GSSAPI, of which Debian has none.

#include <cstdlib>

// A macro, since there are many, and all that matters of each is its name.
#define NEVER_CALLED(name)                                                                                   \
    void name();                                                                                             \
    void name() {                                                                                            \
        std::abort();                                                                                        \
    }

extern "C" {

// Called when libgit2 starts and ends.
int libssh2_init(int);
void libssh2_exit();
int libssh2_init(int) {
    return 0;
}
void libssh2_exit() {}

void* GSS_C_NT_HOSTBASED_SERVICE = nullptr;
NEVER_CALLED(gss_delete_sec_context)
NEVER_CALLED(gss_display_status)
NEVER_CALLED(gss_import_name)
NEVER_CALLED(gss_indicate_mechs)
NEVER_CALLED(gss_init_sec_context)
NEVER_CALLED(gss_release_buffer)
NEVER_CALLED(gss_release_name)
NEVER_CALLED(gss_release_oid_set)
NEVER_CALLED(libssh2_agent_connect)
NEVER_CALLED(libssh2_agent_disconnect)
NEVER_CALLED(libssh2_agent_free)
NEVER_CALLED(libssh2_agent_get_identity)
NEVER_CALLED(libssh2_agent_init)
NEVER_CALLED(libssh2_agent_list_identities)
NEVER_CALLED(libssh2_agent_userauth)
NEVER_CALLED(libssh2_channel_close)
NEVER_CALLED(libssh2_channel_free)
NEVER_CALLED(libssh2_channel_open_ex)
NEVER_CALLED(libssh2_channel_process_startup)
NEVER_CALLED(libssh2_channel_read_ex)
NEVER_CALLED(libssh2_channel_set_blocking)
NEVER_CALLED(libssh2_channel_write_ex)
NEVER_CALLED(libssh2_hostkey_hash)
NEVER_CALLED(libssh2_knownhost_checkp)
NEVER_CALLED(libssh2_knownhost_free)
NEVER_CALLED(libssh2_knownhost_init)
NEVER_CALLED(libssh2_knownhost_readfile)
NEVER_CALLED(libssh2_session_abstract)
NEVER_CALLED(libssh2_session_disconnect_ex)
NEVER_CALLED(libssh2_session_free)
NEVER_CALLED(libssh2_session_handshake)
NEVER_CALLED(libssh2_session_hostkey)
NEVER_CALLED(libssh2_session_init_ex)
NEVER_CALLED(libssh2_session_last_error)
NEVER_CALLED(libssh2_session_method_pref)
NEVER_CALLED(libssh2_session_set_blocking)
NEVER_CALLED(libssh2_userauth_authenticated)
NEVER_CALLED(libssh2_userauth_keyboard_interactive_ex)
NEVER_CALLED(libssh2_userauth_list)
NEVER_CALLED(libssh2_userauth_password_ex)
NEVER_CALLED(libssh2_userauth_publickey)
NEVER_CALLED(libssh2_userauth_publickey_fromfile_ex)
NEVER_CALLED(libssh2_userauth_publickey_frommemory)
}
