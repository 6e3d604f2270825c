import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GeneratedManifestOptions, writeGeneratedManifest } from './generated-manifest';

/** Generates entries into a temporary folder, hands the manifest's path to `use`, and removes the folder in any case. */
export async function withGeneratedManifest<T>(
  options: GeneratedManifestOptions,
  use: (manifestPath: string) => Promise<T>,
): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'bhxh-seed-'));
  try {
    return await use(await writeGeneratedManifest(directory, options));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
