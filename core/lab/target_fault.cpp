// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/target_fault.h"

#include "core/fleet/values.h"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace siaga::lab {

namespace {

/// The words in lower case.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c != ' ' && c != '\t')
            words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// A plain number, all of the text: neither "1e3" nor "inf".
std::optional<double> readPlain(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<TargetFault> readErrors(std::string_view size)
{
    if (size.empty() || size.back() != '%')
        return std::nullopt;
    const auto percent = readPlain(size.substr(0, size.size() - 1));
    if (!percent || !(*percent > 0 && *percent <= 100))
        return std::nullopt;
    return TargetFault{.kind = TargetFaultKind::errors, .size = *percent / 100};
}

/// "x10", or "10x".
std::optional<TargetFault> readFactor(TargetFaultKind kind, std::string_view size)
{
    if (!size.empty() && size.front() == 'x')
        size.remove_prefix(1);
    else if (!size.empty() && size.back() == 'x')
        size.remove_suffix(1);
    else
        return std::nullopt;
    const auto factor = readPlain(size);
    if (!factor || !(*factor > 1 && *factor <= 10'000))
        return std::nullopt;
    return TargetFault{.kind = kind, .size = *factor};
}

std::optional<TargetFault> readBadHost(const std::vector<std::string> &words)
{
    if (words.size() != 5 || words[1] != "host" || words[2] != "1" || words[3] != "of")
        return std::nullopt;
    const auto hosts = readPlain(words[4]);
    if (!hosts || !(*hosts >= 1 && *hosts <= 1000) || *hosts != std::floor(*hosts))
        return std::nullopt;
    return TargetFault{.kind = TargetFaultKind::badHost, .hosts = static_cast<int>(*hosts)};
}

/// A number without needless zeros: "10", "1.5", "0.25".
std::string plain(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3).ptr;
    std::string number(text.data(), end);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.')
        number.pop_back();
    return number;
}

} // namespace

std::optional<TargetFault> readTargetFault(std::string_view text)
{
    const std::vector<std::string> words = wordsOf(text);
    if (words.size() == 1 && words[0] == "hang")
        return TargetFault{.kind = TargetFaultKind::hang};
    if (words.size() == 2 && words[0] == "errors")
        return readErrors(words[1]);
    if (words.size() == 2 && words[0] == "latency")
        return readFactor(TargetFaultKind::latency, words[1]);
    if (words.size() == 2 && words[0] == "overload")
        return readFactor(TargetFaultKind::overload, words[1]);
    if (words.size() == 2 && words[0] == "flapping") {
        const auto period = parseDuration(words[1]);
        return period && *period > Duration{} ? std::optional(TargetFault{.kind = TargetFaultKind::flapping, .period = *period}) : std::nullopt;
    }
    return !words.empty() && words[0] == "bad" ? readBadHost(words) : std::nullopt;
}

std::string toText(const TargetFault &fault)
{
    switch (fault.kind) {
    case TargetFaultKind::none:
        return "none";
    case TargetFaultKind::errors:
        return "errors " + plain(fault.size * 100) + "%";
    case TargetFaultKind::latency:
        return "latency x" + plain(fault.size);
    case TargetFaultKind::hang:
        return "hang";
    case TargetFaultKind::flapping:
        return "flapping " + textOf(fault.period);
    case TargetFaultKind::overload:
        return "overload x" + plain(fault.size);
    case TargetFaultKind::badHost:
        return "bad host 1 of " + std::to_string(fault.hosts);
    }
    return {};
}

} // namespace siaga::lab
