import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ApiFailure } from '../../api/failure';
import { AccountFailure } from '../account-failure';
import { useAccount } from '../account-store';
import { useAccountTexts } from '../language/account-texts';
import { type ExportForm, saveExport } from './save-export';

type State =
  { step: 'ready' | 'saved' } | { step: 'fetching' } | { step: 'failed'; form: ExportForm; failure: ApiFailure };

/** Saves everything on record about the person to the device, for people as a PDF and for programs as JSON. */
export function ExportButtons(): JSX.Element {
  const texts = useAccountTexts();
  const { store } = useAccount();
  const [state, setState] = useState<State>({ step: 'ready' });
  const save = async (form: ExportForm): Promise<void> => {
    setState({ step: 'fetching' });
    try {
      await saveExport(form);
      setState({ step: 'saved' });
    } catch (cause) {
      const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unknown');
      if (failure.code === 'UNAUTHENTICATED') store.demandSignIn();
      else setState({ step: 'failed', form, failure });
    }
  };
  return (
    <section class="part" aria-labelledby="export-part">
      <h2 id="export-part">{texts.exportTitle}</h2>
      <p>{texts.exportHelp}</p>
      <div class="buttons">
        <button type="button" class="plain" disabled={state.step === 'fetching'} onClick={() => void save('pdf')}>
          {texts.exportPdf}
        </button>
        <button type="button" class="plain" disabled={state.step === 'fetching'} onClick={() => void save('json')}>
          {texts.exportJson}
        </button>
      </div>
      <p role="status" class="hint">
        {state.step === 'fetching' && texts.oneMoment}
        {state.step === 'saved' && texts.exportSaved}
      </p>
      {state.step === 'failed' && (
        <AccountFailure title={texts.exportFailed} failure={state.failure} onRetry={() => void save(state.form)} />
      )}
    </section>
  );
}
