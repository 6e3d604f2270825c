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
  return (
    <div class="near">
      {near === null ? (
        <button type="button" class="plain" onClick={() => store.go({ near: 'me' })}>
          <Icon name="locate" />
          {texts.nearMe}
        </button>
      ) : (
        <button
          type="button"
          class="chip chosen"
          onClick={() => store.go({ near: null })}
          aria-label={`${texts.stopNear}: ${near === 'me' ? texts.nearMe : texts.chosenPlace}`}
        >
          <Icon name="locate" />
          {near === 'me' ? texts.nearMe : texts.chosenPlace}
          <Icon name="clear" />
        </button>
      )}
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
    </div>
  );
}
