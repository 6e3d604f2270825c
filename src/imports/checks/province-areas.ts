import inPolygon from 'point-in-polygon-hao';

type Polygon = number[][][];

interface Area {
  readonly polygon: Polygon;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * How far outside its province a position may seem to lie, kilometres: boundaries are simplified, so quays, river mouths
 * and islets stick out of them.
 */
const TOLERANCE_KM = 2;
const KM_PER_DEGREE = 111.2;

/**
 * The areas of the provinces, for the doubt whether a position lies in the province that its row states. The areas of
 * communes count for their province: they hold islands that a simplified province has lost.
 */
export class ProvinceAreas {
  private readonly areas = new Map<string, Area[]>();
  /** Provinces whose areas are in the order of their points: small communes answer before the large province is asked. */
  private readonly ordered = new Set<string>();

  /** Adds an area of a province: MultiPolygon coordinates as of GeoJSON. */
  add(provinceKey: string, polygons: readonly Polygon[]): void {
    const known = this.areas.get(provinceKey);
    if (known) known.push(...polygons.map(boxed));
    else this.areas.set(provinceKey, polygons.map(boxed));
    this.ordered.delete(provinceKey);
  }

  /** Whether the position lies in one of the provinces, or within 2 km of one; null when the area of none is known. */
  hold(provinceKeys: readonly string[], latitude: number, longitude: number): boolean | null {
    let isAnyKnown = false;
    for (const key of provinceKeys) {
      const areas = this.areasOf(key);
      isAnyKnown ||= areas.length > 0;
      for (const area of areas) {
        if (isNear(area, latitude, longitude, 0) && inPolygon([longitude, latitude], area.polygon) !== false)
          return true;
      }
    }
    return isAnyKnown ? provinceKeys.some((key) => this.isAtEdge(key, latitude, longitude)) : null;
  }

  private isAtEdge(provinceKey: string, latitude: number, longitude: number): boolean {
    const margin = TOLERANCE_KM / KM_PER_DEGREE / Math.cos((latitude * Math.PI) / 180);
    return this.areasOf(provinceKey).some(
      (area) =>
        isNear(area, latitude, longitude, margin) && kmToEdge(area.polygon, latitude, longitude) <= TOLERANCE_KM,
    );
  }

  private areasOf(provinceKey: string): readonly Area[] {
    const areas = this.areas.get(provinceKey) ?? [];
    if (!this.ordered.has(provinceKey)) {
      areas.sort((one, other) => pointsOf(one) - pointsOf(other));
      this.ordered.add(provinceKey);
    }
    return areas;
  }
}

function pointsOf({ polygon }: Area): number {
  return polygon.reduce((sum, ring) => sum + ring.length, 0);
}

function boxed(polygon: Polygon): Area {
  const area = { polygon, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude = 0, latitude = 0] of polygon[0] ?? []) {
    area.west = Math.min(area.west, longitude);
    area.east = Math.max(area.east, longitude);
    area.south = Math.min(area.south, latitude);
    area.north = Math.max(area.north, latitude);
  }
  return area;
}

function isNear(area: Area, latitude: number, longitude: number, margin: number): boolean {
  return (
    longitude >= area.west - margin &&
    longitude <= area.east + margin &&
    latitude >= area.south - margin &&
    latitude <= area.north + margin
  );
}

/** Distance from a position to the edge of a polygon in kilometres, on a plane: exact enough for a few kilometres. */
function kmToEdge(polygon: Polygon, latitude: number, longitude: number): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index++) {
      const [startX = 0, startY = 0] = ring[index - 1] ?? [];
      const [endX = 0, endY = 0] = ring[index] ?? [];
      const x = (startX - longitude) * shrink;
      const y = startY - latitude;
      const alongX = (endX - startX) * shrink;
      const alongY = endY - startY;
      const squared = alongX * alongX + alongY * alongY;
      const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(x * alongX + y * alongY) / squared));
      nearest = Math.min(nearest, Math.hypot(x + share * alongX, y + share * alongY));
    }
  }
  return nearest * KM_PER_DEGREE;
}
