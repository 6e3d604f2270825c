import { Readable } from 'node:stream';
import type { Database } from '../../../database/database';
import { agencyToday } from '../../../shared/calendar';
import { DomainError } from '../../../shared/errors';
import type { AttemptStore } from '../../protection/attempts/attempt.store';
import { assertPerson } from '../../protection/authorization.rules';
import type { Principal, SignedInPerson } from '../../protection/principal';
import type { AccessLedger } from '../../people/access-ledger.store';
import { AccessActor, AccessPurpose } from '../../people/access.types';
import { exportContent, type ExportSources } from './export-content';
import { exportJson } from './export-json';
import { type PrintedExport, printable } from './pdf/printed-export';

/** Files one person may take within an hour: enough for every device, too few to keep a gateway busy. */
const EXPORTS = { name: 'export', attempts: 6, windowMs: 60 * 60 * 1000, restarts: false };

/** In which form someone takes their data. */
export type ExportForm = 'json' | 'pdf';

/** A file on its way; its name says nothing about the person. */
export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Readable;
}

/** What the service is made of. */
export interface ExportParts extends ExportSources {
  readonly database: Database;
  readonly attempts: AttemptStore;
  readonly ledger: AccessLedger;
  /** Makes the PDF; away from the thread that answers. */
  print(content: PrintedExport): Promise<Uint8Array>;
  readonly now: () => Date;
}

/** Hands people everything that is on record about them (Law 91/2025/QH15: the right to see). */
export class ExportService {
  constructor(private readonly parts: ExportParts) {}

  /**
   * All data of whoever is signed in, as a file.
   * @throws DomainError UNAUTHENTICATED, PASSWORD_CHANGE_REQUIRED, TOO_MANY_ATTEMPTS.
   */
  async file(form: ExportForm, principal: Principal): Promise<ExportedFile> {
    assertPerson(principal);
    await this.allow(principal, form);
    const now = this.parts.now();
    const content = await exportContent(principal, this.parts, now);
    const name = `bhxh-du-lieu-ca-nhan-${agencyToday(now)}.${form}`;
    if (form === 'json') {
      return { name, contentType: 'application/json; charset=utf-8', bytes: Readable.from(exportJson(content)) };
    }
    const pdf = await this.parts.print(await printable(content));
    return { name, contentType: 'application/pdf', bytes: Readable.from([Buffer.from(pdf)]) };
  }

  /** Counts the export and notes it in the ledger, both or none. */
  private async allow({ personId, deviceName }: SignedInPerson, form: ExportForm): Promise<void> {
    const { database, attempts, ledger } = this.parts;
    const { isTaken, retryAfterSeconds } = await database.write(async (manager) => {
      const attempt = await attempts.take(`person:${personId}`, EXPORTS, manager);
      const access = {
        personId,
        actor: AccessActor.SELF,
        actorName: deviceName,
        purpose: AccessPurpose.EXPORT,
        fields: [form],
      };
      await ledger.note(attempt.isTaken ? [access] : [], manager);
      return attempt;
    });
    if (isTaken) return;
    throw new DomainError(
      'TOO_MANY_ATTEMPTS',
      {
        en: `At most ${EXPORTS.attempts} files can be taken within an hour; try again later.`,
        vi: `Mỗi giờ chỉ tải được tối đa ${EXPORTS.attempts} tệp; hãy thử lại sau.`,
      },
      { retryAfterSeconds },
    );
  }
}
