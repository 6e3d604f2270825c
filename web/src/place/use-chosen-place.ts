import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { type ChosenUnit } from '../filters/filters';
import { ChosenPlaceOperation, type ChosenPlaceQuery } from '../generated/operations';

/** A unit that was chosen, what it is today, and who is responsible there. */
export interface ChosenPlace {
  unit: NonNullable<ChosenPlaceQuery['unit']>;
  location: ChosenPlaceQuery['officeFor'];
}

/** What the gateway knows about the chosen unit; null while unknown, or when it could not be asked. */
export function useChosenPlace(unit: ChosenUnit | undefined): ChosenPlace | null {
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const code = unit?.code ?? null;
  const asOf = unit?.asOf ?? null;

  useEffect(() => {
    setPlace(null);
    if (code === null) return;
    const control = new AbortController();
    ask(ChosenPlaceOperation, { unit: code, asOf }, control.signal).then(
      ({ data }) => !control.signal.aborted && data.unit && setPlace({ unit: data.unit, location: data.officeFor }),
      // The list of the same unit says what is wrong; saying it twice helps nobody.
      () => undefined,
    );
    return () => control.abort();
  }, [code, asOf]);

  return place;
}
