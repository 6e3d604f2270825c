import { useEffect, useState } from 'preact/hooks';
import { type ChosenUnit } from '../filters/filters';
import { type Results } from '../results/use-results';
import { usePage } from './page-store';

/**
 * Takes a unit off the filters that the directory does not know, as from an old link, and gives it, so that the page can
 * say so; null while every unit was known.
 */
export function useUnknownUnit({ failure }: Results): ChosenUnit | null {
  const { store, state } = usePage();
  const { unit, ...others } = state.filters;
  const [unknown, setUnknown] = useState<ChosenUnit | null>(null);
  const isUnknown = unit !== undefined && (failure?.argument?.endsWith('unitCode') ?? false);
  useEffect(() => {
    if (isUnknown) {
      setUnknown(unit);
      store.adjust({ filters: others });
    }
  }, [isUnknown]);
  useEffect(() => {
    if (unit && !isUnknown) setUnknown(null);
  }, [unit]);
  return unknown;
}
