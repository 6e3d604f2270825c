import L from 'leaflet';
import { type Catalogue } from '../language/catalogue';
import { type Archipelago, archipelagos } from './islands';

/** From this zoom on, single islands are named as well. */
const islandNameZoom = 8;
/** Below this zoom the name of the sea would stand on those of the archipelagos. */
const seaNameZoom = 5;
/** An archipelago lower than this many pixels has its name above it. */
const smallHeight = 220;
const labelHalfWidth = 72;
/** Room a label needs to the edges of the map, in pixels. */
const labelMargin = { x: 80, y: 28 };
/** The button in the upper right corner takes this many pixels. */
const buttonRoom = 64;
const seaPlace: L.LatLngTuple = [14.2, 113.4];

/** The middle of what the map shows of an archipelago: its label stays in sight as long as any part of it does. */
function labelPlace(map: L.Map, { box }: Archipelago): L.LatLng | null {
  const whole = L.latLngBounds([box.south, box.west], [box.north, box.east]);
  const view = map.getBounds();
  if (!view.intersects(whole)) return null;
  const south = Math.max(box.south, view.getSouth());
  const north = Math.min(box.north, view.getNorth());
  const west = Math.max(box.west, view.getWest());
  const east = Math.min(box.east, view.getEast());
  const point = map.latLngToContainerPoint([(south + north) / 2, (west + east) / 2]);
  const height = map.latLngToContainerPoint([south, west]).y - map.latLngToContainerPoint([north, west]).y;
  // Over a small archipelago the name would hide the islands: it goes above them, and away from the busy coast.
  if (height < smallHeight) {
    point.y -= height / 2 + 20;
    point.x = Math.max(point.x, map.latLngToContainerPoint([north, west]).x + labelHalfWidth);
  }
  const size = map.getSize();
  point.y = Math.min(Math.max(point.y, labelMargin.y), size.y - labelMargin.y);
  const right = point.y < buttonRoom ? labelMargin.x + buttonRoom : labelMargin.x;
  point.x = Math.max(Math.min(point.x, size.x - right), labelMargin.x);
  return map.containerPointToLatLng(point);
}

/** Whether a label at this place is seen whole. */
function isInSight(map: L.Map, place: L.LatLngTuple): boolean {
  const { x, y } = map.latLngToContainerPoint(place);
  const size = map.getSize();
  return x > labelMargin.x && x < size.x - labelMargin.x && y > labelMargin.y && y < size.y - labelMargin.y;
}

function label(lines: readonly string[], className: string): L.DivIcon {
  const element = document.createElement('span');
  for (const line of lines) element.append(Object.assign(document.createElement('span'), { textContent: line }));
  return L.divIcon({ html: element, className, iconSize: [0, 0] });
}

/**
 * Quần đảo Hoàng Sa and Quần đảo Trường Sa: each island as a point at its true position, and the name of the
 * archipelago as Vietnam's at every zoom and in every view that shows a part of it. Returns how to draw the names anew
 * in another language.
 */
export function addIslands(map: L.Map, first: Catalogue): (texts: Catalogue) => void {
  let texts = first;
  const labels = L.layerGroup().addTo(map);
  const renderer = L.canvas({ pane: 'islands' });
  const points = L.featureGroup().addTo(map);
  for (const { islands } of archipelagos) {
    for (const { latitude, longitude } of islands) {
      L.circleMarker([latitude, longitude], {
        renderer,
        pane: 'islands',
        radius: 2,
        weight: 1,
        color: '#5d7f78',
        fillColor: '#dfeae3',
        fillOpacity: 1,
        interactive: false,
      }).addTo(points);
    }
  }

  const draw = (): void => {
    labels.clearLayers();
    points.eachLayer((point) => point instanceof L.CircleMarker && point.setRadius(map.getZoom() < 7 ? 1.5 : 3));
    const options = { interactive: false, keyboard: false, pane: 'islandLabels' };
    for (const archipelago of archipelagos) {
      const place = labelPlace(map, archipelago);
      if (!place) continue;
      const icon = label([texts[archipelago.name], texts.ofVietnam], 'archipelago-label');
      L.marker(place, { ...options, icon }).addTo(labels);
      if (map.getZoom() < islandNameZoom) continue;
      for (const { name, latitude, longitude } of archipelago.islands) {
        L.marker([latitude, longitude], { ...options, icon: label([name], 'island-label') }).addTo(labels);
      }
    }
    const sea = label([texts.eastSea], 'sea-label');
    const named = map.getZoom() >= seaNameZoom && map.getZoom() < islandNameZoom;
    if (named && isInSight(map, seaPlace)) L.marker(seaPlace, { ...options, icon: sea }).addTo(labels);
  };
  map.on('moveend zoomend resize', draw);
  map.whenReady(draw);
  return (next) => {
    texts = next;
    draw();
  };
}
