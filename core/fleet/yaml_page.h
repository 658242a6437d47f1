// SPDX-License-Identifier: GPL-3.0-or-later
// A page of YAML as it is written, line by line: what parseYaml() reads back as the same keys and texts.
//
// Like a typist who puts anything in quotes that could be taken for a sign. The catch: whoever writes must know what a
// field may hold; the page never refuses a text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace siaga {

/// Where something stands, by names: {"services", "web", "floor"}. Names may hold dots, so they are not joined.
using FieldPath = std::vector<std::string>;

/// A text as a scalar: as it is where that is safe, else in double quotes with escapes. `inLine` is inside {} or [].
std::string yamlScalar(std::string_view text, bool inLine);

class YamlPage
{
public:
    /// `remarks` stand behind the line of their path, after a '#'.
    explicit YamlPage(std::map<FieldPath, std::string> remarks);

    /// A comment line at the depth of this moment; an empty one is an empty line.
    void comment(std::string_view text);
    /// A section of this name; what follows stands in it until close().
    void open(const std::string &name);
    void close();
    /// "name: text"
    void field(const std::string &name, std::string_view text);
    /// "name: [a, b]"
    void list(const std::string &name, const std::vector<std::string> &items);
    /// "name: {key: text, ...}", for pairs that belong on one line. The remark is that of the section.
    void pairs(const std::string &name, const std::vector<std::pair<std::string, std::string>> &entries);

    std::string take() && { return std::move(m_text); }

private:
    void line(const std::string &name, const std::string &rest);

    std::map<FieldPath, std::string> m_remarks;
    FieldPath m_path;
    std::string m_text;
};

} // namespace siaga
