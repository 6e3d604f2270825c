import { posix } from 'node:path';
import { matchedText } from '../../rows/clean-text';
import { type Archive } from './archive';
import { type NumberForm, numberForm } from './number-form.rules';
import { SharedStrings } from './shared-strings';
import { type Attributes, isTrue, prefixed, readXml } from './xml-reader';

/** A tab of the workbook. */
export interface Tab {
  readonly name: string;
  readonly isHidden: boolean;
  /** The part of the archive that holds its cells; null for a chart. */
  readonly part: string | null;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  /** In the order in which a person sees them. */
  readonly tabs: readonly Tab[];
  /** Whether days count from 1904, as spreadsheets of old Macs do. */
  readonly is1904: boolean;
  /** The form of numbers by the style of their cell. */
  readonly forms: readonly NumberForm[];
  readonly strings: SharedStrings;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The small parts tell where the sheets are. */
const MAX_SMALL_PART_BYTES = 16 * 1024 ** 2;
/** The texts of a workbook are held in memory while its sheet is read. */
const MAX_TEXTS_BYTES = 128 * 1024 ** 2;

/** Reads what the sheets of a workbook share, in the order in which they refer to each other, not as they are stored. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = partOf(archive, await relationsOf(archive, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = await relationsOf(archive, main);
  const { tabs, is1904 } = await readTabs(archive, main, relations);
  const styles = partOf(archive, relations, 'styles');
  const forms = styles === null ? [] : await readForms(archive, styles);
  const strings = new SharedStrings();
  const texts = partOf(archive, relations, 'sharedStrings');
  if (texts !== null) await readXml(archive.texts(texts, MAX_TEXTS_BYTES), strings);
  return { tabs, is1904, forms, strings };
}

/** The tab with this name, or the first one that is visible and holds cells; null when there is none. */
export function tabNamed({ tabs }: Workbook, name: string | null): Tab | null {
  if (name === null) return tabs.find(({ isHidden, part }) => !isHidden && part !== null) ?? null;
  const exact = tabs.find((tab) => tab.name === name);
  return exact ?? tabs.find((tab) => matchedText(tab.name) === matchedText(name)) ?? null;
}

async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!archive.has(name)) return relations;
  await readXml(archive.texts(name, MAX_SMALL_PART_BYTES), {
    open: (element, { Id = '', Type = '', Target = '' }) => {
      if (element === 'Relationship') relations.set(Id, { type: posix.basename(Type), target: resolved(part, Target) });
    },
  });
  return relations;
}

function resolved(part: string, target: string): string {
  return posix.join(target.startsWith('/') ? '' : posix.dirname(part), target).replace(/^\//, '');
}

function partOf(archive: Archive, relations: ReadonlyMap<string, Relation>, type: string): string | null {
  const target = [...relations.values()].find((relation) => relation.type === type)?.target;
  return target !== undefined && archive.has(target) ? target : null;
}

async function readTabs(
  archive: Archive,
  main: string,
  relations: ReadonlyMap<string, Relation>,
): Promise<Pick<Workbook, 'tabs' | 'is1904'>> {
  const tabs: Tab[] = [];
  let is1904 = false;
  await readXml(archive.texts(main, MAX_SMALL_PART_BYTES), {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (element === 'sheet') tabs.push(tabOf(attributes, relations));
    },
  });
  return { tabs, is1904 };
}

function tabOf(attributes: Attributes, relations: ReadonlyMap<string, Relation>): Tab {
  const relation = relations.get(prefixed(attributes, 'id') ?? '');
  return {
    name: attributes['name'] ?? '',
    isHidden: (attributes['state'] ?? 'visible') !== 'visible',
    part: relation?.type === 'worksheet' ? relation.target : null,
  };
}

async function readForms(archive: Archive, part: string): Promise<NumberForm[]> {
  const codes = new Map<number, string>();
  const forms: NumberForm[] = [];
  let isOfCells = false;
  await readXml(archive.texts(part, MAX_SMALL_PART_BYTES), {
    open: (element, attributes) => {
      const id = Number(attributes['numFmtId']);
      if (element === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (element === 'cellXfs') isOfCells = true;
      if (element === 'xf' && isOfCells) forms.push(numberForm(id, codes.get(id)));
    },
    close: (element) => {
      if (element === 'cellXfs') isOfCells = false;
    },
  });
  return forms;
}
