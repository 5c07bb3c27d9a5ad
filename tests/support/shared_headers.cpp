// Compiled with the headers that all tests share: the target that they are read for needs a source of its own
// that uses them.
