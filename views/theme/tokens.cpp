// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const Tokens &Tokens::darkOnes()
{
    static const Tokens tokens{.dark = true,
        .window = QColor(0x12161C),
        .surface = QColor(0x1A2029),
        .raised = QColor(0x222A35),
        .border = QColor(0x2E3947),
        .land = QColor(0x232B36),
        .text = QColor(0xE6EAF0),
        .muted = QColor(0x9AA7B8),
        .accent = QColor(0x56B4E9),
        .onAccent = QColor(0x12161C),
        .drill = QColor(0xA48BF0),
        .replay = QColor(0xE8A317),
        .healthy = QColor(0x2FBF95),
        .warning = QColor(0xE8A317),
        .critical = QColor(0xF0653A),
        .emergency = QColor(0xE566BB),
        .unknown = QColor(0x8A94A3),
        .onStatus = QColor(0x12161C)};
    return tokens;
}

const Tokens &Tokens::lightOnes()
{
    static const Tokens tokens{.dark = false,
        .window = QColor(0xF4F6F9),
        .surface = QColor(0xFFFFFF),
        .raised = QColor(0xEDF1F6),
        .border = QColor(0xD3DBE5),
        .land = QColor(0xE5EAF1),
        .text = QColor(0x18212C),
        .muted = QColor(0x53606F),
        .accent = QColor(0x0067A3),
        .onAccent = QColor(0xFFFFFF),
        .drill = QColor(0x5B3FB8),
        .replay = QColor(0x8A5A00),
        .healthy = QColor(0x00785A),
        .warning = QColor(0x8A5A00),
        .critical = QColor(0xB63A0A),
        .emergency = QColor(0x9B1F72),
        .unknown = QColor(0x5C6878),
        .onStatus = QColor(0xFFFFFF)};
    return tokens;
}

QColor Tokens::of(Status status) const
{
    switch (status) {
    case Status::healthy:
        return healthy;
    case Status::unknown:
        return unknown;
    case Status::warning:
        return warning;
    case Status::critical:
        return critical;
    case Status::emergency:
        return emergency;
    }
    return unknown;
}

QColor Tokens::of(Mode mode) const
{
    switch (mode) {
    case Mode::live:
        return text;
    case Mode::lab:
        return accent;
    case Mode::drill:
        return drill;
    case Mode::replay:
        return replay;
    }
    return text;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto channel = [share](double a, double b) { return std::clamp(a + (b - a) * share, 0.0, 1.0); };
    return QColor::fromRgbF(static_cast<float>(channel(under.redF(), over.redF())),
        static_cast<float>(channel(under.greenF(), over.greenF())),
        static_cast<float>(channel(under.blueF(), over.blueF())));
}

} // namespace siaga::views
