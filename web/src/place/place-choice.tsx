import { type JSX } from 'preact';
import { type ChosenUnit } from '../filters/filters';
import { type PlaceChoiceFragment } from '../generated/operations';
import { type Catalogue } from '../language/catalogue';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { type PageStore } from '../page/page-store';

/** Names of today that stand beside a former one; the others are counted. */
const mostNames = 3;

/** The units of today of a former one in words: `Phường Ba Đình`, or the first few and how many more. */
export function todayInWords(today: readonly { name: string }[], texts: Catalogue): string {
  const names = today.slice(0, mostNames).map(({ name }) => name);
  const others = today.length - names.length;
  return names.join(', ') + (others > 0 ? ` ${texts.servesMore(others)}` : '');
}

/** A place as a filter keeps it. */
export function chosenUnit({ unit, until }: PlaceChoiceFragment): ChosenUnit {
  return { code: unit.code, name: unit.name, asOf: until };
}

/** Shows who is responsible for a place, and what else is there. */
export function choosePlace(store: PageStore, place: PlaceChoiceFragment): void {
  const { filters } = store.state;
  store.go({ text: '', near: null, onlyInView: false, filters: { ...filters, unit: chosenUnit(place) } });
}

/** A place among suggestions: where it lies, and of a former one until when it was and what it is today. */
export function PlaceChoice({ place }: { place: PlaceChoiceFragment }): JSX.Element {
  const texts = useTexts();
  const { unit, until, today } = place;
  const above = [...new Set([unit.parent?.name, unit.province?.name])].filter((name) => name && name !== unit.name);
  return (
    <span class="suggestion-text">
      <span lang="vi">{[unit.name, ...above].join(', ')}</span>
      {until && (
        <small>
          {' '}
          {texts.unitUntil(formatDate(until))} → <span lang="vi">{todayInWords(today, texts)}</span>
        </small>
      )}
      {unit.level === 'PROVINCE' && <small> {texts.unitLevels.PROVINCE}</small>}
    </span>
  );
}
