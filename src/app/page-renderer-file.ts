import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type PageRenderer } from '../http/page-renderer';

/** The renderer as `npm run build:web` makes it; it is no source of the server, so it is found by its path. */
export function loadPageRenderer(distRoot: string): PageRenderer {
  const load = createRequire(__filename);
  return load(join(distRoot, 'served', 'render-page.cjs')) as PageRenderer;
}
