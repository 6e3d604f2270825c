import Flatbush from 'flatbush';

/** Where the outline of an area crosses itself, in degrees; or that it is too intricate to say. */
export type Crossing = { readonly latitude: number; readonly longitude: number } | 'TOO_INTRICATE';

/** Areas are kept to a millionth of a degree, so in these units every coordinate is a whole number. */
const UNITS_PER_DEGREE = 1e6;
/** Pairs of edges that are looked at in one polygon, less than a second; a coast of 200,000 points needs a third. */
const MAX_PAIRS = 5_000_000;

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/** The first place where edges of a polygon cross, its holes included; null when none do. Touching is no crossing. */
export function crossingOf(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): Crossing | null {
  for (const polygon of polygons) {
    const crossing = crossingIn(polygon.flatMap(edgesOf));
    if (crossing) return crossing;
  }
  return null;
}

function edgesOf(ring: readonly (readonly number[])[]): Edge[] {
  const points = ring.map(
    ([x = 0, y = 0]) => [Math.round(x * UNITS_PER_DEGREE), Math.round(y * UNITS_PER_DEGREE)] as const,
  );
  return points.slice(1).map(([x2, y2], at) => {
    const [x1, y1] = points[at] ?? [x2, y2];
    return [x1, y1, x2, y2];
  });
}

function crossingIn(edges: readonly Edge[]): Crossing | null {
  if (edges.length < 3) return null;
  const boxes = new Flatbush(edges.length);
  for (const [x1, y1, x2, y2] of edges) {
    boxes.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  boxes.finish();
  let pairs = 0;
  for (const [at, edge] of edges.entries()) {
    const [x1, y1, x2, y2] = edge;
    let crossed: Edge | undefined;
    const look = (other: number): boolean => {
      pairs++;
      const candidate = other > at && !crossed ? edges[other] : undefined;
      if (candidate && isCrossing(edge, candidate)) crossed = candidate;
      return false;
    };
    boxes.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), look);
    if (crossed) return placeOf(edge, crossed);
    if (pairs > MAX_PAIRS) return 'TOO_INTRICATE';
  }
  return null;
}

/** Whether both edges have the ends of the other on different sides. Exact: Vietnam spans 1.6e7 units, products 2.6e14. */
function isCrossing([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): boolean {
  const c = side(ax, ay, bx, by, cx, cy);
  const d = side(ax, ay, bx, by, dx, dy);
  if (c === 0 || d === 0 || c === d) return false;
  const a = side(cx, cy, dx, dy, ax, ay);
  const b = side(cx, cy, dx, dy, bx, by);
  return a !== 0 && b !== 0 && a !== b;
}

function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}

function placeOf([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): Crossing {
  const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / ((bx - ax) * (dy - cy) - (by - ay) * (dx - cx));
  const degrees = (units: number): number => Math.round(units) / UNITS_PER_DEGREE;
  return { longitude: degrees(ax + share * (bx - ax)), latitude: degrees(ay + share * (by - ay)) };
}
