import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';
import { type Origin } from './use-origin';

/** "Near me"; where the device may not say where it is, a person types where they live. */
export function NearControls({ origin, onRetry }: { origin: Origin; onRetry: () => void }): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const { near } = state;
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
          <button
            type="button"
            class="strong"
            onClick={() => {
              store.go({ near: null });
              document.getElementById('search')?.focus();
            }}
          >
            {texts.typeAddress}
          </button>
          <button type="button" class="plain" onClick={onRetry}>
            {texts.retry}
          </button>
        </div>
      )}
    </>
  );
}
