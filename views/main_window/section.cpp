// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/section.h"

#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

/// Names stand in a column of their own, this many ems wide, so that values line up.
constexpr int nameEms = 8;

/// A figure and its unit stay on one line.
QString unbroken(QString text)
{
    return text.replace(QStringLiteral(" %"), QStringLiteral("\u00A0%"));
}

} // namespace

Section::Section(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, Type::small, Tone::muted, QFont::DemiBold, this))
    , m_column(new QVBoxLayout(this))
{
    setRole(*this, QAccessible::Grouping);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid);
    m_column->addWidget(m_title);
}

bool Section::hasShapeOf(const InspectionSection &face) const
{
    if (face.lines.size() != m_rows.size())
        return false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const InspectionLine &line = face.lines[i];
        const Row &row = m_rows[i];
        if (line.mark.has_value() != (row.mark != nullptr) || line.name.isEmpty() != (row.name == nullptr)
            || line.behind.isEmpty() != (row.behind == nullptr))
            return false;
    }
    return true;
}

void Section::setFace(const InspectionSection &face)
{
    if (face == m_face)
        return;
    m_face = face;
    m_title->setText(face.title.toUpper());
    m_title->setAccessibleName(face.title);
    setAccessibleName(face.title);
    if (!hasShapeOf(face)) {
        for (const Row &row : m_rows)
            delete row.widget;
        m_rows.clear();
        for (const InspectionLine &line : face.lines)
            m_rows.push_back(makeRow(line));
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        show(m_rows[i], face.lines[i]);
}

Section::Row Section::makeRow(const InspectionLine &line)
{
    Row row{.widget = new QWidget(this)};
    auto *across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(grid);
    if (line.mark) {
        row.mark = new SeverityMark(*line.mark, row.widget);
        row.mark->setFixedHeight(QFontMetrics(Theme::of(this).font(Type::body)).height()); // Centred on the first line.
        across->addWidget(row.mark, 0, Qt::AlignTop);
    }
    if (!line.name.isEmpty()) {
        row.name = new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, row.widget);
        row.name->setFixedWidth(nameEms * Theme::of(this).em());
        across->addWidget(row.name, 0, Qt::AlignTop);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    row.text = new PlainLabel({}, Type::body, Tone::text, QFont::Normal, row.widget);
    row.text->setWordWrap(true);
    texts->addWidget(row.text);
    if (!line.behind.isEmpty()) {
        row.behind = new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, row.widget);
        row.behind->setWordWrap(true);
        texts->addWidget(row.behind);
    }
    across->addLayout(texts, 1);
    m_column->addWidget(row.widget);
    return row;
}

void Section::show(const Row &row, const InspectionLine &line)
{
    if (row.mark)
        row.mark->setStatus(*line.mark);
    if (row.name)
        row.name->setText(line.name);
    row.text->setText(unbroken(line.text));
    if (row.behind)
        row.behind->setText(unbroken(line.behind));
}

} // namespace siaga::views

#include "moc_section.cpp"
