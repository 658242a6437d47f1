// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/export_dialog.h"

#include "core/words/audit_words.h"
#include "core/words/figures.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

/// Two of which one is chosen, one below the other.
void addChoice(QVBoxLayout *column, QRadioButton *one, QRadioButton *other)
{
    auto *group = new QButtonGroup(one);
    group->addButton(one);
    group->addButton(other);
    column->addWidget(one);
    column->addWidget(other);
}

} // namespace

ExportDialog::ExportDialog(const AuditQuery &query, bool isNarrow, Mode mode, QWidget *parent)
    : Dialog(tr("Export records"), mode, parent)
    , m_query(query)
{
    setSubtitle(tr("The mode, the range and the journal's head stand in the file's first line."));
    makeRange(isNarrow);
    makeForms();
    makePlace();
    addToFoot(new QWidget(this));
    connect(addButton(tr("Cancel")), &QAbstractButton::clicked, this, &QDialog::reject);
    m_export = addButton(tr("Export"));
    m_export->setDefault(true);
    setEmphasis(*m_export, Emphasis::primary);
    connect(m_export, &QAbstractButton::clicked, this, [this] {
        AuditExport order{.path = m_path->text().trimmed().toStdString(),
            .form = m_csv->isChecked() ? ExportForm::csv : ExportForm::jsonLines};
        // In the past, all there is ends there too.
        order.query = m_shown->isChecked() ? m_query : AuditQuery{.to = m_query.to};
        emit chosen(order);
        accept();
    });
    setMinimumWidth(80 * grid);
    renew();
}

void ExportDialog::makeRange(bool isNarrow)
{
    m_shown = new QRadioButton(tr("What the filters show: %1").arg(words::auditOptions(m_query).join(u' ')), this);
    m_all = new QRadioButton(tr("All records"), this);
    (isNarrow ? m_shown : m_all)->setChecked(true);
    addChoice(body(), m_shown, m_all);
    m_shown->setVisible(isNarrow);
    m_all->setVisible(isNarrow);
}

void ExportDialog::makeForms()
{
    m_lines = new QRadioButton(tr("JSON lines: the very bytes that are hashed, one record a line"), this);
    m_csv = new QRadioButton(tr("CSV: for a spreadsheet, with sentences"), this);
    m_lines->setChecked(true);
    body()->addWidget(line(tr("In the form"), true));
    addChoice(body(), m_lines, m_csv);
    connect(m_csv, &QRadioButton::toggled, this, &ExportDialog::formChosen);
}

void ExportDialog::makePlace()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    m_path = new QLineEdit(this);
    m_path->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_path->setAccessibleName(tr("File to write"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_path->setText(QDir(folder.isEmpty() || !QDir(folder).exists() ? QDir::homePath() : folder).filePath(u"siaga-journal"_s + suffix()));
    auto *browse = new ActionButton(tr("Browse…"), {}, this);
    browse->setAutoDefault(false);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    body()->addWidget(line(tr("Into the file"), true));
    body()->addLayout(row);
    connect(browse, &QAbstractButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::renew);
    m_path->setFocus();
    m_path->selectAll();
}

QString ExportDialog::suffix() const
{
    return m_csv->isChecked() ? u".csv"_s : u".jsonl"_s;
}

/// A suffix that we gave follows the form; one that a person gave stays.
void ExportDialog::formChosen()
{
    const QString path = m_path->text();
    for (const QString &ours : {u".csv"_s, u".jsonl"_s})
        if (path.endsWith(ours))
            return m_path->setText(path.chopped(ours.size()) + suffix());
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export records"), m_path->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    connect(chooser, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    chooser->open();
}

void ExportDialog::renew()
{
    const QFileInfo file(m_path->text().trimmed());
    const bool hasName = !m_path->text().trimmed().isEmpty() && !file.isDir();
    m_export->disableBecause(!hasName                     ? tr("Name a file")
            : !file.absoluteDir().exists()                ? tr("That folder does not exist")
                                                          : QString());
    m_export->setText(file.exists() && hasName ? tr("Replace the file") : tr("Export"));
}

} // namespace siaga::views

#include "moc_export_dialog.cpp"
