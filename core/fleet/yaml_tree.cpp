// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/yaml_tree.h"

#include "core/base/text.h"
#include "core/fleet/yaml_bytes.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>

namespace siaga {

namespace {

int lineOf(const YAML::Mark &mark)
{
    return mark.is_null() ? 0 : mark.line + 1;
}

/// Ends the parsing at once; the problem goes to the caller.
struct Refused
{
    FleetProblem problem;
};

/// Builds the tree from the parser's events and enforces the limits as they arrive.
class TreeBuilder : public YAML::EventHandler
{
public:
    explicit TreeBuilder(std::string_view file)
        : m_file(file)
    {
    }

    YamlFile result; ///< Duplicate keys are among its problems: they do not end the parsing.

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1)
            refuse(mark, "a second document (---)", "one document");
    }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(node(YamlNode::Kind::null, mark));
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { refuse(mark, "an alias (*)", "the value itself"); }
    void OnAnchor(const YAML::Mark &mark, const std::string &) override { refuseAnchor(mark, 1); }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &text) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        YamlNode scalar = node(YamlNode::Kind::scalar, mark);
        scalar.quoted = tag == "!"; // How the parser tells text in quotes from plain text ("?").
        scalar.text = text;
        add(std::move(scalar));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(YamlNode::Kind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    /// A list or map that is not closed yet.
    struct Open
    {
        YamlNode node;
        std::map<std::string, int> lines; ///< Of each key so far.
        std::string key;
        Place keyPlace;
        bool hasKey = false;
        bool repeated = false;
    };

    [[noreturn]] void refuse(const YAML::Mark &mark, std::string found, std::string expected) const
    {
        throw Refused{{.file = std::string(m_file),
                       .line = lineOf(mark),
                       .field = path(),
                       .found = std::move(found),
                       .expected = std::move(expected)}};
    }

    void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor) const
    {
        if (anchor != YAML::NullAnchor)
            refuse(mark, "an anchor (&)", "no anchors or aliases");
    }

    void refuseTag(const YAML::Mark &mark, const std::string &tag) const
    {
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, "the tag " + plainText(tag, 60), "no tags");
    }

    std::string path() const
    {
        std::string fields;
        for (const Open &open : m_open) {
            if (open.hasKey)
                fields += (fields.empty() ? "" : ".") + plainText(open.key, 80);
        }
        return fields;
    }

    YamlNode node(YamlNode::Kind kind, const YAML::Mark &mark) const
    {
        return {.kind = kind, .place = {m_file, lineOf(mark)}};
    }

    void open(YamlNode::Kind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (m_open.size() >= yamlDepthMax)
            refuse(mark, "more than 64 levels of nesting", "at most 64 levels");
        m_open.push_back({.node = node(kind, mark)});
    }

    void close()
    {
        YamlNode done = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(done));
    }

    void add(YamlNode value)
    {
        if (m_open.empty()) {
            result.root = std::move(value);
            return;
        }
        Open &open = m_open.back();
        if (open.node.kind == YamlNode::Kind::list) {
            countValue(value.place);
            open.node.items.push_back(std::move(value));
        } else if (!open.hasKey) {
            takeKey(open, std::move(value));
        } else {
            countValue(value.place);
            open.hasKey = false;
            if (!open.repeated)
                open.node.entries.push_back({std::move(open.key), open.keyPlace, std::move(value)});
        }
    }

    void countValue(const Place &place)
    {
        if (++m_values > yamlNodesMax)
            throw Refused{{.file = std::string(m_file),
                           .line = place.line,
                           .found = "more than 20000 values",
                           .expected = "at most 20000 values in a file"}};
    }

    void takeKey(Open &open, YamlNode key)
    {
        if (key.kind != YamlNode::Kind::scalar)
            throw Refused{{.file = std::string(m_file),
                           .line = key.place.line,
                           .field = path(),
                           .found = "a key that is not plain text",
                           .expected = "a name, then a colon"}};
        open.key = std::move(key.text);
        open.keyPlace = key.place;
        open.hasKey = true;
        const auto [known, isNew] = open.lines.emplace(open.key, key.place.line);
        open.repeated = !isNew;
        if (!isNew)
            result.problems.push_back(
                {.file = std::string(m_file),
                 .line = key.place.line,
                 .field = path(),
                 .found = "the key a second time",
                 .expected = "each key once; the first is on line " + std::to_string(known->second)});
    }

    std::string_view m_file;
    std::vector<Open> m_open;
    int m_documents = 0;
    int m_values = 0;
};

std::string lineOfText(std::string_view bytes, int line)
{
    for (; line > 1 && !bytes.empty(); --line)
        bytes.remove_prefix(std::min(std::min(bytes.find('\n'), bytes.size()) + 1, bytes.size()));
    const std::string_view text = bytes.substr(0, std::min(bytes.find_first_of("\r\n"), bytes.size()));
    const std::size_t start = text.find_first_not_of(" \t");
    return start == std::string_view::npos ? "nothing" : plainText(text.substr(start), 80);
}

FleetProblem syntaxProblem(std::string_view file, std::string_view bytes, const YAML::Exception &exception)
{
    const int line = lineOf(exception.mark);
    return {.file = std::string(file),
            .line = line,
            .found = lineOfText(bytes, line),
            .expected = "valid YAML (" + plainText(exception.msg, 120) + ")"};
}

} // namespace

const YamlNode::Entry *YamlNode::entry(std::string_view key) const
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &*found;
}

const YamlNode *YamlNode::find(std::string_view key) const
{
    const Entry *const found = entry(key);
    return found ? &found->value : nullptr;
}

YamlFile parseYaml(std::string_view file, std::string_view bytes)
{
    const YamlNode broken{.kind = YamlNode::Kind::broken, .place = {file, 0}};
    if (auto refused = problemOfBytes(file, bytes))
        return {broken, {std::move(*refused)}};
    const std::string_view text = withoutByteOrderMark(bytes);
    TreeBuilder builder(file);
    std::optional<FleetProblem> refused;
    try {
        std::istringstream stream{std::string(text)};
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) { }
    } catch (const Refused &reason) {
        refused = reason.problem;
    } catch (const YAML::Exception &exception) {
        refused = syntaxProblem(file, text, exception);
    } catch (const std::exception &exception) {
        refused = FleetProblem{.file = std::string(file),
                               .found = plainText(exception.what(), 80),
                               .expected = "YAML that the parser can read"};
    }
    if (refused) {
        builder.result.root = broken;
        builder.result.problems.push_back(std::move(*refused));
    }
    return std::move(builder.result);
}

} // namespace siaga
