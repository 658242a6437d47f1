// SPDX-License-Identifier: GPL-3.0-or-later
// A small valid fleet as text, line by line, for tests that change one thing in it.
//
// Like a well-known street that somebody alters one house of. The catch: tests name its lines by what stands there, so
// that a line added here moves no test.
#pragma once

#include "core/fleet/read.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace siaga {

inline const std::string smallFleet = R"(fleet: Shop
environment: production
regions:
  eu:
    place: {latitude: 50, longitude: 8.5}
  us:
    place: {latitude: 39, longitude: -77}
services:
  web:
    regions:
      eu: {capacity: 100}
      us: {capacity: 200}
    floor: 50
    depends_on: [db]
  db:
    regions:
      eu: {capacity: 10}
checks:
  web-http:
    service: web
    targets:
      eu: https://web.eu.example/
      us: https://web.us.example/
    interval: 20s
  db-tcp:
    service: db
    kind: tcp
    targets: {eu: "db.eu.example:5432"}
endpoints:
  edge:
    driver: haproxy
    address: unix:/run/haproxy.sock
    region: eu
    backends:
      web:
        name: bk_web
        servers: {eu: s1, us: s2}
canaries:
  out:
    target: https://example.org/
metrics:
  app:
    address: http://127.0.0.1:8080/metrics
breakers:
  pool:
    service: db
    signal: metric
    source: app
    total: calls_total
    failed: calls_total{outcome="failed"}
policies:
  evacuation:
    autonomy: ask
)";

/// The text with the first `from` replaced; throws when it does not hold `from`, as the test would test nothing.
inline std::string changed(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    if (from.empty() || at == std::string::npos)
        throw std::invalid_argument("the fixture does not hold: " + from);
    return text.replace(at, from.size(), to);
}

/// The line on which `text` first holds `part`, from 1.
inline int lineOf(const std::string &text, const std::string &part)
{
    const std::size_t at = text.find(part);
    if (at == std::string::npos)
        throw std::invalid_argument("the fixture does not hold: " + part);
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// One file without overlays.
inline Result<FleetReading, std::vector<FleetProblem>> readText(const std::string &text, const std::string &environment = {})
{
    return readFleet({.layers = {{"fleet.yaml", text}}, .environment = environment});
}

/// All problems, one a line, for messages of tests.
inline std::string allOf(const std::vector<FleetProblem> &problems)
{
    std::string text;
    for (const FleetProblem &problem : problems)
        text += toText(problem) + "\n";
    return text;
}

} // namespace siaga
