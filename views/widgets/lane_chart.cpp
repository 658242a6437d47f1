// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/lane_chart.h"

#include "views/theme/figures.h"
#include "views/theme/icons.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int side = 2 * grid;
constexpr int top = 12;
constexpr int barHeight = 12;
constexpr int iconSize = 14;
constexpr int tickWidthMin = 72;

int rowHeight(const Theme &theme)
{
    return QFontMetrics(theme.font(Type::small)).height() + 6;
}

/// The step between ticks: the least round one that leaves room for their text.
std::int64_t tickStep(double msInPixel)
{
    constexpr std::array<std::int64_t, 14> seconds{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600};
    for (const std::int64_t step : seconds) {
        if (static_cast<double>(step) * 1000 >= tickWidthMin * msInPixel) {
            return step * 1000;
        }
    }
    return 86'400'000;
}

QString tickText(std::int64_t ms)
{
    const std::int64_t seconds = ms / 1000;
    if (seconds < 60 || seconds % 60 != 0) {
        return seconds < 60 ? QCoreApplication::translate("LaneChart", "+%1 s").arg(seconds)
                            : QCoreApplication::translate("LaneChart", "+%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    return QCoreApplication::translate("LaneChart", "+%1 min").arg(seconds / 60);
}

std::optional<Icon> iconOf(LaneState state)
{
    switch (state) {
    case LaneState::done:
        return Icon::check;
    case LaneState::held:
        return Icon::pause;
    case LaneState::failed:
        return Icon::x;
    default:
        return std::nullopt;
    }
}

/// For the states that ask for attention.
std::optional<Status> markOf(LaneState state)
{
    switch (state) {
    case LaneState::done:
        return Status::healthy;
    case LaneState::held:
        return Status::warning;
    case LaneState::failed:
        return Status::critical;
    case LaneState::unsure:
        return Status::unknown;
    default:
        return std::nullopt;
    }
}

QColor colourOf(LaneState state, const Tokens &tokens)
{
    switch (state) {
    case LaneState::done:
        return tokens.healthy;
    case LaneState::running:
        return tokens.accent;
    case LaneState::held:
        return tokens.warning;
    case LaneState::failed:
        return tokens.critical;
    case LaneState::planned:
    case LaneState::unsure:
    case LaneState::notReached:
        return tokens.unknown;
    }
    return tokens.unknown;
}

} // namespace

QString word(LaneState state)
{
    switch (state) {
    case LaneState::done:
        return QCoreApplication::translate("LaneChart", "done");
    case LaneState::running:
        return QCoreApplication::translate("LaneChart", "running");
    case LaneState::planned:
        return QCoreApplication::translate("LaneChart", "planned");
    case LaneState::held:
        return QCoreApplication::translate("LaneChart", "held");
    case LaneState::failed:
        return QCoreApplication::translate("LaneChart", "failed");
    case LaneState::unsure:
        return QCoreApplication::translate("LaneChart", "in doubt");
    case LaneState::notReached:
        return QCoreApplication::translate("LaneChart", "not reached");
    }
    return {};
}

/// From time to pixels, and where the rows are.
struct LaneChart::Scale
{
    qreal left = 0;
    qreal right = 0;
    double msInPixel = 1;
    int row = 0;
    int rows = 0;

    qreal x(std::int64_t ms) const { return left + static_cast<double>(ms) / msInPixel; }
    qreal bottom() const { return top + row * rows; }
};

LaneChart::LaneChart(QWidget *parent)
    : QWidget(parent)
{
    installPaintedParts();
    setAccessibleName(tr("Steps of the plan over time"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LaneChart::setFace(const LanesFace &face)
{
    const std::size_t before = m_face.steps.size();
    m_face = face;
    for (LaneStep &step : m_face.steps) {
        step.title = plain(step.title);
        step.note = plain(step.note);
    }
    m_face.title = plain(m_face.title);
    m_face.nowText = plain(m_face.nowText);
    if (before != m_face.steps.size()) {
        updateGeometry();
    }
    update();
    announceParts(this);
}

int LaneChart::partCount() const
{
    return static_cast<int>(m_face.steps.size());
}

PaintedPart LaneChart::part(int index) const
{
    const LaneStep &step = m_face.steps[static_cast<std::size_t>(index)];
    QString value = tr("%1, from %2 to %3").arg(word(step.state), tickText(step.beginMs), tickText(step.endMs));
    if (!step.note.isEmpty()) {
        value = tr("%1, %2").arg(value, step.note);
    }
    return {.name = step.title, .value = value,
        .place = barRect(scaleNow(), static_cast<std::size_t>(index)).toAlignedRect(), .state = word(step.state)};
}

PartTable LaneChart::table() const
{
    PartTable table{.title = m_face.title,
        .columns = {tr("step"), tr("state"), tr("from"), tr("to"), tr("note")}, .shares = {34, 14, 14, 14, 24}};
    for (const LaneStep &step : m_face.steps) {
        QStringList notes{step.note};
        if (m_face.noReturnMs && step.beginMs == *m_face.noReturnMs) {
            notes << tr("no way back from here");
        }
        notes.removeAll(QString());
        table.rows.push_back({{step.title, word(step.state), tickText(step.beginMs), tickText(step.endMs), notes.join(tr(", "))},
            markOf(step.state)});
    }
    if (m_face.nowMs) {
        table.rows.push_back({{m_face.nowText, QString(), tickText(*m_face.nowMs), QString(), QString()}, {}});
    }
    return table;
}

QSize LaneChart::sizeHint() const
{
    const int row = rowHeight(Theme::of(this));
    // The rows, one line of words for the lines across, one for the axis.
    return QSize(80 * grid, 2 * top + row * (partCount() + 2));
}

QSize LaneChart::minimumSizeHint() const
{
    return QSize(40 * grid, sizeHint().height());
}

LaneChart::Scale LaneChart::scaleNow() const
{
    const Theme theme = Theme::of(this);
    const QFont font = theme.font(Type::small);
    qreal names = 0;
    std::int64_t end = std::max<std::int64_t>(m_face.nowMs.value_or(0), 1000);
    for (const LaneStep &step : m_face.steps) {
        names = std::max(names, figuresWidth(font, step.title));
        end = std::max(end, step.endMs);
    }
    Scale scale;
    scale.left = side + std::min(names, width() * 0.3) + grid + halfGrid;
    // Room at the right for the word beside the last bar.
    scale.right = width() - side - 14 * grid;
    scale.msInPixel = static_cast<double>(end) / std::max(scale.right - scale.left, 1.0);
    scale.row = rowHeight(theme);
    scale.rows = partCount();
    return scale;
}

QRectF LaneChart::barRect(const Scale &scale, std::size_t row) const
{
    const LaneStep &step = m_face.steps[row];
    const qreal y = top + scale.row * static_cast<qreal>(row) + (scale.row - barHeight) / 2.0;
    std::int64_t end = step.endMs;
    if (step.state == LaneState::running || step.state == LaneState::held) {
        end = std::max(end, m_face.nowMs.value_or(end));
    }
    const qreal width = std::max<qreal>(scale.x(end) - scale.x(step.beginMs) - 1, 3);
    return QRectF(scale.x(step.beginMs), y, width, barHeight);
}

void LaneChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    const Scale scale = scaleNow();
    paintAxis(painter, scale, theme);
    for (std::size_t row = 0; row < m_face.steps.size(); ++row) {
        paintRow(painter, scale, row, theme);
    }
    paintLines(painter, scale, theme);
}

void LaneChart::paintAxis(QPainter &painter, const Scale &scale, const Theme &theme) const
{
    const QFont font = theme.font(Type::small);
    const std::int64_t step = tickStep(scale.msInPixel);
    const qreal y = scale.bottom() + scale.row + halfGrid;
    for (std::int64_t ms = 0; scale.x(ms) <= scale.right + 1; ms += step) {
        const qreal x = std::round(scale.x(ms)) + 0.5;
        painter.setPen(QPen(mixed(theme.tokens().surface, theme.tokens().border, 0.7), 1));
        painter.drawLine(QPointF(x, top), QPointF(x, scale.bottom() + 2));
        painter.setPen(theme.tokens().muted);
        drawFigures(painter, QRectF(x - 60, y, 120, scale.row), Qt::AlignHCenter | Qt::AlignVCenter, font, tickText(ms));
    }
}

void LaneChart::paintRow(QPainter &painter, const Scale &scale, std::size_t row, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens();
    const LaneStep &step = m_face.steps[row];
    const QFont font = theme.font(Type::small);
    const qreal y = top + scale.row * static_cast<qreal>(row);
    const bool quiet = step.state == LaneState::planned || step.state == LaneState::notReached;
    painter.setPen(quiet ? tokens.muted : tokens.text);
    drawFigures(painter, QRectF(side, y, scale.left - side - grid - halfGrid, scale.row),
        Qt::AlignRight | Qt::AlignVCenter, font, step.title);
    paintBar(painter, scale, row, tokens);

    const QRectF bar = barRect(scale, row);
    qreal x = bar.right() + 6;
    if (const auto icon = iconOf(step.state)) {
        const QColor colour = step.state == LaneState::done ? tokens.muted : colourOf(step.state, tokens);
        paintIcon(painter, QRectF(x, bar.center().y() - iconSize / 2.0, iconSize, iconSize), *icon, colour);
        x += iconSize + halfGrid;
    }
    // What is done or planned needs no word; everything else is said.
    const bool said = step.state != LaneState::done && !quiet && step.state != LaneState::running;
    QString words = said ? word(step.state) : QString();
    if (!step.note.isEmpty()) {
        words = words.isEmpty() ? step.note : tr("%1 · %2").arg(words, step.note);
    }
    painter.setPen(said ? colourOf(step.state, tokens) : tokens.muted);
    drawFigures(painter, QRectF(x, y, width() - side - x, scale.row), Qt::AlignLeft | Qt::AlignVCenter, font, words);
}

void LaneChart::paintBar(QPainter &painter, const Scale &scale, std::size_t row, const Tokens &tokens) const
{
    const LaneStep &step = m_face.steps[row];
    const QRectF bar = barRect(scale, row);
    const QColor colour = colourOf(step.state, tokens);
    QPainterPath path;
    path.addRoundedRect(bar, 3, 3);
    QPainterPath outline;
    outline.addRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setBrush(Qt::NoBrush);
    switch (step.state) {
    case LaneState::done:
    case LaneState::failed:
        painter.fillPath(path, mixed(tokens.surface, colour, 0.85));
        break;
    case LaneState::running: {
        painter.fillPath(path, mixed(tokens.surface, colour, 0.4));
        QPainterPath past;
        const qreal now = m_face.nowMs ? scale.x(*m_face.nowMs) : bar.right();
        past.addRect(QRectF(bar.topLeft(), QPointF(std::clamp(now, bar.left(), bar.right()), bar.bottom())));
        painter.fillPath(path.intersected(past), colour);
        break;
    }
    case LaneState::held:
    case LaneState::unsure:
        painter.fillPath(path, mixed(tokens.surface, colour, 0.2));
        paintHatch(painter, path, mixed(tokens.surface, colour, 0.6));
        painter.setPen(QPen(colour, 1));
        painter.drawPath(outline);
        break;
    case LaneState::planned:
        painter.setPen(QPen(mixed(tokens.border, tokens.muted, 0.4), 1));
        painter.drawPath(outline);
        break;
    case LaneState::notReached:
        painter.setPen(QPen(mixed(tokens.border, tokens.muted, 0.4), 1, Qt::DotLine));
        painter.drawPath(outline);
        break;
    }
}

void LaneChart::paintLines(QPainter &painter, const Scale &scale, const Theme &theme) const
{
    const Tokens &tokens = theme.tokens();
    const QFont font = theme.font(Type::small);
    const qreal bottom = scale.bottom() + scale.row / 2.0;
    const auto line = [&](std::int64_t ms, const QPen &pen) {
        const qreal x = std::round(scale.x(ms)) + 0.5;
        painter.setPen(pen);
        painter.drawLine(QPointF(x, top - halfGrid), QPointF(x, bottom));
        return x;
    };
    const auto say = [&](qreal x, bool right, const QString &text) {
        const QRectF place = right ? QRectF(x + 5, scale.bottom(), width() - side - x - 5, scale.row)
                                   : QRectF(0, scale.bottom(), x - 5, scale.row);
        drawFigures(painter, place, (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, font, text);
    };
    std::optional<qreal> now;
    bool nowRight = true;
    if (m_face.nowMs) {
        now = line(*m_face.nowMs, QPen(tokens.accent, 1.5, Qt::DotLine));
        nowRight = *now + 5 + figuresWidth(font, m_face.nowText) <= width() - side;
        say(*now, nowRight, m_face.nowText);
    }
    if (m_face.noReturnMs) {
        const QString text = tr("no way back from here");
        const qreal x = line(*m_face.noReturnMs, QPen(tokens.muted, 1.5));
        const qreal length = figuresWidth(font, text) + 12;
        // On whichever side it doesn't run into what now says.
        const bool hitsNow = now && x <= *now && x + length > (nowRight ? *now : *now - figuresWidth(font, m_face.nowText));
        painter.setPen(tokens.muted);
        say(x, !hitsNow && x + length <= width() - side, text);
    }
}

} // namespace siaga::views

#include "moc_lane_chart.cpp"
