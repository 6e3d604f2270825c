import type { NoticeInfo } from '../../../notifications/notice.types';
import type { AccessRecord } from '../../../people/access.types';
import type { PersonalExport } from '../personal-export.types';

/** Entries of a long list that paper shows; the JSON file has all of them. */
export const PRINTED_ENTRIES = 200;

/** An export with its long lists cut to what paper shows: plain data, which another thread can take. */
export type PrintedExport = Omit<PersonalExport, 'notices' | 'accessLog'> & {
  readonly notices: readonly NoticeInfo[];
  readonly accessLog: readonly AccessRecord[];
};

/** The part of an export that is printed. */
export async function printable(content: PersonalExport): Promise<PrintedExport> {
  const notices = await newest(content.notices);
  const accessLog = await newest(content.accessLog);
  return { ...content, notices, accessLog };
}

async function newest<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const entries: T[] = [];
  for await (const page of pages) {
    entries.push(...page);
    if (entries.length >= PRINTED_ENTRIES) break;
  }
  return entries.slice(0, PRINTED_ENTRIES);
}
