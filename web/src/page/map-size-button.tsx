import { type JSX } from 'preact';
import { Icon } from '../icons/icon';
import { useTexts } from '../language/language-context';

/** On a small screen the map shares the height with the list; this gives it most of it. */
export function MapSizeButton({ large, onToggle }: { large: boolean; onToggle: () => void }): JSX.Element {
  const texts = useTexts();
  return (
    <button type="button" class="map-size" aria-pressed={large} aria-label={texts.enlargeMap} onClick={onToggle}>
      <Icon name="expand" />
    </button>
  );
}
