import { type Place } from './mercator';

/** Boundaries of the provinces as the gateway publishes them: a GeoJSON FeatureCollection. */
export type Provinces = GeoJSON.FeatureCollection<
  GeoJSON.Polygon | GeoJSON.MultiPolygon,
  { code: string; name: string }
>;

const fetched = new Map<number, Promise<Provinces | null>>();

async function fetchProvinces(revision: number): Promise<Provinces | null> {
  try {
    const response = await fetch(`/geo/provinces.json?revision=${revision}`);
    return response.ok ? ((await response.json()) as Provinces) : null;
  } catch {
    return null;
  }
}

/** The boundaries of a revision, fetched once; null when the directory has none. */
export function provincesOf(revision: number): Promise<Provinces | null> {
  const known = fetched.get(revision) ?? fetchProvinces(revision);
  fetched.set(revision, known);
  return known;
}

/** Even–odd rule: whether a ring of [longitude, latitude] goes around a place. */
function surrounds(ring: readonly GeoJSON.Position[], { latitude, longitude }: Place): boolean {
  let inside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[before] ?? [];
    if (y1 > latitude !== y2 > latitude && longitude < ((x2 - x1) * (latitude - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The name of the province a place lies in, or null. */
export function provinceAt(provinces: Provinces, place: Place): string | null {
  const found = provinces.features.find(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.some((rings) => rings.filter((ring) => surrounds(ring, place)).length % 2 === 1);
  });
  return found?.properties.name ?? null;
}
