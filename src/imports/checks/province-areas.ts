import inPolygon from 'point-in-polygon-hao';

type Polygon = number[][][];

interface Area {
  readonly polygon: Polygon;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The areas of the provinces, for the doubt whether a position lies in the province that its row states. */
export class ProvinceAreas {
  private readonly areas = new Map<string, Area[]>();

  /** Adds the area of a province: MultiPolygon coordinates as of GeoJSON. */
  add(unitKey: string, polygons: readonly Polygon[]): void {
    this.areas.set(unitKey, [...(this.areas.get(unitKey) ?? []), ...polygons.map(boxed)]);
  }

  /** Whether the position lies in one of the provinces; null when the area of none is known. */
  hold(provinceKeys: readonly string[], latitude: number, longitude: number): boolean | null {
    let isAnyKnown = false;
    for (const key of provinceKeys) {
      for (const area of this.areas.get(key) ?? []) {
        isAnyKnown = true;
        const isNear =
          longitude >= area.west && longitude <= area.east && latitude >= area.south && latitude <= area.north;
        if (isNear && inPolygon([longitude, latitude], area.polygon) !== false) return true;
      }
    }
    return isAnyKnown ? false : null;
  }
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
