// SPDX-License-Identifier: GPL-3.0-or-later
// A titled group of lines in the inspector.
//
// Like a paragraph of a form whose ink is renewed but whose lines stay where they are: as long as the number and kind
// of lines stays, only their texts change, so nothing flickers ten times a second. The catch: that holds for texts of
// the same shape; a line that gains a second row is built anew.
#pragma once

#include "views/main_window/inspection.h"

#include <QWidget>

class QVBoxLayout;

namespace siaga::views {

class PlainLabel;
class SeverityMark;

class Section : public QWidget
{
    Q_OBJECT

public:
    explicit Section(QWidget *parent = nullptr);

    void setFace(const InspectionSection &face);

private:
    struct Row
    {
        QWidget *widget = nullptr;
        SeverityMark *mark = nullptr;
        PlainLabel *name = nullptr;
        PlainLabel *text = nullptr;
        PlainLabel *behind = nullptr;
    };

    bool hasShapeOf(const InspectionSection &face) const;
    Row makeRow(const InspectionLine &line);
    static void show(const Row &row, const InspectionLine &line);

    PlainLabel *m_title;
    QVBoxLayout *m_column;
    std::vector<Row> m_rows;
    InspectionSection m_face;
};

} // namespace siaga::views
