// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/question.h"

#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int reasonLengthMax = 200;

} // namespace

Question::Question(const QuestionText &text, Mode mode, QWidget *parent)
    : Dialog(text.title, mode, parent)
{
    for (const QString &sentence : text.lines)
        body()->addWidget(line(sentence, sentence != text.lines.front()));
    if (!text.reasonWanted.isEmpty())
        m_reason = addReason(text.reasonWanted);
    body()->addStretch(1);
    addToFoot(new QWidget(this));
    ActionButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    m_act = addButton(text.act);
    setEmphasis(*m_act, text.dangerous ? Emphasis::danger : Emphasis::primary);
    connect(m_act, &QAbstractButton::clicked, this, &Question::agree);
    setMinimumWidth(60 * grid);
    if (!m_reason) {
        cancel->setFocus();
        return;
    }
    m_act->disableBecause(tr("Write a reason first"));
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &written) {
        m_act->disableBecause(written.trimmed().isEmpty() ? tr("Write a reason first") : QString());
    });
    connect(m_reason, &QLineEdit::returnPressed, this, &Question::agree);
    m_reason->setFocus();
}

QLineEdit *Question::addReason(const QString &wanted)
{
    auto *field = new QLineEdit(this);
    field->setMaxLength(reasonLengthMax);
    field->setPlaceholderText(wanted);
    field->setAccessibleName(wanted);
    body()->addWidget(field);
    return field;
}

void Question::agree()
{
    if (!m_act->isEnabled())
        return;
    emit agreed(m_reason ? m_reason->text().trimmed() : QString());
    accept();
}

} // namespace siaga::views

#include "moc_question.cpp"
