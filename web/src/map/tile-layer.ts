import L from 'leaflet';

/** What an operator configures for the page. */
interface PageConfig {
  tileUrl: string | null;
  tileAttribution: string | null;
}

/** Adds raster tiles over the drawn land when the operator named a tile server; the drawn land stays below them. */
export async function addTileLayer(map: L.Map): Promise<void> {
  try {
    const response = await fetch('/page-config.json');
    if (!response.ok) return;
    const { tileUrl, tileAttribution } = (await response.json()) as PageConfig;
    if (tileUrl && map.getPane('tilePane')) {
      L.tileLayer(tileUrl, { attribution: tileAttribution ?? '', maxZoom: 19 }).addTo(map);
    }
  } catch {
    // The page has its own land to draw on: without a configuration there are no tiles.
  }
}
