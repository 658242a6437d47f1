// SPDX-License-Identifier: GPL-3.0-or-later
// A card above everything else in the window: a line to type into, and a list to choose from.
//
// Like a pocket note laid on the desk: nothing below it is gone, and it is put away with one key. The catch: it lives in
// its window and is no dialog, so whatever stops dialogs from piling up has to leave it out; it closes when the keyboard
// goes elsewhere.
#pragma once

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace siaga::views {

class ChoiceList;
class PlainLabel;

class ChoicePopover : public QWidget
{
    Q_OBJECT

public:
    /// `window` is what it lies on; hidden to begin with.
    explicit ChoicePopover(QWidget *window);

    QLineEdit *line() const { return m_line; }
    ChoiceList *list() const { return m_list; }
    bool isOpen() const { return !isHidden(); }
    /// Gives the keyboard back to whoever had it.
    void close();

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void opened();
    void closed();

protected:
    /// Shows it with an empty line, the keyboard in it.
    void open();
    void setHint(const QString &placeholder);
    /// Quiet, below the list.
    void setFoot(const QString &text);
    /// What stands in place of an empty list.
    void setNothing(const QString &title, const QString &hint);
    /// Fits the card to its rows; call after they changed.
    void fit();

    virtual void typed(const QString &text) = 0;
    virtual void chosen(int row) = 0;
    /// Escape, or Backspace in an empty line: true when there was a step to take back.
    virtual bool goBack(bool byEscape);

    void paintEvent(QPaintEvent *event) override;

private:
    bool keyPressed(int key);
    void choose(int row);
    void place();
    void say();

    QLineEdit *m_line;
    ChoiceList *m_list;
    QWidget *m_nothing;
    PlainLabel *m_nothingTitle;
    PlainLabel *m_nothingHint;
    PlainLabel *m_foot;
    QPointer<QWidget> m_before; ///< Who had the keyboard.
};

} // namespace siaga::views
