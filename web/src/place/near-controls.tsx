import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';
import { type Origin } from './use-origin';

/** "Near me", or near the middle of the map where the device may not say where it is. */
export function NearControls({ origin, onRetry }: { origin: Origin; onRetry: () => void }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const { near, view } = state;
  const nearCentre = (): void => {
    if (view) store.go({ near: { latitude: view.latitude, longitude: view.longitude } });
  };
  const pressed = near !== null;
  return (
    <>
      <button
        type="button"
        class={pressed ? 'plain near-button chosen' : 'plain near-button'}
        aria-pressed={pressed}
        aria-label={near === null || near === 'me' ? texts.nearMe : texts.chosenPlace}
        title={pressed ? texts.stopNear : texts.nearMe}
        onClick={() => store.go({ near: pressed ? null : 'me' })}
      >
        <Icon name="locate" />
      </button>
      {origin.failure && (
        <div class="notice" role="alert">
          <p>{origin.failure === 'refused' ? texts.positionRefused : texts.positionUnavailable}</p>
          <button type="button" class="strong" onClick={nearCentre}>
            {texts.nearMapCentre}
          </button>
          <button type="button" class="plain" onClick={onRetry}>
            {texts.retry}
          </button>
        </div>
      )}
    </>
  );
}
