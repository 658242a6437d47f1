// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/new_fleet_dialog.h"

#include "core/words/figures.h"
#include "views/dialogs/new_fleet_form.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace siaga::views {

NewFleetDialog::NewFleetDialog(Mode mode, const QString &path, const QStringList &addresses, QWidget *parent)
    : Dialog(tr("Watch your own servers"), mode, parent)
    , m_form(new NewFleetForm)
    , m_said(line({}))
{
    setSubtitle(tr("A fleet file is made of a few answers and of what HAProxy says. It only watches: nothing is moved until you say so in the file."));
    auto *across = new QHBoxLayout;
    across->setSpacing(3 * grid);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    scroll->setAccessibleName(tr("Answers"));
    across->addWidget(scroll, 5);
    across->addWidget(makePreview(), 6);
    body()->addLayout(across, 1);
    m_path->setText(path);
    m_said->setAccessibleName(tr("What is still missing"));
    body()->addWidget(m_said);
    addToFoot(new QWidget(this));
    m_copy = addButton(tr("Copy the next command"));
    m_copy->hide();
    connect(m_copy, &QAbstractButton::clicked, this, [this] { emit copyRequested(m_next); });
    m_cancel = addButton(tr("Cancel"));
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    m_act = addButton(tr("Write the file"));
    setEmphasis(*m_act, Emphasis::primary);
    m_act->setAutoDefault(false); // Return in a field reads HAProxy; it must not write.
    m_cancel->setAutoDefault(false);
    connect(m_act, &QAbstractButton::clicked, this, &NewFleetDialog::write);
    connect(m_form, &NewFleetForm::changed, this, &NewFleetDialog::judge);
    connect(m_form, &NewFleetForm::readPressed, this, [this] {
        for (const QString &address : m_form->addresses())
            emit inventoryWanted(address);
    });
    m_form->proposeAddresses(addresses);
    setMinimumSize(130 * grid, 84 * grid);
    judge();
}

QWidget *NewFleetDialog::makePreview()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    auto *place = new QHBoxLayout;
    place->setSpacing(grid);
    place->addWidget(new PlainLabel(tr("File"), Type::body, Tone::muted));
    m_path = new QLineEdit;
    m_path->setAccessibleName(tr("File to write"));
    m_path->setTextMargins(halfGrid, 0, halfGrid, 0);
    connect(m_path, &QLineEdit::textEdited, this, &NewFleetDialog::judge);
    place->addWidget(m_path, 1);
    column->addLayout(place);
    m_preview = new QPlainTextEdit;
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setTabChangesFocus(true);
    m_preview->setAccessibleName(tr("The file as it would be written"));
    QFont letters = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    letters.setPixelSize(Theme::of(this).font(Type::small).pixelSize());
    m_preview->setFont(letters);
    column->addWidget(m_preview, 1);
    return side;
}

QString NewFleetDialog::whyNot() const
{
    if (m_asked)
        return tr("Being written");
    const NewFleet made = m_form->made();
    if (made.regions.empty())
        return tr("Name at least one region");
    if (made.services.empty())
        return tr("Name at least one service");
    if (made.name.empty())
        return tr("Name the fleet");
    if (const QString region = m_form->missingPlace(); !region.isEmpty())
        return tr("Say where %1 is, for the map").arg(region);
    const std::vector<FleetProblem> problems = problemsOf(made);
    if (!problems.empty())
        return words::text(toText(problems.front()));
    return m_path->text().trimmed().isEmpty() ? tr("Name the file") : QString();
}

void NewFleetDialog::judge()
{
    if (m_done)
        return;
    const NewFleet made = m_form->made();
    const int at = m_preview->verticalScrollBar()->value();
    m_preview->setPlainText(words::text(textOf(made)));
    m_preview->verticalScrollBar()->setValue(at);
    const QString why = whyNot();
    m_act->disableBecause(why);
    m_said->setStatus(std::nullopt);
    m_said->setText(why.isEmpty() ? tr("It is a fleet: siaga check would accept it.") : why);
}

void NewFleetDialog::write()
{
    if (!whyNot().isEmpty())
        return;
    m_asked = true;
    m_act->disableBecause(tr("Being written"));
    emit writingWanted(m_path->text().trimmed(), m_preview->toPlainText());
}

void NewFleetDialog::showInventory(const QString &address, const InventoryAnswer &answer)
{
    m_form->setInventory(address, answer);
}

void NewFleetDialog::showWritten(const QString &path, const QStringList &next)
{
    m_asked = false;
    m_done = true;
    m_next = next.value(0);
    m_said->setStatus(Status::healthy);
    m_said->setText(tr("Written: %1. Type next: %2").arg(path, next.join(QStringLiteral("  ·  "))));
    m_act->hide();
    m_form->setEnabled(false);
    m_path->setEnabled(false);
    m_copy->show();
    m_cancel->setText(tr("Close"));
    m_cancel->setFocus();
}

void NewFleetDialog::showFailure(const QString &why)
{
    m_asked = false;
    judge();
    m_said->setStatus(Status::critical);
    m_said->setText(why);
}

} // namespace siaga::views

#include "moc_new_fleet_dialog.cpp"
