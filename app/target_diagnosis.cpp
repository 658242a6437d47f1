// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/target_diagnosis.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QSslError>

#include <algorithm>

namespace siaga {

namespace {

using words::text;
using words::translate;

struct Looked
{
    const std::string &target;
    Duration timeout;
    const ProbeResult &result;
    QString caFile;     ///< Empty: the system's authorities.
    bool mayKnowUs = false; ///< A credential is sent along.
};

struct Said
{
    Verdict verdict = Verdict::wrong;
    QString found;
    QString remedy;
};

QString hostIn(const std::string &target)
{
    const std::size_t scheme = target.find("://");
    const std::string rest = scheme == target.npos ? target : target.substr(scheme + 3);
    return text(rest.substr(0, rest.find_first_of("/?")));
}

/// In the very words that Qt has for it, in whatever language.
bool isReason(const QString &detail, std::initializer_list<QSslError::SslError> errors)
{
    return std::ranges::any_of(errors, [&](QSslError::SslError error) {
        const QString sentence = QSslError(error).errorString();
        return detail == sentence || (!sentence.isEmpty() && detail.contains(sentence));
    });
}

Said ofTls(const Looked &looked)
{
    const QString detail = text(looked.result.detail);
    const QString host = hostIn(looked.target);
    if (isReason(detail, {QSslError::CertificateExpired}))
        return {Verdict::wrong, translate("doctor", "its certificate has expired"), translate("doctor", "renew the certificate of %1").arg(host)};
    if (isReason(detail, {QSslError::CertificateNotYetValid}))
        return {Verdict::wrong, translate("doctor", "its certificate is not valid yet"), translate("doctor", "compare the clocks of both machines")};
    if (isReason(detail, {QSslError::HostNameMismatch}))
        return {Verdict::wrong, translate("doctor", "its certificate is for another host than %1").arg(host),
                translate("doctor", "name the target by a name that stands in the certificate, or have it issued for this one")};
    if (isReason(detail, {QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetLocalIssuerCertificate,
                          QSslError::UnableToGetIssuerCertificate, QSslError::UnableToVerifyFirstCertificate, QSslError::CertificateUntrusted}))
        return {Verdict::wrong, translate("doctor", "nobody whom we trust has signed its certificate (%1)").arg(detail),
                looked.caFile.isEmpty() ? translate("doctor", "name the file of its authority under ca_file, or have it signed by a known one")
                                        : translate("doctor", "%1 is the only authority that is trusted here; see whether it is the right one").arg(looked.caFile)};
    return {Verdict::wrong, translate("doctor", "no encrypted connection came about: %1").arg(detail),
            translate("doctor", "see whether %1 speaks TLS 1.2 or newer on this port").arg(host)};
}

Said ofStatus(const Looked &looked)
{
    const int status = looked.result.status;
    const QString answers = translate("doctor", "it answers with status %1").arg(status);
    if (status == 401 || status == 403)
        return {Verdict::wrong, answers, looked.mayKnowUs ? translate("doctor", "see whether the credential is still the right one")
                                                          : translate("doctor", "it wants to know who asks: name a credential, or a page that everybody may read")};
    if (status >= 300 && status < 400)
        return {Verdict::wrong, answers, translate("doctor", "it redirects, which is never followed: name the page that it leads to")};
    if (status == 404)
        return {Verdict::wrong, answers, translate("doctor", "there is no such page: correct the path")};
    if (status >= 500)
        return {Verdict::wrong, answers, translate("doctor", "the service itself fails: look at its logs")};
    return {Verdict::wrong, answers, translate("doctor", "correct the path, or the statuses that are accepted")};
}

Said ofSuccess(const Looked &looked)
{
    const int status = looked.result.status;
    if (status >= 300 && status < 400)
        return {Verdict::doubtful, translate("doctor", "it redirects (status %1), which counts as well and is never followed").arg(status),
                translate("doctor", "name the page that it leads to, or accept 200-299 only")};
    if (2 * looked.result.took > looked.timeout)
        return {Verdict::doubtful, translate("doctor", "it is slow: %1 of the %2 that it has").arg(words::duration(looked.result.took), words::duration(looked.timeout)),
                translate("doctor", "give it more time, or make the page lighter")};
    return {Verdict::well, status > 0 ? translate("doctor", "status %1").arg(status) : translate("doctor", "it accepts connections"), {}};
}

Said said(const Looked &looked)
{
    const QString detail = text(looked.result.detail);
    const QString host = hostIn(looked.target);
    switch (looked.result.outcome) {
    case ProbeOutcome::passed:
        return ofSuccess(looked);
    case ProbeOutcome::refused:
        return {Verdict::wrong, translate("doctor", "nobody listens at %1: %2").arg(host, detail),
                translate("doctor", "start the service, open its port, or correct the target")};
    case ProbeOutcome::timedOut:
        return {Verdict::wrong, translate("doctor", "no answer within %1, while %2").arg(words::duration(looked.timeout), detail),
                translate("doctor", "see whether something on the way drops the packets, or whether the service hangs")};
    case ProbeOutcome::badStatus:
        return ofStatus(looked);
    case ProbeOutcome::badBody:
        return {Verdict::wrong, translate("doctor", "the text that is expected does not stand in its answer (status %1)").arg(looked.result.status),
                translate("doctor", "correct body_contains, or look at what the page says")};
    case ProbeOutcome::tlsFailed:
        return ofTls(looked);
    case ProbeOutcome::malformed:
        return {Verdict::wrong, translate("doctor", "what comes back is no HTTP: %1").arg(detail), translate("doctor", "correct the port, or take HOST:PORT with the kind tcp")};
    case ProbeOutcome::notResolved:
        return {Verdict::wrong, translate("doctor", "the name %1 has no address: %2").arg(host, detail),
                translate("doctor", "correct the name, or see what name server this machine asks")};
    default:
        break;
    }
    return {Verdict::doubtful, translate("doctor", "it could not be tried: %1").arg(detail), translate("doctor", "correct that first; it says nothing about the target")};
}

Finding finding(const QString &subject, const Looked &looked)
{
    const Said what = said(looked);
    return {.subject = subject, .address = text(looked.target), .verdict = what.verdict, .found = what.found, .remedy = what.remedy, .took = looked.result.took};
}

} // namespace

Finding diagnoseCheck(const Check &check, const ProbeResult &result)
{
    return finding(translate("doctor", "check %1").arg(text(check.id.text())),
                   {check.target, check.timeout, result, text(check.caFile), !check.credential.name.empty()});
}

Finding diagnoseCanary(const Canary &canary, const ProbeResult &result)
{
    return finding(translate("doctor", "canary %1").arg(text(canary.id.text())), {canary.target, canary.timeout, result, {}});
}

Finding diagnoseMetrics(const MetricsSource &source, const Fleet &fleet, const MetricsSeen &seen)
{
    Finding found{.subject = translate("doctor", "metrics %1").arg(text(source.id.text())), .address = text(source.address), .took = seen.ended - seen.began};
    if (!seen.reached) {
        found.verdict = Verdict::wrong;
        found.found = translate("doctor", "the page cannot be read: %1").arg(text(seen.detail));
        found.remedy = translate("doctor", "correct the address, or look at the program that publishes it");
        return found;
    }
    QStringList missing;
    for (const RegisteredBreaker &breaker : fleet.breakers)
        for (const std::string &series : {breaker.totalSeries, breaker.failedSeries})
            if (breaker.source == source.id && !series.empty() && !seen.values.contains(series))
                missing << text(series);
    missing.removeDuplicates();
    found.verdict = missing.isEmpty() ? Verdict::well : Verdict::wrong;
    found.found = missing.isEmpty() ? translate("doctor", "it can be read; breakers on it: %1").arg(seen.breakers.size())
                                    : translate("doctor", "it has no series %1").arg(missing.join(QStringLiteral(", ")));
    found.remedy = missing.isEmpty() ? QString() : translate("doctor", "correct total and failed of the breaker, letter by letter as the page has them");
    return found;
}

} // namespace siaga
