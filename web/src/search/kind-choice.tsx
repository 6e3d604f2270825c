import { type JSX } from 'preact';
import { allKinds } from '../filters/filters';
import { type ListingKind } from '../generated/operations';
import { KindIcon } from '../icons/kind-icon';
import { useTexts } from '../language/language-context';
import { usePage } from '../page/page-store';

/** Which kinds of place to show. One tap shows one kind alone; further taps add kinds or take them away. */
export function KindChoice(): JSX.Element {
  const texts = useTexts();
  const { store, state } = usePage();
  const toggle = (kind: ListingKind): void => {
    const chosen = state.kinds.includes(kind) ? state.kinds.filter((one) => one !== kind) : [...state.kinds, kind];
    store.go({ kinds: chosen.length === allKinds.length ? [] : allKinds.filter((one) => chosen.includes(one)) });
  };
  return (
    <div class="kinds" role="group" aria-label={texts.kindsLabel}>
      <button
        type="button"
        class="chip"
        aria-pressed={state.kinds.length === 0}
        onClick={() => store.go({ kinds: [] })}
      >
        {texts.allKinds}
      </button>
      {allKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class={`chip ${kind.toLowerCase()}`}
          aria-pressed={state.kinds.includes(kind)}
          onClick={() => toggle(kind)}
        >
          <KindIcon kind={kind} />
          {texts.kinds[kind]}
        </button>
      ))}
    </div>
  );
}
