import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { ImportRunningError } from '../features/directory/publication/publication.errors';
import type { PublicationService } from '../features/directory/publication/publication.service';
import { SILENT_PROGRESS } from '../imports/progress';
import type { StatutoryStore } from '../features/statutory/statutory.store';
import { type ImportParts, runImport } from '../imports/run-import';
import { readDemonstration } from '../seeding/demonstration';
import { FACTS_MANIFEST } from '../seeding/seed-provinces';
import { STATUTORY_MANIFEST } from '../seeding/seed-statutory';
import { withGeneratedManifest } from '../seeding/with-generated-manifest';

interface FirstParts {
  readonly publication: PublicationService;
  readonly statutory: StatutoryStore;
}

/** Publishes the seeds and the generated demonstration when nothing was ever published; else does nothing. */
export async function publishFirstDirectory(publication: PublicationService, logger: Logger): Promise<void> {
  if ((await publication.currentNumber()) > 0) return;
  try {
    await importManifest(resolve(FACTS_MANIFEST), { publication }, logger);
    await withGeneratedManifest(readDemonstration(), (manifest) => importManifest(manifest, { publication }, logger));
  } catch (error) {
    // Several processes start on one empty database: one of them seeds, the others wait for its revision.
    if (!(error instanceof ImportRunningError)) throw error;
  }
}

/** Puts the shipped values of laws and decrees on record when there are none; else does nothing. */
export async function recordFirstStatutory(parts: FirstParts, logger: Logger): Promise<void> {
  try {
    if (await parts.statutory.isEmpty()) await importManifest(resolve(STATUTORY_MANIFEST), parts, logger);
  } catch (error) {
    logger.error({ err: error }, 'what laws set is not on record; import it with `npm run import`');
  }
}

async function importManifest(manifestPath: string, parts: ImportParts, logger: Logger): Promise<void> {
  const options = { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS };
  const outcome = await runImport(options, parts);
  if (outcome.status === 'refused') {
    throw new Error(`The seeds were refused: ${JSON.stringify(outcome.faults.slice(0, 5))}`);
  }
  logger.info({ status: outcome.status, warnings: outcome.warningCount }, 'seeds imported');
}
