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
import { type Place, type View } from '../map/mercator';
import { emptyState, type ListingKey, type PageState } from './page-state';

const kindWords: Record<ListingKind, string> = {
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

function readSelected(text: string | null): ListingKey | null {
  const [word = '', ...code] = (text ?? '').split(':');
  const kind = kindOf(word);
  return kind && code.length > 0 ? { kind, code: code.join(':') } : null;
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
export function readAddress(search: string, language: PageState['language']): PageState {
  const parameters = new URLSearchParams(search);
  const kinds = (parameters.get('kinds') ?? '')
    .split(',')
    .map(kindOf)
    .filter((kind) => kind !== undefined);
  const filters = filtersFor(kinds, readFilters(parameters));
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
    selected: readSelected(parameters.get('place')),
    view: readView(parameters.get('map')),
  };
}

function filterParameters({ unit, ...filters }: Filters): [string, string][] {
  const plain = Object.entries(filters).map(([name, value]): [string, string] => [name, value === true ? '1' : value]);
  if (!unit) return plain;
  return [...plain, ['unit', `${unit.code}${unit.asOf === null ? '' : `@${unit.asOf}`} ${unit.name}`]];
}

/** The address of a state, without its origin: `/?q=…`. The device's own position never stands in it. */
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
    ['place', state.selected ? `${kindWords[state.selected.kind]}:${state.selected.code}` : ''],
    ['map', state.view ? `${placeText(state.view)},${state.view.zoom}` : ''],
    ['lang', state.language === 'en' ? 'en' : ''],
  ];
  const search = new URLSearchParams(entries.filter(([, value]) => value !== '')).toString();
  // Commas and colons need no escape in a query; a link that people read aloud stays short.
  return search ? `/?${search.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%40', '@')}` : '/';
}

/** The link to one listing that a person shares: the listing and the language, nothing of what they searched. */
export function shareAddress(selected: ListingKey, language: PageState['language']): string {
  return writeAddress({ ...emptyState, selected, language });
}
