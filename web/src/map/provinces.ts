import { ask } from '../api/ask';
import { ProvincesOperation } from '../generated/operations';
import { type Place } from './mercator';

/** Boundaries of the provinces: a GeoJSON FeatureCollection. */
export type Provinces = GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, { code: string; name: string }>;

const fetched = new Map<number, Promise<Provinces | null>>();

/** Without an answer the map is drawn without borders. */
async function fetchProvinces(): Promise<Provinces | null> {
  try {
    const { data } = await ask(ProvincesOperation, {});
    const features = data.units.edges.flatMap(({ node: { code, name, boundary } }) =>
      boundary ? [{ type: 'Feature' as const, properties: { code, name }, geometry: boundary }] : [],
    );
    return features.length > 0 ? { type: 'FeatureCollection', features } : null;
  } catch {
    return null;
  }
}

/** The boundaries of a revision, fetched once; null when the directory has none. */
export function provincesOf(revision: number): Promise<Provinces | null> {
  const known = fetched.get(revision) ?? fetchProvinces();
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
    return geometry.coordinates.some((rings) => rings.filter((ring) => surrounds(ring, place)).length % 2 === 1);
  });
  return found?.properties.name ?? null;
}
