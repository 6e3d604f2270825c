import L from 'leaflet';
import baseMapUrl from '../generated/base-map.json?url';
import { provincesOf } from './provinces';

type Line = [longitude: number, latitude: number][];

/** What the build cut out of Natural Earth. */
interface BaseMap {
  vietnam: Line[];
  neighbours: Line[];
  borders: Line[];
}

/** Colours of the land; the canvas knows no style sheets. */
const palettes = {
  light: { home: '#fbfaf3', homeEdge: '#8fb0a6', abroad: '#e9ece6', border: '#a9b8b1', province: '#cfd8cf' },
  dark: { home: '#24393a', homeEdge: '#5b8580', abroad: '#1c292b', border: '#4a6260', province: '#37504f' },
};

const flipped = (line: Line): L.LatLngTuple[] => line.map(([longitude, latitude]) => [latitude, longitude]);

async function fetchBaseMap(): Promise<BaseMap | null> {
  try {
    const response = await fetch(baseMapUrl);
    return response.ok ? ((await response.json()) as BaseMap) : null;
  } catch {
    return null;
  }
}

/** Lets the browser draw and answer between two heavy steps. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * The land, drawn without any tile server: neighbours, Vietnam, borders, and the provinces where the gateway has their
 * boundaries. Without a network and without a stored copy the sea stays empty, and everything else still works.
 */
export async function addBaseLayer(map: L.Map, boundaries: Promise<number | null>): Promise<void> {
  const darkness = matchMedia('(prefers-color-scheme: dark)');
  const renderer = L.canvas({ pane: 'land', padding: 0.3 });
  const shared = { renderer, pane: 'land', interactive: false, smoothFactor: 1.2 };
  const base = await fetchBaseMap();
  if (!base) return;
  const asPolygons = (lines: Line[]): L.LatLngTuple[][][] => lines.map((line) => [flipped(line)]);
  await pause();
  if (!map.getPane('land')) return;
  const colours = (): (typeof palettes)['light'] => (darkness.matches ? palettes.dark : palettes.light);
  const land = { ...shared, fillOpacity: 1 };
  const fillColor = colours().abroad;
  const abroad = L.polygon(asPolygons(base.neighbours), { ...land, stroke: false, fillColor }).addTo(map);
  await pause();
  if (!map.getPane('land')) return;
  const home = L.polygon(asPolygons(base.vietnam), { ...land, weight: 1 }).addTo(map);
  const borders = L.polyline(base.borders.map(flipped), { ...shared, weight: 1.2 }).addTo(map);
  const provinces = L.geoJSON(undefined, { ...shared, style: { fill: false, weight: 1 } }).addTo(map);

  const paint = (): void => {
    const palette = colours();
    abroad.setStyle({ fillColor: palette.abroad });
    home.setStyle({ fillColor: palette.home, color: palette.homeEdge });
    borders.setStyle({ color: palette.border });
    provinces.setStyle({ color: palette.province, fill: false, weight: 1 });
  };
  paint();
  darkness.addEventListener('change', paint);
  map.on('unload', () => darkness.removeEventListener('change', paint));

  const number = await boundaries;
  if (number === null) return;
  const areas = await provincesOf(number);
  if (!areas || !map.getPane('land')) return;
  await pause();
  provinces.addData(areas);
  paint();
}
