import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Place } from '../map/mercator';
import { type Near } from '../page/page-state';

/** Why there is no position of the device. */
type OriginFailure = 'refused' | 'unavailable';

/** The place "near" means, as far as it is known. */
export interface Origin {
  place: Place | null;
  failure: OriginFailure | null;
}

/** Asks the device where it is; a recent answer is good enough and comes at once. */
function findDevice(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('No geolocation on this device.'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }),
      reject,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 120_000 },
    );
  });
}

const refusedCode = 1;
const isRefusal = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === refusedCode;

/** The place of `near`. The device is asked only when a person wished for "near me"; `retry` asks it again. */
export function useOrigin(near: Near | null): Origin & { retry: () => void } {
  const [device, setDevice] = useState<Origin>({ place: null, failure: null });
  const [attempt, setAttempt] = useState(0);
  const wanted = near === 'me';

  useEffect(() => {
    if (!wanted) return;
    let current = true;
    setDevice((now) => ({ ...now, failure: null }));
    findDevice().then(
      (place) => current && setDevice({ place, failure: null }),
      (cause: unknown) => current && setDevice({ place: null, failure: isRefusal(cause) ? 'refused' : 'unavailable' }),
    );
    return () => {
      current = false;
    };
  }, [wanted, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  if (near === null) return { place: null, failure: null, retry };
  return near === 'me' ? { ...device, retry } : { place: near, failure: null, retry };
}
