/**
 * Checks what `npm ci` on another machine needs of the lock file: every optional package of every platform has its
 * entry (npm leaves out those that it could not look up), and no entry names the address it was downloaded from.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const faults = [];
for (const [place, entry] of Object.entries(packages)) {
  if ('resolved' in entry && !entry.link) faults.push(`${place} names a download address.`);
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${place}/node_modules/${name}`, `node_modules/${name}`];
    if (!places.some((candidate) => candidate in packages)) faults.push(`${place} wants ${name}@${version}: no entry.`);
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
