// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "app/audit_command.h"
#include "app/breaker_command.h"
#include "app/credential_command.h"
#include "app/lab_command.h"
#include "app/open_command.h"
#include "app/order_command.h"
#include "app/plan_command.h"
#include "app/status_command.h"
#include "core/words/figures.h"
#include "core/words/reason_words.h"
#include "core/words/translate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace siaga {

void Reply::object(const QJsonObject &object) const
{
    line(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Reply::fail(const QString &sentence) const
{
    if (json)
        object({{QStringLiteral("errors"), QJsonArray{sentence}}});
    else
        error(sentence);
}

void Reply::refuse(const std::vector<Reason> &reasons) const
{
    QJsonArray rows;
    for (const Reason &reason : reasons) {
        const QString sentence = words::sentence(reason);
        const auto name = std::visit([](const auto &named) { return std::string(named.name); }, reason);
        rows.append(QJsonObject{{QStringLiteral("reason"), words::text(name)}, {QStringLiteral("sentence"), sentence}});
        if (!json)
            error(words::translate("commands", "refused: %1").arg(sentence));
    }
    if (json)
        object({{QStringLiteral("refused"), rows}});
}

std::unique_ptr<Command> startCommand(const Arguments &arguments, Instance &instance, const std::string &person, Reply reply)
{
    reply.json = arguments.has(QStringLiteral("json"));
    if (arguments.command == u"audit")
        return std::make_unique<AuditCommand>(arguments, instance.journal(), reply);
    if (arguments.command == u"credential")
        return std::make_unique<CredentialCommand>(arguments, instance, reply);
    if (arguments.command == u"breaker")
        return std::make_unique<BreakerCommand>(arguments, instance, person, reply);
    if (arguments.command == u"status" && arguments.positional.value(0) == u"resilience")
        return std::make_unique<ResilienceCommand>(instance, reply);
    if (arguments.command == u"status")
        return std::make_unique<StatusCommand>(arguments, instance, reply);
    if (arguments.command == u"health")
        return std::make_unique<HealthCommand>(arguments, instance, reply);
    if (arguments.command == u"evacuate" || arguments.command == u"restore")
        return std::make_unique<PlanCommand>(arguments, instance, person, reply);
    if (arguments.command == u"open")
        return std::make_unique<OpenCommand>(arguments, instance, reply);
    if (arguments.command == u"lab")
        return std::make_unique<LabCommand>(arguments, instance, reply);
    if (OrderCommand::takes(arguments.command))
        return std::make_unique<OrderCommand>(arguments, instance, person, reply);
    return nullptr;
}

} // namespace siaga
