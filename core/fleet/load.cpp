// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/fleet/read.h"
#include "core/fleet/values.h"
#include "core/fleet/yaml_tree.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace siaga {

namespace {

/// An open file that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int number() const { return m_number; }

private:
    const int m_number;
};

FleetProblem problem(std::string_view file, std::string found, std::string expected)
{
    return {.file = plainText(file, 300), .found = std::move(found), .expected = std::move(expected)};
}

FleetProblem systemProblem(std::string_view file)
{
    return problem(file, std::generic_category().message(errno), "a file that can be read");
}

std::string kindOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a directory";
    if (S_ISFIFO(mode))
        return "a pipe";
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return "a device";
    return "not a regular file";
}

bool isSameVersion(const struct stat &a, const struct stat &b)
{
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/// At most one byte more than is allowed, however large the file has become since it was opened.
std::optional<std::string> readBounded(int descriptor)
{
    std::string bytes(yamlBytesMax + 1, '\0');
    std::size_t length = 0;
    while (length < bytes.size()) {
        const ssize_t got = read(descriptor, bytes.data() + length, bytes.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        length += static_cast<std::size_t>(got);
    }
    bytes.resize(length);
    return bytes;
}

/// What was opened is what is checked and read: replacing the name in between changes nothing.
Result<std::string, FleetProblem> readRegularFile(int folder, const std::string &path, std::string_view shown)
{
    const Descriptor file(openat(folder, path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat before = {};
    if (file.number() < 0 || fstat(file.number(), &before) != 0)
        return systemProblem(shown);
    if (!S_ISREG(before.st_mode))
        return problem(shown, kindOf(before.st_mode), "a regular file");
    if (before.st_size > static_cast<off_t>(yamlBytesMax))
        return problem(shown, std::to_string(before.st_size) + " bytes", "at most 1 MiB");
    std::optional<std::string> bytes = readBounded(file.number());
    struct stat after = {};
    if (!bytes || fstat(file.number(), &after) != 0)
        return systemProblem(shown);
    if (!isSameVersion(before, after) || static_cast<off_t>(bytes->size()) != before.st_size)
        return problem(shown, "a file that changed while it was read", "a file at rest; try again");
    return std::move(*bytes);
}

/// The overlays that the main file names; a list that does not fit is refused when the fleet is read.
std::vector<std::string> overlaysOf(const FleetSource::Layer &main)
{
    const YamlFile file = parseYaml(main.file, main.bytes);
    const YamlNode *const list = file.root.find("overlays");
    std::vector<std::string> names;
    for (const YamlNode &item : list ? list->items : std::vector<YamlNode>())
        names.push_back(item.text);
    return names;
}

constexpr std::size_t overlaysMax = 16; // As in the schema, which tells when there are more.

std::vector<FleetProblem> addOverlays(FleetSource &source, int folder)
{
    std::vector<FleetProblem> problems;
    const std::vector<std::string> names = overlaysOf(source.layers.front());
    for (std::size_t i = 0; i < std::min(names.size(), overlaysMax); ++i) {
        if (!isPlainFileName(names[i]))
            continue;
        auto bytes = readRegularFile(folder, names[i], names[i]);
        if (bytes)
            source.layers.push_back({names[i], *bytes});
        else
            problems.push_back(bytes.error());
    }
    return problems;
}

} // namespace

Result<FleetSource, std::vector<FleetProblem>> loadFleetSource(const std::string &path, const std::string &environment)
{
    const std::size_t slash = path.rfind('/');
    const std::string folderPath = slash == path.npos ? "." : path.substr(0, slash + 1);
    const std::string name = slash == path.npos ? path : path.substr(slash + 1);
    if (name.empty() || path.find('\0') != path.npos)
        return std::vector<FleetProblem>{problem(path, "no file name", "a file that can be read")};
    const Descriptor folder(open(folderPath.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0)
        return std::vector<FleetProblem>{systemProblem(path)};
    auto bytes = readRegularFile(folder.number(), name, path);
    if (!bytes)
        return std::vector<FleetProblem>{bytes.error()};
    FleetSource source{.layers = {{plainText(name, 255), *bytes}}, .environment = environment};
    auto problems = addOverlays(source, folder.number());
    if (!problems.empty())
        return problems;
    return source;
}

} // namespace siaga
