// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/keychain/glib_bus.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

// As gio declares them; it is loaded at run time, like QtKeychain does with libsecret, so that neither is needed to build.
constexpr int sessionBus = 2;
using GetBus = void *(*)(int, void *, void **);
using SetExitOnClose = void (*)(void *, int);
using IsClosed = int (*)(void *);
using Unref = void (*)(void *);
using FreeError = void (*)(void *);

} // namespace

bool outliveTheBus()
{
    static QLibrary secret(u"secret-1"_s, 0);
    static QLibrary gio(u"gio-2.0"_s, 0);
    static QLibrary object(u"gobject-2.0"_s, 0);
    static QLibrary glib(u"glib-2.0"_s, 0);
    if (!secret.load() || !gio.load() || !object.load() || !glib.load())
        return false;
    const auto get = reinterpret_cast<GetBus>(gio.resolve("g_bus_get_sync"));
    const auto setExit = reinterpret_cast<SetExitOnClose>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    const auto isClosed = reinterpret_cast<IsClosed>(gio.resolve("g_dbus_connection_is_closed"));
    const auto unref = reinterpret_cast<Unref>(object.resolve("g_object_unref"));
    const auto freeError = reinterpret_cast<FreeError>(glib.resolve("g_error_free"));
    if (!get || !setExit || !isClosed || !unref || !freeError)
        return false;
    // Everybody in the process shares one connection, as long as somebody holds it: let go of, the next would be made anew,
    // with the habit of old. One that is closed is let go of, else it would be handed out for ever.
    static void *held = nullptr;
    if (held && isClosed(held) != 0) {
        unref(held);
        held = nullptr;
    }
    void *error = nullptr;
    if (!held)
        held = get(sessionBus, nullptr, &error);
    if (held)
        setExit(held, 0);
    if (error)
        freeError(error);
    return true;
}

} // namespace siaga
