# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the table of layers, as data, in one place.

Each row names a folder and the folders or headers that its files may include besides their own folder. A name that
ends in a slash is a folder, any other is one header; `*` stands for any text.
"""

ENGINES = ("health", "resilience", "scaling", "deployment", "recovery", "orchestrator")

_BASE = ("core/base/",)
_FLEET = (*_BASE, "core/fleet/")
_PLAN = (*_FLEET, "core/plan/")
_SEEN = (*_PLAN, "core/seen/")
_EVENTS = (*_SEEN, "core/events/")
_ENGINES = tuple(f"core/{engine}/" for engine in ENGINES)
_STATES = tuple(f"core/{engine}/state.h" for engine in ENGINES)
# What filters and ports stand on: breakers, budgets and bulkheads, but not the engine that decides about them.
_PRIMITIVES = ("core/resilience/",)
_RUNTIME = (*_EVENTS, *_ENGINES, "core/boards/", "core/journal/", "core/history/", "core/drivers/ports/",
            "core/drivers/filters/")

# Folder: what it may include. `core/drivers/PRODUCT` stands for every folder of a real product.
MAY_INCLUDE = {
    "core/base": (),
    "core/fleet": _BASE,
    "core/seen": _FLEET,
    "core/plan": _FLEET,
    "core/events": _SEEN,
    "core/journal": _BASE,
    "core/history": _BASE,
    **{f"core/{engine}": _EVENTS for engine in ENGINES},
    "core/boards": (*_EVENTS, *_STATES),
    "core/words": (*_EVENTS, "core/boards/"),
    "core/drivers/ports": (*_SEEN, *_PRIMITIVES),
    "core/drivers/filters": (*_SEEN, *_PRIMITIVES, "core/drivers/ports/"),
    "core/drivers/PRODUCT": (*_SEEN, *_PRIMITIVES, "core/drivers/ports/"),
    "core/runtime": _RUNTIME,
    "core/lab": (*_RUNTIME, "core/runtime/"),
    "views": (*_PLAN, "core/boards/", "core/words/", "core/events/request*.h"),
    "app": ("core/", "views/"),
    "tests": ("core/", "views/", "app/"),
}

# Headers inside an allowed folder that are out of bounds nevertheless.
NEVER_INCLUDE = {
    "core/drivers/ports": ("core/resilience/engine.h", "core/resilience/state.h"),
    "core/drivers/filters": ("core/resilience/engine.h", "core/resilience/state.h"),
    "core/drivers/PRODUCT": ("core/resilience/engine.h", "core/resilience/state.h"),
}

# Only these files, and tests, may include the header of a real product.
COMPOSITION = "app/compose*.cpp"

# Folders of views that any page may include; every other folder there is a page.
SHARED_VIEWS = ("widgets", "models", "theme")
# Folders of views that may include pages.
FRAME_VIEWS = ("main_window",)

# Kind of library header: which files may include it. Tests may include all of them.
MAY_USE = {
    "QtCore": ("core/words/*", "core/drivers/PRODUCT/*", "views/*", "app/*"),
    "QtNetwork": ("core/drivers/PRODUCT/*", "app/*"),
    "QtDBus": ("core/drivers/PRODUCT/*", "views/*", "app/*"),
    "Qt for windows": ("views/*", "app/*"),
    "QCoro": ("core/drivers/PRODUCT/*",),
    "keychain": ("core/drivers/PRODUCT/*", "app/*"),
    "yaml-cpp": ("core/fleet/*.cpp",),
    "SQLite": ("core/journal/*.cpp", "core/history/*.cpp"),
    "nlohmann": ("core/events/*.cpp", "core/drivers/PRODUCT/*.cpp"),
    "OpenSSL": ("core/base/*.cpp",),
    "system": ("core/fleet/*.cpp", "core/journal/*.cpp", "core/history/*.cpp", "core/runtime/*.cpp", "core/lab/*.cpp",
               "core/drivers/PRODUCT/*.cpp", "app/*.cpp"),
}

# How library headers are told apart by name, first match wins; what no row names is Qt or of the system.
LIBRARIES = (
    ("yaml-cpp", r"yaml-cpp/"),
    ("SQLite", r"sqlite3"),
    ("nlohmann", r"nlohmann/"),
    ("OpenSSL", r"openssl/"),
    ("keychain", r"qt6?keychain/"),
    ("QCoro", r"QCoro"),
)

# Engines, plans and boards touch no thread, lock, file or clock: these headers do not belong there.
IMPURE_HEADERS = ("thread", "mutex", "shared_mutex", "condition_variable", "future", "semaphore", "latch", "barrier",
                  "fstream", "iostream", "filesystem", "ctime", "csignal", "coroutine")
WITHOUT_THE_WORLD = ("core/seen", "core/plan", "core/boards", *(f"core/{engine}" for engine in ENGINES))

# The headers of the C++20 library.
STANDARD_HEADERS = frozenset("""
    algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
    clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
    cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem format forward_list fstream
    functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
    memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator
    semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view
    strstream syncstream system_error thread tuple typeindex typeinfo type_traits unordered_map unordered_set utility
    valarray variant vector version
""".split())
