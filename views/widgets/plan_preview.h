// SPDX-License-Identifier: GPL-3.0-or-later
// A plan before it runs: every step with before and after, the bounds it accepts, where there is no way back, what is
// not ready, and the hash that will run.
//
// Like the contract you read before you sign. The catch: it shows exactly what was handed in; whoever confirms passes
// on the same hash, and a plan that changed is another preview.
#pragma once

#include "views/theme/status.h"

#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace siaga::views {

struct PreviewStep
{
    QString what;    ///< "Share of us-east-1 in web"
    QString before;  ///< "34 % (3 s ago)"
    QString after;   ///< "14 %"
    QString bounds;  ///< "headroom of eu-west-1 at least 20 %"
    QString wayBack; ///< "hold", "put back to 34 %"
    bool noReturn = false; ///< From this step on there is no way back.
};

struct PreviewFace
{
    QString title;                    ///< "Evacuate us-east-1"
    QString purpose;                  ///< "us-east-1 is down, alert 17"
    std::vector<PreviewStep> steps;
    std::vector<QString> notReady;    ///< Each a sentence; empty says that all is ready.
    QString hash;                     ///< "7f3a·c91e…"
};

class Card;
class PlainLabel;
class Table;
template<typename Row>
class RowModel;

class PlanPreview : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPreview(QWidget *parent = nullptr);
    ~PlanPreview() override;

    void setFace(const PreviewFace &face);

signals:
    void copyRequested();

private:
    struct Line
    {
        int number = 1;
        PreviewStep step;
    };

    void showReadiness(const std::vector<QString> &notReady);

    std::unique_ptr<RowModel<Line>> m_model;
    Card *m_card;
    Table *m_table;
    QVBoxLayout *m_readiness;
    PlainLabel *m_hash;
};

} // namespace siaga::views
