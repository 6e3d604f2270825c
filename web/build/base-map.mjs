import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as topojson from 'topojson-client';

const require = createRequire(import.meta.url);

/** What the page can show, in degrees: Vietnam, its seas, and the neighbours that a wide screen reaches. */
const region = { west: 80, south: -8, east: 138, north: 34 };
/** Quần đảo Hoàng Sa; every island in here is Vietnam's, whatever the source's attribute says. */
const hoangSa = { west: 110.9, south: 15.6, east: 113.1, north: 17.3 };
/** Simplification tolerance in degrees: about 400 m at home, 4 km where people only need the shape. */
const toleranceHome = 0.004;
const toleranceAbroad = 0.04;
/** Foreign islets smaller than this (degrees) are left out. */
const smallestAbroad = 0.12;

const holds = (box, [x, y]) => x >= box.west && x <= box.east && y >= box.south && y <= box.north;

function middle(ring) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

const extent = (ring) =>
  Math.max(
    Math.max(...ring.map(([x]) => x)) - Math.min(...ring.map(([x]) => x)),
    Math.max(...ring.map(([, y]) => y)) - Math.min(...ring.map(([, y]) => y)),
  );

/** Douglas–Peucker on one arc; both ends stay, so neighbours keep one common border. */
function simplify(points, tolerance) {
  const [first, last] = [points[0], points[points.length - 1]];
  let farthest = 0;
  let distance = 0;
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  for (let index = 1; index < points.length - 1; index++) {
    const [x, y] = [points[index][0] - first[0], points[index][1] - first[1]];
    const away = length === 0 ? Math.hypot(x, y) : Math.abs(x * dy - y * dx) / length;
    if (away > distance) [farthest, distance] = [index, away];
  }
  if (distance <= tolerance) return [first, last];
  return [
    ...simplify(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(farthest), tolerance),
  ];
}

/** The topology with absolute coordinates and simplified arcs. */
function simplified(topology, home) {
  const { scale, translate } = topology.transform;
  const arcs = topology.arcs.map((arc, index) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    return simplify(points, home.has(index) ? toleranceHome : toleranceAbroad);
  });
  return { type: 'Topology', objects: topology.objects, arcs };
}

const arcNumbers = (geometry) => new Set(geometry.arcs.flat(Infinity).map((arc) => (arc < 0 ? ~arc : arc)));

/** Sutherland–Hodgman: the part of a ring inside the region. */
function clip(ring) {
  const sides = [
    [(p) => p[0] >= region.west, 0, region.west],
    [(p) => p[0] <= region.east, 0, region.east],
    [(p) => p[1] >= region.south, 1, region.south],
    [(p) => p[1] <= region.north, 1, region.north],
  ];
  return sides.reduce(
    (points, [inside, axis, limit]) => {
      const kept = [];
      points.forEach((point, index) => {
        const before = points[(index + points.length - 1) % points.length];
        if (inside(point) !== inside(before)) {
          const share = (limit - before[axis]) / (point[axis] - before[axis]);
          const cut = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
          cut[axis] = limit;
          kept.push(cut);
        }
        if (inside(point)) kept.push(point);
      });
      return kept;
    },
    ring.slice(0, -1),
  );
}

const rounded = (points) => points.map(([x, y]) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
const polygons = (geometry) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates);

/**
 * Writes web/src/generated/base-map.json: the land of the region as plain rings of [longitude, latitude], cut out of
 * Natural Earth (package world-atlas, public domain). Vietnam comes apart from its neighbours; the islands of
 * Quần đảo Hoàng Sa and Quần đảo Trường Sa go to Vietnam.
 */
export function generateBaseMap() {
  const source = JSON.parse(readFileSync(require.resolve('world-atlas/countries-10m.json'), 'utf8'));
  const countries = source.objects.countries.geometries;
  const vietnamSource = countries.find((country) => country.properties.name === 'Vietnam');
  const truongSaSource = countries.find((country) => country.properties.name === 'Spratly Is.');
  const topology = simplified(source, arcNumbers(vietnamSource));
  // The islets are too small to survive simplification: they are read from the source as they are.
  const hoangSaPolygons = topojson
    .feature(source, { type: 'GeometryCollection', geometries: countries })
    .features.filter((feature) => feature.geometry)
    .flatMap((feature) => polygons(feature.geometry))
    .filter(([ring]) => extent(ring) < 0.5 && holds(hoangSa, middle(ring)));
  const homePolygons = [
    ...polygons(topojson.feature(topology, vietnamSource).geometry),
    ...polygons(topojson.feature(source, truongSaSource).geometry),
    ...hoangSaPolygons,
  ];
  const abroad = countries.filter((country) => country !== vietnamSource && country !== truongSaSource);
  const abroadPolygons = polygons(
    topojson.merge(
      topology,
      abroad.filter((country) => country.arcs),
    ),
  )
    .map(([ring]) => clip(ring))
    .filter((ring) => ring.length > 3 && extent(ring) > smallestAbroad && !holds(hoangSa, middle(ring)));
  const borders = topojson.mesh(topology, source.objects.countries, (one, other) => one !== other);
  const map = {
    vietnam: homePolygons.map(([ring]) => rounded(ring)).filter((ring) => ring.length > 3),
    neighbours: abroadPolygons.map(rounded),
    borders: borders.coordinates.filter((line) => line.some((point) => holds(region, point))).map(rounded),
  };
  const folder = fileURLToPath(new URL('../src/generated/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}base-map.json`, JSON.stringify(map));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateBaseMap();
