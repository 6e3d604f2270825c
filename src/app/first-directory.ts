import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { ImportRunningError } from '../features/directory/publication/publication.errors';
import type { PublicationService } from '../features/directory/publication/publication.service';
import { SILENT_PROGRESS } from '../imports/progress';
import { runImport } from '../imports/run-import';
import { readDemonstration } from '../seeding/demonstration';
import { FACTS_MANIFEST } from '../seeding/seed-provinces';
import { withGeneratedManifest } from '../seeding/with-generated-manifest';

/** Publishes the seeds and the generated demonstration when nothing was ever published; else does nothing. */
export async function publishFirstDirectory(publication: PublicationService, logger: Logger): Promise<void> {
  if ((await publication.currentNumber()) > 0) return;
  try {
    await importManifest(resolve(FACTS_MANIFEST), publication, logger);
    await withGeneratedManifest(readDemonstration(), (manifest) => importManifest(manifest, publication, logger));
  } catch (error) {
    // Several processes start on one empty database: one of them seeds, the others wait for its revision.
    if (!(error instanceof ImportRunningError)) throw error;
  }
}

async function importManifest(manifestPath: string, publication: PublicationService, logger: Logger): Promise<void> {
  const options = { manifestPath, dryRun: false, skipInvalid: false, allowShrink: false, progress: SILENT_PROGRESS };
  const outcome = await runImport(options, { publication });
  if (outcome.status === 'refused') {
    throw new Error(`The seeds were refused: ${JSON.stringify(outcome.faults.slice(0, 5))}`);
  }
  logger.info({ status: outcome.status, warnings: outcome.warningCount }, 'seeds imported');
}
