"""Compiles a mutated source and links it in front of the libraries into one program of all tests that may notice it."""

import json
import os
import resource
import shlex
import subprocess

# Programs whose tests run the code in their own process. The listener that writes the page of attacks stays out: it asks for
# the whole suite.
PROGRAMS = ["rules_test", "unit_rules", "unit_facts", "unit_records", "unit_engine", "unit_cli", "mutation_test",
            "bypass_test"]
_LEFT_OUT = "page_test.cpp.o"

# What reads behind an end, or a value that is not there, ends at once and does not depend on what lies there by chance.
_ASSERTIONS = "-D_GLIBCXX_ASSERTIONS"

# A mutant that never ends may keep what it reads, and must not take the memory of the whole machine.
_MOST_MEMORY = 6 << 30


class Build:
    def __init__(self, root, scratch):
        self.root = root
        self.folder = os.path.join(root, "build", "proof")
        self.scratch = scratch
        self.commands = {entry["file"]: entry["command"] for entry in self._compile_commands()}
        self.objects, self.libraries = self._parts_of_link()

    def program(self, name, objects=()):
        """Links these objects in front of all others; the path of the program, or nothing where that fails."""
        program = os.path.join(self.scratch, name)
        command = ["c++", "-O0", "-pthread", "-fuse-ld=gold", "-Wl,--strip-all", "-Wl,-z,muldefs", "-Wl,--disable-new-dtags",
                   *objects, *self.objects, *self.libraries, "-o", program]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        if done.returncode != 0 and not objects:
            raise SystemExit("mutate-code: the tests do not link:\n" + done.stderr[-2000:])
        return program if done.returncode == 0 else None

    def object_of(self, file, text):
        """Compiles that text in the place of the file; the object, or nothing where it does not compile."""
        source = os.path.join(self.scratch, "mutant.cpp")
        made = os.path.join(self.scratch, "mutant.o")
        with open(source, "w", encoding="utf-8") as out:
            out.write(text)
        command = [*self._flags_of(file), "-w", "-g0", "-O0", _ASSERTIONS, "-iquote",
                   os.path.join(self.root, os.path.dirname(file)), "-o", made, "-c", source]
        return made if subprocess.run(command, cwd=self.folder, capture_output=True).returncode == 0 else None

    def _compile_commands(self):
        with open(os.path.join(self.folder, "compile_commands.json"), encoding="utf-8") as file:
            return json.load(file)

    def _flags_of(self, file):
        """Those of the file, or of its neighbours where it is compiled together with them."""
        command = self.commands.get(os.path.join(self.root, file))
        if command is None:
            module = file.split("/")[1]
            command = next(line for path, line in self.commands.items() if f"docs_lint_{module}.dir/" in line)
        words = [word for word in shlex.split(command) if not word.endswith("ccache")]
        return words[:words.index("-o")]

    def _parts_of_link(self):
        objects, libraries = [], []
        for program in PROGRAMS:
            link = subprocess.run(["ninja", "-t", "commands", program], cwd=self.folder, capture_output=True, text=True,
                                  check=True).stdout.splitlines()[-1]
            words = [word for word in shlex.split(link) if not word.startswith("-")]
            objects += [word for word in words if word.endswith(".o") and not word.endswith(_LEFT_OUT)]
            libraries += [word for word in words if word.endswith((".a", ".so")) or ".so." in word]
        # Archives are searched in turn: each once more behind all others settles what they need of one another.
        archives = list(dict.fromkeys(libraries))
        return list(dict.fromkeys(objects)), ["-Wl,--start-group", *archives, "-Wl,--end-group"]


class Run:
    """How a run of tests ended."""

    def __init__(self, passed, seconds, out_of_time, output):
        self.passed, self.seconds, self.out_of_time, self.output = passed, seconds, out_of_time, output


def run_tests(program, folder, arguments, environment, most_seconds):
    """Runs tests up to the first that fails. Seconds are those of the processor: how busy the machine is must not tell."""
    limit = max(1, int(most_seconds))

    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([program, "--abort-after=1", *arguments], cwd=folder, env={**os.environ, **environment},
                              preexec_fn=limited, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=limit * 200)
        code, output = done.returncode, done.stdout.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        code, output = None, ""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    out_of_time = code is None or code in (-24, -9)
    return Run(code == 0, seconds, out_of_time, output)
