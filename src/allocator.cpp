/// For jemalloc, which is linked into the program that users run. A document is thousands of small values, so
/// that a run is as quick as the machine hands out pages: huge ones, and none is given back before the end,
/// which is near.
extern "C" const char* malloc_conf;
const char* malloc_conf = "thp:always,dirty_decay_ms:-1,muzzy_decay_ms:-1";
