// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/questions.h"

#include "app/terminal.h"
#include "core/base/text.h"
#include "core/words/translate.h"

#include <QFile>

#include <cstdio>
#include <unistd.h>

namespace siaga {

namespace {

using words::translate;

constexpr qint64 fileMax = 256 * 1024;
constexpr std::size_t lineMax = 8 * 1024;
const QString escape = QStringLiteral("\x1b");

void print(const QString &text)
{
    const std::string plain = plainText(text.toStdString(), lineMax);
    std::fwrite(plain.data(), 1, plain.size(), stdout);
    std::fflush(stdout);
}

} // namespace

Questions::Questions(bool quiet)
    : m_quiet(quiet)
    , m_echo(isatty(STDIN_FILENO) == 0)
{
}

Questions::Questions(const QString &file, bool quiet)
    : m_quiet(quiet)
    , m_hasFile(true)
{
    readFile(file);
}

void Questions::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_failure = translate("questions", "%1 cannot be read: %2").arg(path, file.errorString());
        return;
    }
    int number = 0;
    for (const QByteArray &bytes : file.read(fileMax).split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype sign = line.indexOf(u'=');
        const QString key = line.left(std::max<qsizetype>(sign, 0)).trimmed();
        if (key.isEmpty() || m_answers.contains(key)) {
            m_failure = translate("questions", "%1:%2: expected “key = answer”, each key once").arg(path).arg(number);
            return;
        }
        m_answers[key] = line.mid(sign + 1).trimmed();
    }
}

std::optional<QString> Questions::ask(const QuestionAsked &question)
{
    if (m_over || !m_failure.isEmpty())
        return std::nullopt;
    if (m_hasFile)
        return fromFile(question);
    for (;;) {
        if (!m_quiet) {
            print(question.text + (question.proposal.isEmpty() ? QStringLiteral(": ") : QStringLiteral(" [%1]: ").arg(question.proposal)));
        }
        const auto line = read();
        if (!line)
            return std::nullopt;
        const QString answer = line->isEmpty() ? question.proposal : *line;
        const QString mistake = answer.isEmpty() ? translate("questions", "this needs an answer") : question.mistake ? question.mistake(answer) : QString();
        if (mistake.isEmpty())
            return answer;
        say(mistake);
    }
}

std::optional<QString> Questions::read()
{
    std::string bytes;
    int c = 0;
    while ((c = std::fgetc(stdin)) != EOF && c != '\n' && bytes.size() < lineMax)
        bytes += static_cast<char>(c);
    const QString line = QString::fromStdString(bytes).trimmed();
    m_over = (c == EOF && bytes.empty()) || line == escape;
    if (!m_quiet && (m_echo || m_over))
        printLine(m_over ? QString() : line);
    if (m_over)
        return std::nullopt;
    return line;
}

std::optional<QString> Questions::fromFile(const QuestionAsked &question)
{
    m_asked << question.key;
    const auto given = m_answers.find(question.key);
    const QString answer = given == m_answers.end() || given->second.isEmpty() ? question.proposal : given->second;
    const QString mistake = answer.isEmpty() ? translate("questions", "this needs an answer") : question.mistake ? question.mistake(answer) : QString();
    if (mistake.isEmpty())
        return answer;
    m_failure = translate("questions", "%1: %2", "name of an answer, what is wrong with it").arg(question.key, mistake);
    return std::nullopt;
}

void Questions::say(const QString &line) const
{
    if (!m_quiet)
        printLine(QStringLiteral("  ") + line);
}

QStringList Questions::unasked() const
{
    QStringList keys;
    for (const auto &[key, answer] : m_answers)
        if (!m_asked.contains(key))
            keys << key;
    return keys;
}

} // namespace siaga
