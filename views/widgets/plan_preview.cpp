// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plan_preview.h"

#include "views/widgets/row_model.h"
#include "views/widgets/action_button.h"
#include "views/widgets/card.h"
#include "views/widgets/status_pill.h"
#include "views/widgets/table.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int rowsShownMax = 12; // A regional failover has about so many; more scroll.

} // namespace

PlanPreview::PlanPreview(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(tr("Plan"), this))
    , m_table(new Table(m_card))
    , m_readiness(new QVBoxLayout)
    , m_hash(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_card))
{
    const auto number = [](const Line &line) { return QString::number(line.number); };
    const auto what = [](const Line &line) { return line.step.what; };
    const auto change = [](const Line &line) {
        return line.step.before.isEmpty() ? line.step.after : line.step.before + u" → "_s + line.step.after;
    };
    const auto bounds = [](const Line &line) { return line.step.bounds; };
    const auto wayBack = [](const Line &line) {
        return line.step.noReturn ? tr("no way back from here") : line.step.wayBack;
    };
    const auto noReturn = [](const Line &line) {
        return line.step.noReturn ? std::optional(Status::warning) : std::nullopt;
    };
    m_model = std::make_unique<RowModel<Line>>(std::vector<RowModel<Line>::Column>{
        {.title = tr("#"), .text = number, .quiet = true}, {.title = tr("step"), .text = what},
        {.title = tr("before → after"), .text = change}, {.title = tr("only while"), .text = bounds, .quiet = true},
        {.title = tr("on abort"), .text = wayBack, .status = noReturn, .quiet = true}});
    m_table->setModel(m_model.get());
    m_table->setShares({5, 26, 22, 27, 20});
    m_table->setRowsShownMax(rowsShownMax);
    m_table->setAccessibleName(tr("Steps of the plan"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body()->addWidget(m_table, 1);
    m_readiness->setContentsMargins(2 * grid, 12, 2 * grid, 0);
    m_readiness->setSpacing(halfGrid);
    m_card->body()->addLayout(m_readiness);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(2 * grid, grid, grid, grid);
    foot->addWidget(m_hash, 1);
    auto *copy = new ActionButton(tr("Copy as command"), QKeySequence(Qt::ALT | Qt::Key_C), m_card);
    connect(copy, &QAbstractButton::clicked, this, &PlanPreview::copyRequested);
    foot->addWidget(copy);
    m_card->body()->addLayout(foot);
}

PlanPreview::~PlanPreview() = default;

void PlanPreview::setFace(const PreviewFace &face)
{
    m_card->setTitle(face.title);
    m_card->setSubtitle(face.purpose);
    m_card->setNote(tr("steps: %1").arg(face.steps.size()));
    std::vector<Line> lines;
    for (const PreviewStep &step : face.steps) {
        lines.push_back({.number = static_cast<int>(lines.size()) + 1, .step = step});
    }
    m_model->setRows(std::move(lines));
    m_table->updateGeometry();
    m_hash->setText(tr("This hash runs, nothing else: %1").arg(face.hash));
    showReadiness(face.notReady);
}

void PlanPreview::showReadiness(const std::vector<QString> &notReady)
{
    while (QLayoutItem *item = m_readiness->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](Status status, const QString &text) {
        auto *pill = new StatusPill(status, text, m_card);
        m_readiness->addWidget(pill);
    };
    for (const QString &problem : notReady) {
        add(Status::warning, tr("not ready: %1").arg(problem));
    }
    if (notReady.empty()) {
        add(Status::healthy, tr("everything it needs is ready"));
    }
}

} // namespace siaga::views

#include "moc_plan_preview.cpp"
