import { useEffect, useState } from 'preact/hooks';
import { ask } from '../api/ask';
import { LocateOperation, type LocateQuery } from '../generated/operations';
import { type Place } from '../map/mercator';

/** What the gateway knows about a place; null while unknown or when it could not be asked. */
export function useLocation(place: Place | null): LocateQuery['locate'] | null {
  const [location, setLocation] = useState<LocateQuery['locate'] | null>(null);
  const latitude = place ? Math.round(place.latitude * 1e4) / 1e4 : null;
  const longitude = place ? Math.round(place.longitude * 1e4) / 1e4 : null;

  useEffect(() => {
    setLocation(null);
    if (latitude === null || longitude === null) return;
    const control = new AbortController();
    ask(LocateOperation, { latitude, longitude }, control.signal).then(
      ({ data }) => !control.signal.aborted && setLocation(data.locate),
      // The list of the nearest says what is wrong with the network; saying it twice helps nobody.
      () => undefined,
    );
    return () => control.abort();
  }, [latitude, longitude]);

  return location;
}
