import {
  allFilters,
  allKinds,
  choices,
  type ChoiceFilter,
  type ChosenUnit,
  type Filters,
  filtersFor,
  type SwitchFilter,
} from '../filters/filters';
import { type ListingKind } from '../generated/operations';
import { type Language } from '../language/catalogue';
import { type Place, type View } from '../map/mercator';
import { emptyState, type ListingKey, type PageState } from './page-state';

/** The word of each kind in addresses. */
export const kindWords: Record<ListingKind, string> = {
  OFFICE: 'office',
  CLINIC: 'clinic',
  AGENT: 'agent',
  EMPLOYER: 'employer',
};
const switches: readonly SwitchFilter[] = ['issuesSickLeave', 'initialRegistration', 'includeEnded'];
const longestText = 200;

const kindOf = (word: string): ListingKind | undefined => allKinds.find((kind) => kindWords[kind] === word);

function readNumbers(text: string | null, count: number): number[] | null {
  const numbers = (text ?? '').split(',').map(Number);
  return text && numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}

function readPlace(text: string | null): Place | null {
  const [latitude, longitude] = readNumbers(text, 2) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

function readView(text: string | null): View | null {
  const [latitude, longitude, zoom] = readNumbers(text, 3) ?? [];
  const place = readPlace(`${latitude},${longitude}`);
  return place && zoom !== undefined && zoom >= 0 && zoom <= 22 ? { ...place, zoom: Math.round(zoom) } : null;
}

const pagePath = /^\/(office|clinic|employer|agent|unit)\/([^/]+)$/;

/** What stands at `/office/00101` and its like: the word of the kind, or `unit`, and the code. Null elsewhere. */
export function readPath(path: string): { word: string; code: string } | null {
  const [, word, code] = pagePath.exec(path) ?? [];
  if (word === undefined || code === undefined) return null;
  try {
    return { word, code: decodeURIComponent(code) };
  } catch {
    return null;
  }
}

/** The address of an administrative unit; `asOf` is a day on which its code is read, when it names more than one. */
export function unitAddress({ code, asOf }: { code: string; asOf: string | null }, language: Language): string {
  const search = new URLSearchParams({
    ...(asOf && { asOf }),
    ...(language === 'en' && { lang: language }),
  }).toString();
  return `/unit/${encodeURIComponent(code)}${search && `?${search}`}`;
}

function readSelected(path: string, text: string | null): ListingKey | null {
  const named = readPath(path);
  const [word = '', ...code] = (text ?? '').split(':');
  const kind = kindOf(named?.word ?? word);
  if (!kind) return null;
  if (named) return { kind, code: named.code };
  return code.length > 0 ? { kind, code: code.join(':') } : null;
}

/** The unit whose own address this is. */
function readUnitPath(path: string, asOf: string | null): ChosenUnit | null {
  const named = readPath(path);
  return named?.word === 'unit' ? readUnit(asOf === null ? named.code : `${named.code}@${asOf}`) : null;
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`: 31 February is none. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function readUnit(text: string): ChosenUnit | null {
  const [, code, asOf = null, name] = /^(\d{2,5})(?:@(\S+))?(?: (.+))?$/.exec(text) ?? [];
  return code && (asOf === null || isDay(asOf)) ? { code, asOf, name: name ?? code } : null;
}

function readFilters(parameters: URLSearchParams): Filters {
  const filters: Record<string, unknown> = {};
  for (const name of Object.keys(choices) as ChoiceFilter[]) {
    const value = parameters.get(name);
    if (value && (choices[name] as readonly string[]).includes(value)) filters[name] = value;
  }
  for (const name of switches) if (parameters.get(name) === '1') filters[name] = true;
  const contractedOn = parameters.get('contractedOn');
  if (contractedOn && isDay(contractedOn)) filters['contractedOn'] = contractedOn;
  const unit = readUnit(parameters.get('unit') ?? '');
  if (unit) filters['unit'] = unit;
  return filters;
}

/** The state a link asks for. What it cannot read it leaves out, so that an old link still opens something. */
export function readAddress(search: string, language: Language, path = '/'): PageState {
  const parameters = new URLSearchParams(search);
  const kinds = (parameters.get('kinds') ?? '')
    .split(',')
    .map(kindOf)
    .filter((kind) => kind !== undefined);
  const unit = readUnitPath(path, parameters.get('asOf'));
  const filters = filtersFor(kinds, { ...readFilters(parameters), ...(unit && { unit }) });
  const chosen = parameters.get('lang');
  return {
    ...emptyState,
    language: chosen === 'en' || chosen === 'vi' ? chosen : language,
    text: (parameters.get('q') ?? '').slice(0, longestText),
    asTyped: parameters.get('typed') === '1',
    kinds,
    filters,
    dropped: allFilters.filter((name) => parameters.has(name) && !(name in filters)),
    near: parameters.get('near') === 'me' ? 'me' : readPlace(parameters.get('near')),
    onlyInView: parameters.get('inView') === '1',
    selected: readSelected(path, parameters.get('place')),
    view: readView(parameters.get('map')),
  };
}

function filterParameters({ unit, ...filters }: Filters): [string, string][] {
  const plain = Object.entries(filters).map(([name, value]): [string, string] => [name, value === true ? '1' : value]);
  if (!unit) return plain;
  return [...plain, ['unit', `${unit.code}${unit.asOf === null ? '' : `@${unit.asOf}`} ${unit.name}`]];
}

/**
 * The address of a state, without its origin: `/?q=…`, or `/clinic/01010?q=…` with a chosen listing. The device's own
 * position never stands in it.
 */
export function writeAddress(state: PageState): string {
  const degrees = (value: number): string => String(Math.round(value * 1e4) / 1e4);
  const placeText = ({ latitude, longitude }: Place): string => `${degrees(latitude)},${degrees(longitude)}`;
  const entries: [string, string][] = [
    ['q', state.text],
    ['typed', state.asTyped ? '1' : ''],
    ['kinds', state.kinds.map((kind) => kindWords[kind]).join(',')],
    ...filterParameters(state.filters),
    ['near', state.near === 'me' ? 'me' : state.near ? placeText(state.near) : ''],
    ['inView', state.onlyInView ? '1' : ''],
    ['map', state.view ? `${placeText(state.view)},${state.view.zoom}` : ''],
    ['lang', state.language === 'en' ? 'en' : ''],
  ];
  const search = new URLSearchParams(entries.filter(([, value]) => value !== '')).toString();
  // Commas and colons need no escape in a query; a link that people read aloud stays short.
  const readable = search.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@');
  const path = state.selected ? `/${kindWords[state.selected.kind]}/${encodeURIComponent(state.selected.code)}` : '/';
  return readable ? `${path}?${readable}` : path;
}

/** The link to one listing that a person shares: the listing and the language, nothing of what they searched. */
export function shareAddress(selected: ListingKey, language: Language): string {
  return writeAddress({ ...emptyState, selected, language });
}
