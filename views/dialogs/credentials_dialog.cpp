// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/credentials_dialog.h"

#include "core/words/credential_words.h"
#include "core/words/figures.h"
#include "views/dialogs/question.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/row_model.h"
#include "views/widgets/table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int valueLengthMax = 4096; // As core/drivers/ports/authorization.h has it.
constexpr int rowsShownMax = 8;

bool isRefused(const CredentialRow &row)
{
    return std::ranges::any_of(row.trials, [](const CredentialTrial &trial) { return trial.end == TrialEnd::refused; });
}

std::optional<Status> statusOf(const CredentialRow &row)
{
    switch (row.seen.state) {
    case CredentialState::known:
        return isRefused(row) ? Status::critical : Status::healthy;
    case CredentialState::notAsked:
    case CredentialState::waiting:
        return Status::unknown;
    default:
        return row.uses.empty() ? Status::unknown : Status::warning;
    }
}

QString stateOf(const CredentialRow &row)
{
    if (row.trying)
        return CredentialsDialog::tr("being tried…");
    QStringList parts{isRefused(row) ? CredentialsDialog::tr("refused by its target") : words::word(row.seen.state)};
    if (row.seen.state == CredentialState::known)
        parts << words::store(row.seen);
    return parts.join(QStringLiteral(" · "));
}

/// What stands below the table for the one that is selected.
QString explanationOf(const CredentialRow &row, WallTime now)
{
    if (row.seen.state != CredentialState::known)
        return words::whyMissing(row.seen);
    QStringList lines;
    for (const CredentialTrial &trial : row.trials)
        lines << words::trial(trial);
    if (!lines.isEmpty())
        return lines.join(u'\n');
    const QString age = words::age(row.seen, now);
    const QString where = row.seen.inMemory
        ? CredentialsDialog::tr("It lives in the memory of this run and is gone when Siaga ends.")
        : CredentialsDialog::tr("It is kept in %1.").arg(words::store(row.seen));
    return age.isEmpty() ? where : CredentialsDialog::tr("%1 It was %2.", "where it is kept; set so long ago").arg(where, age);
}

} // namespace

CredentialsDialog::CredentialsDialog(Mode mode, QWidget *parent)
    : Dialog(tr("Credentials"), mode, parent)
    , m_mode(mode)
    , m_empty(line({}))
    , m_table(new Table(this))
    , m_state(line({}, true))
    , m_value(new QLineEdit(this))
    , m_keep(new ActionButton(tr("Keep"), {}, this))
    , m_once(new ActionButton(tr("For this run only"), {}, this))
    , m_answer(line({}))
{
    body()->addWidget(m_empty);
    addTable();
    body()->addWidget(m_state);
    addEntry();
    body()->addWidget(m_answer);
    m_answer->hide();
    body()->addStretch(1);
    addFoot();
    setMinimumSize(100 * grid, 44 * grid);
    showBoard(nullptr);
    m_table->setFocus();
}

CredentialsDialog::~CredentialsDialog() = default;

void CredentialsDialog::addTable()
{
    m_model = std::make_unique<RowModel<CredentialRow>>(std::vector<RowModel<CredentialRow>::Column>{
        {.title = tr("Name"), .text = [](const CredentialRow &row) { return words::text(row.seen.name); }, .status = statusOf},
        {.title = tr("State"), .text = stateOf, .status = {}},
        {.title = tr("Used by"), .text = [](const CredentialRow &row) { return words::uses(row.uses); }, .status = {}, .quiet = true}});
    m_table->setModel(m_model.get());
    m_table->setShares({28, 34, 38});
    m_table->setRowsShownMax(rowsShownMax);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Credentials: name, state, who uses it"));
    body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_value->clear();
        m_answer->hide();
        showCurrent();
    });
}

void CredentialsDialog::addEntry()
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, grid, 0, 0);
    across->setSpacing(grid);
    m_value->setEchoMode(QLineEdit::Password);
    m_value->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    m_value->setMaxLength(valueLengthMax);
    m_value->setContextMenuPolicy(Qt::NoContextMenu);
    m_value->setTextMargins(halfGrid, 0, halfGrid, 0);
    across->addWidget(m_value, 1);
    across->addWidget(m_keep);
    across->addWidget(m_once);
    body()->addWidget(row);
    setEmphasis(*m_keep, Emphasis::primary);
    connect(m_value, &QLineEdit::textChanged, this, &CredentialsDialog::judge);
    connect(m_value, &QLineEdit::returnPressed, this, [this] {
        give(whyNotKeychain().isEmpty() ? CredentialOrder::Kind::keep : CredentialOrder::Kind::keepInMemory);
    });
    connect(m_keep, &QAbstractButton::clicked, this, [this] { give(CredentialOrder::Kind::keep); });
    connect(m_once, &QAbstractButton::clicked, this, [this] { give(CredentialOrder::Kind::keepInMemory); });
    for (ActionButton *const button : {m_keep, m_once})
        button->setAutoDefault(false);
}

void CredentialsDialog::addFoot()
{
    addToFoot(new QWidget(this));
    m_retry = addButton(tr("Ask the keychain again"));
    m_test = addButton(tr("Test"));
    m_remove = addButton(tr("Remove…"));
    m_close = addButton(tr("Close"));
    connect(m_retry, &QAbstractButton::clicked, this, [this] { emit ordered({.kind = CredentialOrder::Kind::retry, .name = {}, .value = {}}); });
    connect(m_test, &QAbstractButton::clicked, this, [this] {
        if (const CredentialRow *const row = current())
            emit ordered({.kind = CredentialOrder::Kind::test, .name = row->seen.name, .value = {}});
    });
    connect(m_remove, &QAbstractButton::clicked, this, &CredentialsDialog::remove);
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    for (ActionButton *const button : {m_retry, m_test, m_remove, m_close})
        button->setAutoDefault(false);
}

void CredentialsDialog::showBoard(const std::shared_ptr<const CredentialsBoard> &board)
{
    m_board = board;
    const QString name = current() ? words::text(current()->seen.name) : QString();
    m_model->setRows(board ? board->rows : std::vector<CredentialRow>());
    const bool isEmpty = m_model->rows().empty();
    setSubtitle(!board ? QString() : words::sentence(board->keychain));
    m_empty->setText(!board ? tr("This window shows a Siaga that runs elsewhere; credentials are kept there. Type “siaga credential set NAME” where it runs.")
            : board->isLab ? tr("A lab asks no real target, so no credential is used here.")
                           : tr("Nothing in this fleet names a credential. A check or a page of metrics with “credential: NAME” stands "
                                "here, with who keeps it and whether it works."));
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_value->parentWidget()->setVisible(!isEmpty);
    m_table->updateGeometry();
    if (!isEmpty && !m_table->currentIndex().isValid())
        selectFirst();
    showCurrent();
}

/// One that is missing, where there is one.
void CredentialsDialog::selectFirst()
{
    const auto &rows = m_model->rows();
    const auto missing = std::ranges::find_if(rows, [](const CredentialRow &row) {
        return !row.uses.empty() && row.seen.state != CredentialState::known;
    });
    m_table->setCurrentIndex(m_model->index(missing == rows.end() ? 0 : static_cast<int>(missing - rows.begin()), 0));
}

const CredentialRow *CredentialsDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->rows()[static_cast<std::size_t>(index.row())] : nullptr;
}

void CredentialsDialog::showCurrent()
{
    const CredentialRow *const row = current();
    m_state->setText(row && m_board ? explanationOf(*row, m_board->wall) : QString());
    m_state->setVisible(row != nullptr);
    const QString wanted = row ? tr("New value of %1; it is not shown").arg(words::text(row->seen.name)) : QString();
    m_value->setPlaceholderText(wanted);
    m_value->setAccessibleName(wanted);
    const bool isLocked = m_board && m_board->keychain.state == CredentialState::locked;
    m_retry->setText(isLocked ? tr("Unlock the keychain…") : tr("Ask the keychain again"));
    m_keep->setText(m_board && !m_board->keychain.store.empty() ? tr("Keep in %1").arg(words::text(m_board->keychain.store)) : tr("Keep in the keychain"));
    judge();
}

QString CredentialsDialog::whyNot() const
{
    return current() ? QString() : tr("There is none to choose");
}

QString CredentialsDialog::whyNotGive() const
{
    if (!current())
        return whyNot();
    if (!m_given.isEmpty())
        return tr("The keychain was asked; its answer is on its way");
    return m_value->text().isEmpty() ? tr("Type the value first") : QString();
}

QString CredentialsDialog::whyNotKeychain() const
{
    if (m_board && m_board->keychain.state == CredentialState::unavailable)
        return tr("There is no keychain in this session");
    return m_board && m_board->keychain.state == CredentialState::locked ? tr("The keychain is locked") : QString();
}

void CredentialsDialog::judge()
{
    const QString why = whyNotGive();
    m_once->disableBecause(why);
    m_keep->disableBecause(why.isEmpty() ? whyNotKeychain() : why);
    const CredentialRow *const row = current();
    m_retry->disableBecause(m_board ? QString() : tr("It is kept elsewhere"));
    m_test->disableBecause(!row ? whyNot() : row->trying ? tr("It is being tried") : QString());
    const bool isThere = row && (row->seen.state == CredentialState::known || !row->seen.store.empty());
    m_remove->disableBecause(!row ? whyNot() : isThere ? QString() : tr("There is nothing to remove"));
}

void CredentialsDialog::give(CredentialOrder::Kind kind)
{
    if (!whyNotGive().isEmpty() || (kind == CredentialOrder::Kind::keep && !whyNotKeychain().isEmpty()))
        return;
    const std::string name = current()->seen.name;
    QByteArray bytes = m_value->text().toUtf8();
    const Secret value({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    bytes.fill('\0');
    m_value->clear();
    m_given = words::text(name);
    m_answer->hide();
    emit ordered({.kind = kind, .name = name, .value = value});
    judge();
}

void CredentialsDialog::remove()
{
    const CredentialRow *const row = current();
    if (!row)
        return;
    const std::string name = row->seen.name;
    QStringList lines{tr("It is removed from %1. Siaga cannot bring it back.").arg(words::store(row->seen))};
    if (!row->uses.empty())
        lines << tr("These are not run until it is set again: %1.").arg(words::uses(row->uses));
    auto *question = new Question({.title = tr("Remove %1?").arg(words::text(name)), .lines = lines, .act = tr("Remove"), .reasonWanted = {}, .dangerous = true},
                                  m_mode, this);
    connect(question, &Question::agreed, this, [this, name] { emit ordered({.kind = CredentialOrder::Kind::remove, .name = name, .value = {}}); });
    question->open();
}

void CredentialsDialog::showDone(const CredentialDone &done)
{
    m_given.clear();
    const QString name = words::text(done.seen.name);
    if (done.kind == CredentialOrder::Kind::remove)
        done.seen.state == CredentialState::absent ? say(tr("%1 is removed.").arg(name), Status::healthy) : say(words::whyNotDone(done), Status::warning);
    else if (done.seen.state != CredentialState::known)
        say(words::whyNotDone(done), Status::warning);
    else if (done.seen.inMemory)
        say(tr("%1 is in the memory of this run. It is gone when Siaga ends.").arg(name), Status::healthy);
    else
        say(tr("%1 is kept in %2.").arg(name, words::store(done.seen)), Status::healthy);
    judge();
}

void CredentialsDialog::say(const QString &sentence, std::optional<Status> status)
{
    m_answer->setStatus(status);
    m_answer->setText(sentence);
    m_answer->setVisible(!sentence.isEmpty());
}

} // namespace siaga::views

#include "moc_credentials_dialog.cpp"
