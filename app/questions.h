// SPDX-License-Identifier: GPL-3.0-or-later
// Questions put to somebody at a terminal, to a pipe, or to a file of answers: who asks cannot tell which.
//
// Like a clerk with a form: each box is read aloud with what would be written there, and a wrong answer is asked again at
// once. The catch: a file cannot be asked again, so there the first wrong answer is the end.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>

namespace siaga {

struct QuestionAsked
{
    QString key;      ///< Names it in a file of answers: "capacity.web".
    QString text;
    QString proposal; ///< What an empty answer means; empty: there must be one.
    std::function<QString(const QString &)> mistake; ///< Why an answer will not do; empty: it does.
};

class Questions
{
public:
    /// Lines from standard input, each question first. With `quiet` the questions are not printed.
    explicit Questions(bool quiet);
    /// Answers as "key = value" lines; '#' begins a comment. See failure().
    explicit Questions(const QString &file, bool quiet);

    /// The answer without blanks around it. nullopt: nobody answers any more (the end of the input, Escape alone on a
    /// line, or failure()); then every further question has none either.
    std::optional<QString> ask(const QuestionAsked &question);

    /// Something that was found out, said between the questions.
    void say(const QString &line) const;

    /// Why the file of answers is no good, as a sentence; empty when it is or when there is none.
    const QString &failure() const { return m_failure; }
    /// Of a file: answers to questions that were never asked.
    QStringList unasked() const;
    bool hasFile() const { return m_hasFile; }

private:
    std::optional<QString> read();
    std::optional<QString> fromFile(const QuestionAsked &question);
    void readFile(const QString &path);

    bool m_quiet;
    bool m_hasFile = false;
    bool m_over = false;
    bool m_echo = false; ///< The input is no terminal, which would show what is typed.
    QString m_failure;
    std::map<QString, QString> m_answers;
    QStringList m_asked;
};

} // namespace siaga
