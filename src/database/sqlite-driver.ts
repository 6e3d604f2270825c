import { createRequire } from 'node:module';
import type Better from 'better-sqlite3';

/** Version of Node-API that version 13 of better-sqlite3 is built for: Node 22.14 has it, Node 20 never. */
const NODE_API = 10;

/**
 * better-sqlite3 as this Node can load it: version 13, else 12. One alone does not do: 12 ends the process on Node 24.19
 * and newer when it frees a statement (WiseLibs/better-sqlite3#1515), and 13 ends it on Node 20 when it is loaded.
 */
export const Sqlite = createRequire(__filename)(
  Number(process.versions['napi']) >= NODE_API ? 'better-sqlite3-napi' : 'better-sqlite3',
) as typeof Better;
