// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/known_places.h"

#include <algorithm>
#include <array>

namespace siaga {

namespace {

constexpr std::array places{
    KnownPlace{"us-east-1", "N. Virginia", 38.95, -77.45},
    KnownPlace{"us-east-2", "Ohio", 39.96, -83.00},
    KnownPlace{"us-west-1", "N. California", 37.77, -122.42},
    KnownPlace{"us-west-2", "Oregon", 45.84, -119.70},
    KnownPlace{"ca-central-1", "Montreal", 45.50, -73.57},
    KnownPlace{"sa-east-1", "Sao Paulo", -23.55, -46.63},
    KnownPlace{"eu-west-1", "Ireland", 53.35, -6.26},
    KnownPlace{"eu-west-2", "London", 51.51, -0.13},
    KnownPlace{"eu-west-3", "Paris", 48.86, 2.35},
    KnownPlace{"eu-central-1", "Frankfurt", 50.11, 8.68},
    KnownPlace{"eu-central-2", "Zurich", 47.38, 8.54},
    KnownPlace{"eu-north-1", "Stockholm", 59.33, 18.07},
    KnownPlace{"eu-south-1", "Milan", 45.46, 9.19},
    KnownPlace{"ap-southeast-1", "Singapore", 1.35, 103.82},
    KnownPlace{"ap-southeast-2", "Sydney", -33.87, 151.21},
    KnownPlace{"ap-southeast-3", "Jakarta", -6.21, 106.85},
    KnownPlace{"ap-northeast-1", "Tokyo", 35.68, 139.69},
    KnownPlace{"ap-northeast-2", "Seoul", 37.57, 126.98},
    KnownPlace{"ap-south-1", "Mumbai", 19.08, 72.88},
    KnownPlace{"me-south-1", "Bahrain", 26.07, 50.55},
    KnownPlace{"af-south-1", "Cape Town", -33.92, 18.42},
    KnownPlace{"us-central1", "Iowa", 41.26, -95.86},
    KnownPlace{"us-east1", "South Carolina", 33.20, -80.01},
    KnownPlace{"us-east4", "N. Virginia", 38.95, -77.45},
    KnownPlace{"us-west1", "Oregon", 45.60, -121.18},
    KnownPlace{"europe-west1", "Belgium", 50.47, 3.82},
    KnownPlace{"europe-west2", "London", 51.51, -0.13},
    KnownPlace{"europe-west3", "Frankfurt", 50.11, 8.68},
    KnownPlace{"europe-west4", "Netherlands", 53.44, 6.83},
    KnownPlace{"europe-north1", "Finland", 60.57, 27.19},
    KnownPlace{"asia-east1", "Taiwan", 24.08, 120.54},
    KnownPlace{"asia-northeast1", "Tokyo", 35.68, 139.69},
    KnownPlace{"asia-southeast1", "Singapore", 1.35, 103.82},
    KnownPlace{"asia-southeast2", "Jakarta", -6.21, 106.85},
    KnownPlace{"australia-southeast1", "Sydney", -33.87, 151.21},
    KnownPlace{"eastus", "Virginia", 37.37, -79.82},
    KnownPlace{"westus", "California", 37.78, -122.42},
    KnownPlace{"westeurope", "Netherlands", 52.37, 4.90},
    KnownPlace{"northeurope", "Ireland", 53.35, -6.26},
    KnownPlace{"germanywestcentral", "Frankfurt", 50.11, 8.68},
    KnownPlace{"southeastasia", "Singapore", 1.28, 103.83},
    KnownPlace{"amsterdam", "Amsterdam", 52.37, 4.90},
    KnownPlace{"berlin", "Berlin", 52.52, 13.40},
    KnownPlace{"frankfurt", "Frankfurt", 50.11, 8.68},
    KnownPlace{"helsinki", "Helsinki", 60.17, 24.94},
    KnownPlace{"jakarta", "Jakarta", -6.21, 106.85},
    KnownPlace{"bandung", "Bandung", -6.92, 107.61},
    KnownPlace{"surabaya", "Surabaya", -7.26, 112.75},
    KnownPlace{"london", "London", 51.51, -0.13},
    KnownPlace{"new-york", "New York", 40.71, -74.01},
    KnownPlace{"paris", "Paris", 48.86, 2.35},
    KnownPlace{"san-francisco", "San Francisco", 37.77, -122.42},
    KnownPlace{"singapore", "Singapore", 1.35, 103.82},
    KnownPlace{"sydney", "Sydney", -33.87, 151.21},
    KnownPlace{"tokyo", "Tokyo", 35.68, 139.69},
    KnownPlace{"vienna", "Vienna", 48.21, 16.37},
};

} // namespace

std::optional<KnownPlace> knownPlace(std::string_view region)
{
    const auto found = std::ranges::find(places, region, &KnownPlace::region);
    return found == places.end() ? std::nullopt : std::optional(*found);
}

} // namespace siaga
