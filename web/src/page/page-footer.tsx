import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type RevisionQuery } from '../generated/operations';
import { formatDate } from '../language/formats';
import { useTexts } from '../language/language-context';
import { telephoneLink } from '../listing/links';
import { ReportDialog } from '../report/report-dialog';
import { TrackingDialog } from '../report/tracking-dialog';

export const hotline = '1900 9068';

/** Who runs the page and who does not, the hotline, the age of the data, and what became of one's reports. */
export function PageFooter({ revision }: { revision: RevisionQuery['directoryRevision'] | null }): JSX.Element {
  const texts = useTexts();
  const [dialog, setDialog] = useState<'tracking' | 'missing' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <footer class="page-foot">
      <p>
        {texts.hotline}: <a href={telephoneLink(hotline)}>{hotline}</a>
      </p>
      <p>
        <button type="button" class="link" onClick={() => setDialog('missing')}>
          {texts.reportMissing}
        </button>
      </p>
      <p>
        <button type="button" class="link" onClick={() => setDialog('tracking')}>
          {texts.trackOpen}
        </button>
      </p>
      <p class="hint">
        {texts.independentNotice} {revision && `${texts.dataFrom(formatDate(revision.publishedAt), revision.number)}.`}
      </p>
      {dialog === 'tracking' && <TrackingDialog onClose={close} />}
      {dialog === 'missing' && <ReportDialog facts={null} onClose={close} />}
    </footer>
  );
}
