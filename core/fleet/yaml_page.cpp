// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/yaml_page.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace siaga {

namespace {

constexpr std::size_t remarkColumn = 40; // Remarks of short lines stand below each other.
constexpr std::size_t remarkMax = 400;

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What YAML takes for a missing value, and what other readers of YAML take for a truth value.
bool isWord(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    constexpr std::array<std::string_view, 6> words{"null", "~", "yes", "no", "on", "off"};
    return std::ranges::count(words, lower) == 1;
}

/// Nothing in it can be a sign of YAML's, whatever stands around it.
bool isSafe(std::string_view text, bool inLine)
{
    if (text.empty() || isWord(text) || text.back() == ' ' || text.back() == ':')
        return false;
    if (!isLetterOrDigit(text.front()) && text.front() != '/' && !(text.front() == '-' && text.size() > 1 && isLetterOrDigit(text[1])))
        return false;
    const std::string_view others = inLine ? " ._/-%" : " ._/-%@+=?&:";
    return text.find(": ") == text.npos
        && std::ranges::all_of(text, [&](char c) { return isLetterOrDigit(c) || others.find(c) != others.npos; });
}

std::string quoted(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F)
            out += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        else
            out += c;
    }
    return out + '"';
}

/// A name that starts with a digit could be read as a number elsewhere.
std::string keyText(const std::string &name)
{
    const bool isPlain = !name.empty() && isSafe(name, true) && name.find(' ') == name.npos
        && !(name.front() >= '0' && name.front() <= '9') && name.front() != '-';
    const bool isTruth = name == "true" || name == "false";
    return isPlain && !isTruth ? name : quoted(name);
}

} // namespace

std::string yamlScalar(std::string_view text, bool inLine)
{
    return isSafe(text, inLine) ? std::string(text) : quoted(text);
}

YamlPage::YamlPage(std::map<FieldPath, std::string> remarks)
    : m_remarks(std::move(remarks))
{
}

void YamlPage::comment(std::string_view text)
{
    if (!text.empty())
        m_text += std::string(2 * m_path.size(), ' ') + "# " + plainText(text, remarkMax);
    m_text += '\n';
}

void YamlPage::open(const std::string &name)
{
    line(name, "");
    m_path.push_back(name);
}

void YamlPage::close()
{
    m_path.pop_back();
}

void YamlPage::field(const std::string &name, std::string_view text)
{
    line(name, " " + yamlScalar(text, false));
}

void YamlPage::list(const std::string &name, const std::vector<std::string> &items)
{
    std::string rest;
    for (const std::string &item : items)
        rest += (rest.empty() ? "" : ", ") + yamlScalar(item, true);
    line(name, " [" + rest + "]");
}

void YamlPage::pairs(const std::string &name, const std::vector<std::pair<std::string, std::string>> &entries)
{
    std::string rest;
    for (const auto &[key, text] : entries)
        rest += (rest.empty() ? "" : ", ") + keyText(key) + ": " + yamlScalar(text, true);
    line(name, " {" + rest + "}");
}

void YamlPage::line(const std::string &name, const std::string &rest)
{
    std::string text = std::string(2 * m_path.size(), ' ') + keyText(name) + ":" + rest;
    FieldPath path = m_path;
    path.push_back(name);
    if (const auto remark = m_remarks.find(path); remark != m_remarks.end() && !remark->second.empty()) {
        text.resize(std::max(text.size() + 2, remarkColumn), ' ');
        text += "# " + plainText(remark->second, remarkMax);
    }
    m_text += text + '\n';
}

} // namespace siaga
