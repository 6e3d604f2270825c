import { allOf } from '../../../shared/maybe-promise';
import type { DirectoryRequest } from '../directory-request';
import { Office } from './office.entity';

/** The offices whose work `office` took over, in the order the source names them. */
export async function officesBefore(office: Office, directory: DirectoryRequest): Promise<Office[]> {
  return existing(await allOf((office.predecessorCodes ?? []).map((code) => directory.byCode(Office, code))));
}

/** The offices that name `office` as their predecessor, in the order of their codes. */
export async function successorsOf(office: Office, directory: DirectoryRequest): Promise<Office[]> {
  const index = directory.snapshot.listingsOf(Office);
  const names = (codes: string): boolean => (JSON.parse(codes) as string[]).includes(office.code);
  const ordinals = index.filter(index.anyWordTest('predecessorCodes', names));
  return existing(await allOf(Array.from(ordinals, (ordinal) => directory.listing(Office, ordinal))));
}

function existing(offices: readonly (Office | null)[]): Office[] {
  return offices.filter((office) => office !== null);
}
