// SPDX-License-Identifier: GPL-3.0-or-later
// Paints one row of the alert feed: mark, title, what is known, how long, who was told.
//
// Like a line in a ship's log. The catch: the list asks for every row's height, so breaking text into lines is
// remembered until the width or the font changes.
#pragma once

#include <QHash>
#include <QStringList>
#include <QStyledItemDelegate>

#include <memory>
#include <utility>

namespace siaga::views {

class AlertRows;
class Theme;
struct Tokens;

class AlertDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AlertDelegate(const AlertRows &rows, QObject *parent = nullptr);
    ~AlertDelegate() override;

    /// Rows are laid out for this width in pixels; forgets what was broken for another.
    void setWidth(int width);
    /// After a change of font.
    void forget();

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Look;
    struct Shape;

    const Look &look(const QWidget *widget) const;
    Shape shapeOf(int row, const Look &look) const;
    QStringList broken(const QString &text, const QFont &font, int width) const;
    void paintAlert(QPainter &painter, const QRect &rect, int row, const Theme &theme) const;
    void paintFoot(QPainter &painter, const QRect &rect, int row, const Shape &shape, const Tokens &tokens) const;
    void paintBehind(QPainter &painter, const QRect &rect, int row, const Theme &theme) const;

    const AlertRows &m_rows;
    int m_width = 320;
    mutable std::unique_ptr<Look> m_look; // Fonts and their heights; none: ask the theme again.
    mutable QHash<std::pair<QString, int>, int> m_advances;      // By text and weight; whatever the width.
    mutable QHash<std::pair<QString, int>, QStringList> m_lines; // By text, weight and width; of those too long.
};

} // namespace siaga::views
